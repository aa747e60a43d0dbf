"""The 81 rules of the intake: 9 emergency, 26 hold, 30 caution, 16 note. One file a theme, so that a practitioner
can read a change aloud.

Evidence marks in the sources: ``[V]`` was checked in the public source's title, abstract or page text;
``(from memory)`` is well established and was not confirmed here. A licensed practitioner and a pharmacist
must approve the rules before a clinic goes live.

ICD-10-CM: emergency and hold rules offer symptom and status codes only; a disease code needs a diagnosis
already in the record. The codes were found in the FY2021 order file; a code that ends in ``-`` has been split
since, and the current child must be looked up.
"""

from intake.screening.rule import Rule
from intake.screening.rules.answers import ANSWERS
from intake.screening.rules.bleeding import BLEEDING
from intake.screening.rules.cancer import CANCER
from intake.screening.rules.crisis import CRISIS
from intake.screening.rules.devices import DEVICES
from intake.screening.rules.heart import HEART
from intake.screening.rules.illnesses import ILLNESSES
from intake.screening.rules.infection import INFECTION
from intake.screening.rules.needles import NEEDLES
from intake.screening.rules.nerves import NERVES
from intake.screening.rules.pregnancy import PREGNANCY
from intake.screening.rules.seizures import SEIZURES
from intake.screening.rules.spine import SPINE
from intake.screening.rules.young import YOUNG

_BY_THEME: tuple[tuple[Rule, ...], ...] = (
    CRISIS,
    NERVES,
    SPINE,
    HEART,
    INFECTION,
    PREGNANCY,
    BLEEDING,
    SEIZURES,
    CANCER,
    DEVICES,
    ILLNESSES,
    NEEDLES,
    YOUNG,
    ANSWERS,
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for theme in _BY_THEME for rule in theme), key=lambda rule: -rule.tier.rank)
)
"""Most serious first, then in the order of the themes."""
