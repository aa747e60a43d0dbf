"""Trying a candidate and signing for it. A trial reads forms and writes its own result; no case learns of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.audit.transaction import audited_transaction
from intake.questionnaire.growth import grown
from intake.record.errors import ReviewError
from intake.record.later import known_before
from intake.record.models import Answers, Intake
from intake.review.models import Case
from intake.review.rule_trial.in_force import is_signed
from intake.review.rule_trial.models import RuleSignature, RuleTrial
from intake.screening import RULE_SETS, RULESET, Record
from intake.screening import candidate as carried
from intake.screening.candidate import CandidateRules
from intake.screening.trial import Tally, TrialDifference, compare

if TYPE_CHECKING:
    from clinic.accounts.models import User

BATCH = 100


def the_candidate() -> CandidateRules:
    """Return what the release carries. Raises ReviewError where it carries none."""
    if carried.CANDIDATE is None:
        raise ReviewError(_("This release carries no candidate rules."))
    return carried.CANDIDATE


def stored_forms() -> int:
    """How many sent forms a whole trial reads."""
    return Intake.objects.filter(submitted_at__isnull=False).count()


def try_candidate(
    *, newest: int | None = None, progress: Callable[[int], None] | None = None, by: "User | None", at: datetime
) -> RuleTrial:
    """Run both sets of rules over every sent form as it was last sent, on the day it was sent, and keep what differs.

    `newest` reads so many forms and no more. `progress` hears how many were read, after each batch. Nothing is
    written before the end, so that a trial can be stopped at any time. Raises ReviewError without a candidate.
    """
    candidate, tally = the_candidate(), Tally()
    for batch in _batches(newest):
        for answers, case in _with_cases(batch):
            try:
                tally.add(case, _difference(answers, candidate))
            except Exception:  # the trial is to say that a candidate fails, and goes on; no word of the form is told
                tally.fail()
        if progress:
            progress(tally.forms)
    return _keep(candidate, tally, is_whole=newest is None, by=by, at=at)


@audited_transaction()
def _keep(candidate: CandidateRules, tally: Tally, *, is_whole: bool, by: "User | None", at: datetime) -> RuleTrial:
    trial = RuleTrial.objects.create(
        version=candidate.version,
        digest=candidate.digest,
        active_version=RULESET,
        forms=tally.forms,
        failed=tally.failed,
        is_whole=is_whole,
        result=tally.as_document(),
        by=by,
        at=at,
    )
    audit.record(
        "rules.tried",
        on=trial,
        by=by,
        at=at,
        candidate=candidate.version,
        digest=candidate.digest,
        active=RULESET,
        forms=tally.forms,
    )
    return trial


@audited_transaction()
def sign(*, digest: str, by: "User", at: datetime) -> RuleSignature:
    """Sign for the candidate that was shown, by its digest. The second person's signature puts it in force at once.

    PermissionDenied for anyone but a practitioner. ReviewError when it is another candidate by now, when it was not
    tried over all stored forms or failed on one, or when this person has signed already.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can sign for rules."))
    candidate = the_candidate()
    if digest != candidate.digest:
        raise ReviewError(_("The candidate has changed since you opened this page. Read it again before you sign."))
    trial = last_trial(candidate, whole=True)
    if trial is None or trial.failed:
        raise ReviewError(_("Try the candidate over all stored forms first. It must be able to read each of them."))
    signature, is_new = RuleSignature.objects.get_or_create(
        digest=digest, by=by, defaults={"version": candidate.version, "by_name": by.name or by.email, "at": at}
    )
    if not is_new:
        raise ReviewError(_("You have signed already. A colleague has to sign too."))
    audit.record("rules.signed", on=signature, by=by, at=at, candidate=candidate.version, digest=digest)
    if is_signed(candidate):
        audit.record("rules.in_force", on=signature, by=by, at=at, candidate=candidate.version, digest=digest)
    return signature


def last_trial(candidate: CandidateRules, *, whole: bool = False) -> RuleTrial | None:
    """Return the newest trial of the candidate exactly as it is now; with `whole` one that read every form."""
    trials = RuleTrial.objects.filter(digest=candidate.digest)
    return (trials.filter(is_whole=True) if whole else trials).first()


def _batches(newest: int | None) -> Iterator[list[Answers]]:
    """The last sent answers of each sent form, the newest forms first."""
    last, remaining = None, newest
    while remaining is None or remaining > 0:
        sent = Intake.objects.filter(submitted_at__isnull=False).order_by("-pk")
        keys = (sent if last is None else sent.filter(pk__lt=last)).values_list("pk", flat=True)
        batch = list(keys[: BATCH if remaining is None else min(BATCH, remaining)])
        if not batch:
            return
        last, remaining = batch[-1], None if remaining is None else remaining - len(batch)
        rows = Answers.objects.filter(intake__in=batch, frozen_at__isnull=False).select_related("intake__over")
        newest_of = {answers.intake_id: answers for answers in rows.order_by("revision")}
        yield [newest_of[key] for key in batch if key in newest_of]


def _with_cases(batch: list[Answers]) -> Iterator[tuple[Answers, str]]:
    """Each with the reference of the case it stands on, as a practitioner finds it; empty where there is none."""
    by_answers = dict(Case.objects.filter(flags__answers__in=batch).values_list("flags__answers", "ref"))
    forms = [answers.intake_id for answers in batch]
    by_form = dict(Case.objects.filter(intake__in=forms).order_by("pk").values_list("intake", "ref"))
    people = [answers.intake.patient_id for answers in batch if answers.intake.patient_id]
    by_patient = dict(Case.objects.filter(patient__in=people).order_by("pk").values_list("patient", "ref"))
    for answers in batch:
        case = by_answers.get(answers.pk) or by_form.get(answers.intake_id)
        yield answers, case or by_patient.get(answers.intake.patient_id or 0) or ""


def _difference(answers: Answers, candidate: CandidateRules) -> TrialDifference:
    assert answers.frozen_at is not None  # noqa: S101  (only what was sent is read)
    intake, on = answers.intake, timezone.localtime(answers.frozen_at).date()
    screenings = []
    for rule_sets in (RULE_SETS, candidate.rule_sets):
        if intake.is_full:
            under = answers.document.get("under", {})
            record = Record(grown=grown(intake.definition, lambda code: under.get(code, intake.version)))  # noqa: B023  (asked at once)
        else:
            record = known_before(intake, on=on, sent_before=answers.frozen_at, rule_sets=rule_sets)
        rules = rule_sets[intake.questionnaire]
        screenings.append(rules.screen(answers.valid, on=on, questionnaire=intake.definition, record=record))
    return compare(*screenings)
