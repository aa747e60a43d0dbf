"""How serious a finding is, when a rule runs, and how soon somebody calls."""

from enum import IntEnum, StrEnum


class Tier(StrEnum):
    """From clear to emergency; `Tier.NOTE < Tier.HOLD`. The words are stored with old findings and permanent."""

    CLEAR = "clear"
    NOTE = "note"
    CAUTION = "caution"
    HOLD = "hold"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 for clear, 4 for an emergency."""
        return _RANKS[self.value]

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Tier) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, Tier) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, Tier) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, Tier) else NotImplemented


_RANKS = {tier.value: rank for rank, tier in enumerate(Tier)}


class Stage(IntEnum):
    """The five rounds of a run. A rule reads only rules of earlier rounds, so the order within one is free."""

    BASE = 1
    COMBINED = 2
    """Emergencies and others that read base rules."""
    UNLESS = 3
    """Rules that fire only if another did not."""
    LATE = 4
    """Rules that wait for what those did not fire."""
    CONFLICT = 5


class Contact(StrEnum):
    """How soon the patient is called."""

    NOW = "now"
    """At once, in staffed hours."""
    SAME_DAY = "same day"
    """The same working day."""
    TWO_DAYS = "2 days"
    """Within two working days."""
    NEXT_WORKING_DAY = "next working day"
    NONE = "none"
    """No call is due."""
