"""The day on one page: the board, the list, and what waits for the desk."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from clinic import moments
from clinic.booking import words
from clinic.desk import day as days
from clinic.desk import drawn, sittings, tasks
from clinic.desk.views.common import at_the_desk, code_of, day_asked, page, who

VIEWS = ("board", "list")
# A day has a hundred empty cells: they are written here, not by a template each.
_FREE = '<td class="free"><a href="{}?at={}"><span class="hidden">{} </span>{}</a></td>'
_SHUT = '<td class="shut" rowspan="{}"></td>'


@require_GET
@at_the_desk
def day(request: HttpRequest) -> HttpResponse:
    """Who comes, when and to whom, where each visit stands, and what to say on the phone. Five queries."""
    at = timezone.now()
    on = timezone.localdate(at)
    asked = day_asked(request, on=on)
    view = request.GET.get("view", "")
    found = days.load(asked, on=on, at=at)
    waiting = sittings.urgent(on=on, at=at)
    counts = tasks.counts(by=who(request), on=on, at=at)
    context = {
        "day": found,
        "title": moments.day(asked),
        "is_today": asked == on,
        "is_over": asked < on,
        "view": view if view in VIEWS else "",
        "board": _board(found) if view != "list" else None,
        "rows": drawn.in_the_list(found.lines) if view != "board" else "",
        "shows_list": view != "board",
        "places": _places(asked, on),
        "calls": [line for line in waiting if line.is_call],
        "to_accept": sum(line.waits_for_a_word for line in waiting),
        "tasks": tasks.tasks(counts),
        "waiting": counts["waiting"],
        "now": words.time_of_day(at),
    }
    return page(request, "day", context)


def _places(day: date, on: date) -> dict[str, str]:
    return {
        "before": (day - timedelta(days=1)).isoformat(),
        "after": (day + timedelta(days=1)).isoformat(),
        "yesterday": (on - timedelta(days=1)).isoformat(),
        "today": on.isoformat(),
        "tomorrow": (on + timedelta(days=1)).isoformat(),
        "shown": day.isoformat(),
    }


def _board(found: days.Day) -> list[dict[str, object]]:
    """The rows as the template reads them: for each cell what stands in it, or the way to book it."""
    rows: list[dict[str, object]] = []
    book, word = reverse("desk:book"), _("Book")
    for row in found.rows:
        at = words.time_of_day(row.start)
        full = timezone.localtime(row.start).minute == 0
        cells: list[dict[str, object]] = []
        for column, cell in row.cells:
            if cell.things:
                cells.append({"rows": cell.rows, "things": [_thing(piece) for piece in cell.things]})
            elif cell.free:
                code = code_of(cell.start, found.columns[column].key)
                cells.append({"plain": format_html(_FREE, book, code, word, at)})
            else:
                cells.append({"plain": format_html(_SHUT, cell.rows)})
        rows.append({"at": at, "cells": cells, "now": row.now, "full": full})
    return rows


def _thing(piece: days.Piece) -> dict[str, object]:
    """What stands in a cell: a visit, written already, or kept time."""
    return {"line": piece.line, "kept": piece.kept, "drawn": drawn.on_the_board(piece.line) if piece.line else ""}
