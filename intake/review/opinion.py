"""A second opinion: practitioners write to each other about a case, before a decision and after it. Append-only."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import audit
from clinic.accounts import roles
from clinic.audit.transaction import audited_transaction
from clinic.encryption import SealedJSONField
from clinic.outbox import letters
from intake.record.errors import ReviewError
from intake.review.case_version import refuse_if_stale

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from clinic.accounts.models import User
    from intake.review.models import Case

LONGEST = 2000


class Opinion(models.Model):
    """One note about a case: a question to a colleague, or what a colleague thinks of it."""

    case = models.ForeignKey("review.Case", models.PROTECT, related_name="opinions")
    # The colleague who is asked; empty where somebody answers.
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = gettext_lazy("second opinion")
        verbose_name_plural = gettext_lazy("second opinions")
        default_permissions = ("view",)
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def text(self) -> str:
        return str(self.words.get("text", ""))


def asked_of(user: "User") -> "QuerySet[Opinion]":
    """Return the notes that ask this colleague about a case, and that they have not answered since; the longest waiting
    first. Not those about a case that was closed after they were asked.
    """
    from intake.review.models import Case

    answered = Opinion.objects.filter(case=OuterRef("case"), by=user, pk__gt=OuterRef("pk"))
    over = Q(case__state=Case.State.CLOSED) & (Q(case__closed_at=None) | Q(case__closed_at__gte=F("at")))
    waiting = Opinion.objects.filter(~Exists(answered), to=user).exclude(over)
    return waiting.select_related("case__patient", "case__intake").defer("words").order_by("at", "pk")


@audited_transaction()
def write(case: "Case", *, text: str, to: "User | None" = None, seen: str, by: "User", at: datetime) -> Opinion:
    """Write a note about a case whose version (`case_version`) is `seen`; the colleague who is asked gets a message
    with the link, and no word of it.

    Raises ReviewError with a sentence (StaleAnswersError where something of the case changed meanwhile),
    PermissionDenied for anyone but a practitioner.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can review cases."))
    if not text.strip() or len(text) > LONGEST:
        raise ReviewError(_("Write what you think or ask, in a few sentences."), about="text")
    if to is not None and (to == by or not to.is_active or not roles.is_practitioner(to)):
        raise ReviewError(_("Choose a colleague who is a practitioner here."), about="to")
    refuse_if_stale(case, case.intake.current(), seen)
    note = Opinion.objects.create(
        case=case, to=to, words={"text": text.strip()}, by=by, by_name=by.name or by.email, at=at
    )
    audit.record("opinion.asked" if to else "opinion.given", on=case, by=by, at=at)
    if to is not None:
        letters.enqueue("intake.opinion", key=f"opinion:{case.ref}:{note.pk}", to=to.ways, about=case, at=at)
    return note
