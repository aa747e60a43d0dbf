"""A language chosen by its own name is a fact at that moment: on the form, the person and what waits; of a member of
staff it is none.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as accounts
from clinic.accounts.models import Patient, User
from clinic.accounts.texting import services as texting
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.outbox import letters
from clinic.outbox.models import Letter
from intake.pages import drafts
from intake.record.models import Source
from intake.review.admin.language_words import in_few_words, language_of
from intake.review.models import Case
from tests.booking.builders import make_patient, make_practitioner, make_room, make_rules, make_type
from tests.intake.cases import case_of
from tests.intake.forms import sent
from tests.intake.tablets import hand_over, opened
from tests.intake.walker import ABOUT_YOU, Walker, number_of
from tests.support.answers import Answers
from tests.support.cast import make_mailbox, sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
LATER = NOW + timedelta(hours=1)


def choose(client: Client, at: str, to: str) -> Any:
    return client.post(at, {"to": to})


def of_form(walker: Walker) -> str:
    return reverse("intake:language", args=[walker.ref])


def reader(patient: Patient) -> User:
    """Whoever reads the patient's mailbox."""
    assert patient.user is not None
    return patient.user


@pytest.fixture
def bo() -> Patient:
    return make_patient("bo@example.com", "Bo Costa", ready=False)


def test_a_language_chosen_on_the_stop_page_is_that_of_the_form_before_the_next_save(client: Client) -> None:
    walker = Walker(client).begin()
    stopped = walker.send(number_of("rf_saddle_numb"), rf_saddle_numb="yes")["Location"]
    page = client.get(stopped)

    assert f'action="{of_form(walker)}"' in page.text
    assert f'name="to" value="/es{stopped}" lang="es">Español</button>' in page.text
    assert walker.intake.language == "en"
    assert choose(client, of_form(walker), f"/es{stopped}")["Location"] == f"/es{stopped}"
    assert walker.intake.language == "es"
    case = Case.objects.get(intake=walker.intake)
    assert (language_of(case), case.patient) == ("Spanish", None)
    assert Entry.objects.get(deed="intake.language_chosen").facts == {"language": "es"}


@pytest.mark.parametrize("name", ["tasks", "check", "confirm", "stop"])
def test_every_page_of_a_form_that_asks_nothing_keeps_the_choice(client: Client, name: str) -> None:
    walker = Walker(client).begin()
    walker.send(number_of("rf_saddle_numb"), rf_saddle_numb="yes")
    page = walker.get(name)
    assert (page.status_code, f'action="{of_form(walker)}"' in page.text) == (200, True)


def test_what_was_chosen_holds_over_a_page_that_was_only_read(client: Client) -> None:
    walker = Walker(client).begin()
    choose(client, of_form(walker), f"/es/intake/{walker.ref}/1/")
    walker.send(ABOUT_YOU)  # an English page that was open before
    assert walker.intake.language == "es"
    # Which words were read is another fact.
    assert walker.intake.current().screen_language("about_you") == "en"
    walker.send(ABOUT_YOU, go="in-en", seen="1")
    assert walker.intake.language == "en"


def test_a_form_begun_on_a_spanish_page_is_spanish_from_the_beginning(client: Client) -> None:
    begun = client.post("/es/intake/start/")
    assert Walker(client, ref=begun["Location"].split("/")[3]).intake.language == "es"


def test_who_is_signed_in_keeps_it_on_the_person_and_on_what_waits(bo: Patient) -> None:
    with transaction.atomic():
        letters.enqueue("intake.received", key="waits", to=bo.ways, about=bo, at=NOW)
    client = sign_in(reader(bo))
    here, chosen = reverse("booking:mine"), reverse("accounts:language")
    page = client.get(here)
    assert f'action="{chosen}"' in page.text
    assert f'name="to" value="/es{here}" lang="es">Español</button>' in page.text
    assert choose(client, chosen, f"/es{here}")["Location"] == f"/es{here}"
    bo.refresh_from_db()
    assert (bo.language, [way.language for way in bo.ways]) == ("es", ["es"])
    assert Entry.objects.get(deed="patient.language_chosen").facts == {"language": "es"}


def test_a_message_about_the_form_or_its_case_that_waits_leaves_in_the_chosen_language(
    answers: Answers, ana: User
) -> None:
    form = sent(answers(full_name="Ana Ejemplo"), by=ana, at=NOW)
    form.refresh_from_db()
    patient = form.patient
    assert patient is not None
    case = case_of(form)
    Letter.objects.all().delete()
    with transaction.atomic():
        letters.enqueue("intake.read", key="read", to=patient.ways, about=case, at=NOW)
        letters.enqueue("intake.received", key="received", to=patient.ways, about=form, at=NOW)
        letters.enqueue("intake.alert", key="to-staff", to="noor@clinic.example", about=case, at=NOW)
    choose(sign_in(ana), reverse("accounts:language"), "/es/visits/")
    found = dict(Letter.objects.values_list("key", "language"))
    assert found == {"read": "es", "received": "es", "to-staff": ""}


