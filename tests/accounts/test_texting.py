"""By what a person is reached: what they chose, what STOP and another number change, and signing in with a phone."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.accounts.texting import services as texting
from clinic.audit.transaction import audited_transaction
from clinic.outbox import reachable
from clinic.outbox.models import Letter
from tests.accounts.helpers import ask_for_code, letters_to, newest_code, type_code
from tests.support.cast import SignedIn
from tests.support.times import NOW

pytestmark = pytest.mark.django_db
PHONE, NUMBER = "213-555-0142", "+12135550142"
BORN = date(1984, 4, 27)
MAIL, TEXT, CALL = ("email", "ana@example.com"), ("text", NUMBER), ("call", PHONE)


@pytest.fixture
def anas(ana: User) -> Patient:
    return Patient.objects.create(user=ana, full_name="Ana Maria Costa", date_of_birth=BORN, phone=PHONE)


def choose(patient: Patient, *, channel: str = "both", texts: bool = True, named_as: str = "initials") -> Patient:
    how = texting.How.PAGE
    return texting.choose(patient, channel=channel, texts=texts, named_as=named_as, how=how, by=None, at=NOW)


def ways(patient: Patient) -> list[tuple[str, str]]:
    found = Patient.objects.select_related("user").get(pk=patient.pk)
    return [(way.channel, way.to) for way in found.ways]


def answers(word: str) -> None:
    with audited_transaction():
        (reachable.stop if word == "stop" else reachable.start)(NUMBER, at=NOW)


@pytest.mark.parametrize(
    ("channel", "mailbox", "found"),
    [
        ("email", True, [MAIL]),
        ("text", True, [TEXT]),
        ("both", True, [MAIL, TEXT]),
        ("email", False, [TEXT]),
        ("both", False, [TEXT]),
    ],
)
def test_messages_take_the_ways_that_were_chosen_and_there_are(
    channel: str, mailbox: bool, found: list[tuple[str, str]], anas: Patient
) -> None:
    if not mailbox:
        Patient.objects.filter(pk=anas.pk).update(user=None)
    choose(anas, channel=channel)
    assert ways(anas) == found


def test_stop_another_number_and_the_end_take_the_consent_away(anas: Patient, rui: User) -> None:
    choose(anas, channel="text")
    answers("stop")
    assert ways(anas) == [MAIL]
    answers("start")
    assert ways(anas) == [TEXT]
    services.correct(anas, identity={"phone": "213-555-0143"}, reason="told", by=rui, at=NOW)
    assert ways(anas) == [MAIL]
    services.correct(anas, identity={"phone": PHONE}, reason="told", by=rui, at=NOW)
    services.end(anas, why="stopped", by=rui, at=NOW)
    assert ways(anas) == []
    said = [(row.agreed, row.how, row.number) for row in anas.text_consents.order_by("pk")]
    assert said == [(True, "page", NUMBER), (False, "stop", NUMBER), (True, "start", NUMBER)]


def test_who_never_agreed_is_not_made_to_by_start_and_who_has_no_address_is_called(anas: Patient) -> None:
    answers("stop")
    answers("start")
    assert ways(anas) == [MAIL]
    Patient.objects.filter(pk=anas.pk).update(user=None)
    assert ways(anas) == [CALL]


def test_without_a_consent_or_a_mobile_number_no_text_is_promised(anas: Patient, settings: Any) -> None:
    with pytest.raises(AccountError, match="check the box"):
        choose(anas, channel="text", texts=False)
    Patient.objects.filter(pk=anas.pk).update(phone=f"{PHONE} ext. 3")
    with pytest.raises(AccountError, match="mobile number"):
        choose(anas)
    Patient.objects.filter(pk=anas.pk).update(phone=PHONE)
    choose(anas)
    settings.SMS_URL = ""
    assert ways(anas) == [MAIL]


@pytest.mark.parametrize(("named_as", "said"), [("initials", "A. C."), ("first", "Ana")])
def test_a_family_reads_for_whom_a_message_is_and_one_person_does_not(named_as: str, said: str, anas: Patient) -> None:
    anas = choose(anas, named_as=named_as)
    assert anas.named_in_a_family() == ""
    Patient.objects.create(full_name="Ben Costa", date_of_birth=BORN, phone=PHONE, texts_to=NUMBER)
    assert anas.named_in_a_family() == said


@pytest.mark.parametrize("mine", [True, False])
def test_a_record_of_the_desk_with_the_same_address_is_of_the_family(mine: bool, anas: Patient) -> None:
    """Whoever's message it is: the one who signs in there, or the one with whom it is only written down."""
    other = Patient.objects.create(full_name="Ben Costa", date_of_birth=BORN, email="ANA@example.com")
    assert (anas if mine else other).named_in_a_family() == ("A. C." if mine else "B. C.")


