"""By phone or from paper: the desk walks the same form under the same rules, and afterwards it is closed to it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Difference, Patient, User
from clinic.demo.forms import typed
from intake.pages import drafts
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.review import standing
from intake.review.models import Alert
from tests.booking.builders import make_patient
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def bo() -> Patient:
    return make_patient("bo@example.com", "Bo Costa", ready=False)


def begin(client: Client, patient: Patient, source: str = "phone") -> Intake:
    client.post(reverse("desk:behalf", args=[patient.ref]), {"source": source})
    return Intake.objects.latest("pk")


def screen(form: Intake, number: int) -> str:
    return reverse("intake:screen", args=[form.ref, number])


def posted(raw: dict[str, Any], codes: list[str], seen: str) -> dict[str, Any]:
    sent: dict[str, Any] = {"asked": ",".join(codes), "seen": seen}
    for code in codes:
        value = raw.get(code, "")
        if isinstance(value, dict):
            sent |= {f"{code}-{part}": text for part, text in value.items()}
        else:
            sent[code] = value
    return sent


def walk(client: Client, form: Intake, raw: dict[str, Any]) -> Any:
    """Answer every screen in its order, the last one signs and sends."""
    response: Any = None
    for number, asked in enumerate(NEW_PATIENT.main_screens, start=1):
        page = client.get(screen(form, number))
        if page.status_code != 200:
            continue
        codes = [question.code for question in asked.questions]
        seen = form.current().screen_version(asked.code)
        response = client.post(screen(form, number), posted(raw, codes, str(seen)))
    return response


def test_the_form_is_walked_sent_and_accepted_for_this_patient(desk: Client, bo: Patient, rui: User) -> None:
    form = begin(desk, bo)
    assert (form.source, form.entered_by, form.meant_for, form.user) == ("phone", rui, bo, None)
    first = desk.get(screen(form, 1)).text
    assert "You are filling this in for <strong>Bo Costa</strong>" in first
    assert 'value="Bo Costa"' in first
    raw = typed(full_name="Bo Costa", email="bo@example.com", phone="213-555-0166")
    done = walk(desk, form, raw)
    assert done.headers["Location"] == f"/desk/people/{bo.ref}/"
    form.refresh_from_db()
    assert (form.patient, bool(form.accepted_at), form.answers.get().by) == (bo, True, rui)
    assert Patient.objects.count() == 1
    assert Difference.objects.get(field="phone").new == "213-555-0166"
    assert standing.of_one(bo, on=TODAY, at=NOW).word == "ready"


def test_after_sending_it_is_closed_to_the_desk(desk: Client, bo: Patient) -> None:
    form = begin(desk, bo)
    walk(desk, form, typed(full_name="Bo Costa", email=""))
    for name in ("intake:check", "intake:sent", "intake:tasks", "intake:extras"):
        assert desk.get(reverse(name, args=[form.ref])).status_code == 404, name


def test_leaving_closes_it(desk: Client, bo: Patient) -> None:
    form = begin(desk, bo)
    assert desk.get(screen(form, 1)).status_code == 200
    desk.get(reverse("desk:day"))
    assert desk.get(screen(form, 1)).status_code == 404
    assert desk.post(screen(form, 1), {"asked": "full_name", "seen": "0"}).status_code == 404


def test_it_opens_in_no_other_session(desk: Client, bo: Patient, rui: User) -> None:
    form = begin(desk, bo)
    assert sign_in(rui).get(screen(form, 1)).status_code == 404
    assert Client().get(screen(form, 1)).status_code == 404


def test_one_form_at_a_time(desk: Client, bo: Patient) -> None:
    form = begin(desk, bo)
    other = begin(desk, bo, "paper")
    assert other.source == "paper"
    assert desk.get(screen(form, 1)).status_code == 404
    assert desk.get(screen(other, 1)).status_code == 200


@pytest.mark.parametrize(("mine", "status"), [(False, 404), (True, 200)])
def test_a_form_somebody_else_began_never_opens(desk: Client, bo: Patient, rui: User, mine: bool, status: int) -> None:
    form = drafts.start(at=NOW, by=bo.user, entered_by=rui if mine else None)
    session = desk.session
    session["on_behalf"] = {"ref": form.ref, "back": "/desk/"}
    session.save()
    assert desk.get(screen(form, 1)).status_code == status


def test_the_same_rules_watch_the_answers(desk: Client, bo: Patient) -> None:
    form = begin(desk, bo)
    number = NEW_PATIENT.number_of("rf_saddle_numb")
    asked = [question.code for question in NEW_PATIENT.screen(number).questions]
    stop = desk.post(screen(form, number), posted(typed(rf_saddle_numb="yes"), asked, "0"))
    assert stop.headers["Location"].startswith(f"/intake/{form.ref}/stop/")
    assert "get help now" in desk.get(stop.headers["Location"]).text
    assert Alert.objects.get().intake == form
    # Nothing is booked for this patient any more, though the form was never sent.
    assert standing.of_one(bo, on=TODAY, at=NOW).word == "call"


def test_no_code_is_asked_for_and_the_desk_stays_signed_in(desk: Client, bo: Patient) -> None:
    form = begin(desk, bo)
    confirm = desk.post(reverse("intake:confirm", args=[form.ref]))
    assert confirm.headers["Location"] == reverse("intake:tasks", args=[form.ref])
    assert desk.get(reverse("desk:day")).status_code == 200


@pytest.mark.parametrize("source", ["online", "", "tablet"])
def test_only_phone_and_paper_begin_a_form(desk: Client, bo: Patient, source: str) -> None:
    assert desk.post(reverse("desk:behalf", args=[bo.ref]), {"source": source}).status_code == 200
    assert Intake.objects.count() == 0
