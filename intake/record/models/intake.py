"""A sitting: one person filling in one questionnaire, from its first screen to its acceptance."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left, Lower
from django.utils.translation import gettext_lazy as _

from clinic.contact import text_mailbox
from clinic.languages import SOURCE
from clinic.outbox.texts import is_enabled
from clinic.text import new_reference, new_short_reference, one_line
from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES, Questionnaire
from intake.record.fields import TierField
from intake.record.querysets import NAME_START, IntakeQuerySet
from intake.screening import Tier

if TYPE_CHECKING:
    from clinic.accounts.models import User
    from intake.record.models.answers import Answers


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
