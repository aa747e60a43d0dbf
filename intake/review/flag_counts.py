"""How often each kind of flag was raised, as counts that point at nobody: fewer than five are not told apart."""

from dataclasses import dataclass
from datetime import datetime

from intake.record.answer_words import rule_name
from intake.review.models import Flag

FEWEST = 5


@dataclass(frozen=True)
class KindCount:
    """A kind of flag in words, and on how many forms it was raised."""

    name: str
    count: int


def by_kind(begin: datetime, end: datetime) -> list[KindCount]:
    """Return the kinds that were raised on at least FEWEST forms in [begin, end), the most frequent first. One query.

    A rarer kind is not named at all: that somebody has it would be said by its name alone.
    """
    counts = Flag.objects.counted_by_kind(begin, end)
    found = [KindCount(str(rule_name(code)), count) for code, count in counts.items() if count >= FEWEST]
    return sorted(found, key=lambda kind: (-kind.count, kind.name))
