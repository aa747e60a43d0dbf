"""A practitioner reads every form before any needles: the desk's words, and what Start asks."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, State, VisitType
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record.consent_words import hash_in
from intake.record.errors import ReviewError
from intake.record.models import Consent
from intake.review import cautions, risk_sheet, standing, withdrawal
from intake.review.models import Flag
from intake.review.standing import Word
from tests.desk.conftest import TWO
from tests.desk.forms import case_of, decide, make_sent, open_form
from tests.desk.test_day import DAY, block, entry, plain
from tests.support.answers import Answers
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
SAY = "We have your form. A practitioner will read it before we use needles."
CAUTION: dict[str, Any] = {"allergies": ["latex"], "allergies_other": "Red hands from gloves"}


@pytest.fixture
def noor_(noors: object) -> User:
    return User.objects.get(email="noor@clinic.example")


@pytest.fixture
def una(answers: Answers) -> Patient:
    """Somebody whose form, with a caution, nobody has read."""
    return make_sent(answers, at=NOW - timedelta(days=1), **CAUTION)


def arrived(patient: Patient, kind: VisitType, rui: User, **other: Any) -> Appointment:
    visit = services.book(patient=patient, visit_type=kind, start=TWO, by=rui, at=NOW)
    return services.arrive(visit, by=rui, at=NOW)


def state(visit: Appointment) -> str:
    visit.refresh_from_db()
    return visit.state


def do(client: Client, visit: Appointment, deed: str = "start") -> Any:
    return client.post(reverse("desk:do", args=[visit.ref, deed]), follow=True)


# ——— what the desk sees


def test_the_day_says_not_read_yet_beside_the_word_and_nothing_is_green(
    una: Patient, treatment: VisitType, rui: User, desk: Client
) -> None:
    visit = services.book(patient=una, visit_type=treatment, start=TWO, by=rui, at=NOW)
    page = desk.get(DAY).text
    assert "Booked Ready Not read yet" in block(page, visit.ref)
    assert "Booked Ready Not read yet" in entry(page, visit.ref)
    assert f"Say: “{SAY}”" in entry(page, visit.ref)
    assert "1 not read" in plain(page)
    assert 'class="visit-ready done"' not in page
    alone = desk.get(reverse("desk:visit", args=[visit.ref])).text
    assert "Not read yet" in alone
    assert f"“{SAY}”" in alone
    assert 'class="badge done"' not in alone


def test_once_it_is_read_the_word_is_green(
    una: Patient, treatment: VisitType, rui: User, noor_: User, desk: Client
) -> None:
    visit = services.book(patient=una, visit_type=treatment, start=TWO, by=rui, at=NOW)
    open_form(una, by=noor_, at=NOW)
    page = desk.get(DAY).text
    assert "Not read yet" not in page
    assert re.search(rf'id="board-{visit.ref}".*?class="visit-ready done">Ready<', page, re.DOTALL)


def test_a_consultation_needs_no_reading_first(una: Patient, consultation: VisitType, rui: User, desk: Client) -> None:
    visit = arrived(una, consultation, rui)
    assert "Not read yet" not in desk.get(DAY).text
    do(desk, visit)
    assert state(visit) == State.WITH


# ——— starting


@pytest.mark.parametrize("deed", ["start", "complete"])
def test_the_desk_is_told_to_ask_the_practitioner(
    una: Patient, treatment: VisitType, rui: User, desk: Client, deed: str
) -> None:
    visit = arrived(una, treatment, rui)
    page = do(desk, visit, deed)
    assert "Ask the practitioner to open it. Then start the visit." in page.text
    assert state(visit) == State.ARRIVED
    assert reverse("admin:review_case_change", args=[case_of(una).ref]) not in page.text


def test_a_practitioner_opens_the_form_with_one_click_and_then_ticks_the_cautions(
    una: Patient, treatment: VisitType, rui: User, noor_: User
) -> None:
    visit, noor = arrived(una, treatment, rui), sign_in(noor_)
    page = do(noor, visit)
    assert page.redirect_chain[-1][0] == reverse("desk:needles", args=[visit.ref])
    case = f"{reverse('admin:review_case_change', args=[case_of(una).ref])}?visit={visit.ref}"
    assert f'href="{case}"' in page.text
    flag = Flag.objects.get(case__patient=una, tier="caution")
    assert flag.finding["why"] not in page.text
    opened = noor.get(case).text
    assert reverse("desk:needles", args=[visit.ref]) in opened
    asked = noor.get(reverse("desk:needles", args=[visit.ref]))
    assert flag.finding["why"] in asked.text
    assert flag.finding["action"] in asked.text
    done = noor.post(reverse("desk:needles", args=[visit.ref]), {"shown": [flag.pk]})
    assert (done.status_code, state(visit)) == (302, State.WITH)
    flag.refresh_from_db()
    assert (flag.seen_by, flag.seen_at) == (noor_, NOW)
    assert {"cautions.read", "cautions.seen"} <= set(Entry.objects.values_list("deed", flat=True))


def test_a_caution_that_came_meanwhile_is_read_first(
    una: Patient, treatment: VisitType, rui: User, noor_: User
) -> None:
    visit = arrived(una, treatment, rui)
    open_form(una, by=noor_, at=NOW)
    page = sign_in(noor_).post(reverse("desk:needles", args=[visit.ref]), {"shown": ["4711", "x"]})
    assert "There is a new caution since you opened this page." in page.text
    assert (state(visit), Flag.objects.filter(seen_at=None, tier="caution").count()) == (State.ARRIVED, 1)


def test_the_desk_cannot_tick_and_can_start_when_they_are_ticked(
    una: Patient, treatment: VisitType, rui: User, noor_: User, desk: Client
) -> None:
    visit = arrived(una, treatment, rui)
    open_form(una, by=noor_, at=NOW)
    flag = Flag.objects.get(case__patient=una, tier="caution")
    address = reverse("desk:needles", args=[visit.ref])
    assert [desk.get(address).status_code, desk.post(address, {"shown": [flag.pk]}).status_code] == [403, 403]
    assert "Ask the practitioner to mark them as read." in do(desk, visit).text
    with pytest.raises(PermissionDenied):
        cautions.see_cautions(una, shown=[flag.pk], by=rui, at=NOW)
    with pytest.raises(PermissionDenied):
        cautions.read_cautions(una, by=rui, at=NOW)
    cautions.see_cautions(una, shown=[flag.pk], by=noor_, at=NOW)
    do(desk, visit)
    assert state(visit) == State.WITH


def test_the_service_refuses_whatever_the_page(una: Patient, treatment: VisitType, rui: User, noor_: User) -> None:
    visit = arrived(una, treatment, rui)
    with pytest.raises(services.FormNotRead):
        services.start(visit, by=noor_, at=NOW)
    open_form(una, by=noor_, at=NOW)
    with pytest.raises(services.NotSeen):
        services.start(visit, by=noor_, at=NOW)
    assert state(visit) == State.ARRIVED


@pytest.mark.parametrize(
    ("outcome", "said", "sentence"),
    [
        ("refer", {"patient_words": "Please see your doctor first."}, "No needles for this person"),
        ("delay", {"until": NOW.date() + timedelta(days=9)}, "A practitioner must decide on this form"),
        ("more", {"question": "Which medicine?"}, "A practitioner must decide on this form"),
    ],
)
def test_needles_that_a_decision_forbids_do_not_begin(
    una: Patient, treatment: VisitType, rui: User, noor_: User, outcome: str, said: dict[str, Any], sentence: str
) -> None:
    visit = arrived(una, treatment, rui)
    decide(una, outcome, by=noor_, at=NOW, **said)
    assert sentence in do(sign_in(noor_), visit).text
    assert state(visit) == State.ARRIVED


def test_an_emergency_stops_needles(
    una: Patient, treatment: VisitType, rui: User, answers: Answers, desk: Client
) -> None:
    visit = arrived(una, treatment, rui)
    make_sent(answers, at=NOW, rf_saddle_numb="yes")
    assert "Get a practitioner now" in do(desk, visit).text
    assert state(visit) == State.ARRIVED


def test_somebody_in_the_waiting_room_is_still_ahead_in_the_queue(
    una: Patient, treatment: VisitType, rui: User
) -> None:
    arrived(una, treatment, rui)
    assert case_of(una).visit_at == TWO


def test_the_offline_copy_and_the_waiting_list_say_that_nobody_has_read_the_form(
    una: Patient, treatment: VisitType, rui: User
) -> None:
    services.book(patient=una, visit_type=treatment, start=TWO, by=rui, at=NOW)
    services.join(patient=una, visit_type=treatment, until=TWO.date() + timedelta(days=9), by=rui, at=NOW)
    desk = sign_in(rui)
    for address in (reverse("desk:paper"), reverse("desk:waiting")):
        assert "Not read yet" in desk.get(address).text


# ——— the risk sheet


def test_no_needles_begin_before_the_current_risk_sheet_is_signed(
    answers: Answers, treatment: VisitType, rui: User, noor_: User, desk: Client
) -> None:
    patient = make_sent(answers, at=NOW - timedelta(days=1))
    visit, noor = arrived(patient, treatment, rui), sign_in(noor_)
    open_form(patient, by=noor_, at=NOW)
    Consent.objects.update(text_version="1.0")
    assert "The current risks of acupuncture are not signed." in do(desk, visit).text
    assert (state(visit), standing.of_one(patient, on=TODAY, at=NOW).word) == (State.ARRIVED, Word.READY)
    page = do(noor, visit)
    assert page.redirect_chain[-1][0] == reverse("desk:needles", args=[visit.ref])
    assert "Rare but serious: infection" in page.text
    where, said = reverse("desk:needles", args=[visit.ref]), {"go": "sign", "signed_name": " "}
    assert "Write the full name of the person who agreed." in noor.post(where, said).text
    noor.post(where, said | {"signed_name": "Una Invented"})
    signed = Consent.objects.get(text_version=CONSENT_VERSION)
    assert (signed.signed_name, signed.by, signed.text_hash, state(visit)) == (
        *("Una Invented", noor_, hash_in("en")),
        State.WITH,
    )
    assert Entry.objects.get(deed="consent.signed_in_person").by == noor_


def test_only_a_practitioner_goes_over_the_risks_once_and_not_while_consent_is_withdrawn(
    una: Patient, rui: User, noor_: User
) -> None:
    with pytest.raises(PermissionDenied):
        risk_sheet.sign_in_person(una, signed_name="Una", by=rui, at=NOW)
    with pytest.raises(ReviewError, match="signed already"):
        risk_sheet.sign_in_person(una, signed_name="Una", by=noor_, at=NOW)
    Consent.objects.update(text_version="1.0")
    withdrawal.withdraw_consent(una, by=noor_, at=NOW)
    with pytest.raises(ReviewError, match="withdrawn"):
        risk_sheet.sign_in_person(una, signed_name="Una", by=noor_, at=NOW)
    assert Consent.objects.count() == 1
