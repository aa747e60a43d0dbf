"""What somebody answered last time, beside the question of an update: "Has this changed?". Nothing is filled in.

"No change" is an answer of this sitting, the same as the old one; a warning sign may only still be No. On a tablet the
desk could look on: no old answer is shown there, and a warning sign is simply asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from intake.pages import drafts
from intake.pages.viewer import FormViewer, is_helped
from intake.questionnaire import Answer, Kind, Question, Raw, Screen
from intake.questionnaire.model import EXCLUDING
from intake.record.answer_words import said
from intake.record.models import Answers
from intake.screening import Reading


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
    # Red flags with another answer than No are asked anew.
    label: str


def last_answers(
    viewer: FormViewer, answers: Answers, reading: Reading, screen: Screen, *, on: date
) -> dict[str, LastAnswer]:
    """Return the old answers of a screen by question code; nothing for a form that stands alone."""
    carried = {question.code for question in viewer.questionnaire.carried}
    here = [q for q in screen.questions if q.code in carried and q.code in reading.shown]
    if not here:
        return {}
    before = drafts.known_of(viewer.intake, answers, on=on).answers
    helped = is_helped(before)
    return {
        question.code: _last(question, before[question.code], answers.raw, reading, viewer, helped=helped)
        for question in here
        if question.code in before
    }


def _last(
    question: Question,
    old: Answer,
    raw_now: Mapping[str, Raw],
    reading: Reading,
    viewer: FormViewer,
    *,
    helped: bool,
) -> LastAnswer:
    raw, unseen = _as_typed(old), viewer.is_on_tablet or (helped and question.private)
    offered = question.code in reading.standing and not question.appended
    is_edited = question.kind is Kind.LONG_TEXT and not question.appended and not unseen
    return LastAnswer(
        raw=raw,
        words="" if unseen else ", ".join(said(question, raw)),
        offered=offered and not (viewer.is_on_tablet and question.red_flag),
        is_same=bool(raw) and raw_now.get(question.code) == raw,
        is_no=set(old if isinstance(old, list) else [old]) <= EXCLUDING,
        is_edited=is_edited,
        label=_("Still no") if question.red_flag else _("No change"),
    )


def all_still_no(last: Mapping[str, LastAnswer], shown: Iterable[Question]) -> bool:
    """Whether one tap may answer the whole screen: several questions, each with an old No that may stand."""
    asked = list(shown)
    there = [last.get(question.code) for question in asked]
    return len(asked) > 1 and all(one is not None and one.offered and one.is_no and bool(one.words) for one in there)


def _as_typed(answer: Answer) -> Raw:
    return answer if isinstance(answer, list) else str(answer)
