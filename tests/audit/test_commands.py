"""verify_audit, audit_head and prune_audit, as somebody at the console meets them."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from clinic import audit
from clinic.audit.models import Pruning
from tests.audit.books import recorded, sql, without_triggers, write_rows
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def _verify(*arguments: str, out: StringIO | None = None) -> tuple[int, str, str]:
    """Run verify_audit; return its exit code and what it said."""
    out, err = out or StringIO(), StringIO()
    try:
        call_command("verify_audit", *arguments, stdout=out, stderr=err, no_color=True)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_a_whole_book_exits_0() -> None:
    write_rows(3)
    end = audit.head()
    assert _verify() == (0, f"The book is whole: 3 rows, the last is number 3, {end.hash}.\n", "")


def test_a_broken_book_exits_1_and_names_the_row() -> None:
    write_rows(3)
    with without_triggers():
        sql("UPDATE audit_entry SET deed = 'x.y' WHERE number = 2")
        code, said, warned = _verify()
    assert (code, said) == (1, "Row 2 is broken: what it says does not match its hash.\n")
    assert "triggers" in warned


def test_the_end_noted_outside_proves_a_tail_that_was_cut() -> None:
    write_rows(3)
    noted = StringIO()
    call_command("audit_head", stdout=noted)
    number, end = noted.getvalue().split()
    assert (number, end) == ("3", audit.head().hash)
    assert _verify("--head", end)[0] == 0
    with without_triggers():
        sql("DELETE FROM audit_entry WHERE number = 3")
        sql("UPDATE audit_head SET number = 2, hash = (SELECT hash FROM audit_entry WHERE number = 2)")
        assert _verify()[0] == 0
        assert _verify("--head", end)[:2] == (
            1,
            "Row 3 is broken: it is missing, the end noted outside is not in the book.\n",
        )


def test_an_open_door_is_told() -> None:
    Pruning.objects.create(opened_at=NOW)
    assert "door" in _verify()[2]


def test_on_a_terminal_it_tells_how_far_it_is() -> None:
    write_rows(2)
    assert "2 rows" in _verify(out=Terminal())[2]


def test_pruning_tells_what_went() -> None:
    recorded("intake.read", at=datetime(2015, 6, 1, tzinfo=UTC))
    write_rows(2)
    out = StringIO()
    call_command("prune_audit", "--before", "2016-01-01", stdout=out)
    call_command("prune_audit", "--before", "2016-01-01", stdout=out)
    assert out.getvalue() == "1 rows removed, up to number 1.\nNothing is that old.\n"


def test_pruning_younger_rows_is_refused_with_a_sentence() -> None:
    with pytest.raises(CommandError, match="six years"):
        call_command("prune_audit", "--before", "2999-01-01")
