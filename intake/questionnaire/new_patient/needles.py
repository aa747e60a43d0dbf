"""How the patient feels about needles, and what other doctors advised."""

from intake.questionnaire.common import NO_YES_NOT_SURE
from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

NEEDLES = Step(
    code="needles",
    title=_("Needles and advice"),
    screens=(
        Screen(
            code="needles",
            title=_("Needles and advice"),
            intro=_("If needles worry you, we have gentler options, some without needles."),
            questions=(
                Question(
                    code="needle_feelings",
                    wording=_("How do you feel about needles?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("fine", _("Fine")),
                        Choice("nervous", _("A little nervous")),
                        Choice("very_anxious", _("Very anxious")),
                        Choice("panic_faint", _("I panic or pass out")),
                    ),
                    required=True,
                    why="Needle anxiety",
                ),
                Question(
                    code="doctor_advised_against",
                    wording=_("Has a doctor told you not to have acupuncture?"),
                    kind=Kind.ONE,
                    choices=NO_YES_NOT_SURE,
                    required=True,
                    why="Unknown risk",
                ),
            ),
        ),
    ),
)
