"""What a change in the admin would do to what is promised already: looked at before it is saved.

The change is tried in a transaction; every room that hears `asked` says what no longer holds afterwards. Where that is
more than before, the transaction is rolled back and the page lists it; only whoever has read the list saves.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.messages.storage import default_storage
from django.core.cache import caches
from django.db import transaction
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

# Sent with `by` and `at` inside the transaction; a receiver returns a list of Consequence. A signal, because the doors
# open one way: the admin of the people stands below the schedule that they strand.
asked = Signal()

# The field in which the page sends back what was read.
SEEN = "consequences_seen"


@dataclass(frozen=True)
class Consequence:
    """One thing that would no longer hold: its reference, what it is, and one reason why."""

    ref: str
    what: str
    why: str


class _RollBack(Exception):  # noqa: N818  (no error: the change was only tried)
    """The change was tried and is taken back."""


class AsksFirst:
    """A page of the admin that shows what a change or a deletion would do to booked visits before it is saved."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        view: Any = super().changeform_view  # type: ignore[misc]  # the admin's
        return shown_first(request, lambda: view(request, object_id, form_url, extra_context))

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        view: Any = super().delete_view  # type: ignore[misc]  # the admin's
        return shown_first(request, lambda: view(request, object_id, extra_context))


def shown_first(request: HttpRequest, save: Callable[[], Any]) -> Any:
    """Save and return the answer, or return a page that lists what the change would strand, with nothing saved.

    `save` answers with a redirect when it has saved. What was read is sent back as SEEN; where more has been booked
    meanwhile, the new list is shown.
    """
    if request.method != "POST":
        return save()
    at = timezone.now()
    before = {(consequence.ref, consequence.why) for consequence in _all(request, at)}
    stranded: list[Consequence] = []
    try:
        with transaction.atomic():
            response: Any = save()
            if response.status_code == 302:
                stranded = _one_a_visit(found for found in _all(request, at) if (found.ref, found.why) not in before)
                if stranded and request.POST.get(SEEN) != _digest(stranded):
                    raise _RollBack
            return response
    except _RollBack:
        # Nothing was done: no sentence says that it was, and no memory of this process knows it.
        request._messages = default_storage(request)  # type: ignore[attr-defined]  # where Django's middleware keeps them
        caches["process"].clear()
        return _page(request, stranded)


def _all(request: HttpRequest, at: datetime) -> list[Consequence]:
    answers: list[tuple[Any, Any]] = asked.send(sender=None, by=request.user, at=at)
    return [consequence for _receiver, consequences in answers for consequence in consequences]


def _one_a_visit(found: Iterable[Consequence]) -> list[Consequence]:
    """Return each thing once, with the first reason that the change gives it; what did not fit before stands too."""
    firsts: dict[str, Consequence] = {}
    for consequence in found:
        firsts.setdefault(consequence.ref, consequence)
    return list(firsts.values())


def _digest(stranded: Iterable[Consequence]) -> str:
    return sha256(
        " ".join(sorted(f"{consequence.ref} {consequence.why}" for consequence in stranded)).encode()
    ).hexdigest()[:32]


def _page(request: HttpRequest, stranded: list[Consequence]) -> HttpResponse:
    from django.contrib import admin

    sent = [(name, value) for name in request.POST for value in request.POST.getlist(name)]
    context = {
        **admin.site.each_context(request),
        "stranded": stranded,
        "sent": [pair for pair in sent if pair[0] not in {"csrfmiddlewaretoken", SEEN}],
        "seen_name": SEEN,
        "seen": _digest(stranded),
        "loses_file": bool(request.FILES),
    }
    return TemplateResponse(request, "admin/consequences.html", context, headers={"Cache-Control": "no-store"})
