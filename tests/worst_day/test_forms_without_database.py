"""The database is lost or full at any question of any form: nothing is half saved, what was typed stands on the page,
and pressed again it is saved once, with its line in the audit log.

Here the loss is made between Django and the database, at every place where a form writes; with a real server that is
stopped, frozen, full or out of connections: tests/worst_day/test_database_faults.py.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches

from tests.access.house import House, undone
from tests.access.snapshots import BY_CHANCE, differences, snapshot, type_rows
from tests.support.progress import Say
from tests.support.times import NOW
from tests.worst_day.sending import Outage, Ready, away, held, make_ready, only_shows, press_again, sendable
from tests.worst_day.sent_forms import COUNTED, FORMS, IN_PARTS, NOTHING_STANDS, REPEATED, SECRETS

pytestmark = pytest.mark.usefixtures("quiet")
# Sessions know that somebody looked; sign-ins are counted in the cache.
NOT_SAVED = frozenset({"django_session", "cache"})
MORE_BY_CHANCE = frozenset({"sealed", "digest", "session_key", "data", "saves", "token_hash", "fingerprint"})
PAGE = ("<title>We cannot save right now", 'href="tel:911"', "Go to the home page", "Error ID:")
PARTS = 4
HALF_A_MINUTE = timedelta(seconds=30)  # as the page asks for
# PostgreSQL gives no number twice, not even when nothing came of the first.
NUMBER = re.compile(r"_id=\d+$")
WAITED, REFERENCE = re.compile(r"(\d\d:\d\d):30\b"), re.compile(r"\b[B-DF-HJ-NP-TV-Z2-9]{16}\b")


@dataclass(frozen=True)
class Plain:
    """A form that is sent while all is well: what stands before and after, what was asked, and the answer."""

    before: type_rows
    after: type_rows
    asked: Outage
    answer: Any

    @property
    def changes(self) -> bool:
        return bool(differences(self.before, self.after))


def standing(tables: set[str]) -> type_rows:
    """What stands in these tables and in the audit log, without references and the half minute that somebody waits."""
    rows = snapshot(only=tables - NOT_SAVED | {"audit_entry"}, masked=BY_CHANCE | MORE_BY_CHANCE)
    return {name: Counter(tuple(map(_plain, row)) for row in found.elements()) for name, found in rows.items()}


def _plain(cell: str) -> str:
    return NUMBER.sub("_id=N", WAITED.sub(r"\1:00", REFERENCE.sub("REF", cell)))


def plainly(name: str, house: House, clock: time_machine.Traveller) -> Plain:
    """Send a form while all is well."""
    clock.move_to(NOW)
    caches["process"].clear()
    with undone():
        ready = make_ready(name, house)
        clock.shift(HALF_A_MINUTE)
        with undone(), away(Outage()) as asked:
            answer = ready.send()
            after = standing(asked.tables)
        return Plain(standing(asked.tables), after, asked, answer)


def wrong_at(name: str, house: House, clock: time_machine.Traveller, plain: Plain, outage: Outage) -> list[str]:
    """Send a form, lose the database at a question, press again when it is back; say what is wrong."""
    where = f"{name}, {'full' if outage.is_full else 'lost'} at {outage.lost_at} of {plain.asked.asked}"
    clock.move_to(NOW)
    caches["process"].clear()
    with undone():
        ready = make_ready(name, house)
        with away(outage):
            shown = ready.send()
        said = wrong_page(name, ready, shown, plain.answer, is_full=outage.is_full)
        left = standing(plain.asked.tables)
        caches["process"].clear()
        clock.shift(HALF_A_MINUTE)
        # Whoever is answered as ever presses nothing.
        again = shown if shown.status_code == plain.answer.status_code else press_again(ready, shown)
        now = standing(plain.asked.tables)
    said += wrong_rows(name, plain, left, now, again.status_code)
    return [f"{where}: {line}" for line in said]


def wrong_rows(name: str, plain: Plain, left: type_rows, now: type_rows, status: int) -> list[str]:
    """Say what was half saved, and what is not there exactly once when somebody has pressed again.

    Where the deed stood already and only its answer was lost, pressing again may add a line to the audit log.
    """
    stood = plain.changes and not differences(plain.after, left)
    may_differ = {"audit_entry", *REPEATED.get(name, ())} if stood else {*IN_PARTS.get(name, ())}
    said = []
    if not stood and (half := apart_from(may_differ, differences(plain.before, left))):
        said += [f"half saved: {line[:400]}" for line in half]
    other = apart_from(may_differ, differences(plain.after, now))
    return said + [f"pressed again ({status}), saved otherwise: {line[:400]}" for line in other]


def apart_from(tables: set[str], lines: list[str]) -> list[str]:
    return [line for line in lines if line.partition(":")[0] not in tables]


def wrong_page(name: str, ready: Ready, shown: Any, answer: Any, *, is_full: bool) -> list[str]:
    """Say what is wrong with the answer; one that needs no database any more may be the usual one."""
    if shown.status_code != 503:
        # Where nothing can be counted nobody may try.
        usual = {answer.status_code, *((200, 429) if is_full and name in COUNTED else ())}
        return [] if shown.status_code in usual else [f"answered {shown.status_code}"]
    said = [f"lacks {part}" for part in PAGE if part not in shown.text]
    kept, typed = held(shown, ready.path), ready.pairs
    if name in SECRETS:
        return said + (["a secret stands on the page"] if kept is not None else [])
    if kept is None or Counter(kept) != Counter(typed):
        said.append(f"keeps {kept}, not {typed}")
    return said


def some(points: list[int], most: int) -> list[int]:
    """Return so many points, from all over the way and the last among them."""
    return sorted({points[-1 - (number * len(points)) // most] for number in range(min(most, len(points)))})


def test_every_form_is_named() -> None:
    there = {name for name in sendable() if not only_shows(name)}
    assert sorted(there - set(FORMS)) == [], "Say in tests/worst_day/sent_forms.py how this form is sent."
    assert sorted(set(FORMS) - there) == [], "It is no form any more: take it out of tests/worst_day/sent_forms.py."


@pytest.mark.heavy
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_is_asked_when_the_database_is_lost_nothing_is_half_saved(
    part: int, house: House, frozen: time_machine.Traveller, size: Any, say: Say
) -> None:
    names = list(FORMS)[part :: size(PARTS * 8, PARTS)]
    said, still, tries = [], set(), 0
    for number, name in enumerate(names):
        plain = plainly(name, house, frozen)
        if not plain.changes:
            still.add(name)
        for point in some([1, *plain.asked.points], size(2, 60)):
            for is_full in {False, point != 1}:
                said += wrong_at(name, house, frozen, plain, Outage(lost_at=point, is_full=is_full))
                tries += 1
        say(f"{number + 1} of {len(names)}, {tries} losses, {len(said)} wrong")
    assert said == []
    assert still - NOTHING_STANDS == set(), "Nothing comes of these any more: it proves nothing to send them."
    print(f"{len(names)} forms, {tries} losses")
