"""What a practitioner decided about a case. Only a person decides (decision 4)."""

from typing import Any

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from clinic.encryption import SealedJSONField
from intake.record.models import Answers
from intake.review.models.case import Case
from intake.review.querysets import DecisionQuerySet


class Decision(models.Model):
    """What a practitioner decided on one revision of the answers. Never edited; triggers refuse it."""

    class Outcome(models.TextChoices):
        CLEAR = "clear", _("Clear")
        LIMITS = "limits", _("Clear with limits")
        MORE = "more", _("More information")
        DELAY = "delay", _("Delay until a date")
        REFER = "refer", _("Refer or do not needle")

    class Limit(models.TextChoices):
        NO_ELECTRO = "no_electro", _("No electrical stimulation")
        NO_ABDOMEN = "no_abdomen", _("Avoid lower belly and sacral points")
        NO_THORAX = "no_thorax", _("No deep needling over the chest or upper back")
        NO_LOCAL = "no_local", _("Stay away from the painful segment")
        NO_LIMB = "no_limb", _("Keep needles out of the named limb")
        SUPERFICIAL = "superficial", _("Superficial needling only")
        NO_PRONE = "no_prone", _("Not lying face down")
        NO_HEAT = "no_heat", _("No heat or moxa")
        SHORT = "short", _("Short session, few needles")
        NOT_ALONE = "not_alone", _("Never left alone")
        NO_POINTS = "no_points", _("Avoid the points or areas named below")
        POSITION = "position", _("Only in the position named below")

    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    answers = models.ForeignKey(Answers, models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    limits = models.JSONField(default=list, blank=True)
    # What the ticks leave open (which limb, which points, how many needles), in words; empty where there is none.
    limit_note = SealedJSONField(null=True, editable=False)
    until = models.DateField(null=True, blank=True)
    # Of a decision to treat: whether limits and a referral from before it go on beside it. False: they were lifted on
    # purpose. Empty in what was decided before anybody was asked: it took the place of what its record said.
    keeps = models.BooleanField(null=True, blank=True, editable=False)
    # reason, question to the patient, and what the patient reads: sealed.
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200, validators=[MinLengthValidator(1)])
    at = models.DateTimeField()

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        default_permissions = ("view",)
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["case"], name="decision_refer", condition=Q(outcome="refer")),
            models.Index(fields=["until"], name="decision_ends"),
            models.Index(fields=["by", "-at"], name="decision_by_whom"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome__in=["delay", "limits"]) | Q(until__isnull=False),
                name="delay_and_limits_have_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.at:%Y-%m-%d}"

    @property
    def outcome_words(self) -> str:
        """The outcome as it stands before its day: "Delayed until …", "Clear with limits until …"."""
        is_delayed = self.outcome == self.Outcome.DELAY and self.until
        return pgettext("of one case", "Delayed") if is_delayed else self.get_outcome_display()

    @property
    def reason(self) -> str:
        return str(self.words.get("reason", ""))

    @property
    def question(self) -> str:
        return str(self.words.get("question", ""))

    @property
    def patient_words(self) -> str:
        """What the practitioner wrote to the patient; they read it on their own page."""
        return str(self.words.get("patient_words", ""))

    @property
    def lifted_because(self) -> str:
        """Why limits or a referral from before were lifted with it; empty where nothing was."""
        return str(self.words.get("lifted", ""))

    def limit_words(self) -> list[Any]:
        """The limits as a colleague reads them: each tick, and the practitioner's own words last."""
        labels = dict(self.Limit.choices)
        words = [labels[code] for code in self.limits if code in labels]
        return [*words, self.limit_note] if self.limit_note else words
