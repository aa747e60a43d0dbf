"""The form of a screen, the cards at the tap, and the way through the form."""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from clinic.demo.forms import typed
from intake.pages import cards, navigation
from intake.pages.forms import StepForm, in_words, typed_fields
from intake.questionnaire import NEW_PATIENT, Screen
from intake.screening import Reading, Tier, read, screen

TODAY = date(2026, 3, 3)
SAFETY = NEW_PATIENT.screen(2)
# Opens every screen that an answer opens.
OPENING = {"rf_fever": "yes", "blood_thinner": "yes", "pregnancy": "yes", "treatments_tried": ["injection"]}


def reading(**changed: Any) -> Reading:
    return read(NEW_PATIENT, typed(**changed), on=TODAY)


def form(screen_: Screen, body: str) -> StepForm:
    return StepForm(screen_, data=QueryDict(body))


def number_of(code: str) -> int:
    return NEW_PATIENT.number_of(code)


# What came back


def test_an_empty_post_is_a_post() -> None:
    empty = form(SAFETY, "")
    assert empty.is_bound
    assert empty.raw["rf_chest"] == ""


def test_only_questions_that_stood_on_the_page_are_kept() -> None:
    assert form(SAFETY, "asked=rf_chest,unknown&rf_chest=no&rf_tearing=yes").asked == ["rf_chest"]


def test_without_the_list_the_answered_ones_are_kept() -> None:
    assert form(SAFETY, "rf_chest=no&rf_tearing=").asked == ["rf_chest"]


@pytest.mark.parametrize(
    ("said", "seen"), [("3", 3), ("", 0), ("-1", 0), ("²", 0), ("1e3", 0), ("12345678", 0), ("9999999", 9999999)]
)
def test_the_version_of_the_page_is_a_small_number(said: str, seen: int) -> None:
    assert form(SAFETY, f"seen={said}").seen == seen


def test_everything_sent_can_be_sent_again_but_the_token() -> None:
    data = QueryDict("csrfmiddlewaretoken=x&seen=2&pain_areas=neck&pain_areas=chest")
    assert typed_fields(data, "seen") == [("pain_areas", "neck"), ("pain_areas", "chest")]


# What is said


def judged(screen_: Screen, body: str, found: Reading) -> StepForm:
    judged_form = form(screen_, body)
    judged_form.fill(judged_form.raw, found, version=1)
    judged_form.judge(found)
    return judged_form


def test_what_is_missing_is_said_beside_its_question() -> None:
    found = reading(rf_chest="", rf_breath_pain="")
    page = judged(SAFETY, "rf_tearing=no&pain_areas=neck", found)
    assert page.problems == {"rf_chest": "Choose one answer.", "rf_breath_pain": "Choose one answer."}
    assert not page.is_whole


def test_the_summary_names_the_question_and_links_to_its_first_field() -> None:
    page = judged(SAFETY, "", reading(rf_chest=""))
    assert page.links == [
        {
            "id": "id_rf_chest_0",
            "text": "Now or in the last 24 hours: new chest pain or pressure… – Choose one answer.",
        }
    ]


def test_a_question_that_has_only_now_appeared_is_asked_not_complained_about() -> None:
    skin = NEW_PATIENT.screen(number_of("skin_area"))
    page = judged(skin, "visible=bleeding,seizure,skin&skin=infected", reading(skin=["infected"], skin_area=""))
    assert page.problems == {}
    assert [question.code for question in page.newly] == ["skin_area"]
    assert not page.is_whole


def test_an_optional_question_that_appeared_keeps_nobody_twice() -> None:
    pregnancy = NEW_PATIENT.screen(number_of("pregnancy"))
    found = reading(pregnancy="yes", pregnancy_weeks="")
    assert not judged(pregnancy, "visible=pregnancy&pregnancy=yes", found).is_whole
    assert judged(pregnancy, "visible=pregnancy,pregnancy_weeks&pregnancy=yes", found).is_whole


def test_a_sentence_is_translated_by_its_template() -> None:
    found = reading(pregnancy="yes", pregnancy_weeks="99")
    assert in_words(found.problems["pregnancy_weeks"]) == "Enter a whole number from 1 to 43."


# Cards at the tap


def test_a_card_opens_for_every_answer_that_is_an_emergency_alone() -> None:
    """The same rules as at the save: a healthy adult with this one answer."""
    for number, shown in enumerate(NEW_PATIENT.screens, start=1):
        opened = cards.at_the_tap(NEW_PATIENT, shown)
        for question in NEW_PATIENT.screen(number).questions:
            for choice in question.choices:
                value: Any = [choice.value] if question.is_many else choice.value
                answers: dict[str, Any] = {"date_of_birth": "1985-06-01", question.code: value}
                found = screen(answers, on=TODAY)
                if question.code in found.shown:
                    alone = any(f.tier is Tier.EMERGENCY for f in found.findings)
                    assert (choice.value in opened.get(question.code, {})) == alone, (question.code, choice.value)


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("rf_chest", {"yes"}),
        ("rf_leg_swelling", {"yes", "not_sure"}),
        ("rf_head_neck", {"eyelid_sight"}),
        ("pregnancy_warning", {"yes", "not_sure"}),
        ("postpartum_warning", {"yes", "not_sure"}),
        ("early_preg_warning", {"yes"}),
        ("rf_bleeding_now", {"yes"}),
        ("rf_iv_drugs", set()),
        ("rf_fever", set()),
    ],
)
def test_cards_of_single_answers(code: str, values: set[str]) -> None:
    opened = cards.at_the_tap(NEW_PATIENT, NEW_PATIENT.screen(number_of(code)))
    assert set(opened.get(code, {})) == values


