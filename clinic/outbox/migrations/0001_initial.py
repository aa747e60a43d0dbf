from django.db import migrations, models

import clinic.encryption
import clinic.text


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="JobRun",
            fields=[
                ("name", models.CharField(max_length=120, primary_key=True, serialize=False, verbose_name="task")),
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
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("to", models.EmailField(max_length=254, validators=[clinic.text.one_line], verbose_name="to")),
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
                ("sealed", clinic.encryption.SealedJSONField(blank=True, null=True)),
                ("rendered", clinic.encryption.SealedJSONField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "email",
                "verbose_name_plural": "emails",
                "default_permissions": ("view", "change"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "due")), fields=["due", "id"], name="outbox_letter_waiting"
                    ),
                    models.Index(fields=["state", "-id"], name="outbox_letter_by_state"),
                ],
            },
        ),
    ]
