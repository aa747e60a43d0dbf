"""How a practitioner settled one flag with a decision. Append-only, like the decision it belongs to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField


class Resolution(models.Model):
    """What became of one flag: treated with care, cleared up with the patient, or not true."""

    class How(models.TextChoices):
        ACCEPTED = "accepted", _("Accept with precaution")
        RESOLVED = "resolved", _("Resolved with the patient")
        REFUTED = "refuted", _("Does not apply")

    decision = models.ForeignKey("review.Decision", models.PROTECT, related_name="resolutions")
    # A flag that an unfinished form raised goes when its answer goes; what was said of its rule stays.
    flag = models.ForeignKey("review.Flag", models.DO_NOTHING, related_name="resolutions", db_constraint=False)
    code = models.CharField(max_length=40)
    how = models.CharField(max_length=10, choices=How.choices)
    # Why, as the practitioner wrote it: sealed.
    words = SealedJSONField(editable=False)

    class Meta:
        verbose_name = _("settled flag")
        verbose_name_plural = _("settled flags")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint("decision", "flag", name="one_resolution_a_flag_a_decision")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def why(self) -> str:
        return str(self.words.get("why", ""))
