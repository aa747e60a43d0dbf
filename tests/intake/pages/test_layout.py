"""The layout object of a screen: names and ids that read back, what is shown, what a tap may reveal."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import QueryDict
from django.template import Context

from intake.pages.layout import Emergency, ScreenLayout, error_links, posted, question_dicts
from intake.questionnaire import NEW_PATIENT, Choice, Kind, Question, Raw

CHECKED = re.compile(r'value="(\w+)" id="\w+" checked')

SKIN = Question(
    code="skin",
    wording="Skin?",
    kind=Kind.MANY,
    choices=(Choice("none", "None of these"), Choice("infected", "Red & hot"), Choice("wound", "Wound")),
    required=True,
)
AREA = Question(code="skin_area", wording="Where?", kind=Kind.TEXT, required=True, show_if="picked(skin)")
BORN = Question(code="date_of_birth", wording="Born?", kind=Kind.DATE, required=True, hint="For example 4 27 1962")
STROKE = Question(
    code="rf_stroke",
    wording="Stroke?",
    kind=Kind.ONE,
    choices=(Choice("no", "No"), Choice("yes", "Yes"), Choice("maybe", "Not sure")),
)
NOW = Question(
    code="pain_now",
    wording="Pain now",
    kind=Kind.SCALE,
    required=True,
    hint="0 = none, 10 = worst",
    minimum=0,
    maximum=10,
)


@dataclass
class Form:
    questions: tuple[Question, ...]
    raw: Mapping[str, Raw] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    problems: Mapping[str, str] = field(default_factory=dict)
    emergencies: Mapping[str, Mapping[str, Emergency]] = field(default_factory=dict)
    question_is_heading: bool = False
    filled_in_by: str = "self"
    again: Collection[str] = frozenset()
    at_once: str = ""
    last: Mapping[str, Any] = field(default_factory=dict)


def form(*questions: Question, **more: Any) -> Form:
    return Form(questions, **{"shown": frozenset(question.code for question in questions), **more})


def html(given: Form) -> str:
    return ScreenLayout().render(given, Context({}))


def test_what_is_typed_reads_back_under_the_names_on_the_page() -> None:
    data = QueryDict(
        "skin=infected&skin=wound&skin_area=hand&date_of_birth-day=27&date_of_birth-month=4&date_of_birth-year=1962"
    )

    assert posted((SKIN, AREA, BORN), data) == {
        "skin": ["infected", "wound"],
        "skin_area": "hand",
        "date_of_birth": {"day": "27", "month": "4", "year": "1962"},
    }


def test_nothing_typed_is_empty_for_every_question() -> None:
    assert posted((SKIN, AREA, BORN), QueryDict()) == {
        "skin": [],
        "skin_area": "",
        "date_of_birth": {"day": "", "month": "", "year": ""},
    }


@pytest.mark.parametrize("number", range(1, len(NEW_PATIENT.screens) + 1))
def test_every_field_of_every_screen_is_read_back(number: int) -> None:
    questions = NEW_PATIENT.screen(number).questions
    names = set(re.findall(r'\bname="([^"]+)"', html(form(*questions))))

    read = {f"{q.code}-{part}" for q in questions if q.kind is Kind.DATE for part in ("day", "month", "year")}
    assert names == read | {question.code for question in questions if question.kind is not Kind.DATE}


@pytest.mark.parametrize("number", range(1, len(NEW_PATIENT.screens) + 1))
def test_no_answer_is_chosen_beforehand(number: int) -> None:
    assert CHECKED.findall(html(form(*NEW_PATIENT.screen(number).questions))) == []


@pytest.mark.parametrize("number", range(1, len(NEW_PATIENT.screens) + 1))
def test_ids_are_unique_and_every_reference_leads_somewhere(number: int) -> None:
    questions = NEW_PATIENT.screen(number).questions
    page = html(form(*questions, problems={question.code: "Say something" for question in questions}))

    ids = re.findall(r'\bid="([^"]+)"', page)
    references = " ".join(re.findall(r'(?:aria-describedby|aria-labelledby|\sfor)="([^"]+)"', page)).split()
    links = [link["id"] for link in error_links(form(*questions, problems={q.code: "x" for q in questions}))]
    assert len(ids) == len(set(ids))
    assert set(references) - set(ids) == set()
    assert set(links) - set(ids) == set()
    assert len(links) == len(questions)


def test_what_was_typed_is_there_again_and_escaped() -> None:
    page = html(form(SKIN, AREA, raw={"skin": ["infected"], "skin_area": '"><script>'}))

    assert CHECKED.findall(page) == ["infected"]
    assert "&quot;&gt;&lt;script&gt;" in page
    assert "Red &amp; hot" in page


def test_none_of_these_stands_last_set_apart_by_or() -> None:
    page = html(form(SKIN))

    assert re.findall(r'value="(\w+)"', page) == ["infected", "wound", "none"]
    assert page.index(">or<") < page.index('value="none"')
    assert page.index('value="wound"') < page.index(">or<")


def test_a_hidden_question_keeps_its_draft_and_can_be_revealed_at_the_tap() -> None:
    page = html(form(SKIN, AREA, shown=frozenset({"skin"}), raw={"skin_area": "left hand"}))

    assert '<div class="question follow-up" data-shown-by="skin=*" hidden>' in page
    assert 'value="left hand"' in page


@pytest.mark.parametrize(
    ("show_if", "shown", "rule"),
    [
        ("picked(skin)", False, "skin=*"),
        ("skin has wound", True, "skin=wound"),
        ("skin has {wound, infected} OR rf_stroke = yes", False, "skin=wound|infected;rf_stroke=yes"),
        ("skin has wound OR med(WARFARIN)", False, "skin=wound"),
        # What the server showed for a reason of its own is never hidden by a tap.
        ("skin has wound OR med(WARFARIN)", True, ""),
        ("skin has wound OR conditions has diabetes", True, ""),
        ("conditions has diabetes", False, ""),
        ("age < 18 AND NOT rf_stroke = yes", False, ""),
        ("NOT skin has wound", False, ""),
        ("always", True, ""),
    ],
)
def test_a_tap_decides_only_what_this_screen_alone_can_say(show_if: str, shown: bool, rule: str) -> None:
    asked = Question(code="more", wording="More?", kind=Kind.TEXT, show_if=show_if)
    codes = frozenset({"skin", "rf_stroke"} | ({"more"} if shown else set()))

    assert question_dicts(form(SKIN, STROKE, asked, shown=codes))[2]["shown_by"] == rule


def test_an_error_is_named_beside_its_field_and_linked_to_it() -> None:
    given = form(BORN, SKIN, problems={"date_of_birth": "Tell us the year, for example 1962", "skin": "Tap one"})
    page = html(given)

    assert error_links(given) == [
        {"id": "id_date_of_birth-month", "text": "Tell us the year, for example 1962"},
        {"id": "id_skin_1", "text": "Tap one"},
    ]
    assert 'aria-describedby="id_date_of_birth-hint id_date_of_birth-error"' in page
    assert page.count('aria-invalid="true"') == 3
    assert page.count(">Error: </span>") == 2


def test_an_emergency_card_waits_hidden_until_its_answer_is_chosen() -> None:
    cards = {"rf_stroke": {"yes": Emergency(advice=("Call 911 now, even if it went away.",))}}
    waiting = html(form(STROKE, emergencies=cards))
    chosen = html(form(STROKE, emergencies=cards, raw={"rf_stroke": "yes"}))

    assert 'data-emergency="rf_stroke=yes" tabindex="-1" hidden>' in waiting
    assert 'data-emergency="rf_stroke=yes" tabindex="-1">' in chosen
    assert "Acupuncture cannot treat this." in waiting


def test_a_crisis_card_leads_with_the_crisis_line_and_says_nothing_of_acupuncture() -> None:
    page = ScreenLayout().render(
        form(STROKE, emergencies={"rf_stroke": {"yes": Emergency("crisis")}}),
        Context({"clinic": SimpleNamespace(emergency_number="911", crisis_number="988")}),
    )

    assert re.findall(r'href="tel:(\d+)"', page) == ["988", "911"]
    assert "Acupuncture cannot treat this." not in page


def test_answers_with_the_same_advice_share_a_card() -> None:
    same = Emergency(advice=("Go now.",))
    cards = question_dicts(form(STROKE, emergencies={"rf_stroke": {"yes": same, "maybe": same}}))[0]["cards"]

    assert [card["rule"] for card in cards] == ["rf_stroke=yes|maybe"]


def test_a_scale_is_eleven_numbers_with_both_ends_named() -> None:
    page = html(form(NOW, raw={"pain_now": "0"}))

    assert re.findall(r'type="radio" name="pain_now" value="(\d+)"', page) == [str(n) for n in range(11)]
    assert CHECKED.findall(page) == ["0"]
    assert re.findall(r"<span>((?:0|10) = \w+)</span>", page) == ["0 = none", "10 = worst"]


def test_a_scale_without_an_answer_chooses_nothing() -> None:
    assert CHECKED.findall(html(form(NOW, raw={"pain_now": ""}))) == []


def test_private_answers_say_so_and_optional_ones_too() -> None:
    page = html(form(Question(code="q", wording="?", kind=Kind.NUMBER, private=True)))

    assert "Only clinicians see this answer" in page
    assert "(optional)" in page


def test_one_question_may_carry_the_heading_of_the_page() -> None:
    page = html(form(STROKE, SKIN, question_is_heading=True))

    assert re.findall(r"<h1>([^<]+)</h1>", page) == ["Stroke?"]


def test_browsers_are_told_to_keep_answers_out_of_their_memory() -> None:
    page = html(form(*NEW_PATIENT.questions))
    fills = dict(re.findall(r'name="([\w-]+)"[^>]*autocomplete="([\w-]+)"', page))

    assert {name: how for name, how in fills.items() if how != "off"} == {
        "full_name": "name",
        "date_of_birth-month": "bday-month",
        "date_of_birth-day": "bday-day",
        "date_of_birth-year": "bday-year",
        "phone": "tel",
        "email": "email",
    }
