"""A signed-in patient's form begins from their record and stays theirs, however it is spelled; nobody else's joins."""

import re
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services
from clinic.accounts.models import Difference, Patient, User
from intake.pages import drafts, sending
from intake.record.models import Intake
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
BORN = date(1962, 4, 27)


def known(ana: User, name: str = "Łukasz Wójcik", **other: Any) -> Patient:
    facts: dict[str, Any] = {"phone": "213-555-0142", "email": ana.email} | other
    return Patient.objects.create(user=ana, full_name=name, date_of_birth=BORN, **facts)


def begun(client: Client, **posted: str) -> Intake:
    client.post(reverse("intake:begin"), posted)
    return Intake.objects.latest("pk")


def test_the_form_of_a_known_patient_begins_from_the_record(ana: User) -> None:
    patient = known(ana)
    client = sign_in(ana)
    assert "Start a form for Łukasz Wójcik" in client.get(reverse("intake:start")).text
    form = begun(client)
    assert (form.meant_for, form.user) == (patient, ana)
    page = client.get(reverse("intake:screen", args=[form.ref, 1])).text
    for shown in ('value="Łukasz Wójcik"', 'value="213-555-0142"', 'value="1962"', 'value="ana@example.com"'):
        assert shown in page


def test_a_family_says_for_whom(ana: User) -> None:
    one, other = known(ana), known(ana, "Ewa Wójcik")
    client = sign_in(ana)
    assert begun(client, **{"for": other.ref}).meant_for == other
    assert begun(client, **{"for": one.ref}).meant_for == one
    assert begun(client, **{"for": "new"}).meant_for is None
    assert begun(client).meant_for is None


def test_nobody_begins_for_somebody_on_another_mailbox(ana: User, zed: User) -> None:
    stranger = known(zed)
    assert sign_in(ana).post(reverse("intake:begin"), {"for": stranger.ref}).status_code == 404
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    "typed", ["Łukasz Wójcik", "Lukasz Wojcik", "Lucasz Wojcik", "Wójcik, Łukasz", "Łukasz Nowy", "Łukasz  Wójcik Jr"]
)
def test_a_spelling_makes_no_stranger(answers: Answers, ana: User, now: datetime, typed: str) -> None:
    patient = known(ana)
    form = drafts.start(at=now, by=ana, patient=patient)
    told = answers(full_name=typed, date_of_birth={"day": "27", "month": "4", "year": "1962"})
    assert sent(told, intake=form, by=ana, at=now).patient == patient
    assert Patient.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "year"),
    [("Zofia Nowak", "1962"), ("Łukasz Wójcik", "1992"), ("Łukasz Wójcik", "2012")],
    ids=["a twin", "another year", "a son of his name"],
)
def test_another_person_or_another_birth_date_never_joins(
    answers: Answers, ana: User, now: datetime, name: str, year: str
) -> None:
    patient = known(ana)
    form = drafts.start(at=now, by=ana, patient=patient)
    child = {"guardian_name": "Ewa", "guardian_signature": "Ewa"} if year == "2012" else {}
    told = answers(full_name=name, date_of_birth={"day": "27", "month": "4", "year": year}, **child)
    other = sent(told, intake=form, by=ana, at=now).patient
    assert (other != patient, Patient.objects.count()) == (True, 2)
    # The desk is shown both where the name is the same.
    shown = [pair.pk for pair in Patient.objects.possibly_twice(since=now)]
    assert shown == ([other.pk] if name == patient.full_name and other else [])


def test_what_the_desk_vouches_for_keeps_its_person_and_the_birth_date_is_a_task(
    answers: Answers, ana: User, rui: User, now: datetime
) -> None:
    patient = known(ana)
    form = drafts.start(at=now, source="phone", entered_by=rui, patient=patient)
    told = answers(date_of_birth={"day": "4", "month": "2", "year": "1962"}) | {"full_name": patient.full_name}
    filled = fill(told | {"email": ""}, intake=form, by=rui, at=now)
    assert sending.submit(filled, by=rui, at=now).patient == patient
    asked = Difference.objects.filter(patient=patient, field="date_of_birth").values_list("new", flat=True)
    assert list(asked) == ["1962-02-04"]


def test_the_old_mailbox_loses_the_forms_too(answers: Answers, ana: User, rui: User, now: datetime) -> None:
    patient = known(ana)
    told = answers(full_name=patient.full_name, date_of_birth={"day": "27", "month": "4", "year": "1962"})
    form = sent(told, by=ana, at=now)
    draft = drafts.start(at=now, by=ana, patient=patient)
    client = sign_in(ana)
    pages = [reverse("intake:sent", args=[form.ref]), reverse("intake:screen", args=[draft.ref, 1])]
    assert form.patient == patient
    assert [client.get(page).status_code for page in pages] == [200, 200]
    services.correct(patient, identity={"email": "new@example.com"}, by=rui, at=now)
    assert [client.get(page).status_code for page in pages] == [404, 404]


# ——— what a browser fills in by itself


def fills(page: str) -> dict[str, str]:
    fields = re.findall(r'<input[^>]* name="([\w-]+)"[^>]* autocomplete="([\w-]+)"', page)
    return {name: fill for name, fill in fields if fill != "off"}


SELF = {
    "full_name": "name",
    "phone": "tel",
    "email": "email",
    **{f"date_of_birth-{part}": f"bday-{part}" for part in ("month", "day", "year")},
}


def test_autofill_belongs_to_whoever_fills_in(answers: Answers, client: Client, rui: User, now: datetime) -> None:
    client.post(reverse("intake:begin"))
    form = Intake.objects.latest("pk")
    page = reverse("intake:screen", args=[form.ref, 1])
    assert fills(client.get(page).text) == SELF
    for filler, expected in (("helper", {}), ("parent_guardian", {"email": "email"})):
        drafts.save_screen(
            form,
            screen_=form.definition.screen(1),
            raw={"form_filler": filler},
            asked=["form_filler"],
            seen=form.current().screen_version(form.definition.screen(1).code),
            by=None,
            at=now,
        )
        assert fills(client.get(page).text) == expected


def test_a_browser_of_the_desk_fills_in_nothing(ana: User, rui: User) -> None:
    patient = known(ana)
    desk = sign_in(rui)
    desk.post(reverse("desk:behalf", args=[patient.ref]), {"source": "phone"})
    form = Intake.objects.latest("pk")
    assert fills(desk.get(reverse("intake:screen", args=[form.ref, 1])).text) == {}
