"""A visit that was booked with needles and had none, as its signed note says: nobody is asked about needles."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.outbox.models import Letter
from intake.review.follow_up import check_ins, needled
from intake.review.follow_up.models import CheckIn
from intake.treatment import rates
from intake.treatment import services as treatment_notes
from intake.treatment.errors import TreatmentError
from tests.booking.builders import TEN, minutes
from tests.intake.treatment.notes import begun, content
from tests.support.cast import sign_in

BARE: dict[str, Any] = {"regions": [], "points": [], "needles": None, "minutes": None, "depth": "", "is_counted": False}


def with_noor(patient: Patient, by: User, treatment: VisitType, *, at: datetime) -> Appointment:
    """A visit with needles that has begun."""
    visit = services.book(patient=patient, visit_type=treatment, start=at, by=by, at=at - timedelta(days=1))
    Appointment.objects.filter(pk=visit.pk).update(state="with")
    return Appointment.objects.get(pk=visit.pk)


def sign(visit: Appointment, *, techniques: list[str], at: datetime) -> None:
    by = visit.practitioner.user
    draft = begun(visit.patient, by, at=at, visit_ref=visit.ref)
    bare = BARE if techniques == ["no_needles"] else {}
    written = content(techniques=techniques, **bare)
    treatment_notes.sign_note(draft, content=written, has_agreed=True, seen=draft.version, by=by, at=at)


@pytest.mark.parametrize("signed_first", [True, False])
def test_it_counts_as_no_visit_with_needles(
    signed_first: bool, anas: Patient, ana_user: User, treatment: VisitType
) -> None:
    over = TEN + minutes(40)
    first = with_noor(anas, ana_user, treatment, at=TEN)
    steps: list[Callable[[], object]] = [
        lambda: sign(first, techniques=["no_needles"], at=over),
        lambda: services.complete(first, by=first.practitioner.user, at=over),
    ]
    for step in steps if signed_first else reversed(steps):
        step()
    later = TEN + timedelta(days=7)
    second = with_noor(anas, ana_user, treatment, at=later)
    services.complete(second, by=second.practitioner.user, at=later + minutes(40))
    sign(second, techniques=["manual", "heat"], at=later + minutes(41))

    assert needled.visits_so_far(anas) == 1
    assert (check_ins.to_answer(anas), needled.last_of(anas)) == (second_check_in(second),) * 2
    assert second_check_in(second).is_first  # and so somebody calls for want of an answer
    with audited_transaction():
        check_ins.ask(at=later + timedelta(days=3))
    assert Letter.objects.filter(kind="intake.check_in").count() == 1
    counted = rates.counts(begin=TEN - timedelta(days=1), end=later + timedelta(days=1))
    assert (counted.treatments, counted.patients) == (1, 1)


def second_check_in(visit: Appointment) -> CheckIn:
    return CheckIn.objects.get(visit_ref=visit.ref)


def test_a_first_visit_without_needles_leaves_the_next_the_first(
    anas: Patient, ana_user: User, treatment: VisitType
) -> None:
    """The note is signed a week late."""
    first = with_noor(anas, ana_user, treatment, at=TEN)
    services.complete(first, by=first.practitioner.user, at=TEN + minutes(40))
    later = TEN + timedelta(days=7)
    second = with_noor(anas, ana_user, treatment, at=later)
    services.complete(second, by=second.practitioner.user, at=later + minutes(40))
    assert not second_check_in(second).is_first
    sign(first, techniques=["no_needles"], at=later + minutes(50))
    assert second_check_in(second).is_first


@pytest.mark.parametrize("changes", [{"techniques": ["no_needles", "press"]}, {"needles": 4}])
def test_a_note_does_not_say_both(
    changes: dict[str, object], anas: Patient, ana_user: User, treatment: VisitType
) -> None:
    visit = with_noor(anas, ana_user, treatment, at=TEN)
    by = visit.practitioner.user
    draft = begun(anas, by, at=TEN, visit_ref=visit.ref)
    written = content(**{"techniques": ["no_needles"], **BARE, **changes})
    with pytest.raises(TreatmentError, match="Clear one") as refused:
        treatment_notes.sign_note(draft, content=written, has_agreed=True, seen=1, by=by, at=TEN)
    assert refused.value.about == "techniques"


@pytest.mark.parametrize(("techniques", "is_asked"), [(["no_needles"], False), (["manual"], True)])
def test_only_who_had_needles_is_asked_on_their_page_how_it_went(
    techniques: list[str], is_asked: bool, anas: Patient, ana_user: User, treatment: VisitType
) -> None:
    visit = with_noor(anas, ana_user, treatment, at=TEN)
    services.complete(visit, by=visit.practitioner.user, at=TEN + minutes(40))
    sign(visit, techniques=techniques, at=TEN + minutes(41))
    with time_machine.travel(TEN + timedelta(days=1), tick=False):
        page = sign_in(ana_user).get(reverse("booking:mine")).text
    assert (reverse("intake:how_are_you") in page) == is_asked
