"""How each form of the clinic is sent so that something comes of it: by whom, from which page, with what in it.

A form stands on a page and is filled in as somebody would (tests.worst_day.filling); what must be typed otherwise
stands here. Where something must have happened first, a function does it and returns where the form goes, and what is
in it. What changes nothing but a session, however it is sent, is named as such.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.test import Client

from clinic.accounts.models import Patient
from clinic.booking import services as booking
from clinic.booking.models import Appointment, Offer, VisitType, WaitingEntry
from clinic.demo.forms import typed
from clinic.outbox.models import Letter
from intake.pages import sending
from intake.pages.tablet import services as tablets
from intake.review import services as review
from intake.review.services import case_version
from tests.access.house import House
from tests.access.visits import TEN
from tests.accounts.helpers import CODE
from tests.intake.forms import fill
from tests.support.cast import PASSWORD
from tests.support.times import NOW
from tests.worst_day.filling import WORDS

type_data = Mapping[str, str | list[str]]
type_making = Callable[[House, Client], tuple[str, type_data]]
type_before = Callable[[House], None]

BO: Mapping[str, Any] = {
    "full_name": "Bo Typed",
    "date_of_birth": "1980-02-01",
    "phone": "213-555-0188",
    "email": "bo@example.com",
}
BORN: Mapping[str, Any] = {"date_of_birth-month": "2", "date_of_birth-day": "1", "date_of_birth-year": "1980"}


@dataclass(frozen=True)
class Deed:
    """A form that somebody sends: from the page of that name (its own, if none is named), or as `make` says."""

    who: str
    page: str = ""
    typed: type_data | None = None
    make: type_making | None = None
    before: type_before | None = None
    # What is not named stays as the page has it.
    is_kept: bool = False


def on(who: str, page: str = "", *, before: type_before | None = None, **typed: str | list[str]) -> Deed:
    return Deed(who, page, typed, before=before)


def kept(who: str, page: str = "", **typed: str | list[str]) -> Deed:
    return Deed(who, page, typed, is_kept=True)


def by(who: str, make: type_making) -> Deed:
    return Deed(who, make=make)


def plain(who: str, path: str, **typed: str | list[str]) -> Deed:
    """A form with one address, from wherever it is sent."""
    return Deed(who, make=lambda house, client: (path, typed))


# ——— what must have happened first


def zed() -> Patient:
    return Patient.objects.get(user__email="zed@example.com")


def consultation() -> VisitType:
    return VisitType.objects.get(code="consultation")


def noors(house: House) -> Any:
    return getattr(house.people["noor"], "practitioner")  # noqa: B009  (made by the stubs' own mind)


def slot_of(house: House, hours: int) -> str:
    """A time of Noor's that nobody has, as the pages write it."""
    return f"{TEN + timedelta(hours=hours):%Y%m%dT%H%M%SZ}-{noors(house).pk}"


def zeds_visit(house: House, hours: int = 1) -> Appointment:
    start = TEN + timedelta(hours=hours)
    return booking.book(patient=zed(), visit_type=consultation(), start=start, by=house.people["zed"], at=NOW)


def zeds_wish(house: House) -> WaitingEntry:
    until = (NOW + timedelta(days=30)).date()
    return booking.join(patient=zed(), visit_type=consultation(), until=until, by=house.people["zed"], at=NOW)


def of_zeds_visit(name: str, **data: str) -> type_making:
    return lambda house, client: (f"/visits/{zeds_visit(house).ref}/{name}/", data)


def an_offer(house: House, client: Client) -> tuple[str, type_data]:
    start, with_whom = TEN + timedelta(hours=3), noors(house).pk
    booking.offer(
        entry=zeds_wish(house), start=start, practitioner=with_whom, by=house.people["rui"], at=NOW, minutes=60
    )
    return f"/visits/offers/{Offer.objects.latest('pk').ref}/", {"answer": "take"}


SIGNATURE: type_data = {"agreed": "yes", "name": "Invented Parent"}


def a_child(house: House) -> Patient:
    """Ana, who turns out to be 16."""
    ana = house.people["ana"].patients.get()
    ana.date_of_birth = date(NOW.year - 16, 1, 2)
    ana.save()
    return ana


def signed_by_a_guardian(house: House, client: Client) -> tuple[str, type_data]:
    return "/visits/guardian/", {**SIGNATURE, "for": a_child(house).ref}


def another_time(house: House, client: Client) -> tuple[str, type_data]:
    return f"/visits/{zeds_visit(house).ref}/move/", {"slot": slot_of(house, 3)}


def a_whole_form(house: House, client: Client) -> tuple[str, type_data]:
    zed = house.people["zed"]
    form = fill(typed(full_name="Zed Invented", email=zed.email), by=zed, at=NOW)
    return f"/intake/{form.ref}/send/", {}


def a_question(house: House, client: Client) -> tuple[str, type_data]:
    noor = house.people["noor"]
    review.decide(
        house.case,
        by=noor,
        at=NOW,
        seen=case_version(house.case, review.open_case(house.case, by=noor, at=NOW)),
        outcome="more",
        reason="Not named.",
        question="Which one?",
    )
    return f"/intake/{house.sent.ref}/answer/", {"answer": WORDS}


def my_question(house: House, client: Client) -> tuple[str, type_data]:
    a_question(house, client)
    patient = house.sent.patient
    return "/visits/question/", {"answer": WORDS, "for": patient.ref if patient else ""}


def a_change(house: House, client: Client) -> tuple[str, type_data]:
    sending.change(house.sent, by=house.people["ana"], at=NOW)
    return f"/intake/{house.sent.ref}/change/drop/", {}


def in_spanish(house: House, client: Client) -> tuple[str, type_data]:
    return f"/intake/{house.sent.ref}/language/", {"to": f"/es/intake/{house.sent.ref}/sent/"}


def a_code(house: House, client: Client) -> tuple[str, type_data]:
    client.post("/account/sign-in/code/", {"email": "ana@example.com"})
    return "/account/sign-in/code/confirm/", {"code": newest_code()}


def newest_code() -> str:
    letter = Letter.objects.filter(kind="account.code").latest("id")
    found = CODE.search(str((letter.sealed or {})["body"]))
    assert found
    return found[1]


def who_comes(house: House, client: Client) -> tuple[str, type_data]:
    client.post(f"/visits/book/{consultation().pk}/", {"slot": slot_of(house, 3)})
    return "/visits/book/you/", {**BO, **BORN}


def is_this_right(house: House, client: Client) -> tuple[str, type_data]:
    asked = client.post(*who_comes(house, client))
    client.post(asked["Location"], {"code": newest_code(), "next": "/visits/book/confirm/"})
    return "/visits/book/confirm/", {}


def a_tablet(house: House, client: Client) -> tuple[str, type_data]:
    _handed, code = tablets.hand_over(zed(), by=house.people["rui"], at=NOW)
    return "/tablet/", {"code": code}


def whose_tablet(house: House, client: Client) -> tuple[str, type_data]:
    client.post(*a_tablet(house, client))
    born = zed().date_of_birth
    parts = {"month": born.month, "day": born.day, "year": born.year}
    return "/tablet/who/", {"asked": "date_of_birth"} | {f"date_of_birth-{p}": str(n) for p, n in parts.items()}


def given_back(house: House, client: Client) -> tuple[str, type_data]:
    client.post(*whose_tablet(house, client))
    return "/tablet/back/", {}


SIGNED_IN: Mapping[str, Any] = {"login": "rui@clinic.example", "password": PASSWORD}
