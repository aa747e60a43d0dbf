"""Words that are neither medicine nor illness: a cry for help, warning signs, the words of the check-in."""

from intake.screening.text.lexicon.crisis import CRISIS, CRISIS_SOFT
from intake.screening.text.lexicon.red_flags import RED_FLAGS
from intake.screening.text.lexicon.shapes import WordList

_CHECK_IN_BRIDGE = (
    *CRISIS.bridge,
    "trouble",
    "problem",
    "problems",
    "short",
    "shortness",
    "pain",
    "sign",
    "signs",
    "noticed",
    "seen",
    "redness",
    "swelling",
)

_CHECK_IN_NEGATION = ("aren't", "isn't", "wasn't", "weren't", "haven't")

FOLLOWUP_TODAY = WordList(
    code="followup_today",
    phrases=(
        "chest",
        "breath",
        "breathe",
        "breathing",
        "numb",
        "numbness",
        "pecho",
        "respirar",
        "respiro",
        "aire",
        "entumecido",
        "entumecida",
        "dormido",
        "dormida",
    ),
    bridge=_CHECK_IN_BRIDGE,
    negation=_CHECK_IN_NEGATION,
    still_negation=("no problem", "no problems"),
)

FOLLOWUP_NEXT_DAY = WordList(
    code="followup_next_day",
    phrases=(
        "fever",
        "chills",
        "bleeding",
        "pregnant",
        "rash",
        "swollen",
        "fiebre",
        "calentura",
        "escalofríos",
        "sangrado",
        "sangra",
        "embarazada",
        "sarpullido",
        "ronchas",
        "hinchado",
        "hinchada",
    ),
    bridge=_CHECK_IN_BRIDGE,
    negation=_CHECK_IN_NEGATION,
    still_negation=("no problem", "no problems"),
)

WORD_LISTS = (CRISIS, CRISIS_SOFT, *RED_FLAGS, FOLLOWUP_TODAY, FOLLOWUP_NEXT_DAY)
