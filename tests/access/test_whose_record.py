"""Need to know: every address that opens somebody's record asks a reader whose patient they are not for a reason."""

import sys
from collections.abc import Iterator

import pytest
from django.urls import reverse

from clinic.accounts.models import Patient
from intake.review.models import Case
from intake.review.need_to_know import door, services
from intake.review.need_to_know.services import ReadSubject
from tests.access.addresses import Address, addresses, made
from tests.access.house import House, undone
from tests.access.table import RULES, cells, fits
from tests.support.times import NOW

pytestmark = pytest.mark.usefixtures("quiet")

ASKS = frozenset(
    {
        *("desk:record", "desk:needles", "desk:note", "desk:phone"),
        *("treatment:draft", "treatment:note", "treatment:paper", "treatment:document", "treatment:event"),
        *("treatment:person", "treatment:person_paper", "treatment:person_document", "treatment:consent"),
        "treatment:alone",
        *("treatment:new_event", "admin:review_case_change", "admin:review_case_claim", "admin:review_case_decide"),
        *("admin:review_case_seen", "admin:review_case_opinion", "admin:review_case_call"),
        *("admin:review_case_doctor", "admin:review_case_doctor_letter"),
    }
)
# How names begin that speak of one thing and ask nobody, and why. A new one is put here with a sentence, or asks.
FREE = {
    "education:": "an article",
    "admin:education_": "an article",
    "admin:booking_": "a row of the timetable",
    "admin/": "an old address, which leads to the admin's first page",
    "admin:app_list": "the lists of the admin",
    "booking:": "a patient's own page: staff are sent to their own work",
    "transfer:": "a record that is due, by name and day; no answer",
    "admin:review_followuptask_": "a call that is owed, which is everybody's work; no answer stands on the list",
    "admin:review_case_release": "gives back what this very reader holds, and shows nothing",
    "admin:review_case_reason": "the page that asks",
}
# As the front desk reads it: name, contact, visits and the word of the standing; for whoever treats also the limits.
AT_THE_DESK = frozenset(
    {
        *("desk:visit", "desk:move", "desk:swap", "desk:undo", "desk:cancel", "desk:do", "desk:call", "desk:silent"),
        *("desk:patient", "desk:correct", "desk:messages", "desk:end", "desk:link", "desk:unlink", "desk:apart"),
        *("desk:behalf", "desk:tablet", "desk:accept", "desk:settle", "desk:undelivered", "desk:unblock"),
        *("desk:offer", "desk:leave", "desk:answer", "desk:guardian"),
    }
)
REFUSED = {"403", "404", "405"}
# Rooms in which every address of one thing is judged, also where nothing of that name stands in the house.
CLINICAL = ("admin/review/", "treatment/")


def of_one_thing() -> Iterator[Address]:
    """Yield every address with a place in it that a practitioner may use, by the table."""
    for address in addresses():
        rule = RULES.get(address.name)
        if rule is None or "<" not in address.route:
            continue
        allowed = {cells(rule.get)["noor"], cells(rule.post)["noor"]} - REFUSED
        if allowed or address.route.startswith(CLINICAL):
            yield address


def undecided() -> list[str]:
    """Return the addresses of which nobody has said whether they ask."""
    known = (address.name for address in of_one_thing() if address.name not in ASKS | AT_THE_DESK)
    return [name for name in known if not name.startswith(tuple(FREE))]


def knocks(house: House) -> Iterator[tuple[Address, str, int, str]]:
    """Knock as Noor at every address that asks: the address, the method, and what came back."""
    client = house.client("noor")
    for address in of_one_thing():
        for method in ("get", "post"):
            wanted = cells(getattr(RULES[address.name], method))["noor"]
            if address.name in ASKS and wanted not in {"403", "405"}:
                with undone():
                    answer = getattr(client, method)(made(address, house))
                    yield address, method, answer.status_code, answer.headers.get("Location", "")


def unasked(house: House) -> list[str]:
    """Return what opened without a reason."""
    page = reverse("admin:review_case_reason", args=["REF"]).removesuffix("REF/")
    return [
        f"{method} {address.name}"
        for address, method, status, where in knocks(house)
        if status != 302 or not where.startswith(page)
    ]


def test_every_address_of_one_person_asks_or_says_why_not() -> None:
    assert undecided() == []
    assert ASKS - {address.name for address in of_one_thing()} == set()


def test_whoever_is_not_theirs_opens_nothing_without_a_reason(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "is_theirs", lambda *asked, **more: False)
    assert unasked(house) == []


def test_with_a_reason_every_address_answers_as_the_table_says(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "is_theirs", lambda *asked, **more: False)
    subjects = [ReadSubject(patient, None) for patient in Patient.objects.all()]
    subjects += [ReadSubject(None, case) for case in Case.objects.filter(patient=None)]
    for subject in subjects:
        services.give_reason(subject, code="quality", by=house.people["noor"], at=NOW)
    wrong = [
        f"{method} {address.name}: {status} {where}"
        for address, method, status, where in knocks(house)
        if not fits(cells(getattr(RULES[address.name], method))["noor"], status, where)
    ]
    assert wrong == []


# ——— the same checks with a control taken away


def test_an_address_that_forgot_to_ask_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "is_theirs", lambda *asked, **more: False)
    monkeypatch.setattr(door, "ask", lambda *asked, **more: None)
    assert {line.split()[1] for line in unasked(house)} == ASKS


def test_a_new_address_of_which_nobody_has_decided_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    known = list(addresses())
    for name in ("treatment:scan", "desk:pain"):
        monkeypatch.setitem(RULES, name, RULES["treatment:person"])
        known.append(Address(name, f"{name.replace(':', '/')}/<slug:ref>/"))
    monkeypatch.setattr(sys.modules[__name__], "addresses", lambda: known)
    assert undecided() == ["treatment:scan", "desk:pain"]
