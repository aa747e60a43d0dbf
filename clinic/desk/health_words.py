"""Words of health in the languages that messages are written in, beside those that the screening knows.

The screening knows what decides about needles, and reads English best. A message must not tell of anything else that
somebody has, takes or was found to have either. Endings are not needed: a plural or a Spanish ending is the same word
(clinic.outbox.message_words.banned_in). One word or group of words a line would be long: commas part them.
"""

_ENGLISH = """
abortion, addiction, adhd, aids, allergic, allergies, alzheimer, anemia, antibiotic, antidepressant, anxiety, anxious,
arthritis, asthma, autism, backache, biopsy, bipolar, birth control, bleeding, blood test, bruise, chemotherapy,
chlamydia, chronic, cholesterol, contraception, covid, ct scan, defibrillator, dementia, depressed, depression,
diagnosed, diagnosis, diagnoses, disability, disease, eating disorder, fertility, fibromyalgia, fracture, gonorrhea,
hepatitis, herniated, herpes, high blood pressure, hiv, hpv, hypertension, illness, implant, incontinence, infection,
infertility, injection, inpatient, insomnia, insulin, ivf, lab result, leukemia, lupus, lymphoma, medication,
medicine, menopause, menstruation, mental health, metformin, migraine, miscarriage, mri, multiple sclerosis,
neuropathy, numbness, obesity, opioid, overdose, overweight, pacemaker, panic, paralysis, parkinson, postpartum,
prescription, psychiatric, psychiatrist, psychotherapy, ptsd, radiation, rehab, schizophrenia, sciatica, scoliosis,
self harm, sexual, sti, std, statin, suicidal, suicide, swelling, symptom, syphilis, test result, thyroid, transplant,
tuberculosis, tumor, ulcer, vaccine, x ray
"""
_SPANISH = """
aborto, adicción, adicto, aguja, alcohol, alcoholismo, alergia, alérgico, alzheimer, análisis de sangre, anemia,
ansiedad, antibiótico, anticoagulante, anticonceptivo, antidepresivo, artritis, artrosis, asma, ataque al corazón,
autismo, bipolar, biopsia, cáncer, cardíaco, ciática, cirugía, colesterol, columna vertebral, convulsión, convulsiones,
corazón, crónico, debilidad, demencia, depresión, deprimido, derrame, desfibrilador, desmayo, diabetes, diabético,
diagnóstico, diálisis, discapacidad, disco, dolor, droga, embarazo, embarazada, enfermedad, enfermo, entumecimiento,
epilepsia, escoliosis, espalda, esquizofrenia, esterilidad, fertilidad, fibromialgia, fiebre, fractura, gonorrea,
hepatitis, hernia, herpes, hígado, hinchazón, hipertensión, hormigueo, hueso, implante, incontinencia, infarto,
infección, insomnio, insulina, inyección, leucemia, linfoma, lupus, mareo, marcapasos, medicación, medicamento,
medicina, médula, menopausia, menstruación, migraña, moretón, moretones, obesidad, opioide, osteoporosis, pánico,
parálisis, parkinson, posparto, presión alta, presión arterial, psiquiatra, psiquiátrico, psicoterapia, pulmón,
pulmones, quimioterapia, radiografía, radioterapia, receta médica, resonancia, resultado de laboratorio, riñón,
riñones, salud mental, sangrado, sangre, sida, sífilis, síntoma, sobredosis, suicida, suicidio, tiroides, tratamiento,
trasplante, tuberculosis, tumor, úlcera, vacuna, vih
"""
HEALTH_WORDS = frozenset(word.strip() for words in (_ENGLISH, _SPANISH) for word in words.replace("\n", " ").split(","))
