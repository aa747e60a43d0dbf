"""Where a person stands, worked out slowly and plainly from whole tables: what every reader has to say."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from django.utils import timezone

from clinic.accounts.models import LinkedPatient, Patient
from clinic.accounts.spelling import can_be
from intake.record.models import Answers, Consent, ConsentChange, Intake, OwnConsent
from intake.record.querysets import GOOD_FOR
from intake.review.follow_up.models import CheckIn
from intake.review.models import Alert, Case, Decision, Flag
from intake.screening import Tier
from tests.intake.review.histories import Saying


@dataclass(frozen=True)
class Expected:
    word: str
    until: date | None
    limits: frozenset[str]
    unread: bool
    wants_update: bool = False
    # Referred, consent withdrawn, or a decision that has run out: no needles on any day.
    ended: bool = False
    delayed_until: date | None = None

    def ends_needles_on(self, day: date) -> bool:
        """Whether a visit with needles on a day cannot take place as things stand; a call comes first."""
        is_too_early = self.delayed_until is not None and day < self.delayed_until
        is_too_late = self.until is not None and self.until < day
        return self.word != "call" and (self.ended or is_too_early or is_too_late)

    def word_on(self, day: date) -> str:
        """The word for a visit with needles on a day."""
        ends = self.until is not None and self.until < day
        return "waiting" if self.word == "ready" and ends else self.word

    def word_today(self, day: date) -> str:
        """The word for a visit with needles today: by then what has changed since the last ones was asked."""
        word = self.word_on(day)
        return "form_missing" if word == "ready" and self.wants_update else word


@dataclass
class Tables:
    """Everything there is, read whole."""

    said: list[Saying]
    patients: list[Patient] = field(default_factory=lambda: list(Patient.objects.select_related("user")))
    links: list[LinkedPatient] = field(default_factory=lambda: list(LinkedPatient.objects.all()))
    forms: list[Intake] = field(default_factory=lambda: list(Intake.objects.all()))
    revisions: list[Answers] = field(
        default_factory=lambda: list(Answers.objects.defer("document").order_by("revision"))
    )
    cases: list[Case] = field(default_factory=lambda: list(Case.objects.select_related("intake")))
    alerts: list[Alert] = field(default_factory=lambda: list(Alert.objects.all()))
    flags: list[Flag] = field(default_factory=lambda: list(Flag.objects.defer("finding")))
    needles: list[CheckIn] = field(default_factory=lambda: list(CheckIn.objects.exclude(ended_how="in_error")))
    decisions: list[Decision] = field(
        default_factory=lambda: list(Decision.objects.defer("words").order_by("at", "id"))
    )
    guarded: set[int | None] = field(
        default_factory=lambda: {
            row.intake.patient_id for row in Consent.objects.select_related("intake") if row.guardian_name
        }
    )
    alone: list[OwnConsent] = field(default_factory=lambda: list(OwnConsent.objects.order_by("at", "id")))
    consents: list[ConsentChange] = field(default_factory=lambda: list(ConsentChange.objects.order_by("at", "id")))


def person_of(patient: int, tables: Tables, *, by: datetime | None = None) -> set[int]:
    """All records that standing links tie together; `by`: that were tied before that moment."""
    records = {patient}
    while True:
        more = set(records)
        for link in tables.links:
            if by is not None and link.linked_at >= by:
                continue
            if link.undone_at is None and {link.earlier_id, link.later_id} & records:
                more |= {link.earlier_id, link.later_id}
        if more == records:
            return records
        records = more


def may_be(saying: Saying, patient: Patient) -> bool:
    if saying.user is not None and saying.user == patient.user_id:
        return True
    born = saying.born is not None and saying.born == patient.date_of_birth
    addresses = {patient.email.lower(), patient.user.email.lower() if patient.user else ""} - {""}
    is_at_home = saying.email.lower() in addresses
    # Names are the dear part of it: compared where they tell.
    return (born and is_at_home) or ((born or is_at_home) and _has_name_of(patient, saying))


def _is_alike(saying: Saying, patient: Patient) -> bool:
    return saying.born == patient.date_of_birth and _has_name_of(patient, saying)


def _has_name_of(patient: Patient, saying: Saying) -> bool:
    return bool(saying.name) and can_be(saying.name, patient.full_name, patient.preferred_name)


def expected(patient: int, tables: Tables, *, on: date) -> Expected:
    records = person_of(patient, tables)
    mine = [row for row in tables.patients if row.pk in records]
    own = {form.pk for form in tables.forms if form.patient_id in records or form.meant_for_id in records}
    maybe = {saying.form for saying in tables.said if any(may_be(saying, row) for row in mine)} | own
    nobodys = {form.pk for form in tables.forms if form.patient_id is None}
    alike = {saying.form for saying in tables.said if any(_is_alike(saying, row) for row in mine)}
    twins = {form.patient_id for form in tables.forms if form.pk in alike} - records - {None}
    theirs = _weigh(records, maybe, nobodys, tables, on=on)
    if theirs.word in ("ready", "form_missing") and any(_keeps_away(twin, records, tables) for twin in twins):
        return replace(theirs, word="waiting")
    return theirs


def _keeps_away(twin: int | None, records: set[int], tables: Tables) -> bool:
    """Whether another record of the same name and birth date waits or was referred, and nobody decided since."""
    cases = {case.pk: case for case in tables.cases if case.patient_id == twin}
    if any(case.state != "closed" and case.tier >= Tier.HOLD for case in cases.values()):
        return True
    stands = _replayed([row for row in tables.decisions if row.case_id in cases], cases, tables)
    away = [*stands.referral.values(), *stands.waiting.values()]
    mine = {case.pk for case in tables.cases if case.patient_id in records}
    decided = [row for row in tables.decisions if row.case_id in mine]
    return any(not any((row.at, row.pk) > (last.at, last.pk) for row in decided) for last in away)


# A record, or a form that is nobody's.
Owner = tuple[str, int]


@dataclass
class Stands:
    """What stands after some decisions, by whose it is."""

    limits: dict[Owner, list[Decision]] = field(default_factory=dict)
    referral: dict[Owner, Decision] = field(default_factory=dict)
    waiting: dict[Owner, Decision] = field(default_factory=dict)


def _replayed(decisions: list[Decision], cases: dict[int, Case], tables: Tables) -> Stands:
    """Play the decisions one after the other, each on whatever stands when it is made."""
    stands = Stands()
    for row in decisions:
        case = cases[row.case_id]
        mine: Owner = ("form", case.intake_id) if case.patient_id is None else ("record", case.patient_id)
        reached = [mine]
        if case.patient_id is not None:
            one = person_of(case.patient_id, tables, by=row.at)
            known = {*stands.limits, *stands.referral, *stands.waiting} - {mine}
            reached += [owner for owner in known if owner[0] == "form" or owner[1] in one]
        for owner in reached:
            stands.waiting.pop(owner, None)
            if row.outcome in ("clear", "limits"):
                _treated(row, stands, owner, is_own=owner == mine)
        if row.outcome == "limits":
            stands.limits.setdefault(mine, []).append(row)
        elif row.outcome == "refer":
            stands.referral[mine] = row
        elif row.outcome in ("more", "delay"):
            stands.waiting[mine] = row
    return stands


def _treated(row: Decision, stands: Stands, owner: Owner, *, is_own: bool) -> None:
    """A decision to treat takes the place of what ran out, of what it says again, and of what it lifts on purpose."""
    if row.keeps is False or (row.keeps is None and is_own):
        stands.limits.pop(owner, None)
    day = timezone.localtime(row.at).date()
    stands.limits[owner] = [
        old
        for old in stands.limits.get(owner, [])
        if old.until and old.until >= day and not set(old.limits) <= set(row.limits)
    ]
    if not row.keeps:
        stands.referral.pop(owner, None)


def expected_of_form(form: Intake, tables: Tables, *, on: date) -> Expected:
    """A form that is nobody's is looked at by itself."""
    whose = form.patient_id or form.meant_for_id
    if whose is not None:
        return expected(whose, tables, on=on)
    return _weigh(set(), {form.pk}, {form.pk}, tables, on=on)


