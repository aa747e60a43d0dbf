"""Free text of several days, read together: what the patient wrote in the last full form, and what is new.

What was written before still names medicines and illnesses. But a cry for help, a warning sign and a recent event were
read when they were written, and their findings stay open until a practitioner closes them: only new text raises them.
A pregnancy, a skin infection and low white cells pass, so that text counts for these only for two weeks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from intake.screening.text import Hit, HitKind, NotRead, Scan

Scanner = Callable[..., Scan]
"""Called with the texts by question code, ``on=`` the day of the screening and ``written=`` the days of older texts."""

ONLY_NEW = frozenset({"event"})
"""Conditions that only new text names, besides every list of words."""

PASSING = frozenset({"pregnancy", "skin_infection", "neutropenia"})
PASSING_DAYS = 14


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text of one question, the day it was written, and whether that is this very sitting."""

    text: str
    on: date
    is_new: bool


def scan_of_parts(parts_of: Mapping[str, tuple[Part, ...]], *, scan: Scanner, on: date) -> Scan:
    """What is recognised in all parts. The places of the hits are those in the parts joined by new lines."""
    hits: list[Hit] = []
    last: dict[str, Scan] = {}
    for round_ in range(max(map(len, parts_of.values()), default=0)):
        parts = {code: parts[round_] for code, parts in parts_of.items() if round_ < len(parts)}
        round_scan = scan(
            {code: part.text for code, part in parts.items()},
            on=on,
            written={code: part.on for code, part in parts.items()},
        )
        last |= dict.fromkeys(parts, round_scan)
        hits += (
            _moved(hit, parts_of[hit.field][:round_]) for hit in round_scan.hits if _counts(hit, parts[hit.field], on)
        )
    offsets = {code: _length(parts[:-1]) for code, parts in parts_of.items()}
    return _joined(hits, last, offsets)


def _counts(hit: Hit, part: Part, on: date) -> bool:
    """Whether an old text may still say this."""
    if part.is_new:
        return True
    if hit.kind is HitKind.WORDS or not ONLY_NEW.isdisjoint(hit.groups):
        return False
    return PASSING.isdisjoint(hit.groups) or (on - part.on).days <= PASSING_DAYS


def _moved(hit: Hit, before: tuple[Part, ...]) -> Hit:
    offset = _length(before)
    return replace(hit, start=hit.start + offset, end=hit.end + offset) if offset else hit


def _length(parts: tuple[Part, ...]) -> int:
    """How many characters these parts take, each with its new line."""
    return sum(len(part.text) + 1 for part in parts)


def _joined(hits: list[Hit], last: Mapping[str, Scan], offsets: Mapping[str, int]) -> Scan:
    """One scan of all hits; whether a list can be read is asked of the newest part of it."""
    nothing = Scan()

    def not_read(code: str) -> tuple[NotRead, ...]:
        by = offsets.get(code, 0)
        items = last.get(code, nothing).not_read(code)
        return tuple(replace(item, start=item.start + by, end=item.end + by) for item in items)

    return Scan(
        hits,
        unread=lambda code: last.get(code, nothing).unread(code),
        says_none=lambda code: last.get(code, nothing).says_none(code),
        not_read=not_read,
        treats=next(iter(last.values())).treats if last else (),
    )
