"""The demo clinic once it is seeded: every state a form can be in, made by the same services."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import clear_url_caches, include, path
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from clinic import urls as clinic_urls
from clinic.accounts.models import User
from clinic.booking.models import Appointment
from clinic.demo.people import PASSWORD, STAFF
from clinic.demo.seed import seed
from clinic.outbox import worker
from clinic.outbox.models import Letter
from intake.record.models import Intake
from intake.review import outcomes
from intake.review import standing as standings
from intake.review.models import Alert, Case, Decision
from intake.treatment.models import Addendum, AdverseEvent, TreatmentNote
from tests.support.times import NOW


class DemoUrls:
    urlpatterns = [*clinic_urls.urlpatterns, path("demo/", include("clinic.demo.urls"))]
    handler404 = clinic_urls.handler404


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A demo clinic, seeded once: each test works in a savepoint of it, and after the last all of it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True):
            assert seed(now=NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(seeded: None, db: None) -> Iterator[None]:
    """The seeded demo clinic, with its own addresses."""
    with override_settings(DEMO=True, ROOT_URLCONF=DemoUrls):
        clear_url_caches()
        yield
    clear_url_caches()


def test_a_seeded_clinic_is_left_as_it_is(demo: None) -> None:
    before = Intake.objects.count()
    assert seed(now=NOW) is False
    assert Intake.objects.count() == before


def test_the_staff_hold_their_roles_and_share_one_password(demo: None) -> None:
    held = {
        user.email: (user.groups.get().name, user.check_password(PASSWORD))
        for user in User.objects.filter(is_staff=True)
    }
    assert held == {person.email: (person.role, True) for person in STAFF}
    assert sum(person.role == "practitioner" for person in STAFF) == 3


def test_forms_stand_in_every_state(demo: None) -> None:
    drafts = Intake.objects.filter(submitted_at=None, expired_at=None)
    assert {intake.tier for intake in drafts} >= {"clear", "emergency"}
    assert Intake.objects.exclude(expired_at=None).count() == 1
    sent = Intake.objects.exclude(submitted_at=None)
    assert sent.filter(email="", accepted_at=None).count() == 1
    assert {intake.tier for intake in sent} == {"clear", "note", "caution", "hold", "emergency"}
    assert {decision.outcome for decision in Decision.objects.all()} == set(Decision.Outcome.values)
    assert {case.state for case in Case.objects.all()} == set(Case.State.values)
    assert {alert.closed_at is None for alert in Alert.objects.all()} == {True, False}
    reopened = Case.objects.exclude(state="closed").filter(patient__cases__decisions__isnull=False)
    assert reopened.exists()


def test_three_of_the_four_words_stand_on_the_board_of_today(demo: None) -> None:
    today = timezone.localdate(NOW)
    here = Appointment.objects.filter(starts_at__date=today).values_list("patient", flat=True)
    stand = list(standings.of(list(here), on=today, at=NOW).values())
    assert Counter(standing.word for standing in stand) == {"ready": 8, "waiting": 1, "form_missing": 1}
    assert sum(standing.unread for standing in stand) == 2 + 1  # two regulars, and the one whose form waits
    assert [standing.limits for standing in stand if standing.limits] == [("no_prone", "short")]


def test_a_course_of_treatments_has_its_notes_and_a_line_that_goes_down(demo: None) -> None:
    notes = TreatmentNote.objects.all()
    assert (notes.count(), Addendum.objects.count(), AdverseEvent.objects.count()) == (4, 1, 1)
    series = outcomes.series_of([notes[0].patient_id])
    assert [(change.measure, change.course) for change in series.changes] == [("pain", "better"), ("peg", "better")]


def test_the_book_of_the_demo_is_whole(demo: None) -> None:
    call_command("verify_audit")


def test_anyone_reads_its_letters(demo: None) -> None:
    worker.run_once(now=lambda: NOW)
    response = Client().get("/demo/letters/")
    assert response.status_code == 200
    text = response.content.decode()
    assert text.count("<article") == Letter.objects.filter(state="sent").count() > 10
    assert "gwen@example.com" in text


def test_letters_are_escaped(demo: None) -> None:
    letter = Letter.objects.create(
        kind="account.code",
        key="escaped",
        to="zed@example.com",
        written_at=NOW,
        due=NOW,
        finished_at=NOW,
        state="sent",
        rendered={"subject": "<b>Hi</b>", "body": "<script>alert(1)</script> https://clinic.example/?a=1&b=2"},
    )
    text = Client().get("/demo/letters/").content.decode()
    assert letter.subject in "<b>Hi</b>"
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<b>Hi" not in text
