"""The page of records whose time is over: proposed by one person, confirmed by another."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clinic import audit
from clinic.accounts.acting import user_at_work
from clinic.accounts.models import Patient
from clinic.accounts.roles import ADMINISTRATOR, PRACTITIONER, role_required
from clinic.audit.transaction import audited_transaction
from clinic.redirects import see_other
from clinic.site_settings import services as site_settings
from clinic.transfer.errors import TransferError
from clinic.transfer.models import ErasureOrder
from clinic.transfer.retention import due_records, services
from clinic.transfer.retention.periods import LEAST_YEARS, MINORS_UNTIL
from clinic.transfer.views.common import page
from intake.pages.drafts import DRAFT_LIVES


@require_safe
@role_required(ADMINISTRATOR, PRACTITIONER)
def due(request: HttpRequest) -> HttpResponse:
    """Whose record is due, what waits for a second person, and how long what is kept."""
    at, by = timezone.now(), user_at_work(request)
    records = due_records.due_records(on=timezone.localdate(at))
    with audited_transaction():
        audit.record("erasure.listed", by=by, at=at, records=len(records))
    context = {
        "records": records,
        "orders": due_records.orders_waiting(),
        "erased": ErasureOrder.objects.filter(confirmed_at__isnull=False).count(),
        "years": due_records.years_kept(),
        "least_years": LEAST_YEARS,
        "minors_until": MINORS_UNTIL,
        "draft_days": DRAFT_LIVES.days,
        "unclaimed_months": site_settings.current().unclaimed_months,
        "me": by,
    }
    return page(request, "due", context | {"part": "due"})


@require_POST
@role_required(ADMINISTRATOR)
def propose(request: HttpRequest, ref: str) -> HttpResponse:
    """Propose the erasure of a record; someone else confirms it."""
    patient = get_object_or_404(Patient, ref=ref)
    return _done(request, services.propose, patient, _("Proposed. Nothing is erased until someone else confirms it."))


@require_POST
@role_required(ADMINISTRATOR, PRACTITIONER)
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Erase a record that someone else proposed."""
    order = get_object_or_404(ErasureOrder, ref=ref)
    return _done(request, services.confirm, order, _("The record is erased. It cannot be brought back."))


@require_POST
@role_required(ADMINISTRATOR, PRACTITIONER)
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a proposal back."""
    order = get_object_or_404(ErasureOrder, ref=ref)
    return _done(request, services.withdraw, order, _("The proposal is taken back. Nothing was erased."))


def _done(request: HttpRequest, verb: Callable[..., Any], on: Any, sentence: str) -> HttpResponse:
    try:
        verb(on, by=user_at_work(request), at=timezone.now())
    except TransferError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, sentence)
    return see_other("transfer:due")
