"""What waits for the desk, and everybody's forms: who, when, how far, one of five words; nothing anybody answered."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.contradictions import ASKED
from clinic.accounts.models import Difference, Patient, User
from clinic.desk.difference_words import QUESTIONS
from intake.record.models import Answers, Intake
from intake.review.models import Alert, Case, Flag
from intake.screening import Tier
from tests.support.cast import SignedIn, sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
TASKS_PAGE, FORMS_PAGE, TODAY_PAGE = reverse("desk:tasks"), reverse("desk:forms"), reverse("desk:day")
CANARY = "CNRY7F3A"
BORN = TODAY.replace(year=1980)


def make_form(name: str = "Ana Costa", **other: Any) -> Intake:
    """A form with sealed answers that nobody at the desk may see."""
    facts = {
        "version": "1",
        "full_name": name,
        "date_of_birth": BORN,
        "phone": "555 0100",
        "started_at": NOW,
        "saved_at": NOW,
        "expires_at": NOW + timedelta(days=30),
    }
    form = Intake.objects.create(**(facts | other))
    Answers.objects.create(intake=form, document={"raw": {"meds_list": CANARY}}, saved_at=NOW)
    return form


def make_sent(name: str = "Ana Costa", **other: Any) -> Intake:
    return make_form(name, submitted_at=NOW, **other)


def make_accepted(name: str = "Ana Costa", **other: Any) -> Intake:
    patient = Patient.objects.create(full_name=name, date_of_birth=BORN)
    return make_sent(name, accepted_at=NOW, patient=patient, **other)


def make_case(form: Intake, *, tier: Tier) -> Case:
    case = Case.objects.create(intake=form, patient=form.patient, tier=tier, opened_at=NOW, waiting_since=NOW)
    Flag.objects.create(
        case=case,
        answers=form.answers.get(),
        code="rf_canary_rule",
        tier=tier,
        position=1,
        ruleset="1",
        contact="now",
        finding={"why": CANARY},
        raised_at=NOW,
    )
    return case


def make_alert(form: Intake) -> Alert:
    case = make_case(form, tier=Tier.EMERGENCY)
    return Alert.objects.create(case=case, intake=form, raised_at=NOW, last_at=NOW)


def cards(client: Client, name: str) -> list[str]:
    """Return the words of each card that names somebody: the tasks first, then everybody's forms."""
    pages = client.get(TASKS_PAGE).text + client.get(FORMS_PAGE).text
    found = re.findall(r'<li class="card">(.*?)</li>', pages, re.DOTALL)
    plain = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", card)).strip() for card in found]
    return [card for card in plain if name in card]


def test_each_form_says_how_far_it_is(rui: User) -> None:
    make_form("Started Sue")
    make_sent("Sent Sam")
    make_accepted("Accepted Ann")
    make_form("Lapsed Lee", expired_at=NOW)
    client = sign_in(rui)
    told = {name: cards(client, name)[-1] for name in ("Started Sue", "Sent Sam", "Accepted Ann", "Lapsed Lee")}
    assert "Started, Tue, Mar 3, 2026, 10:30 am" in told["Started Sue"]
    assert "To confirm by phone, Tue, Mar 3, 2026, 10:30 am" in told["Sent Sam"]
    assert "Accepted, Tue, Mar 3, 2026, 10:30 am" in told["Accepted Ann"]
    assert "Expired" in told["Lapsed Lee"]
    assert all("555 0100" in card for card in told.values())


@pytest.mark.parametrize(
    ("tier", "word"),
    [(None, "Ready"), (Tier.CAUTION, "Ready"), (Tier.HOLD, "Waiting for practitioner")],
)
def test_readiness_in_a_word(rui: User, tier: Tier | None, word: str) -> None:
    form = make_accepted()
    if tier is not None:
        make_case(form, tier=tier)
    card = cards(sign_in(rui), "Ana Costa")[-1]
    assert word in card
    assert "Say: “" in card


def test_an_open_emergency_is_a_task_whatever_the_form(rui: User) -> None:
    make_alert(make_form("Started Sue"))
    make_alert(make_accepted("Accepted Ann"))
    client = sign_in(rui)
    for name in ("Started Sue", "Accepted Ann"):
        task, line = cards(client, name)
        assert "Call patient" in task
        assert "A practitioner must talk to this person now" in task
        assert "Call patient" in line


def test_old_forms_drop_off_unless_somebody_waits(rui: User) -> None:
    long_ago = {"saved_at": NOW - timedelta(days=31), "started_at": NOW - timedelta(days=31)}
    make_form("Old Olga", **long_ago)
    make_sent("Waiting Wim", **long_ago)
    make_alert(make_form("Alarmed Al", **long_ago))
    client = sign_in(rui)
    assert cards(client, "Old Olga") == []
    assert cards(client, "Waiting Wim") != []
    assert cards(client, "Alarmed Al") != []


def test_the_desk_accepts_after_a_call(rui: User) -> None:
    form = make_sent()
    client = sign_in(rui)
    assert "I talked to them: accept" in cards(client, "Ana Costa")[0]
    done = client.post(reverse("desk:accept", args=[form.ref]), follow=True)
    form.refresh_from_db()
    assert form.patient is not None
    assert (form.accepted_at, form.patient.full_name) == (NOW, "Ana Costa")
    assert "The form of Ana Costa is accepted" in done.text
    assert "I have spoken to them" not in done.text


