"""The rules of the intake. One file a theme, so that a practitioner can read a change aloud.

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
from intake.screening.rules.check_in.call_clinic import CALL_CLINIC
from intake.screening.rules.check_in.conflict import CONFLICT
from intake.screening.rules.check_in.emergency import EMERGENCY
from intake.screening.rules.check_in.urgent import URGENT
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
from intake.screening.rules.visit_update import VISIT_UPDATE
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


def most_serious_first(*rules: Rule) -> tuple[Rule, ...]:
    """The rules as findings are told: by tier, then in the order of the themes."""
    return tuple(sorted(rules, key=lambda rule: -rule.tier.rank))


RULES: tuple[Rule, ...] = most_serious_first(*(rule for theme in _BY_THEME for rule in theme))
"""Most serious first, then in the order of the themes."""

VISIT_UPDATE_RULES: tuple[Rule, ...] = VISIT_UPDATE
"""They run beside those of the full form, over both sittings."""

CHECK_IN_RULES: tuple[Rule, ...] = most_serious_first(*EMERGENCY, *URGENT, *CALL_CLINIC, *CONFLICT)
"""They alone run on a check-in; what the full form found they ask by name."""
