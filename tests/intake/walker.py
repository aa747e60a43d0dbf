"""A patient without scripts: reads the hidden fields of a page, sends it, goes where it leads."""

import html
import re
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.demo.forms import typed
from intake.questionnaire import NEW_PATIENT, Kind, Question, Screen
from intake.record.models import Intake
from tests.intake.forms import lay_in_before

Response = Any
HIDDEN = re.compile(r'<input type="hidden" name="(seen|asked|visible|unseen)" value="([^"]*)"')
ABOUT_YOU = 1
SIGN = NEW_PATIENT.number_of("signature")


def number_of(code: str) -> int:
    """Return the screen that asks a question."""
    return NEW_PATIENT.number_of(code)


def fields(screen: Screen, raw: dict[str, Any]) -> dict[str, Any]:
    """Return what a browser would send for the questions of a screen."""
    sent: dict[str, Any] = {}
    for question in screen.questions:
        sent |= _field(question, raw.get(question.code))
    return sent


def _field(question: Question, value: Any) -> dict[str, Any]:
    if question.kind is Kind.DATE:
        return {f"{question.code}-{part}": (value or {}).get(part, "") for part in ("month", "day", "year")}
    return {question.code: value} if value else {}


class Walker:
    """One person in one browser on one form."""

    def __init__(self, client: Client, raw: dict[str, Any] | None = None, *, ref: str = "") -> None:
        self.client = client
        self.raw = typed() if raw is None else raw
        self.ref = ref

    @property
    def intake(self) -> Intake:
        return Intake.objects.get(ref=self.ref)

    @property
    def kept(self) -> dict[str, Any]:
        """What is typed into the newest revision."""
        return self.intake.current().raw

    def begin(self) -> "Walker":
        response = self.client.post(reverse("intake:begin"))
        assert response.status_code == 303
        self.ref = response["Location"].split("/")[2]
        return self

    def url(self, name: str, *args: Any) -> str:
        return reverse(f"intake:{name}", args=[self.ref, *args])

    def get(self, name: str, *args: Any, query: str = "") -> Response:
        return self.client.get(self.url(name, *args) + query)

    def page(self, number: int, query: str = "") -> Response:
        response = self.get("screen", number, query=query)
        assert response.status_code == 200, (
            f"screen {number}: {response.status_code} {response.headers.get('Location')}"
        )
        return response

    def send(
        self,
        number: int,
        *,
        go: str = "continue",
        page: Response | None = None,
        query: str = "",
        also: Any = None,
        **changed: Any,
    ) -> Response:
        """Open a screen, fill it in, and press a button. `page` is one that was opened earlier; `also` is sent beside
        the answers.
        """
        page = page or self.page(number, query)
        self.raw |= changed
        data = {name: html.unescape(value) for name, value in HIDDEN.findall(page.text)}
        data |= fields(NEW_PATIENT.screen(number), self.raw) | {"go": go} | dict(also or {})
        return self.client.post(self.url("screen", number) + query, data)

    def walk(self, *, until: str = "") -> Response:
        """Follow Continue from the first screen to check-your-answers, or to the screen of a question, unsent.

        Of screens in a row that a healthy person answers only the last is sent: those before it stand in the draft as
        if they had been.
        """
        stop = number_of(until) if until else 0
        laid = set(lay_in_before(self.intake, self.raw, stop=stop, at=timezone.now()))
        number = ABOUT_YOU
        while number != stop:
            while number in laid and number + 1 in laid:
                number += 1
            response = self.send(number)
            assert response.status_code == 303, f"screen {number} stays: {problems(response)}"
            if not (found := re.fullmatch(rf"/intake/{self.ref}/(\d+)/", response["Location"])):
                return response
            number = int(found[1])
        return self.page(number)


def problems(response: Response) -> list[str]:
    """Return the sentences beside the fields."""
    found = re.findall(r'class="error"[^>]*>.*?</span>(.*?)</span></p>', response.text, re.DOTALL)
    return [html.unescape(text).strip() for text in found]


def title(response: Response) -> str:
    found = re.search(r"<title>(.*?)</title>", response.text, re.DOTALL)
    return html.unescape(" ".join(found[1].split())) if found else ""
