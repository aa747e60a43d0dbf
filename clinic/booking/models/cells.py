"""The promise of the database: five minutes of one practitioner, room or patient can be taken once (decision 5)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Practitioner
from clinic.booking.grid import moment
from clinic.booking.models.room import Room
from clinic.booking.models.visit import Appointment
from clinic.booking.models.visit_type import VisitType
from clinic.booking.querysets import BlockQuerySet, CellQuerySet, HoldQuerySet
from clinic.text import new_reference, one_line


class ResourceKind(models.IntegerChoices):
    """Whose time a cell is."""

    PRACTITIONER = 1, _("practitioner")
    ROOM = 2, _("room")
    PATIENT = 3, _("patient")


class Hold(models.Model):
    """A time kept for a newcomer who is giving a name, or for somebody a waiting-list offer went to."""

    token = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="+")
    visit_type = models.ForeignKey(VisitType, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    room_minutes = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("held time")
        verbose_name_plural = _("held times")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def length(self) -> int:
        return max(self.minutes, self.room_minutes)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.length)

    def stands(self, *, at: datetime) -> bool:
        """Say whether it still keeps the time."""
        return at < self.expires_at


class Block(models.Model):
    """Time of a practitioner or a room that nobody can book."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    practitioner = models.ForeignKey(Practitioner, models.PROTECT, null=True, blank=True, related_name="blocks")
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="blocks")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    note = models.CharField(_("note"), max_length=80, blank=True, validators=[one_line])
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("blocked time")
        verbose_name_plural = _("blocked times")
        ordering = ("starts_at", "id")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["starts_at"], name="block_by_time", condition=Q(lifted_at=None))]
        constraints = [
            models.CheckConstraint(
                condition=Q(practitioner__isnull=False, room=None) | Q(practitioner=None, room__isnull=False),
                name="block_is_of_one_thing",
            ),
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="block_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.ref


class Cell(models.Model):
    """Five minutes of one practitioner, room or patient, taken by one visit, hold or block."""

    kind = models.PositiveSmallIntegerField(choices=ResourceKind)
    # The practitioner's, room's or patient's key.
    of = models.BigIntegerField()
    # The number of the cell (grid.number): quicker to compare and to index than a moment.
    start = models.PositiveIntegerField()
    # 0 is every ordinary visit; 1 a squeeze-in of a practitioner.
    lane = models.PositiveSmallIntegerField(default=0)
    visit = models.ForeignKey(Appointment, models.PROTECT, null=True, blank=True, related_name="cells", db_index=False)
    hold = models.ForeignKey(Hold, models.CASCADE, null=True, blank=True, related_name="cells", db_index=False)
    block = models.ForeignKey(Block, models.PROTECT, null=True, blank=True, related_name="cells", db_index=False)

    objects = CellQuerySet.as_manager()

    class Meta:
        verbose_name = _("taken time")
        verbose_name_plural = _("taken times")
        default_permissions = ()
        # One taker each, so each index holds only its own rows.
        indexes = [
            models.Index(fields=["visit"], name="cell_of_visit", condition=Q(visit__isnull=False)),
            models.Index(fields=["hold"], name="cell_of_hold", condition=Q(hold__isnull=False)),
            models.Index(fields=["block"], name="cell_of_block", condition=Q(block__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint("kind", "of", "start", "lane", name="one_taker_a_cell"),
            models.CheckConstraint(
                condition=Q(visit__isnull=False, hold=None, block=None)
                | Q(visit=None, hold__isnull=False, block=None)
                | Q(visit=None, hold=None, block__isnull=False),
                name="cell_has_one_taker",
            ),
            models.CheckConstraint(condition=Q(lane=0) | Q(lane=1, kind=1), name="only_practitioners_have_two_lanes"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.of} {moment(self.start):%Y-%m-%d %H:%M}"
