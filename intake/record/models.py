"""A sitting (one person filling in one questionnaire) and its sealed answers.

Who the person is stands in the clear on the sitting; everything they told us stands in `Answers`, one encrypted
document a revision, in a table of its own, so that no list, filter or search can reach it (decision 2).
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left, Lower
from django.utils.translation import gettext_lazy as _

from clinic.contact import text_mailbox
from clinic.encryption import SealedJSONField
from clinic.languages import SOURCE
from clinic.outbox.texts import is_enabled
from clinic.text import new_reference, new_short_reference, one_line
from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES, Questionnaire
from intake.record.fields import TierField
from intake.record.querysets import NAME_START, IntakeQuerySet
from intake.screening import Tier

if TYPE_CHECKING:
    from clinic.accounts.models import User


class Source(models.TextChoices):
    ONLINE = "online", _("Online")
    PHONE = "phone", _("By phone")
    PAPER = "paper", _("On paper")
    TABLET = "tablet", _("On a tablet")


# The questionnaire that stands alone; every other one is laid over it.
FULL = NEW_PATIENT.code
LATER_FORM = Q(over__isnull=False, patient__isnull=False)


class Intake(models.Model):
    """One sitting, from its first screen to its acceptance."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    reference = models.CharField(_("reference"), max_length=9, unique=True, default=new_short_reference, editable=False)
    questionnaire = models.CharField(max_length=20, default="new_patient")
    version = models.CharField(max_length=20)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.ONLINE)
    # The language in which its screens were read when the newest of them was answered; from the moment that the
    # patient chooses one, that one (clinic.languages).
    language = models.CharField(max_length=10, default=SOURCE.code, db_default=SOURCE.code, editable=False)
    language_chosen_at = models.DateTimeField(null=True, blank=True, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="entered_intakes"
    )
    # The signed-in person whose mailbox confirmed this form; null until then.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="intakes")
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, null=True, blank=True, related_name="intakes")

    # Whom the desk began it for; `patient` is set when it is accepted.
    meant_for = models.ForeignKey(
        "accounts.Patient", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    # An update or a check-in is laid over the patient's last full form, and is about one visit: the one ahead or the
    # one behind, known by its reference alone. Both empty: a full form.
    over = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="later_forms", editable=False)
    visit_ref = models.CharField(max_length=16, blank=True, editable=False)

    # Who they say they are: identity and contact, as last validly typed. Nothing medical.
    # One column a question of clinic.accounts.identity, named like it.
    full_name = models.CharField(max_length=200, blank=True, validators=[one_line])
    date_of_birth = models.DateField(null=True, blank=True)
    phone = models.CharField(max_length=40, blank=True, validators=[one_line])
    email = models.CharField(max_length=254, blank=True, validators=[one_line])
    interpreter = models.CharField(max_length=10, blank=True)
    emergency_contact = models.CharField(max_length=200, blank=True, validators=[one_line])
    guardian_name = models.CharField(max_length=200, blank=True, validators=[one_line])
    guardian_phone = models.CharField(max_length=40, blank=True, validators=[one_line])
    guardian_present = models.CharField(max_length=10, blank=True)

    # By its first letters a name is found on both databases: one of them has no index for how a text begins.
    name_start = models.GeneratedField(
        expression=Left(Lower("full_name"), NAME_START),
        output_field=models.CharField(max_length=NAME_START),
        db_persist=True,
        editable=False,
    )

    # Begun without a sign-in: a keyed hash of the network it came from (clinic.accounts.limits); empty otherwise.
    place = models.CharField(max_length=16, blank=True, default="", db_default="", editable=False)

    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    email_confirmed_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    expired_at = models.DateTimeField(null=True, blank=True)

    # The highest tier of the last screening, and whether the engine failed on it (then the case is held).
    tier = TierField(default=Tier.CLEAR)
    engine_failed = models.BooleanField(default=False)

    objects = IntakeQuerySet.as_manager()

    # The newest answers, where the form was read together with them (`newest_answers_for`).
    looked_at: "Answers | None" = None

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        default_permissions = ("view",)
        ordering = ["-started_at"]
        indexes = [
            models.Index(fields=["user", "-started_at"], name="intake_of_user"),
            models.Index(fields=["expires_at"], name="intake_due", condition=Q(submitted_at=None, expired_at=None)),
            models.Index(fields=["patient", "-accepted_at"], name="intake_of_patient"),
            models.Index(F("saved_at").desc(), F("id").desc(), name="intake_by_save"),
            models.Index(fields=["name_start"], name="intake_by_name"),
            models.Index(
                F("saved_at").desc(),
                F("id").desc(),
                name="intake_to_accept",
                condition=Q(submitted_at__isnull=False, accepted_at=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(submitted_at__isnull=False, patient__isnull=False),
                name="accepted_intake_is_sent_and_has_a_patient",
            ),
            models.CheckConstraint(
                condition=Q(questionnaire=FULL, over=None) | (~Q(questionnaire=FULL) & LATER_FORM),
                name="later_form_knows_its_patient",
            ),
            models.UniqueConstraint(
                F("patient"),
                F("questionnaire"),
                F("visit_ref"),
                condition=Q(submitted_at=None, expired_at=None, over__isnull=False),
                name="one_open_later_form_a_visit",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def definition(self) -> Questionnaire:
        """What it asks: the questionnaire it is one filling-in of."""
        return QUESTIONNAIRES[self.questionnaire]

    @property
    def is_open(self) -> bool:
        """Whether it may still be filled in for the first time."""
        return self.submitted_at is None and self.expired_at is None

    @property
    def is_full(self) -> bool:
        """Whether this is a full form, and not an update or a check-in laid over one."""
        return self.over_id is None

    @property
    def is_confirmed(self) -> bool:
        return self.email_confirmed_at is not None

    @property
    def is_nobodys(self) -> bool:
        """Whether it was begun without a sign-in and nobody has shown since who it is about."""
        return bool(self.place) and not self.is_confirmed and self.patient_id is None

    def names(self, mailbox: "User") -> bool:
        """Whether the address on the form is this mailbox: the email, or the phone of somebody who signs in with it."""
        if mailbox.is_phone:
            return text_mailbox(self.phone) == mailbox.email
        return bool(self.email) and self.email.casefold() == mailbox.email.casefold()

    @property
    def confirms_by(self) -> str:
        """Where a code that confirms the form goes: the email, else the phone where the clinic sends text messages."""
        return self.email or (self.phone if is_enabled() and text_mailbox(self.phone) else "")

    def current(self) -> "Answers":
        """Return the newest revision of the answers, a draft or a frozen one."""
        newest = self.looked_at or self.answers.order_by("-revision").first()
        assert newest is not None, "Every sitting is started with its first revision."  # noqa: S101  (an invariant)
        return newest


class Answers(models.Model):
    """One revision of what was answered: a draft while `frozen_at` is empty, evidence afterwards.

    The document holds `raw` (as typed, by question code), `screens` (code → version and time of its last save),
    `under` (code → version of the questionnaire it was last answered under, where that is not the sitting's own),
    `clean` (the valid answers, once frozen), `unanswered`, and `events` (an emergency shown, an answer changed).
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="answers")
    revision = models.PositiveSmallIntegerField(default=1)
    document = SealedJSONField(editable=False)
    saved_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True, blank=True)
    # The practitioner who first opened it after it was sent; empty: nobody has read it.
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("answers")
        verbose_name_plural = _("answers")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint("intake", "revision", name="one_row_a_revision"),
            models.UniqueConstraint(F("intake"), condition=Q(frozen_at=None), name="one_draft_a_sitting"),
        ]

    def __str__(self) -> str:
        return f"{self.intake_id}/{self.revision}"

    @property
    def raw(self) -> dict[str, Any]:
        return dict(self.document.get("raw", {}))

    @property
    def valid(self) -> dict[str, Any]:
        return dict(self.document.get("clean", {}))

    def screen_version(self, code: str) -> int:
        """Return how often this screen was saved: 0 when it never was."""
        return int(self.document.get("screens", {}).get(code, {}).get("v", 0))

    def screen_language(self, code: str) -> str:
        """Return the language in which this screen was last answered."""
        return str(self.document.get("screens", {}).get(code, {}).get("in", SOURCE.code))

    def screen_saved_at(self, code: str) -> datetime | None:
        said = self.document.get("screens", {}).get(code, {}).get("at")
        return datetime.fromisoformat(said) if said else None


class Consent(models.Model):
    """Who agreed to which text, when. Editing the text makes a new version; this row keeps its own.

    A newer text is signed in person beside the form that is there (`intake.review.risk_sheet`).
    """

    intake = models.ForeignKey(Intake, models.PROTECT, related_name="consents")
    revision = models.PositiveSmallIntegerField()
    text_version = models.CharField(max_length=20)
    # The language it was read in, and the hash of the version and of the words in that language.
    language = models.CharField(max_length=10, default=SOURCE.code, db_default=SOURCE.code)
    text_hash = models.CharField(max_length=64)
    signed_name = models.CharField(max_length=200)
    guardian_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint("intake", "revision", "text_version", name="one_consent_a_revision_and_text")
        ]

    def __str__(self) -> str:
        return f"{self.text_version} {self.at:%Y-%m-%d}"


class ConsentChange(models.Model):
    """Consent to needles was withdrawn, or given again in person. Never edited; triggers refuse it.

    The newest row on a person's records counts. No form gives it again: a practitioner hears it in person.
    """

    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="consent_changes")
    is_given = models.BooleanField()
    # Why, in the words of whoever wrote it down: sealed.
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("change of consent")
        verbose_name_plural = _("changes of consent")
        default_permissions = ("view",)
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def reason(self) -> str:
        return str(self.words.get("reason", ""))


class OutcomeChoice(models.Model):
    """Whether a person wants to be asked for numbers at visits 4, 8 and 12. The newest row counts."""

    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="outcome_choices")
    is_asked = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("choice about questions over time")
        verbose_name_plural = _("choices about questions over time")
        default_permissions = ()
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class FormIdentity(models.Model):
    """One thing a form said about who it is: the mailbox that was signed in, and mailbox, name and birth date as typed.

    A form belongs to nobody until it is accepted, yet an emergency in it may be a known patient's. What was typed once
    stays here though it is typed over later: an emergency does not go away by changing the name above it.
    """

    intake = models.ForeignKey(Intake, models.PROTECT, related_name="identities")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    # In the one form in which addresses and names are looked up (normal_email, fold).
    mailbox = models.CharField(max_length=254, blank=True)
    folded_name = models.CharField(max_length=400, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("identity on a form")
        verbose_name_plural = _("identities on forms")
        default_permissions = ()
        indexes = [
            models.Index(fields=["mailbox"], name="form_by_mailbox"),
            models.Index(fields=["date_of_birth", "folded_name"], name="form_by_person"),
            models.Index(fields=["folded_name"], name="form_by_name"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
