"""Denials as doctors and patients write them, and what only looks like one.

The kinds of the published NegEx and ConText lists, in sentences of our own. What is only unlikely, tested for
or still to be ruled out keeps its alarm.
"""

from tests.intake.screening.truth.case import Case, Value, clear, fires, named

OPEN: dict[str, Value] = {"devices": None, "seizure": None, "conditions": None, "bleeding": None}
RULES = {
    "chest pain": "red_flag_in_text",
    "dolor de pecho": "red_flag_in_text",
    "epileps": "seizure_disorder",
    "seizure": "seizure_disorder",
    "convulsiones": "seizure_disorder",
    "cancer": "cancer_history",
    "cáncer": "cancer_history",
    "diabetes": "diabetes_neuropathy",
    "aneurys": "aneurysm_known",
    "aneurisma": "aneurysm_known",
    "hemophilia": "bleeding_disorder",
    "heart failure": "cardio_renal_liver",
    "HIV": "immunosuppressed",
}
"""The rule of the first of these that stands in a sentence."""

DENIED = """
no new evidence of cancer
no clinical evidence for cancer on the scan
without any sign of epilepsy
no findings of heart failure
no complaints of chest pain
without indication of epilepsy
no suspicion of hemophilia
no evidence to suggest cancer
did not show cancer
the scan doesn't show an aneurysm
never developed diabetes
it does not look like cancer
doctor does not think it's cancer
they did not find cancer
not complaining of anything, did not complain of chest pain
I do not know of any epilepsy
not associated with epilepsy
fails to reveal cancer
inconsistent with epilepsy
neg for HIV
clear of cancer
lacks epilepsy
ruled me out for heart failure
they ruled out cancer
the tests did rule out cancer
enough to rule out cancer
cancer was not found
aneurysm not identified
no significant chest pain
sin hallazgos de cáncer
ninguna señal de cáncer
no se observa cáncer
no se encontró aneurisma
lo descartaron por cáncer
ausencia de cáncer
cáncer descartado
epilepsia está descartada
pudieron descartar cáncer
nunca desarrollé diabetes
sin sospecha de epilepsia
""".strip().splitlines()
NOT_DENIED = """
no change in my chest pain
no improvement in my seizures
no relief from chest pain
without change my chest pain goes on
not necessarily epilepsy
not only diabetes
they could not rule out cancer
cancer was not ruled out
epilepsy is being ruled out
epilepsy must be ruled out
to be ruled out for epilepsy
rule out epilepsy
being tested for epilepsy
checked for epilepsy
doubt it is epilepsy
epilepsy unlikely
history of epilepsy
no pain apart from chest pain
no pain aside from my seizures
no complaints other than seizures
no rash except seizures
epilepsy resolved
if I get a seizure
no cure for my diabetes
no better, diabetes is bad
no puedo descartar epilepsia
para descartar epilepsia
epilepsia debe descartarse
sin mejora de mis convulsiones
sin cambios en mi dolor de pecho
""".strip().splitlines()


def _rule_of(sentence: str) -> str:
    return next(rule for word, rule in RULES.items() if word in sentence)


CASES: list[Case] = [
    *named("kind:denied", [clear(_rule_of(said), **OPEN, anything_else=said) for said in DENIED]),
    *named("kind:not denied", [fires(_rule_of(said), **OPEN, anything_else=said) for said in NOT_DENIED]),
]
