"""Trials of candidate rules, and who signed for them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
from clinic.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0006_opinion"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RuleSignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20)),
                ("digest", models.CharField(max_length=64)),
                ("by_name", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "signature for rules",
                "verbose_name_plural": "signatures for rules",
                "ordering": ["at", "id"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(models.F("digest"), models.F("by"), name="one_signature_a_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="RuleTrial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20)),
                ("digest", models.CharField(max_length=64)),
                ("active_version", models.CharField(max_length=20)),
                ("forms", models.PositiveIntegerField()),
                ("failed", models.PositiveIntegerField()),
                ("is_whole", models.BooleanField()),
                ("result", clinic.encryption.SealedJSONField()),
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
            ],
            options={
                "verbose_name": "rule trial",
                "verbose_name_plural": "rule trials",
                "ordering": ["-at", "-id"],
                "default_permissions": (),
                "indexes": [models.Index(fields=["digest", "-at"], name="trial_of_candidate")],
            },
        ),
        *append_only("review_rulesignature"),
        *append_only("review_ruletrial"),
    ]
