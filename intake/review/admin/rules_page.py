"""The candidate rules of this release: what they change, what that would have done to past forms, and who signed.

Practitioners see the cases behind a count, since they answer for each; administrators see counts, and no small ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clinic import audit, formatting
from clinic.accounts import roles
from clinic.accounts.acting import user_at_work
from clinic.audit.transaction import audited_transaction
from intake.record.answer_words import rule_name
from intake.record.errors import ReviewError
from intake.record.fields import TIER_LABELS
from intake.review.admin.alarms import FEWEST
from intake.review.rule_trial import in_force, services
from intake.review.rule_trial.models import RuleSignature, RuleTrial
from intake.screening import RULESET, Tier
from intake.screening import candidate as carried
from intake.screening.candidate import CandidateRules, RuleChange
from intake.screening.trial import ChangedForms

NEWEST = 200

PARTS = {
    "name": gettext_lazy("Name"),
    "when": gettext_lazy("Fires when"),
    "meaning": gettext_lazy("Meaning"),
    "questions": gettext_lazy("Reads"),
    "why": gettext_lazy("Why"),
    "action": gettext_lazy("What to do"),
    "source": gettext_lazy("Source"),
    "stage": gettext_lazy("Round"),
    "advice": gettext_lazy("What the patient reads"),
    "contact": gettext_lazy("Call"),
    "icd10": gettext_lazy("ICD-10-CM"),
    "implies": gettext_lazy("Says all of"),
}


@dataclass(frozen=True)
class CountRow:
    """One line of a trial: what changes, on how many forms, and on which cases for those who may know."""

    name: str
    count: str
    cases: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class ChangeRow:
    """A rule that differs: its name and code, whether it is new or gone, and each part before and after."""

    name: str
    code: str
    what: str
    lines: tuple[tuple[str, str, str], ...]


def show(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Show the candidate, its last trial and its signatures. Who looked stands in the audit log."""
    by, candidate = user_at_work(request), carried.CANDIDATE
    page_context: dict[str, Any] = {"title": _("Candidate rules"), "active": RULESET, "newest": NEWEST}
    with audited_transaction():
        if candidate is not None:
            page_context |= _of(candidate, is_named=roles.is_practitioner(by), by_pk=by.pk)
        audit.record("rules.read", by=by, at=timezone.now())
    page_context["before"] = RuleSignature.objects.exclude(digest=candidate.digest if candidate else "")
    return render(request, "admin/review/rules/page.html", context | page_context)


def try_newest(request: HttpRequest) -> HttpResponse:
    """Try the candidate over the newest forms, as many as a page can wait for."""
    try:
        services.try_candidate(newest=NEWEST, by=user_at_work(request), at=timezone.now())
    except ReviewError as refused:
        messages.error(request, str(refused))
    return redirect("admin:review_case_rules")


def sign(request: HttpRequest) -> HttpResponse:
    """Sign for the candidate that the page showed."""
    if request.POST.get("agreed") != "yes":
        messages.error(request, _("Tick that you have read what changes before you sign."))
        return redirect("admin:review_case_rules")
    try:
        services.sign(digest=request.POST.get("digest", ""), by=user_at_work(request), at=timezone.now())
    except ReviewError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("You have signed."))
    return redirect("admin:review_case_rules")


def _of(candidate: CandidateRules, *, is_named: bool, by_pk: Any) -> dict[str, Any]:
    """What the page shows of a candidate; `is_named` to whom the cases behind a count are shown."""
    signatures = list(RuleSignature.objects.filter(digest=candidate.digest))
    trial, whole = services.last_trial(candidate), services.last_trial(candidate, whole=True)
    can_be_signed = is_named and whole is not None and not whole.failed
    return {
        "candidate": candidate,
        "changes": [_change(change) for change in candidate.changes()],
        "trial": trial,
        "tables": _tables(trial, is_named=is_named) if trial else (),
        "signatures": signatures,
        "in_force": in_force.is_signed(candidate),
        "may_try": is_named,
        "may_sign": can_be_signed and by_pk not in {signature.by_id for signature in signatures},
        "has_signed": by_pk in {signature.by_id for signature in signatures},
        "may_read": is_named,
    }


def _tables(trial: RuleTrial, *, is_named: bool) -> list[tuple[str, str, list[CountRow]]]:
    tally = trial.tally
    moved = {_move(before, after): changed for (before, after), changed in tally.moved.items()}
    return [
        (_("Forms whose priority would change"), _("No form would change its priority."), _rows(moved, is_named)),
        (_("Flags gained"), _("No form would gain a flag."), _rows(_by_name(tally.gained), is_named)),
        (_("Flags lost"), _("No form would lose a flag."), _rows(_by_name(tally.lost), is_named)),
    ]


def _by_name(changed: Mapping[str, ChangedForms]) -> dict[str, ChangedForms]:
    return {rule_name(code): each for code, each in changed.items()}


def _move(before: Tier, after: Tier) -> str:
    return _("%(before)s becomes %(after)s") % {"before": TIER_LABELS[before], "after": TIER_LABELS[after]}


def _rows(changed: Mapping[str, ChangedForms], is_named: bool) -> list[CountRow]:
    if not is_named:
        return [CountRow(name, _few(each.count)) for name, each in changed.items()]
    rows = []
    for name, each in changed.items():
        cases = tuple(dict.fromkeys(form for form in each.forms if form))
        rows.append(CountRow(name, formatting.count(each.count), cases, each.count - len(each.forms)))
    return rows


def _few(count: int) -> str:
    """A count for those who need not know who it is."""
    if count < FEWEST:
        return ngettext("Fewer than %(most)d", "Fewer than %(most)d", FEWEST) % {"most": FEWEST}
    return formatting.count(count)


def _change(change: RuleChange) -> ChangeRow:
    kind = _("New") if change.before is None else _("Dropped") if change.after is None else _("Changed")
    lines = tuple((str(PARTS.get(part, part)), old, new) for part, old, new in change.lines())
    return ChangeRow(_(change.name), change.code, kind, lines)
