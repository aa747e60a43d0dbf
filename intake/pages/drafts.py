"""Filling in: every Continue and every Back saves what was typed, valid or not, and screens all of it.

A draft is one sealed document. Each screen in it carries its own version, so that two people on different screens
do not disturb each other and two on the same screen never overwrite silently.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from clinic import audit, languages
from clinic.accounts.identity import IDENTITY
from clinic.audit.transaction import audited_transaction
from clinic.languages import SOURCE
from intake.pages import helped
from intake.pages.readings import day_of, reading_of, reading_of_raw, screened
from intake.pages.saved_screen import Conflict, Kept, differs
from intake.questionnaire import NEW_PATIENT, Answer, Screen
from intake.record import later
from intake.record.errors import IntakeError
from intake.record.identities import keep_identity
from intake.record.models import Answers, Intake, Source
from intake.review import triage
from intake.screening import Finding, Reading, Tier
from intake.treatment import told_in_check_in

if TYPE_CHECKING:
    from clinic.accounts.models import Patient, User


DRAFT_LIVES = timedelta(days=30)
_HISTORY = 400
_MOST_WEIGHT = 200_000
# Who they say they are, in the columns of the form; the birth date is a date and goes its own way.
COLUMNS = tuple(code for code in IDENTITY if code != "date_of_birth")

# What another request may have written since this one read the form.
_DECIDED_ELSEWHERE = (
    *("date_of_birth", "email_confirmed_at", "user_id", "tier", "engine_failed", "language", "language_chosen_at"),
)


@audited_transaction()
def start(
    *,
    at: datetime,
    by: "User | None" = None,
    source: str = Source.ONLINE,
    entered_by: "User | None" = None,
    begun_by: "User | None" = None,
    patient: "Patient | None" = None,
    before: Mapping[str, Answer] | None = None,
    place: str = "",
    language: str = "",
    chosen_at: datetime | None = None,
) -> Intake:
    """Begin a full form with an empty draft. `by` is the signed-in patient, if any; `entered_by` a member of staff who
    types, `begun_by` one who hands it to the patient, and `patient` whom they begin it for: what the record says of
    name and contact need not be asked again. `before` are the answers of their last full form, shown to be confirmed.
    `place` is where a stranger begins it (clinic.accounts.limits), `language` the one it is begun in and `chosen_at`
    when the person chose that, if they did; where it is empty, what the record says of both.
    (An update and a check-in are begun by intake.review.follow_up.)
    """
    intake = Intake.objects.create(
        questionnaire=NEW_PATIENT.code,
        version=NEW_PATIENT.version,
        source=source,
        entered_by=entered_by,
        meant_for=patient,
        **_language_of(patient, language, chosen_at),
        # Whoever signed in by phone has that number in the record, too: what was proved stands.
        **(_columns_of(patient) | _address_of(by)),
        user=by,
        place=place,
        email_confirmed_at=at if by else None,
        started_at=at,
        saved_at=at,
        expires_at=at + DRAFT_LIVES,
    )
    raw: dict[str, Any] = _address_of(by)
    if patient is not None:
        raw |= _known(patient)
    document: dict[str, Any] = {"raw": raw, "screens": {}, "saves": 0}
    if before:
        document["before"] = dict(before)
    Answers.objects.create(intake=intake, document=document, saved_at=at, by=by)
    keep_identity(intake, at=at)
    audit.record("intake.started", on=intake, by=entered_by or begun_by or by, at=at)
    return intake


def _address_of(by: "User | None") -> dict[str, str]:
    """The address that somebody signed in with, as the form asks it: an email, or the phone."""
    if by is None:
        return {}
    return {"phone": by.address} if by.is_phone else {"email": by.email}


def _language_of(patient: "Patient | None", language: str, chosen_at: datetime | None) -> dict[str, Any]:
    """What a form begins with: what was chosen for it, else what the person chose, else what it is begun in."""
    if patient is not None and chosen_at is None:
        chosen_at = patient.language_chosen_at
        read = language or patient.language
        language = languages.kept(patient.language, read=read, is_chosen=chosen_at is not None)
    return {"language": language or SOURCE.code, "language_chosen_at": chosen_at}


def _columns_of(patient: "Patient | None") -> dict[str, Any]:
    """What the record says, for a form begun for somebody. The e-mail is theirs to type: it may confirm the form."""
    if patient is None:
        return {}
    return {code: getattr(patient, IDENTITY[code]) for code in COLUMNS if code not in {"email", "interpreter"}}


def _known(patient: "Patient") -> dict[str, Any]:
    born = patient.date_of_birth
    answers: dict[str, Any] = {code: getattr(patient, field) for code, field in IDENTITY.items()}
    answers["date_of_birth"] = {"day": str(born.day), "month": str(born.month), "year": str(born.year)}
    answers["email"] = patient.user.email if patient.user and not patient.user.is_phone else patient.email
    # Interpreters are wanted for a visit: asked each time.
    del answers["interpreter"]
    return {code: value for code, value in answers.items() if value}


@audited_transaction()
def save_screen(
    intake: Intake,
    *,
    screen_: Screen,
    raw: Mapping[str, Any],
    asked: Collection[str],
    seen: int,
    language: str = SOURCE.code,
    texts: bool | None = None,
    unreadable: Callable[[Answers], Collection[str]] = lambda _answers: frozenset(),
    by: "User | None",
    at: datetime,
) -> Kept:
    """Keep what was typed on one screen, and the language it was read in, and screen the whole form. `texts` is what
    was said of text messages there, None where it was not asked.

    `asked` are the questions that stood on the page: one that was not there keeps its earlier value. `seen` is the
    version of the screen the page was made from; when somebody saved it since, with other answers, nothing is
    written and the Conflict holds both. `unreadable` names the answers that whoever types may not read: typed again
    they count as changed, whether they are the same or not. Raises IntakeError when the form is closed.
    """
    answers = _draft(intake)
    questionnaire = intake.definition
    typed = {q.code: raw[q.code] for q in screen_.questions if q.code in asked and q.code in raw}
    before = answers.raw
    version = answers.screen_version(screen_.code)
    hidden = frozenset(unreadable(answers)) & set(typed)
    changed = {
        code: before.get(code) for code, value in typed.items() if code in hidden or differs(before.get(code), value)
    }
    if seen != version and changed:
        stored_answers = {code: before.get(code) for code in typed}
        conflict = Conflict(version=version, theirs=stored_answers, yours=typed, unreadable=hidden)
        emergencies = _alarm_all_the_same(intake, answers, screen_, before | typed, by=by, at=at)
        return Kept(intake, answers, reading_of(intake, answers, on=day_of(at)), None, conflict, emergencies, before)
    if {q.code for q in screen_.questions} <= set(asked):
        answers.document.setdefault("under", {})[screen_.code] = questionnaire.version
    if texts is not None:
        answers.document["texts_agreed"] = texts
    helped.note(answers, questionnaire, before, changed)
    later.note_hours(answers, at=at)
    reading = reading_of_raw(intake, answers, before | typed, on=day_of(at))
    _write(answers, screen_, before | typed, changed, version, language=language, by=by, at=at)
    if intake.entered_by_id is None:  # what the desk reads while it types says nothing of the patient
        intake.language = languages.kept(
            intake.language, read=language, is_chosen=intake.language_chosen_at is not None
        )
    screening = screened(intake, answers, reading, at=at)
    _identify(intake, reading, at=at)
    emergencies = triage.sync_draft_flags(
        intake, answers, screening, codes={q.code for q in screen_.questions}, by=by, at=at
    )
    if emergencies:
        told_in_check_in.register_harm(intake, screening, at=at)
    _store(intake, answers, by=by, at=at)
    return Kept(intake, answers, reading, screening, None, emergencies, before, hidden)


@audited_transaction()
def keep_mistake(intake: Intake, *, by: "User | None", at: datetime) -> None:
    """Write down that the person said 'Tapped by mistake' on the stop page. The alert stays."""
    answers = _draft(intake)
    answers.document.setdefault("events", []).append({"at": at.isoformat(), "what": "mistake"})
    answers.save(update_fields=["document"])
    audit.record("intake.mistake", on=intake, by=by, at=at)


def _draft(intake: Intake) -> Answers:
    """Lock and return the sitting's draft; two saves of one form wait for each other."""
    drafts = Answers.objects.select_for_update(of=("self",)).select_related("intake")
    try:
        answers = drafts.get(intake=intake, frozen_at=None)
    except Answers.DoesNotExist:
        raise IntakeError(_("This form has already been sent. You can change an answer from its page.")) from None
    if answers.intake.expired_at is not None:
        raise IntakeError(_("This form is more than 30 days old, so we deleted the answers. Please start a new one."))
    for column in (*COLUMNS, *_DECIDED_ELSEWHERE):
        setattr(intake, column, getattr(answers.intake, column))
    return answers


