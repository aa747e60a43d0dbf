"""What the record of a visit tells: nobody is asked, but the rules read it."""

from intake.questionnaire.model import Choice, Kind, Question
from intake.questionnaire.wording import _

HOURS_SINCE_VISIT = Question(
    code="hours_since_visit",
    wording=_("Hours since the last visit with needles"),
    kind=Kind.NUMBER,
    why="What is normal on the first day is not normal on the third",
    minimum=0,
    maximum=100_000,
)

NUMBERS_DUE = Question(
    code="numbers_due",
    wording=_("Whether the pain in numbers is asked before this visit"),
    kind=Kind.ONE,
    choices=(Choice("yes", _("Yes")), Choice("no", _("No"))),
    why="The course of the pain is measured at set visits",
)

VISIT_AREAS = Question(
    code="visit_areas",
    wording=_("Where the needles were"),
    kind=Kind.MANY,
    choices=(
        Choice("limbs", _("Arms or legs")),
        Choice("low_back", _("Low back")),
        Choice("abdomen_flank", _("Belly or flank")),
        Choice("chest_upper_back", _("Chest or upper back")),
        Choice("neck_shoulder", _("Neck or shoulder")),
        Choice("head_ear", _("Head or ear")),
    ),
    why="Lung, cord and organs lie under some points",
)
