import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [("pages", "0001_initial"), ("pages", "0002_used_words"), ("pages", "0003_sent_elsewhere")]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
        ("record", "0001_squashed_0010_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="HandOver",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        ("made_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("used_at", models.DateTimeField(blank=True, null=True)),
                        ("opened_at", models.DateTimeField(blank=True, null=True)),
                        ("active_at", models.DateTimeField(blank=True, null=True)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("sent", "Sent"),
                                    ("given_back", "Returned, not sent"),
                                    ("rested", "Closed: no one used it for five minutes"),
                                    ("refused", "Closed: the birth date did not match"),
                                    ("lapsed", "The code was not used in time"),
                                    ("withdrawn", "Closed by the front desk"),
                                    ("elsewhere", "Sent from another device"),
                                    ("signed_in", "Closed: someone signed in on the tablet"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "intake",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hand_overs",
                                to="record.intake",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.patient"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tablet handed over",
                        "verbose_name_plural": "tablets handed over",
                        "ordering": ["-made_at", "-id"],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("patient"), condition=models.Q(("ended_at", None)), name="one_tablet_a_patient"
                            ),
                            models.UniqueConstraint(
                                models.F("digest"),
                                condition=models.Q(("digest", ""), _negated=True),
                                name="one_hand_over_a_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("ended_how", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_how", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="an_end_says_how",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
