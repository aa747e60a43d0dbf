"""The register: what gets in, who judges it, and how often something goes wrong, out of what."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from intake.treatment import rates, register
from intake.treatment.errors import TreatmentError
from intake.treatment.models import AdverseEvent
from tests.booking.builders import make_patient
from tests.intake.treatment.notes import signed

pytestmark = pytest.mark.django_db

BADLY: dict[str, Any] = {"has_reactions": "yes", "reactions": ["faint", "bleeding"], "severity": "mild"}
JUDGED: dict[str, Any] = {
    "severity": "mild",
    "action": "advice",
    "outcome": "resolved",
    "words": "",
    "is_refuted": False,
}


@pytest.fixture
def patient(db: None) -> Patient:
    return make_patient()


def told(patient: Patient, *, at: datetime, **facts: Any) -> AdverseEvent:
    """What a check-in told."""
    known = {"kind": "breath", "severity": "moderate", "source": "check_in", "source_ref": "CHECKIN"}
    return register.register(patient=patient, happened_at=at, by=None, at=at, **(known | facts))


def test_told_twice_by_one_check_in_it_is_one_event_and_waits_for_a_practitioner(
    patient: Patient, noor: User, now: datetime
) -> None:
    event = told(patient, at=now)
    assert told(patient, at=now + timedelta(hours=1), severity="mild") == event
    assert list(AdverseEvent.objects.to_assess()) == [event]
    register.assess(event, **JUDGED | {"severity": "serious", "action": "referred"}, by=noor, at=now)
    event.refresh_from_db()
    assert (event.severity, event.action, event.outcome, event.assessed_by) == ("serious", "referred", "resolved", noor)
    assert not AdverseEvent.objects.to_assess().exists()
    assert list(Entry.objects.order_by("number").values_list("deed", flat=True)) == [
        "event.registered",
        "event.assessed",
    ]


@pytest.mark.parametrize("field", ["kind", "severity", "source", "action", "outcome"])
def test_what_is_no_code_gets_in_nowhere(field: str, patient: Patient, now: datetime) -> None:
    with pytest.raises(TreatmentError):
        told(patient, at=now, **{field: "no such code"})


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"is_refuted": True}, "words"),
        ({"outcome": "lasting"}, "severity"),
        ({"outcome": "death", "severity": "moderate"}, "severity"),
    ],
)
def test_a_judgment_that_does_not_fit_is_refused(
    changes: dict[str, Any], about: str, patient: Patient, noor: User, now: datetime
) -> None:
    with pytest.raises(TreatmentError) as refused:
        register.assess(told(patient, at=now), **JUDGED | changes, by=noor, at=now)
    assert refused.value.about == about


@pytest.mark.parametrize("who", ["rui", "edda", "ada"])
def test_nobody_but_practitioners_reads_or_judges(
    who: str, patient: Patient, now: datetime, request: pytest.FixtureRequest
) -> None:
    event, by = told(patient, at=now), request.getfixturevalue(who)
    for deed in (
        lambda: register.assess(event, **JUDGED, by=by, at=now),
        lambda: register.read_events(by=by, at=now),
        lambda: register.read_event(event, by=by, at=now),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_a_rate_has_what_it_is_out_of_and_two_things_of_one_visit_are_one_treatment(
    patient: Patient, noor: User, now: datetime
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented")
    for day in range(3):
        signed(patient, noor, at=now + timedelta(days=day))
    bad = signed(zed, noor, at=now + timedelta(days=4), **BADLY)
    told(zed, at=bad.visit_at, visit_ref=bad.visit_ref, severity="serious")
    refuted = told(patient, at=now, source_ref="OTHER")
    register.assess(refuted, **JUDGED | {"is_refuted": True, "words": "A cold."}, by=noor, at=now)
    told(patient, at=now, source_ref="UNTIED")
    counted = rates.counts(begin=now, end=now + timedelta(days=30))
    assert [(rate.count, rate.of, rate.per) for rate in counted.rates] == [
        (1, 2, 50.0),
        (1, 4, 25.0),
        (1, 2, 5000.0),
        (1, 4, 250_000.0),
    ]
    assert counted.rates[1].interval == (4.56, 69.94)
    assert (counted.treatments, counted.patients, counted.events, counted.untied, counted.to_assess) == (4, 2, 4, 1, 2)
    assert dict(counted.severities) == {"Mild: no care needed": 2, "Moderate: needed care or kept from daily life": 1,
                                        "Serious: hospital, danger to life or lasting harm": 1}  # fmt: skip
    outside = rates.counts(begin=now + timedelta(days=30), end=now + timedelta(days=60))
    assert [(rate.per, rate.interval, rate.is_above) for rate in outside.rates] == [(None, None, False)] * 4


def test_the_published_rates_are_those_of_the_abstract() -> None:
    published = [rates.ANY_PATIENT, rates.ANY_TREATMENT, rates.SERIOUS_PATIENT, rates.SERIOUS_TREATMENT]
    assert [(row.rate, row.low, row.high, row.per) for row in published] == [
        (9.31, 5.10, 14.62, 100),
        (7.57, 1.43, 17.95, 100),
        (1.01, 0.23, 2.33, 10_000),
        (7.98, 1.39, 20.00, 1_000_000),
    ]
