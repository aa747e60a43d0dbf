"""The queue: open cases by tier, then by time left before the visit, then by waiting time; counts that add up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import moments
from clinic.accounts.models import User
from clinic.text import collapse, fold
from intake.models import Alert, Case, Flag
from intake.models.sitting import Tier
from intake.querysets import QUEUE, CaseQuerySet
from intake.questionnaire.dates import age_on
from intake.wording import rule_name

PAGE = 50

TABS = {
    "open": _("To review"),
    "emergency": _("Emergency"),
    "hold": _("Hold"),
    "caution": _("Caution"),
    "note": _("Note"),
    "clear": _("Clear"),
    "mine": _("Mine"),
    "waiting": _("Waiting for the patient"),
    "delayed": _("Delayed"),
    "closed": _("Closed"),
}


@dataclass(frozen=True)
class Row:
    """One line of the queue."""

    case: Case
    name: str
    age: int | None
    flags: list[str]
    waited: str
    visit: str
    claimed_by: str
    taken: bool
    alert: Alert | None
    same_address: int
    unfinished: bool


def chosen(tab: str, *, by: User, at: datetime) -> CaseQuerySet:
    """Return the cases of a tab in its order; an unknown tab is the whole of what is to review."""
    cases = Case.objects.with_person()
    if tab == "closed":
        return cases.filter(state=Case.State.CLOSED).order_by("-closed_at", "-id")
    if tab == "mine":
        return cases.not_closed().filter(claimed_by=by, claimed_until__gt=at).order_by(*QUEUE)
    if tab in {"waiting", "delayed"}:
        return cases.filter(state=tab).order_by(*QUEUE)
    review = cases.awaiting_review()
    return review.filter(tier=tab) if tab in Tier.values else review


def counts(*, by: User, at: datetime) -> dict[str, int]:
    """Count every tab but the closed one in one query: the tiers add up to what is to review."""
    opened = Q(state=Case.State.OPEN)
    mine = Q(claimed_by=by, claimed_until__gt=at)
    asked = {tier: Count("id", filter=opened & Q(tier=tier)) for tier in Tier.values}
    return Case.objects.not_closed().aggregate(
        open=Count("id", filter=opened),
        mine=Count("id", filter=mine),
        waiting=Count("id", filter=Q(state=Case.State.WAITING)),
        delayed=Count("id", filter=Q(state=Case.State.DELAYED)),
        **asked,
    )


def searched(cases: CaseQuerySet, words: str) -> CaseQuerySet:
    """Narrow to a reference, the beginning of a name, or a birth date written YYYY-MM-DD."""
    words = collapse(words)[:100]
    if not words:
        return cases
    try:
        born = date.fromisoformat(words)
    except ValueError:
        named = Q(intake__full_name__istartswith=words) | Q(patient__folded_name__startswith=fold(words))
        return cases.filter(named | Q(intake__reference=words.upper()))
    return cases.filter(intake__date_of_birth=born)


def after(cases: CaseQuerySet, last: Case, *, closed: bool) -> CaseQuerySet:
    """Continue behind a row: a walk along the index, whatever the page."""
    if closed:
        return cases.filter(Q(closed_at__lt=last.closed_at) | Q(closed_at=last.closed_at, id__lt=last.pk))
    waited_less = Q(waiting_since__gt=last.waiting_since) | Q(waiting_since=last.waiting_since, id__gt=last.pk)
    comes_later = Q(visit_at__gt=last.visit_at) | (Q(visit_at=last.visit_at) & waited_less)
    return cases.filter(Q(urgency__lt=last.urgency) | (Q(urgency=last.urgency) & comes_later))


def rows(cases: CaseQuerySet, *, by: User, at: datetime) -> tuple[list[Row], Case | None]:
    """Return one page of lines, and its last case when there are more behind it."""
    flags = Flag.objects.unsettled().filter(urgency__gte=2).only("case_id", "code", "urgency", "withdrawn_at")
    alerts = Alert.objects.filter(closed_at=None)
    found = list(
        cases.prefetch_related(
            Prefetch("flags", queryset=flags, to_attr="unsettled"),
            Prefetch("alerts", queryset=alerts, to_attr="open_alerts"),
        )[: PAGE + 1]
    )
    more = found[PAGE - 1] if len(found) > PAGE else None
    addresses = _addresses(found)
    return [_row(case, addresses, by=by, at=at) for case in found[:PAGE]], more


def _row(case: Case, addresses: dict[str, int], *, by: User, at: datetime) -> Row:
    intake, today = case.intake, timezone.localtime(at).date()
    unsettled: Iterable[Any] = getattr(case, "unsettled", ())
    alerts: list[Alert] = getattr(case, "open_alerts", [])
    claimed = case.claimed_by if case.claimed_until and case.claimed_until > at else None
    return Row(
        case=case,
        name=case.patient.full_name if case.patient else intake.full_name or str(_("No name yet")),
        age=age_on(intake.date_of_birth, today) if intake.date_of_birth else None,
        flags=[rule_name(flag.code) for flag in unsettled],
        waited=moments.waited(at - (case.closed_at or case.waiting_since)),
        visit=moments.short(case.next_visit) if case.next_visit else "",
        claimed_by=str(claimed or ""),
        taken=claimed is not None and claimed != by,
        alert=alerts[0] if alerts else None,
        same_address=addresses.get(intake.email.casefold(), 0) if alerts and not intake.is_confirmed else 0,
        unfinished=intake.submitted_at is None,
    )


def _addresses(cases: list[Case]) -> dict[str, int]:
    """Count the open alerts of unconfirmed forms by the address that was typed."""
    if not any(getattr(case, "open_alerts", None) and not case.intake.is_confirmed for case in cases):
        return {}
    typed = Alert.objects.filter(closed_at=None, intake__email_confirmed_at=None).exclude(intake__email="")
    grouped = typed.values(address=F("intake__email")).annotate(n=Count("id")).filter(n__gt=1)
    return {row["address"].casefold(): row["n"] for row in grouped[:500]}