def _weight(was: dict[str, Any]) -> int:
    return sum(len(value) if isinstance(value, str) else 40 for value in was.values())


def _alarm_all_the_same(
    intake: Intake, answers: Answers, screen_: Screen, raw: dict[str, Any], *, by: "User | None", at: datetime
) -> tuple[Finding, ...]:
    """Raise an emergency that stands in what lost the race: of two answers that disagree the stricter one counts."""
    screening = screened(intake, answers, reading_of_raw(intake, answers, raw, on=day_of(at)), at=at)
    if screening is None or screening.tier is not Tier.EMERGENCY:
        return ()
    emergencies = triage.sync_draft_flags(
        intake, answers, screening, codes={q.code for q in screen_.questions}, by=by, at=at
    )
    if emergencies:
        answers.save(update_fields=["document"])
        intake.save(update_fields=["tier", "engine_failed"])
    return emergencies


def _write(
    answers: Answers,
    screen_: Screen,
    raw: dict[str, Any],
    changed: dict[str, Any],
    version: int,
    *,
    language: str,
    by: "User | None",
    at: datetime,
) -> None:
    document = answers.document
    document["raw"] = raw
    document["screens"][screen_.code] = {"v": version + 1, "at": at.isoformat(), "in": language}
    document["saves"] = int(document.get("saves", 0)) + (1 if changed else 0)
    if changed:
        history = document.setdefault("history", [])
        history.append({"n": document["saves"], "at": at.isoformat(), "by": by.pk if by else None, "was": changed})
        del history[:-_HISTORY]
        # Long texts saved over and over must not make the document grow without end.
        while len(history) > 1 and sum(_weight(entry["was"]) for entry in history) > _MOST_WEIGHT:
            del history[0]
    answers.by = by


