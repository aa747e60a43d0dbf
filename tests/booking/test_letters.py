"""Letters about visits: each kind once, none that is wrong, no clinical word in any.

However often the clock runs and dies: test_letters_killed.py. In every zone: test_one_time.py.
"""

from datetime import datetime, timedelta
from email.mime.text import MIMEText
from typing import Any

import icalendar
import pytest
from django.core import mail
from django.core.mail import EmailMessage

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.booking import calendar, jobs, letters, reminders, services
from clinic.booking.models import Appointment, VisitType
from clinic.outbox import delivery
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from tests.booking.builders import TEN, make_form, make_patient, minutes
from tests.support.queries import Queries

CLINICAL = ("needle", "acupunct", "treatment", "pain", "spine", "diagnos", "medic", "pregnan", "review", "hold")


@pytest.fixture
def visit(anas: Patient, ana_user: User, consultation: VisitType, now: datetime) -> Appointment:
    about = ClinicProfile.objects.get(pk=site_settings.current().pk)
    about.address, about.phone = "12 Lantern Street\nInventedtown", "213-555-0100"
    about.save()
    return services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now - timedelta(days=4))


def send_all(at: datetime) -> list[EmailMessage]:
    """Send what is due and return it."""
    mail.outbox.clear()
    while delivery.send_next(at=at):
        pass
    return list(mail.outbox)


def run_the_clock(at: datetime) -> list[str]:
    """One pass as the clock does it: the jobs, then what is due; return the kinds that went out."""
    jobs.remind(at)
    before = set(Letter.objects.filter(state="sent").values_list("pk", flat=True))
    send_all(at)
    return sorted(Letter.objects.filter(state="sent").exclude(pk__in=before).values_list("kind", flat=True))


def test_a_confirmation_says_when_where_how_long_and_brings_a_calendar_file(visit: Appointment, now: datetime) -> None:
    (letter,) = send_all(now)
    assert letter.subject == "Your visit is booked"
    assert "Thu, Mar 5, 2026, 10:00 am, 45 minutes, with Noor Inventada" in letter.body
    assert "\nLos Angeles time (PST)\n" in letter.body
    assert "Where: 12 Lantern Street, Inventedtown" in letter.body
    assert "/visits/" in letter.body
    (part,) = letter.attachments
    assert isinstance(part, MIMEText)
    assert (part.get_filename(), part["Content-Type"]) == (
        "visit.ics",
        'text/calendar; charset="utf-8"; method="REQUEST"',
    )
    assert part.get_payload(decode=True) == calendar.of(visit, invites="ana@example.com")
    assert f"/visits/{visit.ref}/visit.ics" in letter.body


def test_a_visit_that_cannot_take_place_is_confirmed_to_nobody(
    visit: Appointment, anas: Patient, ada: User, rui: User, now: datetime
) -> None:
    send_all(now)
    moved = services.move(visit, start=TEN + minutes(60), by=rui, at=now)
    people.deactivate(moved.practitioner.user, by=ada, at=now)
    letters.moved_to_another_address(anas, new=anas.message_ways, at=now)
    kinds = {"booking.changed", "booking.confirmation"}
    assert set(Letter.objects.filter(state="due", kind__in=kinds).values_list("kind", flat=True)) == kinds
    said = [message.subject for message in send_all(now + letters.UNDO_FOR)]
    assert [subject for subject in said if "visit" in subject.lower()] == []
    assert not Letter.objects.filter(state="due", kind__in=kinds).exists()


def test_mail_programs_book_move_and_remove_the_visit_by_themselves(
    visit: Appointment, rui: User, now: datetime
) -> None:
    """RFC 5546: one UID, rising SEQUENCE, from the clinic to whoever reads the mailbox."""
    found = []
    moved = services.move(visit, start=TEN + minutes(60), by=rui, at=now)
    found += send_all(now + letters.UNDO_FOR)
    services.cancel(moved, reason="cannot_come", by=rui, at=now + minutes(5))
    found += send_all(now + minutes(5) + letters.UNDO_FOR)
    files = [calendar.of(visit, invites="ana@example.com"), *(_file_in(letter) for letter in found)]
    read = [icalendar.Calendar.from_ical(file) for file in files]
    events: list[Any] = [one.walk("VEVENT")[0] for one in read]
    assert [str(one["METHOD"]) for one in read[1:]] == ["REQUEST", "CANCEL"]
    assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2]
    assert len({str(event["UID"]) for event in events}) == 1
    assert {str(event["ORGANIZER"]) for event in events} == {"mailto:clinic@example.invalid"}
    assert {str(event["ATTENDEE"]) for event in events} == {"mailto:ana@example.com"}
    assert {event["ATTENDEE"].params["RSVP"] for event in events} == {"FALSE"}
    taken: Any = icalendar.Calendar.from_ical(calendar.of(visit))
    assert (taken["METHOD"], "ATTENDEE" in taken.walk("VEVENT")[0]) == ("PUBLISH", False)


