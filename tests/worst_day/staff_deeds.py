"""What must have happened before the forms of staff are sent, where they go, and what is in them."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Appointment, Offer
from clinic.outbox.models import Letter, WorkerState
from clinic.transfer.models import ErasureOrder
from education import services as library
from education.documents import digest, document_of
from education.models import Article
from intake.review import services as review
from intake.review.models import Alert, Case
from intake.review.services import case_version
from tests.access.house import House
from tests.access.transfer import FILE
from tests.access.transfer import place as place_of_import
from tests.booking.builders import make_room
from tests.support.times import NOW
from tests.worst_day.deeds import (
    SIGNATURE,
    a_child,
    an_offer,
    noors,
    slot_of,
    type_data,
    type_making,
    zed,
    zeds_visit,
    zeds_wish,
)
from tests.worst_day.filling import WORDS

# ——— the desk


def booked(house: House, **more: str) -> type_data:
    return {"patient": zed().ref, "type": "consultation", "at": slot_of(house, 3)} | more


def is_undone(house: House, client: Client) -> tuple[str, type_data]:
    client.post("/desk/book/", booked(house))
    return f"/desk/visits/{Appointment.objects.latest('pk').ref}/undo/", {}


def signed_by_a_guardian(house: House, client: Client) -> tuple[str, type_data]:
    return f"/desk/people/{a_child(house).ref}/guardian/", SIGNATURE


def heard_on_a_call(house: House, client: Client) -> tuple[str, type_data]:
    heard = {"lives_apart": "on", "manages_money": "on", "reason": WORDS, "go": "allow"}
    return f"/treatment/people/{a_child(house).ref}/alone/", heard


def a_room_out_of_use(house: House, client: Client) -> tuple[str, type_data]:
    room = zeds_visit(house).room
    assert room is not None
    make_room("Another room", position=9)
    room.active = False
    room.save()
    return "/desk/tasks/rooms/", {}


def are_linked(house: House, client: Client) -> tuple[str, type_data]:
    ana, ula = house.people["ana"].patients.get(), Patient.objects.get(full_name="Ula Silenta")
    client.post(f"/desk/people/{ula.ref}/link/", {"other": ana.ref})
    return f"/desk/people/{ula.ref}/unlink/", {"other": ana.ref}


def two_people(house: House, client: Client) -> tuple[str, type_data]:
    ana, ula = house.people["ana"].patients.get(), Patient.objects.get(full_name="Ula Silenta")
    return f"/desk/people/{ula.ref}/apart/", {"other": ana.ref}


def closed_day(house: House, client: Client) -> tuple[str, type_data]:
    Appointment.objects.filter(state="booked").update(state="arrived")
    seen = Appointment.objects.filter(state="arrived").order_by("pk")[0]
    return f"/desk/close/?day={seen.starts_at.date()}", {f"came-{seen.ref}": "completed"}


def is_ill(house: House, client: Client) -> tuple[str, type_data]:
    return "/desk/ill/", {"practitioner": str(noors(house).pk), "day": "2026-03-09"}


def doubted_clock(house: House, client: Client) -> tuple[str, type_data]:
    WorkerState.objects.create(at=NOW, doubt=WorkerState.Doubt.AHEAD, believed_at=NOW)
    return "/system/health/", {}


def waits(house: House, client: Client) -> tuple[str, type_data]:
    return "/desk/waiting/", {"patient": zed().ref, "type": "consultation", "until": "2026-04-02", "weekdays": "1"}


def offered(house: House, client: Client) -> tuple[str, type_data]:
    return f"/desk/waiting/{zeds_wish(house).ref}/offer/", {"at": slot_of(house, 3)}


def needles(house: House, client: Client) -> tuple[str, type_data]:
    return f"/desk/visits/{is_here(house, 'arrived').ref}/needles/", {"go": "sign", "signed_name": "Zed Invented"}


def note_of_visit(house: House, client: Client) -> tuple[str, type_data]:
    return f"/desk/visits/{is_here(house, 'with').ref}/note/", {}


def is_here(house: House, state: str) -> Appointment:
    visit = zeds_visit(house)
    Appointment.objects.filter(pk=visit.pk).update(state=state)
    return visit


def moved(house: House, client: Client) -> tuple[str, type_data]:
    said = {"started_by": "patient", "reason": "better_time", "at": slot_of(house, 3)}
    return f"/desk/visits/{zeds_visit(house).ref}/move/", said


def swapped(house: House, client: Client) -> tuple[str, type_data]:
    first, second = zeds_visit(house), zeds_visit(house, 3)
    return f"/desk/visits/{first.ref}/swap/", {"with": second.ref}


def accepted(house: House, client: Client) -> tuple[str, type_data]:
    _path, said = an_offer(house, client)
    return f"/desk/offers/{Offer.objects.latest('pk').ref}/", {**said, "answer": "yes"}


def a_file(house: House, client: Client) -> tuple[str, type_data]:
    return "/transfer/import/", {"file": SimpleUploadedFile("more.csv", FILE)}  # type: ignore[dict-item]  # the one file


def proposed(house: House, client: Client) -> tuple[str, type_data]:
    order = ErasureOrder.objects.get()
    client.post(f"/transfer/erasures/{order.ref}/withdraw/")
    return f"/transfer/due/{order.patient.ref}/propose/", {}


def sent_again(house: House, client: Client) -> tuple[str, type_data]:
    letter = Letter.objects.given_up()[0]
    return "/admin/outbox/letter/", {"action": "send_again", "_selected_action": str(letter.pk)}


def invited_again(house: House, client: Client) -> tuple[str, type_data]:
    new = User.objects.get(email="new@clinic.example")
    return "/admin/accounts/user/", {"action": "send_invitation", "_selected_action": str(new.pk)}


# ——— the review


def of_case(deed: str, **data: str) -> type_making:
    def make(house: House, client: Client) -> tuple[str, type_data]:
        return f"/admin/review/case/{house.case.ref}/{deed}/", {**data, "seen": case_version(house.case)}

    return make


def given_away(house: House, client: Client) -> tuple[str, type_data]:
    review.claim(house.case, by=house.people["noor"], at=NOW)
    return f"/admin/review/case/{house.case.ref}/release/", {}


def was_read(house: House, client: Client) -> tuple[str, type_data]:
    case = Case.objects.get(intake__patient=zed())
    version = case_version(case, review.open_case(case, by=house.people["noor"], at=NOW))
    return f"/admin/review/case/{case.ref}/seen/", {"seen": version}


def is_decided(house: House, client: Client) -> tuple[str, type_data]:
    version = case_version(house.case, review.open_case(house.case, by=house.people["noor"], at=NOW))
    said = {"seen": version, "outcome": "more", "question": WORDS, "reason": WORDS}
    return f"/admin/review/case/{house.case.ref}/decide/", said


def of_case_reason(house: House, client: Client) -> tuple[str, type_data]:
    return f"/admin/review/case/reason/{house.case.ref}/", {"code": "covering"}


def was_called(house: House, client: Client) -> tuple[str, type_data]:
    alert = Alert.objects.get()
    said = {"outcome": "reached", "note": WORDS, "close": "on", "seen": alert.version}
    return f"/admin/review/case/{alert.case.ref}/call/{alert.ref}/", said


# ——— the library


def of_article(deed: str, **data: str) -> type_making:
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


def of_import(*before: str, deed: str) -> type_making:
    def make(house: House, client: Client) -> tuple[str, type_data]:
        one = f"/transfer/import/{place_of_import('transfer:import')}"
        client.post(f"{one}/", {"column_0": "full_name", "column_1": "date_of_birth", "order": "month"})
        for done in before:
            client.post(f"{one}/{done}/")
        return f"{one}/{deed}/", {}

    return make
