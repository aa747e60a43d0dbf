"""The way through a form: which screen comes next, which questions are still open, how far the person is.

Pure: it reads a questionnaire and a reading, no request and no database. Screens whose questions are all hidden do not
exist for this person, in either direction. The screen that is signed comes last, after check-your-answers.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from intake.questionnaire import Questionnaire, Step
from intake.questionnaire.expression.parser import parse
from intake.questionnaire.expression.tree import leaves
from intake.screening import Reading
from intake.screening.form import asks_the_text, codes_read

SIGNATURE = "signature"


class Status(StrEnum):
    """How far a step is."""

    DONE = "done"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a screen stands: how many screens are left, itself among them, of how many there are in the form."""

    left: int
    screens: int
    title: str

    @property
    def done(self) -> int:
        """How much of the form is behind, for the bar."""
        return self.screens - self.left


@dataclass(frozen=True, slots=True)
class StepTask:
    """A step as a task: the screen that opens it, if it may be opened."""

    title: str
    status: Status
    number: int | None


@lru_cache(maxsize=8)
def signing(questionnaire: Questionnaire) -> int:
    """Return the number of the screen that is signed; 0 where nothing is."""
    return questionnaire.number_of(SIGNATURE) if SIGNATURE in questionnaire else 0


def screens(questionnaire: Questionnaire, shown: Collection[str]) -> list[int]:
    """Return the numbers of the screens this person walks before check-your-answers."""
    last = signing(questionnaire)
    return [number for number in _main(questionnaire) if number != last and _is_shown(questionnaire, number, shown)]


def after(questionnaire: Questionnaire, shown: Collection[str], number: int) -> int | None:
    """Return the next screen, or None when check-your-answers comes next."""
    return next((following for following in screens(questionnaire, shown) if following > number), None)


def before(questionnaire: Questionnaire, shown: Collection[str], number: int) -> int | None:
    """Return the screen before, or None at the first one."""
    return next((preceding for preceding in reversed(screens(questionnaire, shown)) if preceding < number), None)


def open_codes(questionnaire: Questionnaire, reading: Reading, number: int) -> list[str]:
    """Return the shown questions of a screen that are wrong, required and empty, or to be looked at once more."""
    still_open = reading.still_open & reading.shown
    return [question.code for question in questionnaire.screen(number).questions if question.code in still_open]


def first_open(questionnaire: Questionnaire, reading: Reading, saved: Callable[[str], bool]) -> int | None:
    """Return the first screen that was never kept or is not whole; None when only check-your-answers is left."""
    return next(
        (
            number
            for number in screens(questionnaire, reading.shown)
            if open_codes(questionnaire, reading, number) or not saved(questionnaire.screen(number).code)
        ),
        None,
    )


def opened(questionnaire: Questionnaire, earlier: Reading, now: Reading) -> list[int]:
    """Return the screens with an empty question that a change has just opened."""
    fresh = now.shown - earlier.shown
    return [
        number
        for number in screens(questionnaire, now.shown)
        if any(q.code in fresh and q.code not in now.answers for q in questionnaire.screen(number).questions)
    ]


def place(questionnaire: Questionnaire, reading: Reading, number: int) -> Progress:
    """Return where a screen stands. What is left is an upper bound, which falls with every screen on the way: what an
    answer may still open counts until it is known.
    """
    steps = _steps(questionnaire, reading)
    step = questionnaire.step_of(number)
    reached = {questionnaire.step_of(other).code for other in _main(questionnaire) if other <= number}
    furthest = max((place for place, other in enumerate(steps, start=1) if other.code in reached), default=1)
    mine = next((place for place, other in enumerate(steps, start=1) if other.code == step.code), furthest)
    title = step.title if mine == furthest else questionnaire.screen(number).title
    return Progress(
        left=len(_coming(questionnaire, reading.shown, number)), screens=len(_main(questionnaire)), title=title
    )


