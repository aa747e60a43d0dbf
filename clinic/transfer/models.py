"""What came in by a file, so that it can be taken back, and which records two people agreed to erase."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Patient
from clinic.booking.models import Appointment
from clinic.encryption import SealedJSONField
from clinic.text import new_reference, one_line


class ImportRun(models.Model):
    """A file of patients and visits: uploaded, then imported or dropped, perhaps undone. Its text is sealed."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Not imported yet")
        IMPORTED = "imported", _("Imported")
        UNDONE = "undone", _("Undone")
        DROPPED = "dropped", _("Dropped")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    name = models.CharField(_("file"), max_length=100, validators=[one_line])
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.UPLOADED)
    # {"data": base64, "mapping": {code: place}, "order": …, "types": {words: code}, "people": {words: key}}; emptied
    # when the file is imported or dropped.
    sealed = SealedJSONField(default=dict, editable=False)
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    imported_at = models.DateTimeField(_("imported"), null=True, blank=True)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    patients = models.PositiveIntegerField(_("patients"), default=0)
    visits = models.PositiveIntegerField(_("visits"), default=0)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-uploaded_at", "-pk")
        default_permissions = ()

    def __str__(self) -> str:
        return self.ref


class ImportedRow(models.Model):
    """What one line of an import made, or whom it found: a patient, a visit of theirs, and how they were then."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    patient = models.ForeignKey(Patient, models.CASCADE, related_name="imported_rows")
    visit = models.OneToOneField(Appointment, models.CASCADE, null=True, blank=True, related_name="imported_row")
    made_patient = models.BooleanField(default=False)
    # What the other system calls the person: a later file of visits may say no more than that.
    outside_number = models.CharField(max_length=60, blank=True, db_index=True)
    # A hash of the record as it was made: whoever changed it since has built upon it.
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["patient"], condition=Q(made_patient=True), name="patient_made_by_one_imported_row"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run_id}:{self.line}"


class ErasureOrder(models.Model):
    """The erasure of one record whose time is over: proposed by one person, confirmed or taken back by another."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    # After the erasure this is a record without a name, to which the visits that are counted belong.
    patient = models.ForeignKey(Patient, models.PROTECT, related_name="erasure_orders")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    # How many forms, visits and notes there were.
    counts = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ("-proposed_at", "-pk")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")), name="two_people_erase_a_record"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, withdrawn_at=None),
                name="confirmed_erasure_says_by_whom",
            ),
            models.UniqueConstraint(
                fields=["patient"], condition=Q(withdrawn_at=None), name="one_standing_erasure_a_record"
            ),
        ]

    def __str__(self) -> str:
        return self.ref
