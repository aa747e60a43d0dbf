"""The queue: open cases by tier, then by time left before the visit, then by waiting time; counts that add up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import moments
from clinic.accounts.models import User
from clinic.text import collapse, fold
from intake.questionnaire.dates import age_on
from intake.record.models import Answers
from intake.record.wording import rule_name
from intake.review.admin import case_head
from intake.review.models import Alert, Case, Flag
from intake.review.querysets import QUEUE, CaseQuerySet
from intake.screening import Tier

PAGE = 50
# A visit so near that its unread form stands on top of its tier.
SOON = timedelta(days=1)

TABS = {
    "open": _("To review"),
    "emergency": _("Emergency"),
    "hold": _("Hold"),
    "caution": _("Caution"),
    "note": _("Note"),
    "clear": _("No flags"),
    "mine": _("Mine"),
    "waiting": _("Waiting for the patient"),
    "delayed": _("Delayed"),
    "closed": _("Closed"),
}
# The tabs of what is to review: elsewhere nobody waits to be read.
LIFTING = frozenset({"open", *Tier})


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
    # Nobody has opened the form, and the visit is within a day: "today 9:15 am, not read".
    soon: str
    chip: case_head.Chip


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
    return review.filter(tier=Tier(tab)) if tab in set(Tier) else review


def counts(*, by: User, at: datetime) -> dict[str, int]:
    """Count every tab but the closed one in one query: the tiers add up to what is to review."""
    opened = Q(state=Case.State.OPEN)
    mine = Q(claimed_by=by, claimed_until__gt=at)
    asked = {tier.value: Count("id", filter=opened & Q(tier=tier)) for tier in Tier}
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
    return cases.filter(Q(tier__lt=last.tier) | (Q(tier=last.tier) & comes_later))


def unread_soon(cases: CaseQuerySet, *, at: datetime) -> CaseQuerySet:
    """Narrow to sent forms that nobody has opened and whose person comes today or within a day."""
    newest = Answers.objects.filter(intake=OuterRef("intake"), frozen_at__isnull=False).order_by("-revision")
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    coming = cases.not_closed().filter(tier__in=list(Tier), visit_at__gte=midnight, visit_at__lte=at + SOON)
    sent = coming.filter(intake__submitted_at__isnull=False)
    return sent.annotate(opened_at_=Subquery(newest.values("opened_at")[:1])).filter(opened_at_=None)


def page_of(
    cases: CaseQuerySet, *, last: Case | None = None, lifts: bool, by: User, at: datetime
) -> tuple[list[Row], Case | None]:
    """Return one page of the queue, behind `last` if there is one, and its last case when there are more.

    Unread forms with a visit within a day stand on top of their tier, whatever else the order says; the walk along
    the index goes on beneath them.
    """
    lifted = list(rows(unread_soon(cases, at=at), by=by, at=at)[0]) if lifts else []
    others = cases.exclude(pk__in=[row.case.pk for row in lifted])
    found, more = rows(after(others, last, closed=False) if last else others, by=by, at=at)
    return _on_top_of_their_tier(lifted, found, last=last, ends=more is None, on=timezone.localtime(at).date()), more


def _on_top_of_their_tier(lifted: list[Row], found: list[Row], *, last: Case | None, ends: bool, on: date) -> list[Row]:
    """Put each lifted row before the others of its tier; those of tiers that an earlier page began stand there."""
    page: list[Row] = []
    waiting = [replace(row, soon=_soon(row.case, on=on)) for row in lifted if last is None or row.case.tier < last.tier]
    for row in found:
        while waiting and waiting[0].case.tier >= row.case.tier:
            page.append(waiting.pop(0))
        page.append(row)
    return page + (waiting if ends else [])


def _soon(case: Case, *, on: date) -> str:
    at = timezone.localtime(case.visit_at)
    words = _("today %(time)s, not read") if at.date() == on else _("tomorrow %(time)s, not read")
    return str(words) % {"time": moments.clock(case.visit_at)}


def rows(cases: CaseQuerySet, *, by: User, at: datetime) -> tuple[list[Row], Case | None]:
    """Return one page of lines, and its last case when there are more behind it."""
    flags = Flag.objects.unsettled().filter(tier__gte=Tier.CAUTION).only("case_id", "code", "tier", "withdrawn_at")
    alerts = Alert.objects.only("case_id", "closed_at", "acknowledged_at", "changed_at")
    found = list(
        cases.prefetch_related(
            Prefetch("flags", queryset=flags, to_attr="unsettled"),
            Prefetch("alerts", queryset=alerts, to_attr="all_alerts"),
        )[: PAGE + 1]
    )
    more = found[PAGE - 1] if len(found) > PAGE else None
    addresses = _addresses(found)
    return [_row(case, addresses, by=by, at=at) for case in found[:PAGE]], more


def _row(case: Case, addresses: dict[str, int], *, by: User, at: datetime) -> Row:
    intake, today = case.intake, timezone.localtime(at).date()
    unsettled: Iterable[Any] = getattr(case, "unsettled", ())
    every: list[Alert] = getattr(case, "all_alerts", [])
    alerts = [alert for alert in every if alert.closed_at is None]
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
        soon="",
        chip=case_head.chip(case, every, on=today),
    )


def _addresses(cases: list[Case]) -> dict[str, int]:
    """Count the open alerts of unconfirmed forms by the address that was typed."""
    if not any(_is_alarmed(case) and not case.intake.is_confirmed for case in cases):
        return {}
    typed = Alert.objects.filter(closed_at=None, intake__email_confirmed_at=None).exclude(intake__email="")
    grouped = typed.values(address=F("intake__email")).annotate(n=Count("id")).filter(n__gt=1)
    return {row["address"].casefold(): row["n"] for row in grouped[:500]}


def _is_alarmed(case: Case) -> bool:
    alerts: list[Alert] = getattr(case, "all_alerts", [])
    return any(alert.closed_at is None for alert in alerts)
