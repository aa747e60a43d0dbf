import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
from clinic.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("audit", "0001_initial"),
        ("record", "0005_refold"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsentChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_given", models.BooleanField()),
                ("words", clinic.encryption.SealedJSONField()),
                ("by_name", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            name="OutcomeChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_asked", models.BooleanField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
        *append_only("record_consentchange"),
    ]
