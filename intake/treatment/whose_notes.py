"""Whose patient somebody is by what was written here: notes, and adverse events that nobody has looked at."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from clinic.accounts.models import User
from intake.review.need_to_know.ties import THEIRS_FOR
from intake.treatment.models import AdverseEvent, NoteDraft, TreatmentNote


def by_notes(reader: User, at: datetime) -> Q:
    """Return the condition on patients: this reader writes or signed a note of a visit, treated in it, or assessed an
    event, within a year; an event that is not assessed is everybody's work.
    """
    since, of_patient = at - THEIRS_FOR, Q(patient=OuterRef("pk"))
    wrote = TreatmentNote.objects.filter(of_patient, Q(signed_by=reader) | Q(practitioner__user=reader))
    writes = NoteDraft.objects.filter(of_patient, Q(saved_by=reader) | Q(practitioner__user=reader))
    waits = AdverseEvent.objects.to_assess().filter(of_patient)
    judged = AdverseEvent.objects.filter(of_patient, assessed_by=reader, assessed_at__gte=since)
    return (
        Q(Exists(wrote.filter(signed_at__gte=since).order_by()))
        | Q(Exists(writes.filter(saved_at__gte=since).order_by()))
        | Q(Exists(waits.order_by()))
        | Q(Exists(judged.order_by()))
    )
