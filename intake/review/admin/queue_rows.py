"""The lines of the queue, read in one question: the columns that are shown, of one page of cases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Count, F, FilteredRelation, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import User
from intake.questionnaire.dates import age_on
from intake.record.answer_words import rule_name
from intake.record.models import ConsentChange
from intake.review.admin import case_head
from intake.review.admin.language_words import in_few_words, wanted
from intake.review.models import NO_VISIT, NOBODYS, Alert, Case, Decision
from intake.review.querysets import CaseQuerySet
from intake.screening import Tier

PAGE = 50
# What comes first in the queue, whatever the day of the visit: the tier, and whether an emergency is open.
Gravity = tuple[Tier, bool]


class CaseColumns(NamedTuple):
    """The columns of a case that the queue shows, of its form, of its patient and of who reads it."""

    pk: int
    ref: str
    state: str
    tier: Tier
    is_alarmed: bool
    waiting_since: datetime
    visit_at: datetime
    delayed_until: date | None
    closed_at: datetime | None
    claimed_until: datetime | None
    closer_name: str | None
    closer_email: str | None
    reader: str | None
    reader_name: str | None
    reader_email: str | None
    patient_name: str | None
    patient_reads: str | None
    patient_interpreter: str | None
    reference: str
    form_name: str
    date_of_birth: date | None
    email: str
    place: str
    confirmed_at: datetime | None
    submitted_at: datetime | None
    engine_failed: bool
    form_read: str
    form_interpreter: str
    # What the newest change of consent on the record says; None where there is none.
    consent_given: bool | None

    @property
    def gravity(self) -> Gravity:
        return self.tier, self.is_alarmed


class ListedFlag(NamedTuple):
    """A flag that no decision has settled."""

    pk: int
    code: str
    tier: Tier
    position: int


class ListedAlert(NamedTuple):
    """An emergency of the case, open or closed."""

    pk: int
    closed_at: datetime | None
    acknowledged_at: datetime | None
    changed_at: datetime | None


@dataclass
class ListedCase:
    """A case with its flags and its emergencies."""

    case: CaseColumns
    flags: dict[str, ListedFlag] = field(default_factory=dict)
    alerts: dict[int, ListedAlert] = field(default_factory=dict)
    # What was decided last.
    decision: Decision | None = None

    @property
    def alert(self) -> ListedAlert | None:
        """The oldest emergency that is open."""
        return next((alert for _pk, alert in sorted(self.alerts.items()) if alert.closed_at is None), None)

    def shown_flags(self) -> list[ListedFlag]:
        flags = (flag for flag in self.flags.values() if flag.tier >= Tier.CAUTION)
        return sorted(flags, key=lambda flag: (-flag.tier.rank, flag.position))


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue."""

    case: CaseColumns
    name: str
    age: int | None
    flags: list[str]
    waited: str
    visit: str
    claimed_by: str
    taken: bool
    alert: ListedAlert | None
    same_address: int
    unfinished: bool
    # Nobody has opened the form, and the visit is within a day: "today 9:15 am, not read".
    soon: str
    chip: case_head.Chip
    # What they read where that is not English, and whether with an interpreter: "Spanish · interpreter".
    language: str = ""
    # What was decided last, where the case is closed: the outcome with its limits, by whom and when.
    decision: Decision | None = None
    # Other open calls of forms from the same place, that nobody has confirmed either.
    gathered: tuple["QueueRow", ...] = ()

    @property
    def is_closed(self) -> bool:
        return self.case.state == Case.State.CLOSED

    @property
    def is_withdrawn(self) -> bool:
        """Whether the patient has withdrawn consent to needles."""
        return self.case.consent_given is False

    @property
    def closed_words(self) -> str:
        """Who closed a case on which nothing was decided."""
        return case_head.closed_unjudged(self.case.closer_name or self.case.closer_email or "")

    @property
    def state_words(self) -> str:
        """What the cases of this state stand under where all states are searched."""
        return str(_("To review") if self.case.state == Case.State.OPEN else Case.State(self.case.state).label)


_CASE = (
    *("pk", "ref", "state", "tier", "is_alarmed", "waiting_since", "visit_at", "delayed_until", "closed_at"),
    *("claimed_until", "closer_name", "closer_email", "claimed_by_id", "reader_name", "reader_email"),
    *("patient__full_name", "patient__language", "patient__interpreter"),
    *("intake__reference", "intake__full_name", "intake__date_of_birth", "intake__email", "intake__place"),
    *("intake__email_confirmed_at", "intake__submitted_at", "intake__engine_failed"),
    *("intake__language", "intake__interpreter"),
    "consent_given",
)
_FLAG = ("flag__pk", "flag__code", "flag__tier", "flag__position")
# What a line says of a decision; its reason stays sealed.
_DECISION = ("pk", "outcome", "limits", "limit_note", "until", "by_name", "at")
_DECIDED = tuple(f"decisions__{column}" for column in _DECISION)
_ALERT = ("alerts__pk", "alerts__closed_at", "alerts__acknowledged_at", "alerts__changed_at")


def _staff(role: str, column: str) -> Subquery:
    """A column of whoever closed a case or reads it. Not a join: PostgreSQL weighs the order of eight tables and no
    more, and with one more it would read every case before it looks which of them stand on the page.
    """
    return Subquery(User.objects.filter(pk=OuterRef(role)).values(column)[:1])


_CONSENT = ConsentChange.objects.filter(patient=OuterRef("patient_id")).order_by("-at", "-id").values("is_given")[:1]
_STAFF = {
    "consent_given": Subquery(_CONSENT),
    "closer_name": _staff("closed_by_id", "name"),
    "closer_email": _staff("closed_by_id", "email"),
    "reader_name": _staff("claimed_by_id", "name"),
    "reader_email": _staff("claimed_by_id", "email"),
}


