"""Who read whom: the rules of a day's unusual reads, one by one, the message in counts, and the list."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import LinkedPatient, Patient, User
from clinic.audit.models import Entry
from clinic.audit.sentences import SENTENCES
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Appointment
from clinic.booking.own_page import reading_log
from clinic.operations import jobs
from clinic.operations.reads import read_deeds, unusual, who_read
from clinic.operations.reads.unusual import UnusualRule, reading_day
from clinic.outbox import delivery
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import StaffedHours
from tests.booking.builders import make_form, make_patient, make_practitioner, make_type
from tests.support.cast import make_staff, sign_in
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
# Noon on Monday, the day before NOW.
NOON = (NOW - timedelta(days=1)).replace(hour=20, minute=0)
MONDAY = NOON.date()


def read(who: User, what: Any, *, deed: str = "record.read", at: datetime = NOON, **facts: Any) -> None:
    with audited_transaction():
        audit.record(deed, on=what, by=who, at=at, **facts)


def people(count: int) -> list[Patient]:
    """People without a mailbox, whose name is nobody else's."""
    told = {"date_of_birth": date(1980, 2, 1), "created_at": NOW}
    return [Patient.objects.create(full_name=f"Person Number{'abcdefghij'[n % 10]}{n}", **told) for n in range(count)]


def found(rule: UnusualRule, on: date = MONDAY) -> list[tuple[str, str, int]]:
    return [(row.reader.name, row.ref, row.count) for row in reading_day(on).unusual if row.rule is rule]


def visit(patient: Patient, *, at: datetime) -> None:
    somebody = make_practitioner(f"{patient.ref.lower()}@clinic.example", "Pia Somebody")
    kind = make_type("consultation", somebody)
    told = {"practitioner": somebody, "visit_type": kind, "minutes": 45, "created_at": at}
    Appointment.objects.create(patient=patient, starts_at=at, **told)


@pytest.fixture
def una() -> Patient:
    return people(1)[0]


def test_a_reason_is_listed_with_its_choice(una: Patient, noor: User) -> None:
    read(noor, una, deed="reason.given", reason="cover")
    (row,) = [row for row in reading_day(MONDAY).unusual if row.rule is UnusualRule.REASON]
    assert (row.reader, row.ref, row.reason) == (noor, una.ref, "I cover for a colleague")


@pytest.mark.parametrize(("count", "is_listed"), [(unusual.DAY_FLOOR, False), (unusual.DAY_FLOOR + 1, True)])
def test_many_records_in_a_day_are_listed_above_the_floor(noor: User, count: int, is_listed: bool) -> None:
    for number, patient in enumerate(people(count)):
        read(noor, patient, at=NOON - timedelta(hours=3) + timedelta(minutes=7 * number))
    assert found(UnusualRule.MANY) == ([("Noor Inventada", "", count)] if is_listed else [])


@pytest.mark.parametrize(("count", "is_listed"), [(unusual.HOUR_FLOOR, False), (unusual.HOUR_FLOOR + 1, True)])
def test_many_records_in_an_hour_are_listed_above_the_floor(noor: User, count: int, is_listed: bool) -> None:
    for number, patient in enumerate(people(count)):
        read(noor, patient, at=NOON + timedelta(minutes=number))
    assert found(UnusualRule.MANY) == ([("Noor Inventada", "", count)] if is_listed else [])


def test_what_is_usual_for_this_reader_is_not_listed(noor: User) -> None:
    """Twenty-five an hour is nothing for whoever reads fifteen in every other one."""
    everybody = people(unusual.HOUR_FLOOR + 5)
    for day in (2, 3, 4):
        for patient in everybody[:15]:
            read(noor, patient, at=NOON - timedelta(days=day))
    for patient in everybody:
        read(noor, patient)
    assert found(UnusualRule.MANY) == []
    # Of a reader whose days are quiet it is.
    lea = make_staff("lea@clinic.example", "Lea Muster", roles.PRACTITIONER)
    read(lea, everybody[0], at=NOON - timedelta(days=2))
    for patient in everybody:
        read(lea, patient)
    assert found(UnusualRule.MANY) == [("Lea Muster", "", 25)]


@pytest.mark.parametrize(
    ("clock", "is_listed"), [(time(7, 59), True), (time(8, 0), False), (time(17, 59), False), (time(18, 0), True)]
)
def test_an_hour_around_the_clinic_s_hours_is_work(una: Patient, noor: User, clock: time, is_listed: bool) -> None:
    read(noor, una, at=datetime.combine(MONDAY, clock, timezone.get_default_timezone()))
    assert found(UnusualRule.HOURS) == []  # nobody has said when the clinic works
    StaffedHours.objects.create(weekday=0, opens=time(9), closes=time(17))
    caches["process"].clear()
    assert bool(found(UnusualRule.HOURS)) is is_listed