def test_what_cannot_be_accepted_is_a_sentence(rui: User) -> None:
    form = make_form()
    done = sign_in(rui).post(reverse("desk:accept", args=[form.ref]), follow=True)
    assert "has not been sent yet" in done.text
    assert Intake.objects.get().accepted_at is None
    assert sign_in(rui).post(reverse("desk:accept", args=["NOSUCHREF"])).status_code == 404


def test_every_field_a_form_can_contradict_is_a_whole_question_with_values_in_words(rui: User) -> None:
    patient = Patient.objects.create(full_name="Ana Costa", date_of_birth=BORN, guardian_present="no", interpreter="no")
    said = {"guardian_present": ("no", "yes"), "interpreter": ("no", "es"), "phone": ("", "555 0199")}
    for field, (old, new) in said.items():
        Difference.objects.create(patient=patient, field=field, old=old, new=new, found_at=NOW)
    page = sign_in(rui).get(reverse("desk:patient", args=[patient.ref])).text
    assert "Does a parent or guardian come to the visits? Our record says “No”. A newer form says “Yes”." in page
    assert (
        "Does the patient want an interpreter? Our record says “No, English is fine”. A newer form says “Spanish”."
        in page
    )
    assert "Which phone number is right? Our record says “nothing”. A newer form says “555 0199”." in page
    assert set(QUESTIONS) == set(ASKED)


@pytest.mark.parametrize(("take", "phone"), [("new", "555 0199"), ("old", "555 0100"), ("", "555 0100")])
def test_the_desk_settles_differences(rui: User, ana: User, take: str, phone: str) -> None:
    told = {"full_name": "Ana Costa", "date_of_birth": BORN, "phone": "555 0100"}
    patient = people.take_in(identity=told, user=ana, by=ana, at=NOW)
    people.take_in(identity=told | {"phone": "555 0199"}, user=ana, by=ana, at=NOW)
    client = sign_in(rui)
    assert (
        "Which phone number is right? Our record says “555 0100”. A newer form says “555 0199”."
        in cards(client, "Ana Costa")[0]
    )
    client.post(reverse("desk:settle", args=[Difference.objects.get().pk]), {"take": take})
    patient.refresh_from_db()
    assert patient.phone == phone
    assert cards(client, "Ana Costa") == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_forms_cost_the_same_whatever_there_is_and_load_no_answer_and_no_flag(
    rui: User, queries: Any, count: int
) -> None:
    for number in range(count):
        make_alert(make_accepted(f"Ana {number}"))
        make_sent(f"Zed {number}")
        patient = Patient.objects.create(full_name=f"Bo {number}", date_of_birth=BORN)
        Difference.objects.create(patient=patient, field="phone", old="1", new="2", found_at=NOW)
    client = sign_in(rui)
    client.get(reverse("website:home"))  # the clinic's own profile is remembered for some seconds
    with queries(9) as seen:  # three to sign in, four for alerts and forms, two for where people stand
        page = client.get(FORMS_PAGE)
    assert page.text.count('<h2 class="card-name">Zed') == count
    assert not [
        sql for sql in seen if '"record_answers"."document"' in sql or '"review_flag"."code"' in sql or "finding" in sql
    ]
    assert CANARY not in page.text
    assert "rf_canary_rule" not in page.text


def test_an_interpreter_is_mentioned(rui: User) -> None:
    make_form("Needs One", interpreter="es")
    make_form("Needs None", interpreter="no")
    client = sign_in(rui)
    assert "interpreter: Spanish" in cards(client, "Needs One")[-1]
    assert "interpreter" not in cards(client, "Needs None")[-1]


def test_what_patients_type_is_never_markup(rui: User) -> None:
    make_sent("<img src=x onerror=alert(1)>")
    page = sign_in(rui).get(TASKS_PAGE).text
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


@pytest.mark.parametrize(("person", "allowed"), [("rui", True), ("noor", True), ("ada", False), ("edda", False)])
def test_the_desk_is_for_desk_and_practitioners(
    request: pytest.FixtureRequest, signed_in: SignedIn, person: str, allowed: bool
) -> None:
    form = make_sent()
    client = signed_in(request.getfixturevalue(person))
    assert client.get(TODAY_PAGE).status_code == (200 if allowed else 403)
    assert client.post(reverse("desk:accept", args=[form.ref])).status_code == (302 if allowed else 403)
    form.refresh_from_db()
    assert (form.accepted_at is not None) is allowed


def test_patients_and_strangers_never_see_the_desk(client: Client, ana: User) -> None:
    form = make_sent()
    own = sign_in(ana)
    assert own.get(TODAY_PAGE).status_code == 403
    assert own.post(reverse("desk:accept", args=[form.ref])).status_code == 403
    assert client.get(TODAY_PAGE).headers["Location"].startswith(reverse("account_login"))
    form.refresh_from_db()
    assert form.accepted_at is None


def test_nothing_changes_by_looking(rui: User) -> None:
    form = make_sent()
    client = sign_in(rui)
    assert client.get(reverse("desk:accept", args=[form.ref])).status_code == 405
    assert Client(enforce_csrf_checks=True).post(reverse("desk:accept", args=[form.ref])).status_code == 403
