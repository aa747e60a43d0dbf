"""From what was typed to an answer, or to a sentence that says what to do.

Nothing is guessed: what cannot be read is an error, and an empty field is no answer. Where a typed answer is
wrong but part of it can be read (a "None" ticked with an illness, a text that is too long), the error hands
that part on: the stricter reading is screened while the person is asked to correct it.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from clinic.birth_dates import OLDEST, DateFault, WrongBirthDateError, birth_date
from clinic.characters import clean_ascii, clean_line, has_letter
from clinic.contact import clean_email, clean_phone, parts_of
from clinic.months import day_of, month_of
from intake.questionnaire.dates import age_on
from intake.questionnaire.model import EXCLUDING, Answer, Kind, Question, Raw
from intake.questionnaire.wording import Sentence, _

# A name and a number in one answer.
_NAMES_A_PHONE = frozenset({"emergency_contact"})
# A name and nothing else.
_NAMES = frozenset({"full_name", "guardian_name", "signature", "guardian_signature"})
# Three digits in a row, however they are parted, are meant as a number.
_DIGITS = re.compile(r"\d(?:[\s().–‐‑-]*\d){2}")


class AnswerError(ValueError):
    """Something was typed but is not an answer. `answer` is the part that is screened all the same."""

    def __init__(self, sentence: Sentence, answer: Answer | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.answer = answer


def clean(question: Question, raw: Raw | None, *, on: date) -> Answer | None:
    """Return the answer that was typed, None if nothing was. `on` is the day it was typed.

    Raises AnswerError with a sentence for the person who typed it.
    """
    if raw is None:
        return None
    return _CLEANERS[question.kind](question, raw, on)


def what_to_do(question: Question) -> Sentence:
    """The sentence that asks for a required answer which is not there yet."""
    return Sentence(_ASKING_FOR.get(question.code) or _ASKING[question.kind])


def _words(question: Question, raw: Raw, _on: date) -> str | None:
    if not isinstance(raw, str):
        raise AnswerError(Sentence(_("Write your answer in words.")))
    text = raw.replace("\r\n", "\n").replace("\r", "\n").strip()
    if question.kind is not Kind.LONG_TEXT:
        text = clean_line(text)
    lines_allowed = "\n\t" if question.kind is Kind.LONG_TEXT else ""
    if any(_is_control(sign) and sign not in lines_allowed for sign in text):
        readable = "".join(" " if _is_control(sign) else sign for sign in text)
        raise AnswerError(
            Sentence(_("This has a character we cannot read. Type it again instead of pasting it.")),
            _still_counts(question, readable),
        )
    if len(text) > question.longest:
        raise AnswerError(
            Sentence(_("Shorten this to {longest} characters or fewer."), longest=question.longest),
            _still_counts(question, text),
        )
    return text or None


def _is_control(sign: str) -> bool:
    """Control characters, line and paragraph separators, lone halves of a character."""
    return unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"}


def _still_counts(question: Question, text: str) -> str | None:
    return text[: question.longest] if question.scanned else None


def _text(question: Question, raw: Raw, on: date) -> str | None:
    """Words, and the number among them where one is asked for: digits that are no whole number reach nobody. A name has
    a letter, of whichever script.
    """
    text = _words(question, raw, on)
    if text and question.code in _NAMES and not has_letter(text):
        raise AnswerError(Sentence(_("Write the name in letters. Numbers and signs alone are not a name.")))
    if (
        text
        and question.code in _NAMES_A_PHONE
        and _DIGITS.search(text)
        and not any(link for _part, link in parts_of(text))
    ):
        raise AnswerError(Sentence(_("Write a phone number with its area code, for example 213-555-0100.")))
    return text


def _phone(question: Question, raw: Raw, on: date) -> str | None:
    number = _words(question, raw, on)
    if number is None:
        return None
    whole = clean_phone(number)
    if whole is None:
        raise AnswerError(Sentence(_("Write a phone number with its area code, for example 213-555-0100.")))
    return whole


def _email(question: Question, raw: Raw, on: date) -> str | None:
    address = _words(question, raw, on)
    if address is None:
        return None
    reached = clean_email(address)
    if reached is None:
        raise AnswerError(Sentence(_("This address looks incomplete. Write it like name@example.com.")))
    return reached


def _date(_question: Question, raw: Raw, on: date) -> str | None:
    if not isinstance(raw, dict):
        raise AnswerError(Sentence(_("Tell us the month, the day and the year.")))
    parts = {part: clean_ascii(str(raw.get(part, ""))) for part in ("year", "month", "day")}
    if not any(parts.values()):
        return None
    _part(parts["year"], _("Tell us the year, for example 1962."))
    month = month_of(parts["month"]) or _part(parts["month"], _("Tell us the month, for example 4 or April."))
    day = day_of(parts["day"]) or _part(parts["day"], _("Tell us the day as a number, for example 27."))
    try:
        born = birth_date(year=parts["year"], month=month, day=day, on=on)
    except WrongBirthDateError as wrong:
        raise AnswerError(_wrong(wrong, month, day)) from None
    if born > on:
        raise AnswerError(Sentence(_("This date is in the future. Check the year.")))
    if age_on(born, on) > OLDEST:
        raise AnswerError(Sentence(_("This is more than 110 years ago. Check the year.")))
    return born.isoformat()


def _wrong(wrong: WrongBirthDateError, month: int, day: int) -> Sentence:
    """Say what keeps a date from being read; a year of two digits is never guessed, only named."""
    years = wrong.years
    if wrong.fault is DateFault.TURNED:
        return Sentence(
            _("There is no month {month}. If you wrote the day first: the month is {day}, the day is {month}."),
            month=month,
            day=day,
        )
    if wrong.fault is DateFault.NO_SUCH_DAY:
        return Sentence(_("This date does not exist. Check the day and the month."))
    if not years:
        return Sentence(_("Write the year with four digits, for example 1962."))
    if len(years) == 1:
        return Sentence(_("Do you mean {year}? Write the year with all four digits."), year=years[0])
    return Sentence(
        _("Do you mean {early} or {late}? Write the year with all four digits."), early=years[0], late=years[1]
    )


def _part(typed: str, sentence: str) -> int:
    if not typed.isdecimal() or len(typed) > 4:
        raise AnswerError(Sentence(sentence))
    return int(typed)


def _one(question: Question, raw: Raw, _on: date) -> str | None:
    if raw == "":
        return None
    if not isinstance(raw, str) or raw not in question.values:
        raise AnswerError(Sentence(_("Choose one of the answers.")))
    return raw


def _many(question: Question, raw: Raw, _on: date) -> list[str] | None:
    if not isinstance(raw, list):
        raise AnswerError(Sentence(_("Choose from the answers.")))
    picked = [choice.value for choice in question.choices if choice.value in raw]
    if any(value and value not in question.values for value in map(str, raw)):
        raise AnswerError(Sentence(_("Choose from the answers.")), picked or None)
    if len(picked) > 1 and not EXCLUDING.isdisjoint(picked):
        raise AnswerError(Sentence(_("You chose “none” and something else. Clear one of them.")), picked)
    return picked or None


def _number(question: Question, raw: Raw, _on: date) -> int | None:
    if raw == "":
        return None
    low, high = question.minimum or 0, question.maximum or 0
    typed = raw.strip() if isinstance(raw, str) else ""
    if not typed.isdecimal() or len(typed) > 4 or not low <= int(typed) <= high:
        raise AnswerError(Sentence(_("Enter a whole number from {low} to {high}."), low=low, high=high))
    return int(typed)


def _checkbox(_question: Question, raw: Raw, _on: date) -> bool | None:
    if raw == "":
        return None
    if raw != "on":
        raise AnswerError(Sentence(_("Tick the box, or leave it empty.")))
    return True


_CLEANERS: dict[Kind, Callable[[Question, Raw, date], Answer | None]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _words,
    Kind.DATE: _date,
    Kind.PHONE: _phone,
    Kind.EMAIL: _email,
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.BODY_MAP: _many,
    Kind.SCALE: _number,
    Kind.NUMBER: _number,
    Kind.CHECKBOX: _checkbox,
}

_ASKING_FOR = {"full_name": _("Enter your full name.")}
_ASKING = {
    Kind.TEXT: _("Write an answer."),
    Kind.LONG_TEXT: _("Write an answer."),
    Kind.DATE: _("Tell us the month, the day and the year."),
    Kind.PHONE: _("Write a phone number where we can reach you."),
    Kind.EMAIL: _("Enter an email address."),
    Kind.ONE: _("Choose one answer."),
    Kind.MANY: _("Choose all answers that fit."),
    Kind.BODY_MAP: _("Choose every place that hurts."),
    Kind.SCALE: _("Choose a number."),
    Kind.NUMBER: _("Write a number."),
    Kind.CHECKBOX: _("Tick the box if you agree."),
}
