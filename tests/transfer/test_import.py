"""Patients and future visits from another system: looked at whole, brought in whole or not at all, and taken back."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from clinic.accounts import services as accounts
from clinic.accounts.models import NameWord, Patient, PhoneRun, Practitioner, User
from clinic.accounts.patient_search import find
from clinic.audit.models import Entry
from clinic.booking import services as booking
from clinic.booking.models import Appointment, AppointmentEvent, Cell, VisitType
from clinic.desk import tasks
from clinic.outbox.models import Letter
from clinic.transfer.errors import TransferError
from clinic.transfer.importing import columns, csv_table, dry_run, services, undoing, written_times
from clinic.transfer.importing.dry_run import Choices, DryRun
from clinic.transfer.importing.incoming_visits import Meaning
from clinic.transfer.models import ImportedRow, ImportRun
from intake.review.models import NextVisit
from tests.booking.builders import make_form, make_practitioner, make_room, make_rules, make_type
from tests.support.progress import Say
from tests.support.times import NOW, TODAY
from tests.transfer.files import PLAIN, csv_of, people

pytestmark = pytest.mark.django_db
JANE = ("Patient Number", "First Name", "Last Name", "Birth Date", "Mobile Phone", "Home Phone", "Email")
JANE_VISITS = ("Patient Number", "Patient", "Start", "Treatment", "Staff Member", "Status")
CLINIKO = (
    *("Patient first name", "Patient last name", "Date of birth", "Appointment date", "Start time"),
    *("Appointment type", "Practitioner", "Cancelled at"),
)


@pytest.fixture
def noors(db: None) -> Practitioner:
    make_rules()
    make_room()
    person = make_practitioner()
    make_type("consultation", person)
    make_type("treatment", person, minutes=30, room_minutes=50, needling=True)
    return person


def uploaded(by: User, rows: Any, **how: str) -> ImportRun:
    return services.upload(data=csv_of(rows, **how), name="patients.csv", by=by, at=NOW)


def brought_in(by: User, *rows: Any) -> ImportRun:
    return services.bring_in(uploaded(by, rows), by=by, at=NOW)


def look(by: User, *rows: Any) -> DryRun:
    return services.look(uploaded(by, rows), by=by, at=NOW)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_and_separator_is_recognized(encoding: str, separator: str) -> None:
    table = csv_table.read(
        csv_of([PLAIN, ("Zoë O’Neil", "1980-02-01", "", "")], separator=separator, encoding=encoding)
    )
    assert (table.headers, table.separator, table.rows[0].cell(0)) == (PLAIN, separator, "Zoë O’Neil")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\x01\x02,\x03", "not a text file"),
        (b"PK\x03\x04,,", "workbook of Excel"),
        (b"one column\nand a row\n", "only one column"),
        (b"a,b\n", "nothing below"),
        (b"a,b\n" + b"1,2\n" * (csv_table.MOST_ROWS + 1), "more than 20,000 rows"),
        (b",".join(b"c" for _n in range(101)) + b"\n1\n", "more than 100 columns"),
        (b"a" * (csv_table.MOST_BYTES + 1), "larger than 4 MB"),
    ],
)
def test_what_is_no_such_file_is_said_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(TransferError, match=said):
        csv_table.read(data)


def test_the_line_is_the_one_in_the_file_also_after_quoted_lines() -> None:
    table = csv_table.read(b'Name,Birthday\n"two\nlines",1980-01-01\n\nAna,1981-01-01\n')
    assert [row.line for row in table.rows] == [2, 5]


@pytest.mark.parametrize(
    ("headers", "system", "mapping"),
    [
        (PLAIN, "", ["full_name", "date_of_birth", "phone", "email"]),
        (JANE, "Jane App", ["number", "first_name", "last_name", "date_of_birth", "phone", "other_phone", "email"]),
        (JANE_VISITS, "Jane App", ["number", "full_name", "visit_start", "visit_type", "visit_with", "visit_status"]),
        (
            CLINIKO,
            "Cliniko",
            [
                *("first_name", "last_name", "date_of_birth", "visit_date", "visit_start"),
                *("visit_type", "visit_with", "visit_status"),
            ],
        ),
    ],
)
def test_columns_are_guessed_from_the_headers(headers: tuple[str, ...], system: str, mapping: list[str]) -> None:
    guessed = columns.guessed(headers)
    assert (columns.system_of(headers), sorted(guessed, key=guessed.__getitem__)) == (system, mapping)


@pytest.mark.parametrize(
    ("written", "order"),
    [(["03/04/1980", "12/25/1980"], "month"), (["25/12/1980", "03/04/1980"], "day"), (["03/04/1980"], "month")],
)
def test_the_order_of_days_is_one_for_the_file(written: list[str], order: str) -> None:
    assert written_times.order_of(written) == order


def test_patients_come_in_and_are_found(ada: User) -> None:
    row = ("Łukasz O’Neil", "02/01/1980", "‪+1 (213) 555‑0100‬", "Lukasz@Example.com")
    run = brought_in(ada, PLAIN, row)
    patient = Patient.objects.get()
    assert (patient.full_name, patient.date_of_birth) == ("Łukasz O’Neil", date(1980, 2, 1))
    assert (patient.phone, patient.email, patient.user) == ("213-555-0100", "Lukasz@Example.com", None)
    assert (
        [hit.patient for hit in find("lukasz oneil", on=TODAY)]
        == [hit.patient for hit in find("5550100", on=TODAY)]
        == [patient]
    )
    assert (run.state, run.patients, run.visits, run.sealed) == ("imported", 1, 0, {})
    assert list(Entry.objects.values_list("deed", flat=True).order_by("number"))[-2:] == [
        "import.uploaded",
        "import.done",
    ]


def test_a_bulk_record_is_as_a_saved_one(ada: User) -> None:
    brought_in(ada, PLAIN, ("Ana de la Cruz", "1980-02-01", "213-555-0100", ""))
    imported = Patient.objects.get()
    words, runs = _found_by(imported)
    imported.save()
    assert _found_by(imported) == (words, runs)
    assert imported.folded_name == Patient.objects.values_list("folded_name", flat=True).get()


def _found_by(patient: Patient) -> tuple[set[Any], set[Any]]:
    return (
        set(NameWord.objects.filter(patient=patient).values_list("word", "sound")),
        set(PhoneRun.objects.filter(patient=patient).values_list("digits", flat=True)),
    )


WRONG = [
    ("", "1980-02-01", "", "The name is missing."),
    ("=HYPERLINK(1)", "1980-02-01", "", "“=HYPERLINK(1)” is not a name."),
    ("Bea Invented", "", "", "The date of birth is missing."),
    ("Cem Invented", "1980-02-31", "", "“1980-02-31” is not a date of birth."),
    (
        "Ida Invented",
        "3/4/52",
        "",
        "“3/4/52” is not a whole birth date. Do you mean 1952? Write the year with all four digits.",
    ),
    (
        "Ivo Invented",
        "3/4/20",
        "",
        "“3/4/20” is not a whole birth date. Do you mean 1920 or 2020? Write the year with all four digits.",
    ),
    (
        "Jan Invented",
        "April 3, 52",
        "",
        "“April 3, 52” is not a whole birth date. Do you mean 1952? Write the year with all four digits.",
    ),
    (
        "Kai Invented",
        "3/4/198",
        "",
        "“3/4/198” is not a whole birth date. Write the year with all four digits, for example 1962.",
    ),
    ("Lea Invented", "sometime", "", "“sometime” is not a date of birth."),
    ("Mia Invented", "31/31/1980", "", "“31/31/1980” is not a date of birth."),
    ("Dov Invented", "2026-03-04", "", "The date of birth “2026-03-04” is in the future."),
    ("Eva Invented", "1880-01-01", "", "The date of birth “1880-01-01” is more than 120 years ago."),
    ("Fay Invented", "1980-02-01", "555-0100", "“555-0100” is not a phone number with its area code."),
    ("Gil \x07Invented", "1980-02-01", "", "“Full name” holds signs that cannot be read."),
    ("Hal " + "x" * 300, "1980-02-01", "", "“Full name” is too long."),
]


def test_of_every_line_every_problem_is_said(ada: User) -> None:
    rows = [(name, born, phone, "no address") for name, born, phone, _said in WRONG]
    found = look(ada, PLAIN, *rows)
    said = [(line, sentence) for line, sentence in found.problems if "email" not in sentence]
    emails = [line for line, sentence in found.problems if sentence == "“no address” is not an email address."]
    assert [sentence for _line, sentence in said if sentence != "The name is missing."] == [
        row[3] for row in WRONG if row[3] != "The name is missing."
    ]
    assert emails == [line for line, _sentence in dict(said).items()] == list(range(2, len(WRONG) + 2))
    assert Patient.objects.count() == 0


@pytest.mark.parametrize(
    ("born", "problems", "doubts"),
    [
        # Nothing shows which comes first: each that can be turned around is named, and nothing keeps it from coming in.
        (
            ["4/5/1962", "6/6/1970", "1980-02-01", "May 4, 1962"],
            [],
            ["“4/5/1962” is read as Apr 5, 1962. In the other order it is May 4, 1962."],
        ),
        # One day says it for the file.
        (["4/5/1962", "4/27/1984"], [], []),
        (["4/5/1962", "27/4/1984"], [], []),
        # Two systems in one file: what can be either is asked, and so is what is the other way around.
        (
            ["4/5/1962", "27/4/1984", "4/28/1984"],
            [
                "“4/5/1962” can be Apr 5, 1962 or May 4, 1962: this file has dates in both orders. "
                "Write the month as a word.",
                "“27/4/1984” has the day first, and this file is read with the month first. Turn the two around.",
            ],
            [],
        ),
    ],
)
def test_day_and_month_are_never_guessed(ada: User, born: list[str], problems: list[str], doubts: list[str]) -> None:
    found = look(ada, PLAIN, *((f"Ana {'ABCD'[n]}ol", text, "", "") for n, text in enumerate(born)))
    assert [sentence for _line, sentence in found.problems] == problems
    assert [sentence for _line, sentence in found.doubts] == doubts


def test_planted_problems_are_all_reported_with_their_line(ada: User, size: Any, say: Say) -> None:
    count, planted = size(600, 10_000), size(18, 300)
    rows = people(count)
    wrong = {}
    for number in range(planted):
        place = number * (count // planted) + number % 7
        column = (1, 2, 3)[number % 3]
        rows[place][column] = ("31/31/1980", "12", "nowhere@")[number % 3]
        wrong[place + 2] = rows[place][column]
    run = uploaded(ada, [PLAIN, *rows])
    found = services.look(run, by=ada, at=NOW, progress=lambda what, done, total: say(f"{what}: {done} of {total}"))
    assert {line: next(text for text in wrong.values() if text in said) for line, said in found.problems} == wrong
    with pytest.raises(TransferError, match=f"{planted} problems"):
        services.bring_in(run, by=ada, at=NOW)
    assert (Patient.objects.count(), ImportedRow.objects.count()) == (0, 0)
    right = brought_in(ada, PLAIN, *people(count))
    assert (right.patients, Patient.objects.count()) == (count, count)
    assert undoing.undo(right, by=ada, at=NOW).patients == count
    assert (Patient.objects.count(), NameWord.objects.count(), PhoneRun.objects.count()) == (0, 0, 0)


def test_duplicates_are_shown_and_made_once(ada: User, rui: User) -> None:
    known = accounts.register(
        identity={"full_name": "María López Hernández", "date_of_birth": date(1980, 2, 1)}, by=rui, at=NOW
    )
    rows = (
        ("Maria Lopez", "1980-02-01", "213-555-0100", ""),
        ("Sean O'Neil", "1981-02-01", "", ""),
        ("Sean O’Neil", "1981-02-01", "", ""),
        ("Sean O’Neil", "1982-02-01", "", ""),
    )
    found = look(ada, PLAIN, *rows)
    assert found.duplicates == [
        (2, "María López Hernández is a patient here already. The record stays as it is."),
        (4, "Sean O’Neil is on line 3 already. We import them once."),
    ]
    assert brought_in(ada, PLAIN, *rows).patients == 2
    known.refresh_from_db()
    assert (known.full_name, known.phone) == ("María López Hernández", "")


def test_a_birth_date_turned_round_is_shown_as_a_near_duplicate(ada: User, rui: User) -> None:
    accounts.register(identity={"full_name": "Ana Maria Sol", "date_of_birth": date(1981, 3, 4)}, by=rui, at=NOW)
    rows = (
        ("Ana Sol", "1981-04-03", "", ""),
        ("Nora Doble", "1982-03-04", "", ""),
        ("Nora Doble Ruiz", "1982-04-03", "", ""),
        ("Bea Otra", "1982-04-03", "", ""),
        ("Nora Doble", "1982-04-13", "", ""),
        ("Nora Doble", "1982-03-03", "", ""),
    )
    found = look(ada, PLAIN, *rows)
    assert found.problems == []
    assert found.duplicates == [
        (
            2,
            "Ana Maria Sol may be a patient here already, born Mar 4, 1981: day and month the other way round. "
            "We import them as a new patient.",
        ),
        (
            4,
            "Nora Doble Ruiz may be on line 3 already, born Mar 4, 1982: day and month the other way round. "
            "We import them as two.",
        ),
    ]
    assert brought_in(ada, PLAIN, *rows).patients == 6, "It is shown, and decides nothing."


@pytest.mark.parametrize("name", ["123", "-", "4/27/1984"])
def test_a_name_without_a_letter_is_a_problem_of_its_line(ada: User, name: str) -> None:
    header = ("Name", "Birthday", "Preferred name", "Parent or guardian")
    assert look(ada, header, (name, "1980-02-01", "", "")).problems[0] == (2, f"“{name}” is not a name.")
    for row in (("李小龙", "2015-02-01", name, ""), ("李小龙", "2015-02-01", "", name)):
        assert look(ada, header, row).problems == [(2, f"“{name}” is not a name.")]
    assert look(ada, header, ("李小龙", "2015-02-01", "Нина", "محمد")).problems == []


def test_a_name_without_its_birth_date_is_told_so_and_not_of_its_number(ada: User) -> None:
    header = ("Patient Number", "First Name", "Last Name", "Birth Date")
    assert look(ada, header, ("17", "Ana", "Sol", "")).problems == [(2, "The date of birth is missing.")]


def test_whoever_could_be_two_is_a_problem(ada: User) -> None:
    for name in ("Ana Maria Sol", "Ana Luz Sol"):
        Patient.objects.create(full_name=name, date_of_birth=date(1980, 2, 1), created_at=NOW)
    assert look(ada, PLAIN, ("Ana Sol", "1980-02-01", "", "")).problems == [
        (2, "We have two records that could be this person. Link the two records first.")
    ]


VISITS = ("Name", "Birthday", "Start", "Treatment", "Practitioner", "Status")
ANA = ("Ana Invented", "1980-02-01")


def test_future_visits_come_in_with_every_promise(ada: User, noors: Practitioner) -> None:
    rows = (
        (*ANA, "2026-03-05 10:00", "Consultation", "Noor Inventada", "Booked"),
        (*ANA, "2026-03-01 10:00", "Consultation", "Noor Inventada", "Arrived"),
        (*ANA, "2026-03-06 10:00", "Consultation", "Noor Inventada", "Cancelled"),
        ("Bea Invented", "1981-02-01", "03/09/2026 2:00 pm", "treatment", "", ""),
    )
    run = brought_in(ada, VISITS, *rows)
    visits = list(Appointment.objects.order_by("starts_at"))
    assert (run.patients, run.visits) == (2, 2)
    assert [(visit.patient.full_name, visit.starts_at, visit.source) for visit in visits] == [
        ("Ana Invented", datetime(2026, 3, 5, 18, tzinfo=UTC), "import"),
        ("Bea Invented", datetime(2026, 3, 9, 21, tzinfo=UTC), "import"),
    ]
    assert [NextVisit.objects.get(patient=visit.patient).at for visit in visits] == [v.starts_at for v in visits]
    assert (Letter.objects.count(), visits[0].events.count()) == (0, 1)


def test_a_visit_without_a_place_is_a_problem_of_its_line(ada: User, noors: Practitioner) -> None:
    rows = (
        (*ANA, "2026-03-05 10:00", "Consultation", "Noor Inventada", ""),
        ("Bea Invented", "1981-02-01", "2026-03-05 10:15", "Consultation", "Noor Inventada", ""),
        ("Cem Invented", "1981-02-01", "2026-03-05 20:00", "Consultation", "Noor Inventada", ""),
        ("Dov Invented", "1981-02-01", "2026-03-05 11:03", "Consultation", "Noor Inventada", ""),
        ("Eva Invented", "1981-02-01", "2026-03-08 02:30", "Consultation", "Noor Inventada", ""),
        ("Fay Invented", "1981-02-01", "2026-03-05 12:00", "Sauna", "Nobody Here", ""),
    )
    run = uploaded(ada, [VISITS, *rows])
    found = services.look(run, by=ada, at=NOW)
    assert found.problems == [
        (3, "This time is taken already: the practitioner, the patient or every room has another visit."),
        (4, "No one is working then. Add extra hours, or choose another time."),
        (5, "Choose a time in steps of five minutes."),
        (6, "“2026-03-08 02:30” is not a date and time of a visit."),
        (7, "We have no visit type “Sauna”."),
        (7, "We have no practitioner “Nobody Here”."),
    ]
    assert (found.unknown_types, found.unknown_people) == (["Sauna"], ["Nobody Here"])
    assert (Patient.objects.count(), Appointment.objects.count(), Cell.objects.count()) == (0, 0, 0)
    with pytest.raises(TransferError):
        services.bring_in(run, by=ada, at=NOW)
    assert (Patient.objects.count(), Appointment.objects.count(), Cell.objects.count()) == (0, 0, 0)


def test_words_of_the_other_system_are_given_a_meaning(ada: User, noors: Practitioner) -> None:
    run = uploaded(ada, [VISITS, (*ANA, "2026-03-05 12:00", "Initial Acupuncture 60", "N. Inventada, LAc", "")])
    choices = services.choices_of(run)
    meaning = Meaning({"Initial Acupuncture 60": "consultation"}, {"N. Inventada, LAc": noors.pk})
    services.choose(run, choices=Choices(choices.mapping, choices.order, meaning), by=ada, at=NOW)
    assert services.look(run, by=ada, at=NOW).problems == []
    assert services.bring_in(run, by=ada, at=NOW).visits == 1


def test_a_file_of_visits_knows_people_by_the_other_systems_number(ada: User, noors: Practitioner) -> None:
    brought_in(ada, JANE, ("17", "Ana", "Invented", "1980-02-01", "", "213-555-0100", ""))
    rows = (
        ("17", "", "2026-03-05 10:00", "Consultation", "Noor Inventada", "booked"),
        ("18", "", "2026-03-05 12:00", "Consultation", "Noor Inventada", "booked"),
    )
    found = look(ada, JANE_VISITS, *rows)
    assert found.problems == [(3, "Number 18 is on no line above, and on no patient imported before.")]
    assert brought_in(ada, JANE_VISITS, rows[0]).visits == 1
    assert Appointment.objects.get().patient.full_name == "Ana Invented"


def test_a_visit_with_needles_and_no_clearance_is_a_task(ada: User, noors: Practitioner) -> None:
    rows = (
        (*ANA, "2026-03-05 10:00", "Treatment", "", ""),
        ("Bea Invented", "1981-02-01", "2026-03-05 12:00", "Consultation", "", ""),
    )
    assert look(ada, VISITS, *rows).waiting == 1
    brought_in(ada, VISITS, *rows)
    waiting = list(tasks.uncleared(on=TODAY, at=NOW))
    assert [visit.patient.full_name for visit in waiting] == ["Ana Invented"]
    assert tasks.counts(on=TODAY, at=NOW)["uncleared"] == 1
    make_form(waiting[0].patient)
    assert list(tasks.uncleared(on=TODAY, at=NOW)) == []


def test_an_import_is_taken_back_and_leaves_nothing(ada: User, noors: Practitioner) -> None:
    run = brought_in(ada, VISITS, (*ANA, "2026-03-05 10:00", "Treatment", "", ""))
    done = undoing.undo(run, by=ada, at=NOW)
    assert (done.patients, done.visits, done.stays) == (1, 1, [])
    models = (Patient, Appointment, AppointmentEvent, Cell, NextVisit, NameWord)
    assert [model.objects.count() for model in models] == [0] * len(models)
    run.refresh_from_db()
    assert run.state == "undone"
    with pytest.raises(TransferError):
        undoing.undo(run, by=ada, at=NOW)


def test_what_somebody_built_upon_stays_and_says_why(ada: User, rui: User, noors: Practitioner) -> None:
    rows = (
        (*ANA, "2026-03-05 10:00", "Consultation", "", ""),
        ("Bea Invented", "1981-02-01", "2026-03-05 12:00", "Consultation", "", ""),
        ("Cem Invented", "1982-02-01", "", "", "", ""),
        ("Dov Invented", "1983-02-01", "", "", "", ""),
        ("Eva Invented", "1984-02-01", "", "", "", ""),
    )
    run = brought_in(ada, VISITS, *rows)
    who = {patient.full_name: patient for patient in Patient.objects.all()}
    booking.confirm(who["Ana Invented"].visits.get(), by=rui, at=NOW)
    accounts.correct(who["Cem Invented"], identity={"phone": "213-555-0100"}, by=rui, at=NOW)
    other = VisitType.objects.get(code="consultation")
    start = datetime(2026, 3, 9, 18, tzinfo=UTC)
    booking.book(patient=who["Dov Invented"], visit_type=other, start=start, by=rui, at=NOW)
    done = undoing.undo(run, by=ada, at=NOW)
    assert (done.patients, done.visits) == (2, 1)
    assert done.stays == [
        (2, "The visit of Ana Invented stays: it was changed since."),
        (2, "Ana Invented stays: there are visits by now."),
        (4, "Cem Invented stays: the record was changed since."),
        (5, "Dov Invented stays: there are visits by now."),
    ]
    assert sorted(Patient.objects.values_list("full_name", flat=True)) == [
        "Ana Invented",
        "Cem Invented",
        "Dov Invented",
    ]


def test_only_an_administrator_imports_and_old_files_are_forgotten(ada: User, rui: User, noor: User) -> None:
    for person in (rui, noor):
        with pytest.raises(PermissionDenied):
            uploaded(person, [PLAIN, ("Ana Invented", "1980-02-01", "", "")])
    run = uploaded(ada, [PLAIN, ("Ana Invented", "1980-02-01", "", "")])
    assert services.forget_old(at=NOW + services.KEPT_FOR) == 0
    assert services.forget_old(at=NOW + 2 * services.KEPT_FOR) == 1
    run.refresh_from_db()
    assert (run.state, run.sealed) == ("dropped", {})


def test_a_guess_is_what_the_page_shows_first() -> None:
    table = csv_table.read(csv_of([PLAIN, ("Ana Invented", "27/04/1984", "", "")]))
    assert dry_run.guess(table).order == "day"
