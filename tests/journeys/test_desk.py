"""The desk runs a day in a real browser: at 1024 pixels and on a phone, by mouse and by keyboard, without scripts."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.grid import floor
from clinic.booking.models import Appointment, State, VisitType
from tests.booking.builders import make_hours, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.journeys.conftest import OpenPage
from tests.journeys.known import at_work, known
from tests.journeys.staff import fine, fine_at_both_widths
from tests.support.browser import follow, has_focus

DESK = {"width": 1024, "height": 768}


@pytest.fixture(autouse=True)
def midday() -> Iterator[None]:
    """A clinic where it is noon now, whatever the clock here says: no day ends over a visit."""
    with override_settings(TIME_ZONE=f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"):
        yield


@pytest.fixture
def soon(midday: None) -> datetime:
    """A few minutes from now, on the grid."""
    return floor(timezone.now()) + timedelta(minutes=10)


@pytest.fixture
def treatment(transactional_db: None, soon: datetime) -> VisitType:
    make_rules()
    make_room()
    noor = make_practitioner()
    noor.hours.all().delete()
    make_hours(noor, (0, 23), weekdays=range(7))
    return make_type("treatment", noor, minutes=30, room_minutes=30, needling=True)


@pytest.fixture
def anas(treatment: VisitType) -> Patient:
    patient = make_patient(name="Ana Costa")
    patient.intakes.update(accepted_at=timezone.now(), submitted_at=timezone.now())
    return patient


@pytest.fixture
def visit(anas: Patient, treatment: VisitType, rui: User, soon: datetime) -> Appointment:
    return services.book(patient=anas, visit_type=treatment, start=soon, by=rui, at=timezone.now())


def at_the_desk(open_page: OpenPage, rui: User, *, width: str = "desk") -> Page:
    page = open_page(width="phone" if width == "phone" else "desktop")
    if width == "desk":
        page.set_viewport_size(DESK)  # type: ignore[arg-type]  # a plain dict of two sizes
    at_work(page, rui)
    return page


def state_of(visit: Appointment) -> str:
    visit.refresh_from_db()
    return visit.state


def day_of(visit: Appointment) -> str:
    return f"/desk/?day={timezone.localtime(visit.starts_at).date()}"


# Each width and each way once: a phone without scripts, a desk with them.
@pytest.mark.parametrize(
    ("width", "scripts"), [("phone", False), ("desk", True)], ids=["phone, scripts off", "desk"], indirect=["scripts"]
)
def test_a_visit_runs_from_arriving_to_done(
    open_page: OpenPage, width: str, scripts: bool, visit: Appointment, rui: User
) -> None:
    page = at_the_desk(open_page, rui, width=width)
    page.goto(day_of(visit))
    for word, after in (("Arrived", State.ARRIVED), ("Start", State.WITH), ("Complete", State.COMPLETED)):
        follow(page.get_by_role("button", name=f"{word} Ana Costa"))
        expect(page.get_by_role("status")).to_be_visible()
        assert state_of(visit) == after
    fine(page)
    follow(page.get_by_role("link", name="Ana Costa"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ana Costa")
    expect(page.get_by_role("main")).to_contain_text("Arrived")
    fine(page)


def test_somebody_who_calls_is_found_and_booked(open_page: OpenPage, anas: Patient, rui: User) -> None:
    page = at_the_desk(open_page, rui, width="phone")
    page.get_by_label("Name, birth date, phone or email").fill("anna kosta")
    follow(page.get_by_role("button", name="Find"))
    fine(page)
    assert "kosta" not in page.url
    follow(page.get_by_role("link", name="Ana Costa"))
    follow(page.get_by_role("link", name="Book a visit"))
    follow(page.get_by_role("button", name="Show times"))
    fine(page)
    page.get_by_role("radio").first.check()
    follow(page.get_by_role("button", name="Book it"))
    expect(page.get_by_role("status")).to_contain_text("Ana Costa is booked")
    assert anas.visits.count() == 1


def test_a_visit_is_moved_and_cancelled(open_page: OpenPage, visit: Appointment, rui: User) -> None:
    page = at_the_desk(open_page, rui)
    page.goto(f"/desk/visits/{visit.ref}/")
    follow(page.get_by_role("link", name="Reschedule"))
    fine(page)
    page.get_by_role("radio", name="with Noor Inventada").last.check()
    page.get_by_role("radio", name="Patient").check()
    follow(page.get_by_role("button", name="Reschedule the visit"))
    expect(page.get_by_role("status")).to_contain_text("Rescheduled to")
    new = Appointment.objects.get(moved_from=visit)
    page.goto(f"/desk/visits/{new.ref}/cancel/")
    follow(page.get_by_role("button", name="Cancel the visit"))
    expect(page.get_by_role("alert")).to_contain_text("Choose who requested it")
    fine(page)
    page.get_by_role("radio", name="Clinic").check()
    page.get_by_label("Why?").select_option("clinic_closed")
    follow(page.get_by_role("button", name="Cancel the visit"))
    expect(page.get_by_role("status")).to_contain_text("is canceled")


def test_the_board_is_walked_by_keyboard(open_page: OpenPage, visit: Appointment, rui: User) -> None:
    page = at_the_desk(open_page, rui)
    page.goto(day_of(visit))
    expect(page.locator("[data-keys]")).to_be_visible()
    page.keyboard.press("f")
    box = page.get_by_label("Name, birth date, phone or email")
    expect(box).to_be_focused()
    # While somebody types, letters are letters.
    page.keyboard.type("fan")
    expect(box).to_have_value("fan")
    name = page.locator(f"#board-{visit.ref} a")
    name.focus()
    page.keyboard.press("ArrowDown")
    assert not has_focus(name)
    page.keyboard.press("ArrowUp")
    expect(name).to_be_focused()
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("Ana Costa is here")
    assert state_of(visit) == State.ARRIVED
    # Back at the visit on which the key was pressed.
    expect(page.locator(f"#board-{visit.ref} a")).to_be_focused()
    page.locator("body").evaluate("body => document.activeElement.blur()")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", level=1)).to_have_text("New visit")


def test_every_page_of_the_desk_is_accessible_on_a_phone_and_at_a_desk_in_the_dark(
    open_page: OpenPage, visit: Appointment, treatment: VisitType, rui: User
) -> None:
    page = open_page(width="desktop")
    known(page, rui)
    noor = visit.practitioner
    services.join(
        patient=make_patient("zed@example.com", "Zed Later"),
        visit_type=treatment,
        until=timezone.localdate() + timedelta(days=9),
        urgent=True,
        by=rui,
        at=timezone.now(),
    )
    for address in (
        f"{day_of(visit)}&view=board",
        f"{day_of(visit)}&view=list",
        "/desk/week/",
        "/desk/tasks/",
        "/desk/forms/",
        f"/desk/sheet/{day_of(visit).partition('/desk/')[2]}",
        "/desk/waiting/",
        f"/desk/waiting/?patient={visit.patient.ref}",
        "/desk/book/",
        "/desk/block/",
        "/desk/people/new/",
        f"/desk/people/{visit.patient.ref}/",
        f"/desk/people/{visit.patient.ref}/form/",
        "/desk/blank-form/",
        f"/desk/close/{day_of(visit).partition('/desk/')[2]}",
        "/desk/ill/",
        f"/desk/ill/?practitioner={noor.pk}&day={timezone.localtime(visit.starts_at).date()}",
        "/desk/reports/",
    ):
        page.goto(address)
        assert page.url.endswith(address), page.url
        fine_at_both_widths(page, desk_in_the_dark=True)


def test_on_paper_the_day_is_the_list_alone(open_page: OpenPage, visit: Appointment, rui: User) -> None:
    page = at_the_desk(open_page, rui)
    page.goto(day_of(visit))
    expect(page.locator(".as-board")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".as-board")).to_be_hidden()
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator(f"#visit-{visit.ref}")).to_be_visible()
    assert re.search("Ana Costa", page.locator(".as-list").inner_text())
