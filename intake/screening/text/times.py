"""How long ago: the times that people write, in days. A month counts 30 days, a year 365.

Where a time leaves room ('last week', '5 to 10 years ago'), the most recent reading counts: it is the
one that keeps a medicine or a condition in view.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from intake.screening.text.lexicon import calendar as names
from intake.screening.text.lexicon import cue_starts, cues
from intake.screening.text.patterns import Shapes

_DIGITS = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)")
_GLUED_UNIT = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)([a-z]+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DOSE = re.compile(r"\d+(?:[.,]\d+)?(?:/\d+)*([a-zμ]*)")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(?:20)?(\d\d))?")
_WEEK = 7
_YEAR_DAYS = 365

_NAMED: Shapes[int] = Shapes(names.NAMED.items())
_VAGUE: Shapes[int] = Shapes(names.VAGUE.items())
_CHILDHOOD: Shapes[None] = Shapes((shape, None) for shape in names.CHILDHOOD_TIMES)
_NAME_WORDS = frozenset(
    word for shape in (*names.NAMED, *names.VAGUE) for part in shape.split() for word in part.strip("()").split("|")
)
TIME_WORDS = frozenset(
    {*names.UNIT_DAYS, *names.NUMBERS, *names.WEEKDAYS, *names.SHORT_WEEKDAYS, *names.MONTHS, *_NAME_WORDS}
    | names.SPAN_OPENERS
    | names.SPAN_FILLERS
    | names.FILLERS
)


def is_number(word: str) -> bool:
    """A figure: '5', '2.5'."""
    return word[0].isdigit() and _DIGITS.fullmatch(word) is not None


def is_number_or_dose(word: str) -> bool:
    """A figure, with or without a unit, or a unit alone: '5', '5mg', 'mg'."""
    if word in cues.UNITS:
        return True
    dose = _DOSE.fullmatch(word) if word[0].isdigit() else None
    return dose is not None and (not dose[1] or dose[1] in cues.UNITS)


def has_dose(words: Sequence[str]) -> bool:
    """True when the words hold an amount with its unit: '5mg', '5 mg'."""
    for index, word in enumerate(words):
        if not word[0].isdigit() or not is_number_or_dose(word):
            continue
        if not (is_number(word) or "/" in word) or (index + 1 < len(words) and words[index + 1] in cues.UNITS):
            return True
    return False


def is_only_a_time(words: Sequence[str], written: date) -> bool:
    """True for a clause that says when, and nothing else: 'last week', '3 days ago'."""
    return (
        all(word in TIME_WORDS or is_number(word) or _DATE.fullmatch(word) for word in words)
        and days_ago(words, written) is not None
    )


def days_ago(words: Sequence[str], written: date) -> int | None:
    """The most recent time in the words, in days before they were written; None without a time."""
    days_told = min((*_named(words), *_counted(words, only_ago=False), *_dated(words, written)), default=None)
    if days_told is not None:
        return days_told
    return min((days for _, days in _VAGUE.places(words)), default=None)


def counted_days_ago(words: Sequence[str]) -> int | None:
    """The most recent 'N days, weeks, months or years ago'; None without one."""
    return min(_counted(words, only_ago=True), default=None)


def has_bare_time(words: Sequence[str]) -> bool:
    """True for a time that lies in the past by itself, in words that tell of nothing present."""
    return _names_the_past(words) and not _tells_of_now(words)


def _names_the_past(words: Sequence[str]) -> bool:
    if any(True for _ in _CHILDHOOD.places(words)):
        return True
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        unit = names.UNIT_DAYS.get(_unit(word), 0)
        if unit > 1 and (following in names.AGO or "hace" in words[max(index - 3, 0) : index]):
            return True
        if word in ("in", "until", "en", "hasta", "del") and _YEAR.fullmatch(following):
            return True
    return False


def _tells_of_now(words: Sequence[str]) -> bool:
    if has_dose(words):
        return True
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if f"{before} {word}" in cue_starts.PRESENT_PHRASES:
            return True
        if word in cue_starts.PRESENT and f"{before} {word}" not in cue_starts.NOT_PRESENT:
            return True
    return False


def age_then(words: Sequence[str]) -> int | None:
    """The age in 'when I was 12'; a child's word counts as 0; None when nothing of the kind is said."""
    for index in range(len(words) - 2):
        if words[index : index + 3] == ["when", "i", "was"]:
            rest = words[index + 3 : index + 6]
        elif words[index : index + 2] == ["cuando", "tenia"]:
            rest = words[index + 2 : index + 5]
        else:
            continue
        rest = [word for word in rest if word not in ("a", "an", "about", "only", "como", "unos")]
        if rest and rest[0] in cues.CHILD_WORDS:
            return 0
        if rest and (age := _number(rest[0])) is not None:
            return int(age)
    return None


def _named(words: Sequence[str]) -> Iterator[int]:
    """Days of the times that have a name: 'yesterday', 'since Monday', 'for this visit'."""
    longest: dict[int, tuple[int, int]] = {}
    for place, days in _NAMED.places(words):  # 'day before yesterday' is not 'yesterday' too
        longest[place.last] = min((place.first, days), longest.get(place.last, (place.first, days)))
    yield from (days for _, days in longest.values())
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if word in names.WEEKDAYS or (word in names.SHORT_WEEKDAYS and before in ("since", "on", "last", "this")):
            yield 1


