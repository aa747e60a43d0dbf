"""How each form of the clinic is sent so that something comes of it: by whom, from which page, with what in it.

A form stands on a page and is filled in as somebody would (tests.worst_day.filling); what must be typed otherwise
stands here. Where something must have happened first, a function does it and returns where the form goes, and what is
in it. What changes nothing but a session, however it is sent, is named as such.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import services as booking
from clinic.booking.models import Appointment, Offer, VisitType, WaitingEntry
from clinic.demo.forms import typed
from clinic.outbox.models import Letter, WorkerState
from clinic.transfer.models import ErasureOrder
from education import services as library
from education.documents import digest, document_of
from education.models import Article
from intake.pages.tablet import services as tablets
from intake.review import services as review
from intake.review.models import Alert, Case
from intake.review.services import version_of
from tests.access.house import House
from tests.access.transfer import FILE
from tests.access.transfer import place as place_of_import
from tests.access.visits import TEN
from tests.accounts.helpers import CODE
from tests.intake.forms import fill
from tests.support.cast import PASSWORD
from tests.support.times import NOW
from tests.worst_day.filling import WORDS

type_data = Mapping[str, str | list[str]]
type_making = Callable[[House, Client], tuple[str, type_data]]
type_before = Callable[[House], None]

BO = {"full_name": "Bo Typed", "date_of_birth": "1980-02-01", "phone": "213-555-0188", "email": "bo@example.com"}
BORN = {"date_of_birth-month": "2", "date_of_birth-day": "1", "date_of_birth-year": "1980"}


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


def _zed() -> Patient:
    return Patient.objects.get(user__email="zed@example.com")


def _kind() -> VisitType:
    return VisitType.objects.get(code="consultation")


def _noors(house: House) -> Any:
    return getattr(house.people["noor"], "practitioner")  # noqa: B009  (made by the stubs' own mind)


def _slot_of(house: House, hours: int) -> str:
    """A time of Noor's that nobody has, as the pages write it."""
    return f"{TEN + timedelta(hours=hours):%Y%m%dT%H%M%SZ}-{_noors(house).pk}"


def zeds_visit(house: House, hours: int = 1) -> Appointment:
    start = TEN + timedelta(hours=hours)
    return booking.book(patient=_zed(), visit_type=_kind(), start=start, by=house.people["zed"], at=NOW)


def zeds_wish(house: House) -> WaitingEntry:
    until = (NOW + timedelta(days=30)).date()
    return booking.join(patient=_zed(), visit_type=_kind(), until=until, by=house.people["zed"], at=NOW)


def _of_zeds_visit(name: str, **data: str) -> type_making:
    return lambda house, client: (f"/visits/{zeds_visit(house).ref}/{name}/", data)


def _an_offer(house: House, client: Client) -> tuple[str, type_data]:
    start, with_whom = TEN + timedelta(hours=3), _noors(house).pk
    booking.offer(
        entry=zeds_wish(house), start=start, practitioner=with_whom, by=house.people["rui"], at=NOW, minutes=60
    )
    return f"/visits/offers/{Offer.objects.latest('pk').ref}/", {"answer": "take"}


def _another_time(house: House, client: Client) -> tuple[str, type_data]:
    return f"/visits/{zeds_visit(house).ref}/move/", {"slot": _slot_of(house, 3)}


def _a_whole_form(house: House, client: Client) -> tuple[str, type_data]:
    zed = house.people["zed"]
    form = fill(typed(full_name="Zed Invented", email=zed.email), by=zed, at=NOW)
    return f"/intake/{form.ref}/send/", {}


def _a_question(house: House, client: Client) -> tuple[str, type_data]:
    noor = house.people["noor"]
    review.decide(
        house.case,
        by=noor,
        at=NOW,
        seen=version_of(review.open_case(house.case, by=noor, at=NOW)),
        outcome="more",
        reason="Not named.",
        question="Which one?",
    )
    return f"/intake/{house.sent.ref}/answer/", {"answer": WORDS}


def _a_code(house: House, client: Client) -> tuple[str, type_data]:
    client.post("/account/sign-in/code/", {"email": "ana@example.com"})
    return "/account/sign-in/code/confirm/", {"code": _newest_code()}


