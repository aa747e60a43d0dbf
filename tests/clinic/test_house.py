"""The check of the house finds what it is for."""

import pytest

from tests.support.house import dates_in, html_in


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('ROW = "<li>{}</li>"', [1]),
        ("from django.utils.html import escape, format_html", [1]),
        ('def row():\n    """Return <b>words</b>."""\n    return f"<span class={0}>"', [3]),
        ('URL = "<slug:ref>/<int:number>/"', []),
        ("SMALL = 1 < 2", []),
    ],
)
def test_html_in_python_is_found_and_docstrings_and_addresses_are_not(source: str, lines: list[int]) -> None:
    assert html_in(source) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('day = date_format(on, "j F Y")', [1]),
        ('x = 1\nname = f"{at:%I:%M} am"', [2]),
        ('at.strftime("%d.%m.%Y")', [1]),
        ('return f"{weekday} {opens:%H:%M}-{closes:%H:%M}"', [1]),
        ('text = "/".join(parts[part] for part in ("month", "day", "year"))', [1]),
        ('error = _("Write the day like this: 2026-05-31.")', [1]),
        ("when = formatting.short_moment(visit.starts_at)", [1]),
        ("when = formatting.short_moment(letter.written_at)", []),
        ('{{ day|date:"l j F" }}', [1]),
        ("{{ at|time }}", [1]),
        ("{{ at|date }}", [1]),
        ('<time datetime="{{ day|date:"Y-m-d" }}">', []),
        ('<meta content="{{ at|date:"c" }}">', []),
        ("{{ day|short_day }}", []),
        ('key = f"{at:%Y%m%dT%H%M%SZ}"', []),
    ],
)
def test_a_date_written_for_people_is_found_and_one_for_machines_is_not(source: str, lines: list[int]) -> None:
    assert dates_in(source) == lines
