"""What the recogniser hands out: a hit, and the scan that answers the questions of the rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a hit names."""

    DRUG = "drug"
    CONDITION = "condition"
    WORDS = "words"


class Status(StrEnum):
    """What the words around a hit say about it."""

    CURRENT = "current"
    PAST = "past"
    PAST_RECENT = "past_recent"  # up to 14 days
    PAST_6W = "past_6w"  # chemotherapy, 15 to 42 days
    NEGATED = "negated"
    FAMILY = "family"
    ALLERGY = "allergy"
    TOPICAL = "topical"
    REMOTE = "remote"  # seizures of childhood, or ten years back


CANCELLED = frozenset({Status.FAMILY, Status.ALLERGY, Status.NEGATED, Status.PAST, Status.TOPICAL})
_STATUSES = {status.value: frozenset({status}) for status in Status} | {"cancelled": CANCELLED}

# A medicine stopped within 14 days counts as taken, except where the stop itself is the news.
STOPPED_IS_NOT_TAKEN = frozenset(
    {"ANTICOAG", "ANTIPLATELET", "ANTICOAG_NAMED", "WARFARIN", "THINNER_WORDS", "BLOOD_MOVING"}
)
_TAKEN = frozenset({Status.CURRENT, Status.PAST_RECENT})


@dataclass(frozen=True, slots=True)
class Hit:
    """One listed name found in one field.

    `text` is what was typed, raw characters `start` to `end` of the field; `name` is the listed name.
    `groups` are the groups (or the condition, or the word list), `sublists` the sub-lists it stands in.
    `possible`: the typed word is only close to the listed one.
    """

    field: str
    text: str
    name: str
    kind: Kind
    groups: tuple[str, ...]
    status: Status
    possible: bool
    start: int
    end: int
    sublists: tuple[str, ...] = ()


class Scan:
    """All hits of one set of texts, asked as the rules ask."""

    __slots__ = ("_by_code", "_says_none", "_unread", "hits")

    def __init__(
        self,
        hits: Iterable[Hit] = (),
        *,
        unread: Callable[[str], bool] = lambda code: False,
        says_none: Callable[[str], bool] = lambda code: False,
    ) -> None:
        self.hits = tuple(hits)
        self._unread = unread
        self._says_none = says_none
        self._by_code: dict[tuple[Kind, str], list[Hit]] = {}
        for hit in self.hits:
            for code in (*hit.groups, *hit.sublists):
                self._by_code.setdefault((hit.kind, code), []).append(hit)

    def med(self, group: str, status: str = Status.CURRENT) -> bool:
        """True when the texts name a medicine of the group or sub-list with that status.

        `current` counts what was stopped within 14 days too, except for the blood thinners.
        """
        return bool(self.med_hits(group, status))

    def cond(self, name: str, status: str = Status.CURRENT) -> bool:
        """True when the texts name the condition with exactly that status."""
        return bool(self.cond_hits(name, status))

    def words(self, word_list: str, status: str = Status.CURRENT) -> bool:
        """True when a phrase of the list stands uncancelled; for 'cancelled', when all are cancelled."""
        return bool(self.word_hits(word_list, status))

    def unread(self, code: str) -> bool:
        """True when the answer is not empty and nobody could tell from it what is taken."""
        return self._unread(code)

    def unread_part(self, code: str) -> bool:
        return False

    def unread_part_hits(self, code: str) -> tuple[Hit, ...]:
        return ()

    def med_condition(self, get: object) -> bool:
        return False

    def med_condition_hits(self, get: object) -> tuple[Hit, ...]:
        return ()

    def says_none(self, code: str) -> bool:
        """True when the whole answer says 'none'."""
        return self._says_none(code)

    def med_hits(self, group: str, status: str = Status.CURRENT) -> tuple[Hit, ...]:
        """The hits that make `med` true."""
        wanted = _STATUSES[status]
        if status == Status.CURRENT and group not in STOPPED_IS_NOT_TAKEN:
            wanted = _TAKEN
        return self._with(Kind.DRUG, group, wanted)

    def cond_hits(self, name: str, status: str = Status.CURRENT) -> tuple[Hit, ...]:
        """The hits that make `cond` true."""
        return self._with(Kind.CONDITION, name, _STATUSES[status])

    def word_hits(self, word_list: str, status: str = Status.CURRENT) -> tuple[Hit, ...]:
        """The hits that make `words` true."""
        if status == "cancelled" and self._with(Kind.WORDS, word_list, _STATUSES[Status.CURRENT]):
            return ()
        return self._with(Kind.WORDS, word_list, _STATUSES[status])

    def _with(self, kind: Kind, code: str, wanted: frozenset[Status]) -> tuple[Hit, ...]:
        hits = self._by_code.get((kind, code), ())
        return tuple(hit for hit in hits if hit.status in wanted)