def test_a_phone_signs_in_like_an_address_and_learns_as_little(client: Client) -> None:
    asked, stranger = ask_for_code(client, "(213) 555 0142"), Client()
    assert asked.headers["Location"] == reverse("account_confirm_login_code")
    assert newest_code(NUMBER) is None, "Nobody is known by this number, and only its reader learns so."
    services.ensure_login(PHONE)
    same = ask_for_code(stranger, PHONE)
    assert same.headers["Location"] == asked.headers["Location"]
    code = newest_code(NUMBER)
    assert code
    assert len({letter.channel for letter in letters_to(NUMBER)}) == 1
    assert type_code(stranger, code).headers["Location"] == reverse("accounts:landing")
    third, fourth = (ask_for_code(Client(), typed) for typed in (NUMBER, "213.555.0142"))
    assert third.status_code == 302
    assert "We have sent enough codes to this address for now." in fourth.text
    assert len(letters_to(NUMBER)) == 3


def test_a_record_the_desk_made_is_found_by_code_name_and_birth_date(client: Client) -> None:
    desks = Patient.objects.create(full_name="Ana Costa", date_of_birth=BORN, phone=PHONE)
    other = Patient.objects.create(
        full_name="Ana Costa", date_of_birth=BORN, phone="213-555-0143", guardian_phone=PHONE
    )
    mailbox = services.ensure_login(PHONE)
    assert mailbox is not None
    assert services.claim(mailbox, "Ana Costa", born=BORN + timedelta(days=1), at=NOW) is None
    assert services.claim(mailbox, "Ana Costa", born=BORN, at=NOW) == desks
    other.refresh_from_db()
    assert other.user is None


def test_the_page_keeps_what_is_chosen_and_says_what_is_wrong(anas: Patient, ana: User, signed_in: SignedIn) -> None:
    browser, page = signed_in(ana), reverse("booking:messages")
    wrong = browser.post(page, {"channel": "text", "named_as": "first"})
    assert "To get text messages, check the box that says so." in wrong.text
    assert browser.post(page, {"channel": "text", "texts": "on", "named_as": "first"}).status_code == 303
    assert ways(anas) == [TEXT]


def test_a_form_begun_with_a_phone_is_its_own(client: Client) -> None:
    services.ensure_login(PHONE)
    ask_for_code(client, PHONE)
    type_code(client, newest_code(NUMBER) or "")
    begun = client.post(reverse("intake:begin"))
    from intake.record.models import Intake

    form = Intake.objects.get()
    assert begun.headers["Location"] == reverse("intake:screen", args=[form.ref, 1])
    assert (form.email, form.phone, form.is_confirmed) == ("", PHONE, True)
    assert client.get(begun.headers["Location"]).status_code == 200


def test_staff_get_messages_of_work_on_the_phone_too(rui: User, ada: User) -> None:
    with pytest.raises(AccountError, match="mobile number"):
        services.update(rui, name="Rui", role="front desk", active=True, texts_to="12", by=ada, at=NOW)
    services.update(rui, name="Rui", role="front desk", active=True, texts_to=PHONE, by=ada, at=NOW)
    rui.refresh_from_db()
    assert [way.channel for way in rui.ways] == ["email", "text"]
    assert not Letter.objects.exists()


def test_after_stop_nobody_is_promised_texts_that_do_not_come(
    anas: Patient, ana: User, rui: User, signed_in: SignedIn
) -> None:
    choose(anas)
    answers("stop")
    with pytest.raises(AccountError, match="Only a reply of START"):
        choose(anas)
    sent = {"texts": "on", "channel": "both", "named_as": "first", "language": "en"}
    for client, page in (
        (signed_in(ana), reverse("booking:messages")),
        (signed_in(rui), reverse("desk:messages", args=[anas.ref])),
    ):
        response = client.post(page, sent)
        assert response.status_code == 200, "The page comes back as it was filled in."
        assert "Only a reply of START" in response.text
    assert ways(anas) == [MAIL]
    answers("start")
    choose(anas)
    assert ways(anas) == [MAIL, TEXT]
