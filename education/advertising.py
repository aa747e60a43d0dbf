"""Words that promise more than anybody knows: families of them, each with what to do instead.

Data for the linter, pure: nothing of Django. A pattern is matched as whole words, in any case.
"""

from dataclasses import dataclass


def _(text: str) -> str:
    """Mark wording for translation; the page translates it."""
    return text


@dataclass(frozen=True)
class Family:
    """Words of one kind: their patterns, and what to write instead."""

    name: str
    patterns: tuple[str, ...]
    hint: str


ADVERTISING = (
    Family(
        "cure",
        (r"cur(?:e|es|ed|ing|ative)", "curable"),
        _("No trial shows a cure. Say what got better, for how many people, and for how long."),
    ),
    Family(
        "promise",
        (r"guarantee(?:s|d|ing)?", "works for everyone"),
        _("No one can promise a result. Say how many people it helped."),
    ),
    Family(
        "healing crisis",
        (r"healing (?:crisis|response)", "therapeutic reaction"),
        _("Getting worse is not a sign that it works. Say what to watch for and who to call."),
    ),
    Family(
        "healing",
        (r"heal(?:s|ed|ing)?(?! (?:crisis|response))",),
        _("No study shows that discs, nerves or joints heal. Say what was measured."),
    ),
    Family(
        "detox",
        (r"detox\w*", r"toxins?", r"cleans(?:e|es|ing)"),
        _("There is no evidence for this. Remove it."),
    ),
    Family(
        "without risk",
        (
            r"risk[- ]free",
            r"(?:100 ?%|completely|totally|perfectly|absolutely|entirely) safe",
            r"no (?:risks?|side[- ]effects?)",
            "harmless",
        ),
        _("Needles always carry some risk. Give the numbers."),
    ),
    Family(
        "without pain",
        (r"painless(?:ly)?", r"pain[- ]free"),
        _("Some people feel needles. Say how many, or say 'usually little pain'."),
    ),
    Family(
        "wonder",
        (
            r"miracles?",
            r"miraculous(?:ly)?",
            r"magic(?:al|ally)?",
            r"breakthroughs?",
            "revolutionary",
            r"game[- ]changers?",
            r"amazing(?:ly)?",
            r"incredibl[ey]",
            r"unbelievabl[ey]",
            r"astonishing(?:ly)?",
            r"life[- ]changing",
        ),
        _("This is advertising. Remove it."),
    ),
    Family(
        "proof",
        (r"(?:clinically|scientifically|medically) proven", r"proven (?:to|results?|relief)"),
        _("Say what was compared with what, in how many people, and how sure we can be."),
    ),
    Family(
        "the best",
        (
            r"the best (?:acupuncturists?|practitioners?|clinics?|treatments?|care|results?)",
            r"world[- ]class",
            r"leading (?:clinics?|experts?)",
            "number one",
            r"award[- ]winning",
            r"top[- ]rated",
        ),
        _("This is advertising. Remove it."),
    ),
    Family(
        "for ever",
        (r"instant(?:ly)?", "immediate relief", r"permanent(?:ly)? (?:relief|results?|fix|gone)", "forever"),
        _("Say when it was measured, and how long it lasted."),
    ),
    Family(
        "energy",
        (
            r"boost(?:s|ed|ing)? (?:your |the )?(?:immun\w*|energy|circulation|metabolism)",
            r"balanc(?:es|ing) (?:your )?(?:energy|qi|chi)",
        ),
        _("This is tradition or advertising. Say so, or remove it."),
    ),
)
