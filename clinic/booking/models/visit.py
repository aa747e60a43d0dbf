"""A visit, and everything that ever happened to it. Nothing medical; nothing is deleted but by an undone import."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.accounts.models import Patient, Practitioner
from clinic.booking.models.room import Room
from clinic.booking.models.visit_type import VisitType
from clinic.booking.querysets import AppointmentQuerySet
from clinic.text import new_reference, one_line


class State(models.TextChoices):
    """FHIR's words where it has them; `transitions` says what may follow what."""

    BOOKED = "booked", _("Booked")
    CONFIRMED = "confirmed", _("Confirmed")
    ARRIVED = "arrived", _("Arrived")
    WITH = "with", _("With practitioner")
    COMPLETED = "completed", pgettext_lazy("of a visit", "Completed")
    NO_SHOW = "no_show", _("No-show")
    CANCELLED = "cancelled", _("Canceled")
    MOVED = "moved", _("Rescheduled")
    IN_ERROR = "in_error", _("Entered in error")


class BookingSource(models.TextChoices):
    PATIENT = "patient", _("Patient, online")
    DESK = "desk", _("Front desk")
    IMPORT = "import", _("Imported from a file")


class StartedBy(models.TextChoices):
    """Who started a change."""

    PATIENT = "patient", _("Patient")
    CLINIC = "clinic", _("Clinic")


class Reason(models.TextChoices):
    """Why a visit was cancelled or moved, coded; never a clinical word."""

    BETTER_TIME = "better_time", _("Another time works better")
    CANNOT_COME = "cannot_come", _("Can’t make it")
    NOT_NEEDED = "not_needed", _("No longer needed")
    ELSEWHERE = "elsewhere", _("Going somewhere else")
    MISTAKE = "mistake", _("Booked by mistake")
    PRACTITIONER_AWAY = "practitioner_away", _("Practitioner is away")
    CLINIC_CLOSED = "clinic_closed", _("Clinic is closed")
    NOT_CLEARED = "not_cleared", _("A practitioner needs to talk to the patient first")
    OTHER = "other", _("Another reason")


class Appointment(models.Model):
    """A visit of one patient to one practitioner. People read "visit"; Appointment is FHIR's word."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    # The same for every visit of one chain of moves: what calendars know it by.
    uid = models.CharField(max_length=16, default=new_reference, editable=False)
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)
    patient = models.ForeignKey(Patient, models.PROTECT, related_name="visits", verbose_name=_("patient"))
    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="visits", verbose_name=_("practitioner")
    )
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="visits", verbose_name=_("room"))
    visit_type = models.ForeignKey(VisitType, models.PROTECT, related_name="visits", verbose_name=_("visit type"))
    starts_at = models.DateTimeField(_("starts"))
    # As they were when it was booked: a type may change its length later.
    minutes = models.PositiveSmallIntegerField(_("minutes with the practitioner"))
    room_minutes = models.PositiveSmallIntegerField(_("minutes in the room"), default=0)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.BOOKED)
    moved_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="moved_to", verbose_name=_("rescheduled from")
    )
    series = models.CharField(_("series"), max_length=16, blank=True, editable=False)
    source = models.CharField(_("booked by"), max_length=10, choices=BookingSource)
    # 1 for a squeeze-in: a second visit of the practitioner at the same time, on purpose and with a reason.
    lane = models.PositiveSmallIntegerField(default=0, editable=False)
    squeeze_reason = models.CharField(_("reason for the overlap"), max_length=120, blank=True, validators=[one_line])
    ended_reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    ended_by = models.CharField(_("requested by"), max_length=10, choices=StartedBy, blank=True)
    created_at = models.DateTimeField(_("booked at"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ("starts_at", "id")
        default_permissions = ("view",)
        permissions = [
            ("run_diary", _("Can book, reschedule and cancel visits and run the day")),
            ("squeeze_in", _("Can book a visit that overlaps another")),
            ("export_reports", _("Can export schedule reports")),
        ]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="visit_by_time"),
            models.Index(fields=["patient", "starts_at"], name="visit_of_patient"),
            models.Index(fields=["practitioner", "starts_at"], name="visit_of_practitioner"),
            models.Index(fields=["state", "starts_at"], name="visit_by_state"),
            models.Index(fields=["series"], name="visit_in_series", condition=~Q(series="")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(lane=0, squeeze_reason="") | (Q(lane=1) & ~Q(squeeze_reason="")),
                name="squeeze_in_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["cancelled", "moved"]) | (~Q(ended_reason="") & ~Q(ended_by="")),
                name="ended_visit_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def length(self) -> int:
        """Minutes from arriving to leaving."""
        return max(self.minutes, self.room_minutes)

    @property
    def ends_at(self) -> datetime:
        """When the patient leaves."""
        return self.starts_at + timedelta(minutes=self.length)

    @property
    def is_ahead(self) -> bool:
        """Whether it still stands and the patient has not come yet."""
        return self.state in (State.BOOKED, State.CONFIRMED)

    @property
    def is_squeezed_in(self) -> bool:
        return self.lane > 0


class AppointmentEvent(models.Model):
    """What happened to a visit: who, when, from which state to which. Never edited; triggers refuse it."""

    class Deed(models.TextChoices):
        BOOKED = "booked", _("Booked")
        CONFIRMED = "confirmed", _("Confirmed")
        ARRIVED = "arrived", _("Arrived")
        ARRIVAL_UNDONE = "arrival_undone", _("Arrival undone")
        STARTED = "started", _("Started")
        COMPLETED = "completed", pgettext_lazy("of a visit", "Completed")
        NO_SHOW = "no_show", _("No-show")
        NO_SHOW_UNDONE = "no_show_undone", _("No-show undone")
        CANCELLED = "cancelled", _("Canceled")
        MOVED = "moved", _("Rescheduled")
        IN_ERROR = "in_error", _("Entered in error")
        ROOM = "room", _("Room changed")
        UNDONE = "undone", _("Undone")
        REACHED = "reached", _("Reached by phone")
        VOICEMAIL = "voicemail", _("Voicemail left")
        NOT_REACHED = "not_reached", _("Not reached")

    visit = models.ForeignKey(Appointment, models.PROTECT, related_name="events", verbose_name=_("visit"))
    deed = models.CharField(_("what"), max_length=16, choices=Deed)
    before = models.CharField(_("status before"), max_length=10, choices=State, blank=True)
    after = models.CharField(_("status after"), max_length=10, choices=State)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    started_by = models.CharField(_("requested by"), max_length=10, choices=StartedBy, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("visit event")
        verbose_name_plural = _("visit events")
        ordering = ("id",)
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_deed_display()} {self.at:%Y-%m-%d}"
