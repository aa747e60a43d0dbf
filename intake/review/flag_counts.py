"""How often each kind of flag was raised by the week, as counts that point at nobody: fewer than five are not shown.

A count that is left out can be worked out where the sum of its row is known. So a row whose left-out counts come to
fewer than five in all loses the smallest of its others too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from intake.record.answer_words import rule_name
from intake.review.models import Flag

FEWEST = 5


@dataclass(frozen=True)
class KindCount:
    """A kind of flag in words, on how many forms it was raised, and on how many in each week (None: not shown)."""

    name: str
    count: int
    weeks: Sequence[int | None]


def by_kind(first: date, weeks: int) -> list[KindCount]:
    """Return the kinds that were raised on at least FEWEST forms in so many weeks from a Monday on, the most frequent
    first. One query. A form counts once in each week in which the kind was raised on it.

    A rarer kind is not named at all: that somebody has it would be said by its name alone.
    """
    mondays = [first + timedelta(weeks=number) for number in range(weeks)]
    rows: dict[str, dict[date, int]] = {}
    for code, monday, count in Flag.objects.counted_by_week(first, first + timedelta(weeks=weeks)):
        rows.setdefault(code, {})[monday] = count
    kinds = [
        KindCount(str(rule_name(code)), sum(counts.values()), _shown([counts.get(monday, 0) for monday in mondays]))
        for code, counts in rows.items()
        if sum(counts.values()) >= FEWEST
    ]
    return sorted(kinds, key=lambda kind: (-kind.count, kind.name))


def _shown(counts: Sequence[int]) -> list[int | None]:
    """Return the counts that point at nobody, by the rule above."""
    safe_counts: list[int | None] = [count if count >= FEWEST else None for count in counts]
    left_out = sum(counts) - sum(count or 0 for count in safe_counts)
    if 0 < left_out < FEWEST:
        smallest = min(count for count in safe_counts if count is not None)
        safe_counts[safe_counts.index(smallest)] = None
    return safe_counts
