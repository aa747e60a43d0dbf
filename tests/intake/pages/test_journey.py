"""The whole walk without a browser: every page, from the start to the result and after."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from clinic.accounts.models import User
from intake.questionnaire import NEW_PATIENT
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record.models import Intake
from intake.review.models import Alert, Case, Flag
from intake.screening import Tier
from tests.intake.conftest import TypeCode
from tests.intake.walker import SIGN, Walker, number_of, problems, title
from tests.support.cast import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def test_a_healthy_form_is_sent_accepted_and_clear(sent: Walker) -> None:
    intake = sent.intake
    assert intake.tier is Tier.CLEAR
    assert intake.patient is not None
    assert intake.patient.full_name == "Ana Ejemplo"
    assert Case.objects.get().tier is Tier.CLEAR
    assert Flag.objects.count() == 0


def test_an_uncomplicated_patient_sees_at_most_25_screens(walker: Walker) -> None:
    seen = 1
    response = walker.send(1)
    while "check" not in response["Location"]:
        seen += 1
        response = walker.send(int(response["Location"].rstrip("/").rpartition("/")[2]))
    assert seen + 1 <= 25


def test_the_result_page_says_what_happens_next_in_plain_words(sent: Walker) -> None:
    page = sent.get("sent").text
    assert "Thank you, Ana" in page
    assert sent.intake.reference in page
    assert "Keep taking all your medicines." in page
    assert "What happens next" in page
    assert not [word for word in ("caution", "emergency alert", "screening", "tier") if f"<p>{word}" in page]


def test_a_hold_is_told_without_its_name_and_without_a_diagnosis(client: Client) -> None:
    ana = Walker(client).begin()
    ana.raw |= {"email": "", "seizure": "active"}
    ana.walk()
    assert ana.send(SIGN)["Location"] == ana.url("sent")
    page = ana.get("sent").text
    assert "A practitioner will read it before we use needles." in page
    assert "This doesn’t mean we can’t treat you." in page
    assert "seizure_active" not in page
    assert ">hold" not in page.lower()


def test_without_an_e_mail_the_form_is_sent_and_the_clinic_calls(client: Client) -> None:
    ana = Walker(client).begin()
    ana.raw["email"] = ""
    ana.walk()
    assert "You did not give an email" in ana.get("check").text
    assert ana.send(SIGN)["Location"] == ana.url("sent")
    assert "we will call you at 213-555-0101" in ana.get("sent").text
    assert ana.intake.submitted_at is not None
    assert ana.intake.accepted_at is None


def test_sending_twice_makes_one_intake(sent: Walker) -> None:
    again = sent.client.post(sent.url("send"))
    assert again["Location"] == sent.url("sent")
    assert Intake.objects.count() == 1
    assert sent.intake.answers.count() == 1
    assert Case.objects.count() == 1


def test_the_last_page_sent_twice_is_sent_once(client: Client) -> None:
    ana = Walker(client).begin()
    ana.raw["email"] = ""
    ana.walk()
    page = ana.page(SIGN)
    first, second = ana.send(SIGN, page=page), ana.send(SIGN, page=page)
    assert first["Location"] == second["Location"] == ana.url("sent")
    assert ana.intake.answers.count() == 1
    assert ana.intake.consents.count() == 1


def test_consent_keeps_who_agreed_to_which_version(sent: Walker) -> None:
    consent = sent.intake.consents.get()
    assert consent.signed_name == "Ana Ejemplo"
    assert consent.text_version == CONSENT_VERSION
    sent.client.post(sent.url("change"))
    assert f"Risks of acupuncture, version {CONSENT_VERSION}." in sent.page(SIGN).text


def test_an_unsigned_form_stays_on_the_last_page(walker: Walker) -> None:
    walker.walk()
    response = walker.send(SIGN, consent_risks="", signature="")
    assert response.status_code == 200
    assert problems(response) == ["Tick the box if you agree.", "Write an answer."]
    assert walker.intake.submitted_at is None


def test_what_is_missing_is_marked_and_keeps_the_form_from_going_out(walker: Walker) -> None:
    walker.walk()
    walker.send(number_of("rf_chest"), rf_chest="", go="back")
    page = walker.get("check").text
    assert "One question still needs an answer" in page
    assert "Not answered yet" in page
    response = walker.send(SIGN)
    assert response["Location"] == walker.url("check")
    assert walker.intake.submitted_at is None


def test_a_code_confirms_the_mailbox_and_opens_the_form_on_another_device(walker: Walker, type_code: TypeCode) -> None:
    walker.send(1)
    landed = type_code(walker.client, walker.client.post(walker.url("confirm")))
    assert landed["Location"] == walker.url("confirm")
    assert "Your email is confirmed" in walker.get("confirm").text
    phone = Client()
    assert phone.get(walker.url("tasks")).status_code == 404
    landed = type_code(phone, phone.post(reverse("intake:resume"), {"email": "Ana@Example.com"}))
    assert landed["Location"] == reverse("intake:start")
    assert "Ana Ejemplo" in phone.get(reverse("intake:start")).text
    assert 'value="Ana Ejemplo"' in phone.get(walker.url("screen", 1)).text


def test_a_confirmed_form_opens_for_its_mailbox_alone(walker: Walker, type_code: TypeCode) -> None:
    walker.send(1)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    walker.client.post(reverse("account_logout"))
    assert walker.get("tasks").status_code == 404


def test_several_patients_on_one_mailbox_are_told_apart(sent: Walker) -> None:
    child = Walker(sent.client).begin()
    child.send(1, full_name="Teo Ejemplo", form_filler="parent_guardian")
    page = sent.client.get(reverse("intake:start")).text
    assert "Ana Ejemplo" in page
    assert "Teo Ejemplo" in page
    assert "<strong>Teo Ejemplo</strong>" in child.page(2).text
    assert child.intake.is_confirmed


def test_an_answer_changed_after_sending_is_signed_and_sent_again(sent: Walker) -> None:
    assert sent.client.post(sent.url("change"))["Location"] == sent.url("check")
    sent.send(number_of("seizure"), seizure="active", query="?then=check")
    response = sent.send(SIGN)
    assert response["Location"] == sent.url("sent")
    assert [a.revision for a in sent.intake.answers.exclude(frozen_at=None).order_by("revision")] == [1, 2]
    assert sent.intake.tier is Tier.HOLD
    assert Case.objects.get().tier is Tier.HOLD


def test_extras_are_asked_after_sending_and_may_stay_empty(sent: Walker) -> None:
    assert "Do you have two more minutes?" in sent.get("sent").text
    page = sent.get("extras")
    assert page.status_code == 200
    response = sent.client.post(sent.url("extras"), {"goal_text": "garden again", "expectation": "7"})
    assert response["Location"] == sent.url("sent")
    assert sent.kept["goal_text"] == "garden again"
    assert "Do you have two more minutes?" not in sent.get("sent").text


def test_words_of_despair_in_the_extras_lead_to_988(sent: Walker) -> None:
    response = sent.client.post(sent.url("extras"), {"goal_text": "i want to die"})
    assert response["Location"] == sent.url("stop_at", len(NEW_PATIENT.screens))
    assert "988" in sent.client.get(response["Location"]).text
    assert Alert.objects.filter(closed_at=None).count() == 1


def test_extras_wait_while_a_change_is_open(sent: Walker) -> None:
    sent.client.post(sent.url("change"))
    sent.send(number_of("phone"), phone="213-555-0177", query="?then=check")
    assert sent.get("extras")["Location"] == sent.url("check")
    assert sent.client.post(sent.url("extras"), {"goal_text": "x"})["Location"] == sent.url("check")
    assert sent.kept["phone"] == "213-555-0177"


@pytest.mark.parametrize("name", ["tasks", "check", "confirm"])
def test_titles_carry_no_health_information(walker: Walker, name: str) -> None:
    walker.send(1)
    assert title(walker.get(name)).endswith("– The clinic")


@pytest.mark.parametrize(
    ("prefix", "else_", "consent"), [("", "Anything else", "Consent"), ("/es", "Algo más", "Consentimiento")]
)
def test_the_last_question_does_not_stand_under_the_consent(
    walker: Walker, rui: User, prefix: str, else_: str, consent: str
) -> None:
    """On the page where the answers are checked, and on paper."""
    walker.walk()
    asked = "Anything else about your health that we should know?"
    with translation.override(prefix.removeprefix("/") or "en"):
        asked = translation.gettext(asked)
        assert (translation.gettext("Anything else"), translation.gettext("Consent")) == (else_, consent)
    check = walker.client.get(f"{prefix}/intake/{walker.ref}/check/").text
    paper = sign_in(rui).get(reverse("desk:blank"), {"in": prefix.removeprefix("/") or "en"}).text
    for page in (check, paper):
        heading = re.findall(r"<h2[^>]*>(.*?)</h2>", page.partition(asked)[0])[-1]
        assert heading == else_


def test_the_title_of_a_screen_says_how_much_is_left(walker: Walker) -> None:
    walker.send(1)
    assert title(walker.page(2)) == "Up to 24 pages left – The clinic"
    assert title(walker.send(2, rf_chest="")) == "Error: Up to 24 pages left – The clinic"