def rows(cases: CaseQuerySet, *, by: User, at: datetime) -> tuple[list[QueueRow], CaseColumns | None]:
    """Return one page of lines in the order of the cases, and its last case when there are more behind it.

    One query; a second one where somebody unconfirmed has to be called.
    """
    listed_cases = _read(cases)
    last_case = listed_cases[PAGE - 1].case if len(listed_cases) > PAGE else None
    addresses = _addresses(listed_cases)
    return _gathered([_row(listed_case, addresses, by=by, at=at) for listed_case in listed_cases[:PAGE]]), last_case


def _gathered(page: list[QueueRow]) -> list[QueueRow]:
    """Make one line of the open calls of one place that nobody has confirmed, where the longest wait stands.

    A machine can make such forms in any number. Whom we know, or whom the form may be about, has a line of their own.
    """
    places: dict[str, list[QueueRow]] = {}
    for row in page:
        key = row.case.place if row.alert and row.case.visit_at == NOBODYS else ""
        places.setdefault(key or f"case {row.case.pk}", []).append(row)
    return [replace(first, gathered=tuple(rest)) if rest else first for first, *rest in places.values()]


def _read(cases: CaseQuerySet) -> list[ListedCase]:
    """A case comes once for each of its flags and emergencies; the page is cut before they are joined."""
    order = cases.query.order_by
    page = Case.objects.filter(pk__in=cases.values("pk")[: PAGE + 1]).order_by(*order)
    # A rule that fired again stands for the times before (`FlagQuerySet.with_repeats`): the newest is kept.
    joined = page.annotate(flag=FilteredRelation("flags", condition=Q(flags__settled_by=None)), **_STAFF)
    entries: dict[int, ListedCase] = {}
    for row in joined.values_list(*_CASE, *_FLAG, *_ALERT, *_DECIDED):
        parts = iter(row)
        case, flag, alert, decided = (tuple(islice(parts, len(part))) for part in (_CASE, _FLAG, _ALERT, _DECIDED))
        entry = entries.setdefault(case[0], ListedCase(CaseColumns(*case)))
        if flag[0] is not None and ((older := entry.flags.get(flag[1])) is None or flag[0] > older.pk):
            entry.flags[flag[1]] = ListedFlag(*flag)
        if alert[0] is not None:
            entry.alerts[alert[0]] = ListedAlert(*alert)
        if decided[0] is not None and (entry.decision is None or decided[0] > entry.decision.pk):
            entry.decision = Decision(**dict(zip(_DECISION, decided, strict=True)))
    return list(entries.values())


def _row(found: ListedCase, addresses: dict[str, int], *, by: User, at: datetime) -> QueueRow:
    case, today = found.case, timezone.localtime(at).date()
    claimed = case.reader is not None and case.claimed_until is not None and case.claimed_until > at
    unconfirmed = found.alert is not None and case.confirmed_at is None
    return QueueRow(
        case=case,
        name=case.patient_name or case.form_name or str(_("No name yet")),
        age=age_on(case.date_of_birth, today) if case.date_of_birth else None,
        flags=[rule_name(flag.code) for flag in found.shown_flags()],
        waited=formatting.waited(at - (case.closed_at or case.waiting_since)),
        visit=_visit(case, at=at) if _is_ahead(case, at=at) else "",
        claimed_by=(case.reader_name or case.reader_email or "") if claimed else "",
        taken=claimed and case.reader != by.pk,
        alert=found.alert,
        same_address=addresses.get(case.email.casefold(), 0) if unconfirmed else 0,
        unfinished=case.submitted_at is None,
        soon="",
        chip=_chip(found, on=today),
        language=in_few_words(
            reads=case.patient_reads or case.form_read,
            interpreter=wanted(case.patient_interpreter, case.form_interpreter),
        ),
        decision=found.decision,
    )


def _is_ahead(case: CaseColumns, *, at: datetime) -> bool:
    """Whether a visit is to be named: of a closed case, one that is still to come."""
    return case.visit_at < NO_VISIT and (case.state != Case.State.CLOSED or case.visit_at > at)


def _visit(case: CaseColumns, *, at: datetime) -> str:
    """When the person comes, said as near as it is: today and tomorrow by name, with what is left until then."""
    days = (timezone.localdate(case.visit_at) - timezone.localdate(at)).days
    told = {"time": formatting.clock(case.visit_at), "left": formatting.waited(case.visit_at - at)}
    if days == 0:
        return str(_("today %(time)s, in %(left)s") if case.visit_at > at else _("today %(time)s")) % told
    return str(_("tomorrow %(time)s, in %(left)s")) % told if days == 1 else formatting.moment(case.visit_at)


def _chip(found: ListedCase, *, on: date) -> case_head.Chip:
    """What a line begins with: the tier; once the case is closed what was decided, and an emergency all the same."""
    case, decision = found.case, found.decision
    if case.state == Case.State.CLOSED and decision is not None and case.tier is not Tier.EMERGENCY:
        return case_head.outcome_chip(decision)
    return case_head.chip(case.tier, [alert.closed_at for alert in found.alerts.values()], on=on)


def _addresses(page: Sequence[ListedCase]) -> dict[str, int]:
    """Count the open alerts of unconfirmed forms by the address that was typed."""
    if not any(listed_case.alert and listed_case.case.confirmed_at is None for listed_case in page):
        return {}
    typed = Alert.objects.filter(closed_at=None, intake__email_confirmed_at=None).exclude(intake__email="")
    grouped: Iterable[Any] = typed.values(address=F("intake__email")).annotate(n=Count("id")).filter(n__gt=1)[:500]
    return {row["address"].casefold(): row["n"] for row in grouped}
