"""Where a person stands, worked out slowly and plainly from whole tables: what every reader has to say."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from django.utils import timezone

from clinic.accounts.models import LinkedPatient, Patient
from clinic.accounts.spelling import can_be
from intake.record.models import Answers, ConsentChange, Intake
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
    name = bool(saying.name) and can_be(saying.name, patient.full_name, patient.preferred_name)
    born = saying.born is not None and saying.born == patient.date_of_birth
    addresses = {patient.email.lower(), patient.user.email.lower() if patient.user else ""} - {""}
    if saying.email.lower() in addresses:
        return name or born
    return name and born


def _is_alike(saying: Saying, patient: Patient) -> bool:
    named = bool(saying.name) and can_be(saying.name, patient.full_name, patient.preferred_name)
    return named and saying.born == patient.date_of_birth


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
    last = [row for row in tables.decisions if row.case_id in cases][-1:]
    mine = {case.pk for case in tables.cases if case.patient_id in records}
    since = [row for row in tables.decisions if row.case_id in mine and last and row.at >= last[0].at]
    return any(row.outcome in ("refer", "more", "delay") for row in last) and not since


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
    firm = [row for row in decisions if keys[row.case_id].patient_id is not None]
    last_firm = firm[-1] if firm else None
    # The last word on each record, and the last on each form of nobody's that is newer than all of these.
    last = {("record", keys[row.case_id].patient_id): row for row in firm}
    for row in decisions:
        if keys[row.case_id].patient_id is None and (last_firm is None or row.at > last_firm.at):
            last["form", keys[row.case_id].intake_id] = row
    loose = [row for key, row in last.items() if key[0] == "form"]
    # A decision takes the place of an older one on a record that was linked with its own by then.
    lasts = {keys[row.case_id].patient_id or 0: row for row in firm}
    replaced = {
        record
        for record, row in lasts.items()
        for other, newer in lasts.items()
        if (newer.at, newer.pk) > (row.at, row.pk) and record in person_of(other, tables, by=newer.at)
    }
    speaking = [row for record, row in lasts.items() if record not in replaced] + loose
    newest = {row.intake_id: row for row in tables.revisions if row.frozen_at and row.intake_id in counting}
    in_force = [row for row in last.values() if row.outcome == "limits" and row.until and row.until >= on]
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
    lapsed = any(row.outcome == "limits" and row.until and row.until < on for row in last.values())
    refers = any(row.outcome == "refer" for row in speaking)
    newest_of_case = {row.case_id: row for row in decisions}
    waits = [row for key, row in newest_of_case.items() if keys[key].state == "delayed"] + speaking
    if any(
        (
            is_withdrawn,
            any(case.state != "closed" and (case.tier >= Tier.HOLD or case.intake.engine_failed) for case in cases),
            any(case.state in ("waiting", "delayed") for case in cases),
            any(row.outcome in ("more", "delay") for row in speaking),
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
        ended=is_withdrawn or lapsed or refers,
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
