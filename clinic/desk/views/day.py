"""The day on one page: the board, the list, and what waits for the desk."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from clinic import formatting
from clinic.accounts.roles import is_practitioner
from clinic.booking import schedule
from clinic.desk import day as days
from clinic.desk import intake_row, tasks
from clinic.desk.board import BoardCell
from clinic.desk.views.common import at_the_desk, code_of, day_asked, page, who

VIEWS = ("board", "list")


@require_GET
@at_the_desk
def day(request: HttpRequest) -> HttpResponse:
    """Who comes, when and to whom, where each visit stands, and what to say on the phone."""
    at = timezone.now()
    on = timezone.localdate(at)
    chosen_date = day_asked(request, on=on)
    view = request.GET.get("view", "")
    chosen_day = days.load(chosen_date, on=on, at=at)
    counts = tasks.counts(on=on, at=at)
    context = {
        "day": chosen_day,
        "title": formatting.day(chosen_date),
        "is_today": chosen_date == on,
        "view": view if view in VIEWS else "",
        "next_open": schedule.current().next_open(chosen_date) if chosen_day.is_empty else None,
        "board": _board(chosen_day) if view != "list" else None,
        "shows_limits": is_practitioner(who(request)),
        "shows_list": view != "board",
        "places": _places(chosen_date, on),
        "calls": intake_row.calls(on=on, at=at),
        "to_accept": counts["to_accept"],
        "tasks": tasks.tasks(counts),
        "waiting": counts["waiting"],
        "now": formatting.clock(at),
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
    """The rows as the template reads them: for each cell what stands in it, or the code of the time to book."""
    return [
        {
            "at": formatting.clock(row.start),
            "cells": [_cell(cell, found.columns[column].key) for column, cell in row.cells],
            "now": row.now,
            "full": timezone.localtime(row.start).minute == 0,
        }
        for row in found.rows
    ]


def _cell(cell: BoardCell[days.ColumnPiece], practitioner: int) -> dict[str, object]:
    code = code_of(cell.start, practitioner) if cell.free and not cell.things else ""
    return {"rows": cell.rows, "things": cell.things, "code": code, "tight": cell.tight}
