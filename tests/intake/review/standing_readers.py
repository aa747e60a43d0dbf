"""Everybody who says whether a person may be needled: what each says of the people of some histories.

A reader is asked about all of them and returns what it says in the same shape as what it should have said.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.accounts.acting import ACTS_FOR
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import letters, reminders
from clinic.booking.errors import BookingError
from clinic.booking.models import Appointment, VisitType, WaitingEntry
from clinic.booking.services import policies, waiting
from clinic.desk import day as days
from clinic.desk import intake_row, tasks
from intake.record.models import Intake
from intake.review import standing
from intake.review.models import Decision
from tests.intake.review.standing_reference import Expected
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

# Half past five in the afternoon, when the day of the clinic is over for nobody.
VISITS_FROM = NOW + timedelta(hours=1)
LATER = TODAY + timedelta(days=30)


@dataclass
class Asked:
    """The people, what should be said of each, and the clinic around them: a visit and a wish of each person."""

    rui: User
    noor: User
    practitioner: Practitioner
    consultation: VisitType
    treatment: VisitType
    patients: list[Patient]
    expected: dict[int, Expected]
    forms: dict[int, Expected]
    # Whose own pages are looked at: not everybody's, a page takes its time.
    sample: list[Patient]

    def __post_init__(self) -> None:
        self.visits = [
            Appointment.objects.create(
                patient=patient,
                practitioner=self.practitioner,
                visit_type=self.treatment,
                starts_at=VISITS_FROM + timedelta(minutes=2 * number),
                minutes=30,
                source="desk",
                created_at=NOW - timedelta(days=3),
            )
            for number, patient in enumerate(self.patients)
        ]
        for patient in self.patients:
            WaitingEntry.objects.create(
                patient=patient,
                visit_type=self.treatment,
                until=TODAY + timedelta(days=20),
                weekdays=list(range(7)),
                parts=["morning", "afternoon", "evening"],
                joined_at=NOW,
            )
        self.desk, self.practice = sign_in(self.rui), sign_in(self.noor)

    def words(self) -> dict[int, str]:
        return {patient.pk: self.expected[patient.pk].word for patient in self.patients}

    def words_today(self) -> dict[int, str]:
        return {patient.pk: self.expected[patient.pk].word_today(TODAY) for patient in self.patients}


Said = tuple[Any, Any]
READERS: dict[str, Callable[[Asked], Said]] = {}


def reader(ask: Callable[[Asked], Said]) -> Callable[[Asked], Said]:
    """A reader returns what it says, and what it should say."""
    READERS[ask.__name__] = ask
    return ask


def disagreeing(asked: Asked, *, only: Collection[str] = ()) -> dict[str, str]:
    """Return the readers (`only`: of these) that say something else, each with what."""
    found = {name: ask(asked) for name, ask in READERS.items() if not only or name in only}
    return {name: f"says {says}, should say {should}" for name, (says, should) in found.items() if says != should}


def _word(value: Any) -> str:
    return str(getattr(value, "word", value))


def _client_of(patient: Patient) -> Client:
    """The browser of a patient, acting for this record."""
    assert patient.user
    client = sign_in(patient.user)
    session = client.session
    session[ACTS_FOR] = patient.ref
    session.save()
    return client


def _differing(says: dict[Any, Any], should: dict[Any, Any]) -> Said:
    """Only what differs: what stands in a failure is read by somebody."""
    keys = [key for key in says.keys() | should.keys() if says.get(key) != should.get(key)]
    return {key: says.get(key) for key in keys}, {key: should.get(key) for key in keys}


@reader
def the_standing(asked: Asked) -> Said:
    found = standing.of([patient.pk for patient in asked.patients], on=TODAY, at=NOW)
    says = {
        key: (theirs.word, frozenset(theirs.limits), theirs.unread, theirs.allows_needles(LATER), theirs.wants_update)
        for key, theirs in found.items()
    }
    should = {
        key: (theirs.word, theirs.limits, theirs.unread, theirs.word_on(LATER) == "ready", theirs.wants_update)
        for key, theirs in asked.expected.items()
    }
    return _differing(says, should)


@reader
def the_standing_of_one(asked: Asked) -> Said:
    says = {patient.pk: standing.of_one(patient, on=TODAY, at=NOW).word for patient in asked.sample}
    return _differing(says, {patient.pk: asked.expected[patient.pk].word for patient in asked.sample})


@reader
def the_day(asked: Asked) -> Said:
    lines = days.load(TODAY, on=TODAY, at=NOW).lines
    return _differing({line.visit.patient_id: str(line.word) for line in lines}, asked.words_today())


@reader
def the_week(asked: Asked) -> Said:
    shown = asked.desk.get(reverse("desk:week")).context["days"]
    not_ready = next(day["not_ready"] for day in shown if day["day"] == TODAY)
    return not_ready, sum(word != "ready" for word in asked.words_today().values())


@reader
def the_sheet_of_the_day(asked: Asked) -> Said:
    context = asked.practice.get(reverse("desk:sheet")).context
    rows = context.get("rows") or [{"line": line, "limits": line.limit_words} for line in context["lines"]]
    says = {row["line"].visit.patient_id: (str(row["line"].word), sorted(map(str, row["limits"]))) for row in rows}
    labels = dict(Decision.Limit.choices)
    should = {
        key: (theirs.word_today(TODAY), sorted(str(labels[code]) for code in theirs.limits))
        for key, theirs in asked.expected.items()
    }
    return _differing(says, should)


@reader
def the_list_of_forms(asked: Asked) -> Said:
    forms = Intake.objects.filter(pk__in=asked.forms)
    says = {line.form.pk: str(line.word) for line in intake_row._lines(forms, on=TODAY, at=NOW)}
    return _differing(says, {key: theirs.word for key, theirs in asked.forms.items()})


@reader
def the_page_of_a_person(asked: Asked) -> Said:
    pages = {p.pk: asked.desk.get(reverse("desk:patient", args=[p.ref])).context for p in asked.sample}
    return _differing(
        {key: _word(context["standing"]) for key, context in pages.items()},
        {patient.pk: asked.expected[patient.pk].word for patient in asked.sample},
    )


def _refusals(asked: Asked, day: date) -> dict[int, tuple[bool, bool]]:
    def allows(patient: Patient, kind: VisitType) -> bool:
        try:
            # The desk and the patient read other words; whether it may be booked is the same.
            policies.require_ready(patient, kind, day, staff=patient.pk % 2 == 0, at=NOW)
        except BookingError:
            return False
        return True

    # Each look is the whole question again: enough to ask it of some.
    some = [*asked.sample, *asked.patients[::10]]
    return {p.pk: (allows(p, asked.treatment), allows(p, asked.consultation)) for p in some}


@reader
def the_last_look_of_a_booking(asked: Asked) -> Said:
    says = _refusals(asked, LATER)
    people = {key: asked.expected[key] for key in says}
    should = {key: (theirs.word_on(LATER) == "ready", theirs.word != "call") for key, theirs in people.items()}
    return _differing(says, should)


@reader
def the_desk_s_booking(asked: Asked) -> Said:
    def offered(patient: Patient) -> tuple[str, bool]:
        context = asked.desk.get(reverse("desk:book"), {"patient": patient.ref}).context
        (kind,) = (row for row in context["types"] if row.value == asked.treatment.code)
        return _word(context["standing"]), not kind.disabled

    says = {patient.pk: offered(patient) for patient in asked.sample}
    should = {p.pk: (asked.expected[p.pk].word, asked.expected[p.pk].word_on(TODAY) == "ready") for p in asked.sample}
    return _differing(says, should)


@reader
def booking_online(asked: Asked) -> Said:
    def offered(patient: Patient) -> str:
        """Called first, or which kinds can be booked."""
        context = _client_of(patient).get(reverse("booking:book")).context
        if "kinds" not in context:
            return "call"
        return "needles" if asked.treatment in {kind.visit_type for kind in context["kinds"]} else "consultation"

    sample = [patient for patient in asked.sample if patient.user]
    words = {"call": "call", "ready": "needles"}
    should = {patient.pk: words.get(asked.expected[patient.pk].word, "consultation") for patient in sample}
    return _differing({patient.pk: offered(patient) for patient in sample}, should)


@reader
def the_waiting_list(asked: Asked) -> Said:
    start = datetime.combine(LATER - timedelta(days=20), datetime.min.time(), timezone.get_default_timezone())
    start += timedelta(hours=10)
    found = waiting.matches_for(
        start=start, practitioner=asked.practitioner.pk, by=asked.rui, at=NOW, most=len(asked.patients)
    )
    day = timezone.localtime(start).date()
    should = {key for key, theirs in asked.expected.items() if theirs.word_on(day) == "ready"}
    return sorted({match.entry.patient_id for match in found} ^ should), []


@reader
def the_desk_s_waiting_list(asked: Asked) -> Said:
    rows = asked.desk.get(reverse("desk:waiting")).context["rows"]
    return _differing({row["entry"].patient_id: _word(row["standing"]) for row in rows}, asked.words())


@reader
def the_reminders(asked: Asked) -> Said:
    due = reminders._without_form({visit.ref: visit for visit in asked.visits}, at=NOW, asks_update=True)
    should = {key for key, theirs in asked.expected.items() if theirs.word_today(TODAY) == "form_missing"}
    return sorted({visit.patient_id for visit in due.values()} ^ should), []


@reader
def a_reminder_when_it_is_sent(asked: Asked) -> Said:
    theirs = {v.patient_id: v for v in asked.visits if v.patient in asked.sample}
    says = {key: reminders.is_missing(v, letters._standing_of(v, at=NOW), at=NOW) for key, v in theirs.items()}
    return _differing(says, {key: asked.expected[key].word_today(TODAY) == "form_missing" for key in says})


@reader
def the_patient_s_own_page(asked: Asked) -> Said:
    by_patient = {visit.patient_id: visit for visit in asked.visits}

    def page(patient: Patient) -> tuple[bool, bool]:
        context = _client_of(patient).get(reverse("booking:visit", args=[by_patient[patient.pk].ref])).context
        # Who has withdrawn consent, and whose guardian has to sign, reads that instead.
        waits = context["being_read"] or context["is_withdrawn"] or context["needs_guardian"]
        return context["form_missing"], waits

    says = {patient.pk: page(patient) for patient in asked.sample if patient.user}
    words = {key: asked.expected[key].word for key in says}
    return _differing(says, {key: (word == "form_missing", word == "waiting") for key, word in words.items()})


@reader
def the_tasks_of_the_desk(asked: Asked) -> Said:
    today = Appointment.objects.filter(pk__in=[visit.pk for visit in asked.visits])
    differing: list[int] = []
    for ahead in (timedelta(0), timedelta(days=8)):
        today.update(starts_at=F("starts_at") + ahead)
        found = {row.visit.patient_id for row in tasks.to_change(on=TODAY, at=NOW)}
        today.update(starts_at=F("starts_at") - ahead)
        differing += found ^ {key for key, theirs in asked.expected.items() if theirs.ends_needles_on(TODAY + ahead)}
    return sorted(differing), []
