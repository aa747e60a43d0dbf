"""The review: one open case a patient, its frozen flags, the decisions and the calls.

Only a practitioner's deed changes what a patient may have; no code path writes a Decision by itself (decision 4).
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.text import new_reference
from intake.record.fields import TierField
from intake.record.models import Answers, Intake
from intake.review.querysets import AlertQuerySet, CaseQuerySet, DecisionQuerySet, FlagQuerySet

# Where no visit is ahead: later than any, so that the queue stays one walk along an index.
NO_VISIT = datetime(3000, 1, 1, tzinfo=UTC)
# And where nobody has shown who the form is about: behind everybody of the same tier whom we know.
NOBODYS = NO_VISIT + timedelta(days=1)


class NextVisit(models.Model):
    """The next visit of a patient, as the diary told it; nothing else of the diary is known here."""

    patient = models.OneToOneField("accounts.Patient", models.PROTECT, primary_key=True, related_name="+")
    at = models.DateTimeField()
    # With whom, where the schedule said so.
    practitioner = models.ForeignKey("accounts.Practitioner", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("next visit")
        verbose_name_plural = _("next visits")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class Case(models.Model):
    """What waits for a practitioner about one patient (or about one form nobody has accepted yet)."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        WAITING = "waiting", _("Waiting for the patient")
        DELAYED = "delayed", _("Delayed")
        CLOSED = "closed", _("Closed")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, null=True, blank=True, related_name="cases")
    # The sitting it is about now: the newest that joined.
    intake = models.ForeignKey(Intake, models.PROTECT, related_name="cases")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    tier = TierField()
    opened_at = models.DateTimeField()
    # The wait the queue counts: since it was opened, or opened again.
    waiting_since = models.DateTimeField()
    # The patient's next visit, NO_VISIT where there is none (services.visit_ahead).
    visit_at = models.DateTimeField(default=NO_VISIT)
    delayed_until = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # Who closed it, with a decision or because none was needed; empty where a form joined another case.
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    claimed_until = models.DateTimeField(null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        default_permissions = ("view",)
        permissions = [("decide_case", _("Can decide a case and log calls"))]
        indexes = [
            models.Index(F("state"), F("tier").desc(), F("visit_at"), F("waiting_since"), F("id"), name="case_queue"),
            models.Index(F("state"), F("closed_at").desc(), F("id").desc(), name="case_closed"),
        ]
        constraints = [
            models.UniqueConstraint(
                F("patient"),
                condition=~Q(state="closed") & Q(patient__isnull=False),
                name="one_open_case_a_patient",
            ),
            models.UniqueConstraint(F("intake"), condition=~Q(state="closed"), name="one_open_case_a_sitting"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False) | (~Q(state="closed") & Q(closed_at=None)),
                name="closed_case_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="delayed", delayed_until__isnull=False)
                | (~Q(state="delayed") & Q(delayed_until=None)),
                name="delayed_case_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.intake.reference

    @property
    def next_visit(self) -> datetime | None:
        """When the patient comes next, if the diary knows of a visit."""
        return self.visit_at if self.visit_at < NO_VISIT else None


class Flag(models.Model):
    """A finding as it stood when the answers were saved: last year's record says what the practitioner saw."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="flags")
    answers = models.ForeignKey(Answers, models.PROTECT, related_name="flags")
    code = models.CharField(max_length=40)
    tier = TierField()
    position = models.PositiveSmallIntegerField()
    ruleset = models.CharField(max_length=20)
    contact = models.CharField(max_length=20)
    # because, matched, why, action, advice, source, icd10: what the practitioner sees, sealed.
    finding = SealedJSONField(editable=False)
    raised_at = models.DateTimeField()
    # Raised by an unfinished form; replaced by frozen flags when the form is sent.
    provisional = models.BooleanField(default=False)
    # The answers no longer fire it. Only emergencies stay on the case after that.
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_by = models.ForeignKey("Decision", models.PROTECT, null=True, blank=True, related_name="settled")

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        default_permissions = ("view",)
        ordering = ["-tier", "position"]
        constraints = [models.UniqueConstraint("answers", "code", name="one_flag_a_rule_a_revision")]

    def __str__(self) -> str:
        return str(self.pk)


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
    def reason(self) -> str:
        return str(self.words.get("reason", ""))

    @property
    def question(self) -> str:
        return str(self.words.get("question", ""))

    @property
    def patient_words(self) -> str:
        """What the practitioner wrote to the patient; they read it on their own page."""
        return str(self.words.get("patient_words", ""))

    def limit_words(self) -> list[Any]:
        """The limits as a colleague reads them: each tick, and the practitioner's own words last."""
        labels = dict(self.Limit.choices)
        words = [labels[code] for code in self.limits if code in labels]
        return [*words, self.limit_note] if self.limit_note else words


class Alert(models.Model):
    """An emergency answer was given. It stays until a practitioner closes it with a call log."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="alerts")
    intake = models.ForeignKey(Intake, models.PROTECT, related_name="alerts")
    raised_at = models.DateTimeField()
    # Another emergency answer while this one was open: counted, so that each sends its own letter.
    times = models.PositiveSmallIntegerField(default=1)
    last_at = models.DateTimeField()
    # "Tapped by mistake": the answer was changed at this time. The alert stays.
    changed_at = models.DateTimeField(null=True, blank=True)
    # How many people of the list were told, and when the last was (unanswered for 15 minutes: the next).
    told = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("emergency alert")
        verbose_name_plural = _("emergency alerts")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(F("intake"), condition=Q(closed_at=None), name="one_open_alert_a_sitting"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_by__isnull=False), name="only_a_person_closes_an_alert"
            ),
        ]

    def __str__(self) -> str:
        return self.intake.reference


class AlertTold(models.Model):
    """Who was told of an alert, and when. By which channels, and what came of each, the letters of `deed` say."""

    alert = models.ForeignKey(Alert, models.PROTECT, related_name="tellings")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    deed = models.CharField(max_length=150)

    class Meta:
        verbose_name = _("alert sent")
        verbose_name_plural = _("alerts sent")
        default_permissions = ()
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class CallLog(models.Model):
    """A call about an alert: what came of it, who made it, when. Never edited."""

    class Outcome(models.TextChoices):
        REACHED = "reached", _("Reached")
        ADVISED = "advised", _("Reached, advice given")
        VOICEMAIL = "voicemail", _("Voicemail left")
        NOT_REACHED = "not_reached", _("Not reached")

    alert = models.ForeignKey(Alert, models.PROTECT, related_name="calls")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    words = SealedJSONField(editable=False)
    closes = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        default_permissions = ("view",)
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.at:%Y-%m-%d}"

    @property
    def note(self) -> str:
        return str(self.words.get("note", ""))


# Registered with this app: what is kept after a visit with needles.
# Models of their own files: letters to doctors, reasons to read, second opinions, what a patient answered, how each
# flag was settled.
from intake.review.doctor_letter import DoctorLetter as DoctorLetter  # noqa: E402
from intake.review.follow_up.models import CheckIn, FollowUpTask, NoCheckIns  # noqa: E402,F401
from intake.review.need_to_know.models import ReadingReason as ReadingReason  # noqa: E402
from intake.review.opinion import Opinion as Opinion  # noqa: E402
from intake.review.reply import Reply as Reply  # noqa: E402
from intake.review.resolution import Resolution as Resolution  # noqa: E402
from intake.review.rule_trial.models import RuleSignature, RuleTrial  # noqa: E402,F401
