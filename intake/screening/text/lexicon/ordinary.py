"""Ordinary words of a medicine list: times, forms, reasons and verbs, in English and Spanish.

They are no names, and what is left of an item without them was not read.
"""

_WORDS = """
about acid acidez actualmente after afternoon again ago ahora alcohol alergia alergias algo allergic
allergies allergy almuerzo also always ampolla ampollas anos another ansiedad antes anxiety anymore
anything apart appointment april around arthritis artritis as-needed asthma august ayunas azucar back
because bedtime been beer before besides better bipolar bladder blood blue bone bones bottle bottles
bowel brand breakfast breathing cada caps capsula capsulas capsule capsules cena change changed chewable
chinese cholesterol clinic cold colesterol comida comidas como constipation convulsiones corazon cough
could counter cream crema cuando cuello currently cycle daily daughter day days december delayed
depresion depression desayuno desde despues dia diaria diariamente diario diarrhea dias dinner doctor
doctor's doctora dolor dormir dosage dose doses drink drinking drinks drip drops drug drugs during each
ears emergency empty ended energy epilepsia epilepsy espalda esta este esto estomago evening every
everything except extended eyes family farmacia father february feel fertility fever finished five flare
flares flu food forgot four friday from full gastritis gave gel generic generico given gives gone gotas
gout green gripe gummies gummy hace hair half have having headache headaches heart heartburn help helps
herb herbal herbs hierba hierbas high homeopathic hora horas hormonal hormone hormones hospital hour
hours huesos husband immune infeccion infection inflamacion inflammation infusion inhalador inhaler
inject injection injections instead inyeccion inyecciones itch january jarabe joint july june just knee
know label labels large last less like liquid list lotion low lunch manana many march maybe meal meals
media medicamento medicamentos medication medications medicina medicinas medicine medicines medico medio
meds menopause meses mg/day micrograms migraine migraines miligramos milligrams mitad monday month
monthly months mood more morning most mother mouth much muscle nada nails name names nasal natural
naturales nausea necesario necesito necessary neck need needed nerve nerves nervios never next night
nightly ninguna ninguno nkda noche none noon nose nothing november nunca nurse occasional occasionally
october often ointment once one only oral organic other otra otro otros over pain panic para parche
parches pastilla pastillas patch patches penicillin per period pero pharmacy pill pills pink pomada
porque powder powders prescribed prescription presion pressure prostate puff puffs quarter quit rarely
rash reason receta recetada recetado reflux regular regularly release remember required rest rodilla
round said same sangre saturday says seizure seizures semana semanal semanas september shot shots should
siempre since sinus skin sleep small smoke smoker smoking softgel softgels solamente solo some something
sometimes spasm spray start started still stomach stop stopped stopping strength stress sublingual sugar
sulfa sunday suplemento suplementos supplement supplements sure surgery swelling switch switched syrup
tablespoon tablet tableta tabletas tablets tabs take taken takes taking tambien tarde teaspoon than that
their them then there these they think this those three thrice thursday thyroid time times tiroides
today told toma tomaba tomando tomar tomo tonight took topical tos travel tuesday twice two unidades
units until urine used uses using usually veces very vez visit vitamin vitamina vitaminas vitamins water
wednesday week weekly weeks weight when where which while white wife will wine with without worse would
year years yellow yesterday
"""

_OF_PATIENTS = """
moment present momento ahorita crono chrono retard
peanut peanuts shellfish gluten dairy latex dust pollen nuts seafood picks made drop right free
little tired refill refills clot clots child childhood asthma smoke restarted began don't doesn't i've haven't
abdomen above according aches acidity acne acostarme acostarse actually adhd algunas algunos alternate
although amarilla amarillo anemia ankle anticonceptivos approximately arms artrosis asma attached aveces
azul barriga basically begins being believe belly below between blanca blanco boca bph brain brazos
brother cabeza cadera calambres calcio call called calls cannot caplet caplets cardiologist cardiologo
casero caseros casi cataract catarro cerebro certain chest chica clinica coated colds comprimido
comprimidos congestion contraception contraceptive copd cramps creo cuarto dandruff depressed
dermatologist diarias diarrea dientes different directed dissolvable doctors dolores domingo donde dosis
dryness durante eczema elbow else ending energia entera enteric entre estrenimiento evenings extra
eyesight farmaceutico favor feeling feels feet fiebre finger fingers following follows forget forte
friend garganta generally gerd glaucoma gracias gragea grande gums hands hasta here hierro higado
hinchazon hips hombro hombros homeopatia hourly however hypertension hyperthyroidism hypotension
hypothyroidism igual immediate infections insomnia insomnio instructed inyectada inyecto itching jaqueca
joints jueves junto keep keeps kidney kidneys knees known legs levantarme lista listed lists liver llama
llamada llaman lozenge lozenges lunes lungs mainly mananas manos martes matriz maximum medica medicos
mediodia medium memoria memory menopausia mensual mensualmente midnight miercoles might migrana migranas
milk mineral minerals misma mismo mornings mostly muscles musculos must nariz nauseas necesaria needle
needs neurologist neurologo nights noches nombre nombres oidos ojos okay oncologist orange others otras
oval ovaries packet packets pains parents pastillita pecho pelo pens pequena pequeno perhaps pharmacist
physician piel piernas pies pildora pildoras please plus polvo pongo prescriber prescriptions prostata
psoriasis psychiatrist ptsd pulmones purple really recently recetadas recetados recetaron receto
recuerdo reflujo remedies remedio remedios remedy resfriado rheumatologist rinon rinones rodillas roja
rosacea rosada sabado sachet sachets segun seldom semanalmente several shoulder shoulders similar
sinusitis sister sleeping slow sobre sobres solution sorry spasms spelled spelling starting starts store
strips sueno suero supper suppository suspension sustained tardes teeth tengo thank thanks though throat
tiene todas todo todos tome trigliceridos triglycerides ulcer ulcera ulcers usaba usando usar uso usual
uterus varias varios various vejiga verde vial vientre viernes vision vista vomiting vomito vomitos want
wants weekdays weekend weekends were what whatever whenever wherever whole wrist yes
"""

# Chinese and Korean words of a list that are no names: how often, how much, what for.
_ASIAN = (
    "每天 每日 一次 两次 毫克 早上 晚上 高血压药 降压药 약 매일 하루 아침 저녁"
    " 혈압약 고혈압약 당뇨약 콜레스테롤약 비타민 아무것도 감사 감사합니다 没有吃药 吃药 维生素"
)

# What stands behind a name: salts and kinds of tablets, in the words of the box; German times of the day.
_OF_THE_BOX = """
acetate acetato anhydrous arginine besilato besylate bisulfate bisulfato bitartrate calcica calcico citrate citrato
clorhidrato degrees depot dihydrate dispersible efervescente effervescent etexilate fumarate fumarato gastro glycinate
grados hcl hidrocloruro hydrochloride kapseln liberacion magnesico malate maleate maleato masticable medoxomil mesilato
mesylate monohydrate ophthalmic oxide potasico prolongada qam qhs qpm rapid recubierta sesquihydrate sodico sodium
succinate succinato sulfate sulfato tabl tablette tartrate tartrato threonate tropfen abends bedarf essen jeden monat
morgens nach spritze tagl taglich woche
"""

ORDINARY = frozenset((*_WORDS.split(), *_OF_PATIENTS.split(), *_OF_THE_BOX.split(), *_ASIAN.split()))
