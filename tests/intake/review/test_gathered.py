"""A machine that begins forms with an emergency hides nobody: one line a place, behind everybody we know."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from clinic.accounts.models import User
from clinic.outbox.models import Letter
from intake.pages import accepting
from intake.pages.drafts import start
from intake.record.models import Intake
from intake.review.models import Alert
from tests.intake.forms import fill
from tests.support.answers import Answers
from tests.support.cast import SignedIn
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

QUEUE = reverse("admin:review_case_changelist")
DAY = reverse("desk:day")


def emergency(answers: Answers, *, minute: int, place: str = "", by: User | None = None, **said: Any) -> Intake:
    at = NOW + timedelta(minutes=minute)
    raw = answers(rf_chest="yes", **({"email": by.email} if by else {}) | said)
    return fill(raw, intake=start(at=at, by=by, place=place), by=by, at=at)


def lines(page: Any) -> list[str]:
    """The names of the queue in order: lines, and in brackets what is gathered behind one."""
    found = []
    for row in page.text.split('<th scope="row" class="patient">')[1:]:
        names = re.findall(r'<a href="[^"]+">([^<,]+)', row.split("</th>")[0])
        found.append(names[0] + (f" ({len(names) - 1} more)" if names[1:] else ""))
    return found


@pytest.fixture
def flood(answers: Answers, ana: User, zed: User, frozen: time_machine.Traveller) -> list[Intake]:
    """Four forms of a machine, one stranger of another place, then Ana and Zed, who are on their own mailboxes."""
    machine = [
        emergency(answers, minute=n, place="machine", full_name=f"Invented {n}", email=f"x{n}@example.com")
        for n in range(4)
    ]
    emergency(answers, minute=4, place="home", full_name="Stranger Real", email="real@example.com")
    emergency(answers, minute=5, by=ana, full_name="Ana Invented")
    # He began without a sign-in, and confirmed his mailbox since.
    zeds = emergency(answers, minute=6, place="machine", full_name="Zed Invented", email=zed.email)
    accepting.confirm_email(zeds, user=zed, at=NOW + timedelta(minutes=7))
    frozen.shift(timedelta(minutes=8))
    return machine


def test_the_queue_has_one_line_a_place_behind_everybody_we_know(
    flood: list[Intake], noor: User, signed_in: SignedIn
) -> None:
    known = ["Ana Invented", "Zed Invented"]
    page = signed_in(noor).get(QUEUE)
    assert lines(page) == [*known, "Invented 0 (3 more)", "Stranger Real"]
    assert "3 more open calls from the same place, not confirmed" in page.text


def test_so_has_the_desk(flood: list[Intake], rui: User, signed_in: SignedIn) -> None:
    calls = signed_in(rui).get(DAY).text.split('id="calls-title"')[1].split("</section>")[0]
    names = re.findall(r"<strong>([^<]+)</strong>", calls)
    assert names == ["Zed Invented", "Ana Invented", "Stranger Real", "Invented 3"]
    assert "3 more open calls from the same place, not confirmed" in calls


def test_a_place_makes_two_letters_a_quarter_and_whom_we_know_has_their_own(
    flood: list[Intake], noor: User, answers: Answers, frozen: time_machine.Traveller, zed: User
) -> None:
    assert Alert.objects.open().count() == 7
    Letter.objects.all().delete()
    for minute in (16, 17, 18):
        emergency(answers, minute=minute, place="machine", full_name=f"Later {minute}", email=f"y{minute}@example.com")
    emergency(answers, minute=19, by=zed, full_name="Zed Invented")
    alerts = Letter.objects.filter(kind="intake.alert", to=noor.email).order_by("pk")
    assert [letter.due for letter in alerts] == [
        NOW + timedelta(minutes=16),
        NOW + timedelta(minutes=30),
        NOW + timedelta(minutes=19),
    ]


def test_a_form_that_may_be_about_somebody_we_know_has_its_own_line(
    flood: list[Intake], answers: Answers, noor: User, signed_in: SignedIn
) -> None:
    from tests.booking.builders import make_patient

    bo = make_patient("bo@example.com", "Bo Costa", ready=False)
    born = {"day": str(bo.date_of_birth.day), "month": str(bo.date_of_birth.month), "year": str(bo.date_of_birth.year)}
    emergency(answers, minute=7, place="machine", full_name="Bo Costa", date_of_birth=born, email="bo2@example.com")
    assert lines(signed_in(noor).get(QUEUE))[:3] == ["Ana Invented", "Zed Invented", "Bo Costa"]
