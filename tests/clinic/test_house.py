"""The check of the house finds what it is for."""

import pytest

from tests.support.house import html_in


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
