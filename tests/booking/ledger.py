"""What the post should have done: a ledger of its own of every visit and every pass of the clock.

It knows when each visit was booked and when it ended, and at which moment each mail arrived; the rules of the letters
stand here a second time, as a table, and nothing is asked of the code that sends them.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message

from clinic.booking.models import Appointment
from clinic.outbox.models import Letter
from tests.booking.zones import in_words

ZONE = "America/Los_Angeles"
# Reminder → how long before the visit it is due, and how long before it is too late.
REMINDERS = {
    "reminder-3d": (timedelta(days=3), timedelta(days=1)),
    "reminder-1d": (timedelta(days=1), timedelta(hours=1)),
}
FORM_REMINDERS = {
    "form-5d": (timedelta(days=5), timedelta(days=2)),
    "form-2d": (timedelta(days=2), timedelta(hours=2)),
}


@dataclass
class Told:
    """One visit as it went: told by whoever did the deeds."""

    visit: Appointment
    booked_at: datetime
    moved_here: bool
    has_form: bool
    ended_at: datetime | None = None
    cancelled: bool = False

    @property
    def starts_at(self) -> datetime:
        """In UTC, where a day is 24 hours: three days before is no wall-clock time."""
        return self.visit.starts_at.astimezone(UTC)

    def stands(self, at: datetime) -> bool:
        return self.booked_at < at < self.starts_at and (self.ended_at is None or at < self.ended_at)

    def wants(self, what: str, at: datetime) -> bool:
        """Say whether this letter is right at a moment."""
        if what == "cancelled":
            return self.cancelled and self.ended_at is not None and self.ended_at < at
        if what in ("confirmation", "changed"):
            return self.stands(at) and self.moved_here == (what == "changed")
        before, until = (REMINDERS | FORM_REMINDERS)[what]
        if what in FORM_REMINDERS and self.has_form:
            return False
        begins = self.starts_at - before
        # Booked inside the lead time: the confirmation has just said the same.
        return self.stands(at) and self.booked_at < begins <= at < self.starts_at - until


EVERY = ("confirmation", "changed", "cancelled", *REMINDERS, *FORM_REMINDERS)


@dataclass
class Ledger:
    """All visits by reference, the passes of the clock that were not broken off, and what arrived when."""

    visits: dict[str, Told] = field(default_factory=dict)
    whole_passes: list[datetime] = field(default_factory=list)
    arrived: list[tuple[datetime, Message]] = field(default_factory=list)

    def booked(self, visit: Appointment, at: datetime, *, has_form: bool, moved_here: bool = False) -> None:
        self.visits[visit.ref] = Told(visit, at, moved_here, has_form)

    def ended(self, visit: Appointment, at: datetime, *, cancelled: bool) -> None:
        told = self.visits[visit.ref]
        told.ended_at, told.cancelled = at, cancelled

    def duplicates(self) -> int:
        """How many mails came a second time under the same Message-ID."""
        return sum(count - 1 for count in Counter(str(mail["Message-ID"]) for _at, mail in self.arrived).values())

    def problems(self) -> list[str]:
        """Return every mail that is wrong, and every one that is missing."""
        letters = {letter.message_id: letter for letter in Letter.objects.all()}
        found: list[str] = []
        came: dict[tuple[str, str], set[str]] = defaultdict(set)
        said: dict[str, tuple[str, str, str]] = {}
        for at, mail in self.arrived:
            name = str(mail["Message-ID"])
            if name not in letters:
                found.append(f"nobody wrote {name}")
                continue
            _visit, ref, what = letters[name].key.split(":")[:3]
            came[ref, what].add(name)
            found += [f"{what} of {ref} at {at}: {wrong}" for wrong in self._wrong(mail, ref, what, at)]
            if said.setdefault(name, words_of(mail)) != words_of(mail):
                found.append(f"{what} of {ref}: the second copy says something else")
        found += [f"{what} of {ref} came under two names" for (ref, what), names in came.items() if len(names) > 1]
        for ref, told in self.visits.items():
            due = [what for what in EVERY if any(told.wants(what, at) for at in self.whole_passes)]
            found += [f"{what} of {ref} is lost" for what in due if (ref, what) not in came]
        return found

    def _wrong(self, mail: Message, ref: str, what: str, at: datetime) -> list[str]:
        told = self.visits.get(ref)
        if told is None:
            return ["of a visit nobody booked"]
        found = [] if told.wants(what, at) else ["it should not have left"]
        to, _subject, text = words_of(mail)
        if to != told.visit.patient.email:
            found.append("it went to somebody else")
        if in_words(told.starts_at, ZONE) not in text:
            found.append("it tells another time")
        if "DTSTART" in text and f"DTSTART:{told.starts_at:%Y%m%dT%H%M%SZ}" not in text:
            found.append("its calendar file tells another time")
        return found


def words_of(mail: Message) -> tuple[str, str, str]:
    """Return to whom a mail goes, its subject, and every word in it and in its file."""
    parts = [part.get_payload(decode=True) for part in mail.walk() if not part.is_multipart()]
    return str(mail["To"]), str(mail["Subject"]), "".join(part.decode() for part in parts if isinstance(part, bytes))
