"""The page of an import, walked by an administrator; and the command."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking.models import Appointment
from clinic.transfer.models import ImportRun
from tests.support.cast import sign_in
from tests.transfer.files import PLAIN, csv_of
from tests.transfer.test_import import ANA, VISITS, noors

__all__ = ["noors"]  # a fixture
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
START = reverse("transfer:imports")


def upload(client: Client, *rows: Any) -> str:
    file = SimpleUploadedFile("patients.csv", csv_of(rows), content_type="text/csv")
    return client.post(START, {"file": file}).headers["Location"]


def shown(page: str) -> dict[str, str]:
    """What the form of a page would send as it stands."""
    found = {}
    for name, options in re.findall(r'<select name="([^"]+)"(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def test_upload_columns_dry_run_import_undo(ada: User, noors: Practitioner) -> None:
    client = sign_in(ada)
    one = upload(
        client,
        VISITS,
        (*ANA, "2026-03-05 10:00", "Initial 45", "Noor", ""),
        ("<b>Bea</b>", "31/31/1980", "", "", "", ""),
    )
    form = shown(client.get(one).text)
    assert [form[f"column_{place}"] for place in range(6)] == [
        *("full_name", "date_of_birth", "visit_start", "visit_type", "visit_with", "visit_status")
    ]
    page = client.post(one, form).text
    assert "Line 2: We have no visit type “Initial 45”." in page
    assert "Line 3: “31/31/1980” is not a date of birth." in page
    assert "Import now" not in page
    assert "<b>Bea</b>" not in page
    good = upload(client, VISITS, (*ANA, "2026-03-05 10:00", "Initial 45", "Noor", ""))
    form = shown(client.post(good, shown(client.get(good).text)).text) | {"type_0": "consultation"}
    form |= {"person_0": str(noors.pk)}
    page = client.post(good, form).text
    assert "Import now" in page
    assert (Patient.objects.count(), Appointment.objects.count()) == (0, 0)
    said = client.post(f"{good}do/", follow=True).text
    assert "1 patient was imported. 1 visit was imported." in said
    assert (Patient.objects.count(), Appointment.objects.count()) == (1, 1)
    assert "1 patient, 1 visit" in client.post(f"{good}undo/").text
    assert (Patient.objects.count(), Appointment.objects.count()) == (0, 0)


def test_two_columns_for_one_thing_and_no_file_are_said(ada: User) -> None:
    client = sign_in(ada)
    one = upload(client, PLAIN, ("Ana Invented", "1980-02-01", "", ""))
    form = shown(client.get(one).text) | {"column_2": "full_name"}
    assert "“Full name” is chosen for two columns. Choose one." in client.post(one, form).text
    assert "This field is required." in client.post(START, {}).text
    workbook = SimpleUploadedFile("patients.xlsx", b"PK\x03\x04")
    assert "This is a workbook of Excel. Save it as CSV first." in client.post(START, {"file": workbook}).text
    client.post(f"{one}drop/")
    assert ImportRun.objects.get().sealed == {}


@pytest.mark.parametrize(("size", "status"), [(4 * 1024 * 1024 + 1, 200), (5 * 1024 * 1024, 413)])
def test_a_file_that_is_too_large_is_refused(size: int, status: int, ada: User) -> None:
    client = sign_in(ada)
    file = SimpleUploadedFile("patients.csv", b"a" * size)
    answer = client.post(START, {"file": file})
    assert (answer.status_code, "4 MB" in answer.text, "make the text shorter" in answer.text) == (status, True, False)
    file = SimpleUploadedFile("patients.csv", b"a" * size)
    assert client.post(reverse("account_login"), {"file": file}).status_code == 413
    assert ImportRun.objects.count() == 0


def run(*args: str) -> str:
    out = io.StringIO()
    call_command("import_patients", *args, stdout=out)
    return out.getvalue()


def test_the_command_looks_first_imports_when_told_and_takes_back(ada: User, tmp_path: Path) -> None:
    file = tmp_path / "patients.csv"
    file.write_bytes(csv_of([PLAIN, ("Ana Invented", "27/04/1984", "", ""), ("Bea Invented", "02/01/1984", "", "")]))
    assert "2 new patients, 0 visits" in run(str(file))
    assert Patient.objects.count() == 0
    ref = run(str(file), "--import").rpartition("--undo ")[2].strip()
    assert sorted(str(born) for born in Patient.objects.values_list("date_of_birth", flat=True)) == [
        "1984-01-02",
        "1984-04-27",
    ]
    assert "Taken back: 2 patients, 0 visits. 0 stay." in run("--undo", ref)
    file.write_bytes(csv_of([("Who", *PLAIN[1:]), ("Ana Invented", "1984-04-27", "12", "")]))
    with pytest.raises(CommandError, match="correct these lines first"):
        run(str(file), "--map", "Who=full_name", "--import")
    assert Patient.objects.count() == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "Name the file to import"),
        (("nowhere.csv",), "Cannot read the file nowhere.csv."),
        (("--undo", "NOSUCH"), "There is no import NOSUCH."),
        (("--undo", "X", "--by", "rui@clinic.example"), "rui@clinic.example is no administrator"),
    ],
)
def test_wrong_arguments_are_one_sentence(args: tuple[str, ...], said: str, ada: User, rui: User) -> None:
    with pytest.raises(CommandError, match=said):
        run(*args)
