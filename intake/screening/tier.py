"""How serious a finding is, when a rule runs, and how soon somebody calls."""

from enum import IntEnum, StrEnum


class Tier(StrEnum):
    """From clear to emergency; `Tier.NOTE < Tier.HOLD`. The words and their ranks are stored, and so permanent."""

    CLEAR = "clear"
    NOTE = "note"
    CAUTION = "caution"
    HOLD = "hold"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 for clear, 4 for an emergency."""
        return _RANKS[self.value]

    @classmethod
    def of_rank(cls, rank: int) -> "Tier":
        """The tier of a stored rank."""
        return _BY_RANK[rank]

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Tier) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, Tier) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, Tier) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, Tier) else NotImplemented


_BY_RANK = tuple(Tier)
_RANKS = {tier.value: rank for rank, tier in enumerate(_BY_RANK)}


class Level(StrEnum):
    """What a check-in asks for; each level is a tier in other words. A note asks for nothing: it is routine."""

    ROUTINE = "routine"
    CALL_CLINIC = "call_clinic"
    URGENT = "urgent"
    EMERGENCY = "emergency"

    @property
    def tier(self) -> Tier:
        """The tier of the level."""
        return _TIERS[self]

    @classmethod
    def of(cls, tier: Tier) -> "Level":
        """The level of a tier."""
        return next((level for level in reversed(cls) if tier >= level.tier), cls.ROUTINE)


_TIERS = {
    Level.ROUTINE: Tier.CLEAR,
    Level.CALL_CLINIC: Tier.CAUTION,
    Level.URGENT: Tier.HOLD,
    Level.EMERGENCY: Tier.EMERGENCY,
}


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
