"""What patients say in their own words: medicines, conditions and a cry for help, found in free text.

    scan({"meds_list": "Eliquis 5 mg"}, on=day).med("ANTICOAG")   # True

The words are data (`lexicon`); the reading of them is in the modules beside. Nothing is hidden: every
hit, counted or not, comes out with its status and its place in the raw text.
"""

from intake.screening.text.check import problems
from intake.screening.text.hits import Hit, HitKind, HitStatus, NotRead, Scan, Treated
from intake.screening.text.lexicon import LEXICON, Lexicon
from intake.screening.text.recogniser import RECOGNISER, Recogniser

scan = RECOGNISER.scan

__all__ = (
    "LEXICON",
    "Hit",
    "HitKind",
    "HitStatus",
    "Lexicon",
    "NotRead",
    "Recogniser",
    "Scan",
    "Treated",
    "problems",
    "scan",
)
