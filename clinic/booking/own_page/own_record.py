"""Everything the clinic has on file about one person, read for this person.

The person is the patient the session acts for, with every record that stands linked with it, over any number of links,
as in `intake.review.standing`. A linked record that signs in with another mailbox keeps its content to itself: its
reader sees it on their own page, and a link that was a mistake shows nobody's answers to somebody else.

Where somebody filled the form in for the patient, what only clinicians may read is left out (`is_kept_back`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from clinic.accounts.models import Patient
from clinic.booking.models import Appointment, State
from intake.pages.forms import reads
from intake.pages.viewer import is_helped
from intake.questionnaire import Question, Questionnaire
from intake.record.models import Answers, Consent, ConsentChange
from intake.review.models import Case, Decision, Flag, Reply
from intake.review.one_person import own_records_of
from intake.treatment.models import TreatmentNote


@dataclass(frozen=True)
class OwnForm:
    """One sent form in one of its revisions; `is_helped` says that somebody filled it in for the patient."""

    answers: Answers
    is_helped: bool

    @property
    def ref(self) -> str:
        return self.answers.intake.ref

    @property
    def sent_at(self) -> datetime:
        assert self.answers.frozen_at is not None  # noqa: S101  (only what was sent is read here)
        return self.answers.frozen_at

    @property
    def questionnaire(self) -> Questionnaire:
        return self.answers.intake.definition

    def is_kept_back(self, question: Question) -> bool:
        """Whether an answer is for clinicians only: it is private, and this reader may not be the patient."""
        return self.is_helped and (question.private or self.tells(question))

    def tells(self, question: Question) -> bool:
        """Whether it gives a private answer away that a question was asked at all."""
        private = {code for code, answerable in self.questionnaire.answerable.items() if answerable.private}
        return self.is_helped and bool(reads(question) & private)

    @cached_property
    def told(self) -> Mapping[str, Any]:
        """The valid answers by question code, without what is kept back."""
        questions = self.questionnaire.answerable
        return {
            code: answer
            for code, answer in self.answers.valid.items()
            if code not in questions or not self.is_kept_back(questions[code])
        }


@dataclass(frozen=True)
class OwnRecord:
    """One person's records; everything else is read when it is asked for, once, in a fixed number of queries."""

    patient: Patient
    keys: frozenset[int]
    at: datetime

    @cached_property
    def revisions(self) -> list[OwnForm]:
        """Each sent form in every revision that was sent, the newest first."""
        sent = Answers.objects.filter(intake__patient__in=self.keys, frozen_at__isnull=False)
        rows = list(sent.select_related("intake").order_by("-frozen_at", "-revision"))
        # Who fills in is asked in the full form; an update laid over it asks nobody again. Its newest revision counts.
        helped = {row.intake_id: is_helped(row.valid) for row in reversed(rows)}
        return [OwnForm(row, helped[row.intake_id] or helped.get(row.intake.over_id or 0, False)) for row in rows]

    @cached_property
    def forms(self) -> list[OwnForm]:
        """Each sent form as it stands now, the newest first."""
        newest: dict[int, OwnForm] = {}
        for form in self.revisions:
            newest.setdefault(form.answers.intake_id, form)
        return list(newest.values())

    @cached_property
    def helped(self) -> frozenset[int]:
        """The answers that somebody gave for the patient, by their key."""
        return frozenset(form.answers.pk for form in self.revisions if form.is_helped)

    @cached_property
    def cases(self) -> list[Case]:
        return list(Case.objects.filter(patient__in=self.keys).order_by("-opened_at", "-id"))

    @cached_property
    def decisions(self) -> list[Decision]:
        """What practitioners decided, the newest first."""
        rows = Decision.objects.filter(case__patient__in=self.keys).select_related("by")
        return list(rows.order_by("-at", "-id"))

    @cached_property
    def flags(self) -> list[Flag]:
        """What the screening of sent forms raised, the newest first, without what only clinicians may read."""
        rows = Flag.objects.filter(case__patient__in=self.keys, provisional=False).select_related("settled_by")
        newest = rows.select_related("answers__intake").order_by("-raised_at", "position")
        return [flag for flag in newest if not self._is_private(flag)]

    def _is_private(self, flag: Flag) -> bool:
        if flag.answers_id not in self.helped:
            return False
        questions = flag.answers.intake.definition.known
        codes = {*flag.finding.get("because", ()), *(hit.get("field") for hit in flag.finding.get("matched", ()))}
        return any(questions[code].private for code in codes if code in questions)

    @cached_property
    def consents(self) -> list[Consent]:
        rows = Consent.objects.filter(intake__patient__in=self.keys).select_related("intake")
        return list(rows.order_by("-at", "-id"))

    @cached_property
    def consent_changes(self) -> list[ConsentChange]:
        """When consent to needles was withdrawn or given again, the newest first."""
        return list(ConsentChange.objects.filter(patient__in=self.keys).order_by("-at", "-id"))

    @property
    def is_withdrawn(self) -> bool:
        """Whether consent to needles is withdrawn now."""
        return bool(self.consent_changes) and not self.consent_changes[0].is_given

    def consents_at(self, at: datetime) -> bool:
        """Whether consent to needles was not withdrawn at a moment."""
        before = next((change for change in self.consent_changes if change.at <= at), None)
        return before is None or before.is_given

    @cached_property
    def replies(self) -> list[Reply]:
        """What the patient answered to a practitioner's questions, the newest first."""
        rows = Reply.objects.filter(decision__case__patient__in=self.keys)
        return list(rows.order_by("-at", "-id"))

    @cached_property
    def notes(self) -> dict[str, TreatmentNote]:
        """The signed note of each visit, by the visit's reference. None where somebody filled a form in for the
        patient: what was done can hint at an answer that only clinicians may read.
        """
        if self.helped:
            return {}
        rows = TreatmentNote.objects.of_person(self.keys).with_people().prefetch_related("addenda")
        return {note.visit_ref: note for note in rows}

    @cached_property
    def visits(self) -> list[Appointment]:
        """Every visit but those entered by mistake, the latest first."""
        rows = Appointment.objects.filter(patient__in=self.keys).exclude(state=State.IN_ERROR)
        return list(rows.with_people().order_by("-starts_at", "-id"))

    @cached_property
    def rule_codes(self) -> frozenset[str]:
        """The rules that the person's answers fire today: what chooses the articles. It is shown to nobody."""
        current = {form.answers.pk for form in self.forms}
        return frozenset(f.code for f in self.flags if f.answers_id in current and f.withdrawn_at is None)


def of(patient: Patient, *, at: datetime) -> OwnRecord:
    """Return the record of the person a patient is."""
    return OwnRecord(patient, frozenset(own_records_of(patient)), at)
