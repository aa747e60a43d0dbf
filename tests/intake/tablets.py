"""A patient with the clinic's tablet: code, birth date, form; and what the book says of it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.demo.forms import typed
from intake.pages.tablet import services as tablets
from intake.pages.tablet.models import HandOver
from tests.intake.walker import SIGN, Response, Walker
from tests.support.times import NOW

START, WHO, BACK, HERE, DONE = (reverse(f"tablet:{name}") for name in ("start", "who", "back", "here", "done"))
# make_patient's people are born on 1 February 1980.
BORN = {"day": "1", "month": "2", "year": "1980"}
REFUSED = "This code does not work. Check it, or ask the front desk for a new one."
Ended = HandOver.Ended


def hand_over(patient: Patient, by: User) -> str:
    return tablets.hand_over(patient, by=by, at=NOW)[1]


def now() -> HandOver:
    return HandOver.objects.latest("pk")


def type_code(client: Client, code: str) -> Response:
    return client.post(START, {"code": code})


def type_birth_date(client: Client, born: dict[str, str] = BORN) -> Response:
    return client.post(WHO, {f"date_of_birth-{part}": text for part, text in born.items()} | {"asked": "date_of_birth"})


def opened(client: Client, code: str, **raw: Any) -> Walker:
    """Type code and birth date; return the patient on the first screen."""
    assert type_code(client, code)["Location"] == WHO
    first = type_birth_date(client)
    assert first.status_code == 303, first.text
    ref = first["Location"].split("/")[2]
    told = {"full_name": "Bo Costa", "date_of_birth": BORN, "phone": "213-555-0101", "email": "bo@example.com"}
    return Walker(client, typed(**told | raw), ref=ref)


def deeds() -> list[str]:
    """The lines about the tablet, in order, with how it ended."""
    found = Entry.objects.filter(deed__in=["intake.handed_over", "intake.tablet_opened", "intake.tablet_ended"])
    return [" ".join([e.deed.partition(".")[2], *map(str, e.facts.values())]) for e in found.order_by("number")]


def closed_for_good(walker: Walker) -> bool:
    """Whether nothing of the form opens in this browser any more: every page leads to the last one."""
    pages = [walker.get(name) for name in ("tasks", "check", "stop", "sent", "confirm", "extras")]
    pages += [walker.get("screen", number) for number in (1, 2, SIGN)]
    return all((page.status_code, page["Location"]) == (302, DONE) for page in pages)