def _weigh(records: set[int], maybe: set[int], nobodys: set[int], tables: Tables, *, on: date) -> Expected:
    since = timezone.make_aware(datetime.combine(on, time.min)) - GOOD_FOR
    counting = {
        form.pk for form in tables.forms if form.pk in maybe and (form.patient_id in records or form.pk in nobodys)
    }
    cases = [
        case
        for case in tables.cases
        if case.patient_id in records or (case.patient_id is None and case.intake_id in maybe)
    ]
    keys = {case.pk: case for case in cases}
    decisions = [row for row in tables.decisions if row.case_id in keys]
    stands = _replayed(decisions, keys, tables)
    all_limits = [row for limits in stands.limits.values() for row in limits]
    newest = {row.intake_id: row for row in tables.revisions if row.frozen_at and row.intake_id in counting}
    in_force = [row for row in all_limits if row.until and row.until >= on]
    word = "ready"
    questionnaires = {form.pk: form.questionnaire for form in tables.forms}
    last_needles = sorted(row.needled_at for row in tables.needles if row.patient_id in records)
    told = [
        at
        for form in tables.forms
        if form.patient_id in records and form.accepted_at and form.questionnaire != "check_in"
        for at in (form.accepted_at, *(row.frozen_at for row in tables.revisions if row.intake_id == form.pk))
        if at is not None
    ]
    accepted = [form for form in tables.forms if form.patient_id in records and form.accepted_at]
    full = [form for form in accepted if form.questionnaire == "new_patient"]
    if not any(form.accepted_at and form.accepted_at >= since for form in full):
        word = "form_missing"
    consents = [change for change in tables.consents if change.patient_id in records]
    is_withdrawn = bool(consents) and not consents[-1].is_given
    lapsed = any(row.until and row.until < on for row in all_limits)
    refers = bool(stands.referral)
    births = [row.date_of_birth for row in tables.patients if row.pk in records]
    is_minor = any((on.year - born.year, on.month, on.day) < (18, born.month, born.day) for born in births)
    found = [row.is_allowed for row in tables.alone if row.patient_id in records]
    of_an_age = all(
        (15, born.month, born.day) <= (on.year - born.year, on.month, on.day) < (18, born.month, born.day)
        for born in births
    )
    stands_alone = bool(found) and found[-1] and of_an_age
    needs_guardian = word != "form_missing" and is_minor and not tables.guarded & records and not stands_alone
    newest_of_case = {row.case_id: row for row in decisions}
    waits = [row for key, row in newest_of_case.items() if keys[key].state == "delayed"]
    waits += stands.waiting.values()
    if any(
        (
            is_withdrawn,
            needs_guardian,
            any(case.state != "closed" and (case.tier >= Tier.HOLD or case.intake.engine_failed) for case in cases),
            any(case.state in ("waiting", "delayed") for case in cases),
            bool(stands.waiting),
            lapsed,
            any(_holds(row, tables) for row in newest.values()),
            any(_failed(form, newest, decisions) for form in tables.forms if form.pk in counting),
        )
    ):
        word = "waiting"
    if refers:
        word = "consultation_only"
    if any(alert.closed_at is None and (alert.intake_id in maybe or alert.case_id in keys) for alert in tables.alerts):
        word = "call"
    return Expected(
        word=word,
        until=min((row.until for row in in_force if row.until), default=None),
        limits=frozenset(code for row in in_force for code in row.limits),
        unread=any(
            row.opened_at is None and row.frozen_at and row.frozen_at >= since
            for row in newest.values()
            if questionnaires[row.intake_id] != "check_in"
        ),
        ended=is_withdrawn or needs_guardian or lapsed or refers,
        delayed_until=max((row.until for row in waits if row.outcome == "delay" and row.until), default=None),
        wants_update=bool(last_needles) and not any(at > last_needles[-1] for at in told),
    )


def _holds(revision: Answers, tables: Tables) -> bool:
    mine = (flag for flag in tables.flags if flag.answers_id == revision.pk)
    return any(
        flag.tier >= Tier.HOLD and not flag.provisional and flag.settled_by_id is None and flag.withdrawn_at is None
        for flag in mine
    )


def _failed(form: Intake, newest: dict[int, Answers], decisions: list[Decision]) -> bool:
    sent = newest.get(form.pk)
    decided = any(sent is None or (sent.frozen_at and row.at >= sent.frozen_at) for row in decisions)
    return form.engine_failed and not decided
