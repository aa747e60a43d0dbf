"""Everything on file as a file: made after a code, audited, named for nobody; valid FHIR that reads back."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from fhir.resources.R4B.bundle import Bundle
from time_machine import Traveller

from clinic.accounts.models import Patient
from clinic.audit.models import Entry
from clinic.booking import services as booking
from clinic.booking.models import VisitType
from clinic.booking.own_page import downloads, fhir_bundle
from clinic.demo.forms import born
from intake.pages import sending
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.screening import screen
from tests.booking.builders import TEN
from tests.booking.own import DOWNLOAD, RECORD, SENT, WORDS, browser, mailbox_of, record_of
from tests.desk.forms import make_sent
from tests.intake.forms import fill
from tests.support.answers import Answers as Form
from tests.support.fhir_answers import answers_of
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


# A name that every file system and every header takes.
NAME = re.compile(r"[a-z0-9-]+\.(html|json)")


# ——— the files


def test_every_file_is_made_audited_and_named_for_nobody(una: Patient) -> None:
    client = browser(una)
    for code, name in (("document", "my-record.html"), ("json", "my-record.json"), ("fhir", "my-record-fhir.json")):
        response = client.post(DOWNLOAD, {"format": code})
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response.headers["Cache-Control"] == "no-store"
        assert "Una Unread" in response.text
        assert WORDS in response.text or code == "fhir"
    lines = Entry.objects.filter(deed="record.downloaded", on=f"accounts.patient:{una.ref}", by=una.user)
    assert sorted(line.facts["format"] for line in lines) == ["document", "fhir", "json"]
    assert "Someone signed in as una@example.com downloaded your record." in client.get(RECORD).text


def test_a_file_is_named_in_the_language_of_the_page_in_plain_letters(una: Patient) -> None:
    client = browser(una)
    named = [
        client.post(f"/es{DOWNLOAD}", {"format": code}).headers["Content-Disposition"].partition('="')[2].strip('"')
        for code in downloads.FILES
    ]
    assert named == ["mi-historial.html", "mi-historial.json", "mi-historial-fhir.json"]
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            assert [str(file.name) for file in downloads.FILES.values() if not NAME.fullmatch(str(file.name))] == []


def test_a_file_is_made_by_a_post_of_a_known_kind_only(una: Patient) -> None:
    client = browser(una)
    for response in (client.get(DOWNLOAD, {"format": "json"}), client.post(DOWNLOAD, {"format": "pdf"})):
        assert "Content-Disposition" not in response.headers
    assert not Entry.objects.filter(deed="record.downloaded").exists()


def test_a_sign_in_of_this_morning_shows_a_code_again(una: Patient, frozen: Traveller) -> None:
    client = browser(una)
    frozen.shift(timedelta(minutes=14))
    assert client.post(DOWNLOAD, {"format": "json"}).headers["Content-Disposition"]
    frozen.shift(timedelta(minutes=2))
    page = client.post(DOWNLOAD, {"format": "json"})
    assert "Content-Disposition" not in page.headers
    assert "Send me the code" in page.text
    asked = client.post(reverse("booking:record_again"))
    assert asked.headers["Location"] == f"{reverse('account_confirm_login_code')}?next={DOWNLOAD.replace('/', '%2F')}"
    assert client.get(RECORD).headers["Location"].startswith(reverse("account_login"))  # signed out until it is right


def test_the_json_holds_every_revision_and_no_name_of_a_file(una: Patient, answers: Form) -> None:
    form = Intake.objects.get(patient=una)
    sending.change(form, by=una.user, at=NOW)
    fill(answers(full_name="Una Unread", email="una@example.com", pain_now="2"), intake=form, by=una.user, at=NOW)
    sending.submit(form, by=una.user, at=NOW)
    told = json.loads(downloads.FILES["json"].write(record_of(una)))
    assert [(form["revision"], form["answers"]["pain_now"]) for form in told["forms"]] == [(2, 2), (1, 4)]
    assert told["visits"][0]["status"] == "booked"
    assert told["person"]["full_name"] == "Una Unread"


# ——— FHIR

CAST: dict[str, dict[str, Any]] = {
    "healthy": {},
    "pacemaker": {"devices": ["pacemaker"], "anything_else": "two\nlines"},
    "thinner": {"blood_thinner": "yes", "inr_status": "in_range", "meds_list": "warfarin 5 mg, ibuprofen"},
    "emergency": {"rf_saddle_numb": "yes"},
    "young": {
        "date_of_birth": born(2010, 6, 1),
        "form_filler": "parent_guardian",
        "guardian_name": "Pia Old",
        "guardian_phone": "213-555-0188",
        "guardian_present": "yes",
        "guardian_signature": "Pia Old",
    },
}


@pytest.mark.parametrize("who", sorted(CAST))
def test_five_people_validate_and_their_answers_come_back(who: str, answers: Form, consultation: VisitType) -> None:
    patient = make_sent(answers, at=SENT, **CAST[who])
    if who == "healthy":
        booking.book(patient=patient, visit_type=consultation, start=TEN, by=mailbox_of(patient), at=NOW)
    record = record_of(patient)
    bundle = Bundle.model_validate(fhir_bundle.bundle(record)).model_dump(mode="json", exclude_none=True)
    resources = [entry["resource"] for entry in bundle["entry"]]
    kinds = {resource["resourceType"] for resource in resources}
    wanted = {"Patient", "Questionnaire", "QuestionnaireResponse", "Observation", "Consent"}
    assert kinds - wanted == {"healthy": {"Appointment"}}.get(who, {"Flag"})
    assert wanted <= kinds
    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(urls) == len(set(urls))
    scores = [one["valueQuantity"]["value"] for one in resources if one["resourceType"] == "Observation"]
    assert [float(score) for score in scores] == [4, 4.7]
    told = next(one for one in resources if one["resourceType"] == "QuestionnaireResponse")
    back, kept = answers_of(told, NEW_PATIENT), dict(record.forms[0].told)
    assert back == kept
    assert _found(back) == _found(kept)
    flags = {one["code"]["coding"][0]["code"] for one in resources if one["resourceType"] == "Flag"}
    findings = screen(record.forms[0].answers.valid, on=SENT.date()).findings
    assert flags == {finding.code for finding in findings if not finding.private or who != "young"}


def _found(answers: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(one.code, one.tier, one.because) for one in screen(answers, on=SENT.date()).findings]


def test_a_settled_flag_is_inactive(uma: Patient) -> None:
    resources = [entry["resource"] for entry in fhir_bundle.bundle(record_of(uma))["entry"]]
    flags = [one for one in resources if one["resourceType"] == "Flag"]
    assert [(one["status"], one["code"]["coding"][0]["code"]) for one in flags] == [
        ("inactive", "implanted_electronic_device")
    ]
