"""Blood that does not clot, or clots too well."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="bleeding_disorder",
        words=(
            "hemophilia",
            "haemophilia",
            "hemofilia",
            "hemophiliac",
            "hemofilico",
            "thrombocytopenia",
            "trombocitopenia",
            "willebrand",
            "coagulopathy",
            "혈우병",
            "血友病",
        ),
        patterns=lines_of(
            """
hemophil*|haemophil*|hemofil*
von willebrand*|willebrands
vwd|evw|itp|ttp|pti
thrombocytop*|trombocitop*|trombopenia
low|few|baja|bajas ..1 platelet|platelets|plaquetas
platelet|platelets|plaquetas ..2 low|bajas|dropped|drop
platelet|platelets|plaquetas|plt|plts (count) ..2 #<150
bleeding|platelet|coagulation disorder|disorders|problem|disease|disorders
free|a|born|bad|big bleeder
blood ..1 not|doesn't|doesnt|won't|wont clot|clots|clotting
sangre no ..2 coagula
coagulopath*|coagulopat*
trastorno ..2 sangrado|hemorragico
enfermedad hemorragica
factor 2|5|7|8|9|10|11|13|ii|vii|viii|ix|x|xi|xiii deficien*
deficiencia ..2 factor 5|7|8|9|10|11|13|vii|viii|ix|x|xi|xiii
low factor 7|8|9|11|vii|viii|ix|xi
aplastic anemia|anaemia
anemia aplasica|aplastica
glanzmann*|bernard-soulier
storage pool ..1
myelodysplas*|mielodisplas*
sangre ..1 no ..2 coagula
low|few|baja|bajas|bajo|bajos ..1 platlet|platlets|platelettes|platletes|platelates|plaketas|plaqueta|trombocitos|plts
platlet|platlets|platelettes|platletes|platelates|plaketas|trombocitos ..2 low|bajas|bajos|dropped
falta|faltan|carezco ..2 factor 5|7|8|9|10|11|13|vii|viii|ix|xi|ocho|nueve
platelet|platelets|plaquetas|plt|plts ..4 #9-149 ~ normal|normales|ago|hace|mg
clotting|coagulation factor ..1 deficien*|low|missing
bleeding|blood clotting disorder|disorders
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="clotting_unclear",
        patterns=lines_of(
            """
clotting|blood disorder|problem|disorders
trastorno|problema|problemas ..2 coagulacion
i bleed ..2 lot|easily|easy|heavily|forever
sangro ..1 mucho|facil|facilmente
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="bleeding_carrier",
        patterns=lines_of(
            """
hemophilia|haemophilia carrier
carrier ..3 hemophil*|haemophil*|willebrand*
obligate carrier
portador|portadora ..2 hemofilia|willebrand
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="clot",
        words=(
            "thrombosis",
            "thrombophilia",
        ),
        patterns=lines_of(
            """
blood|lung|leg clot|clots
clot|clots ..3 leg|lung|lungs|legs|brain|arm
a|my clot
dvt|dvts|tvp
deep vein|venous ..1
pulmonary embol*
embolia|embolismo pulmonar
trombosis
thrombos*|thrombus
coagulo|coagulos ..1
factor v leiden
antiphospholipid*
lupus anticoagulant
protein c|s deficiency
embolia pulmonar
factor v|five mutation
clot|clots ..3 heart|neck|belly|vein|veins|artery
prone|tend|tendency ..2 clot|clots|clotting
"""
        ),
        past=Past.NEVER,
        not_near=("menstrual", "period"),
    ),
    *(
        Condition(
            code=f"pe_as_{counts_as}",
            counts_as=counts_as,
            words=("pe", "pes"),
            past=past,
            not_near=("teacher", "teach", "class", "coach", "school", "gym"),
            capitals=True,
        )
        for counts_as, past in (("clot", Past.NEVER), ("event", Past.EVENT))
    ),
)
