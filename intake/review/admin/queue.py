"""The queue: open cases by tier, then by time left before the visit, then by waiting time; counts that add up."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db.models import Count, IntegerField, Max, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.models import User
from intake.record.models import Answers
from intake.review.admin.queue_rows import CaseColumns, QueueRow, rows
from intake.review.models import Case, Decision
from intake.review.querysets import QUEUE, CaseQuerySet
from intake.screening import Tier

# A visit so near that its unread form stands on top of its tier.
SOON = timedelta(days=1)

TABS = {
    "open": _("To review"),
    "today": _("Today"),
    "emergency": _("Emergency"),
    "hold": _("Hold"),
    "caution": _("Caution"),
    "note": _("Note"),
    "clear": _("No flags"),
    "mine": _("Mine"),
    "waiting": _("Waiting for patient"),
    "delayed": _("Delayed"),
    "closed": _("Closed"),
    "by_me": _("Decided by me, last 7 days"),
}
# The tabs of what is to review: elsewhere nobody waits to be read.
LIFTING = frozenset({"open", "today", *Tier})
# Walked by the day of closing or of opening, the newest first; the others by what is due.
NEWEST_FIRST = frozenset({"closed", "by_me"})
# Closed cases are counted so far, and no further.
MOST_CLOSED = 10_000
LATELY = timedelta(days=7)


def chosen(tab: str, *, by: User, at: datetime) -> CaseQuerySet:
    """Return the cases of a tab in its order; an unknown tab is the whole of what is to review."""
    cases = Case.objects.all()
    if tab == "closed":
        return cases.filter(state=Case.State.CLOSED).order_by("-closed_at", "-id")
    if tab == "by_me":
        lately = Decision.objects.filter(by=by, at__gt=at - LATELY)
        mine = cases.filter(pk__in=lately.values("case"))
        return mine.order_by(_decided_last(by).desc(), "-id")
    if tab == "mine":
        return cases.not_closed().filter(claimed_by=by, claimed_until__gt=at).order_by(*QUEUE)
    if tab in {"waiting", "delayed"}:
        return cases.filter(state=tab).order_by(*QUEUE)
    review = cases.awaiting_review()
    if tab == "today":
        return review.filter(**_today(at))
    return review.filter(tier=Tier(tab)) if tab in set(Tier) else review


def _decided_last(by: User) -> Subquery:
    """The key of somebody's last decision on a case: keys grow with time."""
    return Subquery(Decision.objects.filter(case=OuterRef("pk"), by=by).order_by("-pk").values("pk")[:1])


def counts(*, by: User, at: datetime) -> dict[str, int]:
    """Count every tab in one query: the tiers add up to what is to review; closed ones up to one more than MOST_CLOSED.

    `soon` counts who comes within a day, read or not: where nobody does, no unread form stands on top.
    """
    opened = Q(state=Case.State.OPEN)
    mine = Q(claimed_by=by, claimed_until__gt=at)
    by_tier = {tier.value: Count("id", filter=opened & Q(tier=tier)) for tier in Tier}
    totals = Case.objects.not_closed().aggregate(
        open=Count("id", filter=opened),
        today=Count("id", filter=opened & Q(**_today(at))),
        closed=Max(_closed()),
        mine=Count("id", filter=mine),
        waiting=Count("id", filter=Q(state=Case.State.WAITING)),
        delayed=Count("id", filter=Q(state=Case.State.DELAYED)),
        soon=Count("id", filter=Q(visit_at__gte=_midnight(at), visit_at__lte=at + SOON)),
        **by_tier,
    )
    if totals["closed"] is None:  # nothing is open: no row that could have carried it
        totals["closed"] = Case.objects.filter(state=Case.State.CLOSED).order_by()[: MOST_CLOSED + 1].count()
    return totals


def count_words(count: int | None) -> str:
    """Return a count as it stands on a tab: 10,000+ where it goes further than anybody counts."""
    if count is None:
        return ""
    most = formatting.count(MOST_CLOSED)
    return f"{most}+" if count > MOST_CLOSED else formatting.count(count)


