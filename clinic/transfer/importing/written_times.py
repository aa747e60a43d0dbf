"""Days and times as other systems write them: in one order a file, never guessed for a single line. Pure."""

import re
from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from clinic.birth_dates import birth_date
from clinic.characters import clean_ascii
from clinic.months import MONTH_WORDS, day_of, month_of

MONTH_FIRST, DAY_FIRST = "month", "day"
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
_NUMBERS = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<y>\d{4})")
_SHORT = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<y>\d{1,4})(?!\d)")
_WORD_FIRST = re.compile(
    rf"(?P<m>{MONTH_WORDS})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{1,4}})(?![\d:])", re.IGNORECASE
)
_WORD_SECOND = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<m>{MONTH_WORDS})\.?,?[\s-]+(?P<y>\d{{1,4}})(?![\d:])", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?::(?P<min>\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap])?\.?(?(half)m?\.?)", re.IGNORECASE
)
_OFFSET = re.compile(r"(?:Z|UTC|[+-]\d{2}:?\d{2})$")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)


def order_of(written: Iterable[str]) -> str:
    """Return in which order a file writes days in numbers: the day first where one of them can be read in no other
    way and none speaks against it, else the month first, as here.
    """
    matches = [match for text in written if (match := _NUMBERS.match(_WEEKDAY.sub("", clean_ascii(text))))]
    # What is a day in neither order (31/02) speaks for none.
    days = [match for match in matches if _made(match, DAY_FIRST) or _made(match, MONTH_FIRST)]
    day_first = any(int(match["one"]) > 12 for match in days)
    month_first = any(int(match["two"]) > 12 for match in days)
    return DAY_FIRST if day_first and not month_first else MONTH_FIRST


def orders_of(written: Iterable[str]) -> frozenset[str]:
    """Return the orders that a file's days in numbers can only be read in: none where every day can be both."""
    orders = set()
    for text in written:
        match = _NUMBERS.match(_WEEKDAY.sub("", clean_ascii(text)))
        if match and (_made(match, DAY_FIRST) is None) != (_made(match, MONTH_FIRST) is None):
            orders.add(MONTH_FIRST if _made(match, MONTH_FIRST) else DAY_FIRST)
    return frozenset(orders)


def read_birth_date(text: str, *, order: str, on: date) -> date | None:
    """Return the birth date that is written, None for what is none at all; a time behind it does not count. Raises
    WrongBirthDateError like every field that asks for one.
    """
    plain = _WEEKDAY.sub("", clean_ascii(text))
    match = next((m for shape in (_ISO, _SHORT, _WORD_FIRST, _WORD_SECOND) if (m := shape.match(plain))), None)
    if match is None:
        return None
    month, day = _month_and_day(match.groupdict(), order)
    return birth_date(year=match["y"], month=month, day=day, on=on)


def other_reading(text: str, *, order: str) -> date | None:
    """Return the day that these numbers are in the other order, None where there is none or it is the same."""
    match = _NUMBERS.match(_WEEKDAY.sub("", clean_ascii(text)))
    other = _made(match, MONTH_FIRST if order == DAY_FIRST else DAY_FIRST) if match else None
    return other if match and other != _made(match, order) else None


def read_day(text: str, *, order: str) -> date | None:
    """Return the day that is written, None for what is none; a time behind it does not count."""
    day, _rest = _day_and_rest(_WEEKDAY.sub("", clean_ascii(text)), order)
    return day


def read_moment(text: str, *, order: str, zone: tzinfo) -> datetime | None:
    """Return day and time, in the clinic's zone unless another is written; None for what is none.

    A time that the clocks skip is none. One that comes twice is the first.
    """
    day, rest = _day_and_rest(_WEEKDAY.sub("", clean_ascii(text)), order)
    if day is None:
        return None
    rest = re.sub(r"^(?:\s*T|,?\s*(?:at)?)\s*", "", rest)
    if offset := _OFFSET.search(rest):
        return _with_offset(day, rest[: offset.start()], offset[0])
    clock = _clock(rest)
    if clock is None:
        return None
    local = datetime(day.year, day.month, day.day, *clock, tzinfo=zone)
    return local if _is_on_the_clock(local) else None


def _day_and_rest(text: str, order: str) -> tuple[date | None, str]:
    for shape in (_ISO, _NUMBERS, _WORD_FIRST, _WORD_SECOND):
        if match := shape.match(text):
            return _made(match, order), text[match.end() :]
    return None, text


def _made(match: re.Match[str], order: str) -> date | None:
    month, day = _month_and_day(match.groupdict(), order)
    try:
        return date(int(match["y"]), month, day) if len(match["y"]) == 4 else None
    except ValueError:
        return None


def _month_and_day(parts: dict[str, str], order: str) -> tuple[int, int]:
    if "one" in parts:
        month, day = (parts["two"], parts["one"]) if order == DAY_FIRST else (parts["one"], parts["two"])
    else:
        month, day = parts["m"], parts["d"]
    return month_of(month) or int(month), day_of(day) or 0


def _clock(text: str) -> tuple[int, int] | None:
    match = _CLOCK.fullmatch(text.strip())
    if match is None or (match["min"] is None and match["half"] is None):
        return None
    hour, minute, half = int(match["h"]), int(match["min"] or 0), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return (hour, minute) if hour < 24 and minute < 60 else None


def _with_offset(day: date, text: str, offset: str) -> datetime | None:
    clock = _clock(text)
    if clock is None:
        return None
    written = "+00:00" if offset in {"Z", "UTC"} else offset
    return datetime.fromisoformat(f"{day.isoformat()}T{clock[0]:02}:{clock[1]:02}{written}")


def _is_on_the_clock(local: datetime) -> bool:
    """Whether the clocks ever show it: in the night they go forward an hour is skipped."""
    second = local.replace(fold=1)
    before, after = local.utcoffset(), second.utcoffset()
    return before is None or after is None or after <= before
