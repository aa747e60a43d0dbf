"""Pregnancy, asked of everyone from 10 to 60, because no gender is assumed.

The danger signs have a screen of their own: the question that fits the first answer, alone, before anything
else.
"""

from intake.questionnaire.common import red_flag
from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

PREGNANCY = Step(
    code="pregnancy",
    title=_("Pregnancy"),
    intro=_(
        "We ask everyone of this age because some points are not safe in pregnancy. Choose what fits, or "
        "'I would rather not say'. If someone is helping you, you can answer this page alone."
    ),
    screens=(
        Screen(
            code="pregnancy",
            title=_("Pregnancy"),
            intro=_("Only clinicians see this answer."),
            questions=(
                Question(
                    code="pregnancy",
                    wording=_("Could you be pregnant?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("not_possible", _("Does not apply to me")),
                        Choice("no", _("No")),
                        Choice("yes", _("Yes")),
                        Choice("maybe", _("Not sure, or late period")),
                        Choice("trying", _("Trying, or fertility treatment")),
                        Choice("postpartum", _("Gave birth or pregnancy ended in the last 12 weeks")),
                        Choice("prefer_not", _("I would rather not say")),
                    ),
                    required=True,
                    show_if="age >= 10 AND age <= 60",
                    why="Clinic policy: pregnancy is reviewed first; no gender is assumed",
                    private=True,
                ),
                Question(
                    code="pregnancy_weeks",
                    wording=_("About how many weeks?"),
                    kind=Kind.NUMBER,
                    show_if="pregnancy = yes",
                    why="Point and position choice",
                    private=True,
                    hint=_("A whole number from 1 to 43"),
                    minimum=1,
                    maximum=43,
                ),
            ),
        ),
        Screen(
            code="pregnancy_warning",
            title=_("One safety question"),
            intro=_("Because of your last answer, we ask about signs that need care now."),
            why=_("Only clinicians see this answer."),
            questions=(
                red_flag(
                    "pregnancy_warning",
                    _(
                        "Now: bleeding, leaking fluid, strong belly pain, a bad headache that stays, changes "
                        "in your sight, one swollen leg, or baby moving less?"
                    ),
                    show_if="pregnancy in {yes, maybe}",
                    why="Emergency in pregnancy",
                    private=True,
                ),
                red_flag(
                    "postpartum_warning",
                    _(
                        "Now: soaking a pad an hour, a bad headache, changes in your sight, strong belly "
                        "pain, one swollen leg, or thoughts of hurting yourself or the baby?"
                    ),
                    show_if="pregnancy = postpartum",
                    why="Emergency after birth",
                    private=True,
                ),
                red_flag(
                    "early_preg_warning",
                    _("Now: strong pain low on one side, or bleeding that is not a normal period?"),
                    show_if="pregnancy in {trying, prefer_not}",
                    why="Ectopic pregnancy",
                    private=True,
                ),
            ),
        ),
    ),
)
