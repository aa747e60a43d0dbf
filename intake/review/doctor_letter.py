"""A letter to the patient's doctor: facts that the practitioner ticked, their own words, kept as it was printed.

Answers are never copied into it: a fact is a flag's name or a number of ours, and whoever writes chooses each one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import audit, formatting
from clinic.accounts import roles
from clinic.audit.transaction import audited_transaction
from clinic.encryption import SealedJSONField
from clinic.text import new_reference
from intake.record.errors import ReviewError

if TYPE_CHECKING:
    from clinic.accounts.models import User
    from intake.review.models import Case

LONGEST = 6000


class Request(models.TextChoices):
    """What the doctor is asked for."""

    SEE = "see", gettext_lazy("Please see this patient and tell us what you find")
    ADVISE = "advise", gettext_lazy("Please tell us whether acupuncture is safe, and within which limits")
    INFORM = "inform", gettext_lazy("For your information")


class DoctorLetter(models.Model):
    """One letter as it was printed. Append-only: another letter is written, never this one changed."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey("review.Case", models.PROTECT, related_name="doctor_letters")
    # To whom, the text, and which facts were ticked: sealed.
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = gettext_lazy("letter to a doctor")
        verbose_name_plural = gettext_lazy("letters to doctors")
        default_permissions = ("view",)
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.ref

    @property
    def to(self) -> str:
        return str(self.words.get("to", ""))

    @property
    def text(self) -> str:
        return str(self.words.get("text", ""))

    @property
    def version(self) -> str:
        """The version of the case it was written from; empty in letters from before it was kept."""
        return str(self.words.get("version", ""))


@dataclass(frozen=True)
class LetterFact:
    """Something that may stand in the letter: its key in the form, and its words."""

    key: str
    words: str


def composed(
    *,
    name: str,
    born: str,
    to: str,
    request: str,
    facts: Sequence[str],
    clinic: str,
    by: str,
    on: datetime,
    answered: datetime,
) -> str:
    """Return the draft of a letter in plain text, for the practitioner to edit. `answered`: when what it rests on was
    last told.
    """
    request_label = str(Request(request).label)
    about = _("Patient: %(name)s, born %(born)s") % {"name": name, "born": born} if born else name
    listed = "\n".join(f"– {fact}" for fact in facts)
    parts = [
        f"{clinic}\n{formatting.calendar_date(on.date())}",
        to.strip(),
        about,
        _("Dear colleague,"),
        _("this patient has come to us for acupuncture. From what they told us by %(day)s, please note:")
        % {"day": formatting.calendar_date(timezone.localdate(answered))}
        + f"\n{listed}"
        if facts
        else _("this patient has come to us for acupuncture."),
        f"{request_label}.",
        _("With kind regards,") + f"\n{by}",
    ]
    return "\n\n".join(part for part in parts if part)


@audited_transaction()
def keep_letter(
    case: "Case", *, to: str, text: str, facts: Sequence[str], seen: str, by: "User", at: datetime
) -> DoctorLetter:
    """Keep a letter as it will be printed, written from the version of the case (`case_version`) that was `seen`.

    Raises ReviewError with a sentence, StaleAnswersError where something has changed since, PermissionDenied for
    others.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners write to a doctor."))
    if not to.strip():
        raise ReviewError(_("Write the doctor’s name."), about="to")
    if not text.strip() or len(text) > LONGEST:
        raise ReviewError(_("Write the text, in no more than two pages."), about="text")
    from intake.review.case_version import refuse_if_stale  # it reads the models, of which this is one

    refuse_if_stale(case, case.intake.current(), seen)
    words = {"to": to.strip(), "text": text.strip(), "facts": list(facts), "version": seen}
    letter = DoctorLetter.objects.create(case=case, words=words, by=by, by_name=by.name or by.email, at=at)
    audit.record("doctor_letter.written", on=case, by=by, at=at, facts=len(facts))
    return letter