def _counted(words: Sequence[str], *, only_ago: bool) -> Iterator[int]:
    """Days of the times that are counted: '3 weeks ago', 'hace 3 semanas', and 'for 3 days' unless `only_ago`."""
    for index, word in enumerate(words):
        unit = names.UNIT_DAYS.get(_unit(word))
        if unit is None:
            continue
        number, first = _count_before(words, index)
        ago = (index + 1 < len(words) and words[index + 1] in names.AGO) or _follows_hace(words, first)
        if number is None:
            if ago and word.endswith("s") and not (index and words[index - 1][0].isdigit()):
                yield int(2 * unit)
        elif ago or (not only_ago and unit <= _WEEK and _is_a_span(words, first, index)):
            yield int(number * unit)


def _dated(words: Sequence[str], written: date) -> Iterator[int]:
    """Days since a year or a month: 'in 2019', 'since March', '2 de enero'."""
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        following = words[index + 1] if index + 1 < len(words) else ""
        if _YEAR.fullmatch(word) and following not in cues.UNITS and _is_a_year(before, index, words):
            yield max(written.year - int(word), 0) * _YEAR_DAYS
        elif word in names.SEASONS and (before in names.BEFORE_A_SEASON or following in names.BEHIND_A_SEASON):
            if (before, word) != ("since", "fall"):  # 'since my fall', and without the 'my'
                yield _since_month(names.SEASONS[word], written)
        elif "/" in word and (date_said := _DATE.fullmatch(word)):
            stands_alone = word[0] == "0" or int(date_said[2]) not in names.NO_DATE
            if (
                before in names.BEFORE_A_DATE
                or date_said[3]
                or (stands_alone and before and following in names.BEHIND_A_DATE)
            ):
                yield from _since_figures(date_said, written)
        elif word in names.MONTHS and not _YEAR.fullmatch(following) and not _is_ahead(words, index):
            dated = before in names.BEFORE_A_MONTH or is_number(before or "x") or is_number(following or "x")
            if dated and not (following == "de" and index + 2 < len(words) and _YEAR.fullmatch(words[index + 2])):
                yield _since_month(names.MONTHS[word], written)


def _is_ahead(words: Sequence[str], index: int) -> bool:
    """'Due in November': the month is still to come."""
    return not names.AHEAD.isdisjoint(words[max(index - 3, 0) : index])


def _is_a_year(before: str, index: int, words: Sequence[str]) -> bool:
    return before in names.BEFORE_A_YEAR or before in names.MONTHS or index == len(words) - 1


def _since_figures(said: re.Match[str], written: date) -> Iterator[int]:
    """Days since '3/12': of the two readings, month first and day first, those that have come."""
    first, second = int(said[1]), int(said[2])
    years = [2000 + int(said[3])] if said[3] else [written.year, written.year - 1]
    for month, day in {(first, second), (second, first)}:
        for year in years:
            try:
                days = (written - date(year, month, day)).days
            except ValueError:
                continue
            if days >= 0:
                yield days


def _since_month(month: int, written: date) -> int:
    """Days since the last day of that month, the latest one that has begun."""
    year = written.year if month <= written.month else written.year - 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return max((written - (following - timedelta(days=1))).days, 0)


def _follows_hace(words: Sequence[str], first: int) -> bool:
    """'hace 3 dias', 'hace como unos 3 dias'."""
    for index in range(first - 1, max(first - 3, -1), -1):
        if words[index] == "hace":
            return True
        if words[index] not in names.SPAN_FILLERS and words[index] not in names.NUMBERS:
            return False
    return False


def _count_before(words: Sequence[str], index: int) -> tuple[float | None, int]:
    """The number that belongs to the unit at `index`, and where it starts; the smaller one of a range."""
    glued = _GLUED_UNIT.fullmatch(words[index])
    if glued:
        return float(glued[1].replace(",", ".")), index
    first = index - 1
    if first > 0 and words[first] in ("of", "de"):
        first -= 1
    number = _number(words[first]) if first >= 0 else None
    if number is None:
        return None, index
    if first > 0 and words[first] in ("couple", "few", "par") and words[first - 1] in names.ARTICLES:
        first -= 1
    while first > 0:
        lower_at = first - 2 if words[first - 1] in names.RANGE and first > 1 else first - 1
        lower = _number(words[lower_at]) if is_number(words[lower_at]) else None
        if lower is None:
            break
        number, first = min(number, lower), lower_at
    return number, first


def _is_a_span(words: Sequence[str], first: int, unit: int) -> bool:
    """A count that tells since when: 'for 3 days', 'past 3 days', '3 days now', '3 days before my visit'."""
    for index in range(first - 1, max(first - 4, -1), -1):
        if words[index] in names.SPAN_OPENERS:
            return True
        if words[index] not in names.SPAN_FILLERS:
            break
    if words[first] in names.ARTICLES or not names.NOT_A_TIME.isdisjoint(words[max(first - 1, 0) : unit]):
        return False
    return unit + 1 == len(words) or words[unit + 1] in names.SO_FAR


def _unit(word: str) -> str:
    """The unit of time in a word, with or without a figure stuck to it: 'weeks', '3weeks'."""
    glued = _GLUED_UNIT.fullmatch(word) if word[0].isdigit() else None
    return glued[2] if glued else word


def _number(word: str) -> float | None:
    """The value of a figure or a number word."""
    return float(word.replace(",", ".")) if is_number(word) else names.NUMBERS.get(word)
