"""Whoever moved away, died or asked us to stop: nothing is booked, sent, listed or asked, and each page says why."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.accounts import services
from clinic.accounts.models import Ended, Patient, Practitioner, User
from clinic.booking.models import Appointment, Offer, VisitType, WaitingEntry
from clinic.booking.services import book, cancel, join
from clinic.desk import urls
from clinic.desk.views.common import code_of
from clinic.outbox.models import Letter
from intake.pages.tablet.models import HandOver
from intake.record.models import Intake
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
THREE = TWO + timedelta(hours=1)
SAYS = "No longer a patient: {why}. If that has changed, open their page first and press “A patient again”."
# Pages that begin nothing for one person, and those that a person who has ended still needs.
OTHERS = {
    "day", "my_day", "my_page", "calendar_link", "tasks", "silent", "forms", "accept", "settle", "block", "unblock",
    "find", "new_person", "patient", "correct", "end", "link", "unlink", "apart", "record", "blank", "week", "sheet",
    "paper", "close", "call", "leave", "wordings", "wording", "translations", "translated_texts",
    "own_texts", "reports", "export", "visit", "cancel", "do", "needles", "note",
    # Each takes them out of its list.
    "rooms", "matches", "offer", "answer", "ill",
}  # fmt: skip
GUARDED = {
    "guardian",
    "book",
    "series",
    "waiting",
    "messages",
    "tablet",
    "behalf",
    "phone",
    "move",
    "swap",
    "undo",
    "undelivered",
}


def test_every_page_of_the_desk_was_looked_at() -> None:
    """A new page that can book, message, list or invite somebody stands in one of the two lists."""
    names = {pattern.name for pattern in urls.urlpatterns}
    assert names - OTHERS == GUARDED


def _made() -> tuple[int, ...]:
    return tuple(
        model._default_manager.count() for model in (Appointment, WaitingEntry, Offer, Letter, Intake, HandOver)
    )


def _ended(patient: Patient, why: str) -> None:
    Patient.objects.filter(pk=patient.pk).update(ended_why=why, ended_at=NOW)


@pytest.mark.parametrize("why", Ended.values)
def test_no_page_of_the_desk_begins_anything(
    desk: Client, noors: Practitioner, visit: Appointment, anas: Patient, consultation: VisitType, why: str
) -> None:
    other = book(
        patient=make_patient("bo@example.com", name="Bo Neu"), visit_type=visit.visit_type, start=THREE,
        by=desk_user(desk), at=NOW,
    )  # fmt: skip
    letter = Letter.objects.get(about=f"booking.appointment:{visit.ref}")
    Letter.objects.filter(pk=letter.pk).update(state="dead", finished_at=NOW)
    _ended(anas, why)
    at = code_of(THREE + timedelta(hours=1), visit.practitioner_id)
    person = {"patient": anas.ref, "type": consultation.code, "at": at}
    party = {"started_by": "patient", "reason": "better_time"}
    before, said = _made(), SAYS.format(why=Ended(why).label)
    asked = [
        (desk, "book", (), person),
        (desk, "book", (), person | {"squeeze": "1", "reason": "came along"}),
        (desk, "series", (), person | {"book": "1"}),
        (desk, "waiting", (), person),
        (desk, "guardian", (anas.ref,), {"name": "Invented Parent", "agreed": "yes"}),
        (desk, "messages", (anas.ref,), {"channel": "email", "named_as": "initials", "language": "en"}),
        (desk, "tablet", (anas.ref,), {"do": "make"}),
        (desk, "behalf", (anas.ref,), {"source": "phone"}),
        (sign_in(noors.user), "phone", (anas.ref, "update"), {}),
        (desk, "move", (visit.ref,), {"at": at} | party),
        (desk, "swap", (visit.ref,), {"with": other.ref}),
        (desk, "swap", (other.ref,), {"with": visit.ref}),
        (desk, "undelivered", (letter.ref,), {"do": "again"}),
    ]
    for client, name, args, data in asked:
        page = client.post(reverse(f"desk:{name}", args=args), data, follow=True)
        assert (page.status_code, said in plain(page.text)) == (200, True), name
    assert _made() == before
    letter.refresh_from_db()
    assert letter.state == "dead"
    visit.refresh_from_db()
    assert visit.state == "booked"


def desk_user(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def test_the_pages_show_no_form_and_say_why(desk: Client, visit: Appointment, anas: Patient) -> None:
    _ended(anas, "moved")
    said = SAYS.format(why="Moved away")
    by_address = [
        (reverse("desk:book") + f"?patient={anas.ref}", "Show times"),
        (reverse("desk:waiting") + f"?patient={anas.ref}", "Add to the waiting list"),
        (reverse("desk:guardian", args=[anas.ref]), "type your name"),
        (reverse("desk:messages", args=[anas.ref]), "Save"),
        (reverse("desk:tablet", args=[anas.ref]), "Fill in on a tablet</button>"),
        (reverse("desk:behalf", args=[anas.ref]), "Start: the patient is on the phone"),
        (reverse("desk:move", args=[visit.ref]), "Reschedule the visit"),
        (reverse("desk:swap", args=[visit.ref]), "Show visits"),
    ]
    for address, form in by_address:
        page = desk.get(address).text
        assert (said in plain(page), form in page) == (True, False), address
    theirs = desk.get(reverse("desk:patient", args=[anas.ref])).text
    assert not any(words in theirs for words in ("Fill in on a tablet", "Fill in the form for them", "Messages: "))
    of_the_visit = desk.get(reverse("desk:visit", args=[visit.ref])).text
    assert ("Reschedule</a>" in of_the_visit, "Cancel the visit" in of_the_visit) == (False, True)


def test_a_list_of_calls_calls_nobody_who_has_ended(
    desk: Client, visit: Appointment, anas: Patient, noors: Practitioner
) -> None:
    """Their visits are canceled and not moved: where a practitioner is ill, and where a room is out of use."""
    Patient.objects.filter(pk=anas.pk).update(phone="213-555-0142")
    _ended(anas, "deceased")
    assert visit.room is not None
    visit.room.active = False
    visit.room.save()
    said = SAYS.format(why="Died")
    ill = desk.get(reverse("desk:ill"), {"practitioner": noors.pk}).text
    tasks = desk.get(reverse("desk:tasks")).text
    for page in (ill, tasks):
        assert (said in plain(page), "tel:+12135550142" in page, "Reached" in page) == (True, False, False)
        assert reverse("desk:cancel", args=[visit.ref]) in page
        assert reverse("desk:move", args=[visit.ref]) not in page


def test_a_cancellation_is_not_undone_for_them(desk: Client, visit: Appointment, anas: Patient, rui: User) -> None:
    cancel(visit, reason="cannot_come", by=rui, at=timezone.now(), started_by="patient")
    services.end(anas, why="moved", by=rui, at=timezone.now())
    page = desk.post(reverse("desk:undo", args=[visit.ref]), follow=True)
    visit.refresh_from_db()
    assert (SAYS.format(why="Moved away") in plain(page.text), visit.state) == (True, "cancelled")


def test_they_have_ended_on_each_linked_record(anas: Patient, consultation: VisitType, rui: User) -> None:
    twin = make_patient("old@example.com", name="Anna Costa")
    services.link(anas, twin, by=rui, at=NOW)
    join(patient=twin, visit_type=consultation, until=NOW.date() + timedelta(days=9), by=rui, at=NOW)
    services.end(anas, why="stopped", by=rui, at=NOW)
    twin.refresh_from_db()
    assert (twin.ended_why, WaitingEntry.objects.filter(left_at=None).exists()) == ("stopped", False)
    services.come_back(twin, by=rui, at=NOW)
    anas.refresh_from_db()
    assert anas.ended_why == ""