def _newest_code() -> str:
    letter = Letter.objects.filter(kind="account.code").latest("id")
    found = CODE.search(str((letter.sealed or {})["body"]))
    assert found
    return found[1]


def _you(house: House, client: Client) -> tuple[str, type_data]:
    client.post(f"/visits/book/{_kind().pk}/", {"slot": _slot_of(house, 3)})
    return "/visits/book/you/", BO | BORN


def _is_this_right(house: House, client: Client) -> tuple[str, type_data]:
    asked = client.post(*_you(house, client))
    client.post(asked["Location"], {"code": _newest_code(), "next": "/visits/book/confirm/"})
    return "/visits/book/confirm/", {}


def _a_tablet(house: House, client: Client) -> tuple[str, type_data]:
    _handed, code = tablets.hand_over(_zed(), by=house.people["rui"], at=NOW)
    return "/tablet/", {"code": code}


def _whose(house: House, client: Client) -> tuple[str, type_data]:
    client.post(*_a_tablet(house, client))
    born = _zed().date_of_birth
    parts = {"month": born.month, "day": born.day, "year": born.year}
    return "/tablet/who/", {"asked": "date_of_birth"} | {f"date_of_birth-{p}": str(n) for p, n in parts.items()}


def _given_back(house: House, client: Client) -> tuple[str, type_data]:
    client.post(*_whose(house, client))
    return "/tablet/back/", {}


# ——— the desk


def _booked(house: House, **more: str) -> type_data:
    return {"patient": _zed().ref, "type": "consultation", "at": _slot_of(house, 3)} | more


def _is_undone(house: House, client: Client) -> tuple[str, type_data]:
    client.post("/desk/book/", _booked(house))
    return f"/desk/visits/{Appointment.objects.latest('pk').ref}/undo/", {}


def _linked(house: House, client: Client) -> tuple[str, type_data]:
    ana, ula = house.people["ana"].patients.get(), Patient.objects.get(full_name="Ula Silenta")
    client.post(f"/desk/people/{ula.ref}/link/", {"other": ana.ref})
    return f"/desk/people/{ula.ref}/unlink/", {"other": ana.ref}


def _two_people(house: House, client: Client) -> tuple[str, type_data]:
    ana, ula = house.people["ana"].patients.get(), Patient.objects.get(full_name="Ula Silenta")
    return f"/desk/people/{ula.ref}/apart/", {"other": ana.ref}


def _close(house: House, client: Client) -> tuple[str, type_data]:
    Appointment.objects.filter(state="booked").update(state="arrived")
    seen = Appointment.objects.filter(state="arrived").order_by("pk")[0]
    return f"/desk/close/?day={seen.starts_at.date()}", {f"came-{seen.ref}": "completed"}


def _ill(house: House, client: Client) -> tuple[str, type_data]:
    return "/desk/ill/", {"practitioner": str(_noors(house).pk), "day": "2026-03-09"}


def _clock(house: House, client: Client) -> tuple[str, type_data]:
    WorkerState.objects.create(at=NOW, doubt=WorkerState.Doubt.AHEAD, believed_at=NOW)
    return "/system/health/", {}


def _waits(house: House, client: Client) -> tuple[str, type_data]:
    return "/desk/waiting/", {"patient": _zed().ref, "type": "consultation", "until": "2026-04-02", "weekdays": "1"}


def _offered(house: House, client: Client) -> tuple[str, type_data]:
    return f"/desk/waiting/{zeds_wish(house).ref}/offer/", {"at": _slot_of(house, 3)}


def _needles(house: House, client: Client) -> tuple[str, type_data]:
    return f"/desk/visits/{_is_here(house, 'arrived').ref}/needles/", {"go": "sign", "signed_name": "Zed Invented"}


def _note_of_visit(house: House, client: Client) -> tuple[str, type_data]:
    return f"/desk/visits/{_is_here(house, 'with').ref}/note/", {}


def _is_here(house: House, state: str) -> Appointment:
    visit = zeds_visit(house)
    Appointment.objects.filter(pk=visit.pk).update(state=state)
    return visit


