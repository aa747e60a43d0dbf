"""Who has read what a person told us, from the audit log, in sentences: a name, a role and a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.accounts.roles import LABELS
from clinic.audit.models import Entry
from clinic.audit.services import PATIENT, name_of
from clinic.booking.own_page.own_record import OwnRecord
from intake.review.models import Case

MOST_READ = 500

DOWNLOADED = "record.downloaded"
OPENED = "record.form_read"
JOINED = "case.joined"

# What was done → what the person reads. A room that opens answers on another page adds its deed here.
SENTENCES: Mapping[str, Any] = {
    "case.read": gettext_lazy("%(name)s (%(role)s) read your answers."),
    "case.compared": gettext_lazy("%(name)s (%(role)s) compared your answers with your earlier form."),
    "cautions.read": gettext_lazy("%(name)s (%(role)s) read what to be careful with before a visit."),
    "intake.phoned": gettext_lazy("%(name)s (%(role)s) filled in a form with you by phone."),
    "record.read": gettext_lazy("%(name)s (%(role)s) read your record."),
    "outcomes.read": gettext_lazy("%(name)s (%(role)s) read your pain over time."),
    "note.read": gettext_lazy("%(name)s (%(role)s) read the note of a visit of yours."),
    "notes.read": gettext_lazy("%(name)s (%(role)s) read the notes of your visits."),
    "note.printed": gettext_lazy("%(name)s (%(role)s) printed the note of a visit of yours."),
    "note.exported": gettext_lazy("%(name)s (%(role)s) took the note of a visit of yours out as a file."),
    "notes.printed": gettext_lazy("%(name)s (%(role)s) printed the notes of your visits."),
    "notes.exported": gettext_lazy("%(name)s (%(role)s) took the notes of your visits out as a file."),
    "doctor_letter.read": gettext_lazy("%(name)s (%(role)s) read a letter to your doctor."),
    "patient.read": gettext_lazy("%(name)s (%(role)s) opened your name and contact details."),
    OPENED: gettext_lazy("Someone signed in as %(name)s read your answers."),
    DOWNLOADED: gettext_lazy("Someone signed in as %(name)s downloaded your record."),
}


@dataclass(frozen=True)
class ReadingLine:
    """One person, one day, one kind of reading."""

    on: date
    sentence: str

    @property
    def day(self) -> str:
        return formatting.day(self.on)


def lines(record: OwnRecord) -> list[ReadingLine]:
    """Return who has read it, the newest first; the same person doing the same on one day is one line."""
    rows = Entry.objects.filter(on__in=_names(record), deed__in=SENTENCES).select_related("by").order_by("-number")
    return list(dict.fromkeys(_line(row) for row in rows[:MOST_READ]))


def _names(record: OwnRecord) -> list[str]:
    """The names under which the audit log knows what belongs to the person, joined cases included."""
    cases = [name_of(case) for case in record.cases]
    joined = Entry.objects.filter(deed=JOINED, on__in=cases).values_list("facts", flat=True)
    joined_cases = [f"{Case._meta.label_lower}:{facts['other']}" for facts in joined]
    forms = {form.answers.intake for form in record.forms}
    people = Patient.objects.filter(pk__in=record.keys)
    notes = record.notes.values()
    return [*cases, *joined_cases, *(name_of(instance) for instance in (*forms, *people, *notes))]


def _line(entry: Entry) -> ReadingLine:
    role = ", ".join(str(LABELS.get(name, name)).lower() for name in entry.role.split(", "))
    name = entry.by.email if entry.by and entry.role == PATIENT else str(entry.by or _("The clinic"))
    return ReadingLine(
        on=timezone.localtime(entry.at).date(),
        sentence=str(SENTENCES[entry.deed]) % {"name": name, "role": role},
    )
