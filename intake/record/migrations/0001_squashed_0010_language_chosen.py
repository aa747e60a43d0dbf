import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
import intake.record.fields
import intake.screening.tier
from clinic.audit.triggers import append_only
from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("record", "0001_initial"),
        ("record", "0002_return"),
        ("record", "0003_forms_by_name"),
        ("record", "0004_names"),
        ("record", "0005_refold"),
        ("record", "0006_treatment"),
        ("record", "0007_language"),
        ("record", "0008_doors"),
        ("record", "0009_chart"),
        ("record", "0010_language_chosen"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="ConsentChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_given", models.BooleanField()),
                        ("words", clinic.encryption.SealedJSONField()),
                        ("by_name", models.CharField(max_length=200)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consent_changes",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of consent",
                        "verbose_name_plural": "changes of consent",
                        "ordering": ["-at", "-id"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Intake",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "ref",
                            models.CharField(
                                default=clinic.text.new_reference, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                default=clinic.text.new_short_reference,
                                editable=False,
                                max_length=9,
                                unique=True,
                                verbose_name="reference",
                            ),
                        ),
                        ("questionnaire", models.CharField(default="new_patient", max_length=20)),
                        ("version", models.CharField(max_length=20)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("online", "Online"),
                                    ("phone", "By phone"),
                                    ("paper", "On paper"),
                                    ("tablet", "On a tablet"),
                                ],
                                default="online",
                                max_length=10,
                            ),
                        ),
                        ("language", models.CharField(db_default="en", default="en", editable=False, max_length=10)),
                        ("language_chosen_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("visit_ref", models.CharField(blank=True, editable=False, max_length=16)),
                        ("full_name", models.CharField(blank=True, max_length=200, validators=[clinic.text.one_line])),
                        ("date_of_birth", models.DateField(blank=True, null=True)),
                        ("phone", models.CharField(blank=True, max_length=40, validators=[clinic.text.one_line])),
                        ("email", models.CharField(blank=True, max_length=254, validators=[clinic.text.one_line])),
                        ("interpreter", models.CharField(blank=True, max_length=10)),
                        (
                            "emergency_contact",
                            models.CharField(blank=True, max_length=200, validators=[clinic.text.one_line]),
                        ),
                        (
                            "guardian_name",
                            models.CharField(blank=True, max_length=200, validators=[clinic.text.one_line]),
                        ),
                        (
                            "guardian_phone",
                            models.CharField(blank=True, max_length=40, validators=[clinic.text.one_line]),
                        ),
                        ("guardian_present", models.CharField(blank=True, max_length=10)),
                        (
                            "name_start",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.functions.text.Left(
                                    django.db.models.functions.text.Lower("full_name"), 3
                                ),
                                output_field=models.CharField(max_length=3),
                            ),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, db_default="", default="", editable=False, max_length=16),
                        ),
                        ("started_at", models.DateTimeField()),
                        ("saved_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("email_confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("expired_at", models.DateTimeField(blank=True, null=True)),
                        ("tier", intake.record.fields.TierField(default=intake.screening.tier.Tier["CLEAR"])),
                        ("engine_failed", models.BooleanField(default=False)),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entered_intakes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meant_for",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.patient",
                            ),
                        ),
                        (
                            "over",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="later_forms",
                                to="record.intake",
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="intakes",
                                to="accounts.patient",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="intakes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "intake",
                        "verbose_name_plural": "intakes",
                        "ordering": ["-started_at"],
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["user", "-started_at"], name="intake_of_user"),
                            models.Index(
                                condition=models.Q(("expired_at", None), ("submitted_at", None)),
                                fields=["expires_at"],
                                name="intake_due",
                            ),
                            models.Index(fields=["patient", "-accepted_at"], name="intake_of_patient"),
                            models.Index(
                                models.OrderBy(models.F("saved_at"), descending=True),
                                models.OrderBy(models.F("id"), descending=True),
                                name="intake_by_save",
                            ),
                            models.Index(fields=["name_start"], name="intake_by_name"),
                            models.Index(
                                models.OrderBy(models.F("saved_at"), descending=True),
                                models.OrderBy(models.F("id"), descending=True),
                                condition=models.Q(("accepted_at", None), ("submitted_at__isnull", False)),
                                name="intake_to_accept",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted_at", None),
                                    models.Q(("patient__isnull", False), ("submitted_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="accepted_intake_is_sent_and_has_a_patient",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("over", None), ("questionnaire", "new_patient")),
                                    models.Q(
                                        models.Q(("questionnaire", "new_patient"), _negated=True),
                                        ("over__isnull", False),
                                        ("patient__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="later_form_knows_its_patient",
                            ),
                            models.UniqueConstraint(
                                models.F("patient"),
                                models.F("questionnaire"),
                                models.F("visit_ref"),
                                condition=models.Q(
                                    ("expired_at", None), ("over__isnull", False), ("submitted_at", None)
                                ),
                                name="one_open_later_form_a_visit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormIdentity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("mailbox", models.CharField(blank=True, max_length=254)),
                        ("folded_name", models.CharField(blank=True, max_length=400)),
                        ("date_of_birth", models.DateField(blank=True, null=True)),
                        ("said_at", models.DateTimeField()),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "intake",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="identities",
                                to="record.intake",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "identity on a form",
                        "verbose_name_plural": "identities on forms",
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["mailbox"], name="form_by_mailbox"),
                            models.Index(fields=["date_of_birth", "folded_name"], name="form_by_person"),
                            models.Index(fields=["folded_name"], name="form_by_name"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("revision", models.PositiveSmallIntegerField()),
                        ("text_version", models.CharField(max_length=20)),
                        ("language", models.CharField(db_default="en", default="en", max_length=10)),
                        ("text_hash", models.CharField(max_length=64)),
                        ("signed_name", models.CharField(max_length=200)),
                        ("guardian_name", models.CharField(blank=True, max_length=200)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "intake",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="record.intake"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consent",
                        "verbose_name_plural": "consents",
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("intake"),
                                models.F("revision"),
                                models.F("text_version"),
                                name="one_consent_a_revision_and_text",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answers",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("revision", models.PositiveSmallIntegerField(default=1)),
                        ("document", clinic.encryption.SealedJSONField()),
                        ("saved_at", models.DateTimeField()),
                        ("frozen_at", models.DateTimeField(blank=True, null=True)),
                        ("opened_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "intake",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="record.intake"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answers",
                        "verbose_name_plural": "answers",
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("intake"), models.F("revision"), name="one_row_a_revision"
                            ),
                            models.UniqueConstraint(
                                models.F("intake"), condition=models.Q(("frozen_at", None)), name="one_draft_a_sitting"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OutcomeChoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_asked", models.BooleanField()),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outcome_choices",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "choice about questions over time",
                        "verbose_name_plural": "choices about questions over time",
                        "ordering": ["-at", "-id"],
                        "default_permissions": (),
                    },
                ),
            ]
        ),
        *append_only("record_consentchange"),
    ]