def _moved(house: House, client: Client) -> tuple[str, type_data]:
    said = {"started_by": "patient", "reason": "better_time", "at": _slot_of(house, 3)}
    return f"/desk/visits/{zeds_visit(house).ref}/move/", said


def _swapped(house: House, client: Client) -> tuple[str, type_data]:
    first, second = zeds_visit(house), zeds_visit(house, 3)
    return f"/desk/visits/{first.ref}/swap/", {"with": second.ref}


def _accepted(house: House, client: Client) -> tuple[str, type_data]:
    _path, said = _an_offer(house, client)
    return f"/desk/offers/{Offer.objects.latest('pk').ref}/", {**said, "answer": "yes"}


def _a_file(house: House, client: Client) -> tuple[str, type_data]:
    return "/transfer/import/", {"file": SimpleUploadedFile("more.csv", FILE)}  # type: ignore[dict-item]  # the one file


def _proposed(house: House, client: Client) -> tuple[str, type_data]:
    order = ErasureOrder.objects.get()
    client.post(f"/transfer/erasures/{order.ref}/withdraw/")
    return f"/transfer/due/{order.patient.ref}/propose/", {}


def _sent_again(house: House, client: Client) -> tuple[str, type_data]:
    letter = Letter.objects.given_up()[0]
    return "/admin/outbox/letter/", {"action": "send_again", "_selected_action": str(letter.pk)}


def _invited_again(house: House, client: Client) -> tuple[str, type_data]:
    new = User.objects.get(email="new@clinic.example")
    return "/admin/accounts/user/", {"action": "send_invitation", "_selected_action": str(new.pk)}


# ——— the review


def _case(deed: str, **data: str) -> type_making:
    return lambda house, client: (f"/admin/review/case/{house.case.ref}/{deed}/", data)


def _given_away(house: House, client: Client) -> tuple[str, type_data]:
    review.claim(house.case, by=house.people["noor"], at=NOW)
    return f"/admin/review/case/{house.case.ref}/release/", {}


def _read(house: House, client: Client) -> tuple[str, type_data]:
    case = Case.objects.get(intake__patient=_zed())
    version = version_of(review.open_case(case, by=house.people["noor"], at=NOW))
    return f"/admin/review/case/{case.ref}/seen/", {"seen": version}


def _decided(house: House, client: Client) -> tuple[str, type_data]:
    version = version_of(review.open_case(house.case, by=house.people["noor"], at=NOW))
    said = {"seen": version, "outcome": "more", "question": WORDS, "reason": WORDS}
    return f"/admin/review/case/{house.case.ref}/decide/", said


def _called(house: House, client: Client) -> tuple[str, type_data]:
    alert = Alert.objects.get()
    said = {"outcome": "reached", "note": WORDS, "close": "on"}
    return f"/admin/review/case/{alert.case.ref}/call/{alert.ref}/", said


# ——— the library


def _article(deed: str, **data: str) -> type_making:
    return lambda house, client: (f"/admin/education/article/{house.article.ref}/{deed}/", data)


def is_sent(house: House) -> None:
    """An editor has sent the article to be approved."""
    article = house.article
    with audited_transaction():
        library.send_for_review(article, by=house.people["edda"], at=NOW)


def is_approved(house: House) -> None:
    is_sent(house)
    article = Article.objects.get(pk=house.article.pk)
    with audited_transaction():
        library.approve(article, seen=digest(document_of(article)), reason=WORDS, by=house.people["noor"], at=NOW)


def is_scheduled(house: House) -> None:
    is_approved(house)
    article, when = Article.objects.get(pk=house.article.pk), NOW + timedelta(days=20)
    with audited_transaction():
        library.publish(article, when=when, by=house.people["noor"], at=NOW)


def _import(*before: str, deed: str) -> type_making:
    def make(house: House, client: Client) -> tuple[str, type_data]:
        one = f"/transfer/import/{place_of_import('transfer:import')}"
        client.post(f"{one}/", {"column_0": "full_name", "column_1": "date_of_birth", "order": "month"})
        for done in before:
            client.post(f"{one}/{done}/")
        return f"{one}/{deed}/", {}

    return make


SIGNED_IN = {"login": "rui@clinic.example", "password": PASSWORD}
