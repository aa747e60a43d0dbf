"""The patient's own page: what it promises, and to whom it says nothing."""

import json
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.html import escape
from fhir.resources.R4B.bundle import Bundle

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.booking import services as booking
from clinic.booking.models import VisitType
from clinic.booking.own_page import downloads, fhir_bundle, pain, reading_log, timeline
from clinic.demo.forms import born
from intake.pages import accepting, sending
from intake.questionnaire import NEW_PATIENT, VISIT_UPDATE
from intake.record.models import Answers, Intake
from intake.review import services as review
from intake.review import withdrawal
from intake.review.models import Case, Flag
from intake.treatment import services
from tests.booking.builders import make_patient
from tests.booking.own import DOWNLOAD, RECORD, SENT, WORDS, browser, mailbox_of, noor, read_form, record_of
from tests.desk.forms import decide, make_sent, open_form
from tests.intake.forms import fill
from tests.intake.returning import full_form, needled, send_check_in, send_update
from tests.intake.treatment.notes import begun, content
from tests.support.answers import Answers as Form
from tests.support.fhir_answers import answers_of
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


# ——— the page


def test_the_page_tells_what_was_told_decided_agreed_to_booked_and_read(una: Patient) -> None:
    page = browser(una).get(RECORD).text
    for words in (
        "Your practitioner would like to talk with you before any treatment.",
        WORDS,
        "Decided by Noor Inventada.",
        "You read the risks of acupuncture and agreed",
        "Signed as Una Unread.",
        "Consultation",
        "Noor Inventada (practitioner) read your answers.",
        "<td>4.7</td>",
    ):
        assert words in page, words
    # Reasons are between practitioners, and so is what the screening found.
    for secret in ("Read with care.", "acemaker"):
        assert secret not in page, secret


def test_limits_are_said_in_person_and_stand_in_the_file(uma: Patient) -> None:
    page = browser(uma).get(RECORD).text
    assert "Needles are possible, with some care. This holds until Mon, Jun 1, 2026." in page
    assert "No electrical stimulation" not in page
    told = json.loads(downloads.FILES["json"].write(record_of(uma)))
    assert told["decisions"][0]["limits"] == ["No electrical stimulation"]


def test_the_days_run_backwards_with_what_is_booked_first(una: Patient) -> None:
    kinds = [item.kind for day in timeline.days(record_of(una)) for item in day.happened]
    assert kinds == ["visit", "decided", "told", "consented"]


@pytest.mark.usefixtures("consultation")
def test_a_question_answered_and_consent_withdrawn_stand_on_the_line_and_in_the_files(answers: Form) -> None:
    patient = make_sent(answers, at=SENT, seizure="remote")
    decide(patient, "more", by=noor(), at=SENT + timedelta(hours=1), question="When was the last one?")
    form = Intake.objects.get(patient=patient)
    client = browser(patient)
    client.post(reverse("intake:answer", args=[form.ref]), {"answer": "In May 2015."})
    assert client.get(RECORD).text.count(reverse("booking:no_needles")) == 1
    withdrawal.withdraw_consent(patient, by=mailbox_of(patient), at=NOW + timedelta(minutes=1))
    told = [(item.kind, item.title, item.words) for day in timeline.days(record_of(patient)) for item in day.happened]
    assert [row for row in told[:3] if row[1] != "Your health form"] == [
        ("consented", "You withdrew your consent to needles", ""),
        ("told", "You answered your practitioner’s question", "In May 2015."),
    ]
    page = client.get(RECORD).text
    assert reverse("booking:no_needles") not in page
    assert "If you change your mind, tell your practitioner at a visit." in page
    taken = json.loads(downloads.FILES["json"].write(record_of(patient)))
    assert taken["decisions"][0]["answers"] == [{"at": NOW.isoformat(), "text": "In May 2015."}]
    assert [change["given"] for change in taken["consent_changes"]] == [False]
    resources = [entry["resource"] for entry in fhir_bundle.bundle(record_of(patient))["entry"]]
    assert {one["status"] for one in resources if one["resourceType"] == "Consent"} == {"inactive"}


@pytest.mark.parametrize("filler", ["self", "helper"])
def test_what_was_done_stands_with_the_visit_and_in_the_files_unless_somebody_helped(
    answers: Form, consultation: VisitType, rui: User, filler: str
) -> None:
    patient = make_sent(answers, at=SENT, form_filler=filler)
    open_form(patient, by=noor(), at=SENT)
    visit = booking.book(patient=patient, visit_type=consultation, start=NOW + timedelta(days=1), by=rui, at=NOW)
    draft = begun(patient, noor(), at=NOW, visit_ref=visit.ref)
    services.sign_note(
        draft,
        content=content(remarks="Between us.", limits=["Short session"]),
        has_agreed=True,
        past_reason="",
        seen=draft.version,
        by=noor(),
        at=NOW,
    )
    record = record_of(patient)
    page = browser(patient).get(RECORD).text
    files = [downloads.FILES[code].write(record) for code in ("document", "json")]
    for text in (page, *files):
        assert ("Walk a little today." in text) == (filler == "self")
    assert "Points: BL23 (both), the sore spot" in page or filler == "helper"
    assert "Between us." not in page + files[0]


