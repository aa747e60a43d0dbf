"""Many at once: the same page, the same button, the same form. One intake, and nobody overwritten in silence."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from clinic.accounts.models import User
from intake.pages import readings
from intake.pages.tablet import services as tablets
from intake.pages.tablet.models import HandOver
from intake.questionnaire import NEW_PATIENT
from intake.record import errors
from intake.record.models import Intake
from intake.review.models import Alert, Case
from tests.booking.builders import make_patient
from tests.intake.walker import HIDDEN, SIGN, Walker, fields

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]

together = Callable[[int, Callable[[int], Any]], list[Any]]


@pytest.fixture
def at_once() -> together:
    """Do the same thing in several threads at once, each with a connection of its own."""

    def one(deed: Callable[[int], Any], number: int) -> Any:
        try:
            return deed(number)
        finally:
            connection.close()

    def run(count: int, deed: Callable[[int], Any]) -> list[Any]:
        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(lambda number: one(deed, number), range(count)))

    return run


def same_browser(walker: Walker) -> Client:
    client = Client()
    client.cookies = walker.client.cookies
    return client


def body(walker: Walker, number: int, **changed: Any) -> dict[str, Any]:
    hidden = dict(HIDDEN.findall(walker.page(number).text))
    return hidden | fields(NEW_PATIENT.screen(number), walker.raw | changed) | {"go": "continue"}


def test_the_last_page_sent_many_times_at_once_makes_one_intake(client: Client, at_once: together, size: Any) -> None:
    ana = Walker(client).begin()
    ana.raw["email"] = ""
    ana.walk()
    data, url = body(ana, SIGN), ana.url("screen", SIGN)
    answers = at_once(size(8, 50), lambda _n: same_browser(ana).post(url, data))
    assert {answer["Location"] for answer in answers} == {ana.url("sent")}
    assert Intake.objects.get().answers.count() == 1
    assert Intake.objects.get().consents.count() == 1
    assert Case.objects.count() == 1


def test_of_many_who_save_one_page_at_once_one_is_kept_and_the_others_are_asked(
    client: Client, at_once: together, size: Any
) -> None:
    ana = Walker(client).begin()
    url, count = ana.url("screen", 1), size(6, 30)
    bodies = [body(ana, 1, phone=f"213-555-0{number:03}") for number in range(count)]
    answers = at_once(count, lambda number: same_browser(ana).post(url, bodies[number]))
    assert sorted(answer.status_code for answer in answers) == [*[200] * (count - 1), 303]
    assert sum("What was saved" in answer.text for answer in answers) == count - 1


def test_the_same_emergency_saved_many_times_at_once_is_one_alert(client: Client, at_once: together, size: Any) -> None:
    ana = Walker(client).begin()
    ana.send(1)
    data, url = body(ana, 2, rf_chest="yes"), ana.url("screen", 2)
    answers = at_once(size(6, 30), lambda _n: same_browser(ana).post(url, data))
    assert {answer["Location"] for answer in answers} == {ana.url("stop_at", 2)}
    assert Alert.objects.count() == 1
    assert Case.objects.count() == 1


def test_many_on_different_pages_do_not_disturb_each_other(client: Client, at_once: together, now: datetime) -> None:
    ana = Walker(client).begin()
    bodies = {number: body(ana, number) for number in (1, 2, 3, 4)}
    at_once(4, lambda n: same_browser(ana).post(ana.url("screen", n + 1), bodies[n + 1]))
    kept = readings.reading_of(ana.intake, ana.intake.current(), on=now.date()).answers
    assert {"full_name", "rf_chest", "rf_leg_weak", "rf_stroke"} <= set(kept)


def test_a_tablets_code_typed_many_times_at_once_opens_one_browser(at_once: together, size: Any, rui: User) -> None:
    patient = make_patient("bo@example.com", "Bo Costa", ready=False)
    _handed, code = tablets.hand_over(patient, by=rui, at=timezone.now())
    browsers = [Client() for _n in range(size(6, 19))]
    answers = at_once(len(browsers), lambda n: browsers[n].post("/tablet/", {"code": code}))
    assert sorted(answer.status_code for answer in answers) == [*[200] * (len(browsers) - 1), 303]


def test_of_many_birth_dates_at_once_five_are_read(at_once: together, size: Any, rui: User) -> None:
    patient = make_patient("bo@example.com", "Bo Costa", ready=False)
    handed, code = tablets.hand_over(patient, by=rui, at=timezone.now())
    assert tablets.use_code(code, at=timezone.now()) is not None
    wrong, at = date(1990, 5, 6), timezone.now()
    at_once(size(8, 40), lambda _n: tablets.open_for(handed, born=wrong, at=at))
    handed = HandOver.objects.get()
    assert (handed.tries, handed.ended_how, handed.opened_at) == (5, "refused", None)
    assert not tablets.open_for(handed, born=patient.date_of_birth, at=at)


def test_codes_made_many_times_at_once_leave_one_that_works(at_once: together, size: Any, rui: User) -> None:
    patient = make_patient("bo@example.com", "Bo Costa", ready=False)

    def make(_n: int) -> bool:
        with suppress(errors.IntakeError):
            tablets.hand_over(patient, by=rui, at=timezone.now())
            return True
        return False

    assert any(at_once(size(6, 30), make))
    assert HandOver.objects.filter(ended_at=None).count() == 1
