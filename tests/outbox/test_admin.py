"""The outbox in the admin: where letters are, never what they say."""

from typing import Any

import pytest

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.outbox import delivery, letters
from clinic.outbox.models import JobRun, Letter
from tests.outbox.conftest import Write
from tests.support.cast import SignedIn
from tests.support.queries import Queries
from tests.support.times import NOW

LIST = "/admin/outbox/letter/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def dead(write: Write) -> Letter:
    """A letter that was given up, with sealed words."""
    letter = write("code:1", kind="account.code", sealed=letters.Message("Your code", "BCDF-2345"))
    Letter.objects.filter(pk=letter.pk).update(state="dead", tries=8, trouble="SMTPDataError 554", finished_at=NOW)
    return letter


def test_an_administrator_sees_where_a_letter_is_and_not_what_it_says(
    dead: Letter, ada: User, signed_in: SignedIn, settings: Any
) -> None:
    settings.DEMO = True
    delivery.send_next(at=NOW)
    client = signed_in(ada)
    for address in (LIST, f"{LIST}?state__exact=dead", f"{LIST}?q=ana@example.com", f"{LIST}{dead.pk}/change/"):
        page = client.get(address).text
        assert "failed" in page
        assert "SMTPDataError 554" in page
        assert "BCDF-2345" not in page
        assert "Your code" not in page


def test_a_letter_and_a_task_say_when_as_everywhere_else(dead: Letter, ada: User, signed_in: SignedIn) -> None:
    JobRun.objects.create(name="booking.remind", due=NOW, last_run=NOW)
    client = signed_in(ada)
    for address in (f"{LIST}{dead.pk}/change/", "/admin/outbox/jobrun/", "/admin/outbox/jobrun/booking.remind/change/"):
        page = client.get(address).text
        assert page.count("Mar\xa03,\xa02026, 10:30\xa0am") >= 2, address
        assert "a.m." not in page


@pytest.mark.parametrize("person", ["noor", "rui", "edda", "ana"])
def test_others_do_not_enter(person: str, dead: Letter, signed_in: SignedIn, request: pytest.FixtureRequest) -> None:
    client = signed_in(request.getfixturevalue(person))
    for address in (LIST, f"{LIST}{dead.pk}/change/", "/admin/outbox/jobrun/"):
        assert client.get(address).status_code in (302, 403)
    client.post(LIST, {"action": "send_again", "_selected_action": [dead.pk]})
    assert Letter.objects.get().state == "dead"


def test_an_administrator_sends_a_dead_letter_again(dead: Letter, ada: User, signed_in: SignedIn) -> None:
    sent = {"action": "send_again", "_selected_action": [dead.pk]}
    page = signed_in(ada).post(LIST, sent, follow=True).text
    assert "1 email will be sent again." in page
    assert (Letter.objects.get().state, Letter.objects.get().tries) == ("due", 0)
    assert Entry.objects.get(deed="letter.sent_again").by == ada


def test_a_letter_that_is_not_dead_is_left_as_it_is(write: Write, ada: User, signed_in: SignedIn) -> None:
    letter = write()
    page = signed_in(ada).post(LIST, {"action": "send_again", "_selected_action": [letter.pk]}, follow=True).text
    assert "Only failed emails" in page
    assert not Entry.objects.filter(deed="letter.sent_again").exists()


def test_nothing_is_added_changed_or_deleted_by_hand(dead: Letter, ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    for path in ("add/", f"{dead.pk}/delete/"):
        assert client.post(LIST + path, {"post": "yes"}).status_code == 403
    assert client.post(f"{LIST}{dead.pk}/change/", {"to": "zed@example.com"}).status_code == 403
    assert Letter.objects.get().to == "ana@example.com"


@pytest.mark.parametrize("probe", ["sealed__isnull=False", "sealed=x", "rendered__contains=B", "key__startswith=code"])
def test_no_filter_reaches_behind_the_page(probe: str, dead: Letter, ada: User, signed_in: SignedIn) -> None:
    assert signed_in(ada).get(f"{LIST}?{probe}").status_code == 400


def test_an_administrator_sees_whether_the_jobs_run(ada: User, signed_in: SignedIn) -> None:
    JobRun.objects.create(name="clinic.booking.remind", due=NOW, last_run=NOW, ok=False)
    assert "Write visit reminders" in signed_in(ada).get("/admin/outbox/jobrun/").text


@pytest.mark.parametrize("count", [1, 30])
def test_more_letters_cost_no_more_queries(
    count: int, write: Write, ada: User, signed_in: SignedIn, queries: Queries
) -> None:
    for n in range(count):
        write(f"greeting:{n}")
    client = signed_in(ada)
    client.get(LIST)
    with queries(at_most=12) as seen:
        client.get(LIST)
    assert sum('FROM "outbox_letter"' in statement for statement in seen) == 2


def test_the_type_of_a_letter_does_not_tell_what_a_practitioner_decided(
    write: Write, ada: User, signed_in: SignedIn
) -> None:
    letter = write("decision:1", kind="intake.written")
    client = signed_in(ada)
    for address in (LIST, f"{LIST}{letter.pk}/change/"):
        page = client.get(address).text
        assert "About a form" in page
        assert "intake.written" not in page
