"""One person's record in the order of time, for practitioners: forms, decisions, visits, notes, consent and calls.

Each source yields its entries and the page lays them into one line. A room that adds something practitioners should
find again adds one function to SOURCES. Linked records are one person here, as in `intake.review.standing`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import audit, formatting
from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Appointment, State
from intake.record.models import Answers, Consent, ConsentChange, OwnConsent, Source
from intake.review.admin import case_head
from intake.review.follow_up.models import FollowUpTask
from intake.review.models import CallLog, Case, Decision
from intake.review.one_person import records_of
from intake.treatment import note_words
from intake.treatment.models import AdverseEvent, TreatmentNote


class RecordKind(StrEnum):
    """What an entry is about."""

    FORM = "form"
    QUESTION = "question"
    DECISION = "decision"
    VISIT = "visit"
    NOTE = "note"
    CONSENT = "consent"
    CALL = "call"
    EVENT = "event"

    @property
    def label(self) -> str:
        return str(_LABELS[self])


_LABELS = {
    RecordKind.FORM: gettext_lazy("Form"),
    RecordKind.QUESTION: gettext_lazy("Question"),
    RecordKind.DECISION: gettext_lazy("Decision"),
    RecordKind.VISIT: gettext_lazy("Visit"),
    RecordKind.NOTE: gettext_lazy("Treatment note"),
    RecordKind.CONSENT: gettext_lazy("Consent"),
    RecordKind.CALL: gettext_lazy("Call"),
    RecordKind.EVENT: gettext_lazy("Adverse event"),
}


@dataclass(frozen=True)
class RecordEntry:
    """One thing that happened, or will. `words` are somebody's own, as they were written."""

    at: datetime
    kind: RecordKind
    title: str
    words: str = ""
    by: str = ""
    url: str = ""

    @property
    def clock(self) -> str:
        return formatting.clock(self.at)


@dataclass(frozen=True)
class RecordDay:
    """One day of the line with what happened on it."""

    on: date
    happened: tuple[RecordEntry, ...]

    @property
    def title(self) -> str:
        return formatting.day(self.on)


type_source = Callable[[Collection[int]], Iterable[RecordEntry]]


def read(patient: Patient, *, by: User, at: datetime) -> list[RecordEntry]:
    """Return everything of a person, the latest first, and write that reading in the audit log.

    A fixed number of queries, whatever there is.
    """
    records = records_of(patient)
    with audited_transaction():
        entries = [entry for source in SOURCES for entry in source(records)]
        audit.record("record.read", on=patient, by=by, at=at, shown=len(entries))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def days(entries: Iterable[RecordEntry]) -> list[RecordDay]:
    """Return entries, the latest first, by the day on which they happened."""
    grouped = groupby(entries, key=lambda entry: timezone.localtime(entry.at).date())
    return [RecordDay(on, tuple(happened)) for on, happened in grouped]


def _case_url(ref: str | None) -> str:
    return reverse("admin:review_case_change", args=[ref]) if ref else ""


def _forms(records: Collection[int]) -> Iterator[RecordEntry]:
    """Every revision that was sent, and how it came; its answers stand in the case."""
    sent = Answers.objects.filter(intake__patient__in=records, frozen_at__isnull=False).defer("document")
    cases = dict(Case.objects.filter(patient__in=records).order_by("pk").values_list("intake_id", "ref"))
    for answers in sent.select_related("intake__entered_by", "opened_by"):
        intake = answers.intake
        facts = {"form": _(intake.definition.title), "n": answers.revision}
        title = _("%(form)s sent") if answers.revision == 1 else _("%(form)s changed, version %(n)d")
        how = "" if intake.source == Source.ONLINE else str(intake.get_source_display())
        if intake.entered_by:
            how = _("%(way)s, entered by %(name)s") % {"way": how, "name": intake.entered_by.name}
        yield RecordEntry(_at(answers), RecordKind.FORM, title % facts, by=how, url=_case_url(cases.get(intake.pk)))
        if answers.opened_at:
            read_words = _("%(form)s read for the first time") % facts
            by = answers.opened_by.name if answers.opened_by else ""
            yield RecordEntry(answers.opened_at, RecordKind.FORM, read_words, by=by)


def _at(answers: Answers) -> datetime:
    assert answers.frozen_at is not None  # noqa: S101  (only what was sent is read)
    return answers.frozen_at


