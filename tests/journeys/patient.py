"""A patient with a browser: answers a screen by tapping, or by keyboard, and reads the code in the letter."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone
from playwright.sync_api import Locator, Page

from clinic.demo.forms import typed
from clinic.outbox.models import Letter
from intake.questionnaire import NEW_PATIENT, Kind, Question, Screen
from intake.record.models import Intake
from tests.intake.forms import lay_in_before
from tests.journeys import WHOLE
from tests.support.browser import assert_accessible, assert_fits, choose, follow, led_on, press_on, tab_to

AT_SCREEN = re.compile(r"/intake/[^/]+/(\d+)/")
LETTERS = re.compile(r"^\s{4}(\S{8,10})\s*$", re.MULTILINE)
Answer = Callable[[Page, Question, Any], None]


def number_of(page: Page) -> int:
    """Return the number of the screen the page shows, 0 for any other page."""
    found = AT_SCREEN.search(page.url)
    return int(found[1]) if found else 0


def field(page: Page, code: str, value: str = "") -> Locator:
    return page.locator(f'[name="{code}"]' + (f'[value="{value}"]' if value else ""))


def tap(page: Page, question: Question, value: Any) -> None:
    """Answer one question with the finger, as far as it is on the page."""
    match question.kind:
        case Kind.DATE:
            for part in ("month", "day", "year"):
                field(page, f"{question.code}-{part}").fill(value[part])
        case Kind.ONE | Kind.SCALE:
            choice = field(page, question.code, value)
            # An alarm that opens above it moves it: wait until it stands still.
            choice.scroll_into_view_if_needed()
            choice.check(force=True)
        case Kind.MANY | Kind.BODY_MAP:
            for one in value:
                field(page, question.code, one).check(force=True)
        case Kind.CHECKBOX:
            field(page, question.code).check(force=True)
        case _:
            field(page, question.code).fill(value)


def press(page: Page, question: Question, value: Any) -> None:
    """Answer one question without a finger or a mouse."""
    match question.kind:
        case Kind.DATE:
            for part in ("month", "day", "year"):
                tab_to(field(page, f"{question.code}-{part}"))
                page.keyboard.type(value[part])
        case Kind.ONE | Kind.SCALE:
            choose(field(page, question.code, value))
        case Kind.MANY | Kind.BODY_MAP:
            for one in value:
                press_on(field(page, question.code, one), "Space")
        case Kind.CHECKBOX:
            press_on(field(page, question.code), "Space")
        case _:
            tab_to(field(page, question.code))
            page.keyboard.type(value)


def is_there(page: Page, question: Question) -> bool:
    name = f"{question.code}-year" if question.kind is Kind.DATE else question.code
    found = field(page, name)
    return found.count() > 0 and not found.first.evaluate("element => Boolean(element.closest('[hidden]'))")


def answer(page: Page, screen: Screen, raw: Mapping[str, Any], how: Answer = tap) -> None:
    """Answer every question that the page shows."""
    for question in screen.questions:
        if raw.get(question.code) and is_there(page, question):
            how(page, question, raw[question.code])


def go_on(page: Page) -> None:
    """Press the big button, and wait for what comes."""
    follow(page.locator("main button[value=continue]"))


def begin(page: Page) -> None:
    page.goto("/intake/")
    follow(page.get_by_role("button", name="Start your intake"))


def walk(
    page: Page,
    raw: Mapping[str, Any] | None = None,
    *,
    how: Answer = tap,
    until: int = 0,
    look: bool = False,
    every_kind: bool = False,
    whole: bool = False,
) -> None:
    """Answer screen after screen, up to check-your-answers or the screen of that number.

    Of screens in a row that a healthy person answers only the last is answered in the browser. Of every kind of
    question one is answered there, if asked for, and in the battery each; `look` looks at those screens, and at all
    there are up to a number. A form of another process, whose database is not ours, is walked `whole`.
    """
    raw = typed() if raw is None else raw
    shown = screens_shown(raw, every_kind=every_kind or look, until=until if look else 0)
    laid: set[int] = set() if whole else _laid_in(page, raw, until, but=shown)
    while (number := number_of(page)) and number != until:
        if number in laid and number + 1 in laid:
            while number + 1 in laid:
                number += 1
            number += number + 1 in shown
            page.goto(re.sub(r"/\d+/$", f"/{number}/", page.url))
        if look and number not in laid:
            fine(page)
        # What is laid in stands there already: to type it once more would double it.
        if how is tap or number not in laid:
            answer(page, NEW_PATIENT.screen(number), raw, how)
        if how is press:
            with led_on(page):
                press_on(page.locator("main button[value=continue]"))
        else:
            go_on(page)
        assert number_of(page) != number, f"screen {number} stays: {page.locator('.error').all_inner_texts()}"


def screens_shown(raw: Mapping[str, Any], *, every_kind: bool, until: int) -> set[int]:
    """Return the screens that are answered in the browser: those before a number, and the first with each kind.

    The signature is none of them: it stands after check-your-answers.
    """
    shown, kinds = set(range(until)), set[Kind]()
    for number, screen in enumerate(NEW_PATIENT.main_screens[:-1], start=1):
        new = {question.kind for question in screen.questions if raw.get(question.code)} - kinds
        if every_kind and (new or WHOLE):
            shown.add(number)
            kinds |= new
    return shown


def _laid_in(page: Page, raw: Mapping[str, Any], until: int, *, but: set[int]) -> set[int]:
    """Lay in what a healthy person answers; return the numbers of those screens."""
    intake = Intake.objects.get(ref=page.url.split("/intake/")[1].split("/")[0])
    return set(lay_in_before(intake, raw, stop=until, at=timezone.now(), after=number_of(page), but=but))


def fine(page: Page) -> None:
    """Nothing is wrong for a reader of screens, and nothing is wider than the screen."""
    page.wait_for_load_state()
    assert_accessible(page)
    assert_fits(page)


def code_for(address: str) -> str:
    """Return the code in the newest letter to an address."""
    letter = Letter.objects.filter(to=address, kind="account.code").latest("id")
    found = LETTERS.search(letter.sealed["body"])
    assert found is not None, letter.sealed["body"]
    return found[1]


def type_code(page: Page, address: str) -> None:
    """Type the code from the letter."""
    page.get_by_label("Code").fill(code_for(address))
    follow(page.get_by_role("button", name="Continue"))
