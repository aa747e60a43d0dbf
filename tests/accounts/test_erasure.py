"""Asking for erasure: a request that a person answers; nothing is erased by itself."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clinic.accounts.erasure import services
from clinic.accounts.erasure.models import ErasureRequest
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.outbox.letters import KINDS
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from intake.record.models import Answers
from tests.desk.forms import make_sent
from tests.support.answers import Answers as Form
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = reverse("booking:record_erasure")


@pytest.fixture
def una(answers: Form) -> Patient:
    return make_sent(answers, at=NOW - timedelta(days=1))


def mailbox_of(patient: Patient) -> User:
    assert patient.user is not None
    return patient.user


def test_the_patient_asks_an_administrator_answers_and_the_patient_reads_it(una: Patient, ada: User) -> None:
    client = sign_in(mailbox_of(una))
    client.post(PAGE, {"deed": "ask"})
    client.post(PAGE, {"deed": "ask"})
    request = ErasureRequest.objects.get()
    assert "We have your request" in client.get(PAGE).text
    told = Letter.objects.get(kind="account.erasure_asked")
    assert told.to == ada.email
    change = reverse("admin:accounts_erasurerequest_change", args=[request.pk])
    admin = sign_in(ada)
    page = admin.get(change).text
    assert "Una Unread" in page
    assert "The law asks us to keep patient records" in page
    words = "We erased your contact details. Your answers stay until 2033."
    admin.post(change, {"outcome": "partly", "answer": words})
    assert words in client.get(PAGE).text
    assert words in admin.get(change).text
    answered = Letter.objects.get(kind="account.erasure_answered")
    assert answered.to == "una@example.com"
    for letter in (told, answered):
        message = KINDS[letter.kind](letter, NOW)
        assert message is None or "Una" not in message.subject + message.body
    deeds = Entry.objects.filter(deed__startswith="erasure.").order_by("number")
    assert [(line.deed, line.by) for line in deeds] == [("erasure.asked", una.user), ("erasure.answered", ada)]
    assert Answers.objects.filter(intake__patient=una).count() == 1  # nothing is erased by itself


def test_it_can_be_taken_back_and_asked_again(una: Patient, ada: User) -> None:
    client = sign_in(mailbox_of(una))
    client.post(PAGE, {"deed": "ask"})
    client.post(PAGE, {"deed": "take_back"})
    client.post(PAGE, {"deed": "take_back"})
    client.post(PAGE, {"deed": "ask"})
    assert [row.outcome for row in ErasureRequest.objects.order_by("pk")] == ["taken_back", ""]


def test_only_an_administrator_answers_once_and_in_words(una: Patient, ada: User, noor: User) -> None:
    request = services.ask(una, by=mailbox_of(una), at=NOW)
    for by, outcome, words in ((noor, "kept", "Kept."), (ada, "taken_back", "Kept."), (ada, "kept", " ")):
        with pytest.raises(AccountError):
            services.answer(request, outcome=outcome, words=words, by=by, at=NOW)
    services.answer(request, outcome="kept", words="Kept.", by=ada, at=NOW)
    with pytest.raises(AccountError, match="closed already"):
        services.answer(request, outcome="erased", words="Gone.", by=ada, at=NOW)
    assert ErasureRequest.objects.get().answer == "Kept."


def test_the_database_keeps_one_open_request_a_patient(una: Patient) -> None:
    services.ask(una, by=mailbox_of(una), at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        ErasureRequest.objects.create(patient=una, asked_at=NOW, asked_by=una.user)


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        (None, "The law asks us to keep patient records for some years. Ask us how long that is for you."),
        (1, "The law asks us to keep patient records for 1 year after your last visit."),
        (7, "The law asks us to keep patient records for 7 years after your last visit."),
    ],
)
def test_the_law_is_said_before_it_is_asked(una: Patient, years: int | None, sentence: str) -> None:
    ClinicProfile.objects.update_or_create(pk=1, defaults={"records_years": years})
    site_settings.forget()
    assert sentence in sign_in(mailbox_of(una)).get(PAGE).text


def test_an_answer_that_cannot_be_given_changes_nothing(una: Patient, ada: User) -> None:
    request = services.ask(una, by=mailbox_of(una), at=NOW)
    page = sign_in(ada).post(
        reverse("admin:accounts_erasurerequest_change", args=[request.pk]), {"outcome": "", "answer": ""}
    )
    assert page.status_code == 200
    assert ErasureRequest.objects.get().closed_at is None
