"""The risk sheet that is read before signing, and its version.

A signature is worth what it was put under: the consent record keeps the version and the hash of the very
words. Change a word and raise the version. Sources: the rule table's consent line; German PEP safety report
and BMJ 2001 surveys for what is common and what is rare (bruise or bleeding, soreness, tiredness; rarely
infection, nerve injury, lung leak).
"""

from collections.abc import Iterable
from hashlib import sha256

from intake.questionnaire.wording import _

CONSENT_VERSION = "1.1"

RISK_SHEET: tuple[str, ...] = (
    _(
        "Acupuncture means that a licensed practitioner puts very thin, sterile, single-use needles through "
        "the skin. It may ease pain. It does not work for everyone."
    ),
    _("Common and mild: a bruise or a little bleeding, soreness, tiredness or fainting."),
    _(
        "Rare but serious: infection, nerve injury or a collapsed lung. Sharp chest pain or shortness of breath "
        "after a visit needs an emergency room, even two days later."
    ),
    _(
        "You have other choices: exercise, physical therapy, medicines, other treatments, or waiting. You can "
        "ask about any of them."
    ),
    _("You can say no, ask for fewer needles, or stop at any time. Saying no will not affect your care here."),
    _(
        "A practitioner talks with you before the first needle. Don’t stop or change a medicine for "
        "acupuncture without asking the doctor who prescribed it."
    ),
)


def consent_hash(words: Iterable[str] | None = None) -> str:
    """The SHA-256 of the version and the words that were read, in hexadecimal: what exactly was signed.

    `words` is the risk sheet in another language, line by line; without it, the English one.
    """
    return sha256("\n".join((CONSENT_VERSION, *(RISK_SHEET if words is None else words))).encode()).hexdigest()