@pytest.mark.parametrize(
    ("name", "email", "rule"),
    [
        ("Noor Inventada", "", UnusualRule.THEMSELVES),
        ("Another Name", "noor@clinic.example", UnusualRule.THEMSELVES),
        ("Pablo Inventada Gómez", "", UnusualRule.FAMILY),
        ("Inventada Someone", "", None),
        ("Noor Someone", "", None),
    ],
)
def test_one_s_own_name_is_listed(noor: User, name: str, email: str, rule: UnusualRule | None) -> None:
    told = {"date_of_birth": date(1980, 2, 1), "created_at": NOW}
    patient = Patient.objects.create(full_name=name, email=email, **told)
    read(noor, patient)
    read(noor, patient, at=NOON + timedelta(minutes=1))
    for each in (UnusualRule.THEMSELVES, UnusualRule.FAMILY):
        assert found(each) == ([("Noor Inventada", patient.ref, 2)] if each is rule else []), each


@pytest.mark.parametrize(("days", "is_listed"), [(-91, True), (-89, False), (89, False), (92, True)])
def test_a_record_without_a_visit_near_is_listed(una: Patient, noor: User, days: int, is_listed: bool) -> None:
    read(noor, una)
    assert found(UnusualRule.NO_VISIT) == [("Noor Inventada", una.ref, 1)]
    visit(una, at=NOON + timedelta(days=days))
    assert bool(found(UnusualRule.NO_VISIT)) is is_listed


def test_a_name_that_is_looked_up_at_the_desk_needs_no_visit(una: Patient, rui: User) -> None:
    read(rui, una, deed="patient.read")
    assert found(UnusualRule.NO_VISIT) == []


def test_a_visit_on_a_linked_record_counts(una: Patient, noor: User) -> None:
    other = people(1)[0]
    visit(other, at=NOON)
    LinkedPatient.objects.create(earlier=una, later=other, linked_at=NOW, linked_by=noor)
    read(noor, una)
    assert found(UnusualRule.NO_VISIT) == []


def test_a_day_ends_at_the_clinic_s_midnight(una: Patient, noor: User) -> None:
    read(noor, una, at=datetime(2026, 3, 3, 7, 59, tzinfo=UTC))  # one minute before midnight in Los Angeles
    assert (reading_day(date(2026, 3, 2)).reads, reading_day(date(2026, 3, 3)).reads) == (1, 0)


@pytest.mark.parametrize("count", [1, 6])
def test_the_report_costs_the_same_however_much_was_read(noor: User, queries: Queries, count: int) -> None:
    for patient in people(count):
        read(noor, patient)
        read(noor, patient, deed="reason.given", reason="quality")
    site_settings.week(site_settings.current())
    with queries(6):
        assert len(reading_day(MONDAY).unusual) == 2 * count


def test_every_deed_of_reading_is_known(noor: User) -> None:
    assert set(SENTENCES) >= read_deeds.READS | {read_deeds.REASON_GIVEN, read_deeds.JOINED}
    # What opens answers is said on the patient's own page; an event stands under no name of theirs there.
    assert set(reading_log.SENTENCES) >= read_deeds.CLINICAL - {"event.read"}


# ——— the message


def test_the_counts_leave_the_machine_once_a_day_and_name_nobody(
    una: Patient, noor: User, mailoutbox: list[Any], settings: Any
) -> None:
    jobs.report_unusual_reads(NOW)
    assert not Letter.objects.exists()  # nobody said where to
    profile = site_settings.current()
    profile.audit_to = "keeper@elsewhere.example"
    profile.save()
    caches["process"].clear()
    read(noor, una, deed="reason.given", reason="cover")
    read(noor, una)
    for hours in (0, 1, 2):
        jobs.report_unusual_reads(NOW + timedelta(hours=hours))
    while delivery.send_next(at=NOW + timedelta(hours=3)):
        pass
    (mail,) = mailoutbox
    assert mail.to == ["keeper@elsewhere.example"]
    assert "Opened with a reason: 1\n" in mail.body
    assert "No visit near: 1\n" in mail.body
    assert "Many records: 0\n" in mail.body
    assert f"{settings.SITE_URL}/system/reads/unusual/?day=2026-03-02" in mail.body
    for secret in (una.full_name, una.ref, "Noor", "cover"):
        assert secret not in mail.body + mail.subject


# ——— the pages


@pytest.fixture
def browser(ada: User) -> Client:
    return sign_in(ada)


