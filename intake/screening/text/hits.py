"""What the recogniser hands out: a hit, and the scan that answers the questions of the rules."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from intake.screening.text.lexicon import Treats


class HitKind(StrEnum):
    """What sort of thing a hit names."""

    DRUG = "drug"
    CONDITION = "condition"
    WORDS = "words"
    KNOWN = "known"  # another medicine, which raises nothing: it only uses up its words


class HitStatus(StrEnum):
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
    PAST_90D = "past_90d"  # a heart attack, a stroke and the like, up to 92 days ago
    UNDATED = "undated"  # a fall or a crash without a time


CANCELLED = frozenset({HitStatus.FAMILY, HitStatus.ALLERGY, HitStatus.NEGATED, HitStatus.PAST, HitStatus.TOPICAL})
_STATUSES = {status.value: frozenset({status}) for status in HitStatus} | {"cancelled": CANCELLED}

# A medicine stopped within 14 days counts as taken, except where the stop itself is the news.
STOPPED_IS_NOT_TAKEN = frozenset(
    {"ANTICOAG", "ANTIPLATELET", "ANTICOAG_NAMED", "WARFARIN", "THINNER_WORDS", "BLOOD_MOVING"}
)
_TAKEN = frozenset({HitStatus.CURRENT, HitStatus.PAST_RECENT})


@dataclass(frozen=True, slots=True)
class Hit:
    """One listed name found in one field.

    `text` is what was typed, raw characters `start` to `end` of the field; `name` is the listed name.
    `groups` are the groups (or the condition, or the word list), `sublists` the sub-lists it stands in.
    `possible`: the typed word is only close to the listed one. `near` are the words around it.
    """

    field: str
    text: str
    name: str
    kind: HitKind
    groups: tuple[str, ...]
    status: HitStatus
    possible: bool
    start: int
    end: int
    sublists: tuple[str, ...] = ()
    near: str = ""


@dataclass(frozen=True, slots=True)
class NotRead:
    """An item of a list of medicines that was not read: 'Acitrom 2 mg', raw characters `start` to `end`.

    `words` are those that no list holds.
    """

    field: str
    text: str
    words: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Treated:
    """Medicines that are mostly given for a condition that was not ticked: what `med_condition()` found."""

    treats: Treats
    hits: tuple[Hit, ...]


class Scan:
    """All hits of one set of texts, asked as the rules ask."""

    __slots__ = ("_by_code", "_not_read", "_says_none", "_treats", "_unread", "hits")

    def __init__(
        self,
        hits: Iterable[Hit] = (),
        *,
        unread: Callable[[str], bool] = lambda code: False,
        says_none: Callable[[str], bool] = lambda code: False,
        not_read: Callable[[str], tuple[NotRead, ...]] = lambda code: (),
        treats: tuple[Treats, ...] = (),
    ) -> None:
        self.hits = tuple(hits)
        self._unread = unread
        self._says_none = says_none
        self._not_read = not_read
        self._treats = treats
        self._by_code: dict[tuple[HitKind, str], list[Hit]] = {}
        for hit in self.hits:
            for code in (*hit.groups, *hit.sublists):
                self._by_code.setdefault((hit.kind, code), []).append(hit)

    def med(self, group: str, status: str = HitStatus.CURRENT) -> bool:
        """True when the texts name a medicine of the group or sub-list with that status.

        `current` counts what was stopped within 14 days too, except for the blood thinners.
        """
        return bool(self.med_hits(group, status))

    def cond(self, name: str, status: str = HitStatus.CURRENT) -> bool:
        """True when the texts name the condition with exactly that status."""
        return bool(self.cond_hits(name, status))

    def words(self, word_list: str, status: str = HitStatus.CURRENT) -> bool:
        """True when a phrase of the list stands uncancelled; for 'cancelled', when all are cancelled."""
        return bool(self.word_hits(word_list, status))

    def unread(self, code: str) -> bool:
        """True when the answer is not empty and nobody could tell from it what is taken."""
        return self._unread(code)

    def says_none(self, code: str) -> bool:
        """True when the whole answer says 'none'."""
        return self._says_none(code)

    def unread_part(self, code: str) -> bool:
        """True when at least one item of the list was not read."""
        return bool(self._not_read(code))

    def not_read(self, code: str) -> tuple[NotRead, ...]:
        """The items of the list that were not read."""
        return self._not_read(code)

    @property
    def treats(self) -> tuple[Treats, ...]:
        """The conditions that medicines may point at."""
        return self._treats

    def treated(self) -> tuple[Treated, ...]:
        """Conditions whose medicines are named, as written and taken now, while the text names none of them."""
        treated_conditions = []
        for treats in self._treats:
            if (HitKind.DRUG, treats.code) not in self._by_code and not _is_of_groups(treats):
                continue
            if any(self.cond_hits(condition) for condition in treats.conditions):
                continue
            if hits := self._given_for(treats):
                treated_conditions.append(Treated(treats, hits))
        return tuple(treated_conditions)

    def _given_for(self, treats: Treats) -> tuple[Hit, ...]:
        named = [hit for hit in self._with(HitKind.DRUG, treats.code, _TAKEN) if not hit.possible]
        alone = tuple(hit for hit in named if hit.name in treats.names)
        if alone:
            return alone
        for pair in treats.pairs:
            sides = []
            for side in pair:
                sides.append(self._side(side, named))
                if not sides[-1]:
                    break
            else:
                both = tuple(dict.fromkeys(hit for side in sides for hit in side))
                if len(both) > 1:  # a pill that is both sides by itself is no pair
                    return both
        return ()

    def _side(self, side: tuple[str, ...], named: Sequence[Hit]) -> list[Hit]:
        """The hits of one side of a pair: names as written, or a whole group."""
        of_groups = [hit for code in side if code.isupper() for hit in self._with(HitKind.DRUG, code, _TAKEN)]
        return [hit for hit in named if hit.name in side] + [hit for hit in of_groups if not hit.possible]

    def med_hits(self, group: str, status: str = HitStatus.CURRENT) -> tuple[Hit, ...]:
        """The hits that make `med` true."""
        wanted = _STATUSES[status]
        if status == HitStatus.CURRENT and group not in STOPPED_IS_NOT_TAKEN:
            wanted = _TAKEN
        return self._with(HitKind.DRUG, group, wanted)

    def cond_hits(self, name: str, status: str = HitStatus.CURRENT) -> tuple[Hit, ...]:
        """The hits that make `cond` true."""
        return self._with(HitKind.CONDITION, name, _STATUSES[status])

    def word_hits(self, word_list: str, status: str = HitStatus.CURRENT) -> tuple[Hit, ...]:
        """The hits that make `words` true."""
        if status == "cancelled" and self._with(HitKind.WORDS, word_list, _STATUSES[HitStatus.CURRENT]):
            return ()
        return self._with(HitKind.WORDS, word_list, _STATUSES[status])

    def _with(self, kind: HitKind, code: str, wanted: frozenset[HitStatus]) -> tuple[Hit, ...]:
        hits = self._by_code.get((kind, code))
        if not hits:
            return ()
        return tuple(hit for hit in hits if hit.status in wanted)


@cache
def _is_of_groups(treats: Treats) -> bool:
    """True where whole groups alone may point at it, without a name of its own."""
    return any(all(any(code.isupper() for code in side) for side in pair) for pair in treats.pairs)