def _coming(questionnaire: Questionnaire, shown: Collection[str], number: int) -> list[int]:
    """The screens from this one on that are asked, and those that an answer from here on may still open."""
    coming: list[int] = []
    for other in _main(questionnaire)[number - 1 :]:
        opens = _opened_by(questionnaire)[other].intersection(coming)
        if other == number or opens or _is_shown(questionnaire, other, shown):
            coming.append(other)
    return coming


@lru_cache(maxsize=8)
def _opened_by(questionnaire: Questionnaire) -> Mapping[int, frozenset[int]]:
    """By the number of a screen, those whose answers decide whether it is asked."""
    scanned = {questionnaire.number_of(question.code) for question in questionnaire.main_questions if question.scanned}
    found: dict[int, frozenset[int]] = {}
    for number in _main(questionnaire):
        read = [each for question in questionnaire.screen(number).questions for each in leaves(parse(question.show_if))]
        asked = {questionnaire.number_of(code) for leaf in read for code in codes_read(leaf) if code in questionnaire}
        found[number] = frozenset(asked | scanned if any(asks_the_text(leaf) for leaf in read) else asked)
    return found


def tasks(questionnaire: Questionnaire, reading: Reading, saved: Callable[[str], bool]) -> Iterator[StepTask]:
    """Yield the steps of this person with how far each is.

    The safety questions come before the rest of the form, and the last step waits for all others.
    """
    first = questionnaire.main_screens[0].code
    waits = not saved(first) or bool(open_codes(questionnaire, reading, 1))
    all_done = True
    for step in _steps(questionnaire, reading):
        numbers = [n for n in _main(questionnaire) if questionnaire.step_of(n) is step]
        # A step that may be asked once the birth date is known has no screen to show yet.
        numbers = [n for n in numbers if _is_shown(questionnaire, n, reading.shown)] or numbers
        signed_here = signing(questionnaire) in numbers
        status = _status(questionnaire, reading, numbers, saved)
        if status is not Status.DONE and ((waits and 1 not in numbers) or (signed_here and not all_done)):
            status = Status.LATER
        yield StepTask(step.title, status, _opening(questionnaire, reading, numbers, saved, status))
        all_done = all_done and status is Status.DONE
        safety = all(questionnaire.screen(number).has_red_flag for number in numbers)
        waits = waits or (safety and status is not Status.DONE)


def _status(questionnaire: Questionnaire, reading: Reading, numbers: list[int], saved: Callable[[str], bool]) -> Status:
    are_saved = [saved(questionnaire.screen(number).code) for number in numbers]
    if all(are_saved) and not any(open_codes(questionnaire, reading, number) for number in numbers):
        return Status.DONE
    return Status.BEGUN if any(are_saved) else Status.NOT_BEGUN


def _opening(
    questionnaire: Questionnaire,
    reading: Reading,
    numbers: list[int],
    saved: Callable[[str], bool],
    status: Status,
) -> int | None:
    """The first screen of a step that is not whole, else its first one."""
    if status is Status.LATER:
        return None
    unfinished = (
        n for n in numbers if not saved(questionnaire.screen(n).code) or open_codes(questionnaire, reading, n)
    )
    return next(unfinished, numbers[0])


def _steps(questionnaire: Questionnaire, reading: Reading) -> list[Step]:
    """The steps this person is asked. Until the birth date is known all of them count: a total should not jump."""
    knows_birth_date = "date_of_birth" not in questionnaire or "date_of_birth" in reading.answers
    return [
        step
        for step in questionnaire.steps
        if not step.optional and (not knows_birth_date or any(q.code in reading.shown for q in step.questions))
    ]


def _main(questionnaire: Questionnaire) -> range:
    return range(1, len(questionnaire.main_screens) + 1)


def _is_shown(questionnaire: Questionnaire, number: int, shown: Collection[str]) -> bool:
    return any(question.code in shown for question in questionnaire.screen(number).questions)
