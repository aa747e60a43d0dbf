"""Photographs of practitioners, as bytes in the database (decision 30): every web node and every backup has them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.text import one_line


class Portrait(models.Model):
    """One practitioner's photograph, written anew in two square sizes. What the camera wrote beside it is gone."""

    practitioner = models.OneToOneField("accounts.Practitioner", models.CASCADE, related_name="portrait")
    alt = models.CharField(_("description of the photograph"), max_length=150, validators=[one_line])
    small = models.BinaryField()
    large = models.BinaryField()
    # A hash of both: it stands in the address, so that another photograph has another address.
    digest = models.CharField(max_length=32, db_index=True)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=~models.Q(alt=""), name="portrait_is_described")]

    def __str__(self) -> str:
        return self.digest
