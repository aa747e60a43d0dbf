"""Every deed that any room records has its sentence, and no sentence is of a deed that nobody records."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib import admin

from clinic.audit.models import Entry
from clinic.audit.sentences import SENTENCES, anybodys, sentence_of
from clinic.booking.admin import TimetableAdmin
from clinic.booking.models import AppointmentEvent
from tests.support.times import NOW

# The booking rules are one row, and only hours and exceptions may be deleted.
NEVER = {
    "bookingrules_added",
    *(f"{model}_deleted" for model in ("bookingrules", "practitionersettings", "location", "room", "visittype")),
}
ROOMS = ("clinic", "intake", "education")
# Deeds that are put together: where, and every word that comes of it.
MADE = {
    "clinic/booking/services/effects.py": {f"visit.{deed}" for deed in AppointmentEvent.Deed.values},
    "clinic/booking/admin.py": {
        f"diary.{page.opts.model_name}_{what}"
        for page in admin.site._registry.values()
        if isinstance(page, TimetableAdmin)
        for what in ("added", "changed", "deleted")
        if f"{page.opts.model_name}_{what}" not in NEVER
    },
    "intake/treatment/services.py": {
        f"{what}.{how}" for what in ("note", "notes") for how in ("exported", "printed", "read")
    },
    "intake/pages/sending.py": {"intake.extras_saved", "intake.question_answered"},
    "clinic/booking/own_page/downloads.py": {"record.downloaded"},
    "clinic/booking/own_page/views.py": {"record.form_read"},
}


def recorded(root: Path) -> Iterator[tuple[str, str | None]]:
    """Yield every deed in a call of `audit.record`, with its file; None for one that is put together."""
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
                    for deed in _deeds(node.args[0]):
                        yield str(path.relative_to(root)), deed


def _deeds(word: ast.expr) -> Iterator[str | None]:
    if isinstance(word, ast.IfExp):
        yield from _deeds(word.body)
        yield from _deeds(word.orelse)
    else:
        yield word.value if isinstance(word, ast.Constant) else None  # type: ignore[misc]  # a text, as mypy wants it


def test_every_deed_has_its_sentence_and_no_sentence_is_idle(root: Path) -> None:
    found = list(recorded(root))
    assert {path for path, deed in found if deed is None} == set(MADE)
    deeds = {deed for _path, deed in found if deed} | {deed for made in MADE.values() for deed in made}
    assert len(deeds) > 130
    assert set(SENTENCES) == deeds


@pytest.mark.parametrize("deed", sorted(SENTENCES))
def test_a_sentence_is_one(deed: str) -> None:
    sentence = anybodys(deed)
    assert sentence.startswith("Someone ")
    assert sentence.endswith(".")
    assert "%" not in sentence


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("intake.started", "Someone who was not signed in began a form."),
        ("intake.expired", "The clinic emptied a form that was not sent in time."),
        ("long.ago", "The clinic did something: long.ago."),
    ],
)
def test_where_nobody_is_named_it_says_who_it_was(deed: str, said: str) -> None:
    assert sentence_of(Entry(number=1, at=NOW, deed=deed), role="") == said
