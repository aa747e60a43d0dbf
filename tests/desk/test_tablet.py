"""Handing over a tablet: the desk sees a code while it works, then how far the form is, and never an answer."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment
from intake.pages.tablet import services as tablets
from intake.pages.tablet.models import HandOver
from intake.pages.tablet.querysets import HandOverQuerySet
from intake.record.errors import IntakeError
from intake.record.models import Consent, Intake
from tests.booking.builders import make_patient
from tests.desk.test_day import plain
from tests.intake.forms import fill
from tests.intake.tablets import opened
from tests.intake.walker import SIGN
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
CODE = re.compile(r'class="spoken-code"><span>(\w{3})</span> <span>(\w{3})</span>')


@pytest.fixture
def bo() -> Patient:
    return make_patient("bo@example.com", "Bo Costa", ready=False)


def page_of(patient: Patient) -> str:
    return reverse("desk:tablet", args=[patient.ref])


def hand_over(desk: Client, patient: Patient) -> str:
    """Press the button; return the code on the page it leads to."""
    pressed = desk.post(page_of(patient))
    assert pressed["Location"] == page_of(patient)
    found = CODE.search(desk.get(page_of(patient)).text)
    assert found is not None
    return found[1] + found[2]


def stands(desk: Client, patient: Patient) -> str:
    """Where the page says the form stands."""
    return plain(desk.get(page_of(patient)).text).partition("Status")[2].partition("Set up by")[0].strip()


def test_the_desk_gets_a_code_the_address_and_how_long_it_works(desk: Client, bo: Patient) -> None:
    assert CODE.search(desk.get(page_of(bo)).text) is None
    code = hand_over(desk, bo)
    page = plain(desk.get(page_of(bo)).text)
    for words in (f"{code[:3]} {code[3:]}", "/tablet/", "works once, until 10:40 am", "Waiting for the code"):
        assert words in page, words
    assert HandOver.objects.get().made_by.email == "rui@clinic.example"
    assert code not in page_of(bo)
    # Stored nowhere as it is: in the session it is sealed.
    assert code not in str(dict(desk.session))


def test_only_the_colleague_who_made_it_sees_the_code(desk: Client, bo: Patient, noor: User) -> None:
    hand_over(desk, bo)
    page = sign_in(noor).get(page_of(bo)).text
    assert CODE.search(page) is None
    assert "A colleague has the code" in page


@pytest.mark.parametrize("gone", ["used", "lapsed", "withdrawn"])
def test_a_code_that_works_no_more_is_not_shown(
    desk: Client, bo: Patient, gone: str, frozen: time_machine.Traveller
) -> None:
    code = hand_over(desk, bo)
    if gone == "used":
        Client().post(reverse("tablet:start"), {"code": code})
    elif gone == "lapsed":
        frozen.shift(timedelta(minutes=10))
    else:
        desk.post(page_of(bo), {"do": "close"})
    assert CODE.search(desk.get(page_of(bo)).text) is None


def test_the_desk_sees_how_far_it_is(desk: Client, bo: Patient) -> None:
    code = hand_over(desk, bo)
    tablet = Client()
    tablet.post(reverse("tablet:start"), {"code": code})
    assert stands(desk, bo) == "Waiting for the birth date since 10:30 am"
    code = hand_over(desk, bo)
    walker = opened(tablet, code)
    assert stands(desk, bo) == "Open on the tablet since 10:30 am"
    record = plain(desk.get(reverse("desk:patient", args=[bo.ref])).text)
    assert "Tablet: Open on the tablet" in record
    assert "On a tablet, set up by Rui Amostra" in record
    walker.walk()
    walker.send(SIGN)
    assert stands(desk, bo) == "Sent Tue, Mar 3, 2026, 10:30 am"
    record = plain(desk.get(reverse("desk:patient", args=[bo.ref])).text)
    assert "Accepted, Tue, Mar 3, 2026, 10:30 am" in record
    assert "Fill in on a tablet" in record


def test_a_tablet_that_nobody_touches_is_told_before_the_clock_comes(
    desk: Client, bo: Patient, frozen: time_machine.Traveller
) -> None:
    opened(Client(), hand_over(desk, bo))
    frozen.shift(timedelta(minutes=5))
    assert HandOver.objects.get().ended_at is None
    assert stands(desk, bo).startswith("Closed: no one used it for five minutes")


def test_the_desk_closes_a_form_wherever_the_tablet_is(desk: Client, bo: Patient, rui: User) -> None:
    tablet = Client()
    walker = opened(tablet, hand_over(desk, bo))
    desk.post(page_of(bo), {"do": "close"})
    assert walker.get("screen", 1)["Location"] == reverse("tablet:done")
    assert stands(desk, bo).startswith("Closed by the front desk")


def test_a_birth_date_that_does_not_match_says_what_to_ask(desk: Client, bo: Patient) -> None:
    tablet = Client()
    tablet.post(reverse("tablet:start"), {"code": hand_over(desk, bo)})
    for _try in range(5):
        tablet.post(
            reverse("tablet:who"),
            {"date_of_birth-day": "9", "date_of_birth-month": "9", "date_of_birth-year": "1990"},
        )
    assert "Our record says Feb 1, 1980" in plain(desk.get(page_of(bo)).text)


def test_no_answer_reaches_the_desk(desk: Client, bo: Patient) -> None:
    walker = opened(Client(), hand_over(desk, bo), anything_else="Canary", seizure="active")
    fill(walker.raw, intake=walker.intake, by=None, at=NOW)
    pages = [page_of(bo), reverse("desk:patient", args=[bo.ref]), reverse("desk:forms"), reverse("desk:day")]
    assert [path for path in pages if "Canary" in desk.get(path).text] == []
    assert desk.get(walker.url("screen", 1)).status_code == 404


def test_the_visit_offers_a_tablet_while_the_form_is_missing(
    desk: Client, visit: Appointment, anas: Patient, frozen: time_machine.Traveller
) -> None:
    # Ana is ready: hers is done.
    address = reverse("desk:visit", args=[visit.ref])
    assert "Fill in on a tablet" not in desk.get(address).text
    Consent.objects.filter(intake__patient=anas).delete()
    Intake.objects.filter(patient=anas).delete()
    assert f'action="{page_of(anas)}"' in desk.get(address).text
    walker = opened(Client(), hand_over(desk, anas))
    frozen.shift(timedelta(minutes=1))
    walker.send(1, full_name="Ana Costa Silva", email="")
    assert "Form started" in desk.get(address).text


def test_the_way_stands_beside_the_other_two(desk: Client, bo: Patient) -> None:
    page = desk.get(reverse("desk:behalf", args=[bo.ref])).text
    assert f'action="{page_of(bo)}"' in page


@pytest.mark.parametrize(("who", "status"), [("noor", 302), ("edda", 403), ("ada", 403), ("ana", 403)])
def test_only_the_desk_and_practitioners_hand_over(
    who: str, status: int, bo: Patient, request: pytest.FixtureRequest
) -> None:
    client = sign_in(request.getfixturevalue(who))
    assert client.post(page_of(bo)).status_code == status
    assert HandOver.objects.exists() == (status == 302)
    assert Client().post(page_of(bo)).status_code == 302
    assert HandOver.objects.count() == (status == 302)


def test_two_colleagues_at_the_same_moment(bo: Patient, rui: User, monkeypatch: pytest.MonkeyPatch) -> None:
    tablets.hand_over(bo, by=rui, at=NOW)
    # The second has not seen the first one's row: the database has.
    monkeypatch.setattr(HandOverQuerySet, "not_ended", lambda self: self.none())
    with pytest.raises(IntakeError, match="A colleague just made a code"):
        tablets.hand_over(bo, by=rui, at=NOW)
