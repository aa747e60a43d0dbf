"""Lungs, kidneys, liver, sugar."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="lung_disease",
        words=(
            "bronchiectasis",
            "pneumothorax",
            "neumotorax",
        ),
        not_in=("reaction_detail",),
        patterns=lines_of(
            """
copd|epoc|emphysema|enfisema
emphyz*|emphazema|emphasema|emphesema|enphysema|emphysima|emfisema|empysema
chronic bronchitis
bronquitis cronica
pulmonary|lung|lungs fibrosis|scarring
scarred lung|lungs
fibrosis pulmonar|quistica
cystic fibrosis
bronchiect*|bronquiect*
interstitial lung
asbestosis|silicosis|black lung
collapsed|punctured lung|lungs
lung|lungs ..2 collaps*|punctured
pneumothora*|neumotora*
pulmon ..2 colaps*|perforad*
lung cancer|surgery|removed|transplant
cancer ..1 pulmon
tuberculosis ~ test|skin|negative|vaccine|shot|screening
tb ~ test|skin|negative|vaccine|shot|screening
lobectom*|pneumonectom*|thoracotom*|pleurodesis
chest|lung surgery
part|piece of ..1 lung ..2 removed
oxygen at|concentrator|tank|home|machine
home|on|uses|use oxygen
oxigeno en|por casa|noche
tanque ..1 oxigeno
cirugia ..2 pulmon|torax
took|taken|take|removed|lost|missing ..5 lung|lungs
lung|lungs ..3 removed|taken|out
oxigeno ..3 casa|noche|noches
uso|usa|usando|necesito ..1 oxigeno
operado|operada|operaron|opero ..2 pulmon|pulmones|torax|pecho
on oxygen
#1-6 liter|liters|litros|lpm ..2 o2|oxygen|oxigeno
o2 at|tank|concentrator|24|via|home|nc|canula
on|uses|use|using|home ..1 o2
pulmonary|pulm hypertension|htn
hipertension pulmonar
fibrosis ..3 lung|lungs|pulmones|pulmon
quitaron|sacaron|cortaron ..4 pulmon
ipf|ild
lung|pulmonary|lungs disease|condition|damage|damaged|failure|disorder|problem|problems
enfermedad|problema|problemas ..2 pulmon|pulmones|pulmonar|pulmonares
removal ..4 lung
lung|lungs|pulmon|pulmones ..2 scarred|scarring|damaged|destroyed|danado|danados
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="kidney_disease",
        patterns=lines_of(
            """
kidney|renal|kidneys failure|failing|disease|insufficiency|impairment
kidney|renal|kidneys problem|problems ~ stone|stones
kidney|kidneys ..3 failing|failed|weak|bad|damaged
ckd|esrd|eskd|erc|irc
nephrotic|nefrotico
glomeruloneph*|glomerulonef*
polycystic kidney|kidneys
dialysis|dialisis
hemodialys*|haemodialys*|hemodialis*
insuficiencia|enfermedad|falla renal
insuficiencia|enfermedad|falla|mal|problemas de los rinones
rinones ..2 fall*|mal|danados|enfermos
kidney transplant
one|single|solitary kidney ..1 works|working|left|functioning|functions
dializ*|dialyz*|dialysed
kidney|kidneys don't|dont|doesn't|not|aren't|barely ..2 work|working|function|functioning
rinones|rinon|kidneys|kidney no ..2 funcion*|trabaj*|sirven|filtran
kidney function ..2 low|reduced|bad|poor|declining|down
kidneys|kidney ..4 percent
rinones|rinon ..4 por ciento
gfr|egfr ..3 #5-59
creatinin* ..3 #1.8-15|high|elevated|alta
kidneys|rinones ..3 shot|gone|done|dying|acabados|malos|danados
nephropath*|nefropat*|nephritis|nefritis
crf|esrf
list|waiting|waitlist|waitlisted ..3 kidney|rinon
kidneys|kidney ..3 working|work|functioning|function ..2 #3-60
#3-60 (percent|por+ciento) (of|de) (my|mis|los) kidney|kidneys|renal|rinones ..1 function|working|left
kidney function left
pkd|adpkd
kidney|kidneys don't|dont|doesn't|not|aren't|barely ..2 filter|filtering|clean|cleaning|keep
rinones|rinon ..1 funcionan|funciona|trabajan|sirven ..2 #3-60
rinones|rinon|kidneys|kidney ..1 no ..2 funcion*|trabaj*|sirven|sirve|filtran
one|single ..1 working|good|functioning|healthy kidney
kidney|renal|kidneys damage|damaged|trouble|impaired ~ stone|stones
problemas ..2 rinon|rinones|renales ~ piedra|piedras
kidney|kidneys|renal ..3 stage 3|3a|3b|4|5
lista ..3 rinon
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="liver_disease",
        patterns=lines_of(
            """
cirrhosis|cirrhotic|cirrosis|cirrotic*
liver failure|cirrhosis|transplant
trasplant*|transplant* ..3 higado|liver
higado|liver ..2 trasplant*|transplant*
end-stage liver
liver ..2 failing|scarred
portal hypertension
hipertension portal
esophageal|oesophageal varices
varices esofagicas
ascites|ascitis
hepatic encephalopathy
encefalopatia hepatica
autoimmune hepatitis
hepatitis autoinmune
insuficiencia|falla hepatica
liver ..1 damage|damaged|disease ~ fatty|graso
higado ..2 danado|enfermo|cirrotico|fallando|falla
dano ..2 higado
enfermedad ..2 higado|hepatica ~ graso|grasa
meld score|#6-40
primary biliary|sclerosing
bad|failing|diseased|scarred|sick liver
end-stage ..2 liver
esld|hepatorenal
higado ..2 malo|mal|acabado
liver|hepatic problems|problem|failing|failed|trouble ~ fatty|graso
problemas|falla|enfermo ..2 higado|hepaticos ~ graso
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="diabetes",
        words=(
            "diabetes",
            "diabetic",
            "diabetico",
            "diabetica",
        ),
        patterns=lines_of(
            """
diabet*|diabeet*|diebet*|diabit*|dibeti*|diebeet*
type 1|2|one|two|i|ii diabet*
t1d|t2d|t1dm|t2dm|iddm|niddm|dm1|dm2
sugar diabetes
high blood sugar
detectaron|diagnosticaron|encontraron|salio|subio|dio ..2 azucar ~ sangre|bien|normal|baja
azucar ..1 alta
por|de la azucar $ ~ sin|deje|quite|caries|dientes
azucar en la sangre
tengo|padezco|sufro (de) azucar
sugar|glucose ..2 high|uncontrolled
tengo|padezco|sufro|padece de|del|con ..1 azucar
azucar ..2 elevada|descontrolada
insulin dependent
insulinodependiente|insulino-dependiente
got|have|has|with the sugar
sugar pill|pills|medicine|medicines|medication|meds|tablet|tablets
pill|pills|medicine|medicines|medication|meds|shot|shots|tablet|tablets for (my|the|high) sugar|sugars
pastilla|pastillas|medicina|medicinas|medicamento|tableta|tabletas|inyeccion|inyecciones ..1 (el|la|mi) azucar
type|tipo 1|2|one|two|i|ii & insulin|insulina|metformin|metformina|a1c|sugar|sugars|dexcom|libre|omnipod|juvenile|
    glucose|azucar|ozempic|jardiance|endocrinologist
am|i'm|im|soy (a) type|tipo 1|2|one|two|i|ii $
a1c|hba1c|hgba1c|glicosilada|glucosilada ..4 #6.5-19
a1c|hba1c ..2 high|elevated|alta
sugar|sugars|glucose|azucar|glucosa ..5 #180-600 ~ calories|grams|candy
sube|subio|dispara|disparo ..2 azucar
azucar ..3 sube|subio|alto|descontrola*|dispara
insulin dependant
lada|mody ~ car|cars
sugar|sugars|glucose|azucar ..5 200s|300s|400s|500s
controlo|controlan|controlar|controlado|controlada|mido|checo|reviso ..2 azucar
high|alta ..1 sugar|sugars|glucose ~ food|foods|diet|drinks|snacks|intake|cereal
pastilla|pastillas|medicina|inyeccion|inyecciones ..3 azucar
alto|alta|altos|mal ..1 de|del azucar
alta|alto|elevada|elevado ..2 azucar|glucosa ~ presion
"""
        ),
        past=Past.NEVER,
        not_near=(
            "prediabetes",
            "pre",
            "borderline",
            "insipidus",
            "gestational",
            "gestacional",
            "risk",
            "prevent",
            "prediabetic",
        ),
    ),
    Condition(
        code="dm",
        counts_as="diabetes",
        words=("dm",),
        past=Past.NEVER,
        not_near=("instagram", "facebook", "text", "send", "me", "slide", "message"),
        capitals=True,
    ),
)
