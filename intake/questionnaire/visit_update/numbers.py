"""The pain in numbers, as in the full form, before some of the visits: whoever knows which visit it is says so.

A number is given anew or not at all: no old one is shown beside it, and none stands for it.
"""

from intake.questionnaire.carried import carried
from intake.questionnaire.model import Screen, Step
from intake.questionnaire.visit_record import NUMBERS_DUE
from intake.questionnaire.wording import _

_DUE = f"{NUMBERS_DUE.code} = yes"

NUMBERS = Step(
    code="numbers",
    title=_("Your pain in numbers"),
    screens=(
        Screen(
            code="update_numbers",
            title=_("Your pain in numbers"),
            intro=_("Choose a number for each question. We compare it with your first form."),
            questions=tuple(
                carried(code, asked_if=_DUE, anew_if="always")
                for code in ("pain_now", "peg_pain", "peg_enjoy", "peg_activity")
            ),
        ),
    ),
)
