import datetime

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
import intake.record.fields
from clinic.audit.triggers import append_only


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0001_initial"),
        ("accounts", "0001_initial"),
        ("record", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NextVisit",
            fields=[
                (
                    "patient",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="accounts.patient",
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "next visit",
                "verbose_name_plural": "next visits",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ref",
                    models.CharField(default=clinic.text.new_reference, editable=False, max_length=16, unique=True),
                ),
                ("raised_at", models.DateTimeField()),
                ("times", models.PositiveSmallIntegerField(default=1)),
                ("last_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                ("told", models.PositiveSmallIntegerField(default=0)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="record.intake"
                    ),
                ),
            ],
            options={
                "verbose_name": "emergency alert",
                "verbose_name_plural": "emergency alerts",
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="CallLog",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("reached", "Reached"),
                            ("advised", "Reached, advice given"),
                            ("voicemail", "Voicemail left"),
                            ("not_reached", "Not reached"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", clinic.encryption.SealedJSONField()),
                ("closes", models.BooleanField(default=False)),
                ("by_name", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "alert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="review.alert"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "call",
                "verbose_name_plural": "calls",
                "ordering": ["-at", "-id"],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ref",
                    models.CharField(default=clinic.text.new_reference, editable=False, max_length=16, unique=True),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("waiting", "Waiting for the patient"),
                            ("delayed", "Delayed"),
                            ("closed", "Closed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("tier", intake.record.fields.TierField()),
                ("opened_at", models.DateTimeField()),
                ("waiting_since", models.DateTimeField()),
                (
                    "visit_at",
                    models.DateTimeField(default=datetime.datetime(3000, 1, 1, 0, 0, tzinfo=datetime.UTC)),
                ),
                ("delayed_until", models.DateField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("claimed_until", models.DateTimeField(blank=True, null=True)),
                (
                    "claimed_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="record.intake"
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="accounts.patient",
                    ),
                ),
            ],
            options={
                "verbose_name": "case",
                "verbose_name_plural": "cases",
                "permissions": [("decide_case", "Can decide a case and log calls")],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddField(
            model_name="alert",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="review.case"
            ),
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("clear", "Clear"),
                            ("limits", "Clear with limits"),
                            ("more", "More information"),
                            ("delay", "Delay until a date"),
                            ("refer", "Refer or do not needle"),
                        ],
                        max_length=10,
                    ),
                ),
                ("limits", models.JSONField(blank=True, default=list)),
                ("until", models.DateField(blank=True, null=True)),
                ("words", clinic.encryption.SealedJSONField()),
                (
                    "by_name",
                    models.CharField(max_length=200, validators=[django.core.validators.MinLengthValidator(1)]),
                ),
                ("at", models.DateTimeField()),
                (
                    "answers",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="record.answers"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="review.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["-at", "-id"],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Flag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40)),
                ("tier", intake.record.fields.TierField()),
                ("position", models.PositiveSmallIntegerField()),
                ("ruleset", models.CharField(max_length=20)),
                ("contact", models.CharField(max_length=20)),
                ("finding", clinic.encryption.SealedJSONField()),
                ("raised_at", models.DateTimeField()),
                ("provisional", models.BooleanField(default=False)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answers",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="flags", to="record.answers"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="flags", to="review.case"
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settled",
                        to="review.decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "flag",
                "verbose_name_plural": "flags",
                "ordering": ["-tier", "position"],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                models.F("state"),
                models.OrderBy(models.F("tier"), descending=True),
                models.F("visit_at"),
                models.F("waiting_since"),
                models.F("id"),
                name="case_queue",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                models.F("state"),
                models.OrderBy(models.F("closed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                name="case_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                models.F("patient"),
                condition=models.Q(models.Q(("state", "closed"), _negated=True), ("patient__isnull", False)),
                name="one_open_case_a_patient",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                models.F("intake"),
                condition=models.Q(("state", "closed"), _negated=True),
                name="one_open_case_a_sitting",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", False), ("state", "closed")),
                    models.Q(models.Q(("state", "closed"), _negated=True), ("closed_at", None)),
                    _connector="OR",
                ),
                name="closed_case_has_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("delayed_until__isnull", False), ("state", "delayed")),
                    models.Q(models.Q(("state", "delayed"), _negated=True), ("delayed_until", None)),
                    _connector="OR",
                ),
                name="delayed_case_has_a_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.UniqueConstraint(
                models.F("intake"), condition=models.Q(("closed_at", None)), name="one_open_alert_a_sitting"
            ),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed_at", None), ("closed_by__isnull", False), _connector="OR"),
                name="only_a_person_closes_an_alert",
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(condition=models.Q(("outcome", "refer")), fields=["case"], name="decision_refer"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["until"], name="decision_ends"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["delay", "limits"]), _negated=True),
                    ("until__isnull", False),
                    _connector="OR",
                ),
                name="delay_and_limits_have_a_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.UniqueConstraint(
                models.F("answers"), models.F("code"), name="one_flag_a_rule_a_revision"
            ),
        ),
        *append_only("review_decision"),
        *append_only("review_calllog"),
    ]
