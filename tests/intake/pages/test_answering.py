"""A practitioner asks, the patient answers on their own page: in the thread, screened at once, back in the queue."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from intake.pages import sending
from intake.record.models import Intake
from intake.review import services as review
from intake.review.models import Alert, Case, Reply
from tests.intake.cases import case_of, page, seen_now
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
QUESTION = "Which blood thinner do you take?"


@pytest.fixture
def asked(answers: Answers, ana: User, noor: User, now: datetime) -> Intake:
    """Ana's form, on which Noor has a question."""
    intake = sent(answers(seizure="remote", anything_else="I sleep badly."), by=ana, at=now - timedelta(hours=2))
    review.decide(
        case_of(intake),
        by=noor,
        at=now - timedelta(hours=1),
        seen=seen_now(intake),
        outcome="more",
        question=QUESTION,
        reason="Not named.",
    )
    return intake


def test_the_answer_stands_in_the_thread_is_screened_and_brings_the_case_back(
    asked: Intake, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client = signed_in(ana)
    own = reverse("intake:sent", args=[asked.ref])
    assert QUESTION in client.get(own).text
    response = client.post(reverse("intake:answer", args=[asked.ref]), {"answer": "It is Eliquis."}, follow=True)
    assert response.redirect_chain == [(own, 303)]
    assert QUESTION not in response.text
    case = Case.objects.get(intake=asked)
    assert (case.state, case.waiting_since) == ("open", now)
    assert "anticoagulant" in set(case.flags.values_list("code", flat=True))
    assert asked.current().raw["anything_else"] == "I sleep badly.\nIt is Eliquis."
    shown = signed_in(noor).get(page(asked)).text
    assert shown.index(QUESTION) < shown.index('<p class="lines">It is Eliquis.</p>')
    deeds = list(Entry.objects.filter(by=ana).order_by("-number").values_list("deed", flat=True)[:2])
    assert deeds == ["case.answered", "intake.question_answered"]


def test_in_another_language_the_answer_goes_along_and_is_not_sent(
    asked: Intake, ana: User, signed_in: SignedIn
) -> None:
    client, address = signed_in(ana), f"/es/intake/{asked.ref}/answer/"
    assert f'form="answer-form" formaction="{address}"' in client.get(reverse("intake:sent", args=[asked.ref])).text
    page = client.post(address, {"answer": "I want to kill myself", "go": "in-es"})
    assert (page.status_code, '<html lang="es"' in page.text) == (200, True)
    assert "I want to kill myself</textarea>" in page.text
    assert Alert.objects.filter(intake=asked).exists() is False


def test_an_emergency_in_the_answer_stops_and_raises_the_alarm(asked: Intake, ana: User, signed_in: SignedIn) -> None:
    response = signed_in(ana).post(reverse("intake:answer", args=[asked.ref]), {"answer": "I want to kill myself"})
    assert "/stop/" in response["Location"]
    assert Alert.objects.open().filter(intake=asked).count() == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("   ", "Write your answer first."), ("x" * 1001, "Your answer is too long.")],
)
def test_what_cannot_be_kept_comes_back_with_a_sentence(
    asked: Intake, ana: User, signed_in: SignedIn, words: str, sentence: str
) -> None:
    response = signed_in(ana).post(reverse("intake:answer", args=[asked.ref]), {"answer": words})
    assert sentence in response.text
    assert (Reply.objects.count(), case_of(asked).state) == (0, "waiting")


def test_the_same_answer_sent_twice_is_one(asked: Intake, ana: User, signed_in: SignedIn) -> None:
    client, address = signed_in(ana), reverse("intake:answer", args=[asked.ref])
    for _press in range(2):
        assert (
            "Your practitioner will read your answer." in client.post(address, {"answer": "Eliquis."}, follow=True).text
        )
    assert [reply.text for reply in Reply.objects.all()] == ["Eliquis."]
    assert asked.answers.count() == 2


def test_nobody_else_answers(asked: Intake, zed: User, noor: User, signed_in: SignedIn) -> None:
    address = reverse("intake:answer", args=[asked.ref])
    codes = [
        client.post(address, {"answer": "Not mine."}).status_code
        for client in (Client(), signed_in(zed), signed_in(noor))
    ]
    assert codes == [404, 404, 404]
    assert Reply.objects.count() == 0


def test_the_question_is_answered_while_a_change_is_begun_and_the_change_goes_on(
    asked: Intake, answers: Answers, ana: User, now: datetime, signed_in: SignedIn
) -> None:
    draft = sending.change(asked, by=ana, at=now)
    draft.document["raw"]["anything_else"] = "I sleep well."
    draft.save()
    response = signed_in(ana).post(reverse("intake:answer", args=[asked.ref]), {"answer": "It is Eliquis."})
    assert (response.status_code, Case.objects.get().state) == (303, "open")
    rows = [(row.revision, row.frozen_at is not None, row.raw["anything_else"]) for row in asked.answers.order_by("pk")]
    assert sorted(rows) == [
        (1, True, "I sleep badly."),
        (2, True, "I sleep badly.\nIt is Eliquis."),
        (3, False, "I sleep well.\nIt is Eliquis."),
    ]
    assert "anticoagulant" in set(Case.objects.get().flags.values_list("code", flat=True))


def test_more_is_added_to_an_answer_until_somebody_decides_and_then_nothing_typed_is_lost(
    asked: Intake, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client, address = signed_in(ana), reverse("intake:answer", args=[asked.ref])
    client.post(address, {"answer": "It is Eliquis."})
    client.post(address, {"answer": "5 mg."})
    assert [row.text for row in Reply.objects.order_by("pk")] == ["It is Eliquis.", "5 mg."]
    assert asked.current().raw["anything_else"] == "I sleep badly.\nIt is Eliquis.\n5 mg."
    review.decide(case_of(asked), by=noor, at=now, seen=seen_now(asked), outcome="clear", reason="Known now.")
    page_ = client.post(address, {"answer": "And aspirin."})
    assert (page_.status_code, "And aspirin.</p>" in page_.text) == (200, True)
    assert "Your practitioner has no open question any more, so this was not sent." in page_.text
    assert Reply.objects.count() == 2


def test_a_change_that_was_begun_is_dropped(asked: Intake, ana: User, now: datetime, signed_in: SignedIn) -> None:
    client, drop = signed_in(ana), reverse("intake:drop_change", args=[asked.ref])
    client.post(reverse("intake:change", args=[asked.ref]))
    assert asked.answers.filter(frozen_at=None).count() == 1
    response = client.post(drop, follow=True)
    assert "You started to change your answers" not in response.text
    assert (asked.answers.count(), Entry.objects.filter(deed="intake.change_dropped").count()) == (1, 1)
    client.post(drop)
    assert (asked.answers.count(), Entry.objects.filter(deed="intake.change_dropped").count()) == (1, 1)


def test_a_change_that_a_practitioner_has_to_see_is_not_dropped(
    asked: Intake, answers: Answers, ana: User, now: datetime, signed_in: SignedIn
) -> None:
    sending.change(asked, by=ana, at=now)
    fill(answers(rf_saddle_numb="yes"), intake=asked, only={"rf_saddle_numb"}, by=ana, at=now)
    response = signed_in(ana).post(reverse("intake:drop_change", args=[asked.ref]), follow=True)
    assert "A practitioner has to see what you changed." in response.text
    assert asked.answers.filter(frozen_at=None).count() == 1