def _file_in(letter: EmailMessage) -> bytes:
    (part,) = letter.attachments
    assert isinstance(part, MIMEText)
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def test_what_waits_when_a_visit_is_cancelled_is_not_sent(visit: Appointment, ana_user: User, now: datetime) -> None:
    services.cancel(visit, reason="cannot_come", by=ana_user, at=now)
    assert [letter.subject for letter in send_all(now)] == ["Your visit is canceled"]
    assert Letter.objects.get(kind="booking.confirmation").state == "skipped"


def test_what_waits_when_a_visit_is_moved_is_not_sent(visit: Appointment, ana_user: User, now: datetime) -> None:
    services.move(visit, start=TEN + minutes(60), by=ana_user, at=now)
    (letter,) = send_all(now)
    assert letter.subject == "Your visit has a new time"
    assert "11:00 am" in letter.body


def test_reminders_go_three_days_and_one_day_before_once_each(visit: Appointment) -> None:
    found: dict[timedelta, list[str]] = {}
    moment = TEN - timedelta(days=4)
    while moment < TEN + timedelta(hours=2):
        if sent := run_the_clock(moment):
            found[TEN - moment] = sent
        # Every five minutes around each moment that matters, every hour between them.
        near = any(abs(TEN - timedelta(days=days) - moment) <= minutes(60) for days in range(5))
        moment += minutes(5 if near else 60)
    assert found == {
        timedelta(days=4): ["booking.confirmation"],
        timedelta(days=3): ["booking.reminder"],
        timedelta(days=1): ["booking.reminder"],
    }


def test_a_reminder_whose_lead_time_was_over_at_booking_is_not_sent(
    anas: Patient, ana_user: User, consultation: VisitType
) -> None:
    services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=TEN - timedelta(days=2))
    assert reminders.remind(at=TEN - timedelta(days=2)) == 0
    assert reminders.remind(at=TEN - timedelta(days=1)) == 1
    assert Letter.objects.filter(kind="booking.reminder").count() == 1


def test_a_clock_that_stood_still_sends_only_what_still_makes_sense(visit: Appointment) -> None:
    assert run_the_clock(TEN - timedelta(hours=20)) == ["booking.confirmation", "booking.reminder"]
    assert run_the_clock(TEN - minutes(30)) == []
    assert run_the_clock(TEN + timedelta(days=1)) == []


def test_a_pass_costs_what_is_due_and_not_what_was_told_already(
    visit: Appointment, consultation: VisitType, rui: User, queries: Queries
) -> None:
    """With five visits of which everybody was told it asks as often as with one."""
    at = TEN - timedelta(days=1)
    reminders.remind(at=at)
    with queries(at_most=30) as for_one:
        assert reminders.remind(at=at) == 0
    for n in range(4):
        patient = make_patient(f"pia{n}@example.com", "Pia Invented")
        start = TEN + (n + 1) * timedelta(hours=1)
        services.book(patient=patient, visit_type=consultation, start=start, by=rui, at=TEN - timedelta(days=4))
    assert reminders.remind(at=at + timedelta(hours=4)) == 4
    with queries(len(for_one)):
        assert reminders.remind(at=at + timedelta(hours=4)) == 0


def test_a_moved_visit_is_reminded_of_at_its_new_time_only(visit: Appointment, rui: User) -> None:
    run_the_clock(TEN - timedelta(days=3))
    new = services.move(visit, start=TEN + timedelta(days=6), by=rui, at=TEN - timedelta(days=2))
    run_the_clock(TEN - timedelta(days=1))
    assert Letter.objects.filter(kind="booking.reminder").count() == 1
    assert run_the_clock(new.starts_at - timedelta(days=3)) == ["booking.reminder"]


