"""The desk and a practitioner at work in Spanish: their pages fit a small phone and say nothing wrong to a reader."""

import pytest
from playwright.sync_api import Page

from clinic.accounts import services
from clinic.accounts.models import User
from tests.journeys.known import known
from tests.support.browser import assert_accessible, assert_fits
from tests.support.times import NOW


@pytest.mark.heavy
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_work_in_spanish_are_accessible_and_fit(phone: Page, rui: User, noor: User, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    for who, paths in (
        (rui, ("/desk/", "/desk/forms/", "/desk/people/", "/es/account/second-factor/")),
        (noor, ("/desk/my-day/", "/admin/review/case/")),
    ):
        services.read_work_in(who, "es", at=NOW)
        known(phone, who)
        for path in paths:
            phone.goto(path)
            assert phone.locator("html").get_attribute("lang") == "es", path
            assert phone.get_by_role("button", name="English").count() >= 1, path
            assert_fits(phone)
            assert_accessible(phone)
