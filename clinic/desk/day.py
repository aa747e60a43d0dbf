"""One day on the desk: its visits as a board and as a list, blocked and held times, and who is there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Value
from django.db.models.fields import CharField
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.booking import availability, occupancy, places, schedule
from clinic.booking.models import Appointment, Block, Hold, State
from clinic.booking.querysets import day_bounds
from clinic.booking.schedule import ScheduledPractitioner
from clinic.desk import board
from clinic.desk.visit_row import VisitRow, visit_rows

# A visit that takes no time any more stands below the day, not in it.
GONE = (State.CANCELLED, State.MOVED, State.IN_ERROR)


@dataclass(frozen=True)
class KeptTime:
    """Time that nobody can book: blocked by somebody, or held for a newcomer or an offer."""

    practitioner: int | None
    room: int | None
    begins: datetime
    ends: datetime
    note: str
    ref: str

    @property
    def is_block(self) -> bool:
        return bool(self.ref)

    @property
    def label(self) -> str:
        if not self.is_block:
            return _("Held for a patient")
        return self.note or _("Blocked")

    @property
    def when(self) -> str:
        return formatting.span(self.begins, self.ends)


@dataclass(frozen=True)
class ColumnPiece:
    """Something in a column of the board: a visit or kept time."""

    begins: datetime
    ends: datetime
    line: VisitRow | None = None
    kept: KeptTime | None = None


@dataclass
class Column:
    key: int
    name: str
    # On some day of the clinic's zone, when they are there.
    hours: str
    is_there: bool


@dataclass
class Day:
    """Everything about one day, ready to be shown."""

    day: date
    lines: list[VisitRow]
    gone: list[VisitRow]
    kept: list[KeptTime]
    columns: list[Column]
    rows: list[board.BoardRow[ColumnPiece]]
    # That the whole clinic is closed and why, as a sentence; empty on every other day.
    closed_words: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.lines and not self.rows

    @property
    def counts(self) -> dict[str, int]:
        """How the day stands, for its first line."""
        states = [line.visit.state for line in self.lines]
        return {
            "visits": len(states),
            "here": sum(state in (State.ARRIVED, State.WITH) for state in states),
            "done": states.count(State.COMPLETED),
            "not_ready": sum(line.is_ahead and not line.is_ready for line in self.lines),
            "unread": sum(line.is_unread and line.is_ready for line in self.lines),
        }


def load(day: date, *, on: date, at: datetime) -> Day:
    """Return a day of the clinic: a fixed number of queries, however many visits."""
    visits = Appointment.objects.on_day(day).exclude(state__in=(State.MOVED, State.IN_ERROR))
    lines = visit_rows(visits, on=on, at=at)
    blocks_and_holds = kept_times(day, day, at=at)
    standing = [line for line in lines if line.visit.state not in GONE]
    people = _people(day, standing, blocks_and_holds)
    spans = {person.key: person.spans(day, day) for person in people}
    pieces = {person.key: _pieces(person, standing, blocks_and_holds) for person in people}
    edge = board.edges(
        [
            *(span for group in spans.values() for span in group),
            *((piece.begins, piece.ends) for group in pieces.values() for piece in group),
        ]
    )
    fits = _fitting(people, spans, day, on=on, at=at)
    columns = [board.BoardColumn(pieces[person.key], spans[person.key], fits[person.key]) for person in people]
    return Day(
        day=day,
        lines=standing,
        gone=[line for line in lines if line.visit.state in GONE],
        kept=blocks_and_holds,
        columns=[_column(person, spans[person.key], day) for person in people],
        rows=board.rows(columns, edge, at=at) if edge else [],
        closed_words=closed_words(day),
    )


def closed_words(day: date) -> str:
    """Say that the clinic is closed on a day, with the reason where one was written; empty where it is not."""
    closed = schedule.current().closed
    if day not in closed:
        return ""
    return (
        _("The clinic is closed: %(why)s.") % {"why": closed[day].rstrip(".")}
        if closed[day]
        else _("The clinic is closed.")
    )


def _fitting(
    people: list[ScheduledPractitioner], spans: Mapping[int, list[board.Span]], day: date, *, on: date, at: datetime
) -> dict[int, Callable[[datetime], bool]]:
    """Return for each practitioner whether any visit that they offer can begin at a moment. One query; none for a day
    that is over.
    """
    table = schedule.current()
    begin, end = day_bounds(day)
    present_people = [person for person in people if spans[person.key]] if day >= on else []
    day_occupancy = (
        occupancy.load(present_people, table, start=begin, end=end, at=at)
        if present_people
        else occupancy.Occupancy({})
    )

    def fitting(who: ScheduledPractitioner) -> Callable[[datetime], bool]:
        needs = {who.need(kind) for kind in table.types if kind.active and who.key in table.offers.get(kind.pk, ())}
        busy = {place: day_occupancy.of(who, table, None, place) for place in who.hours}

        def fits(start: datetime) -> bool:
            inside = [need for need in needs if availability.fits(spans[who.key], start, need.length)]
            return bool(inside) and any(availability.at(start, need, busy[who.place_at(start)]) for need in inside)

        return fits

    return {person.key: fitting(person) for person in people}


def kept_times(first: date, last: date, *, at: datetime) -> list[KeptTime]:
    """Return blocked times and standing holds of these days. One query."""
    begin, end = day_bounds(first, last)
    none = Value("", output_field=CharField())
    blocks = Block.objects.on_day(first, last).order_by().annotate(words=F("note"), name=F("ref"), long=Value(0))
    holds = Hold.objects.standing(at=at).filter(starts_at__gte=begin, starts_at__lt=end)
    # The hold's token opens it: it never leaves the database here.
    hold_rows = holds.annotate(ends_at_=F("starts_at"), words=none, name=none, long=F("minutes"))
    columns = ("practitioner_id", "room_id", "starts_at")
    rows = blocks.values_list(*columns, "ends_at", "words", "name", "long").union(
        hold_rows.values_list(*columns, "ends_at_", "words", "name", "long"), all=True
    )
    times = [
        KeptTime(practitioner, room if name else None, start, end + timedelta(minutes=long), words, name)
        for practitioner, room, start, end, words, name, long in rows
    ]
    return sorted(times, key=lambda kept_time: (kept_time.begins, kept_time.ends))


def _people(day: date, lines: Iterable[VisitRow], kept: Iterable[KeptTime]) -> list[ScheduledPractitioner]:
    """Who is there that day, or has something in the diary; somebody who has left shows while visits stand."""
    table = schedule.current()
    busy = {line.visit.practitioner_id for line in lines} | {kept_time.practitioner for kept_time in kept}
    former = [person for key, person in table.former.items() if key in busy]
    return [*(person for person in table.people.values() if person.key in busy or person.spans(day, day)), *former]


def _pieces(who: ScheduledPractitioner, lines: Iterable[VisitRow], kept: Iterable[KeptTime]) -> list[ColumnPiece]:
    visits = [
        ColumnPiece(line.visit.starts_at, line.visit.starts_at + timedelta(minutes=line.visit.minutes), line=line)
        for line in lines
        if line.visit.practitioner_id == who.key
    ]
    return visits + [
        ColumnPiece(kept_time.begins, kept_time.ends, kept=kept_time)
        for kept_time in kept
        if kept_time.practitioner == who.key
    ]


def _column(who: ScheduledPractitioner, spans: list[board.Span], day: date) -> Column:
    hours = ", ".join(_in_words(who, begins, ends) for begins, ends in spans)
    table = schedule.current()
    away = _("no longer sees patients here")
    if who.key in table.people:
        away = _("closed") if day in table.closed else _("not working")
    return Column(key=who.key, name=who.name, hours=hours or away, is_there=bool(spans))


def _in_words(who: ScheduledPractitioner, begins: datetime, ends: datetime) -> str:
    """From when to when they are there, and where if the clinic has several places: 9:00 am – 12:00 pm, Westside."""
    words, where = formatting.span(begins, ends), places.name_at(who.place_at(begins))
    return f"{words}, {where}" if where else words