def _identify(intake: Intake, reading: Reading, *, at: datetime) -> None:
    """Copy identity and contact, as far as validly typed, beside the sealed document. A new address is unconfirmed.

    What the questionnaire does not ask stays as the record said it when the form was begun.
    """
    if intake.accepted_at is not None:
        return
    # What is typed wrongly may still be screened, but it is nobody's name: only right answers stand in the clear.
    right = {code: answer for code, answer in reading.answers.items() if code not in reading.problems}
    before = _who(intake)
    for code in COLUMNS:
        if code in intake.definition:
            setattr(intake, code, str(right.get(code, "") or ""))
    if "date_of_birth" in intake.definition:
        born = right.get("date_of_birth")
        intake.date_of_birth = date.fromisoformat(str(born)) if born else None
    is_owners = intake.user is not None and intake.names(intake.user)
    if intake.email_confirmed_at and not is_owners:
        intake.email_confirmed_at = None
    elif is_owners and not intake.email_confirmed_at:
        intake.email_confirmed_at = at
    if _who(intake) != before:
        keep_identity(intake, at=at)


def _who(intake: Intake) -> tuple[object, ...]:
    return intake.user_id, intake.email, intake.full_name, intake.date_of_birth


def _store(intake: Intake, answers: Answers, *, by: "User | None", at: datetime) -> None:
    answers.saved_at = intake.saved_at = at
    answers.save(update_fields=["document", "saved_at", "by"])
    columns = [*COLUMNS, "date_of_birth", "email_confirmed_at", "saved_at", "language", "tier", "engine_failed"]
    if intake.submitted_at is None:
        intake.expires_at = at + DRAFT_LIVES
        columns.append("expires_at")
    intake.save(update_fields=columns)
