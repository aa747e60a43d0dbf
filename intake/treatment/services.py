"""Writing a note: begun from the last one, saved, signed, added to, read and taken out. Practitioners only."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient, Practitioner
from clinic.audit.transaction import audited_transaction
from intake.record.models import Answers
from intake.review import standing
from intake.review.follow_up import needled
from intake.review.one_person import records_of
from intake.review.standing import Standing
from intake.treatment import register
from intake.treatment.errors import StaleNoteError, TreatmentError
from intake.treatment.last_visit import carried_forward
from intake.treatment.models import Addendum, AdverseEvent, NoteDraft, TreatmentNote
from intake.treatment.past_limits import PastLimit, against_needles, areas_of, beyond
from intake.treatment.vocabulary import Severity, Technique

if TYPE_CHECKING:
    from clinic.accounts.models import User

# Whoever did one of these has used needles.
WITH_NEEDLES = frozenset({Technique.MANUAL, Technique.ELECTRO, Technique.PRESS})


def is_without_needles(content: Mapping[str, Any]) -> bool:
    """Say whether a note says that no needles were used."""
    return Technique.NO_NEEDLES in (content.get("techniques") or [])


def says_needles(content: Mapping[str, Any]) -> bool:
    """Say whether a note says anything of needles; an empty one does not."""
    said = (content.get(name) for name in ("regions", "points", "needles"))
    return not is_without_needles(content) and (
        any(said) or bool(WITH_NEEDLES.intersection(content.get("techniques") or []))
    )


class Framework(NamedTuple):
    """What stands above a note: the standing on the day of the visit, and where it hurts by the last form."""

    standing: Standing
    painful: tuple[str, ...]

    def past(self, content: Mapping[str, Any]) -> list[PastLimit]:
        """The limits that this content does not keep; needles that nobody may use on that day first of all."""
        past = beyond(content, limits=self.standing.limits, painful=self.painful)
        return [*against_needles(self.standing), *past] if says_needles(content) else past


def framework_of(patient: Patient, *, visit_at: datetime, at: datetime) -> Framework:
    """Return what a note of this patient's visit has to keep to. Four queries, and one for each step along links."""
    day = timezone.localtime(visit_at).date()
    forms = Answers.objects.filter(
        intake__patient__in=records_of(patient), intake__questionnaire="new_patient", frozen_at__isnull=False
    )
    newest = forms.order_by("-frozen_at", "-id").first()
    painful = newest.valid.get("pain_areas", []) if newest else []
    return Framework(standing.of_one(patient, on=day, at=at), tuple(painful))


@audited_transaction()
def open_note(
    *, patient: Patient, practitioner: Practitioner, visit_ref: str, visit_at: datetime, by: "User", at: datetime
) -> NoteDraft | TreatmentNote:
    """Return the note of a visit: the signed one, the draft that was begun, or a new draft begun from the last note.

    The schedule hands in whose visit it is, with whom and when. PermissionDenied for anyone but a practitioner.
    """
    _practitioner(by)
    signed = TreatmentNote.objects.filter(visit_ref=visit_ref).first()
    if signed is not None:
        return signed
    draft, is_new = NoteDraft.objects.get_or_create(
        visit_ref=visit_ref,
        defaults={
            "patient": patient,
            "practitioner": practitioner,
            "visit_at": visit_at,
            "content": carried_forward(patient),
            "saved_at": at,
            "saved_by": by,
        },
    )
    audit.record("note.begun" if is_new else "note.opened", on=draft, by=by, at=at)
    return draft


@audited_transaction()
def save_draft(
    draft: NoteDraft, *, content: Mapping[str, Any], has_agreed: bool, seen: int, by: "User", at: datetime
) -> NoteDraft:
    """Keep what was written so far. `has_agreed`: the patient agreed in person; the first time it is said stays.

    Raises StaleNoteError when it was saved somewhere else since `seen`.
    """
    _practitioner(by)
    locked = _locked(draft, seen=seen)
    locked.content = dict(content)
    locked.agreed_at = (locked.agreed_at or at) if has_agreed else None
    locked.version, locked.saved_at, locked.saved_by = locked.version + 1, at, by
    locked.save()
    audit.record("note.saved", on=locked, by=by, at=at, version=locked.version)
    return locked


def _locked(draft: NoteDraft, *, seen: int) -> NoteDraft:
    locked = NoteDraft.objects.select_for_update(of=("self",)).filter(pk=draft.pk).first()
    if locked is None:
        raise StaleNoteError(_("This note is signed already. Open it again to read it."))
    if locked.version != seen:
        raise StaleNoteError(_("This note was saved on another screen after you opened it. Read it there first."))
    return locked