def test_a_reminder_written_before_a_cancellation_does_not_leave(visit: Appointment, rui: User) -> None:
    send_all(TEN - timedelta(days=4))
    reminders.remind(at=TEN - timedelta(days=1))
    services.cancel(visit, reason="cannot_come", by=rui, at=TEN - timedelta(hours=23))
    told = send_all(TEN - timedelta(hours=23) + letters.UNDO_FOR)
    assert [letter.subject for letter in told] == ["Your visit is canceled"]


def test_the_form_is_asked_for_until_it_is_done(consultation: VisitType, rui: User, now: datetime) -> None:
    pia = make_patient("pia@example.com", "Pia Invented", ready=False)
    services.book(patient=pia, visit_type=consultation, start=TEN, by=rui, at=TEN - timedelta(days=7))
    assert "/intake/" in send_all(TEN - timedelta(days=7) + letters.UNDO_FOR)[0].body
    assert run_the_clock(TEN - timedelta(days=5)) == ["booking.form"]
    make_form(pia, accepted_at=TEN - timedelta(days=4))
    assert run_the_clock(TEN - timedelta(days=2)) == ["booking.reminder"]


def test_whom_no_message_reaches_the_desk_calls_once_before_the_visit(consultation: VisitType, rui: User) -> None:
    pia = make_patient("pia@example.com", "Pia Invented")
    Patient.objects.filter(pk=pia.pk).update(user=None, email="", phone="213-555-0142")
    pia.refresh_from_db()
    services.book(patient=pia, visit_type=consultation, start=TEN, by=rui, at=TEN - timedelta(days=8))
    for days in (3, 1):
        assert run_the_clock(TEN - timedelta(days=days)) == []
    call = Letter.objects.to_call(TEN - timedelta(hours=2)).get()
    assert (call.kind, call.channel, call.to) == ("booking.reminder", "call", "213-555-0142")
    assert not Letter.objects.to_call(TEN - timedelta(minutes=59)).exists()


def test_no_letter_and_no_calendar_file_carries_a_clinical_word(
    anas: Patient, ana_user: User, treatment: VisitType, rui: User, now: datetime
) -> None:
    at = TEN - timedelta(days=9)
    visit = services.book(patient=anas, visit_type=treatment, start=TEN, by=ana_user, at=at)
    visit = services.move(visit, start=TEN + minutes(60), by=rui, at=at)
    said = send_all(at + letters.UNDO_FOR)
    for before in (timedelta(days=3), timedelta(days=1)):
        run_the_clock(visit.starts_at - before)
        said += mail.outbox
    entry = services.join(patient=anas, visit_type=treatment, until=TEN.date(), by=rui, at=at)
    services.offer(entry=entry, start=TEN - timedelta(days=1), practitioner=visit.practitioner_id, by=rui, at=at)
    said += send_all(at)
    services.cancel(visit, reason="not_cleared", by=rui, at=at)
    said += send_all(at + letters.UNDO_FOR)
    assert len(said) == 5
    for letter in said:
        files = _file_in(letter).decode() if letter.attachments else ""
        told = f"{letter.subject} {letter.body} {files}".lower()
        assert not [word for word in CLINICAL if word in told], told


def test_the_calendar_file_keeps_its_uid_and_counts_its_changes(visit: Appointment, rui: User, now: datetime) -> None:
    def read(of: Appointment) -> Any:
        (event,) = icalendar.Calendar.from_ical(calendar.of(of)).walk("VEVENT")
        return event

    first = read(visit)
    moved = services.move(visit, start=TEN + minutes(60), by=rui, at=now)
    second = read(moved)
    gone = services.cancel(moved, reason="cannot_come", by=rui, at=now)
    third = read(gone)
    assert first["UID"] == second["UID"] == third["UID"]
    assert [int(event["SEQUENCE"]) for event in (first, second, third)] == [0, 1, 2]
    assert [str(event["STATUS"]) for event in (first, second, third)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert (second.decoded("dtstart"), second.decoded("dtend")) == (moved.starts_at, moved.ends_at)
    assert calendar.of(gone) == calendar.of(gone)