def test_the_report_stands_on_its_page_and_looking_at_it_in_the_log(una: Patient, noor: User, browser: Client) -> None:
    read(noor, una, deed="reason.given", reason="cover")
    page = browser.get(reverse("operations:unusual_reads"))  # yesterday, if no day is named
    assert page.context["report"].on == MONDAY
    assert una.ref in page.text
    assert una.full_name not in page.text
    assert "I cover for a colleague" in page.text
    entry = Entry.objects.get(deed="reads.reported")
    assert entry.facts == {"day": "2026-03-02", "shown": 1, "whom": [una.ref]}
    assert browser.get(reverse("operations:unusual_reads"), {"day": "2026-03-03"}).status_code == 200
    for wrong in ("2026-03-04", "1999-01-01", "x", "9999-12-31"):
        assert browser.get(reverse("operations:unusual_reads"), {"day": wrong}).status_code == 404, wrong


def listed(client: Client, **asked: Any) -> list[tuple[str, str]]:
    page = client.get(reverse("operations:reads"), asked)
    assert page.status_code == 200
    return [(line.ref, line.sentence) for line in page.context.get("lines", ())]


def test_who_read_one_person_and_whom_one_reader_read(una: Patient, noor: User, browser: Client) -> None:
    other = people(1)[0]
    lea = make_staff("lea@clinic.example", "Lea Muster", roles.PRACTITIONER)
    read(noor, una)
    read(lea, una, deed="notes.read")
    read(noor, other)
    noors = "Noor Inventada (practitioner) read a patient’s whole record."
    leas = "Lea Muster (practitioner) read the treatment notes of a patient."
    assert listed(browser, patient=una.ref.lower()) == [(una.ref, leas), (una.ref, noors)]
    assert listed(browser, reader=noor.pk) == [(other.ref, noors), (una.ref, noors)]
    assert listed(browser, patient=una.ref, reader=noor.pk) == [(una.ref, noors)]
    assert listed(browser, patient=una.ref, first="2026-03-03") == []
    assert listed(browser, patient=una.ref, last="2026-03-01") == []
    facts = Entry.objects.filter(deed="reads.listed").order_by("number")[0].facts
    assert facts == {"patient": una.ref, "reader": "", "shown": 2}
    for wrong in ({"patient": "NOSUCH"}, {"reader": ""}, {"reader": "x"}, {"patient": una.ref, "first": "x"}):
        page = browser.get(reverse("operations:reads"), wrong)
        assert (page.status_code, "lines" in page.context) == (200, False), wrong
    far = {"patient": una.ref, "first": "0001-01-01", "last": "9999-12-31", "after": "9" * 30}
    assert len(listed(browser, **far)) == 2


def test_linked_records_are_listed_together(una: Patient, noor: User, browser: Client) -> None:
    other = people(1)[0]
    LinkedPatient.objects.create(earlier=una, later=other, linked_at=NOW, linked_by=noor)
    read(noor, other)
    assert [ref for ref, _sentence in listed(browser, patient=una.ref)] == [other.ref]


def _pages(client: Client, **asked: Any) -> Iterable[list[int]]:
    url = reverse("operations:reads")
    page = client.get(url, asked)
    while True:
        yield [line.number for line in page.context["lines"]]
        if not page.context["older_url"]:
            return
        page = client.get(page.context["older_url"])


def test_a_long_list_is_walked_a_page_at_a_time_while_the_log_grows(
    una: Patient, noor: User, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(who_read, "PAGE", 3)
    for _time in range(7):
        read(noor, una)
    pages = []
    for numbers in _pages(browser, reader=noor.pk):
        pages.append(numbers)
        read(noor, una)  # what comes while somebody reads stands before the first page
    walked = [number for numbers in pages for number in numbers]
    assert [len(numbers) for numbers in pages] == [3, 3, 1]
    assert walked == sorted(set(walked), reverse=True)


def test_a_page_costs_the_same_however_long_the_list_is(una: Patient, noor: User, queries: Queries) -> None:
    costs = []
    for _round in range(2):
        for patient in people(4):
            read(noor, patient)
        with queries() as seen:
            who_read.page_of_reads(patient=None, reader=noor, first=MONDAY, last=MONDAY, after=None)
        costs.append(len(seen))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("who", ["noor", "rui", "edda"])
def test_only_whoever_reads_the_audit_log_reads_these(who: str, request: pytest.FixtureRequest) -> None:
    client = sign_in(request.getfixturevalue(who))
    assert [client.get(reverse(f"operations:{name}")).status_code for name in ("reads", "unusual_reads")] == [403, 403]


def test_a_form_that_was_sent_lately_is_a_reason_to_read(una: Patient, noor: User) -> None:
    other = make_patient(ready=False)
    form = make_form(other)
    form.answers.create(revision=1, document={}, saved_at=NOW, frozen_at=NOON - timedelta(days=2))
    read(noor, other)
    read(noor, una)
    assert found(UnusualRule.NO_VISIT) == [("Noor Inventada", una.ref, 1)]
