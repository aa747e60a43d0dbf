"""The update and the check-in by phone: practitioners ask and type, the form says so, the desk sees nothing of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from clinic.accounts import roles
from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.audit.transaction import audited_transaction
from clinic.booking.own_page import own_record, reading_log
from clinic.demo.forms import HEALTHY
from intake.pages import by_phone, sending
from intake.record.errors import IntakeError
from intake.record.models import Intake, Source
from intake.review import services as review
from intake.review.follow_up import updates
from intake.review.follow_up.calls import raise_task
from intake.review.follow_up.models import CheckIn, FollowUpTask
from intake.review.models import Case
from intake.review.services import case_version
from tests.intake.returning import DAY, FINE, fill, full_form, needled
from tests.support.cast import SignedIn, make_staff
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def patient(ana: User, noor: User) -> Patient:
    """Ana: read, needled last week."""
    back = full_form(ana, meds_list="lisinopril")
    for case in Case.objects.not_closed():
        review.mark_read(case, by=noor, at=NOW, seen=case_version(case))
    needled(back, at=NOW - timedelta(days=7))
    return back


def begin(client: Client, patient: Patient, asked: str, **posted: str) -> Intake:
    answer = client.post(reverse("desk:phone", args=[patient.ref, asked]), posted)
    form = Intake.objects.exclude(over=None).get()
    assert answer["Location"] == reverse("intake:screen", args=[form.ref, 1])
    return form


def test_a_practitioner_asks_and_types_and_the_form_says_so(
    patient: Patient, noor: User, ana: User, signed_in: SignedIn
) -> None:
    client, colleague = signed_in(noor), make_staff("mei@clinic.example", "Mei Example", roles.PRACTITIONER)
    assert "Visit update by phone" in client.get(reverse("desk:patient", args=[patient.ref])).text
    form = begin(client, patient, "update")
    screen = reverse("intake:screen", args=[form.ref, form.definition.number_of("meds_list")])
    assert "lisinopril" in client.get(screen).text
    assert (form.source, form.entered_by, form.patient) == (Source.PHONE, noor, patient)
    assert Entry.objects.get(deed="intake.phoned").by == noor
    assert signed_in(colleague).get(screen).status_code == 404
    client.get(reverse("desk:patient", args=[patient.ref]))  # whoever looks at the desk has left the form
    assert client.get(screen).status_code == 404
    raw = {question.code: HEALTHY.get(question.code, "") for question in form.definition.questions}
    sending.submit(fill(form, {**raw, "anything_else": "", **DAY}, by=noor, at=NOW), by=noor, at=NOW)
    sentence = "Noor Inventada (practitioner) filled in a form with you by phone."
    assert sentence in [line.sentence for line in reading_log.lines(own_record.of(patient, at=NOW))]
    case = Case.objects.not_closed().get()
    assert (
        "By phone, entered by Noor Inventada" in client.get(reverse("admin:review_case_change", args=[case.ref])).text
    )


def test_the_check_in_by_phone_ends_the_call_and_leads_back_to_the_list(
    patient: Patient, noor: User, signed_in: SignedIn
) -> None:
    check_in, client = CheckIn.objects.get(), signed_in(noor)
    calls = reverse("admin:review_followuptask_changelist")
    with audited_transaction():
        raise_task(check_in, FollowUpTask.Kind.NO_ANSWER, at=NOW)
    assert reverse("desk:phone", args=[patient.ref, "check-in"]) in client.get(calls).text
    form = begin(client, patient, "check-in", **{"from": "calls"})
    fill(form, FINE, by=noor, at=NOW)
    assert client.post(reverse("intake:send", args=[form.ref]))["Location"] == calls
    assert not FollowUpTask.objects.open().exists()
    assert Intake.objects.get(pk=form.pk).accepted_at == NOW


def test_what_the_patient_began_is_gone_on_with_and_stays_theirs(
    patient: Patient, noor: User, ana: User, signed_in: SignedIn
) -> None:
    begun = updates.begin(patient, by=ana, at=NOW)
    assert begin(signed_in(noor), patient, "update") == begun
    assert signed_in(ana).get(reverse("intake:screen", args=[begun.ref, 1])).status_code == 200


def test_nobody_else_may_and_nothing_is_begun_that_is_not_asked(
    patient: Patient, noor: User, rui: User, zed: User, signed_in: SignedIn
) -> None:
    desk = signed_in(rui)
    assert "by phone" not in desk.get(reverse("desk:patient", args=[patient.ref])).text
    assert desk.post(reverse("desk:phone", args=[patient.ref, "update"])).status_code == 403
    with pytest.raises(PermissionDenied):
        by_phone.begin(patient, by_phone.PhoneForm.UPDATE, by=rui, at=NOW)
    other = full_form(zed, full_name="Zed Invented")
    for asked in by_phone.PhoneForm:
        with pytest.raises(IntakeError):
            by_phone.begin(other, asked, by=noor, at=NOW)
    assert signed_in(noor).post(reverse("desk:phone", args=[patient.ref, "anything"])).status_code == 404
    assert not Intake.objects.exclude(over=None).exists()
