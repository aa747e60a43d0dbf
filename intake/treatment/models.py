"""Notes of treatments, what was added to them, and the register of what went wrong.

A draft can be changed; signing writes a note, and triggers refuse to change or remove it. What was done stands sealed;
codes of the register stand in the clear, so that they can be counted.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.text import new_reference
from intake.treatment.querysets import AdverseEventQuerySet, NoteQuerySet
from intake.treatment.vocabulary import Action, EventKind, Outcome, Severity


class Visited(models.Model):
    """What the schedule handed in: whose visit, with whom, when. The reference is opaque here."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="+")
    practitioner = models.ForeignKey("accounts.Practitioner", models.PROTECT, related_name="+")
    visit_ref = models.CharField(max_length=16, unique=True)
    visit_at = models.DateTimeField()
    # regions, points, techniques, depth, position, supervision, needles, minutes, reactions, severity, advice, remarks.
    content = SealedJSONField(editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.ref


class NoteDraft(Visited):
    """A note that is being written. Gone when it is signed."""

    # Counted up with every save, so that nothing is overwritten unseen.
    version = models.PositiveIntegerField(default=1)
    # The patient heard the risks and agreed, in person, before the first needle.
    agreed_at = models.DateTimeField(null=True, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("treatment note, not signed")
        verbose_name_plural = _("treatment notes, not signed")
        default_permissions = ()
        indexes = [models.Index(fields=["patient"], name="note_draft_of_patient")]


class TreatmentNote(Visited):
    """What was done in one visit, signed. Not a billing record. Never edited; triggers refuse it.

    `content` also holds `limits` as they stood, in words, and `past`, the limits it went past with the reason.
    """

    # Empty where there were no needles.
    agreed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_name = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("treatment note")
        verbose_name_plural = _("treatment notes")
        default_permissions = ()
        permissions = [("write_note", _("Can write and sign treatment notes"))]
        ordering = ["-visit_at", "-id"]
        indexes = [
            models.Index(fields=["patient", "-visit_at"], name="note_of_patient"),
            models.Index(fields=["visit_at"], name="note_by_time"),
        ]


class Addendum(models.Model):
    """What was added to a signed note later. Never edited; triggers refuse it."""

    note = models.ForeignKey(TreatmentNote, models.PROTECT, related_name="addenda")
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("addendum")
        verbose_name_plural = _("addenda")
        default_permissions = ()
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def text(self) -> str:
        return str(self.words.get("text", ""))


class AdverseEvent(models.Model):
    """Something that went wrong after needles, as far as it is known. Every change of it is a line in the audit log."""

    class Source(models.TextChoices):
        NOTE = "note", _("Treatment note")
        CHECK_IN = "check_in", _("Check-in")
        TOLD = "told", _("Told to us")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="+")
    kind = models.CharField(_("what happened"), max_length=20, choices=EventKind)
    severity = models.CharField(_("how bad"), max_length=10, choices=Severity)
    action = models.CharField(_("what was done"), max_length=10, choices=Action, default=Action.UNKNOWN)
    outcome = models.CharField(_("what came of it"), max_length=10, choices=Outcome, default=Outcome.UNKNOWN)
    source = models.CharField(max_length=10, choices=Source)
    # The note or check-in that told it, by an opaque reference; with the kind it is one event, told twice or not.
    source_ref = models.CharField(max_length=16)
    # The visit it came after: two things told of one visit are one treatment in the rates. Empty: nobody knows which.
    visit_ref = models.CharField(max_length=16, blank=True)
    words = SealedJSONField(editable=False)
    happened_at = models.DateTimeField()
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # A practitioner has looked at it and said how bad it was.
    assessed_at = models.DateTimeField(null=True, blank=True)
    assessed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    # It was no adverse event after all: it stays readable and counts nowhere.
    refuted_at = models.DateTimeField(null=True, blank=True)

    objects = AdverseEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("adverse event")
        verbose_name_plural = _("adverse events")
        default_permissions = ()
        ordering = ["-happened_at", "-id"]
        indexes = [
            models.Index(fields=["happened_at"], name="event_by_time"),
            models.Index(fields=["patient"], name="event_of_patient"),
        ]
        constraints = [
            models.UniqueConstraint("source", "source_ref", "kind", name="one_event_a_source_and_kind"),
            models.CheckConstraint(
                condition=Q(refuted_at=None) | Q(assessed_at__isnull=False), name="only_a_person_refutes_an_event"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def text(self) -> str:
        return str(self.words.get("text", ""))