@audited_transaction()
def sign_note(
    draft: NoteDraft,
    *,
    content: Mapping[str, Any],
    has_agreed: bool,
    past_reason: str = "",
    seen: int,
    by: "User",
    at: datetime,
) -> TreatmentNote:
    """Sign a note: from now on it is only added to. What went wrong goes into the register in the same transaction,
    and the check-in of the visit knows where the needles were, or ends where there were none.

    It keeps the reference of its draft. Raises TreatmentError with all that is missing by field, StaleNoteError as
    `save_draft`.
    """
    _practitioner(by)
    locked = _locked(draft, seen=seen)
    frame = framework_of(locked.patient, visit_at=locked.visit_at, at=at)
    past = frame.past(content)
    if wrong := problems_of(content, has_agreed=has_agreed, past=past, past_reason=past_reason):
        about, sentence = next(iter(wrong.items()))
        raise TreatmentError(sentence, about=about, problems=wrong)
    stands = frame.standing
    signed_content = {
        **content,
        "limits": stands.limit_words,
        "past": [limit.sentence for limit in past],
        "past_reason": past_reason.strip() if past else "",
    }
    note = TreatmentNote.objects.create(
        ref=locked.ref,
        patient=locked.patient,
        practitioner=locked.practitioner,
        visit_ref=locked.visit_ref,
        visit_at=locked.visit_at,
        content=signed_content,
        agreed_at=(locked.agreed_at or at) if has_agreed and not is_without_needles(signed_content) else None,
        signed_by=by,
        signed_name=by.name,
        signed_at=at,
    )
    locked.delete()
    where = areas_of(signed_content)
    if is_without_needles(signed_content):
        needled.without_needles(note.visit_ref, at=at)
    elif where is not None:
        needled.needled_where(note.visit_ref, where)
    _register_reactions(note, by=by, at=at)
    audit.record("note.signed", on=note, by=by, at=at, past_limits=len(past))
    return note


def problems_of(
    content: Mapping[str, Any], *, has_agreed: bool, past: list[PastLimit], past_reason: str
) -> dict[str, str]:
    """Return what keeps a note from being signed, by field."""
    wrong: dict[str, str] = {}
    techniques = content.get("techniques") or []
    if not techniques:
        wrong["techniques"] = _("Choose what you did.")
    if not is_without_needles(content):
        if not has_agreed:
            wrong["agreed"] = _("Say that you went over the risks and that the patient agreed before the first needle.")
        if not (content.get("regions") or content.get("points")):
            wrong["regions"] = _("Choose where the needles were, or write the points.")
        if content.get("needles") is None:
            wrong["needles"] = _("Write how many needles you used.")
        if content.get("minutes") is None:
            wrong["minutes"] = _("Write how long the needles stayed in.")
        if not content.get("depth"):
            wrong["depth"] = _("Choose how deep.")
        if not content.get("is_counted"):
            wrong["is_counted"] = _("Count the needles out, then check the box.")
    elif WITH_NEEDLES.intersection(techniques) or content.get("needles"):
        wrong["techniques"] = _("This note says both “no needles” and needles. Clear one of them.")
    if not content.get("has_reactions"):
        wrong["has_reactions"] = _("Say whether there was a reaction.")
    elif content["has_reactions"] == "yes" and not (content.get("reactions") and content.get("severity")):
        wrong["reactions"] = _("Choose what happened and how bad it was.")
    elif content["has_reactions"] == "no" and (content.get("reactions") or content.get("reaction_words")):
        wrong["has_reactions"] = _("This note says “no reaction” and describes one. Choose Yes, or clear it below.")
    if past and not past_reason.strip():
        wrong["past_reason"] = _("This note goes past a limit. Write why, or change it.")
    return wrong


def _register_reactions(note: TreatmentNote, *, by: "User", at: datetime) -> None:
    if note.content.get("has_reactions") != "yes":
        return
    for kind in note.content.get("reactions", []):
        register.register(
            patient=note.patient,
            kind=kind,
            severity=note.content.get("severity") or Severity.MILD,
            source=AdverseEvent.Source.NOTE,
            source_ref=note.ref,
            visit_ref=note.visit_ref,
            words=str(note.content.get("reaction_words", "")),
            happened_at=note.visit_at,
            by=by,
            at=at,
        )


@audited_transaction()
def read_draft(draft: NoteDraft, *, by: "User", at: datetime) -> Framework:
    """Return what a note that is shown has to keep to; reading it is a line in the audit log."""
    _practitioner(by)
    audit.record("note.read", on=draft, by=by, at=at)
    return framework_of(draft.patient, visit_at=draft.visit_at, at=at)


@audited_transaction()
def add_addendum(note: TreatmentNote, *, text: str, by: "User", at: datetime) -> Addendum:
    """Add to a signed note. Raises TreatmentError without words."""
    _practitioner(by)
    if not text.strip():
        raise TreatmentError(_("Write what you want to add."), about="text")
    addendum = Addendum.objects.create(note=note, words={"text": text.strip()}, by=by, by_name=by.name, at=at)
    audit.record("note.addendum", on=note, by=by, at=at)
    return addendum


@audited_transaction()
def read_note(note: TreatmentNote, *, by: "User", at: datetime, how: str = "read") -> list[Addendum]:
    """Return what was added to a note that is shown, printed or exported (`how`); each is a line in the audit log."""
    _practitioner(by)
    audit.record(f"note.{how}", on=note, by=by, at=at)
    return list(note.addenda.all())


@audited_transaction()
def read_notes(patient: Patient, *, by: "User", at: datetime, how: str = "read") -> list[TreatmentNote]:
    """Return all notes of a person, linked records included, newest first; a line in the audit log."""
    _practitioner(by)
    notes = list(TreatmentNote.objects.of_person(records_of(patient)).with_people().prefetch_related("addenda"))
    audit.record(f"notes.{how}", on=patient, by=by, at=at, shown=len(notes))
    return notes


def visit_areas(*, visit_ref: str) -> list[str] | None:
    """Return where the needles of a visit were, as the check-in asks it; None where no signed note says."""
    note = TreatmentNote.objects.filter(visit_ref=visit_ref).first()
    return areas_of(note.content) if note else None


def was_without_needles(*, visit_ref: str) -> bool:
    """Say whether the signed note of a visit says that no needles were used; a visit without a note had them."""
    note = TreatmentNote.objects.filter(visit_ref=visit_ref).first()
    return note is not None and is_without_needles(note.content)


def _practitioner(by: "User") -> None:
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can read and write treatment notes."))
