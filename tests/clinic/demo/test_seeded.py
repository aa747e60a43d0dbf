"""The demo clinic once it is seeded: every state a form can be in, made by the same services."""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import clear_url_caches, include, path
from fhir.resources.R4B.bundle import Bundle
from pytest_django.plugin import DjangoDbBlocker

from clinic import urls as clinic_urls
from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment
from clinic.booking.own_page import fhir_bundle, own_record
from clinic.booking.querysets import day_bounds
from clinic.demo.management.commands.demo import send_what_is_due
from clinic.demo.opening import is_open, next_open_day
from clinic.demo.people import PASSWORD, STAFF
from clinic.demo.plan import weeks
from clinic.demo.seed import seed
from clinic.demo.today import REGULARS, WANDA, XAVER
from clinic.desk.reports import report, review_hours
from clinic.operations import health
from clinic.outbox import worker
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency
from education.models import Article
from intake.record.models import Intake
from intake.review import outcomes
from intake.review import standing as standings
from intake.review.follow_up import check_ins
from intake.review.models import Alert, Case, Decision, Reply
from intake.treatment.models import Addendum, AdverseEvent, TreatmentNote
from tests.clinic.demo.clocks import CLOCKS, ZONE
from tests.clinic.demo.test_plan import within_hours
from tests.support.fhir_answers import answers_of

# Who one is, and where one lands.
FIRST_PAGES = {
    "patient": ("greta@demo.example", "/visits/"),
    "practitioner": ("Noor Inventada", "/desk/my-day/"),
    "front-desk": ("Rui Amostra", "/desk/"),
    "editor": ("Edda Muster", "/admin/"),
    "administrator": ("Ada Sample", "/admin/"),
}


class DemoUrls:
    urlpatterns = [*clinic_urls.urlpatterns, path("demo/", include("clinic.demo.urls"))]
    handler404 = clinic_urls.handler404


# One clock in `make test`, all of them in `make battery`.
TRIED = list(CLOCKS) if os.environ.get("CLINIC_BATTERY") == "full" else ["weekday noon"]
# The demo has a SQLite file of its own.
pytestmark = [pytest.mark.heavy, pytest.mark.either_database]


