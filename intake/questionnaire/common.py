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
    since: str = "",
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
        since=since,
    )


def follow_up(code: str, wording: str, *, show_if: str, why: str, since: str) -> Question:
    """A required tap that opens below the answer it asks about."""
    return Question(
        code=code,
        wording=wording,
        kind=Kind.ONE,
        choices=NO_YES_NOT_SURE,
        required=True,
        show_if=show_if,
        why=why,
        since=since,
    )