def _decisions(records: Collection[int]) -> Iterator[RecordEntry]:
    """What was decided and why, with each question to the patient and its answer."""
    decisions = Decision.objects.filter(case__patient__in=records).select_related("case").prefetch_related("replies")
    for decision in decisions:
        url, is_question = _case_url(decision.case.ref), decision.outcome == Decision.Outcome.MORE
        if is_question:
            title = _("Asked the patient")
            yield RecordEntry(decision.at, RecordKind.QUESTION, title, decision.question, decision.by_name, url)
        else:
            sentence = case_head.sentence(decision)
            yield RecordEntry(decision.at, RecordKind.DECISION, sentence, decision.reason, url=url)
        for reply in decision.replies.all():
            yield RecordEntry(reply.at, RecordKind.QUESTION, _("The patient answered"), reply.text, url=url)


def _visits(records: Collection[int]) -> Iterator[RecordEntry]:
    for visit in Appointment.objects.filter(patient__in=records).exclude(state=State.IN_ERROR).with_people():
        words = _("%(type)s, %(state)s") % {"type": visit.visit_type.name, "state": visit.get_state_display()}
        url = reverse("desk:visit", args=[visit.ref])
        yield RecordEntry(visit.starts_at, RecordKind.VISIT, words, by=visit.practitioner.user.name, url=url)


def _notes(records: Collection[int]) -> Iterator[RecordEntry]:
    for note in TreatmentNote.objects.of_person(records).prefetch_related("addenda"):
        url, words = reverse("treatment:note", args=[note.ref]), note_words.short(note.content)
        yield RecordEntry(note.signed_at, RecordKind.NOTE, _("Note signed"), words, note.signed_name, url)
        for added in note.addenda.all():
            yield RecordEntry(added.at, RecordKind.NOTE, _("Added to the note"), added.text, added.by_name, url)


def _consents(records: Collection[int]) -> Iterator[RecordEntry]:
    for consent in Consent.objects.filter(intake__patient__in=records).select_related("by"):
        facts = {"version": consent.text_version, "name": consent.guardian_name or consent.signed_name}
        title = _("Risks of acupuncture, version %(version)s, signed as %(name)s") % facts
        by = consent.by.name if consent.by and consent.by.is_staff else ""
        yield RecordEntry(consent.at, RecordKind.CONSENT, title, by=by)
    for change in ConsentChange.objects.filter(patient__in=records):
        title = _("Consent to needles given again") if change.is_given else _("Consent to needles withdrawn")
        yield RecordEntry(change.at, RecordKind.CONSENT, title, change.reason, change.by_name)
    for word in OwnConsent.objects.filter(patient__in=records):
        title = _("May consent alone") if word.is_allowed else _("A parent or guardian has to sign after all")
        yield RecordEntry(word.at, RecordKind.CONSENT, title, word.reason, word.by_name)


def _calls(records: Collection[int]) -> Iterator[RecordEntry]:
    """Calls about emergencies, and calls that were owed after a visit and made."""
    logged = CallLog.objects.filter(alert__case__patient__in=records).select_related("alert__case")
    for call in logged:
        title = _("Emergency call: %(outcome)s") % {"outcome": call.get_outcome_display()}
        yield RecordEntry(call.at, RecordKind.CALL, title, call.note, call.by_name, _case_url(call.alert.case.ref))
    for task in FollowUpTask.objects.filter(patient__in=records, closed_at__isnull=False):
        assert task.closed_at is not None  # noqa: S101  (only closed ones are read)
        title = _("Call after a visit: %(outcome)s") % {"outcome": task.get_closed_how_display()}
        yield RecordEntry(
            task.closed_at, RecordKind.CALL, title, str((task.words or {}).get("note", "")), task.closed_by_name
        )


def _events(records: Collection[int]) -> Iterator[RecordEntry]:
    for event in AdverseEvent.objects.of_person(records):
        facts = {"kind": event.get_kind_display(), "severity": event.get_severity_display()}
        url = reverse("treatment:event", args=[event.ref])
        yield RecordEntry(event.happened_at, RecordKind.EVENT, _("%(kind)s, %(severity)s") % facts, url=url)


SOURCES: tuple[type_source, ...] = (_forms, _decisions, _visits, _notes, _consents, _calls, _events)