@pytest.fixture(scope="module", params=TRIED)
def now(request: pytest.FixtureRequest) -> datetime:
    return CLOCKS[request.param]


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: DjangoDbBlocker, now: datetime) -> Iterator[None]:
    """A demo clinic, seeded once a clock: each test works in a savepoint of it, and after the last it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True):
            assert seed(now=now)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(seeded: None, db: None) -> Iterator[None]:
    """The seeded demo clinic, with its own addresses."""
    with override_settings(DEMO=True, ROOT_URLCONF=DemoUrls):
        clear_url_caches()
        yield
    clear_url_caches()


def days(first: date, last: date, *, step: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(0, (last - first).days + 1, step)]


def peg_of(patient: Patient) -> list[int]:
    return [round(value) for _at, value in outcomes.series_of([patient.pk]).values(outcomes.Measure.PEG)]


def test_a_seeded_clinic_is_left_as_it_is(demo: None, now: datetime) -> None:
    before = Intake.objects.count()
    assert seed(now=now) is False
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


def test_every_visit_lies_in_the_opening_hours(demo: None) -> None:
    visits = [(visit.starts_at, visit.ends_at) for visit in Appointment.objects.all()]
    assert [when for when in visits if not within_hours(*when)] == []
    assert len(visits) > 250


def test_each_week_is_well_filled_with_what_happens_in_a_clinic(demo: None, now: datetime) -> None:
    first, last = weeks(now.date())
    filled = [report(day, day + timedelta(days=6)).total for day in days(first, last, step=7)]
    assert [week.rate for week in filled if not 60 <= week.rate <= 80] == []
    assert all(week.no_shows and week.cancelled for week in filled[:4])
    over = Appointment.objects.filter(starts_at__lt=now).exclude(starts_at__date=now.date())
    assert set(over.values_list("state", flat=True)) == {"completed", "no_show", "cancelled"}
    hours = review_hours(*day_bounds(first, now.date()))
    assert len(hours) >= 5


def test_somebody_is_with_a_practitioner_exactly_while_the_clinic_is_open(demo: None, now: datetime) -> None:
    under_way = Appointment.objects.filter(state="with")
    assert under_way.exists() == is_open(now, ZONE)
    assert all(visit.starts_at <= now < visit.ends_at for visit in under_way)
    if is_open(now, ZONE):
        assert Appointment.objects.filter(state="arrived").exists()


def test_the_words_of_the_desk_stand_on_the_board_of_the_day(demo: None, now: datetime) -> None:
    day = next_open_day(now.date())
    regulars = [name for name, *_more in (*REGULARS, WANDA, XAVER)]
    visits = Appointment.objects.on_day(day).filter(patient__full_name__in=regulars)
    stand = standings.of([visit.patient_id for visit in visits], on=day, at=now)
    words = {patient.full_name: stand[patient.pk].word for patient in Patient.objects.filter(pk__in=stand)}
    assert Counter(words.values()) == {"ready": 8, "waiting": 1, "form_missing": 1}
    assert [standing.limits for standing in stand.values() if standing.limits] == [("no_prone", "short")]


def test_one_got_better_in_six_visits_and_one_did_not_and_stopped(demo: None) -> None:
    greta, norbert = (Patient.objects.get(full_name=name) for name in ("Greta Gedacht", "Norbert Nichtda"))
    assert Appointment.objects.filter(patient=greta, state="completed").count() == 6
    assert TreatmentNote.objects.filter(patient=greta).count() == 6
    assert (Addendum.objects.count(), AdverseEvent.objects.count()) == (1, 1)
    assert peg_of(greta) == [7, 5, 3]
    assert peg_of(norbert) == [7, 7]
    courses = {change.course for change in outcomes.series_of([norbert.pk]).changes if change.measure == "peg"}
    assert "better" not in courses
    assert check_ins.are_stopped(norbert)


def test_a_hold_was_settled_by_a_question_and_its_answer(demo: None) -> None:
    reply = Reply.objects.select_related("decision__case__patient").get()
    case = reply.decision.case
    assert case.patient is not None
    assert (case.patient.full_name, case.state) == ("Rafael Supuesto", "closed")
    assert list(case.decisions.order_by("at").values_list("outcome", flat=True)) == ["more", "limits"]


def test_messages_reach_nearly_everybody_who_is_still_to_come(demo: None, now: datetime) -> None:
    """Whom none reaches is a call for the desk: a demo with a page of calls is no clinic that is well."""
    ahead = list(Appointment.objects.ahead(at=now).select_related("patient__user"))
    called = [visit for visit in ahead if not visit.patient.message_ways]
    assert len(ahead) > 40
    assert 0 < len({visit.patient for visit in called}) <= 4
    assert len(called) <= len(ahead) // 10


def test_a_family_shares_a_mailbox_and_a_spanish_speaker_sees_who_speaks_it(demo: None) -> None:
    family = Patient.objects.filter(user__email="dorian@example.com").count()
    assert family == 2
    assert Intake.objects.unsent().filter(user__email="dorian@example.com").count() == 1
    visit = Appointment.objects.get(patient__full_name="Esperanza Inventada")
    assert visit.patient.interpreter == "es"
    assert "Spanish" in visit.practitioner.languages


def test_a_form_is_begun_on_the_tablet_and_an_article_is_due(demo: None, now: datetime) -> None:
    assert Intake.objects.unsent().filter(source="tablet").count() == 1
    assert Article.objects.overdue(now.date()).count() == 1


def test_one_press_signs_a_visitor_in_as_each_of_its_people(demo: None, now: datetime) -> None:
    with time_machine.travel(now, tick=False):
        client = Client()
        for who, (name, path) in FIRST_PAGES.items():
            page = client.post(f"/demo/as/{who}/", follow=True)
            assert (page.status_code, page.request["PATH_INFO"]) == (200, path), who
            assert f"You are {name}. See it as:" in page.text, who
            assert page.text.count('action="/demo/as/') == 5


def test_another_site_signs_nobody_in(demo: None) -> None:
    for headers in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        client = Client(headers=headers)
        assert client.post("/demo/as/practitioner/").status_code == 403
        assert "_auth_user_id" not in client.session
    assert Client().get("/demo/as/practitioner/").status_code == 405
    assert Client().post("/demo/as/somebody/").status_code == 404


def test_the_book_of_the_demo_is_whole(demo: None) -> None:
    call_command("verify_audit", "--whole")


def test_everybody_s_record_is_a_valid_fhir_bundle_and_their_answers_come_back(demo: None, now: datetime) -> None:
    read_back = 0
    for patient in Patient.objects.order_by("pk"):
        record = own_record.of(patient, at=now)
        bundle = Bundle.model_validate(fhir_bundle.bundle(record)).model_dump(mode="json", exclude_none=True)
        resources = [entry["resource"] for entry in bundle["entry"]]
        responses = [row for row in resources if row["resourceType"] == "QuestionnaireResponse"]
        assert len(responses) == len(record.revisions)
        for form, response in zip(record.revisions, responses, strict=True):
            assert answers_of(response, form.answers.intake.definition) == dict(form.told)
            read_back += 1
    assert read_back > 30


def test_anyone_reads_its_letters(demo: None, now: datetime) -> None:
    worker.run_once(now=lambda: now)
    response = Client().get("/demo/letters/")
    assert response.status_code == 200
    assert response.text.count("<article") == min(100, Letter.objects.filter(state="sent").count()) > 10


def test_no_message_of_its_weeks_waits_when_the_site_opens(demo: None, now: datetime) -> None:
    names = {f"messages_{urgency.name.lower()}" for urgency in Urgency}
    late = {row.name for row in health.look(at=now) if row.name in names and row.level is health.HealthLevel.BAD}
    with time_machine.travel(now, tick=False):
        assert send_what_is_due() > 10
    left = {row.name for row in health.look(at=now) if row.name in names and row.level is health.HealthLevel.BAD}
    assert ("messages_confirmation" in late, left) == (True, set())


def test_letters_are_escaped(demo: None, now: datetime) -> None:
    letter = Letter.objects.create(
        kind="account.code",
        key="escaped",
        to="zed@example.com",
        written_at=now,
        due=now,
        finished_at=now,
        state="sent",
        rendered={"subject": "<b>Hi</b>", "body": "<script>alert(1)</script> https://clinic.example/?a=1&b=2"},
    )
    text = Client().get("/demo/letters/").content.decode()
    assert letter.subject in "<b>Hi</b>"
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<b>Hi" not in text