def test_what_is_begun_follows_the_person(bo: Patient) -> None:
    draft = drafts.start(at=NOW, by=bo.user, patient=bo)
    of_the_desk = drafts.start(at=NOW, source=Source.PAPER, patient=bo, entered_by=make_mailbox("desk@example.com"))
    choose(sign_in(reader(bo)), reverse("accounts:language"), "/es/visits/")
    for form in (draft, of_the_desk):
        form.refresh_from_db()
    assert (draft.language, of_the_desk.language) == ("es", "en")
    bo.refresh_from_db()
    # And what is begun after it, on whichever page.
    assert drafts.start(at=LATER, by=bo.user, patient=bo, language="en").language == "es"


def test_a_form_read_in_english_never_says_otherwise_than_the_person_did(answers: Answers, ana: User) -> None:
    form = sent(answers(full_name="Ana Ejemplo"), by=ana, at=NOW - timedelta(days=1))
    form.refresh_from_db()
    patient = form.patient
    assert patient is not None
    choice: dict[str, Any] = {"texts": False, "channel": "email", "named_as": "initials", "how": "page"}
    texting.choose(patient, **choice, language="es", by=ana, at=NOW)
    for chosen_at, language in ((None, "es"), (NOW - timedelta(hours=1), "es"), (LATER, "en")):
        patient.refresh_from_db()
        with transaction.atomic():
            accounts.read_in(patient, "en", at=LATER, chosen_at=chosen_at)
        patient.refresh_from_db()
        assert patient.language == language


def test_the_tablet_keeps_it_on_the_form(client: Client, bo: Patient, rui: User) -> None:
    walker = opened(client, hand_over(bo, rui))
    page = walker.get("tasks")
    assert f'action="{of_form(walker)}"' in page.text
    choose(client, of_form(walker), f"/es/intake/{walker.ref}/")
    bo.refresh_from_db()
    assert (walker.intake.language, bo.language) == ("es", "en")  # theirs with the form, when it is sent


def test_a_member_of_staff_reads_what_they_like_and_it_says_nothing_of_the_patient(bo: Patient, rui: User) -> None:
    desk = sign_in(rui)
    begun = desk.post(reverse("desk:behalf", args=[bo.ref]), {"source": "phone"}, follow=True)
    walker = Walker(desk, ref=begun.redirect_chain[-1][0].split("/")[2])
    assert choose(desk, of_form(walker), f"/es/intake/{walker.ref}/1/")["Location"] == f"/es/intake/{walker.ref}/1/"
    assert walker.send(ABOUT_YOU, go="in-es")["Location"] == f"/es/intake/{walker.ref}/1/"
    desk.post(f"/es/intake/{walker.ref}/1/", {"seen": "1", "asked": "full_name", "full_name": "Bo Costa"})
    choose(desk, reverse("accounts:language"), "/es/visits/")
    bo.refresh_from_db()
    assert (walker.intake.language, bo.language) == ("en", "en")
    assert not Entry.objects.filter(deed__in=("patient.language_chosen", "intake.language_chosen")).exists()


def test_a_visit_that_is_to_be_canceled_is_read_in_the_chosen_language_and_stands(rui: User) -> None:
    make_rules(), make_room()
    ana, kind = make_patient(), make_type("treatment", make_practitioner(), minutes=30, room_minutes=50)
    start = NOW.replace(hour=22, minute=0) + timedelta(days=1)
    visit = services.book(patient=ana, visit_type=kind, start=start, by=rui, at=NOW)
    page = sign_in(reader(ana)).post(f"/es{reverse('booking:cancel', args=[visit.ref])}", {"go": "in-es"})
    ana.refresh_from_db()
    visit.refresh_from_db()
    assert (page.status_code, ana.language, visit.state) == (200, "es", "booked")


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/", "javascript:x", ""])
def test_nobody_is_led_away_from_here(address: str, bo: Patient) -> None:
    assert choose(sign_in(reader(bo)), reverse("accounts:language"), address)["Location"] == "/"


@pytest.mark.parametrize(
    ("reads", "interpreter", "words"),
    [
        ("en", "", ""),
        ("es", "", "Spanish"),
        ("es", "Spanish", "Spanish · interpreter"),
        ("en", "Korean", "Korean · interpreter"),
        ("es", "Korean", "Spanish · interpreter: Korean"),
        ("zh-hant", "Chinese", "Chinese (traditional) · interpreter"),
    ],
)
def test_a_list_has_room_for_a_few_words(reads: str, interpreter: str, words: str) -> None:
    assert in_few_words(reads=reads, interpreter=interpreter) == words


def test_the_queue_and_my_day_say_who_is_to_be_spoken_to_in_what(answers: Answers, noor: User) -> None:
    mailbox = make_mailbox("e@example.com")
    form = sent(
        answers(full_name="Esperanza Inventada", interpreter="es", needle_feelings="very_anxious"), by=mailbox, at=NOW
    )
    form.refresh_from_db()
    Patient.objects.filter(intakes=form).update(language="es")
    client = sign_in(noor)
    for page in ("admin:review_case_changelist", "desk:my_day"):
        text = client.get(reverse(page)).text
        assert ("Spanish · interpreter</strong>" in text, "Esperanza Inventada" in text) == (True, True)
