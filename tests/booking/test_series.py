"""The same visit every week: previewed with its conflicts, booked all or not at all."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.booking.services.series import starts_of
from clinic.outbox.models import Letter
from tests.booking.builders import TEN, make_patient


def test_six_weeks_stay_at_ten_in_the_morning_across_the_change_of_the_clocks() -> None:
    found = starts_of(TEN, count=6)
    assert [f"{timezone.localtime(start):%d.%m. %H:%M}" for start in found] == [
        *("05.03. 10:00", "12.03. 10:00", "19.03. 10:00", "26.03. 10:00", "02.04. 10:00", "09.04. 10:00")
    ]
    assert found[1] - found[0] == timedelta(weeks=1, hours=-1)


def test_a_series_is_all_booked(
    anas: Patient, treatment: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    made = services.book_series(
        patient=anas, visit_type=treatment, practitioner=noors.pk, starts=starts_of(TEN, count=6), by=rui, at=now
    )
    assert len(made) == 6
    assert made[0].series
    assert Appointment.objects.filter(series=made[0].series).count() == 6
    assert Letter.objects.filter(kind="booking.confirmation").count() == 6


def test_or_nothing_is_and_the_conflicts_are_shown(
    anas: Patient, treatment: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    starts = starts_of(TEN, count=4)
    zed = make_patient("zed@example.com", "Zed Invented")
    services.book(patient=zed, visit_type=treatment, start=starts[2], by=rui, at=now)
    asked = {"patient": anas, "visit_type": treatment, "practitioner": noors.pk, "starts": starts, "by": rui, "at": now}
    lines = services.preview_series(**asked)  # type: ignore[arg-type]  # as named
    assert [line.is_free for line in lines] == [True, True, False, True]
    with pytest.raises(services.SeriesConflict) as conflict:
        services.book_series(**asked)  # type: ignore[arg-type]  # as named
    assert [line.start for line in conflict.value.lines if not line.is_free] == [starts[2]]
    assert Appointment.objects.filter(patient=anas).count() == 0


def test_weeks_when_the_practitioner_is_away_and_needles_beyond_the_clearance_are_conflicts(
    anas: Patient, treatment: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    from tests.booking.test_readiness import put

    put(anas, "cleared_today", by=rui, at=now)
    starts = [TEN, TEN + timedelta(days=2), TEN + timedelta(days=7, hours=-1), datetime(2026, 3, 2, 18, tzinfo=UTC)]
    lines = services.preview_series(
        patient=anas, visit_type=treatment, practitioner=noors.pk, starts=starts, by=rui, at=now
    )
    assert [line.problem for line in lines] == [
        "",
        "The practitioner is not working then.",
        "The clearance ends Thu, Mar 5, 2026. Ask a practitioner, or choose that day or an earlier one.",
        "This time is in the past or listed twice.",
    ]
    assert date(2026, 3, 5) == TEN.date()


def test_a_series_is_the_desks(
    anas: Patient, ana_user: User, treatment: VisitType, noors: Practitioner, now: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        services.book_series(
            patient=anas, visit_type=treatment, practitioner=noors.pk, starts=[TEN], by=ana_user, at=now
        )
    with pytest.raises(services.BookingError, match="up to 26"):
        starts_of(TEN, count=27)
