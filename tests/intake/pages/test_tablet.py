"""A form on the clinic's tablet: opened by a code and a birth date, and nothing else of anybody with it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.demo.forms import typed
from intake.pages import drafts, sending
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.pages.tablet.models import HandOver
from intake.record.models import Intake
from intake.review.models import Case
from tests.booking.builders import make_patient
from tests.intake.forms import fill
from tests.intake.tablets import (
    BORN,
    DONE,
    REFUSED,
    START,
    WHO,
    Ended,
    deeds,
    hand_over,
    now,
    opened,
    type_birth_date,
    type_code,
)
from tests.intake.walker import Walker, title
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


# ——— the code and the birth date


def test_code_and_birth_date_open_the_form(client: Client, code: str, bo: Patient, rui: User) -> None:
    assert "Code from the front desk" in client.get(START).text
    assert type_code(client, code)["Location"] == WHO
    asked = client.get(WHO).text
    # Nobody's name, before the birth date is right.
    assert "Costa" not in asked
    first = type_birth_date(client)
    assert first["Location"] == reverse("intake:screen", args=[now().intake.ref, 1])
    page = client.get(first["Location"]).text
    assert "For <strong>Bo Costa</strong>" in page
    assert 'value="Bo Costa"' in page
    form = now().intake
    assert (form.source, form.entered_by, form.meant_for, form.user) == ("tablet", None, bo, None)
    assert deeds() == ["handed_over", "tablet_opened"]
    assert Entry.objects.get(deed="intake.started").by == rui


@pytest.mark.parametrize("written", ["{}", "  {} ", "{low}", "{a} {b}", "{a}-{b}"])
def test_the_code_is_taken_however_it_is_written(client: Client, code: str, written: str) -> None:
    text = written.format(code, low=code.lower(), a=code[:3], b=code[3:])
    assert type_code(client, text).status_code == 303


def test_only_a_digest_stands_in_the_table_and_not_longer_than_it_works(client: Client, code: str) -> None:
    assert len(now().digest) == 64
    assert code not in str(HandOver.objects.values_list())
    type_code(client, code)
    assert now().digest == ""


def test_a_code_works_once(client: Client, code: str) -> None:
    type_code(client, code)
    other = Client()
    page = type_code(other, code)
    assert (page.status_code, REFUSED in page.text) == (200, True)
    assert other.get(WHO)["Location"] == START


@pytest.mark.parametrize(("minutes", "works"), [(9.99, True), (10, False)])
def test_a_code_works_for_ten_minutes(
    client: Client, code: str, frozen: time_machine.Traveller, minutes: float, works: bool
) -> None:
    frozen.shift(timedelta(minutes=minutes))
    assert (type_code(client, code).status_code == 303) == works


def test_every_code_that_does_not_work_is_refused_in_the_same_words(
    client: Client, code: str, bo: Patient, rui: User
) -> None:
    newer = hand_over(bo, rui)
    used = Client()
    type_code(used, newer)
    wrong = "222222" if newer != "222222" else "333333"
    pages = [type_code(Client(), text) for text in (code, newer, wrong, "x", "ä" * 6, "\U0001f600", "1" * 40)]
    assert [page.status_code for page in pages] == [200] * 7
    assert [REFUSED in page.text for page in pages] == [True] * 7
    assert [title(page) for page in pages] == [title(pages[0])] * 7
    assert "Enter the code. The front desk can give it to you." in type_code(client, "").text


def test_too_many_tries_have_to_wait(client: Client, code: str) -> None:
    for _try in range(20):
        assert type_code(client, "222222").status_code == 200
    late = type_code(client, code)
    assert (late.status_code, int(late["Retry-After"]) <= 600) == (429, True)
    assert now().used_at is None


def test_a_new_code_withdraws_the_former(client: Client, code: str, bo: Patient, rui: User) -> None:
    walker = opened(client, code)
    newer = hand_over(bo, rui)
    assert type_code(Client(), code).status_code == 200
    assert walker.get("screen", 2)["Location"] == DONE
    assert "The front desk closed this form" in client.get(DONE).text
    assert opened(Client(), newer).ref == walker.ref
    assert HandOver.objects.filter(ended_at=None).count() == 1


@pytest.mark.parametrize("born", [{"day": "2"}, {"year": "1981"}, {"day": "", "month": "", "year": ""}, {"day": "x"}])
def test_another_birth_date_opens_nothing(client: Client, code: str, born: dict[str, str]) -> None:
    type_code(client, code)
    page = type_birth_date(client, BORN | born)
    assert page.status_code == 200
    assert "Error: " in title(page)
    assert "Costa" not in page.text
    assert client.get(reverse("intake:screen", args=[now().intake.ref, 1]))["Location"] == START
    assert type_birth_date(client).status_code == 303


def test_five_birth_dates_use_the_code_up(client: Client, code: str) -> None:
    type_code(client, code)
    for _try in range(4):
        assert "does not match the one we have" in type_birth_date(client, BORN | {"day": "2"}).text
    assert type_birth_date(client, BORN | {"day": "3"})["Location"] == DONE
    assert type_birth_date(client)["Location"] == START
    assert "The birth date does not match the one we have" in client.get(DONE).text
    assert (now().ended_how, now().tries, now().opened_at) == (Ended.REFUSED, 5, None)
    assert deeds() == ["handed_over", "tablet_ended refused"]


def test_a_date_that_is_none_is_no_try(client: Client, code: str) -> None:
    type_code(client, code)
    for _try in range(8):
        type_birth_date(client, BORN | {"year": "nineteen"})
    assert now().tries == 0


# ——— what the tablet's browser may do


def test_the_browser_forgets_what_it_had_begun_before(client: Client, code: str) -> None:
    earlier = Walker(client).begin()
    key = client.session.session_key
    opened(client, code)
    assert client.session.session_key != key
    assert earlier.get("screen", 1)["Location"] == START
    assert set(client.session.keys()) == {tablet_session.ON_TABLET}


def test_it_opens_this_form_and_no_other_of_the_patient(client: Client, code: str, bo: Patient) -> None:
    other = drafts.start(at=NOW, by=bo.user)
    walker = opened(client, code)
    for ref in (other.ref, "BCDFGHJKLMNPQRST"):
        page = client.get(reverse("intake:screen", args=[ref, 1]))
        assert (page.status_code, page["Location"]) == (302, START)
    for name in ("intake:start", "intake:begin"):
        assert client.get(reverse(name), follow=True).redirect_chain[-1][0] == walker.url("screen", 1)
    assert client.post(reverse("intake:begin"))["Location"] == START
    assert client.post(reverse("intake:resume"), {"email": "bo@example.com"})["Location"] == START
    assert client.post(walker.url("again"), {"email": "bo@example.com"})["Location"] == START
    assert client.get(reverse("booking:mine"))["Location"].startswith(reverse("account_login"))
    assert client.post(walker.url("confirm"))["Location"] == walker.url("tasks")
    assert Intake.objects.count() == 2


def test_it_opens_in_no_other_browser(client: Client, code: str, rui: User, bo: Patient) -> None:
    walker = opened(client, code)
    owner = bo.user
    assert owner is not None
    for stranger in (Client(), sign_in(rui), sign_in(owner)):
        assert stranger.get(walker.url("screen", 1)).status_code == 404


def test_no_form_opens_where_somebody_is_signed_in(code: str, rui: User, ana: User) -> None:
    for somebody in (rui, ana):
        browser = sign_in(somebody)
        page = browser.get(START)
        assert (page.status_code, "Sign out first" in page.text) == (403, True)
        assert type_code(browser, code).status_code == 403
        assert browser.post(reverse("account_logout"), {"next": START})["Location"] == START
    assert now().used_at is None


def test_signing_in_on_the_tablet_closes_the_form(client: Client, code: str, rui: User) -> None:
    walker = opened(client, code)
    sign_in(rui, client=client)
    assert walker.get("screen", 1).status_code == 404
    assert now().ended_how == Ended.SIGNED_IN
    assert tablet_session.ON_TABLET not in client.session


@pytest.mark.parametrize("who", ["rui", "zed"])
def test_a_session_that_is_signed_in_opens_nothing_by_the_mark_of_a_tablet(
    client: Client, code: str, who: str, request: pytest.FixtureRequest
) -> None:
    walker = opened(client, code)
    browser = sign_in(request.getfixturevalue(who))
    session = browser.session
    session[tablet_session.ON_TABLET] = now().pk
    session.save()
    assert browser.get(walker.url("screen", 1)).status_code == 404


# ——— elsewhere


def test_the_practitioner_sees_who_handed_it_over(client: Client, code: str, noor: User) -> None:
    walker = opened(client, code, seizure="active")
    walker.send(1)
    fill(walker.raw, intake=walker.intake, by=None, at=NOW)
    sending.submit(walker.intake, by=None, handed=now(), at=NOW)
    page = sign_in(noor).get(reverse("admin:review_case_change", args=[Case.objects.get().ref])).text
    assert "<dt>How it came</dt><dd>On a tablet, set up by Rui Amostra</dd>" in page


@pytest.mark.parametrize(("source", "words"), [("phone", "By phone"), ("paper", "On paper")])
def test_the_practitioner_sees_who_typed_it(bo: Patient, rui: User, noor: User, source: str, words: str) -> None:
    form = drafts.start(at=NOW, source=source, entered_by=rui, patient=bo)
    fill(typed(full_name="Bo Costa", date_of_birth=BORN, seizure="active"), intake=form, by=rui, at=NOW)
    sending.submit(form, by=rui, at=NOW)
    page = sign_in(noor).get(reverse("admin:review_case_change", args=[Case.objects.get().ref])).text
    assert f"<dt>How it came</dt><dd>{words}, entered by Rui Amostra</dd>" in page


def test_sent_at_home_meanwhile_it_closes_on_the_tablet(client: Client, code: str) -> None:
    walker = opened(client, code)
    Intake.objects.filter(ref=walker.ref).update(submitted_at=NOW)
    assert walker.get("screen", 1)["Location"] == DONE
    assert now().ended_how == Ended.ELSEWHERE


def test_the_next_code_takes_over_the_tablet(client: Client, code: str, rui: User) -> None:
    walker = opened(client, code)
    ida = make_patient("ida@example.com", "Ida Next", ready=False)
    assert type_code(client, hand_over(ida, rui))["Location"] == WHO
    assert HandOver.objects.get(intake__ref=walker.ref).ended_how == Ended.GIVEN_BACK
    assert client.get(walker.url("screen", 1))["Location"] == START


def test_one_code_opens_for_one_of_two_who_type_it_together(code: str) -> None:
    # Both have found the row waiting; the row itself lets one of them through.
    waiting = list(HandOver.objects.waiting(at=NOW))
    assert tablets.use_code(code, at=NOW) is not None
    assert HandOver.objects.waiting(at=NOW).filter(pk=waiting[0].pk).update(used_at=NOW) == 0


def test_the_birth_date_on_the_record_is_what_counts(client: Client, code: str, bo: Patient) -> None:
    Patient.objects.filter(pk=bo.pk).update(date_of_birth=date(1990, 5, 6))
    type_code(client, code)
    assert type_birth_date(client).status_code == 200
    assert type_birth_date(client, {"day": "6", "month": "5", "year": "1990"}).status_code == 303
