"""Somebody who has left: their visits stand on every page, the desk can call about them, and the reports count them."""

from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Practitioner, User
from clinic.booking import open_days, schedule, services
from clinic.booking.models import Appointment, DayException, OpenDay, VisitType, WeeklyHours
from clinic.desk import day as days
from clinic.desk import reports
from clinic.desk.weeks import picture_of
from intake.review import duty, flag_counts
from intake.review.models import Flag
from intake.screening import Tier
from tests.booking.builders import make_patient, make_practitioner
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.desk.test_tasks import make_case, make_sent
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
ILL, DAY, WEEK, TASKS = (reverse(f"desk:{name}") for name in ("ill", "day", "week", "tasks"))


@pytest.fixture(params=["has left", "has another role"])
def left(visit: Appointment, noors: Practitioner, ada: User, request: pytest.FixtureRequest) -> Practitioner:
    """Noor has left this morning, or works at the front desk since; Ana's visit of this afternoon stands."""
    if request.param == "has left":
        people.deactivate(noors.user, by=ada, at=NOW)
    else:
        people.change_role(noors.user, role="front desk", by=ada, at=NOW)
    return Practitioner.objects.get(pk=noors.pk)


def test_a_visit_with_somebody_who_left_stands_on_board_list_and_week(desk: Client, left: Practitioner) -> None:
    found = days.load(TODAY, on=TODAY, at=NOW)
    gone = ("Noor Inventada", "no longer sees patients here")
    assert [(column.name, column.hours) for column in found.columns] == [gone]
    assert found.counts["visits"] == 1
    board = plain(desk.get(DAY, {"view": "board"}).text)
    assert "Noor Inventada no longer sees patients here" in board
    assert "Ana Costa Silva" in board
    assert "Ana Costa Silva" in plain(desk.get(WEEK).text)


def test_nobody_books_with_whoever_no_longer_treats(
    desk: Client, left: Practitioner, visit: Appointment, treatment: VisitType
) -> None:
    assert schedule.current().offering(treatment) == []
    assert "Noor Inventada" not in desk.get(reverse("website:practitioners")).text
    assert left.user not in duty.on_duty()


def test_out_sick_and_leaving_work_for_somebody_who_left(
    desk: Client, left: Practitioner, visit: Appointment, treatment: VisitType, rui: User
) -> None:
    assert f'value="{left.pk}">Noor Inventada' in desk.get(ILL, {"day": "2026-03-03"}).text
    page = desk.get(ILL, {"practitioner": str(left.pk), "day": "2026-03-03"})
    assert "213-555-0101" in page.text
    assert desk.post(ILL, {"practitioner": str(left.pk), "day": "2026-03-03"}).status_code == 302
    assert DayException.objects.get().practitioner == left
    assert "The practitioner no longer sees patients here." in desk.get(TASKS).text
    mei = make_practitioner("mei@clinic.example", "Mei Ejemplo")
    treatment.practitioners.add(mei)
    times = desk.get(reverse("desk:move", args=[visit.ref])).text
    assert "Mei Ejemplo" in times
    assert 'name="at"' in times
    moved = services.move(visit, start=TWO, practitioner=mei.pk, by=rui, at=NOW, started_by="clinic")
    assert (moved.practitioner, "no longer sees patients here" in desk.get(TASKS).text) == (mei, False)


def test_the_report_counts_whoever_left_and_the_hours_as_they_were(
    noors: Practitioner, visit: Appointment, consultation: VisitType, ada: User, rui: User
) -> None:
    monday, last = TODAY - timedelta(days=8), TODAY - timedelta(days=4)  # last week, Monday to Friday
    mei = make_practitioner("mei@clinic.example", "Mei Ejemplo")
    for person in (noors, mei):
        consultation.practitioners.add(person)
        person.user.date_joined = NOW - timedelta(days=100)
        person.user.save()
    late = TWO + timedelta(hours=1)
    for number, person in enumerate((noors, mei, noors)):
        patient = make_patient(f"p{number}@example.com", f"Pat {number}")
        past = services.book(patient=patient, visit_type=consultation, start=late, practitioner=mei.pk, by=rui, at=NOW)
        Appointment.objects.filter(pk=past.pk).update(
            starts_at=TWO - timedelta(days=7), practitioner=person, state="completed"
        )
        past.cells.all().delete()
    open_days.keep(at=NOW)
    before = reports.report(monday, last)
    assert before.total.open == 2 * 5 * 480
    assert [(row.name, row.visits) for row in before.filling] == [("Mei Ejemplo", 1), ("Noor Inventada", 2)]
    WeeklyHours.objects.filter(practitioner=mei, weekday=1).delete()
    for row in WeeklyHours.objects.filter(practitioner=noors):
        row.closes = time(12)
        row.save()
    people.deactivate(noors.user, by=ada, at=NOW)
    after = reports.report(monday, last)
    assert (after.total, sorted(row.visits for row in after.filling)) == (before.total, [1, 2])
    (week,) = after.weeks
    assert (week.label, week.visits, week.booked, week.open, week.rate) == ("Feb 23", 3, 135, 4800, 3)
    assert (week.new_patients, after.new_patients) == (3, 3)
    # The days to come are reckoned by the hours as they are: Mei, without her Tuesdays, and nobody who left.
    ahead = TODAY + timedelta(days=6)
    assert reports.report(ahead, ahead + timedelta(days=4)).total.open == 4 * 480
    assert open_days.keep(at=NOW) == 0
    assert OpenDay.objects.filter(day__gte=TODAY).count() == 0


