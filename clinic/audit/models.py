"""The book's rows and its end."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.audit.chain import ChainLink
from clinic.audit.querysets import EntryQuerySet
from clinic.encryption import SealedJSONField


class Entry(models.Model):
    """One deed. Written by `audit.record` only; the database refuses to change or remove it."""

    number = models.BigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("when"), db_index=True)
    deed = models.CharField(_("action"), max_length=60)
    # "label:reference" instead of a foreign key: the row must outlive what it speaks of.
    on = models.CharField(_("record"), max_length=120, blank=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    role = models.CharField(_("role at the time"), max_length=120, blank=True)
    facts = models.JSONField(_("details"), default=dict, blank=True)
    previous = models.CharField(_("hash of the previous entry"), max_length=64)
    hash = models.CharField(_("hash"), max_length=64)
    # Which key of the chain made the hash; empty in a book that was begun before there were keys.
    key = models.CharField(max_length=16, blank=True, default="", db_default="", editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["deed", "-number"], name="audit_entry_by_deed")]
        constraints = [models.CheckConstraint(condition=models.Q(number__gte=1), name="audit_entry_counts_from_one")]

    def __str__(self) -> str:
        return f"{self.number} {self.deed}"

    @property
    def link(self) -> ChainLink:
        return ChainLink(self.number, self.hash)


class Checkpoint(models.Model):
    """Up to where the log was last read from its beginning and found whole, one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_checkpoint_is_one_row")]

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class Head(models.Model):
    """The end of the chain, one row. Locking it makes writers queue, so that the chain never forks."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    # The key that writes, by name, and every key of this book, sealed.
    key = models.CharField(max_length=16, blank=True, default="", db_default="", editable=False)
    keys = SealedJSONField(null=True, editable=False)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one_row")]

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"

    @property
    def link(self) -> ChainLink:
        return ChainLink(self.number, self.hash)
