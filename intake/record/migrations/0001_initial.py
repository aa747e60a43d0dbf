import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
import intake.record.fields
import intake.screening.tier


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Intake",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ref",
                    models.CharField(default=clinic.text.new_reference, editable=False, max_length=16, unique=True),
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
                ("full_name", models.CharField(blank=True, max_length=200, validators=[clinic.text.one_line])),
                ("date_of_birth", models.DateField(blank=True, null=True)),
                ("phone", models.CharField(blank=True, max_length=40, validators=[clinic.text.one_line])),
                ("email", models.CharField(blank=True, max_length=254, validators=[clinic.text.one_line])),
                ("interpreter", models.CharField(blank=True, max_length=10)),
                ("emergency_contact", models.CharField(blank=True, max_length=200, validators=[clinic.text.one_line])),
                ("guardian_name", models.CharField(blank=True, max_length=200, validators=[clinic.text.one_line])),
                ("guardian_phone", models.CharField(blank=True, max_length=40, validators=[clinic.text.one_line])),
                ("guardian_present", models.CharField(blank=True, max_length=10)),
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
            },
        ),
        migrations.CreateModel(
            name="FormIdentity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="identities", to="record.intake"
                    ),
                ),
            ],
            options={
                "verbose_name": "identity on a form",
                "verbose_name_plural": "identities on forms",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("revision", models.PositiveSmallIntegerField()),
                ("text_version", models.CharField(max_length=20)),
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
            },
        ),
        migrations.CreateModel(
            name="Answers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            },
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(fields=["user", "-started_at"], name="intake_of_user"),
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(
                condition=models.Q(("expired_at", None), ("submitted_at", None)),
                fields=["expires_at"],
                name="intake_due",
            ),
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(fields=["patient", "-accepted_at"], name="intake_of_patient"),
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(
                models.OrderBy(models.F("saved_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                name="intake_by_save",
            ),
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(
                models.OrderBy(models.F("saved_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("accepted_at", None), ("submitted_at__isnull", False)),
                name="intake_to_accept",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_at", None),
                    models.Q(("patient__isnull", False), ("submitted_at__isnull", False)),
                    _connector="OR",
                ),
                name="accepted_intake_is_sent_and_has_a_patient",
            ),
        ),
        migrations.AddIndex(
            model_name="formidentity",
            index=models.Index(fields=["mailbox"], name="form_by_mailbox"),
        ),
        migrations.AddIndex(
            model_name="formidentity",
            index=models.Index(fields=["date_of_birth", "folded_name"], name="form_by_person"),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.UniqueConstraint(models.F("intake"), models.F("revision"), name="one_consent_a_revision"),
        ),
        migrations.AddConstraint(
            model_name="answers",
            constraint=models.UniqueConstraint(models.F("intake"), models.F("revision"), name="one_row_a_revision"),
        ),
        migrations.AddConstraint(
            model_name="answers",
            constraint=models.UniqueConstraint(
                models.F("intake"), condition=models.Q(("frozen_at", None)), name="one_draft_a_sitting"
            ),
        ),
    ]
