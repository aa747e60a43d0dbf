"""What many questions share."""

from intake.questionnaire.model import Choice, Kind, Question
from intake.questionnaire.wording import _

NO_YES_NOT_SURE = (Choice("no", _("No")), Choice("yes", _("Yes")), Choice("not_sure", _("Not sure")))


def red_flag(
    code: str,
    wording: str,
    *,
    why: str,
    choices: tuple[Choice, ...] = NO_YES_NOT_SURE,
    show_if: str = "always",
    private: bool = False,
) -> Question:
    """A required tap of its own. Whoever cannot rule it out says "Not sure": nobody is made to say No."""
    return Question(
        code=code,
        wording=wording,
        kind=Kind.ONE,
        choices=choices,
        required=True,
        show_if=show_if,
        why=why,
        private=private,
        red_flag=True,
    )
