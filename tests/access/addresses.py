"""Every address the clinic answers, read from the resolver itself: nothing is listed that could be forgotten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, URLResolver, get_resolver

from clinic.accounts.erasure.models import ErasureRequest
from clinic.operations.addresses import ADDRESSES
from intake.review.follow_up.models import FollowUpTask
from intake.review.models import Case
from tests.access import desk, transfer, treatment, visits
from tests.access.house import House, entry
from tests.access.schedule import timetable_rows

PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """One pattern: its name as `reverse` knows it (the route where it has none), and its route."""

    name: str
    route: str


def addresses(resolver: URLResolver | None = None, route: str = "", space: str = "") -> Iterator[Address]:
    """Yield every pattern, through every include."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern, route + str(pattern.pattern), inner)
        elif isinstance(pattern, URLPattern):
            whole = route + str(pattern.pattern)
            yield Address(space + pattern.name if pattern.name else whole, whole)


def of_people() -> Iterator[Address]:
    """Yield every address but those of machines, which are answered before anything is read (clinic.operations)."""
    return (address for address in addresses() if f"/{address.route}" not in ADDRESSES)


def made(address: Address, house: House) -> str:
    """Return the path of an address, with what stands in the house in its places."""
    if address in house.paths:
        return house.paths[address]
    if address.name == "admin:app_list":
        return "/admin/review/"
    if address.route.endswith("(?P<url>.*)$"):
        return "/admin/no-such-page/"
    filled = PLACE.sub(lambda found: str(_place(address, found[1], house)), address.route)
    return "/" + filled.removesuffix("$").replace("^", "")


def _place(address: Address, place: str, house: House) -> Any:
    if address.name.startswith("admin:review_followuptask"):
        return FollowUpTask.objects.values_list("ref", flat=True)[0]
    case = Case.objects.get(intake=house.draft) if address.name.endswith("_call") else house.case
    if address.route.startswith("admin/review/"):
        return {"ref": case.ref, "alert": house.alert.ref, "letter": "NOSUCHLETTER"}[place]
    if address.route.startswith("admin/education/") and place == "ref":
        return house.article.ref
    if place == "object_id":
        return _row(address, house)
    if address.name == "desk:own_texts":
        return "es"
    if address.name == "desk:wording":
        return {"name": "booking-reminder", "language": "en"}[place]
    if place == "asked":
        return "update"
    if address.name.startswith("desk:") and place in {"ref", "deed"} and address.name != "desk:accept":
        return desk.place(address.name, place)
    if address.name.startswith("treatment:"):
        return treatment.place(address.name)
    if address.name.startswith("transfer:"):
        return transfer.place(address.name)
    if address.name == "booking:record_form":
        return house.sent.ref
    if address.name.startswith("booking:"):
        return visits.place(address.name, place)
    if address.name in ("website:portrait", "website:photograph"):
        return {"digest": "nosuchphotograph", "size": "small"}[place]
    about = {"intake:sent": house.sent, "intake:extras": house.sent, "intake:change": house.sent}
    return {
        "ref": house.phoned.ref if address.name == "desk:accept" else about.get(address.name, house.draft).ref,
        "number": 2,
        "slug": house.article.slug,
        "code": "ko",
        "topic": house.article.topics[0],
        "token": "no-such-invitation",
        "pk": house.difference.pk if address.name == "desk:settle" else 1,
        "content_type_id": ContentType.objects.get_for_model(Case).pk,
    }[place]


def _row(address: Address, house: House) -> Any:
    rows: dict[str, Any] = {
        "site_settings/clinicprofile": 1,
        "audit/entry": entry().pk,
        "outbox/letter": house.letter.pk,
        "outbox/jobrun": "intake.review.jobs.expire",
        "education/article": house.article.pk,
        "education/reference": "sample-2001",
        "accounts/user": house.people["rui"].pk,
        "accounts/practitioner": getattr(house.people["noor"], "practitioner").pk,  # noqa: B009  (made by the stubs' own mind)
        "r": house.case.pk,
        "accounts/erasurerequest": ErasureRequest.objects.get().pk,
        **timetable_rows(),
    }
    return next(row for model, row in rows.items() if address.route.startswith(f"admin/{model}/"))
