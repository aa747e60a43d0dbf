"""What the post should have done: a ledger of its own of every visit and every pass of the clock, over both channels.

It knows when each visit was booked and when it ended, by what each person is reached and when their phone answered STOP
or was reported gone, and at which moment each email and each text arrived; the rules of the letters stand here a second
time, as a table, and nothing is asked of the code that sends them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from zoneinfo import ZoneInfo

from clinic.booking.models import Appointment
from clinic.outbox.models import Letter
from tests.booking.zones import in_words
from tests.outbox.text_server import Taken

ZONE = "America/Los_Angeles"
QUIET = (21, 8)
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
class Reach:
    """By what a person is reached; empty where they are not. A phone that is closed gets nothing more."""

    email: str
    phone: str
    closed_at: datetime | None = None

    @property
    def channels(self) -> set[str]:
        return {name for name, to in (("email", self.email), ("text", self.phone)) if to}


@dataclass
class Told:
    """One visit as it went: told by whoever did the deeds."""

    visit: Appointment
    booked_at: datetime
    moved_here: bool
    has_form: bool
    reach: Reach
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


def is_quiet(at: datetime) -> bool:
    """Whether it is night at the clinic."""
    hour = at.astimezone(ZoneInfo(ZONE)).hour
    return hour >= QUIET[0] or hour < QUIET[1]


@dataclass
class Ledger:
    """All visits by reference, the passes of the clock that were not broken off, and what arrived when."""

    visits: dict[str, Told] = field(default_factory=dict)
    reaches: dict[int, Reach] = field(default_factory=dict)
    whole_passes: list[datetime] = field(default_factory=list)
    arrived: list[tuple[datetime, Message]] = field(default_factory=list)
    texts: list[tuple[datetime, Taken]] = field(default_factory=list)

    def booked(self, visit: Appointment, at: datetime, *, has_form: bool, moved_here: bool = False) -> None:
        self.visits[visit.ref] = Told(visit, at, moved_here, has_form, self.reaches[visit.patient_id])

    def ended(self, visit: Appointment, at: datetime, *, cancelled: bool) -> None:
        told = self.visits[visit.ref]
        told.ended_at, told.cancelled = at, cancelled

    def duplicates(self) -> int:
        """How many messages came a second time: mails under the same Message-ID, texts of the same letter."""
        names = [str(mail["Message-ID"]) for _at, mail in self.arrived] + [text.ref for _at, text in self.texts]
        return sum(count - 1 for count in Counter(names).values())

    def problems(self) -> list[str]:
        """Return every message that is wrong, and every one that is missing."""
        letters = {letter.ref: letter for letter in Letter.objects.defer("sealed", "rendered")}
        came: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        said: dict[str, tuple[str, ...]] = {}
        found: list[str] = []
        for at, channel, name, words in self._everything():
            if name not in letters or letters[name].channel != channel:
                found.append(f"nobody wrote {name}")
                continue
            _visit, ref, what = letters[name].key.split(":")[:3]
            came[ref, what, channel].add(name)
            found += [f"{what} of {ref} at {at}: {wrong}" for wrong in self._wrong(channel, words, ref, what, at)]
            if said.setdefault(name, words) != words:
                found.append(f"{what} of {ref}: the second copy says something else")
        twice = {key for key, names in came.items() if len(names) > 1 and self.visits[key[0]].reach.closed_at is None}
        found += [f"{what} of {ref} came under two names by {channel}" for ref, what, channel in twice]
        called = {tuple(letter.key.split(":")[1:3]) for letter in letters.values() if letter.state == "dead"}
        return found + self._lost({key for key, names in came.items() if names}, called)

    def _everything(self) -> Iterator[tuple[datetime, str, str, tuple[str, ...]]]:
        for at, mail in self.arrived:
            yield at, "email", str(mail["Message-ID"]).strip("<>").partition("@")[0], words_of(mail)
        for at, text in self.texts:
            yield at, "text", text.ref, (text.to, "", text.text)

    def _lost(self, came: set[tuple[str, str, str]], called: set[tuple[str, ...]]) -> list[str]:
        """What a whole pass should have sent and nobody got. Whose phone was closed got it on either channel before,
        or is called.
        """
        found = []
        for ref, told in self.visits.items():
            for what in EVERY:
                for channel in told.reach.channels:
                    passes = [at for at in self.whole_passes if channel == "email" or not is_quiet(at)]
                    due = [at for at in passes if told.wants(what, at)]
                    closed = told.reach.closed_at
                    if closed is None and due and (ref, what, channel) not in came:
                        found.append(f"{what} of {ref} by {channel} is lost")
                    elif closed is not None and due and not self._reached(ref, what, came, called):
                        found.append(f"{what} of {ref}, whose phone was closed, is lost")
        return found

    def _reached(self, ref: str, what: str, came: set[tuple[str, str, str]], called: set[tuple[str, ...]]) -> bool:
        if (ref, what, "email") in came or (ref, what, "text") in came or (ref, what) in called:
            return True
        # Whom no message can reach was told of what was done at the desk by whoever did it, and is called for the last
        # reminder of each kind.
        return not self.visits[ref].reach.email and what not in ("reminder-1d", "form-2d")

    def _wrong(self, channel: str, words: tuple[str, ...], ref: str, what: str, at: datetime) -> list[str]:
        told = self.visits.get(ref)
        if told is None:
            return ["of a visit nobody booked"]
        to, _subject, text = words
        when = in_words(told.starts_at, ZONE)
        found = [] if told.wants(what, at) else ["it should not have left"]
        if channel == "text":
            found += ["it came at night"] if is_quiet(at) else []
            found += ["it came after STOP"] if told.reach.closed_at and at > told.reach.closed_at else []
            when = when.replace(f", {told.starts_at.year},", ",")
        if to != (told.reach.email if channel == "email" else told.reach.phone):
            found.append("it went to somebody else")
        if when not in text:
            found.append("it tells another time")
        if "DTSTART" in text and f"DTSTART:{told.starts_at:%Y%m%dT%H%M%SZ}" not in text:
            found.append("its calendar file tells another time")
        return found


def words_of(mail: Message) -> tuple[str, str, str]:
    """Return to whom a mail goes, its subject, and every word in it and in its file."""
    parts = [part.get_payload(decode=True) for part in mail.walk() if not part.is_multipart()]
    return str(mail["To"]), str(mail["Subject"]), "".join(part.decode() for part in parts if isinstance(part, bytes))