class RowCount(Subquery):
    """How many rows a question finds."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def _closed() -> RowCount:
    """How many cases are closed, looking at one more than MOST_CLOSED."""
    return RowCount(Case.objects.filter(state=Case.State.CLOSED).order_by().values("pk")[: MOST_CLOSED + 1])


def _today(at: datetime) -> dict[str, datetime]:
    midnight = _midnight(at)
    return {"visit_at__gte": midnight, "visit_at__lt": midnight + timedelta(days=1)}


def after(cases: CaseQuerySet, last: Case, *, closed: bool) -> CaseQuerySet:
    """Continue behind a row: a walk along the index, whatever the page."""
    if closed:
        return cases.filter(Q(closed_at__lt=last.closed_at) | Q(closed_at=last.closed_at, id__lt=last.pk))
    waited_less = Q(waiting_since__gt=last.waiting_since) | Q(waiting_since=last.waiting_since, id__gt=last.pk)
    comes_later = Q(visit_at__gt=last.visit_at) | (Q(visit_at=last.visit_at) & waited_less)
    calmer = Q(tier__lt=last.tier)
    if last.is_alarmed:
        calmer |= Q(tier=last.tier, is_alarmed=False)
    return cases.filter(calmer | (Q(tier=last.tier, is_alarmed=last.is_alarmed) & comes_later))


def unread_soon(cases: CaseQuerySet, *, at: datetime) -> CaseQuerySet:
    """Narrow to sent forms that nobody has opened and whose person comes today or within a day."""
    newest = Answers.objects.filter(intake=OuterRef("intake"), frozen_at__isnull=False).order_by("-revision")
    graded = cases.not_closed().filter(tier__in=list(Tier), is_alarmed__in=(True, False))
    coming = graded.filter(visit_at__gte=_midnight(at), visit_at__lte=at + SOON)
    sent = coming.filter(intake__submitted_at__isnull=False)
    return sent.annotate(opened_at_=Subquery(newest.values("opened_at")[:1])).filter(opened_at_=None)


def _midnight(at: datetime) -> datetime:
    return timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)


def tab_page(
    tab: str, *, last: Case | None, lifts: bool, by: User, at: datetime
) -> tuple[list[QueueRow], CaseColumns | None]:
    """Return one page of a tab, behind a case if there is one; `lifts`: somebody who is to be read comes soon."""
    cases = chosen(tab, by=by, at=at)
    if tab in NEWEST_FIRST:
        if last and tab == "closed":
            cases = after(cases, last, closed=True)
        elif last:
            decided = Decision.objects.filter(case=last.pk, by=by).order_by("-pk").values_list("pk", flat=True).first()
            cases = cases.alias(decided_last=_decided_last(by)).filter(decided_last__lt=decided or 0)
        return rows(cases, by=by, at=at)
    return page_of(cases, last=last, lifts=lifts and tab in LIFTING, by=by, at=at)


def page_of(
    cases: CaseQuerySet, *, last: Case | None = None, lifts: bool, by: User, at: datetime
) -> tuple[list[QueueRow], CaseColumns | None]:
    """Return one page of the queue, behind `last` if there is one, and its last case when there are more.

    Unread forms with a visit within a day stand on top of their tier, whatever else the order says; the walk along
    the index goes on beneath them.
    """
    lifted = list(rows(unread_soon(cases, at=at), by=by, at=at)[0]) if lifts else []
    other_cases = cases.exclude(pk__in=[row.case.pk for row in lifted]) if lifted else cases
    page_rows, last_case = rows(after(other_cases, last, closed=False) if last else other_cases, by=by, at=at)
    return _on_top_of_their_tier(lifted, page_rows, last=last, ends=last_case is None, at=at), last_case


def _on_top_of_their_tier(
    lifted: list[QueueRow], found: list[QueueRow], *, last: Case | None, ends: bool, at: datetime
) -> list[QueueRow]:
    """Put each lifted row before the others of its tier, but never above an emergency that is open if its own is not;
    those of tiers that an earlier page began stand there.
    """
    begun = (last.tier, last.is_alarmed) if last else None
    page: list[QueueRow] = []
    still = [row for row in lifted if begun is None or row.case.gravity < begun]
    waiting = [replace(row, soon=_soon(row.case, at=at)) for row in still]
    for row in found:
        while waiting and waiting[0].case.gravity >= row.case.gravity:
            page.append(waiting.pop(0))
        page.append(row)
    return page + (waiting if ends else [])


def _soon(case: CaseColumns, *, at: datetime) -> str:
    """Say when an unread form's person comes, and in how long where that is still ahead."""
    local = timezone.localtime(case.visit_at)
    words = {"time": formatting.clock(case.visit_at), "left": formatting.waited(case.visit_at - at)}
    if local.date() != timezone.localtime(at).date():
        return str(_("tomorrow %(time)s, in %(left)s, not read")) % words
    if case.visit_at > at:
        return str(_("today %(time)s, in %(left)s, not read")) % words
    return str(_("today %(time)s, not read")) % words
