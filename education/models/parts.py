"""What an article is made of: sections, claims with their evidence, questions, side effects, guidelines, references."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.text import one_line
from education.models.article import Article

key_shape = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z", _("Use lowercase letters, digits and single hyphens, for example haake-2007.")
)


class Reference(models.Model):
    """A study, review or guideline that articles cite by its key, as in [@haake-2007]. Shared by all articles."""

    key = models.CharField(
        _("key"), max_length=60, primary_key=True, validators=[key_shape], help_text=_("For example: haake-2007.")
    )
    authors = models.CharField(_("authors"), max_length=300, validators=[one_line])
    title = models.CharField(_("title"), max_length=300, validators=[one_line])
    journal = models.CharField(_("journal or publisher"), max_length=200, blank=True, validators=[one_line])
    year = models.PositiveSmallIntegerField(_("year"))
    doi = models.CharField(
        "DOI", max_length=120, blank=True, validators=[RegexValidator(r"^10\.\d{4,9}/[^\s<>\"'\\]+\Z")]
    )
    pmid = models.CharField("PMID", max_length=10, blank=True, validators=[RegexValidator(r"^[1-9]\d*\Z")])
    url = models.CharField(
        _("address"),
        max_length=300,
        blank=True,
        validators=[RegexValidator(r"^https://[^\s<>\"'\\]+\Z", _("Enter an address that starts with https://."))],
        help_text=_("Only if there is no DOI or PMID."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True, validators=[one_line])
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(editable=False)
    from_file_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        default_permissions = ("add", "change", "view")
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class ArticlePart(models.Model):
    """One of several, in order."""

    position = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ["position", "id"]


class Section(ArticlePart):
    article = models.ForeignKey(Article, models.CASCADE, related_name="sections")
    heading = models.CharField(_("heading"), max_length=120, validators=[one_line])
    body = models.TextField(_("text"), max_length=20_000)

    class Meta(ArticlePart.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.heading


class Claim(ArticlePart):
    """A statement, how sure we can be of it, what it was compared with, and where that comes from."""

    class Certainty(models.TextChoices):
        HIGH = "high", _("High certainty")
        MODERATE = "moderate", _("Moderate certainty")
        LOW = "low", _("Low certainty")
        VERY_LOW = "very-low", _("Very low certainty")

    article = models.ForeignKey(Article, models.CASCADE, related_name="claims")
    name = models.CharField(_("name"), max_length=60, validators=[key_shape])
    statement = models.CharField(_("statement"), max_length=500, validators=[one_line])
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty)
    compared_with = models.CharField(_("compared with"), max_length=300, blank=True, validators=[one_line])
    figures = models.CharField(_("figures"), max_length=500, blank=True, validators=[one_line])
    references = models.JSONField(_("references"), default=list, blank=True)

    class Meta(ArticlePart.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [models.UniqueConstraint("article", "name", name="claim_name_is_unique_in_its_article")]

    def __str__(self) -> str:
        return self.name


class ArticleQuestion(ArticlePart):
    article = models.ForeignKey(Article, models.CASCADE, related_name="questions")
    question = models.CharField(_("question"), max_length=200, validators=[one_line])
    answer = models.TextField(_("answer"), max_length=4000)

    class Meta(ArticlePart.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.question


class SideEffect(ArticlePart):
    """What may happen, how often, and what to do then. The count is the measured one, with its denominator."""

    class Unit(models.TextChoices):
        PATIENTS = "patients", _("patients")
        TREATMENTS = "treatments", _("treatments")

    article = models.ForeignKey(Article, models.CASCADE, related_name="side_effects")
    effect = models.CharField(_("effect"), max_length=120, validators=[one_line])
    how_often = models.CharField(_("how often"), max_length=200, validators=[one_line])
    count = models.FloatField(_("count"), default=0)
    out_of = models.PositiveIntegerField(_("out of"), default=0)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit, default=Unit.PATIENTS)
    what_to_do = models.CharField(_("what to do"), max_length=500, validators=[one_line])
    references = models.JSONField(_("references"), default=list, blank=True)

    class Meta(ArticlePart.Meta):
        verbose_name = _("side effect")
        verbose_name_plural = _("side effects")
        constraints = [models.CheckConstraint(condition=Q(count__gte=0), name="side_effect_count_is_not_negative")]

    def __str__(self) -> str:
        return self.effect


class Guideline(ArticlePart):
    """What one guideline says; articles show both sides."""

    class Stance(models.TextChoices):
        FOR = "for", _("Recommends it")
        MIXED = "mixed", _("Depends")
        AGAINST = "against", _("Does not recommend it")

    article = models.ForeignKey(Article, models.CASCADE, related_name="guidelines")
    body = models.CharField(_("organization"), max_length=160, validators=[one_line])
    year = models.PositiveSmallIntegerField(_("year"))
    says = models.CharField(_("what it says"), max_length=500, validators=[one_line])
    stance = models.CharField(_("recommendation"), max_length=10, choices=Stance)
    references = models.JSONField(_("references"), default=list, blank=True)

    class Meta(ArticlePart.Meta):
        verbose_name = _("guideline")
        verbose_name_plural = _("guidelines")

    def __str__(self) -> str:
        return f"{self.body} {self.year}"
