"""Four questions about the day of the visit, and room for anything else."""

from intake.questionnaire.carried import carried
from intake.questionnaire.common import NO_YES_NOT_SURE
from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

TODAY = Step(
    code="today",
    title=_("Today"),
    screens=(
        Screen(
            code="today",
            title=_("Today"),
            intro=_("A few short questions about today."),
            questions=(
                Question(
                    code="day_eaten",
                    wording=_("Have you eaten in the last 4 hours?"),
                    kind=Kind.ONE,
                    choices=(Choice("yes", _("Yes")), Choice("no", _("No"))),
                    required=True,
                    why="Fainting and low sugar",
                ),
                Question(
                    code="day_substances",
                    wording=_("Since you woke up today, have you had any of these?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("alcohol", _("Alcohol")),
                        Choice("cannabis", _("Cannabis")),
                        Choice("calming_new", _("A calming or sleeping medicine that I do not take every day")),
                        Choice("calming_usual", _("A calming or sleeping medicine that I take every day")),
                    ),
                    required=True,
                    why="Consent and safety on the table",
                ),
                Question(
                    code="day_feeling",
                    wording=_("Do you feel sick today?"),
                    kind=Kind.ONE,
                    choices=NO_YES_NOT_SURE,
                    required=True,
                    why="New illness",
                ),
                Question(
                    code="day_missed_dose",
                    wording=_("In the last 2 weeks, did you miss or stop any of these medicines?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("No")),
                        Choice("blood_thinner", _("A blood thinner, Plavix or Brilinta")),
                        Choice("heart", _("Heart medicine")),
                        Choice("seizure", _("Seizure medicine")),
                        Choice("diabetes", _("Diabetes medicine")),
                        Choice("other", _("Another medicine")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    why="A missed dose can matter more than the needles",
                ),
                # What was written before is kept, and what is written now is added to it.
                carried("anything_else", appended=True),
            ),
        ),
    ),
)