# The way


def test_a_healthy_adult_walks_without_the_screens_nobody_asks() -> None:
    walked = navigation.screens(NEW_PATIENT, reading().shown)
    assert number_of("rf_iv_drugs") not in walked
    assert number_of("pregnancy_warning") not in walked
    assert navigation.signing(NEW_PATIENT) not in walked
    assert walked == sorted(walked)


def test_after_the_last_screen_comes_the_summary() -> None:
    shown = reading().shown
    assert navigation.after(NEW_PATIENT, shown, number_of("anything_else")) is None
    assert navigation.before(NEW_PATIENT, shown, 1) is None


def test_there_and_back_are_the_same_way() -> None:
    shown = reading().shown
    walked = navigation.screens(NEW_PATIENT, shown)
    assert [navigation.after(NEW_PATIENT, shown, number) for number in walked] == [*walked[1:], None]
    assert [navigation.before(NEW_PATIENT, shown, number) for number in walked] == [None, *walked[:-1]]


def test_the_step_never_goes_back() -> None:
    found = reading()
    places = [navigation.place(NEW_PATIENT, found, number) for number in navigation.screens(NEW_PATIENT, found.shown)]
    assert [place.left for place in places] == sorted({place.left for place in places}, reverse=True)
    assert {place.screens for place in places} == {len(NEW_PATIENT.main_screens)}
    assert (places[0].title, places[-1].left) == ("Who you are", 2)  # and the screen that is signed


@pytest.mark.parametrize("opens", [{}, OPENING, {"date_of_birth": {"day": "1", "month": "1", "year": "1940"}}])
def test_what_is_left_falls_with_every_answer_and_is_never_less_than_what_is_asked(opens: dict[str, Any]) -> None:
    """Answered screen by screen, as somebody walks, whatever the answers open on the way."""
    whole, raw, left = typed(**opens), dict[str, Any](), list[int]()
    number: int | None = 1
    while number is not None:
        left.append(navigation.place(NEW_PATIENT, read(NEW_PATIENT, raw, on=TODAY), number).left)
        raw |= {q.code: whole[q.code] for q in NEW_PATIENT.screen(number).questions if q.code in whole}
        number = navigation.after(NEW_PATIENT, read(NEW_PATIENT, raw, on=TODAY).shown, number)
    assert left == sorted(set(left), reverse=True)
    assert (left[0], left[-1]) == (len(NEW_PATIENT.main_screens), 2)
    assert all(place >= len(left) + 1 - done for done, place in enumerate(left))


def test_a_step_that_is_not_asked_does_not_count() -> None:
    old = reading(date_of_birth={"day": "1", "month": "1", "year": "1940"})
    assert navigation.place(NEW_PATIENT, reading(), 17).left - navigation.place(NEW_PATIENT, old, 17).left == 2
    assert "Pregnancy" not in [task.title for task in navigation.tasks(NEW_PATIENT, old, lambda code: True)]


def test_nothing_but_the_first_step_can_begin_before_the_name_is_known() -> None:
    empty = read(NEW_PATIENT, {}, on=TODAY)
    tasks = list(navigation.tasks(NEW_PATIENT, empty, lambda code: False))
    assert [task.status for task in tasks] == [navigation.Status.NOT_BEGUN, *[navigation.Status.LATER] * 9]
    assert [task.number for task in tasks] == [1, *[None] * 9]


def test_the_safety_questions_come_before_the_rest() -> None:
    about = read(NEW_PATIENT, {code: typed()[code] for code in ABOUT_YOU}, on=TODAY)
    tasks = {task.title: task for task in navigation.tasks(NEW_PATIENT, about, lambda code: code == "about_you")}
    assert tasks["Who you are"].status is navigation.Status.BEGUN
    assert tasks["Safety questions"].status is navigation.Status.NOT_BEGUN
    assert tasks["Your back pain"].status is navigation.Status.LATER


def test_the_last_step_waits_for_all_others() -> None:
    signed = {"consent_truth": "", "consent_risks": "", "consent_privacy": "", "signature": ""}
    ready = {t.title: t for t in navigation.tasks(NEW_PATIENT, reading(**signed), lambda code: code != "consent_sign")}
    assert ready["Consent"].status is navigation.Status.NOT_BEGUN
    waiting = reading(**signed, seizure="")
    later = {t.title: t for t in navigation.tasks(NEW_PATIENT, waiting, lambda code: code != "consent_sign")}
    assert later["Consent"].status is navigation.Status.LATER
    assert later["Your health"].status is navigation.Status.BEGUN


def test_a_finished_form_has_nothing_open() -> None:
    assert {task.status for task in navigation.tasks(NEW_PATIENT, reading(), lambda code: True)} == {
        navigation.Status.DONE
    }
    assert navigation.first_open(NEW_PATIENT, reading(), lambda code: True) is None


ABOUT_YOU = ("full_name", "date_of_birth", "phone", "email", "form_filler")
