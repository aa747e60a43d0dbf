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

ORDINARY = frozenset(_WORDS.split())
