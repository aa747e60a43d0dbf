import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("outbox", "0001_initial"),
        ("outbox", "0002_channels"),
        ("outbox", "0003_language"),
        ("outbox", "0004_ops"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="ContactPoint",
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
                        ("address", models.CharField(max_length=254, unique=True, verbose_name="address")),
                        ("stopped_at", models.DateTimeField(blank=True, null=True, verbose_name="texts stopped")),
                        (
                            "unreachable_since",
                            models.DateTimeField(blank=True, null=True, verbose_name="not reachable since"),
                        ),
                    ],
                    options={
                        "verbose_name": "address",
                        "verbose_name_plural": "addresses",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="JobRun",
                    fields=[
                        (
                            "name",
                            models.CharField(max_length=120, primary_key=True, serialize=False, verbose_name="task"),
                        ),
                        ("due", models.DateTimeField(verbose_name="due")),
                        ("claimed_until", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("last_run", models.DateTimeField(blank=True, null=True, verbose_name="last run")),
                        ("ok", models.BooleanField(blank=True, null=True, verbose_name="OK")),
                    ],
                    options={
                        "verbose_name": "background task",
                        "verbose_name_plural": "background tasks",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="InboundText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("provider_ref", models.CharField(max_length=64, unique=True)),
                        ("number", models.CharField(max_length=20)),
                        ("keyword", models.CharField(blank=True, max_length=5)),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "default_permissions": (),
                        "indexes": [models.Index(fields=["number", "at"], name="inbound_text_by_number")],
                    },
                ),
                migrations.CreateModel(
                    name="WorkerState",
                    fields=[
                        ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ("at", models.DateTimeField()),
                        ("believed_at", models.DateTimeField(null=True)),
                        (
                            "doubt",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ahead", "It is hours later than when the clinic last wrote something."),
                                    ("behind", "It is earlier than when the clinic last wrote something."),
                                    ("database", "The database's clock says something else."),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="worker_state_is_one_row")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
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
                                default=clinic.text.new_reference,
                                editable=False,
                                max_length=16,
                                unique=True,
                                verbose_name="reference",
                            ),
                        ),
                        ("kind", models.CharField(max_length=60, verbose_name="type")),
                        ("key", models.CharField(max_length=150, unique=True, verbose_name="key")),
                        (
                            "channel",
                            models.CharField(
                                choices=[("email", "Email"), ("text", "Text message"), ("call", "Phone call")],
                                db_default="email",
                                default="email",
                                max_length=5,
                                verbose_name="channel",
                            ),
                        ),
                        (
                            "to",
                            models.CharField(
                                blank=True, max_length=254, validators=[clinic.text.one_line], verbose_name="to"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                editable=False,
                                max_length=10,
                                verbose_name="language",
                            ),
                        ),
                        ("urgent", models.BooleanField(db_default=False, default=False, verbose_name="at any hour")),
                        (
                            "urgency",
                            models.PositiveSmallIntegerField(
                                choices=[(0, "alert"), (1, "code"), (2, "confirmation"), (3, "reminder")],
                                db_default=2,
                                default=2,
                                editable=False,
                                verbose_name="urgency",
                            ),
                        ),
                        ("about", models.CharField(blank=True, db_index=True, max_length=120, verbose_name="about")),
                        ("written_at", models.DateTimeField(verbose_name="created")),
                        ("due", models.DateTimeField(verbose_name="due")),
                        ("expires", models.DateTimeField(blank=True, null=True, verbose_name="send by")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("due", "waiting"),
                                    ("sent", "sent"),
                                    ("skipped", "no longer needed"),
                                    ("expired", "too late to send"),
                                    ("dead", "failed"),
                                ],
                                default="due",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                        ("claimed_until", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("claim", models.CharField(blank=True, editable=False, max_length=16)),
                        ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
                        ("trouble", models.CharField(blank=True, max_length=120, verbose_name="last error")),
                        (
                            "provider_ref",
                            models.CharField(blank=True, db_default="", default="", editable=False, max_length=64),
                        ),
                        ("delivered_at", models.DateTimeField(blank=True, null=True, verbose_name="delivered")),
                        ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="called")),
                        ("sealed", clinic.encryption.SealedJSONField(blank=True, null=True)),
                        ("rendered", clinic.encryption.SealedJSONField(blank=True, null=True)),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="called by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "message",
                        "verbose_name_plural": "messages",
                        "default_permissions": ("view", "change"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "due")), fields=["due", "id"], name="outbox_letter_waiting"
                            ),
                            models.Index(
                                condition=models.Q(("state", "due")),
                                fields=["urgency", "due", "id"],
                                name="outbox_letter_by_urgency",
                            ),
                            models.Index(fields=["state", "-id"], name="outbox_letter_by_state"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MessageText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="message")),
                        ("language", models.CharField(max_length=10, verbose_name="language")),
                        (
                            "subject",
                            models.CharField(max_length=120, validators=[clinic.text.one_line], verbose_name="subject"),
                        ),
                        ("body", models.TextField(max_length=4000, verbose_name="email")),
                        ("text", models.TextField(max_length=320, verbose_name="text message")),
                        ("changed_at", models.DateTimeField(verbose_name="changed")),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wording of a message",
                        "verbose_name_plural": "wordings of messages",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(fields=("name", "language"), name="one_wording_a_language")
                        ],
                    },
                ),
            ]
        ),
    ]
