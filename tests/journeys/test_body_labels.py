"""Left and right stand below the arms of the body, in every language that shows it, and do not overlap."""

import pytest
from playwright.sync_api import Page

from clinic import languages
from intake.questionnaire import NEW_PATIENT
from tests.journeys.patient import begin

WHERE = NEW_PATIENT.number_of("pain_areas")
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll(".body-map text")].map((each) => each.getBoundingClientRect());
  return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right
    && a.top < b.bottom && b.top < a.bottom)).length;
}"""
OUTSIDE = """() => [...document.querySelectorAll(".body-map text")].map((each) => each.getBoundingClientRect())
  .filter((box) => box.left < 0 || box.right > innerWidth).length"""


@pytest.mark.heavy
def test_left_and_right_do_not_overlap_in_any_language(phone: Page) -> None:
    begin(phone)
    address = phone.url
    for width in (320, 390):
        phone.set_viewport_size({"width": width, "height": 740})
        for language in languages.shipped():
            path = "/" + address.split("/", 3)[3].replace("/1/", f"/{WHERE}/")
            phone.goto(path if language is languages.SOURCE else f"/{language.code}{path}")
            assert phone.locator(".body-map text").count() == 6, language.code
            assert (phone.evaluate(OVERLAPPING), phone.evaluate(OUTSIDE)) == (0, 0), (language.code, width)
