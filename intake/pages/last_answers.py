"""What somebody answered last time, beside the question of an update: "Has this changed?". Nothing is filled in.

"No change" is an answer of this sitting, the same as the old one; a warning sign may only still be No. It is offered
only beside the old answer; where it is all that a screen asks, it leads on at once. On a tablet the desk could look
on: no old answer is shown there, and all is simply asked; a list says that it has to be whole, for it takes the old
one's place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from intake.pages import readings
from intake.pages.viewer import FormViewer, is_helped
from intake.questionnaire import Answer, Kind, Question, Raw, Screen
from intake.questionnaire.model import EXCLUDING
from intake.record.answer_words import said
from intake.record.models import Answers
from intake.screening import Reading

# Signed, or said of this very sitting.
NEW_EACH_TIME = frozenset({"form_filler", "signature", "guardian_signature"})
# A number that stands beside the question is a number that is given again; a tick is a signature.
NEVER_SHOWN = frozenset({Kind.SCALE, Kind.CHECKBOX})


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """The old answer to a question: its words (empty where these eyes may not read it), and what may be said of it."""

    raw: Raw
    words: str
    # Whether "No change" may be tapped, and whether it was.
    offered: bool
    is_same: bool
    is_no: bool
    # A list that is edited begins with the old one; any other question begins empty.
    is_edited: bool
    # Beside a list that takes the place of one that the tablet does not show: that it has to be whole.
    whole_again: str
    # Red flags with another answer than No are asked anew.
    label: str


def shows_last(viewer: FormViewer, answers: Answers) -> bool:
    """Whether old answers stand beside the questions: in an update, and in a full form that is filled in again."""
    return bool(viewer.questionnaire.carried or answers.document.get("before"))


def last_answers(
    viewer: FormViewer, answers: Answers, reading: Reading, screen: Screen, *, on: date
) -> dict[str, LastAnswer]:
    """Return the old answers of a screen by question code; nothing for a form that stands alone."""
    carried = {q.code for q in viewer.questionnaire.carried if q.kind not in NEVER_SHOWN}
    again = answers.document.get("before", {})
    questions = [
        q for q in screen.questions if q.code in reading.shown and (q.code in carried or _is_confirmed(q, again))
    ]
    if not questions:
        return {}
    before = again or readings.known_of(viewer.intake, answers, on=on).answers
    # Somebody helps now, or helped then.
    helped = is_helped(before) or is_helped(reading.answers)
    kept_back = viewer.unreadable(answers)
    return {
        question.code: _last(
            question,
            before[question.code],
            answers.raw,
            viewer,
            stands=_may_stand(question, before[question.code]) if again else question.code in reading.standing,
            helped=helped,
            kept_back=question.code in kept_back,
        )
        for question in questions
        if question.code in before
    }


def _is_confirmed(question: Question, again: Mapping[str, Answer]) -> bool:
    """In a full form again: everything but who it is, how strong the pain is now, and what is signed."""
    was_answered = question.code in again and not question.identity and question.code not in NEW_EACH_TIME
    return was_answered and question.kind not in NEVER_SHOWN


def _may_stand(question: Question, old: Answer) -> bool:
    """The time window of a red flag has moved on: only an old No may be called unchanged."""
    return not question.red_flag or _is_no(old)


def _is_no(old: Answer) -> bool:
    return set(old if isinstance(old, list) else [old]) <= EXCLUDING


def _last(
    question: Question,
    old: Answer,
    raw_now: Mapping[str, Raw],
    viewer: FormViewer,
    *,
    stands: bool,
    helped: bool,
    kept_back: bool,
) -> LastAnswer:
    raw, unseen = _as_typed(old), viewer.is_on_tablet or (helped and question.private)
    offered = stands and not question.appended
    is_edited = question.kind is Kind.LONG_TEXT and not question.appended and not unseen
    return LastAnswer(
        raw=raw,
        words="" if unseen else ", ".join(said(question, raw)),
        offered=offered and not unseen,
        # That the new answer is the old one would tell it to whoever knows the old one.
        is_same=not kept_back and bool(raw) and raw_now.get(question.code) == raw,
        is_no=_is_no(old),
        is_edited=is_edited,
        whole_again=_whole_again() if viewer.is_on_tablet and _is_replaced(question) else "",
        label=_("Still no") if question.red_flag else _("No change"),
    )


def _is_replaced(question: Question) -> bool:
    """Whether what is typed takes the place of the old text, and is not added to it."""
    return question.kind is Kind.LONG_TEXT and not question.appended


def _whole_again() -> str:
    return _(
        "Please write the whole list, also what you told us before. We don’t show your last answers on this tablet, "
        "so that nobody else can read them."
    )


def all_still_no(last: Mapping[str, LastAnswer], shown: Iterable[Question]) -> bool:
    """Whether one tap may answer the whole screen: several questions, each with an old No that may stand."""
    questions = list(shown)
    old_answers = [last.get(question.code) for question in questions]
    return len(questions) > 1 and all(
        old_answer is not None and old_answer.offered and old_answer.is_no and bool(old_answer.words)
        for old_answer in old_answers
    )


def only_old_answer(last: Mapping[str, LastAnswer], shown: Iterable[Question]) -> str:
    """Return the code of the one question of a screen whose old answer may be called unchanged; else nothing."""
    codes = [question.code for question in shown]
    old_answer = last.get(codes[0]) if len(codes) == 1 else None
    return codes[0] if old_answer is not None and old_answer.offered and old_answer.words else ""


def _as_typed(answer: Answer) -> Raw:
    return answer if isinstance(answer, list) else str(answer)
