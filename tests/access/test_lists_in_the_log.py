"""Whoever opens a list of people stands in the log with whom it showed, by reference: one row each time.

The printed day has its proof in tests/desk/test_paper.py.
"""

import html
import re

import pytest
from django.urls import reverse

from clinic.accounts.models import Patient
from clinic.audit.models import Entry
from intake.review.models import Case
from tests.access.house import House

CASE = re.compile(r"/admin/review/case/([A-Z0-9]+)/")


@pytest.mark.parametrize(
    ("who", "page", "deed"),
    [
        ("noor", "admin:review_case_changelist", "queue.read"),
        ("noor", "admin:review_case_alerts", "alerts.read"),
        ("noor", "desk:my_day", "queue.read"),
        ("noor", "admin:review_followuptask_changelist", "tasks.read"),
    ],
)
def test_a_list_says_whom_it_showed(who: str, page: str, deed: str, house: House) -> None:
    before = Entry.objects.filter(deed=deed).count()
    text = html.unescape(house.client(who).get(reverse(page)).text)
    rows = Entry.objects.filter(deed=deed).order_by("number")
    assert rows.count() == before + 1
    entry = rows.last()
    assert entry is not None
    cases = set(CASE.findall(text)) & set(Case.objects.values_list("ref", flat=True))
    people = {patient.ref for patient in Patient.objects.all() if patient.called in text}
    of_cases = set(Case.objects.filter(ref__in=entry.facts["whom"]).values_list("patient__ref", flat=True))
    whom = set(entry.facts["whom"])
    assert cases <= whom
    assert people <= whom | of_cases
    assert whom
