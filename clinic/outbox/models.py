"""Letters waiting and gone, what is known of an address, and when each periodic job ran last."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.outbox.kinds_and_tasks import name_of_kind, name_of_task
from clinic.outbox.querysets import LetterQuerySet
from clinic.outbox.urgency import Urgency
from clinic.text import new_reference, one_line

if TYPE_CHECKING:
    from datetime import datetime


M = TypeVar("M", bound=models.Model)


class Letter(models.Model):
    """One message to one address. What it says is decided when it is sent; the row holds no word of it.

    Two sealed exceptions: `sealed`, what a sign-in code's letter says, and `rendered`, what a demo clinic,
    which sends nothing, would have sent.
    """

    class State(models.TextChoices):
        DUE = "due", _("waiting")
        SENT = "sent", _("sent")
        SKIPPED = "skipped", _("no longer needed")
        EXPIRED = "expired", _("too late to send")
        DEAD = "dead", _("failed")

    class Channel(models.TextChoices):
        EMAIL = "email", _("Email")
        TEXT = "text", _("Text message")
        # Nobody can be reached by message: the desk calls, and says what the message would have said.
        CALL = "call", _("Phone call")

    ref = models.CharField(_("reference"), max_length=16, unique=True, default=new_reference, editable=False)
    kind = models.CharField(_("type"), max_length=60)
    key = models.CharField(_("key"), max_length=150, unique=True)
    channel = models.CharField(_("channel"), max_length=5, choices=Channel, default=Channel.EMAIL, db_default="email")
    # An email address, a phone number (+12135550142) of a text message, or what the desk calls; of the last maybe none.
    to = models.CharField(_("to"), max_length=254, blank=True, validators=[one_line])
    # The language it is written in: the patient's; empty for whoever works here (clinic.languages).
    language = models.CharField(_("language"), max_length=10, blank=True, default="", db_default="", editable=False)
    # Codes and emergency alerts: no quiet hours hold them.
    urgent = models.BooleanField(_("at any hour"), default=False, db_default=False)
    urgency = models.PositiveSmallIntegerField(
        _("urgency"),
        choices=Urgency,
        default=Urgency.CONFIRMATION,
        db_default=int(Urgency.CONFIRMATION),
        editable=False,
    )
    about = models.CharField(_("about"), max_length=120, blank=True, db_index=True)
    written_at = models.DateTimeField(_("created"))
    due = models.DateTimeField(_("due"))
    expires = models.DateTimeField(_("send by"), null=True, blank=True)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.DUE)
    tries = models.PositiveSmallIntegerField(_("attempts"), default=0)
    # A clock owns the letter until then; the token tells its claim from one taken after it.
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    claim = models.CharField(max_length=16, blank=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    trouble = models.CharField(_("last error"), max_length=120, blank=True)
    # The name under which the text message company knows it, and when the phone had it.
    provider_ref = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)
    delivered_at = models.DateTimeField(_("delivered"), null=True, blank=True)
    # Of a letter that was given up: somebody has called instead.
    settled_at = models.DateTimeField(_("called"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("called by")
    )
    sealed = SealedJSONField(null=True, blank=True, editable=False)
    rendered = SealedJSONField(null=True, blank=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        default_permissions = ("view", "change")  # change: send again what was given up
        indexes = [
            models.Index(fields=["due", "id"], condition=models.Q(state="due"), name="outbox_letter_waiting"),
            models.Index(
                fields=["urgency", "due", "id"], condition=models.Q(state="due"), name="outbox_letter_by_urgency"
            ),
            models.Index(fields=["state", "-id"], name="outbox_letter_by_state"),
        ]

    def __str__(self) -> str:
        return f"{name_of_kind(self.kind)} {self.ref}"

    @property
    def message_id(self) -> str:
        """The same on every try, so that a mail server or reader can tell a second copy."""
        return f"<{self.ref}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"

    @property
    def about_ref(self) -> str:
        """The reference (or key) of the record the letter speaks of."""
        return self.about.partition(":")[2]

    def about_as(self, model: type[M]) -> M | None:
        """Return the record the letter speaks of; None when it is gone or is something else."""
        if self.about.partition(":")[0] != model._meta.label_lower:
            return None
        by = "ref" if any(field.name == "ref" for field in model._meta.fields) else "pk"
        return model._default_manager.filter(**{by: self.about_ref}).first()

    @property
    def subject(self) -> str:
        """What the demo clinic would have sent; empty anywhere else."""
        return self._said("subject")

    @property
    def body(self) -> str:
        return self._said("body")

    @property
    def text(self) -> str:
        return self._said("text")

    def _said(self, part: str) -> str:
        return str(self.rendered.get(part, "")) if isinstance(self.rendered, dict) else ""

    def has_expired(self, at: datetime) -> bool:
        return self.expires is not None and self.expires <= at


class ContactPoint(models.Model):
    """What we know of one address: texts were stopped from this phone, or messages do not arrive. No row: nothing."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    address = models.CharField(_("address"), max_length=254, unique=True)
    stopped_at = models.DateTimeField(_("texts stopped"), null=True, blank=True)
    unreachable_since = models.DateTimeField(_("not reachable since"), null=True, blank=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        default_permissions = ()

    def __str__(self) -> str:
        return self.ref


class InboundText(models.Model):
    """A text message that came in: from where and which keyword, never its words. One row however often it is told."""

    provider_ref = models.CharField(max_length=64, unique=True)
    number = models.CharField(max_length=20)
    keyword = models.CharField(max_length=5, blank=True)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["number", "at"], name="inbound_text_by_number")]

    def __str__(self) -> str:
        return str(self.pk)


class MessageText(models.Model):
    """A clinic's own words for a message in one language, in place of the shipped ones. No row: those."""

    name = models.CharField(_("message"), max_length=60)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=120, validators=[one_line])
    body = models.TextField(_("email"), max_length=4000)
    text = models.TextField(_("text message"), max_length=320)
    changed_at = models.DateTimeField(_("changed"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("wording of a message")
        verbose_name_plural = _("wordings of messages")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["name", "language"], name="one_wording_a_language")]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"


class JobRun(models.Model):
    """When a periodic job is due next, and how its last run ended."""

    name = models.CharField(_("task"), max_length=120, primary_key=True)
    due = models.DateTimeField(_("due"))
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    last_run = models.DateTimeField(_("last run"), null=True, blank=True)
    ok = models.BooleanField(_("OK"), null=True, blank=True)

    class Meta:
        verbose_name = _("background task")
        verbose_name_plural = _("background tasks")
        default_permissions = ()

    def __str__(self) -> str:
        return name_of_task(self.name)


class WorkerState(models.Model):
    """When a worker was last seen at work, and whether the clock of its machine is believed; one row."""

    class Doubt(models.TextChoices):
        AHEAD = "ahead", _("It is hours later than when the clinic last wrote something.")
        BEHIND = "behind", _("It is earlier than when the clinic last wrote something.")
        DATABASE = "database", _("The database's clock says something else.")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()
    believed_at = models.DateTimeField(null=True)
    doubt = models.CharField(max_length=10, choices=Doubt, blank=True, default="")

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="worker_state_is_one_row")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%dT%H:%M:%SZ}"
