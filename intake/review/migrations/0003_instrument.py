"""The words of a limit, with whom the next visit is, and how each flag was settled."""

import django.db.models.deletion
from django.db import migrations, models

import clinic.encryption
from clinic.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
        ("accounts", "0001_initial"),
        ("review", "0002_return"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="limit_note",
            field=clinic.encryption.SealedJSONField(null=True),
        ),
        migrations.AddField(
            model_name="nextvisit",
            name="practitioner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.practitioner",
            ),
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("accepted", "Accept with precaution"),
                            ("resolved", "Resolved with the patient"),
                            ("refuted", "Does not apply"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", clinic.encryption.SealedJSONField()),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="resolutions", to="review.decision"
                    ),
                ),
                (
                    "flag",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="resolutions",
                        to="review.flag",
                    ),
                ),
            ],
            options={
                "verbose_name": "settled flag",
                "verbose_name_plural": "settled flags",
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("decision"), models.F("flag"), name="one_resolution_a_flag_a_decision"
                    )
                ],
            },
        ),
        migrations.AddIndex("decision", models.Index(fields=["by", "-at"], name="decision_by_whom")),
        # The table of decisions may have been made anew with its column.
        *append_only("review_decision"),
        *append_only("review_resolution"),
    ]
