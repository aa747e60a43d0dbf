"""Letters waiting and gone, and when each periodic job ran last."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.outbox.querysets import LetterQuerySet
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

    ref = models.CharField(_("reference"), max_length=16, unique=True, default=new_reference, editable=False)
    kind = models.CharField(_("type"), max_length=60)
    key = models.CharField(_("key"), max_length=150, unique=True)
    to = models.EmailField(_("to"), validators=[one_line])
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
    sealed = SealedJSONField(null=True, blank=True, editable=False)
    rendered = SealedJSONField(null=True, blank=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("email")
        verbose_name_plural = _("emails")
        default_permissions = ("view", "change")  # change: send again what was given up
        indexes = [
            models.Index(fields=["due", "id"], condition=models.Q(state="due"), name="outbox_letter_waiting"),
            models.Index(fields=["state", "-id"], name="outbox_letter_by_state"),
        ]

    def __str__(self) -> str:
        # Of what the intake writes the rest of the kind would say what was decided.
        room = self.kind.partition(".")[0]
        return f"{room if room == 'intake' else self.kind} {self.ref}"

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

    def _said(self, part: str) -> str:
        return str(self.rendered.get(part, "")) if isinstance(self.rendered, dict) else ""

    def has_expired(self, at: datetime) -> bool:
        return self.expires is not None and self.expires <= at


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
        return self.name