def test_what_was_told_is_read_without_beginning_a_change(una: Patient) -> None:
    revisions = Answers.objects.count()
    page = read_form(browser(una), una)
    assert "Pacemaker" in page.text
    assert "I sing in a choir." in page.text
    assert Answers.objects.count() == revisions
    assert page.headers["Cache-Control"] == "no-store"


def test_reading_it_is_written_down_and_said(una: Patient) -> None:
    client = browser(una)
    read_form(client, una)
    assert Entry.objects.filter(deed="record.form_read", by=una.user).count() == 1
    assert "Someone signed in as una@example.com read your answers." in client.get(RECORD).text


def test_the_same_reader_on_one_day_is_one_line(una: Patient) -> None:
    for minute in range(3):
        open_form(una, by=noor(), at=NOW + timedelta(minutes=minute))
    said = [line.sentence for line in reading_log.lines(record_of(una)) if line.on == TODAY]
    assert said == ["Noor Inventada (practitioner) read your answers."]


def test_what_was_read_of_a_case_that_was_joined_is_still_said(consultation: VisitType, answers: Form) -> None:
    patient = make_sent(answers, at=SENT, devices=["pacemaker"])
    again = fill(answers(full_name="Una Unread", email="una@example.com", seizure="active"), by=None, at=NOW)
    case = Case.objects.get(intake=again)
    review.open_case(case, by=noor(), at=NOW)
    accepting.confirm_email(again, user=mailbox_of(patient), at=NOW)
    sending.submit(again, by=mailbox_of(patient), at=NOW)
    assert not Case.objects.filter(pk=case.pk).exists()
    assert [line.on for line in reading_log.lines(record_of(patient))] == [TODAY]


