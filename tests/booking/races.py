"""Many at once on one diary: threads with connections of their own, and a checker that trusts nothing."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from typing import Any

from django.db import connection

from clinic.booking.models import Appointment, Cell, Kind
from clinic.booking.querysets import STANDING


def at_once(count: int, deed: Callable[[int], Any]) -> list[Any]:
    """Do the same thing in several threads at once, each with a connection of its own; return what came of each."""

    def one(number: int) -> Any:
        try:
            return deed(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def overlaps() -> list[tuple[str, str]]:
    """Return pairs of ordinary standing visits that share practitioner, room or patient at one time; read from the
    visits themselves, not from their cells."""
    standing = list(Appointment.objects.filter(state__in=STANDING, lane=0).order_by("starts_at"))
    found = []
    for name in ("practitioner_id", "room_id", "patient_id"):
        by_resource: dict[int, list[Appointment]] = {}
        for visit in standing:
            if getattr(visit, name) is not None:
                by_resource.setdefault(getattr(visit, name), []).append(visit)
        for visits in by_resource.values():
            for one, other in pairwise(visits):
                length = {"practitioner_id": one.minutes, "room_id": one.room_minutes}.get(name, one.length)
                if one.starts_at + timedelta(minutes=length) > other.starts_at:
                    found.append((one.ref, other.ref))
    return found


def cells_disagree() -> list[str]:
    """Return what is wrong between visits and cells: a standing visit without all its cells, a gone one with some."""
    found = []
    counts: dict[tuple[int, int], int] = {}
    for key, kind in Cell.objects.exclude(visit=None).values_list("visit_id", "kind"):
        counts[key, kind] = counts.get((key, kind), 0) + 1
    for visit in Appointment.objects.all():
        wanted = {Kind.PRACTITIONER: visit.minutes, Kind.ROOM: visit.room_minutes, Kind.PATIENT: visit.length}
        for whose, minutes in wanted.items():
            has = counts.get((visit.pk, whose), 0)
            should = minutes // 5 if visit.state in STANDING else 0
            if has != should:
                found.append(f"{visit.ref} {visit.state} {whose.label}: {has} cells instead of {should}")
    return found


@contextmanager
def promise_dropped() -> Iterator[None]:
    """Take the database's promise away while the block runs (PostgreSQL)."""
    promise = next(c for c in Cell._meta.constraints if c.name == "one_taker_a_cell")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Cell, promise)
    try:
        yield
    finally:
        Cell.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Cell, promise)
