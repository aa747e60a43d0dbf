"""A small diary for tests: practitioners with hours, rooms, kinds of visit, and patients who may book."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from clinic.accounts import roles
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking.models import BookingRules, PractitionerSettings, Room, VisitType, WeeklyHours
from clinic.text import new_reference
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record.consent_words import hash_in
from intake.record.models import Consent, Intake
from tests.support.cast import make_mailbox, make_staff
from tests.support.times import NOW

# NOW is Tuesday 3 March 2026, 10:30 am in Los Angeles. Its Thursday, at ten, in UTC.
THURSDAY = date(2026, 3, 5)
TEN = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def make_type(code: str = "consultation", *people: Practitioner, **fields: Any) -> VisitType:
    """Return a kind of visit: 45 minutes without needles unless said otherwise; offered by these people."""
    told = {"name": code.capitalize(), "minutes": 45, "room_minutes": 45, "needling": False, "active": True}
    made, _new = VisitType.objects.update_or_create(code=code, defaults=told | {"booking": "online"} | fields)
    made.practitioners.set(people)
    made.save()
    return made


def make_hours(person: Practitioner, *stretches: tuple[int, int], weekdays: range = range(5)) -> None:
    """Give somebody the same hours on these weekdays, nine to five if nothing is said."""
    for weekday in weekdays:
        for opens, closes in stretches or ((9, 17),):
            WeeklyHours(practitioner=person, weekday=weekday, opens=time(opens), closes=time(closes)).save()


def make_practitioner(
    email: str = "noor@clinic.example", name: str = "Noor Inventada", **settings: int
) -> Practitioner:
    """Return a practitioner who works nine to five on weekdays, with these settings."""
    person = Practitioner.objects.get(user=make_staff(email, name, roles.PRACTITIONER))
    make_hours(person)
    PractitionerSettings(practitioner=person, **({"notice_hours": 2, "horizon_days": 60} | settings)).save()
    return person


def make_room(name: str = "Room 1", position: int = 1) -> Room:
    room = Room(name=name, position=position)
    room.save()
    return room


def make_rules(**fields: int) -> BookingRules:
    """Write the one row of rules."""
    rules = BookingRules.objects.get_or_create(pk=1)[0]
    for name, value in fields.items():
        setattr(rules, name, value)
    rules.save()
    return rules


def make_patient(email: str = "ana@example.com", name: str = "Ana Invented", *, ready: bool = True) -> Patient:
    """Return a patient with a mailbox of their own; `ready` has a fresh form that raised nothing."""
    user = User.objects.filter(email=email).first() or make_mailbox(email)
    patient = Patient.objects.create(
        user=user, full_name=name, date_of_birth=date(1980, 2, 1), phone="213-555-0101", email=email, created_at=NOW
    )
    if ready:
        make_form(patient)
    return patient


def make_form(patient: Patient, *, accepted_at: datetime = NOW - timedelta(days=10)) -> Intake:
    """Return an accepted and signed form of this patient, with nothing in it that matters here."""
    form = Intake.objects.create(
        ref=new_reference(),
        version="1",
        patient=patient,
        user=patient.user,
        full_name=patient.full_name,
        started_at=accepted_at,
        saved_at=accepted_at,
        expires_at=accepted_at + timedelta(days=30),
        submitted_at=accepted_at,
        accepted_at=accepted_at,
    )
    Consent.objects.create(
        intake=form, revision=1, text_version=CONSENT_VERSION, text_hash=hash_in("en"), at=accepted_at
    )
    return form
