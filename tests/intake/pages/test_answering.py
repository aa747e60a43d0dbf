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
from tests.intake.cases import case_of, page
from tests.intake.forms import sent
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
        seen=review.version_of(intake.current()),
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


def test_a_second_answer_and_one_during_a_change_write_nothing(
    asked: Intake, ana: User, now: datetime, signed_in: SignedIn
) -> None:
    client, address = signed_in(ana), reverse("intake:answer", args=[asked.ref])
    client.post(address, {"answer": "It is Eliquis."})
    late = client.post(address, {"answer": "Twice."}).text
    assert ("no open question any more" in late, "Twice." in late) == (True, True)
    assert [reply.text for reply in Reply.objects.all()] == ["It is Eliquis."]


def test_a_change_that_was_begun_is_sent_or_dropped_first(
    asked: Intake, ana: User, now: datetime, signed_in: SignedIn
) -> None:
    draft = sending.change(asked, by=ana, at=now)
    draft.document["raw"]["anything_else"] = "I sleep well."
    draft.save()
    response = signed_in(ana).post(reverse("intake:answer", args=[asked.ref]), {"answer": "It is Eliquis."})
    assert "Send that change or drop it, then answer here." in response.text
    assert f'action="{reverse("intake:drop_change", args=[asked.ref])}"' in response.text
    assert Reply.objects.count() == 0


def test_nobody_else_answers(asked: Intake, zed: User, noor: User, signed_in: SignedIn) -> None:
    address = reverse("intake:answer", args=[asked.ref])
    codes = [
        client.post(address, {"answer": "Not mine."}).status_code
        for client in (Client(), signed_in(zed), signed_in(noor))
    ]
    assert codes == [404, 404, 404]
    assert Reply.objects.count() == 0
