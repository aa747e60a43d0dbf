"""What site.js adds to a screen of questions, tried on the layout alone: it shows, hides and moves focus."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template import Context
from playwright.sync_api import Page, expect

from intake.pages.layout import SELF, Emergency, ScreenLayout
from intake.questionnaire import NEW_PATIENT
from tests.journeys.conftest import OpenPage
from tests.support.browser import has_focus

STATIC = Path(settings.BASE_DIR) / "static"
CARDS = {"rf_stroke": {"yes": Emergency(advice=("Call 911 now, even if it went away.",))}}


@dataclass
class Screens:
    """Opens a screen's questions in a page of their own, with our style and script."""

    open_page: OpenPage

    def show(self, *codes: str, before: str = "") -> Page:
        questions = [NEW_PATIENT.question(code) for code in codes]
        form = SimpleNamespace(
            questions=questions,
            raw={},
            shown={question.code for question in questions if question.show_if == "always"},
            problems={},
            emergencies=CARDS,
            question_is_heading=False,
            again=frozenset(),
            last={},
            at_once="",
            filled_in_by=SELF,
        )
        fields = ScreenLayout().render(form, Context({"clinic": {"emergency_number": "911", "crisis_number": "988"}}))
        page: Page = self.open_page()
        page.set_content(
            f'{before}<form method="post" action="/nowhere/" novalidate>{fields}<button>Continue</button></form>'
        )
        page.add_style_tag(path=STATIC / "site.css")
        page.add_script_tag(path=STATIC / "site.js")
        return page


@pytest.fixture
def screens(open_page: OpenPage) -> Screens:
    return Screens(open_page)


def test_a_follow_up_opens_at_the_tap_and_keeps_what_was_typed_in_it(screens: Screens) -> None:
    page = screens.show("skin", "skin_area")
    area = page.get_by_label("Where on your body?")
    expect(area).to_be_hidden()

    page.get_by_text("Shingles blisters").click()
    area.fill("left hip")
    page.get_by_text("None of these").click()
    expect(area).to_be_hidden()
    page.get_by_text("Shingles blisters").click()

    expect(area).to_be_visible()
    expect(area).to_have_value("left hip")


def test_none_of_these_clears_the_others_and_is_cleared_by_them(screens: Screens) -> None:
    page = screens.show("skin", "devices")
    skin = page.locator("[name=skin]")
    page.get_by_text("Pacemaker").click()
    page.get_by_text("Shingles blisters").click()
    page.get_by_text("Raised scars").click()

    page.get_by_text("None of these").first.click()
    assert skin.evaluate_all("boxes => boxes.filter(box => box.checked).map(box => box.value)") == ["none"]

    page.get_by_text("Shingles blisters").click()
    assert skin.evaluate_all("boxes => boxes.filter(box => box.checked).map(box => box.value)") == ["shingles"]
    expect(page.get_by_label("Pacemaker")).to_be_checked()


def test_an_emergency_answer_opens_its_card_at_the_tap_and_takes_the_focus(screens: Screens) -> None:
    page = screens.show("rf_stroke")
    card = page.locator("[data-emergency]")
    expect(card).to_be_hidden()

    page.get_by_text("Yes", exact=True).click()
    expect(card).to_contain_text("Call 911 now, even if it went away.")
    assert has_focus(card)

    page.get_by_text("No", exact=True).click()
    expect(card).to_be_hidden()


def test_arrow_keys_passing_over_an_emergency_answer_keep_the_focus(screens: Screens) -> None:
    page = screens.show("rf_stroke")
    page.get_by_label("No", exact=True).check()

    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-emergency]")).to_be_visible()
    page.keyboard.press("ArrowDown")

    assert has_focus(page.get_by_label("Not sure"))
    expect(page.locator("[data-emergency]")).to_be_hidden()


def test_a_tap_on_the_body_ticks_the_list_and_the_list_lights_the_body(screens: Screens) -> None:
    page = screens.show("pain_areas")
    region = page.locator("path.low_back")

    region.click()
    expect(page.get_by_label("Low back")).to_be_checked()
    page.get_by_label("Low back").uncheck(force=True)
    page.get_by_label("Left leg").check(force=True)

    expect(page.locator("path.leg_left.is-on")).to_have_count(2)
    expect(page.locator("path.low_back.is-on")).to_have_count(0)


def test_a_double_click_on_continue_sends_once_and_disables_nothing(screens: Screens) -> None:
    page = screens.show("rf_stroke")
    page.evaluate(
        """() => {
          window.sent = 0;
          document.forms[0].addEventListener("submit", (event) => {
            if (!event.defaultPrevented) window.sent += 1;
            event.preventDefault();
          });
        }"""
    )

    page.get_by_role("button", name="Continue").dblclick()

    assert page.evaluate("window.sent") == 1
    expect(page.get_by_role("button", name="Continue")).to_be_enabled()


def test_the_error_summary_takes_the_focus(screens: Screens) -> None:
    page = screens.show("rf_stroke", before='<div class="error-summary" role="alert" tabindex="-1" data-focus>x</div>')

    assert has_focus(page.locator(".error-summary"))
