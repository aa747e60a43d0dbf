from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
from clinic.audit.chain import BEGINNING
from clinic.audit.keys import ChainKeys
from clinic.audit.triggers import append_only
from clinic.migration_steps import CreateModels


def begin_the_chain(apps: Any, _editor: Any) -> None:
    """The log begins, and under a key from its first entry on."""
    keys = ChainKeys().with_a_new_one()
    head = apps.get_model("audit", "Head").objects
    head.create(id=1, number=0, hash=BEGINNING, key=keys.writes, keys=keys.sealed())


class Migration(migrations.Migration):
    replaces = [("audit", "0001_initial"), ("audit", "0002_vault"), ("audit", "0003_doors")]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Checkpoint",
                    fields=[
                        ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField()),
                        ("hash", models.CharField(max_length=64)),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="audit_checkpoint_is_one_row")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Head",
                    fields=[
                        ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField()),
                        ("hash", models.CharField(max_length=64)),
                        ("key", models.CharField(blank=True, db_default="", default="", editable=False, max_length=16)),
                        ("keys", clinic.encryption.SealedJSONField(null=True)),
                    ],
                    options={
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="audit_head_is_one_row")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        ("number", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="number")),
                        ("at", models.DateTimeField(db_index=True, verbose_name="when")),
                        ("deed", models.CharField(max_length=60, verbose_name="action")),
                        ("on", models.CharField(blank=True, db_index=True, max_length=120, verbose_name="record")),
                        ("role", models.CharField(blank=True, max_length=120, verbose_name="role at the time")),
                        ("facts", models.JSONField(blank=True, default=dict, verbose_name="details")),
                        ("previous", models.CharField(max_length=64, verbose_name="hash of the previous entry")),
                        ("hash", models.CharField(max_length=64, verbose_name="hash")),
                        ("key", models.CharField(blank=True, db_default="", default="", editable=False, max_length=16)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry",
                        "verbose_name_plural": "entries",
                        "default_permissions": ("view",),
                        "indexes": [models.Index(fields=["deed", "-number"], name="audit_entry_by_deed")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="audit_entry_counts_from_one"
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(begin_the_chain, migrations.RunPython.noop),
        *append_only("audit_entry"),
    ]
