"""Forms that are laid over an earlier one: the visit update and the check-in.

They belong to a known patient from their beginning. What the visit is to them, whoever knows the schedule hands in.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.identity import IDENTITY
from clinic.audit.transaction import audited_transaction
from intake.questionnaire import CHECK_IN, VISIT_UPDATE, Answer, Questionnaire
from intake.questionnaire.visit_record import HOURS_SINCE_VISIT, NUMBERS_DUE, VISIT_AREAS
from intake.record.errors import IntakeError
from intake.record.models import Answers, Intake, Source
from intake.screening import RULE_SETS, Given, Record, RuleSet, record_for_check_in, record_of

if TYPE_CHECKING:
    from clinic.accounts.models import Patient, User

LIVES = timedelta(days=30)
# In the document of an update: the pain in numbers is asked.
ASKS_NUMBERS = "asks_numbers"
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class LastNeedles:
    """When somebody last had needles here, and where; `areas` is None where nobody wrote it down."""

    at: datetime
    areas: Collection[str] | None = None


def last_full_form(records: Collection[int], *, since: datetime | None = None) -> Intake | None:
    """Return the form that later ones of these records are laid over: the newest full one that was accepted (and not
    before `since`).
    """
    full = Intake.objects.full().filter(patient__in=records, accepted_at__isnull=False)
    if since is not None:
        full = full.filter(accepted_at__gte=since)
    return full.filter(answers__frozen_at__isnull=False).order_by("-accepted_at", "-pk").first()


@audited_transaction()
def begin(
    questionnaire: Questionnaire,
    *,
    patient: "Patient",
    over: Intake | None,
    visit: str,
    needles: LastNeedles | None,
    asks_numbers: bool = False,
    source: str = Source.ONLINE,
    by: "User | None",
    at: datetime,
) -> Intake:
    """Begin an update or a check-in of a patient about a visit, or return the one that is begun and not sent.

    With `asks_numbers` an update asks for the pain in numbers too: said once, at its beginning.
    `over` is the full form it is laid over; without one IntakeError is raised: unknown is never clear. `by` is the
    signed-in patient, or the member of staff who hands it over.
    """
    begun = Intake.objects.select_for_update(of=("self",)).unsent().exclude(over=None)
    draft = begun.filter(patient=patient, questionnaire=questionnaire.code, visit_ref=visit).first()
    if draft is not None:
        return draft
    if over is None:
        raise _no_full_form()
    owner = patient.user
    intake = Intake.objects.create(
        questionnaire=questionnaire.code,
        version=questionnaire.version,
        source=source,
        user=owner,
        patient=patient,
        language=patient.language,
        language_chosen_at=patient.language_chosen_at,
        over=over,
        visit_ref=visit,
        **_columns_of(patient),
        started_at=at,
        saved_at=at,
        expires_at=at + LIVES,
        email_confirmed_at=at if owner else None,
    )
    document: dict[str, Any] = {"raw": {}, "screens": {}, "saves": 0, "needles": _kept(needles)}
    if asks_numbers:
        document[ASKS_NUMBERS] = True
    answers = Answers(intake=intake, document=document, saved_at=at, by=by)
    note_hours(answers, at=at)
    answers.save()
    audit.record("intake.started", on=intake, by=by, at=at)
    return intake


def _no_full_form() -> IntakeError:
    return IntakeError(_("We need a full form first. The last one is more than six months old, or there is none."))


def _columns_of(patient: "Patient") -> dict[str, Any]:
    """Who it is about, as the record says: nobody is asked again."""
    answers = {code: getattr(patient, field) for code, field in IDENTITY.items()}
    answers["email"] = patient.user.email if patient.user and not patient.user.is_phone else patient.email
    return answers


def _kept(needles: LastNeedles | None) -> dict[str, Any]:
    if needles is None:
        return {}
    areas = None if needles.areas is None else sorted(set(needles.areas))
    return {"at": needles.at.isoformat(), "areas": areas}


def last_needles(answers: Answers) -> LastNeedles | None:
    """Return the needles that these answers are about; None in a full form, and where nobody was needled before."""
    needles = answers.document.get("needles")
    return LastNeedles(datetime.fromisoformat(needles["at"]), needles.get("areas")) if needles else None


def note_hours(answers: Answers, *, at: datetime) -> None:
    """Keep how long ago the needles are at this save: what is normal on the first day is not on the third."""
    needles = answers.document.get("needles")
    if needles:
        needles["hours"] = max((at - datetime.fromisoformat(needles["at"])) // _HOUR, 0)


def visit_answers(answers: Answers) -> dict[str, Answer]:
    """Return what the record of the visit answers in the patient's place; nothing where nobody knows."""
    needles = answers.document.get("needles") or {}
    visit_facts: dict[str, Answer] = {}
    if "hours" in needles:
        visit_facts[HOURS_SINCE_VISIT.code] = int(needles["hours"])
    if needles.get("areas"):
        visit_facts[VISIT_AREAS.code] = list(needles["areas"])
    if answers.document.get(ASKS_NUMBERS):
        visit_facts[NUMBERS_DUE.code] = "yes"
    return visit_facts


def answers_to_confirm(full: Intake, *, on: date) -> dict[str, Answer]:
    """Return what the last full form and the updates since say on that day, for whoever fills in a full form again."""
    first, updates = _sittings(full.pk)
    return dict(record_of(first, updates, on=on).answers) if first else {}


def known_before(
    intake: Intake,
    *,
    on: date,
    sent_before: datetime | None = None,
    rule_sets: Mapping[str, RuleSet] = RULE_SETS,
) -> Record:
    """Return what counts from before on that day: the last full form with the updates since, merged.

    `sent_before` leaves out what was sent later, for whoever looks back. `rule_sets` are the rules in force, which a
    check-in asks what they found. Raises IntakeError when the form it is laid over was never sent.
    """
    full, updates = _sittings(intake.over_id, besides=intake.pk, sent_before=sent_before)
    if full is None:
        raise _no_full_form()
    if intake.questionnaire == CHECK_IN.code:
        return record_for_check_in(full, updates, rule_sets=rule_sets)
    return record_of(full, updates, on=on)


def _sittings(
    over: int | None, *, besides: int = 0, sent_before: datetime | None = None
) -> tuple[Given | None, list[Given]]:
    """The full form and the accepted updates since (`besides` this one), as last sent, in order of time."""
    updates = Q(intake__over=over, intake__questionnaire=VISIT_UPDATE.code, intake__accepted_at__isnull=False)
    sent = Answers.objects.filter(Q(intake=over) | updates, frozen_at__isnull=False)
    if sent_before is not None:
        sent = sent.filter(frozen_at__lt=sent_before)
    newest: dict[int, Answers] = {}
    for answers in sent.exclude(intake=besides).order_by("revision"):
        newest[answers.intake_id] = answers
    full = newest.pop(over or 0, None)
    in_order = sorted(newest.values(), key=lambda answers: (answers.frozen_at, answers.pk))
    return (_given(full) if full else None), [_given(answers) for answers in in_order]


def _given(answers: Answers) -> Given:
    assert answers.frozen_at is not None  # noqa: S101  (only what was sent is read)
    return Given(answers.valid, timezone.localtime(answers.frozen_at).date())
