"""The administrator's words for messages and times of reminders: what is asked of them, and the way back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.booking import reminders, services
from clinic.booking.models import VisitType
from clinic.desk.clinical_words import clinical_words
from clinic.outbox import letters, message_words, rewording
from clinic.outbox.message_words import WORDINGS
from clinic.outbox.models import Letter, MessageText
from tests.booking.builders import TEN
from tests.support.cast import SignedIn
from tests.support.times import NOW

pytestmark = pytest.mark.django_db
REMINDER = "booking/reminder"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    caches["process"].clear()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", sorted(WORDINGS))
def test_the_shipped_words_hold_what_is_asked_of_own_ones(name: str, language: str) -> None:
    words = rewording.shipped_words(name, language)
    assert rewording.problems(name, language, words, banned=clinical_words()) == []


TELL_OF_HEALTH = [
    *("Tome su warfarina", "su marcapasos", "dolor de espalda", "su embarazo", "Depresion", "la ANSIEDAD", "agujas"),
    *("los riñones", "presión alta", "resultados de laboratorio", "sus medicamentos", "metformina", "VIH", "ciática"),
    *("your anxiety", "Pacemaker", "hepatitis C", "HIV", "test results", "your diagnosis", "migraines", "your biopsy"),
    *("antidepressants", "mental health", "an X-ray", "kidneys", "biopsies", "Quimioterapia", "sus alergias"),
]
TELL_NOTHING = [
    *("Nos vemos pronto. La visita es a las 10. Traiga ropa suelta, por favor.", "Su cita, la hora y la casa."),
    *("See you soon. Please be five minutes early and use the green door.", "We moved to another floor."),
    *("Llámenos si tiene preguntas. Puede cambiar o cancelar.", "Gracias por su paciencia; para todos."),
]


@pytest.mark.parametrize("words", TELL_OF_HEALTH)
def test_words_of_health_are_refused_in_every_language_and_with_every_ending(words: str) -> None:
    assert message_words.banned_in(words, clinical_words()) != []


@pytest.mark.parametrize("words", TELL_NOTHING)
def test_everyday_words_are_not_taken_for_words_of_health(words: str) -> None:
    assert message_words.banned_in(words, clinical_words()) == []


@pytest.mark.parametrize(
    ("part", "words", "said"),
    [
        ("body", "{when} {opening} {whom} {emergency_line}", "{url} is missing."),
        ("text", "{clinic_name}: {opening_short} {day} {url}", "{whom_short} is missing."),
        ("body", "{when} {opening} {whom} {emergency_line} {url} {pain}", "{pain} is no placeholder of this message."),
        ("subject", "Your Seizures visit", "Take out: seizures."),
        ("subject", "Mind your blood thinner", "blood thinner"),
        ("subject", "Bring your WARFARIN", "Take out: warfarin."),
        (
            "text",
            "{clinic_name} {whom_short} {opening_short} {day} {url} STOP " + "x" * 120,
            "Too long for one text message",
        ),
        ("subject", "  ", "Write this."),
        ("text", "{clinic_name} {whom_short}: {opening_short} {day} {url} Bye.", "“Reply STOP to end texts.”"),
        # A letter of each is Cyrillic; then a mark that nobody sees.
        ("subject", "Your \u0441ancer visit", "another alphabet. Type them again: \u0441ancer."),
        ("body", "{when} {opening} {whom} {emergency_line} {url} \u0420ain", "another alphabet"),
        ("body", "{when} {opening} {whom} {emergency_line} {url} war\u200bfarin", "Take out: warfarin."),
        ("subject", "Bring your w\u00e4rfarin", "Take out: warfarin."),
    ],
)
def test_words_that_break_a_message_or_tell_of_health_are_refused(part: str, words: str, said: str, ada: User) -> None:
    wrong = replace(rewording.shipped_words(REMINDER, "en"), **{part: words})
    with pytest.raises(rewording.WordingError) as refused:
        rewording.save(REMINDER, "en", wrong, banned=clinical_words(), by=ada, at=NOW)
    assert any(where == part and said in sentence for where, sentence in refused.value.problems), refused.value
    assert not MessageText.objects.exists()


def test_own_words_are_sent_until_the_shipped_ones_are_wanted_again(ada: User, signed_in: SignedIn) -> None:
    browser, page = signed_in(ada), reverse("desk:wording", args=["booking-cancelled", "en"])
    shipped = rewording.shipped_words("booking/cancelled", "en")
    own = {"subject": "Not this time", "body": shipped.body, "text": shipped.text}
    looked = browser.post(page, own | {"do": "look"})
    assert "Not this time" in looked.text
    assert not MessageText.objects.exists(), "To look keeps nothing."
    wrong = browser.post(page, own | {"do": "save", "text": "Fever? {url}"})
    assert "Take out: fever." in wrong.text
    assert browser.post(page, own | {"do": "save"}).status_code == 302
    context = {"url": "https://x", "when": "W", "zone": "Z", "day": "D", "named": "A. C."}
    said = letters.render("booking/cancelled", context)
    assert said.subject == "Not this time"
    assert "This message is about A. C." in said.body
    assert said.text.startswith("The clinic (A. C.): your visit on D is canceled.")
    browser.post(page, {"do": "shipped"})
    assert letters.render("booking/cancelled", context).subject == "Your visit is canceled"
    deeds = Entry.objects.filter(deed__startswith="message.").order_by("number").values_list("deed", flat=True)
    assert list(deeds) == ["message.reworded", "message.back_to_shipped"]


def test_new_times_hold_from_now_on_and_send_nothing_twice(ada: User, rui: User, ready: Any) -> None:
    patient, kind = ready
    services.book(patient=patient, visit_type=kind, start=TEN, by=rui, at=TEN - 9 * DAY)
    assert reminders.remind(at=TEN - 3 * DAY) == 1
    # Four days is over for this visit, two days is not, one day is as it was.
    hours = {"reminder": [96, 48, 24], "form": [120, 48]}
    services.set_reminders(hours, by=ada, at=TEN - 2.5 * DAY)
    assert reminders.remind(at=TEN - 2.4 * DAY) == 0
    assert [reminders.remind(at=TEN - 2 * DAY), reminders.remind(at=TEN - DAY)] == [1, 1]
    sent = Letter.objects.filter(kind="booking.reminder").values_list("key", flat=True)
    assert sorted(key.split(":")[2] for key in sent) == ["reminder-1d", "reminder-2d", "reminder-3d"]
    services.set_reminders({"reminder": [], "form": []}, by=ada, at=TEN - DAY)
    assert reminders.plan() == []


def test_times_that_make_no_sense_are_said_at_the_page(ada: User, signed_in: SignedIn) -> None:
    browser, page = signed_in(ada), reverse("desk:wordings")
    assert 'value="72, 24"' in browser.get(page).text
    for typed, said in (
        ("two days", "Write hours with commas"),
        ("24, 24", "different times"),
        ("2", "between 3 hours"),
    ):
        assert said in browser.post(page, {"reminder": typed, "form": "48"}).text
    assert browser.post(page, {"reminder": "48, 24", "form": ""}).status_code == 302
    assert [reminder.name for reminder in reminders.plan()] == ["reminder-2d", "reminder-1d"]


@pytest.fixture
def ready(rui: User) -> tuple[Patient, VisitType]:
    """A patient whose form is done, and a consultation that is offered."""
    from tests.booking.builders import make_patient, make_practitioner, make_room, make_type

    make_room("Room 1", 1)
    kind = make_type("consultation", make_practitioner("n1@clinic.example", "Noor One"))
    return make_patient("pat@example.com", "Pat One", ready=True), kind


def test_a_look_at_spanish_words_is_filled_with_spanish_examples() -> None:
    words = rewording.preview(REMINDER, "es", rewording.shipped_words(REMINDER, "es"))
    assert "Este mensaje es sobre A. C." in words.body
    assert "10:00 a. m., 45 minutos, con Noor" in words.body
    assert [line for line in ("We look forward", "Questions?", "In an emergency") if line in words.body] == []


def test_a_language_whose_letters_need_more_keeps_the_length_of_its_shipped_text(ada: User) -> None:
    words = rewording.shipped_words("booking/confirmation", "es")
    rewording.save("booking/confirmation", "es", words, banned=clinical_words(), by=ada, at=NOW)
    longer = replace(words, text=words.text + " Nos vemos." * 9)
    with pytest.raises(rewording.WordingError, match=r"Too long: 4 text messages, .+ leaves as 3\."):
        rewording.save("booking/confirmation", "es", longer, banned=clinical_words(), by=ada, at=NOW)
