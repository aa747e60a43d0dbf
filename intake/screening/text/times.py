"""How long ago: the times that people write, in days. A month counts 30 days, a year 365.

Where a time leaves room ('last week', '5 to 10 years ago'), the most recent reading counts: it is the
one that keeps a medicine or a condition in view.
"""

import re
from collections.abc import Sequence

from intake.screening.text.lexicon import cues
from intake.screening.text.lexicon.shapes import words_of

_UNIT_DAYS = {
    **dict.fromkeys(("day", "days"), 1),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), 7),
    **dict.fromkeys(("month", "months", "mo", "mos"), 30),
    **dict.fromkeys(("year", "years", "yr", "yrs"), 365),
}
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split())}
_NUMBERS |= {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 5, "thirty": 30, "forty": 40, "fifty": 50}
_DIGITS = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)")
_GLUED_UNIT = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)([a-z]+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DOSE = re.compile(r"\d+(?:\.\d+)?([a-zμ]*)")
_WEEKDAYS = words_of("monday tuesday wednesday thursday friday saturday sunday")
_SHORT_WEEKDAYS = words_of("mon tue tues wed thu thur thurs fri sat sun")
_NAMED = {
    ("this", "morning"): 0,
    ("last", "night"): 1,
    ("this", "week"): 0,
    ("last", "week"): 1,
    ("this", "month"): 0,
    ("last", "month"): 30,
}
_NAMED_ALONE = {"today": 0, "tonight": 0, "yesterday": 1}
_VISIT_OWNERS = frozenset({"this", "the", "my", "today's"})
_VISITS = frozenset({"visit", "appointment"})
_SPAN_OPENERS = frozenset({"for", "last", "past", "within"})  # 'for 3 days', 'in the last 2 weeks'
_SPAN_FILLERS = frozenset({"the", "last", "past", "about", "around", "over", "almost", "nearly"})
_RANGE = frozenset({"to", "or"})
_TIME_WORDS = frozenset(
    {*_UNIT_DAYS, *_NUMBERS, *_NAMED_ALONE, *_WEEKDAYS, *_VISIT_OWNERS, *_VISITS, *_SPAN_OPENERS, *_SPAN_FILLERS}
    | {"ago", "morning", "night", "since", "on", "of", "in", "only", "just"}
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
        if not is_number(word) or (index + 1 < len(words) and words[index + 1] in cues.UNITS):
            return True
    return False


def is_only_a_time(words: Sequence[str]) -> bool:
    """True for a clause that says when, and nothing else: 'last week', '3 days ago'."""
    return all(word in _TIME_WORDS or is_number(word) for word in words) and days_ago(words) is not None


def days_ago(words: Sequence[str]) -> int | None:
    """The most recent time in the words, in days before they were written; None without a time."""
    times = [*_named(words), *_counted(words, only_ago=False)]
    return min(times, default=None)


def counted_days_ago(words: Sequence[str]) -> int | None:
    """The most recent 'N days, weeks, months or years ago'; None without one."""
    return min(_counted(words, only_ago=True), default=None)


def has_bare_time(words: Sequence[str]) -> bool:
    """True for a time that lies in the past by itself, in words that tell of nothing present."""
    return _names_the_past(words) and not _tells_of_now(words)


def _names_the_past(words: Sequence[str]) -> bool:
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if following == "ago" and _UNIT_DAYS.get(_unit(word), 1) > 1:
            return True
        if word in ("in", "until") and _YEAR.fullmatch(following):
            return True
        if (word, following) == ("last", "year") or words[index : index + 3] in (
            ["as", "a", "child"],
            ["when", "i", "was"],
        ):
            return True
    return False


def _tells_of_now(words: Sequence[str]) -> bool:
    if has_dose(words):
        return True
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if f"{before} {word}" in cues.PRESENT_PHRASES:
            return True
        if word in cues.PRESENT and f"{before} {word}" not in cues.NOT_PRESENT:
            return True
    return False


def age_then(words: Sequence[str]) -> int | None:
    """The age in 'when I was 12'; a child's word counts as 0; None when nothing of the kind is said."""
    for index in range(len(words) - 3):
        if words[index : index + 3] == ["when", "i", "was"]:
            rest = [word for word in words[index + 3 : index + 6] if word not in ("a", "an", "about", "only")]
            if rest and rest[0] in cues.CHILD_WORDS:
                return 0
            if rest and (age := _number(rest[0])) is not None:
                return int(age)
    return None


def _named(words: Sequence[str]) -> list[int]:
    """Days of the times that have a name: 'yesterday', 'since Monday', 'for this visit'."""
    times = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        if word in _NAMED_ALONE:
            times.append(_NAMED_ALONE[word])
        elif (word, following) in _NAMED:
            times.append(_NAMED[word, following])
        elif word in _WEEKDAYS or (word in _SHORT_WEEKDAYS and before in ("since", "on", "last")):
            times.append(1)
        elif word in _VISITS and before in _VISIT_OWNERS and index > 1 and words[index - 2] == "for":
            times.append(0)
    return times


def _counted(words: Sequence[str], *, only_ago: bool) -> list[int]:
    """Days of the times that are counted: '3 weeks ago', and 'for 3 days' unless `only_ago`."""
    times = []
    for index, word in enumerate(words):
        unit = _UNIT_DAYS.get(_unit(word))
        if unit is None:
            continue
        number, first = _count_before(words, index)
        if number is None:
            continue
        ago = index + 1 < len(words) and words[index + 1] == "ago"
        if ago or (not only_ago and unit <= 7 and _opens_a_span(words, first)):
            times.append(int(number * unit))
    return times


def _count_before(words: Sequence[str], index: int) -> tuple[float | None, int]:
    """The number that belongs to the unit at `index`, and where it starts; the smaller one of a range."""
    glued = _GLUED_UNIT.fullmatch(words[index])
    if glued:
        return float(glued[1]), index
    first = index - 1
    if first > 0 and words[first] == "of":
        first -= 1
    number = _number(words[first]) if first >= 0 else None
    if number is None:
        return None, index
    if first > 0 and words[first] in ("couple", "few") and words[first - 1] == "a":
        first -= 1
    while first > 0:
        lower_at = first - 2 if words[first - 1] in _RANGE and first > 1 else first - 1
        lower = _number(words[lower_at]) if is_number(words[lower_at]) else None
        if lower is None:
            break
        number, first = min(number, lower), lower_at
    return number, first


def _opens_a_span(words: Sequence[str], first: int) -> bool:
    """True when 'for', 'last' or the like stands before the count, over 'the last', 'about'."""
    for index in range(first - 1, max(first - 4, -1), -1):
        if words[index] in _SPAN_OPENERS:
            return True
        if words[index] not in _SPAN_FILLERS:
            return False
    return False


def _unit(word: str) -> str:
    """The unit of time in a word, with or without a figure stuck to it: 'weeks', '3weeks'."""
    glued = _GLUED_UNIT.fullmatch(word) if word[0].isdigit() else None
    return glued[2] if glued else word


def _number(word: str) -> float | None:
    """The value of a figure or a number word."""
    return float(word) if is_number(word) else _NUMBERS.get(word)
