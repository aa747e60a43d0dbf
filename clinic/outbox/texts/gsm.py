"""How long a text message is. Pure.

160 signs of the GSM alphabet (3GPP TS 23.038) are one message; with a single sign outside it, 70 are. What people
write in print, curly quotes and long dashes, has a plain twin in the alphabet and is written with it.
"""

import re

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWO_SIGNS = frozenset("^{}\\[~]|€")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " "}
)
ONE_MESSAGE, ONE_MESSAGE_OF_OTHERS = 160, 70
# A longer one leaves in parts, each of which spends some signs on saying which part it is.
_PART, _PART_OF_OTHERS = 153, 67


def plain(text: str) -> str:
    """Return a text with the twins that the alphabet has, on one line, with no space before a sign."""
    return re.sub(r" (?=[:,.!?]( |$))", "", " ".join(text.translate(_PLAIN).split()))


def is_gsm(text: str) -> bool:
    """Say whether every sign is in the alphabet."""
    return all(sign in _BASIC or sign in _TWO_SIGNS for sign in text)


def length(text: str) -> int:
    """Return how many signs a text counts: those of the second table count twice."""
    return sum(2 if sign in _TWO_SIGNS else 1 for sign in text)


def is_one_message(text: str) -> bool:
    """Say whether a text leaves as one message."""
    return length(text) <= ONE_MESSAGE if is_gsm(text) else len(text) <= ONE_MESSAGE_OF_OTHERS


def parts(text: str) -> int:
    """Return as how many messages a text leaves, and is paid."""
    if is_one_message(text):
        return 1
    return -(-length(text) // _PART) if is_gsm(text) else -(-len(text) // _PART_OF_OTHERS)
