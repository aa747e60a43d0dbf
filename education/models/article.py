"""The working copy of an article, and the addresses it had before."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.languages import SOURCE
from clinic.text import new_reference, one_line
from education.querysets import ArticleQuerySet

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_SLUG = 80
slug_shape = RegexValidator(
    rf"^{SLUG}\Z", _("Use lowercase letters, digits and single hyphens, for example your-first-visit.")
)


class Article(models.Model):
    """What an editor is writing. Nothing public is read from here: patients read `published`, an edition."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("In clinical review")
        APPROVED = "approved", _("Approved, not published yet")
        PUBLISHED = "published", _("Published")
        ARCHIVED = "archived", _("Archived")

    ref = models.CharField(primary_key=True, max_length=16, default=new_reference, editable=False)
    # The first address: it names the article in files and in other articles, and stays when the address changes.
    key = models.SlugField(max_length=LONGEST_SLUG, unique=True, editable=False, validators=[slug_shape])
    slug = models.SlugField(
        _("address"),
        max_length=LONGEST_SLUG,
        unique=True,
        validators=[slug_shape],
        help_text=_("The last part of the article's address. Use lowercase letters, digits and hyphens."),
    )
    language = models.CharField(_("language"), max_length=12, default=SOURCE.code, db_default=SOURCE.code)
    # The article whose edition in another language this is; none: it was written in its own language.
    translation_of = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("translation of"),
        null=True,
        blank=True,
        related_name="translations",
    )
    # The digest of the words of the original that this one says: when patients read other words there, it is behind.
    translated_from = models.CharField(max_length=64, blank=True, db_default="", editable=False)
    title = models.CharField(_("title"), max_length=80, validators=[one_line])
    summary = models.CharField(
        _("summary"),
        max_length=200,
        validators=[one_line],
        help_text=_("One or two plain sentences. Lists, search engines and shared links show them."),
    )
    position = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("Lower numbers come first in lists.")
    )
    topics = models.JSONField(_("topics"), default=list, blank=True)
    rule_codes = models.JSONField(_("show to patients with (rule codes)"), default=list, blank=True)
    takeaways = models.JSONField(_("key takeaways"), default=list, blank=True)
    related = models.ManyToManyField("self", verbose_name=_("related articles"), symmetrical=False, blank=True)

    state = models.CharField(_("status"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    # None: it came with the house.
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(_("changed"), editable=False)
    approved = models.ForeignKey(
        "education.Edition", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    published = models.OneToOneField(
        "education.Edition", models.PROTECT, null=True, blank=True, editable=False, related_name="published_as"
    )
    publish_at = models.DateTimeField(_("scheduled for"), null=True, blank=True, editable=False)
    last_reviewed = models.DateField(_("last reviewed"), null=True, blank=True, editable=False)
    next_review_due = models.DateField(_("next review due"), null=True, blank=True, editable=False)
    # What the shipped file said when it was loaded: a working copy that says something else is the clinic's own.
    from_file_hash = models.CharField(max_length=64, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        default_permissions = ("add", "change", "view")
        permissions = [("approve_article", _("Can approve an article or request changes"))]
        ordering = ["position", "title"]
        indexes = [
            models.Index(fields=["publish_at"], name="article_scheduled", condition=Q(publish_at__isnull=False)),
            models.Index(fields=["next_review_due"], name="article_review_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published__isnull=False), name="published_article_has_an_edition"
            ),
            models.CheckConstraint(
                condition=~Q(state="archived") | Q(published=None), name="archived_article_is_not_public"
            ),
            models.CheckConstraint(
                condition=Q(publish_at=None) | Q(state="approved"), name="only_approved_articles_are_scheduled"
            ),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved__isnull=False), name="approved_article_has_an_edition"
            ),
            models.CheckConstraint(
                condition=Q(translation_of=None) | ~Q(language=SOURCE.code), name="translation_is_in_another_language"
            ),
            models.UniqueConstraint(fields=["translation_of", "language"], name="one_translation_a_language"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        """Whether patients can read an edition of it now."""
        return self.published_id is not None


class Redirect(models.Model):
    """An address an article had: whoever knows it is sent on."""

    old_slug = models.SlugField(max_length=LONGEST_SLUG, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="redirects")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        default_permissions = ()
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.old_slug
