"""verify_audit and audit_head, as somebody at the console meets them."""

from io import StringIO

import pytest
from django.core.management import call_command

from clinic import audit
from clinic.audit.models import Head
from tests.audit.books import sql, without_triggers, write_rows

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


def test_a_whole_book_exits_0(on_sqlite: bool) -> None:
    write_rows(3)
    end = audit.head()
    # On PostgreSQL the tests' own user made the tables, and so could take the triggers away: it says so.
    notice = "The clinic's own database user could take the triggers away (docs/operations.md).\n"
    told = "" if on_sqlite else notice
    assert _verify() == (0, f"The book is whole: 3 rows, the last is number 3, {end.hash}.\n", told)


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
        # Only the triggers are missed; the book looks whole.
        assert _verify("--whole")[:2] == (1, f"The book is whole: 2 rows, the last is number 2, {audit.head().hash}.\n")
        assert _verify("--head", end)[:2] == (
            1,
            "Row 3 is broken: it is missing, the end noted outside is not in the book.\n",
        )


def test_it_goes_on_where_it_was_whole_and_reads_everything_when_told() -> None:
    write_rows(3)
    assert _verify()[1].startswith("The book is whole: 3 rows, the last is number 3, ")
    write_rows(2)
    assert _verify()[1].startswith("The book is whole: 2 rows since number 3, where it was whole before, the last is ")
    assert _verify("--whole")[1].startswith("The book is whole: 5 rows, the last is number 5, ")
    with without_triggers():
        sql("UPDATE audit_entry SET deed = 'x.y' WHERE number = 2")
        # What lies before the last verification is read again only when told: once a week, and after a trouble.
        assert _verify()[1].startswith("The book is whole: 0 rows since number 5, ")
        broken = (1, "Row 2 is broken: what it says does not match its hash.\n")
        assert _verify("--whole")[:2] == broken
        assert _verify("--head", audit.head().hash)[:2] == broken


def test_a_row_cut_off_behind_the_last_verification_is_missed_at_once() -> None:
    write_rows(3)
    assert _verify()[0] == 0
    with without_triggers():
        sql("DELETE FROM audit_entry WHERE number = 3")
        sql("UPDATE audit_head SET number = 2, hash = (SELECT hash FROM audit_entry WHERE number = 2)")
        assert _verify()[:2] == (1, "Row 3 is broken: it is not as it was when it was verified.\n")


def test_on_a_terminal_it_tells_how_far_it_is() -> None:
    write_rows(2)
    assert "2 rows" in _verify(out=Terminal())[2]


def test_a_key_is_changed_from_the_console() -> None:
    write_rows(1)
    out = StringIO()
    call_command("audit_key", stdout=out)
    assert out.getvalue() == f"From now on rows carry the key {Head.objects.get().key}.\n"
    write_rows(1)
    assert _verify()[0] == 0
