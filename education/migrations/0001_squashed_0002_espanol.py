import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.text
from clinic.audit.triggers import append_only
from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [("education", "0001_initial"), ("education", "0002_espanol")]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Reference",
                    fields=[
                        (
                            "key",
                            models.CharField(
                                help_text="For example: haake-2007.",
                                max_length=60,
                                primary_key=True,
                                serialize=False,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                        "Use lowercase letters, digits and single hyphens, for example haake-2007.",
                                    )
                                ],
                                verbose_name="key",
                            ),
                        ),
                        (
                            "authors",
                            models.CharField(max_length=300, validators=[clinic.text.one_line], verbose_name="authors"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=300, validators=[clinic.text.one_line], verbose_name="title"),
                        ),
                        (
                            "journal",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[clinic.text.one_line],
                                verbose_name="journal or publisher",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "doi",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                validators=[
                                    django.core.validators.RegexValidator("^10\\.\\d{4,9}/[^\\s<>\\\"'\\\\]+\\Z")
                                ],
                                verbose_name="DOI",
                            ),
                        ),
                        (
                            "pmid",
                            models.CharField(
                                blank=True,
                                max_length=10,
                                validators=[django.core.validators.RegexValidator("^[1-9]\\d*\\Z")],
                                verbose_name="PMID",
                            ),
                        ),
                        (
                            "url",
                            models.CharField(
                                blank=True,
                                help_text="Only if there is no DOI or PMID.",
                                max_length=300,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^https://[^\\s<>\\\"'\\\\]+\\Z", "Enter an address that starts with https://."
                                    )
                                ],
                                verbose_name="address",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, validators=[clinic.text.one_line], verbose_name="note"
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        ("from_file_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "changed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reference",
                        "verbose_name_plural": "references",
                        "ordering": ["key"],
                        "default_permissions": ("add", "change", "view"),
                    },
                ),
                migrations.CreateModel(
                    name="Article",
                    fields=[
                        (
                            "ref",
                            models.CharField(
                                default=clinic.text.new_reference,
                                editable=False,
                                max_length=16,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                editable=False,
                                max_length=80,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                        "Use lowercase letters, digits and single hyphens, for example your-first-visit.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="The last part of the article's address. Use lowercase letters, digits and hyphens.",
                                max_length=80,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                        "Use lowercase letters, digits and single hyphens, for example your-first-visit.",
                                    )
                                ],
                                verbose_name="address",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(db_default="en", default="en", max_length=12, verbose_name="language"),
                        ),
                        ("translated_from", models.CharField(blank=True, db_default="", editable=False, max_length=64)),
                        (
                            "title",
                            models.CharField(max_length=80, validators=[clinic.text.one_line], verbose_name="title"),
                        ),
                        (
                            "summary",
                            models.CharField(
                                help_text="One or two plain sentences. Lists, search engines and shared links show them.",
                                max_length=200,
                                validators=[clinic.text.one_line],
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, help_text="Lower numbers come first in lists.", verbose_name="order"
                            ),
                        ),
                        ("topics", models.JSONField(blank=True, default=list, verbose_name="topics")),
                        (
                            "rule_codes",
                            models.JSONField(
                                blank=True, default=list, verbose_name="show to patients with (rule codes)"
                            ),
                        ),
                        ("takeaways", models.JSONField(blank=True, default=list, verbose_name="key takeaways")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("review", "In clinical review"),
                                    ("approved", "Approved, not published yet"),
                                    ("published", "Published"),
                                    ("archived", "Archived"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False, verbose_name="changed")),
                        (
                            "publish_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="scheduled for"),
                        ),
                        (
                            "last_reviewed",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="last reviewed"),
                        ),
                        (
                            "next_review_due",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="next review due"),
                        ),
                        ("from_file_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "author",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "related",
                            models.ManyToManyField(blank=True, to="education.article", verbose_name="related articles"),
                        ),
                        (
                            "translation_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="translations",
                                to="education.article",
                                verbose_name="translation of",
                            ),
                        ),
                        (
                            "approved",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="education.edition",
                            ),
                        ),
                        (
                            "published",
                            models.OneToOneField(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="published_as",
                                to="education.edition",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "article",
                        "verbose_name_plural": "articles",
                        "ordering": ["position", "title"],
                        "permissions": [("approve_article", "Can approve an article or request changes")],
                        "default_permissions": ("add", "change", "view"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="article_scheduled",
                            ),
                            models.Index(fields=["next_review_due"], name="article_review_due"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "published"), _negated=True),
                                    ("published__isnull", False),
                                    _connector="OR",
                                ),
                                name="published_article_has_an_edition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "archived"), _negated=True), ("published", None), _connector="OR"
                                ),
                                name="archived_article_is_not_public",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("publish_at", None), ("state", "approved"), _connector="OR"),
                                name="only_approved_articles_are_scheduled",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "approved"), _negated=True),
                                    ("approved__isnull", False),
                                    _connector="OR",
                                ),
                                name="approved_article_has_an_edition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("translation_of", None),
                                    models.Q(("language", "en"), _negated=True),
                                    _connector="OR",
                                ),
                                name="translation_is_in_another_language",
                            ),
                            models.UniqueConstraint(
                                fields=("translation_of", "language"), name="one_translation_a_language"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArticleQuestion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=100, verbose_name="order")),
                        (
                            "question",
                            models.CharField(
                                max_length=200, validators=[clinic.text.one_line], verbose_name="question"
                            ),
                        ),
                        ("answer", models.TextField(max_length=4000, verbose_name="answer")),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="education.article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question",
                        "verbose_name_plural": "questions",
                        "ordering": ["position", "id"],
                        "abstract": False,
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Edition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="number")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("saved", "Saved"),
                                    ("sent", "Sent for review"),
                                    ("returned", "Changes requested"),
                                    ("approved", "Approved"),
                                    ("published", "Published"),
                                ],
                                max_length=10,
                                verbose_name="what happened",
                            ),
                        ),
                        ("document", models.JSONField()),
                        ("digest", models.CharField(max_length=64)),
                        ("at", models.DateTimeField(verbose_name="when")),
                        ("reason", models.TextField(blank=True, max_length=2000, verbose_name="reason")),
                        ("title", models.CharField(max_length=80)),
                        ("summary", models.CharField(blank=True, max_length=200)),
                        ("position", models.PositiveSmallIntegerField(default=100)),
                        ("topics", models.JSONField(default=list)),
                        ("rule_codes", models.JSONField(default=list)),
                        ("minutes", models.PositiveSmallIntegerField(default=0)),
                        ("last_reviewed", models.DateField(null=True)),
                        ("next_review_due", models.DateField(null=True)),
                        ("rendered", models.JSONField(default=dict)),
                        ("plain", models.TextField(blank=True)),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="editions",
                                to="education.article",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reviewer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "edition",
                        "verbose_name_plural": "editions",
                        "ordering": ["article", "-number"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("article"), models.F("number"), name="edition_number_is_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guideline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=100, verbose_name="order")),
                        (
                            "body",
                            models.CharField(
                                max_length=160, validators=[clinic.text.one_line], verbose_name="organization"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "says",
                            models.CharField(
                                max_length=500, validators=[clinic.text.one_line], verbose_name="what it says"
                            ),
                        ),
                        (
                            "stance",
                            models.CharField(
                                choices=[
                                    ("for", "Recommends it"),
                                    ("mixed", "Depends"),
                                    ("against", "Does not recommend it"),
                                ],
                                max_length=10,
                                verbose_name="recommendation",
                            ),
                        ),
                        ("references", models.JSONField(blank=True, default=list, verbose_name="references")),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="guidelines",
                                to="education.article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "guideline",
                        "verbose_name_plural": "guidelines",
                        "ordering": ["position", "id"],
                        "abstract": False,
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Redirect",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("old_slug", models.SlugField(max_length=80, unique=True)),
                        ("at", models.DateTimeField()),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="redirects",
                                to="education.article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "old address",
                        "verbose_name_plural": "old addresses",
                        "ordering": ["-at", "-id"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Section",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=100, verbose_name="order")),
                        (
                            "heading",
                            models.CharField(max_length=120, validators=[clinic.text.one_line], verbose_name="heading"),
                        ),
                        ("body", models.TextField(max_length=20000, verbose_name="text")),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="education.article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "section",
                        "verbose_name_plural": "sections",
                        "ordering": ["position", "id"],
                        "abstract": False,
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SideEffect",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=100, verbose_name="order")),
                        (
                            "effect",
                            models.CharField(max_length=120, validators=[clinic.text.one_line], verbose_name="effect"),
                        ),
                        (
                            "how_often",
                            models.CharField(
                                max_length=200, validators=[clinic.text.one_line], verbose_name="how often"
                            ),
                        ),
                        ("count", models.FloatField(default=0, verbose_name="count")),
                        ("out_of", models.PositiveIntegerField(default=0, verbose_name="out of")),
                        (
                            "unit",
                            models.CharField(
                                choices=[("patients", "patients"), ("treatments", "treatments")],
                                default="patients",
                                max_length=10,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "what_to_do",
                            models.CharField(
                                max_length=500, validators=[clinic.text.one_line], verbose_name="what to do"
                            ),
                        ),
                        ("references", models.JSONField(blank=True, default=list, verbose_name="references")),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="side_effects",
                                to="education.article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "side effect",
                        "verbose_name_plural": "side effects",
                        "ordering": ["position", "id"],
                        "abstract": False,
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("count__gte", 0)), name="side_effect_count_is_not_negative"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Claim",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=100, verbose_name="order")),
                        (
                            "name",
                            models.CharField(
                                max_length=60,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                        "Use lowercase letters, digits and single hyphens, for example haake-2007.",
                                    )
                                ],
                                verbose_name="name",
                            ),
                        ),
                        (
                            "statement",
                            models.CharField(
                                max_length=500, validators=[clinic.text.one_line], verbose_name="statement"
                            ),
                        ),
                        (
                            "certainty",
                            models.CharField(
                                choices=[
                                    ("high", "High certainty"),
                                    ("moderate", "Moderate certainty"),
                                    ("low", "Low certainty"),
                                    ("very-low", "Very low certainty"),
                                ],
                                max_length=10,
                                verbose_name="certainty",
                            ),
                        ),
                        (
                            "compared_with",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                validators=[clinic.text.one_line],
                                verbose_name="compared with",
                            ),
                        ),
                        (
                            "figures",
                            models.CharField(
                                blank=True, max_length=500, validators=[clinic.text.one_line], verbose_name="figures"
                            ),
                        ),
                        ("references", models.JSONField(blank=True, default=list, verbose_name="references")),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="claims",
                                to="education.article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "claim",
                        "verbose_name_plural": "claims",
                        "ordering": ["position", "id"],
                        "abstract": False,
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("article"), models.F("name"), name="claim_name_is_unique_in_its_article"
                            )
                        ],
                    },
                ),
            ]
        ),
        *append_only("education_edition"),
    ]