def test_articles_stand_on_the_page_and_beside_the_visit(una: Patient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[set[str]] = []

    def shelf(codes: Any) -> list[tuple[str, str]]:
        asked.append(set(codes))
        return [("Implants and needles", "/articles/implants/")]

    monkeypatch.setattr("clinic.booking.own_page.views.articles_for", shelf)
    monkeypatch.setattr(import_module("clinic.booking.views.mine"), "articles_for", shelf)
    client, visit = browser(una), una.visits.get()
    for page in (client.get(RECORD), client.get(reverse("booking:visit", args=[visit.ref]))):
        assert '<a href="/articles/implants/">Implants and needles</a>' in page.text
    assert asked[0] == asked[1] == {"implanted_electronic_device"}


def test_pages_cost_the_same_for_one_form_and_for_three(
    una: Patient, answers: Form, django_assert_num_queries: Any
) -> None:
    client = browser(una)
    client.get(RECORD)
    with django_assert_num_queries(21):
        client.get(RECORD)
    for days in (1, 2):
        sent = fill(
            answers(full_name="Una Unread", email="una@example.com"), by=una.user, at=NOW - timedelta(days=days)
        )
        sending.submit(sent, by=una.user, at=NOW - timedelta(days=days))
    with django_assert_num_queries(21):
        page = client.get(RECORD).text
    assert page.count("Read what you told us") == 3


# ——— to whom it says nothing


def test_somebody_else_on_the_mailbox_reads_nothing_of_it(una: Patient, answers: Form) -> None:
    child = make_sent(answers, at=NOW, full_name="Ula Unread", date_of_birth=born(2001, 2, 3))
    client = browser(una)
    assert client.get(RECORD).status_code == 302  # asked first for whom
    client.post(reverse("accounts:patients"), {"patient": child.ref})
    page = client.get(RECORD).text
    assert "Ula Unread" in page
    for secret in (WORDS, "Una Unread", "Noor Inventada (practitioner) read"):
        assert secret not in page
    assert read_form(client, una).status_code == 404
    form = Intake.objects.get(patient=child)
    assert client.get(reverse("booking:record_form", args=[form.ref])).status_code == 200
    assert WORDS not in client.post(DOWNLOAD, {"format": "json"}).text


def test_a_stranger_reads_nothing_of_it(una: Patient) -> None:
    zed = make_patient("zed@example.com", "Zed Invented", ready=False)
    client = browser(zed)
    assert WORDS not in client.get(RECORD).text
    assert read_form(client, una).status_code == 404


def test_linked_records_join_but_not_those_of_another_mailbox(una: Patient, answers: Form) -> None:
    paper = Patient.objects.create(full_name="Una Unread", date_of_birth=una.date_of_birth, created_at=NOW)
    other = make_sent(answers, at=NOW, email="other@example.com", full_name="Una Unread", anything_else="Elsewhere.")
    link = people.link(una, paper, by=noor(), at=NOW)
    people.link(paper, other, by=noor(), at=NOW)
    assert record_of(una).keys == {una.pk, paper.pk}
    assert record_of(other).keys == {other.pk, paper.pk}
    people.unlink(link, by=noor(), at=NOW)
    assert record_of(una).keys == {una.pk}


def test_a_visit_on_a_record_linked_over_another_is_opened_and_canceled_on_the_patients_mailbox(
    una: Patient, consultation: VisitType, rui: User
) -> None:
    paper, older = (
        Patient.objects.create(full_name="Una Unread", date_of_birth=una.date_of_birth, created_at=NOW)
        for _record in range(2)
    )
    other = make_patient("other@example.com", "Una Unread")
    for one, linked in ((una, paper), (paper, older), (older, other)):
        people.link(one, linked, by=noor(), at=NOW)
    start = NOW + timedelta(days=8)
    seen, hidden = (
        booking.book(patient=who, visit_type=consultation, start=start + timedelta(hours=number), by=rui, at=NOW)
        for number, who in enumerate((older, other))
    )
    client = browser(una)
    pages = [client.get(reverse("booking:visit", args=[visit.ref])).status_code for visit in (seen, hidden)]
    assert pages == [200, 404]
    booking.cancel(seen, reason="other", by=mailbox_of(una), at=NOW)
    with pytest.raises(PermissionDenied):
        booking.cancel(hidden, reason="other", by=mailbox_of(una), at=NOW)


def test_who_filled_it_in_for_the_patient_learns_nothing_private(answers: Form) -> None:
    patient = make_sent(
        answers, at=SENT, form_filler="helper", pregnancy="yes", pregnancy_weeks="14", devices=["pacemaker"]
    )
    raised = set(Flag.objects.filter(case__patient=patient).values_list("code", flat=True))
    hidden = {code for code in raised if "pregnan" in code}
    assert hidden
    record = record_of(patient)
    assert {flag.code for flag in record.flags} == raised - hidden
    assert record.rule_codes == raised - hidden
    page = read_form(browser(patient), patient).text
    assert "Answered. Only clinicians can see it." in page
    assert escape(NEW_PATIENT.question("pregnancy_weeks").wording) not in page
    told = json.loads(downloads.FILES["json"].write(record))
    assert {flag["code"] for flag in told["found"]} == raised - hidden
    assert not {code for code in told["forms"][0]["answers"] if "pregnan" in code or "preg_" in code}
    assert [row["answers"] for row in told["forms"][0]["in_words"] if "preg" in row["code"]] == [
        ["Answered. Only clinicians can see it."]
    ]
    resources = [entry["resource"] for entry in fhir_bundle.bundle(record)["entry"]]
    response = next(one for one in resources if one["resourceType"] == "QuestionnaireResponse")
    assert answers_of(response, NEW_PATIENT) == told["forms"][0]["answers"]
    assert escape(NEW_PATIENT.question("pregnancy_weeks").wording) not in downloads.FILES["document"].write(record)


# ——— who comes back


@pytest.fixture
def back(ana: User) -> Patient:
    """Ana sent a form a month ago, was needled, checked in, and told what has changed since. She was helped."""
    patient = full_form(ana, form_filler="helper")
    check_in = needled(patient, at=NOW - timedelta(days=9))
    send_check_in(check_in, by=ana, at=NOW - timedelta(days=7))
    send_update(patient, by=ana, at=NOW - timedelta(days=1))
    return patient


def test_check_ins_and_updates_join_the_line_and_the_pain(back: Patient) -> None:
    record = record_of(back)
    told = [item for day in timeline.days(record) for item in day.happened if item.kind in ("told", "check_in")]
    assert [(item.kind, item.title) for item in told] == [
        ("told", "Visit update"),
        ("check_in", "48-hour check-in"),
        ("told", "Your health form"),
    ]
    assert [row.now for row in pain.rows(record)] == [4, 3]  # an update asks for it before some visits only
    for form in record.forms:
        assert browser(back).get(reverse("booking:record_form", args=[form.ref])).status_code == 200


def test_whoever_helped_with_the_full_form_learns_nothing_private_of_an_update(back: Patient) -> None:
    update = next(form for form in record_of(back).forms if form.questionnaire is VISIT_UPDATE)
    asked = {question.code for question in VISIT_UPDATE.questions if question.private}
    assert asked & set(update.answers.valid)
    assert not asked & set(update.told)


def test_the_bundle_of_somebody_who_comes_back_is_valid_and_reads_back(back: Patient) -> None:
    record = record_of(back)
    bundle = Bundle.model_validate(fhir_bundle.bundle(record)).model_dump(mode="json", exclude_none=True)
    responses = [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == "QuestionnaireResponse"]
    for form, told in zip(record.revisions, responses, strict=True):
        assert answers_of(told, form.questionnaire) == dict(form.told)
