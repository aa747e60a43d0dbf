"""Records whose time is over: the least of the law is kept, two people decide, and nothing of the person is left."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from clinic import formatting
from clinic.accounts.erasure import due
from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.audit.verification import verify
from clinic.booking.models import Appointment
from clinic.demo.forms import typed
from clinic.demo.stories import fill
from clinic.encryption import unseal
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from clinic.transfer.errors import TransferError
from clinic.transfer.models import ErasureOrder
from clinic.transfer.retention import services, unclaimed_forms
from clinic.transfer.retention.due_records import due_records
from clinic.transfer.retention.periods import due_on, years_after
from intake.pages import drafts, sending
from intake.record.models import Intake
from intake.treatment.models import AdverseEvent, TreatmentNote
from tests.support.cast import make_mailbox, sign_in
from tests.support.times import NOW, TODAY
from tests.transfer.one_life import CANARIES, EMAIL, PHONE, SAID, lived

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=8 * 366)
DUE = reverse("transfer:due")


@pytest.mark.parametrize(
    ("last", "born", "years", "due"),
    [
        (date(2020, 3, 1), date(1980, 1, 1), 7, date(2027, 3, 1)),
        (date(2020, 3, 1), date(1980, 1, 1), 10, date(2030, 3, 1)),
        (date(2020, 2, 29), date(1980, 1, 1), 7, date(2027, 3, 1)),
        (date(2020, 3, 1), date(2015, 6, 1), 7, date(2034, 6, 1)),  # a child of 4: until 19
        (date(2020, 3, 1), date(2002, 3, 2), 7, date(2027, 3, 1)),  # a day before 18: seven years last longer
        (date(2020, 3, 1), date(2002, 3, 1), 1, date(2021, 3, 1)),  # of age that day
        (date(2020, 2, 29), date(2002, 3, 1), 1, date(2021, 3, 1)),
    ],
)
def test_a_record_is_due_when_the_law_says(last: date, born: date, years: int, due: date) -> None:
    assert due_on(last=last, born=born, years=years) == due


def old(name: str = "Olga Old", *, days: int = 8 * 366, born: date = date(1960, 1, 1)) -> Patient:
    return Patient.objects.create(full_name=name, date_of_birth=born, created_at=NOW - timedelta(days=days))


def everything() -> dict[str, str]:
    """Every row of every table as text, sealed columns opened: the tables that no model has are read too."""
    told = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (names the database told us)
            told[table] = " ".join(_opened(value) for row in cursor.fetchall() for value in row).lower()
    told["django_session"] = str([session.get_decoded() for session in Session.objects.all()]).lower()
    return told


def _opened(value: Any) -> str:
    if isinstance(value, bytes | memoryview) and bytes(value).startswith(b"gAAAA"):
        return str(unseal(bytes(value)))
    return str(value)


def where(told: dict[str, str]) -> set[str]:
    return {table for table, text in told.items() if any(canary in text for canary in CANARIES)}


def test_nothing_of_an_erased_person_is_anywhere(noor: User, rui: User, ada: User) -> None:
    patient = lived(noor, rui)
    sign_in(User.objects.get(email=EMAIL))
    child = Patient.objects.create(
        full_name="Kim Kept", date_of_birth=date(2019, 1, 1), created_at=NOW, user=make_mailbox("kim@example.com")
    )
    letters.enqueue("booking.confirmation", key="kim", to="kim@example.com", about=child, at=NOW)
    kept = Letter.objects.get(to="kim@example.com")
    visits = list(Appointment.objects.values_list("starts_at", "state", "visit_type_id"))
    assert len(where(everything())) > 15  # it was everywhere
    with pytest.raises(TransferError, match="not due"):
        services.propose(patient, by=ada, at=NOW)
    order = services.propose(patient, by=ada, at=LATER)
    done = services.confirm(order, by=noor, at=LATER)
    after = everything()
    assert where(after) == set()
    assert patient.date_of_birth.isoformat() not in after["accounts_patient"] + after["record_intake"]
    # Counts stay, without a name.
    assert list(Appointment.objects.values_list("starts_at", "state", "visit_type_id")) == visits
    assert done.counts == {"forms": 1, "visits": 1, "notes": 1}
    assert AdverseEvent.objects.filter(patient=patient).count() == AdverseEvent.objects.count()
    assert Patient.objects.get(pk=patient.pk).full_name == "Erased record"
    # Nobody else lost anything, and the log is whole and says who did it.
    assert (Patient.objects.get(pk=child.pk).full_name, Letter.objects.get(pk=kept.pk).to) == (
        "Kim Kept",
        "kim@example.com",
    )
    assert verify().broken is None
    line = Entry.objects.latest("number")
    assert (line.deed, line.by, line.on) == ("erasure.confirmed", noor, f"accounts.patient:{patient.ref}")
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(pk=1).delete()  # what stood aside stands again
    assert [record.patient for record in due_records(on=date(2099, 1, 1))] == [child]


def test_a_mailbox_that_somebody_else_reads_stays(noor: User, rui: User, ada: User) -> None:
    patient = lived(noor, rui)
    mailbox = User.objects.get(email=EMAIL)
    other = Patient.objects.create(
        full_name="Kim Kept", date_of_birth=date(2019, 1, 1), created_at=LATER, user=mailbox, email=EMAIL
    )
    letters.enqueue("booking.confirmation", key="kim", to=EMAIL, about=other, at=NOW)
    services.confirm(services.propose(patient, by=ada, at=LATER), by=noor, at=LATER)
    mailbox.refresh_from_db()
    assert (mailbox.email, mailbox.is_active) == (EMAIL, True)
    assert [letter.key for letter in Letter.objects.filter(to=EMAIL)] == ["kim"]
    assert (Intake.objects.count(), TreatmentNote.objects.count()) == (0, 0)


def test_two_people_erase_and_who_came_back_stays(ada: User, noor: User, rui: User) -> None:
    patient = old()
    for by in (noor, rui):
        with pytest.raises(PermissionDenied):
            services.propose(patient, by=by, at=NOW)
    order = services.propose(patient, by=ada, at=NOW)
    with pytest.raises(TransferError, match="proposed this already"):
        services.propose(patient, by=ada, at=NOW)
    with pytest.raises(TransferError, match="Someone else"):
        services.confirm(order, by=ada, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        ErasureOrder.objects.filter(pk=order.pk).update(confirmed_at=NOW, confirmed_by=ada)
    with pytest.raises(PermissionDenied):
        services.confirm(order, by=rui, at=NOW)
    Patient.objects.filter(pk=patient.pk).update(created_at=NOW)  # they are a patient again
    with pytest.raises(TransferError, match="not due"):
        services.confirm(order, by=noor, at=NOW)
    services.withdraw(order, by=noor, at=NOW)
    with pytest.raises(TransferError, match="taken back already"):
        services.confirm(order, by=noor, at=NOW)
    assert Patient.objects.get().full_name == "Olga Old"
    assert list(Entry.objects.order_by("number").values_list("deed", flat=True)) == [
        "erasure.proposed",
        "erasure.withdrawn",
    ]


def test_records_that_are_linked_are_due_and_erased_as_one_person(ada: User, noor: User) -> None:
    from clinic.accounts.models import LinkedPatient

    first, second = old("Olga Old"), old("Olga Neu", days=300)
    link = LinkedPatient.objects.create(earlier=first, later=second, linked_at=NOW, linked_by=ada)
    assert due_records(on=TODAY) == []
    Patient.objects.filter(pk=second.pk).update(created_at=NOW - timedelta(days=9 * 366))
    assert [record.keys for record in due_records(on=TODAY)] == [{first.pk, second.pk}]
    services.confirm(services.propose(first, by=ada, at=NOW), by=noor, at=NOW)
    assert set(Patient.objects.values_list("full_name", flat=True)) == {"Erased record"}
    assert not LinkedPatient.objects.filter(pk=link.pk).exists()
    assert due_records(on=TODAY) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_lists_what_is_due_and_leads_through(
    frozen: Any, ada: User, noor: User, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        old(f"Olga Old{number}")
    old("Nina New", days=100)
    old("Kim Child", born=date(2015, 1, 1))
    assert len(due_records(on=TODAY)) == count
    with django_assert_num_queries(3):
        due_records(on=TODAY)
    admin, practitioner = sign_in(ada), sign_in(noor)
    page = admin.get(DUE).text
    assert page.count("Propose to erase the record of Olga Old") == count
    assert "Nina New" not in page + practitioner.get(DUE).text
    assert "Propose to erase" not in practitioner.get(DUE).text
    patient = Patient.objects.get(full_name="Olga Old0")
    admin.post(reverse("transfer:propose", args=[patient.ref]))
    order = ErasureOrder.objects.get()
    assert "Someone else must confirm it" in admin.get(DUE).text
    said = practitioner.post(reverse("transfer:confirm", args=[order.ref]), follow=True).text
    assert "The record is erased. It cannot be brought back." in said
    assert "1 record erased so far." in said
    assert Patient.objects.get(pk=patient.pk).full_name == "Erased record"


def test_the_clinics_own_years_count(ada: User) -> None:
    from clinic.site_settings import services as site_settings
    from clinic.site_settings.models import ClinicProfile

    old()
    ClinicProfile.objects.update_or_create(pk=1, defaults={"records_years": 10})
    site_settings.forget()
    assert due_records(on=TODAY) == []
    assert len(due_records(on=date(TODAY.year + 3, 1, 1))) == 1


# ——— sent forms that never became anybody's record


def unclaimed(name: str = "Nils Nobody", email: str = "", **answers: Any) -> Intake:
    """Return a form that was sent without a confirmed mailbox, and that the desk never accepted."""
    raw = typed(full_name=name, email=email, phone=PHONE, **answers)
    form = fill(drafts.start(at=NOW), raw, at=NOW)
    return sending.submit(form, by=None, at=NOW + timedelta(minutes=20))


@pytest.mark.parametrize(("days", "erased"), [(364, 0), (367, 1)])
def test_a_sent_form_of_nobody_is_erased_after_its_months(days: int, erased: int) -> None:
    form = unclaimed(anything_else=SAID)
    assert form.patient is None
    assert unclaimed_forms.erase_unclaimed(at=NOW + timedelta(days=days)) == erased
    assert Intake.objects.exists() is not bool(erased)
    if erased:
        assert where(everything()) == set()
        assert Entry.objects.filter(deed="form.erased", on=f"record.intake:{form.ref}").count() == 1
        assert verify().broken is None


def test_an_emergency_and_a_patients_form_are_kept_as_long_as_a_record(noor: User, rui: User) -> None:
    site_settings.current()
    lived(noor, rui)
    unclaimed(rf_saddle_numb="yes")
    assert unclaimed_forms.erase_unclaimed(at=NOW + timedelta(days=6 * 366)) == 0
    assert unclaimed_forms.erase_unclaimed(at=NOW + timedelta(days=7 * 366)) == 1
    assert Intake.objects.filter(patient=None).count() == 0
    assert Intake.objects.exclude(patient=None).exists()


def test_the_months_are_the_clinics_own(ada: User) -> None:
    unclaimed()
    ClinicProfile.objects.filter(pk=site_settings.current().pk).update(unclaimed_months=1)
    site_settings.forget()
    assert unclaimed_forms.erase_unclaimed(at=NOW + timedelta(days=32)) == 1


# ——— a request for erasure


def test_whoever_answers_a_request_reads_whether_the_record_is_due() -> None:
    found, young = old(), old("Yara Young", days=10)
    told = due.law_for_staff(found, at=NOW)
    assert "This record may be erased since" in told
    since = formatting.calendar_date(years_after(TODAY - timedelta(days=10), 7))
    assert due.law_for_staff(young, at=NOW).endswith(f"This record is kept until {since}, as the law asks.")
    assert "That time is over for your record" in due.law_for_patient(found, at=NOW)
    assert since in due.law_for_patient(young, at=NOW)
