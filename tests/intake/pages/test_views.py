"""Who may open what, what an emergency does, bad input, and how many queries a page costs."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.accounts.models import User
from clinic.audit.models import Entry
from intake.record.models import Answers, Intake
from intake.review import services as review
from intake.review.models import Case, Decision
from tests.intake.conftest import TypeCode
from tests.intake.walker import SIGN, Response, Walker, number_of
from tests.support.cast import SignedIn
from tests.support.queries import Queries

pytestmark = pytest.mark.django_db

PAGES = ("tasks", "check", "confirm", "stop", "sent", "extras", "send", "change")


def pages_of(walker: Walker) -> list[str]:
    return [walker.url("screen", 1), walker.url("stop_at", 2), *(walker.url(name) for name in PAGES)]


# Who may open what


def test_a_stranger_finds_nothing(walker: Walker, zed: User, signed_in: SignedIn) -> None:
    walker.send(1)
    stranger = signed_in(zed)
    before = walker.intake.saved_at
    for url in pages_of(walker):
        for response in (stranger.get(url), stranger.post(url, {"full_name": "Zed", "asked": "full_name"})):
            assert response.status_code == 404
            assert "Ana" not in response.text
    assert walker.intake.saved_at == before


def test_another_browser_finds_nothing_and_cannot_write(walker: Walker) -> None:
    walker.send(1)
    other = Client()
    for url in pages_of(walker):
        assert other.get(url).status_code == 404
        response = other.post(url, {"full_name": "Zed", "asked": "full_name"})
        assert response.status_code in {403, 404}
        assert "Ana" not in response.text
    assert walker.kept["full_name"] == "Ana Ejemplo"


def test_a_form_that_does_not_exist_looks_like_one_that_is_not_yours(walker: Walker) -> None:
    walker.send(1)
    other = Client()
    there = other.get(walker.url("tasks"))
    not_there = other.get(reverse("intake:tasks", args=["BCDFGHJKLMNPQRST"]))
    assert there.status_code == not_there.status_code == 404
    assert _without_token(there).replace(walker.ref, "") == _without_token(not_there).replace("BCDFGHJKLMNPQRST", "")


def _without_token(response: Response) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.text)


@pytest.mark.parametrize("who", ["noor", "rui", "edda", "ada"])
def test_staff_open_no_form_here(walker: Walker, who: str, request: Any, signed_in: SignedIn) -> None:
    walker.send(1)
    client = signed_in(request.getfixturevalue(who))
    for url in pages_of(walker):
        assert client.get(url).status_code == 404
        assert client.post(url, {"asked": "full_name"}).status_code == 404
    assert client.get(reverse("intake:start"))["Location"] == reverse("accounts:landing")
    assert client.post(reverse("intake:begin")).status_code == 403


def test_the_start_page_lists_only_ones_own_forms(walker: Walker, zed: User, signed_in: SignedIn) -> None:
    walker.send(1)
    assert "Ana Ejemplo" in walker.client.get(reverse("intake:start")).text
    assert "Ana Ejemplo" not in signed_in(zed).get(reverse("intake:start")).text
    assert "Ana Ejemplo" not in Client().get(reverse("intake:start")).text


def test_a_post_without_a_token_is_refused(walker: Walker) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = walker.client.cookies
    response = strict.post(walker.url("screen", 1), {"full_name": "Zed", "asked": "full_name"})
    assert response.status_code == 403
    assert walker.kept == {}


def test_a_stale_token_gives_the_typed_text_back(walker: Walker) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
    strict.cookies = walker.client.cookies
    text = "a long list of invented medicines that nobody wants to type again"
    response = strict.post(walker.url("screen", number_of("meds_list")), {"meds_list": text, "asked": "meds_list"})
    assert response.status_code == 403
    assert text in response.text
    assert f'action="{walker.url("screen", number_of("meds_list"))}"' in response.text


def test_looking_changes_nothing(sent: Walker) -> None:
    def standing() -> list[Any]:
        intakes = list(Intake.objects.values_list("pk", "saved_at", "tier", "accepted_at", "email_confirmed_at"))
        answers = list(Answers.objects.values_list("pk", "revision", "saved_at", "frozen_at"))
        return [intakes, answers, Case.objects.count(), Entry.objects.count()]

    before = standing()
    for url in [reverse("intake:start"), reverse("intake:begin"), reverse("intake:resume"), *pages_of(sent)]:
        assert sent.client.get(url, follow=True).status_code in {200, 404}
        sent.client.head(url)
    assert standing() == before


def test_pages_are_not_kept_by_the_browser(walker: Walker) -> None:
    assert "no-store" in walker.page(1)["Cache-Control"]


# Helpers and private answers


def test_a_helper_reads_no_private_answer_in_the_summary_or_the_result(client: Client) -> None:
    ana = Walker(client).begin()
    ana.raw |= {"email": "", "form_filler": "helper", "pregnancy": "trying", "early_preg_warning": "no"}
    ana.walk()
    page = ana.get("check").text
    assert "Trying, or fertility treatment" not in page
    assert "Answered. Only clinicians can see it." in page
    ana.send(SIGN)
    result = ana.get("sent").text
    assert "If we treat you, we choose the safer points" not in result
    assert "We have the form for Ana Ejemplo." in result


def test_the_patient_reads_advice_on_private_answers(client: Client) -> None:
    ana = Walker(client).begin()
    ana.raw |= {"email": "", "pregnancy": "trying", "early_preg_warning": "no"}
    ana.walk()
    assert "Trying, or fertility treatment" in ana.get("check").text
    ana.send(SIGN)
    assert "If we treat you, we choose the safer points" in ana.get("sent").text


def test_a_helper_is_offered_to_leave_private_questions_to_the_patient(walker: Walker) -> None:
    walker.send(1, form_filler="parent_guardian")
    page = walker.page(number_of("pregnancy")).text
    assert "Let the patient answer these alone" in page
    assert "“You” means the patient, Ana Ejemplo." in page


def test_a_private_answer_is_kept_and_not_shown_to_a_helper_who_comes_back(walker: Walker) -> None:
    number = number_of("pregnancy")
    walker.send(1, form_filler="helper")
    walker.send(number, pregnancy="yes", pregnancy_weeks="12")
    page = walker.page(number)
    assert "We saved it and don’t show it here." in page.text
    assert " checked" not in page.text
    assert 'value="12"' not in page.text
    response = walker.send(number, page=page, pregnancy="", pregnancy_weeks="")
    assert response["Location"] == walker.url("screen", number_of("pregnancy_warning"))
    assert walker.kept["pregnancy"] == "yes"
    assert walker.kept["pregnancy_weeks"] == "12"
    walker.send(number, pregnancy="no")
    assert walker.kept["pregnancy"] == "no"


def test_a_helper_who_says_to_be_the_patient_reads_no_private_answer_either(walker: Walker) -> None:
    number = number_of("pregnancy")
    walker.send(1)
    walker.send(number, pregnancy="yes", pregnancy_weeks="12")
    walker.send(1, form_filler="helper")
    walker.send(1, form_filler="self")
    page = walker.page(number)
    assert (" checked" in page.text, 'value="12"' in page.text) == (False, False)
    assert "We saved it and don’t show it here." in page.text
    assert "Answered. Only clinicians can see it." in walker.get("check").text
    # No guess is told from the answer: it is left as it is, or given anew, and then it is theirs to see.
    walker.send(number, page=page, pregnancy="", pregnancy_weeks="")
    assert walker.kept["pregnancy"] == "yes"
    seen = []
    for weeks in ("12", "13"):
        walker.send(1, form_filler="helper")
        walker.send(1, form_filler="self")
        walker.send(number, pregnancy="yes", pregnancy_weeks=weeks)
        seen.append(f'value="{weeks}"' in walker.page(number).text)
    assert seen == [True, True]


def test_the_patient_sees_their_own_private_answer(walker: Walker) -> None:
    number = number_of("pregnancy")
    walker.send(1)
    walker.send(number, pregnancy="yes", pregnancy_weeks="12")
    assert 'value="12"' in walker.page(number).text


# What a practitioner asks


def test_an_open_question_of_the_practitioner_is_shown_with_a_way_to_answer(sent: Walker, noor: User) -> None:
    case = Case.objects.get()
    answers = sent.intake.current()
    review.claim(case, by=noor, at=sent.intake.saved_at)
    review.open_case(case, by=noor, at=sent.intake.saved_at)
    Decision.objects.create(
        case=case,
        answers=answers,
        outcome="more",
        words={"reason": "x", "question": "Which tablets do you take at night?"},
        by=noor,
        by_name="Noor",
        at=sent.intake.saved_at,
    )
    Case.objects.update(state="waiting")
    page = sent.get("sent").text
    assert "Which tablets do you take at night?" in page
    assert "Change an answer" in page
    Case.objects.update(state="open")
    assert "Which tablets do you take at night?" not in sent.get("sent").text


# Bad input


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\u2028", "\u2029", "\r\nBcc: x@y.example"])
def test_control_characters_are_refused_in_one_line_and_nothing_is_lost(walker: Walker, sign: str) -> None:
    response = walker.send(1, full_name=f"Ana{sign}Ejemplo")
    assert response.status_code == 200
    assert "This has a character we cannot read." in response.text
    assert walker.intake.full_name == ""


def test_a_text_that_is_too_long_gets_a_clear_sentence_and_is_kept(walker: Walker) -> None:
    response = walker.send(number_of("meds_list"), meds_list="tea " * 2000)
    assert "Shorten this to 4000 characters or fewer." in response.text
    assert len(walker.kept["meds_list"]) == 8000


def test_a_body_of_10_megabytes_gets_413_at_once(walker: Walker) -> None:
    response = walker.client.post(walker.url("screen", 1), {"full_name": "a" * 10_000_000, "asked": "full_name"})
    assert response.status_code == 413


def test_a_hundred_thousand_fields_get_413_at_once(walker: Walker) -> None:
    body = "&".join(f"f{n}=" for n in range(100_000))
    response = walker.client.post(
        walker.url("screen", 1), body[:500_000], content_type="application/x-www-form-urlencoded"
    )
    assert 400 <= response.status_code < 500


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"asked": "full_name,../../etc", "seen": "-1"},
        {"asked": "full_name", "seen": "9" * 400, "full_name": "Ana"},
        {"asked": "form_filler", "form_filler": ["self", "nobody"]},
        {"asked": "date_of_birth", "date_of_birth-day": "١", "date_of_birth-year": "²"},
        {"go": "sideways", "full_name": "Ana"},
        {"asked": "tier,user,email_confirmed_at", "tier": "clear", "email_confirmed_at": "2026-01-01"},
    ],
)
def test_odd_posts_get_a_page_and_change_nothing_else(walker: Walker, data: dict[str, Any]) -> None:
    response = walker.client.post(walker.url("screen", 1), data)
    assert response.status_code == 200
    assert set(walker.kept) <= {"full_name", "form_filler", "date_of_birth"}
    assert walker.intake.email_confirmed_at is None


@pytest.mark.parametrize("number", [0, 26, 27, 999])
def test_there_are_no_other_screens(walker: Walker, number: int) -> None:
    assert walker.get("screen", number).status_code == 404
    assert walker.client.post(walker.url("screen", number), {"asked": ""}).status_code == 404


def test_an_address_without_an_at_sign_is_asked_for_again(client: Client) -> None:
    response = client.post(reverse("intake:resume"), {"email": "ana"})
    assert response.status_code == 200
    assert "Write an email like name@example.com" in response.text
    assert 'value="ana"' in response.text


# Queries


def test_a_screen_costs_few_queries(walker: Walker, type_code: TypeCode, queries: Queries) -> None:
    walker.send(1)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    page = walker.page(3)
    with queries(3):
        walker.page(3)
    with queries(6):
        response = walker.send(3, page=page)
    assert response.status_code == 303
    # Five minutes later it is also a sign of life, which is written.
    with time_machine.travel(timezone.now() + timedelta(minutes=5)), queries(7):
        walker.send(3, page=page)


def test_a_screen_costs_few_queries_before_the_mailbox_is_confirmed(walker: Walker, queries: Queries) -> None:
    walker.send(1)
    walker.send(2)
    page = walker.page(3)
    with queries(2):
        walker.page(3)
    with queries(5):
        walker.send(3, page=page)


@pytest.mark.parametrize("count", [1, 3])
def test_the_start_page_costs_the_same_for_one_form_and_three(client: Client, queries: Queries, count: int) -> None:
    for _n in range(count):
        Walker(client).begin().send(1)
    client.get(reverse("intake:start"))
    with queries(2):
        response = client.get(reverse("intake:start"))
    assert response.text.count("Ana Ejemplo") == count + 1  # the button to continue names one of them


def test_the_whole_form_in_one_post_of_the_last_screen_is_screened_within_the_budget(
    client: Client, queries: Queries
) -> None:
    ana = Walker(client).begin()
    ana.raw["email"] = ""
    ana.walk()
    page = ana.page(number_of("anything_else"))
    with queries(at_most=9):
        response = ana.send(number_of("anything_else"), page=page, anything_else="my garden")
    assert response["Location"] == ana.url("check")


def test_the_sent_page_is_one_card_by_topic_and_promises_nothing(client: Client) -> None:
    ana = Walker(client).begin()
    ana.raw |= {"email": "", "blood_thinner": "yes", "inr_status": "not_sure", "meds_list": "ibuprofen"}
    ana.raw |= {"devices": ["pacemaker"]}
    ana.walk()
    ana.send(SIGN)
    page = ana.get("sent").text
    assert page.count("<h2>Until then</h2>") == 1
    card = page.partition("<h2>Until then</h2>")[2].partition("</div>")[0]
    assert card.index("<h3>Blood thinners and bleeding</h3>") < card.index("<h3>Implants and operations</h3>")
    assert card.count("blood thinner") == 1  # one line, the strongest
    assert "ibuprofen" not in card
    assert "decides with you about treatment" in page
