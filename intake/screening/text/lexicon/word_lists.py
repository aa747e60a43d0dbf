"""Words of a crisis, and the words looked for in the check-in after a visit.

'I don't want to live in pain' fires too; the call is worth it. Chinese and Korean phrases are never
cancelled. Foreign phrases are from memory: native speakers must check them.
"""

from intake.screening.text.lexicon.shapes import WordList

_CRISIS_BRIDGE = (
    "thoughts",
    "thought",
    "feel",
    "feeling",
    "feels",
    "think",
    "thinking",
    "about",
    "want",
    "wanting",
    "wanted",
    "plan",
    "plans",
    "i",
    "would",
    "ever",
    "attempted",
    "attempt",
    "by",
    "committed",
    "died",
    "from",
    "lost",
    "tried",
    "going",
    "him",
    "her",
    "his",
)

_CHECK_IN_BRIDGE = (
    *_CRISIS_BRIDGE,
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

CRISIS = WordList(
    code="crisis",
    phrases=(
        "kill myself",
        "killing myself",
        "suicide",
        "suicidal",
        "end my life",
        "ending my life",
        "want to die",
        "wanna die",
        "better off dead",
        "no reason to live",
        "quiero morir",
        "matarme",
        "suicidarme",
        "죽고 싶",
        "자살",
        "想死",
        "自杀",
        "自殺",
        "muốn chết",
        "tự tử",
        "don't want to live",
        "dont want to live",
        "do not want to live",
        "take my own life",
        "take my life",
        "wish i was dead",
        "wish i were dead",
        "want to be dead",
        "hurt myself",
        "harm myself",
    ),
    bridge=_CRISIS_BRIDGE,
)

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

WORD_LISTS = (CRISIS, FOLLOWUP_TODAY, FOLLOWUP_NEXT_DAY)
