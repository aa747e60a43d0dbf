"""Cautions before needles: whoever treats has seen each of them. They keep nobody from being booked."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from intake.record.errors import ReviewError
from intake.record.models import Answers
from intake.review.models import Case, Flag
from intake.review.one_person import records_of
from intake.screening import Tier

if TYPE_CHECKING:
    from clinic.accounts.models import User


def unseen_cautions(patient: Patient) -> "QuerySet[Flag]":
    """Return the frozen cautions of a person that no practitioner has seen or decided on, linked records included."""
    standing = Flag.objects.filter(tier=Tier.CAUTION, provisional=False, withdrawn_at=None)
    waiting = standing.filter(seen_at=None, settled_by=None, case__patient__in=records_of(patient))
    return waiting.select_related("answers__intake").prefetch_related("resolutions").order_by("position", "id")


def case_to_read(patient: Patient) -> Case | None:
    """Return the case a practitioner opens before needles: the one whose newest form nobody has opened, else the one
    that waits, else the last.
    """
    unopened = Answers.objects.filter(intake=OuterRef("intake"), frozen_at__isnull=False, opened_at=None)
    cases = Case.objects.filter(patient__in=records_of(patient))
    candidates = cases.annotate(unopened=Exists(unopened), waits=Q(closed_at=None))
    return candidates.order_by("-waits", "-unopened", "-opened_at", "-id").first()


@audited_transaction()
def read_cautions(patient: Patient, *, by: "User", at: datetime) -> list[Flag]:
    """Return the unseen cautions to be shown; reading them is a line in the audit log. Practitioners only."""
    _practitioner(by)
    flags = list(unseen_cautions(patient))
    if flags:
        audit.record("cautions.read", on=patient, by=by, at=at, shown=len(flags))
    return flags


@audited_transaction()
def see_cautions(patient: Patient, *, shown: Collection[int], by: "User", at: datetime) -> int:
    """Tick the cautions that stood on the page as seen, by key; return how many.

    Raises ReviewError when another has come since the page was shown, PermissionDenied for anyone but a practitioner.
    """
    _practitioner(by)
    waiting = list(unseen_cautions(patient).select_for_update(of=("self",)).values_list("pk", flat=True))
    if set(waiting) - set(shown):
        raise ReviewError(_("There is a new caution since you opened this page. Read it too."))
    if waiting:
        Flag.objects.filter(pk__in=waiting).update(seen_at=at, seen_by=by)
        audit.record("cautions.seen", on=patient, by=by, at=at, seen=len(waiting))
    return len(waiting)


def _practitioner(by: "User") -> None:
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can read cautions."))