@pytest.mark.parametrize("how", ["leaves", "has another role"])
def test_whoever_goes_leaves_the_hours_of_the_days_before(
    noors: Practitioner, consultation: VisitType, ada: User, rui: User, how: str
) -> None:
    """Nothing was kept yet, and Noor's user is new: their visits of last week say since when they are here."""
    patient = make_patient("p@example.com", "Pat Nadie")
    late = TWO + timedelta(hours=1)
    past = services.book(patient=patient, visit_type=consultation, start=late, by=rui, at=NOW)
    Appointment.objects.filter(pk=past.pk).update(starts_at=TWO - timedelta(days=7), state="completed")
    past.cells.all().delete()
    User.objects.filter(pk=noors.user.pk).update(date_joined=NOW)
    if how == "leaves":
        people.deactivate(noors.user, by=ada, at=NOW)
    else:
        people.change_role(noors.user, role="front desk", by=ada, at=NOW)
    first = TODAY - timedelta(days=7)
    assert min(OpenDay.objects.values_list("day", flat=True)) == first
    WeeklyHours.objects.all().delete()
    assert reports.report(first, TODAY - timedelta(days=4)).total.open == 4 * 480


@pytest.mark.parametrize("deed", ["shortened", "deleted"])
def test_hours_that_change_in_the_admin_leave_the_days_before_as_they_were(
    noors: Practitioner, ada: User, deed: str
) -> None:
    """Nothing was kept yet: whoever changes the hours keeps the days that are over first."""
    User.objects.filter(pk=noors.user.pk).update(date_joined=NOW - timedelta(days=100))
    admin, monday = sign_in(ada), WeeklyHours.objects.get(practitioner=noors, weekday=0)
    first, last = TODAY - timedelta(days=8), TODAY - timedelta(days=4)
    if deed == "shortened":
        data = {"practitioner": noors.pk, "weekday": 0, "opens": "9:00 am", "closes": "12 pm"}
        response = admin.post(reverse("admin:booking_weeklyhours_change", args=[monday.pk]), data)
    else:
        response = admin.post(reverse("admin:booking_weeklyhours_delete", args=[monday.pk]), {"post": "yes"})
    assert response.status_code == 302
    assert reports.report(first, last).total.open == 5 * 480
    ahead = TODAY + timedelta(days=6)
    assert reports.report(ahead, ahead + timedelta(days=4)).total.open < 5 * 480


def test_weeks_are_a_picture_and_a_table(desk: Client, visit: Appointment) -> None:
    found = reports.report(TODAY - timedelta(days=14), TODAY)
    assert [week.label for week in found.weeks] == ["Feb 16", "Feb 23", "Mar 2"]
    bars = picture_of(found.weeks).bars
    rates = [week.rate for week in found.weeks]
    assert [(bar.words, bar.height, bar.y) for bar in bars] == [(f"{rate}%", rate, 120 - rate) for rate in rates]
    page = desk.get(reverse("desk:reports")).text
    assert page.count('<rect class="bar"') == 5
    assert "The table below has the same numbers." in page


def test_the_flags_of_each_week_are_a_picture_and_a_table_from_which_no_small_count_can_be_worked_out(
    desk: Client,
) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    for weeks_ago, count in ((1, 6), (2, 5), (3, 2)):
        for number in range(count):
            make_case(make_sent(f"Person {weeks_ago} {number}"), tier=Tier.HOLD)
        made = Flag.objects.filter(raised_at__gte=NOW - timedelta(days=1))
        made.update(raised_at=NOW - timedelta(weeks=weeks_ago))
    (kind,) = flag_counts.by_kind(monday - timedelta(weeks=4), 4)
    # Two forms are left out; with the sum of 13 they would be known, so the five are left out too.
    assert (kind.count, kind.weeks) == (13, [None, None, None, 6])
    page = desk.get(reverse("desk:reports")).text
    assert "Flagged forms of each week. The table below has the same numbers." in page
    assert '<td class="figure">6</td>' in page


@pytest.mark.parametrize(("count", "shown"), [(4, []), (5, [5]), (7, [7])])
def test_flags_are_counted_from_five_on_and_name_nobody(desk: Client, count: int, shown: list[int]) -> None:
    for number in range(count):
        make_case(make_sent(f"Person {number}"), tier=Tier.HOLD)
    monday = TODAY - timedelta(days=TODAY.weekday())
    found = flag_counts.by_kind(monday - timedelta(weeks=1), 2)
    assert [(kind.count, kind.weeks) for kind in found] == [(number, [None, number]) for number in shown]
    assert flag_counts.by_kind(monday + timedelta(weeks=1), 1) == []
    page = plain(desk.get(reverse("desk:reports")).text)
    # This week is not over: the page counts whole weeks alone.
    assert "Every other kind fewer than 5" in page
    assert "rf_canary_rule" not in page
