"""After "refer or do not needle": the patient reads what the practitioner wrote, and books a consultation."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import letters, reminders, services
from clinic.booking.models import Appointment, VisitType
from clinic.outbox.models import Letter
from intake.record.models import Intake
from intake.review.models import Alert
from tests.booking.builders import TEN, make_patient, minutes
from tests.desk.forms import decide, make_sent
from tests.support.answers import Answers
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
MINE, BOOK = reverse("booking:mine"), reverse("booking:book")
WORDS = "Please see your doctor about the numbness first. Then we look at it together."
UNSURE = "Not certain yet. A practitioner will contact you."
NOT_HERE = "This doesn’t mean we can’t treat you"


@pytest.fixture
def una(answers: Answers, treatment: VisitType, consultation: VisitType) -> Patient:
    return make_sent(answers, at=NOW - timedelta(days=1), seizure="active")


@pytest.fixture
def referred(una: Patient) -> Patient:
    noor = User.objects.get(email="noor@clinic.example")
    decide(una, "refer", by=noor, at=NOW, patient_words=WORDS)
    return una


def browser(patient: Patient) -> Client:
    assert patient.user is not None
    return sign_in(patient.user)


def test_the_patient_reads_the_words_and_is_offered_a_consultation(referred: Patient) -> None:
    page = browser(referred).get(MINE).text
    assert "Your practitioner has written to you" in page
    assert WORDS in page
    assert "Noor Inventada" in page
    assert f'href="{BOOK}">Book a consultation</a>' in page
    assert NOT_HERE not in page


def test_the_page_of_the_form_says_the_same(referred: Patient) -> None:
    form = Intake.objects.get(patient=referred)
    page = browser(referred).get(reverse("intake:sent", args=[form.ref])).text
    assert WORDS in page
    assert NOT_HERE not in page


def test_before_a_decision_the_page_of_the_form_promises_a_reading(una: Patient) -> None:
    form = Intake.objects.get(patient=una)
    page = browser(una).get(reverse("intake:sent", args=[form.ref])).text
    assert NOT_HERE in page
    assert "has written to you" not in page


def test_only_visits_without_needles_are_offered(
    referred: Patient, consultation: VisitType, treatment: VisitType
) -> None:
    client = browser(referred)
    page = client.get(BOOK).text
    assert reverse("booking:times", args=[consultation.pk]) in page
    assert reverse("booking:times", args=[treatment.pk]) not in page
    told = client.get(reverse("booking:times", args=[treatment.pk])).text
    assert "Your practitioner would like to talk first" in told
    assert 'name="slot"' not in told
    wait = client.get(reverse("booking:wait", args=[treatment.pk]))
    assert wait.headers["Location"] == reverse("booking:times", args=[treatment.pk])
    assert 'name="slot"' in client.get(reverse("booking:times", args=[consultation.pk])).text


def test_a_visit_that_a_referral_strands_is_certain_on_no_page_of_the_patient(
    una: Patient, treatment: VisitType, consultation: VisitType, rui: User
) -> None:
    """As its messages say it; a consultation that is booked beside it stays as it is."""
    noor = User.objects.get(email="noor@clinic.example")
    decide(una, "clear", by=noor, at=NOW)
    needles = services.book(patient=una, visit_type=treatment, start=TEN, by=rui, at=NOW)
    talk = services.book(patient=una, visit_type=consultation, start=TEN + minutes(120), by=rui, at=NOW)
    Appointment.objects.update(state="confirmed", created_at=NOW - timedelta(days=2))
    client = browser(una)
    at_home = client.get(MINE).text
    assert (at_home.count("You confirmed this visit"), at_home.count(UNSURE)) == (2, 0)
    decide(una, "refer", by=noor, at=NOW + minutes(1), patient_words=WORDS, again=True)
    at_home = client.get(MINE).text
    assert (at_home.count("You confirmed this visit"), at_home.count(UNSURE)) == (1, 1)
    pages = [client.get(reverse("booking:visit", args=[visit.ref])).text for visit in (needles, talk)]
    assert [(page.count(UNSURE), page.count("You confirmed this visit")) for page in pages] == [(1, 0), (0, 1)]


@pytest.mark.parametrize("who", ["patient", "desk"])
def test_no_needles_are_booked_by_anybody(
    referred: Patient, treatment: VisitType, consultation: VisitType, rui: User, who: str
) -> None:
    by = rui if who == "desk" else referred.user
    assert by is not None
    sentence = {
        "patient": "A practitioner has written to you. You can book a consultation or a phone call now.",
        "desk": "The practitioner wrote to this patient. Book a consultation or a phone call instead.",
    }[who]
    with pytest.raises(services.NotReady, match=sentence):
        services.book(patient=referred, visit_type=treatment, start=TEN, by=by, at=NOW)
    visit = services.book(patient=referred, visit_type=consultation, start=TEN + minutes(60), by=by, at=NOW)
    page = browser(referred).get(reverse("booking:visit", args=[visit.ref])).text
    assert "Read what your practitioner wrote" in page


def test_the_desk_says_it_and_reads_nothing(referred: Patient, treatment: VisitType, rui: User) -> None:
    page = sign_in(rui).get(reverse("desk:patient", args=[referred.ref])).text
    assert "Consultation only" in page
    assert "The practitioner has written to you." in page
    assert WORDS not in page
    book = sign_in(rui).get(reverse("desk:book"), {"patient": referred.ref}).text
    assert f'<option value="{treatment.code}" disabled' in book
    assert "Consultation only" in book
    asked = {"patient": referred.ref, "type": treatment.code}
    assert 'name="at"' not in sign_in(rui).get(reverse("desk:book"), asked).text


def test_words_stay_on_their_own_mailbox(referred: Patient, rui: User) -> None:
    other = make_patient("other@example.com", "Una Unread-Other")
    people.link(referred, other, by=rui, at=NOW)
    page = browser(other).get(MINE).text
    assert "Your practitioner would like to talk with you before any treatment." in page
    assert WORDS not in page


def test_an_unread_form_is_not_called_complete(una: Patient, answers: Answers, treatment: VisitType, rui: User) -> None:
    clean = make_sent(answers, at=NOW, email="cleo@example.com", full_name="Cleo Clean")
    visit: Appointment = services.book(patient=clean, visit_type=treatment, start=TEN, by=rui, at=NOW)
    said = "We have your form. A practitioner will read it before we use needles."
    client = browser(clean)
    assert said in client.get(MINE).text
    assert said in client.get(reverse("booking:visit", args=[visit.ref])).text


@pytest.mark.parametrize("word", ["referred", "waiting", "call"])
def test_nobody_looks_forward_to_a_visit_that_is_not_certain(
    una: Patient, treatment: VisitType, noors: Practitioner, word: str
) -> None:
    visit = Appointment.objects.create(
        patient=una,
        practitioner=noors,
        visit_type=treatment,
        starts_at=NOW + timedelta(days=2),
        minutes=30,
        source="desk",
        created_at=NOW - timedelta(days=8),
    )
    if word == "referred":
        decide(una, "refer", by=noors.user, at=NOW, patient_words=WORDS)
    elif word == "call":
        form = Intake.objects.get(patient=una)
        Alert.objects.create(intake=form, case=form.cases.get(), raised_at=NOW, last_at=NOW)
    assert reminders.remind(at=NOW) == 1
    message = letters._reminder(Letter.objects.get(kind="booking.reminder"), NOW)
    assert message is not None
    assert "This visit is not certain yet. A practitioner will contact you before it:" in message.body
    assert "look forward" not in message.body
    client = browser(una)
    page = client.get(reverse("booking:visit", args=[visit.ref])).text
    move = reverse("booking:move", args=[visit.ref])
    assert "I’ll be there" not in page
    assert (f'href="{move}"' in page) is (word == "call")
    assert 'name="slot"' not in client.get(move, follow=True).text


def test_whoever_is_to_wait_is_told_so_on_the_page_of_the_visit(
    una: Patient, treatment: VisitType, consultation: VisitType, noors: Practitioner, rui: User
) -> None:
    visit = services.book(patient=una, visit_type=consultation, start=TEN, by=rui, at=NOW)
    decide(una, "delay", by=noors.user, at=NOW, until=NOW.date() + timedelta(days=20))
    page = browser(una).get(reverse("booking:visit", args=[visit.ref])).text
    assert "Your practitioner would like to wait before the next treatment" in page
    assert "is reading your form" not in page
