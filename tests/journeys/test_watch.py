"""The watch itself: a journey that cannot fail would prove nothing."""

from functools import partial

import pytest
from playwright.sync_api import Page, Route

from clinic.demo.forms import typed
from intake.questionnaire import NEW_PATIENT
from tests.journeys import WHOLE, both_ways
from tests.journeys.patient import screens_shown
from tests.journeys.staff import fine_at_both_widths
from tests.support.browser import Watch, assert_accessible, assert_fits, choose, tab_to


def seen(page: Page, watch: Watch, words: str) -> bool:
    """Say whether the watch tells of it, as soon as it does; a busy browser is slow to complain."""
    for _moment in range(200):
        if any(words in said for said in watch.unforgiven()):
            return True
        page.wait_for_timeout(50)
    return False


def test_a_broken_content_security_policy_is_seen(phone: Page, watch: Watch) -> None:
    phone.goto("/")
    phone.evaluate("() => { document.body.innerHTML += '<p style=\"color: red\">red</p>' }")
    assert seen(phone, watch, "Content Security Policy")
    watch.allow("Content Security Policy")


def _fulfilled(route: Route, headers: dict[str, str]) -> None:
    route.fulfill(body="<p>Page</p>", headers=headers)


def test_a_page_without_the_strict_policy_is_seen(phone: Page, watch: Watch) -> None:
    for name, policy in (("bare", ""), ("loose", "default-src 'self' 'unsafe-inline'")):
        headers = {"content-type": "text/html", "content-security-policy": policy}
        phone.route(f"**/{name}/", partial(_fulfilled, headers=headers))
        phone.goto(f"/{name}/")
    assert [said.partition(":")[0] for said in watch.unforgiven()] == ["policy of /bare/", "policy of /loose/"]
    watch.allow("policy of ")


def test_a_foreign_request_is_seen_and_goes_nowhere(phone: Page, watch: Watch) -> None:
    phone.goto("/")
    phone.evaluate("() => { new Image().src = 'https://tracker.example/pixel.png' }")
    assert seen(phone, watch, "tracker.example")
    watch.allow("tracker.example")


def test_a_script_error_is_seen(phone: Page, watch: Watch) -> None:
    phone.goto("/")
    phone.evaluate("() => { setTimeout(() => { throw new Error('planted') }) }")
    assert seen(phone, watch, "planted")
    watch.allow("planted")


def test_a_missing_page_is_seen(phone: Page, watch: Watch) -> None:
    phone.goto("/no-such-page/")
    assert any("404" in said for said in watch.unforgiven())
    watch.allow("404")


@both_ways
def test_a_field_without_a_label_is_seen(phone: Page) -> None:
    phone.goto("/")
    phone.evaluate("() => { document.querySelector('main').innerHTML += '<input>' }")
    with pytest.raises(AssertionError, match="label"):
        assert_accessible(phone)


def test_a_page_wider_than_the_phone_is_seen(phone: Page) -> None:
    phone.goto("/")
    assert_fits(phone)
    phone.evaluate(
        "() => { const wide = document.createElement('div'); document.body.append(wide);"
        " wide.style.width = '2000px'; wide.style.height = '9px' }"
    )
    with pytest.raises(AssertionError, match="wider than the screen"):
        assert_fits(phone)


def test_the_keyboard_reaches_links_and_radio_buttons(phone: Page) -> None:
    phone.goto("/")
    phone.evaluate(
        "() => { document.querySelector('main').innerHTML ="
        " '<label><input type=radio name=a value=1>1</label><label><input type=radio name=a value=2>2</label>"
        "<button type=button tabindex=-1 id=far>Far</button>' }"
    )
    choose(phone.get_by_label("2"))
    assert phone.get_by_label("2").is_checked()
    with pytest.raises(AssertionError, match="cannot be reached"):
        tab_to(phone.locator("#far"), most=50)  # more than there is: the walk comes round again


def test_a_page_that_is_wrong_only_on_a_phone_or_only_in_the_dark_is_seen(desktop: Page) -> None:
    """One visit looks at both widths and, if asked, in both lights."""
    desktop.goto("/")
    desktop.evaluate(
        "() => { const dark = document.createElement('p'); dark.textContent = 'Dark'; dark.style.color = '#333';"
        " document.querySelector('main').append(dark) }"
    )
    fine_at_both_widths(desktop)
    with pytest.raises(AssertionError, match="color-contrast"):
        fine_at_both_widths(desktop, desk_in_the_dark=True)
    desktop.evaluate("() => { document.querySelector('main').lastChild.style.width = '600px' }")
    with pytest.raises(AssertionError, match="wider than the screen"):
        fine_at_both_widths(desktop)


def test_a_question_of_every_kind_is_answered_in_the_browser() -> None:
    raw = typed()
    asked = dict(enumerate(NEW_PATIENT.main_screens[:-1], start=1))
    kinds = {number: {q.kind for q in screen.questions if raw.get(q.code)} for number, screen in asked.items()}
    shown = screens_shown(raw, every_kind=True, until=0)
    assert set().union(*(kinds[number] for number in shown)) == set().union(*kinds.values())
    assert (len(shown) == len(asked)) == WHOLE


@both_ways
def test_the_home_page_is_calm(phone: Page) -> None:
    phone.goto("/")
    assert phone.locator("h1").count() == 1
    assert_accessible(phone)
    assert_fits(phone)
