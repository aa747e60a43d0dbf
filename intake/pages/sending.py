"""Sending the form, changing an answer afterwards, and the optional extras."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import services as people
from clinic.accounts.identity import IDENTITY
from clinic.audit.transaction import audited_transaction
from intake.pages import accepting, letters, navigation, readings
from intake.pages.tablet import services as tablets
from intake.pages.tablet.models import HandOver
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record import later
from intake.record.consent_words import hash_in
from intake.record.errors import IntakeError
from intake.record.models import Answers, Consent, Intake
from intake.review import triage
from intake.review.follow_up import check_ins
from intake.review.rule_trial import in_force
from intake.screening import Reading, Screening, Tier
from intake.screening.read_codes import safety_answers
from intake.treatment import told_in_check_in

if TYPE_CHECKING:
    from clinic.accounts.models import User


# Given anew with every change.
SIGNED_ANEW = frozenset({"consent_truth", "consent_risks", "consent_privacy", "signature", "guardian_signature"})


@audited_transaction()
def submit(intake: Intake, *, by: "User | None", handed: HandOver | None = None, at: datetime) -> Intake:
    """Send the form: freeze answers and findings, put it on a case, accept it when the mailbox is confirmed.

    Sending twice makes one intake: the second call changes nothing. From a tablet (`handed`) it is accepted at once,
    for the desk knows whom it handed the tablet to, and the tablet closes. Raises IntakeError, with the codes, while a
    required question is open or wrong, and when an e-mail was given but not confirmed.
    """
    answers = Answers.objects.select_for_update(of=("self",)).filter(intake=intake, frozen_at=None).first()
    intake.refresh_from_db()
    if answers is None:
        return intake
    if intake.expired_at is not None:
        raise IntakeError(_("This form is more than 30 days old, so we deleted the answers. Please start a new one."))
    later.note_hours(answers, at=at)
    reading = readings.reading_of(intake, answers, on=readings.day_of(at))
    questionnaire = intake.definition
    open_codes = tuple(q.code for q in questionnaire.main_questions if q.code in reading.still_open)
    if open_codes:
        raise IntakeError(_("A few questions still need an answer before you can send the form."), missing=open_codes)
    # A member of staff who enters the form knows who speaks: no code is asked for.
    if intake.email and not intake.email_confirmed_at and not intake.entered_by_id and handed is None:
        raise IntakeError(_("Confirm your email with the code we sent, then send the form."))
    screening = readings.screened(intake, answers, reading, at=at)
    typist = by if by is not None and by.is_staff and intake.entered_by_id else None
    vouched = handed.made_by if handed else typist
    _send(intake, answers, reading, screening, by=by, vouched=vouched, at=at)
    if handed is not None:
        tablets.end(handed, how=HandOver.Ended.SENT, at=at)
    return intake


def _send(
    intake: Intake,
    answers: Answers,
    reading: Reading,
    screening: Screening | None,
    *,
    by: "User | None",
    vouched: "User | None",
    at: datetime,
) -> None:
    """Freeze and file. `vouched` is the member of staff who knows that this is the person, if one does."""
    anew = screening is None or _has_to_be_screened_anew(intake, answers, reading.answers)
    is_emergency = anew and triage.emergency_is_new(intake, answers, screening, at=at)
    _freeze(answers, reading, new=anew, by=by, at=at)
    if number := navigation.signing(intake.definition):
        language = answers.screen_language(intake.definition.screen(number).code)
        Consent.objects.create(
            intake=intake,
            revision=answers.revision,
            text_version=CONSENT_VERSION,
            language=language,
            text_hash=hash_in(language),
            signed_name=str(reading.answers.get("signature", "")),
            guardian_name=str(reading.answers.get("guardian_signature", "")),
            at=at,
            by=by,
        )
    intake.tier = screening.tier if screening else Tier.HOLD
    intake.submitted_at = intake.submitted_at or at
    intake.saved_at = at
    intake.save()
    if anew:
        triage.freeze_flags(intake, answers, screening, tier=intake.tier, at=at)
    if is_emergency:
        triage.alarm(intake, by=by, at=at)
    audit.record("intake.sent", on=intake, by=by, at=at, revision=answers.revision)
    if not intake.is_full:
        # It belongs to its patient from the beginning: what was sent is theirs.
        accepting.accept_later(intake, by=vouched or by, at=at)
        check_ins.answered(intake, screening, at=at)
        told_in_check_in.register_harm(intake, screening, at=at)
        return
    letters.received(intake, revision=answers.revision, at=at)
    if intake.patient is not None:
        identity = {IDENTITY[code]: reading.answers.get(code) for code in IDENTITY if code in intake.definition}
        people.note_differences(intake.patient, identity, at=at)
    elif vouched is not None:
        accepting.accept(intake, by=vouched, at=at)
    elif intake.email_confirmed_at is not None:
        accepting.accept(intake, by=None, at=at)


@audited_transaction()
def change(intake: Intake, *, by: "User | None", at: datetime) -> Answers:
    """Open a sent form for changes: a new draft that begins as a copy. Returns the open draft if there is one."""
    Intake.objects.select_for_update().get(pk=intake.pk)
    newest = intake.current()
    if newest.frozen_at is None:
        return newest
    draft = _copy_of(newest, revision=newest.revision + 1, by=by, at=at)
    draft.save()
    audit.record("intake.change_begun", on=intake, by=by, at=at, revision=draft.revision)
    return draft


def _copy_of(newest: Answers, *, revision: int, by: "User | None", at: datetime) -> Answers:
    """Return a new draft with the answers of a revision, not saved yet; what is signed is signed anew."""
    raw = {code: value for code, value in newest.raw.items() if code not in SIGNED_ANEW}
    return Answers(
        intake=newest.intake,
        revision=revision,
        document={
            "raw": raw,
            "screens": {},
            "saves": 0,
            "fired": newest.document.get("fired", {}),
            "under": newest.document.get("under", {}),
            "needles": newest.document.get("needles", {}),
            "texts_agreed": newest.document.get("texts_agreed", False),
            later.ASKS_NUMBERS: newest.document.get(later.ASKS_NUMBERS, False),
        },
        saved_at=at,
        by=by,
    )


@audited_transaction()
def save_extras(intake: Intake, *, raw: Mapping[str, Any], by: "User | None", at: datetime) -> Reading:
    """Keep the optional extras of a sent form as a new frozen revision and run the rules again.

    Returns the reading, whose problems name extras that could not be kept; the others are kept all the same.
    """
    extras = {q.code for screen_ in intake.definition.extra_screens for q in screen_.questions}
    added = {code: value for code, value in raw.items() if code in extras}
    return add_to_sent(intake, added=added, deed="intake.extras_saved", by=by, at=at)


@audited_transaction()
def add_to_sent(
    intake: Intake, *, added: Mapping[str, Any], deed: str, beside: bool = False, by: "User | None", at: datetime
) -> Reading:
    """Lay answers over a sent form as a new frozen revision, run the rules again, and write the deed; see save_extras.

    `beside`: a change that is begun goes on behind the new revision. Raises IntakeError while the form is not sent,
    or, where it is not `beside`, a change of it is begun.
    """
    if intake.submitted_at is None:
        raise IntakeError(_("Send the form first. These questions come after that."))
    begun = Answers.objects.select_for_update().filter(intake=intake, frozen_at=None).first()
    if begun is not None and not beside:
        raise IntakeError(_("Finish the change you started first. These questions come after that."))
    draft = _before(begun, by=by, at=at) if begun else change(intake, by=by, at=at)
    previous = intake.answers.exclude(frozen_at=None).order_by("-revision").first()
    before = previous.raw if previous else {}
    draft.document["raw"] = before | dict(added)
    reading = readings.reading_of(intake, draft, on=readings.day_of(at))
    screening = readings.screened(intake, draft, reading, at=at)
    anew = screening is None or _has_to_be_screened_anew(intake, draft, reading.answers)
    is_emergency = anew and triage.emergency_is_new(intake, draft, screening, at=at)
    _freeze(draft, reading, new=anew, by=by, at=at)
    if anew:
        intake.tier = screening.tier if screening else Tier.HOLD
        triage.freeze_flags(intake, draft, screening, tier=intake.tier, at=at)
    if is_emergency:
        triage.alarm(intake, by=by, at=at)
    intake.save(update_fields=["tier", "engine_failed"])
    audit.record(deed, on=intake, by=by, at=at, revision=draft.revision)
    return reading


def _before(begun: Answers, *, by: "User | None", at: datetime) -> Answers:
    """Return a copy of what was sent last that takes the number of a change that is begun; the change is the next."""
    newest = begun.intake.answers.exclude(frozen_at=None).order_by("-revision")[0]
    number = begun.revision
    begun.revision = number + 1
    begun.save(update_fields=["revision"])
    return _copy_of(newest, revision=number, by=by, at=at)


def _freeze(answers: Answers, reading: Reading, *, new: bool, by: "User | None", at: datetime) -> None:
    """Close a revision: hidden answers are dropped here, what is kept is evidence from now on. With nothing `new` for
    a practitioner it is as read as the revision before it.
    """
    document = answers.document
    document["raw"] = {code: value for code, value in document["raw"].items() if code in reading.shown}
    document["clean"] = dict(reading.answers)
    document["unanswered"] = list(reading.missing)
    answers.frozen_at = answers.saved_at = at
    answers.by = by
    last = None if new else answers.intake.answers.exclude(frozen_at=None).order_by("-revision").first()
    if last is not None:
        answers.opened_at, answers.opened_by = last.opened_at, last.opened_by
    answers.save()


def _has_to_be_screened_anew(intake: Intake, answers: Answers, clean: Mapping[str, Any]) -> bool:
    """Whether an answer that counts for safety differs from the last frozen revision, or there is none.

    A change that was raised while it was typed, and taken back, has left flags of its own: they are frozen too.
    """
    last = intake.answers.exclude(frozen_at=None).order_by("-revision").first()
    if last is None:
        return True
    questionnaire = intake.definition
    rules = in_force.rule_sets()[questionnaire.code]
    if safety_answers(questionnaire, last.valid, rules) != safety_answers(questionnaire, clean, rules):
        return True
    return answers.pk is not None and answers.flags.exists()
