"""Proof that nobody changed the book: every row is hashed again, in order, from the first to the end.

Found: a row edited, removed, inserted or swapped, a row made without the key of the chain, and a tail cut off. Whoever
can write to the database could cut the tail and move the end to match, no more; against that stands the hash of the
end noted outside the house (`manage.py audit_head`, and the clock's daily log line), given back as `outside`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.crypto import constant_time_compare

from clinic.audit.chain import BEGINNING, ChainLink
from clinic.audit.keys import CHANGED, NEXT, ChainKeys, read
from clinic.audit.models import Checkpoint, Entry, Head
from clinic.audit.services import hash_of_row
from clinic.encryption import UnsealError

# A row somebody edited may hold what cannot even be read as a date or as JSON.
_UNREADABLE = (ValueError, TypeError, AttributeError, OverflowError)


@dataclass(frozen=True)
class Verdict:
    """How many rows were read, and the first broken one with a sentence about it; None when the book is whole."""

    rows: int
    last: ChainLink
    broken: int | None = None
    reason: str = ""


class _BrokenError(Exception):
    """The walk cannot go on; carries the number of the row and what is wrong with it."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(reason)
        self.number = number
        self.reason = reason


def verify(
    *,
    outside: str = "",
    since: ChainLink | None = None,
    progress: Callable[[int], None] | None = None,
    batch: int = 2000,
) -> Verdict:
    """Read the whole book, a batch at a time, and return the verdict; writers may go on meanwhile.

    `outside` is the hash of an earlier end, noted outside the house. With `since` only what follows that row is read,
    which must stand there still. `progress` is told the rows read so far.
    """
    walk = _Walk(outside, _keys())
    try:
        if since is not None:
            walk.go_on_from(since)
        while True:
            # Read before the rows: whatever comes in meanwhile, every row up to this end must be there.
            end = Head.objects.first()
            before = walk.rows
            for row in _rows_after(walk.last.number if walk.rows or since else None, batch):
                walk.step(row)
            if walk.rows == before:
                walk.ends_at(end)
                return Verdict(walk.rows, walk.last)
            if progress:
                progress(walk.rows)
    except _BrokenError as broken:
        return Verdict(walk.rows, walk.last, broken.number, broken.reason)


def keep_checkpoint(verdict: Verdict, *, at: datetime) -> None:
    """Keep up to where the log was found whole; one that is broken keeps what it had."""
    if verdict.broken is None and verdict.last.number:
        fields = {"number": verdict.last.number, "hash": verdict.last.hash, "at": at}
        Checkpoint.objects.update_or_create(id=1, defaults=fields)


def verified_before() -> ChainLink | None:
    """Return the row up to which the log was last found whole; None where it never was read."""
    checkpoint = Checkpoint.objects.first()
    return ChainLink(checkpoint.number, checkpoint.hash) if checkpoint else None


def verify_what_is_new(*, at: datetime) -> Verdict:
    """Read what was written since the last verification, and keep how far it is whole."""
    verdict = verify(since=verified_before())
    keep_checkpoint(verdict, at=at)
    return verdict


class _Walk:
    """Where the walk along the chain has come to."""

    def __init__(self, outside: str, keys: ChainKeys) -> None:
        self.last = ChainLink(0, BEGINNING)
        self.keys = keys
        self.key = ""
        # The key that the last row has announced.
        self.next_key = ""
        self.rows = 0
        self.outside = outside
        self.outside_seen = not outside or outside == self.last.hash

    def go_on_from(self, link: ChainLink) -> None:
        """Begin behind a row that was verified before; it must be there, unchanged."""
        row = _one(link.number)
        if row is None or row.hash != link.hash or not _carries_its_hash(row, self.keys.secrets.get(row.key, b"")):
            raise _BrokenError(link.number, "it is not as it was when it was verified")
        self._stand_on(row)

    def step(self, row: Entry) -> None:
        """Take one row; it must follow the last one and carry its own hash."""
        self._require_next(row)
        self._require_its_key(row)
        if not _carries_its_hash(row, self.keys.secrets.get(row.key, b"")):
            raise _BrokenError(row.number, "what it says does not match its hash")
        self._stand_on(row)
        self.rows += 1
        self.outside_seen = self.outside_seen or row.hash == self.outside

    def _stand_on(self, row: Entry) -> None:
        self.key, self.last = row.key, row.link
        self.next_key = str(row.facts.get(NEXT, "")) if row.deed == CHANGED else ""

    def _require_next(self, row: Entry) -> None:
        expected = self.last.number + 1
        if row.number < expected:
            raise _BrokenError(row.number, "it stands before the beginning of the book")
        if row.number > expected:
            raise _BrokenError(expected, "it is missing")
        if row.previous != self.last.hash:
            raise _BrokenError(row.number, "it does not follow the row before it")

    def _require_its_key(self, row: Entry) -> None:
        """Require the key of the row before, or the one that it announced; a book without keys may get its first."""
        if row.key and row.key not in self.keys.secrets:
            self.keys = _keys()  # the book may have got its first key, or another, since the walk began
        if row.key and not self.keys.secrets:
            raise _BrokenError(row.number, "the keys of the chain are gone, or ANSWER_KEYS does not open them")
        if row.key and row.key not in self.keys.secrets:
            raise _BrokenError(row.number, "it names a key that is not this book's")
        if row.key == self.key or not self.last.number:
            return
        begins = not self.key and row.deed == CHANGED and row.facts.get(NEXT) == row.key
        if not begins and (not row.key or row.key != self.next_key):
            raise _BrokenError(row.number, "its key was not announced by the row before it")

    def ends_at(self, end: Head | None) -> None:
        """Require that the book ends where its end is noted, inside the house and outside, and under a key."""
        if end is None and self.rows:
            raise _BrokenError(self.last.number, "the note of the book's end is missing")
        if end is not None and end.number > self.last.number:
            raise _BrokenError(self.last.number + 1, "it is missing, the book ended later")
        if end is not None and end.link != self.last:
            raise _BrokenError(max(1, min(end.number + 1, self.last.number)), "it stands after the book's end")
        if self.rows and not self.key:
            raise _BrokenError(self.last.number, "it carries no key of the chain: run `manage.py audit_key` once")
        if not self.outside_seen:
            raise _BrokenError(self.last.number + 1, "it is missing, the end noted outside is not in the book")


def _keys() -> ChainKeys:
    """The keys of the book; none where no key of ours opens them."""
    try:
        return next((read(*row) for row in Head.objects.values_list("key", "keys")), ChainKeys())
    except (UnsealError, ValueError):
        return ChainKeys()


def _rows_after(number: int | None, batch: int) -> Iterator[Entry]:
    after = Entry.objects.all() if number is None else Entry.objects.filter(number__gt=number)
    rows = after.order_by("number")[:batch]
    try:
        breaks = list(rows)
    except _UNREADABLE:
        breaks = []
    yield from breaks or _one_by_one(list(rows.values_list("number", flat=True)))


def _one_by_one(numbers: list[int]) -> Iterator[Entry]:
    for number in numbers:
        if (row := _one(number)) is None:
            raise _BrokenError(number, "it cannot be read")
        yield row


def _one(number: int) -> Entry | None:
    """Return a row, or None when somebody wrote into it what cannot be read."""
    try:
        return Entry.objects.filter(number=number).first()
    except _UNREADABLE:
        return None


def _carries_its_hash(row: Entry, secret: bytes) -> bool:
    try:
        return constant_time_compare(hash_of_row(row, secret), row.hash)
    except _UNREADABLE:
        return False
