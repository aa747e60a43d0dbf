import datetime

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
import intake.record.fields
from clinic.audit.triggers import append_only
from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("review", "0001_initial"),
        ("review", "0002_return"),
        ("review", "0003_instrument"),
        ("review", "0004_reply"),
        ("review", "0005_doctor_letter"),
        ("review", "0006_opinion"),
        ("review", "0007_rule_trial"),
        ("review", "0008_no_needles"),
        ("review", "0009_alert_told"),
        ("review", "0010_chart"),
        ("review", "0011_need_to_know"),
        ("review", "0012_decisions"),
        ("review", "0013_alarmed_cases"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
        ("record", "0001_squashed_0010_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Case",
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
                        ("is_alarmed", models.BooleanField(db_default=False, default=False)),
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
                        "indexes": [
                            models.Index(
                                models.F("state"),
                                models.OrderBy(models.F("tier"), descending=True),
                                models.OrderBy(models.F("is_alarmed"), descending=True),
                                models.F("visit_at"),
                                models.F("waiting_since"),
                                models.F("id"),
                                name="case_queue",
                            ),
                            models.Index(
                                models.F("state"),
                                models.OrderBy(models.F("closed_at"), descending=True),
                                models.OrderBy(models.F("id"), descending=True),
                                name="case_closed",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("patient"),
                                condition=models.Q(
                                    models.Q(("state", "closed"), _negated=True), ("patient__isnull", False)
                                ),
                                name="one_open_case_a_patient",
                            ),
                            models.UniqueConstraint(
                                models.F("intake"),
                                condition=models.Q(("state", "closed"), _negated=True),
                                name="one_open_case_a_sitting",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", False), ("state", "closed")),
                                    models.Q(models.Q(("state", "closed"), _negated=True), ("closed_at", None)),
                                    _connector="OR",
                                ),
                                name="closed_case_has_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("delayed_until__isnull", False), ("state", "delayed")),
                                    models.Q(models.Q(("state", "delayed"), _negated=True), ("delayed_until", None)),
                                    _connector="OR",
                                ),
                                name="delayed_case_has_a_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Alert",
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
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="review.case"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "emergency alert",
                        "verbose_name_plural": "emergency alerts",
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("intake"),
                                condition=models.Q(("closed_at", None)),
                                name="one_open_alert_a_sitting",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("closed_at", None), ("closed_by__isnull", False), _connector="OR"),
                                name="only_a_person_closes_an_alert",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AlertTold",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("deed", models.CharField(max_length=150)),
                        (
                            "alert",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tellings", to="review.alert"
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "alert sent",
                        "verbose_name_plural": "alerts sent",
                        "ordering": ["at", "id"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="CallLog",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    name="CheckIn",
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
                        ("visit_ref", models.CharField(max_length=16, unique=True)),
                        ("needled_at", models.DateTimeField()),
                        ("areas", clinic.encryption.SealedJSONField(blank=True, null=True)),
                        ("is_first", models.BooleanField(default=False)),
                        ("was_held", models.BooleanField(default=False)),
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                        ("reminded_at", models.DateTimeField(blank=True, null=True)),
                        ("called_for_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("answered", "Answered"),
                                    ("called", "Spoken to on the phone"),
                                    ("not_wanted", "No check-ins wanted"),
                                    ("in_error", "Visit entered in error"),
                                    ("no_needles", "No needles were used"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "intake",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="record.intake",
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="check_ins",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "check-in",
                        "verbose_name_plural": "check-ins",
                        "ordering": ["-needled_at", "-id"],
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["patient", "-needled_at"], name="check_in_of_patient"),
                            models.Index(
                                condition=models.Q(("ended_at", None)), fields=["needled_at"], name="check_in_due"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("ended_how", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_how", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="ended_check_in_says_how",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        ("limit_note", clinic.encryption.SealedJSONField(null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        ("keeps", models.BooleanField(blank=True, editable=False, null=True)),
                        ("words", clinic.encryption.SealedJSONField()),
                        (
                            "by_name",
                            models.CharField(max_length=200, validators=[django.core.validators.MinLengthValidator(1)]),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "answers",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="record.answers",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "indexes": [
                            models.Index(
                                condition=models.Q(("outcome", "refer")), fields=["case"], name="decision_refer"
                            ),
                            models.Index(fields=["until"], name="decision_ends"),
                            models.Index(fields=["by", "-at"], name="decision_by_whom"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome__in", ["delay", "limits"]), _negated=True),
                                    ("until__isnull", False),
                                    _connector="OR",
                                ),
                                name="delay_and_limits_have_a_date",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DoctorLetter",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="doctor_letters",
                                to="review.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "letter to a doctor",
                        "verbose_name_plural": "letters to doctors",
                        "ordering": ["-at", "-id"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Flag",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("answers"), models.F("code"), name="one_flag_a_rule_a_revision"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUpTask",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("emergency", "Call now"),
                                    ("urgent", "Call within 2 working hours"),
                                    ("call_today", "Call today"),
                                    ("next_day", "Call by the next working day"),
                                    ("no_answer", "No answer to the check-in: call"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("raised_at", models.DateTimeField()),
                        ("due_at", models.DateTimeField()),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("tried_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "closed_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("spoken", "Spoke with the patient"),
                                    ("done", "Dealt with another way"),
                                    ("handed_on", "Handed to a practitioner"),
                                    ("answered", "The patient answered"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "closed_by_name",
                            models.CharField(
                                blank=True, max_length=200, validators=[django.core.validators.MinLengthValidator(1)]
                            ),
                        ),
                        ("words", clinic.encryption.SealedJSONField(blank=True, null=True)),
                        (
                            "check_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="review.checkin"
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="record.intake",
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="accounts.patient"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "task",
                        "verbose_name_plural": "tasks",
                        "default_permissions": (),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_at", None)), fields=["due_at", "id"], name="task_due"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("check_in"),
                                models.F("kind"),
                                condition=models.Q(("closed_at", None)),
                                name="one_open_task_a_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at", None), ("closed_how", "")),
                                    models.Q(
                                        ("closed_at__isnull", False), ("closed_how", "answered"), ("kind", "no_answer")
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        models.Q(("closed_how", ""), _negated=True),
                                        models.Q(("closed_by_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_person_closes_a_task",
                            ),
                        ],
                    },
                ),
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
                        (
                            "practitioner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.practitioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "next visit",
                        "verbose_name_plural": "next visits",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="NoCheckIns",
                    fields=[
                        (
                            "patient",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="no_check_ins",
                                serialize=False,
                                to="accounts.patient",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("opted_out", "Does not want check-ins"),
                                    ("discharged", "No longer treated here"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("since", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "person without check-ins",
                        "verbose_name_plural": "people without check-ins",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Opinion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="opinions", to="review.case"
                            ),
                        ),
                        (
                            "to",
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
                        "verbose_name": "second opinion",
                        "verbose_name_plural": "second opinions",
                        "ordering": ["at", "id"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="ReadingReason",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("cover", "I cover for a colleague"),
                                    ("opinion", "I was asked for a second opinion"),
                                    ("alert", "An emergency or an alert"),
                                    ("quality", "A quality review"),
                                    ("other", "Another reason"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", clinic.encryption.SealedJSONField(null=True)),
                        ("at", models.DateTimeField()),
                        ("until", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="review.case",
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reason to read",
                        "verbose_name_plural": "reasons to read",
                        "default_permissions": (),
                        "indexes": [models.Index(fields=["by", "-until"], name="reading_reason_in_force")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("case", None), ("patient__isnull", False)),
                                    models.Q(("case__isnull", False), ("patient", None)),
                                    _connector="OR",
                                ),
                                name="reading_reason_is_about_one",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reply",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("words", clinic.encryption.SealedJSONField()),
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
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="review.decision",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "patient's answer",
                        "verbose_name_plural": "patients' answers",
                        "ordering": ["at", "id"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Resolution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="review.decision",
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
                migrations.CreateModel(
                    name="RuleSignature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.CharField(max_length=20)),
                        ("digest", models.CharField(max_length=64)),
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
            ]
        ),
        *append_only("review_decision"),
        *append_only("review_calllog"),
        *append_only("review_resolution"),
        *append_only("review_doctorletter"),
        *append_only("review_opinion"),
        *append_only("review_reply"),
        *append_only("review_rulesignature"),
        *append_only("review_ruletrial"),
    ]
