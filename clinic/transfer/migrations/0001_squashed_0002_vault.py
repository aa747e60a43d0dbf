import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [("transfer", "0001_import"), ("transfer", "0002_vault")]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
        ("booking", "0001_squashed_0010_rules_in_words"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="ImportRun",
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
                            "name",
                            models.CharField(max_length=100, validators=[clinic.text.one_line], verbose_name="file"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("uploaded", "Not imported yet"),
                                    ("imported", "Imported"),
                                    ("undone", "Undone"),
                                    ("dropped", "Dropped"),
                                ],
                                default="uploaded",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("sealed", clinic.encryption.SealedJSONField(default=dict)),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded")),
                        ("imported_at", models.DateTimeField(blank=True, null=True, verbose_name="imported")),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
                        ("patients", models.PositiveIntegerField(default=0, verbose_name="patients")),
                        ("visits", models.PositiveIntegerField(default=0, verbose_name="visits")),
                        (
                            "imported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "import",
                        "verbose_name_plural": "imports",
                        "ordering": ("-uploaded_at", "-pk"),
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ErasureOrder",
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
                        ("proposed_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("counts", models.JSONField(blank=True, default=dict)),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="erasure_orders",
                                to="accounts.patient",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                        "verbose_name": "erasure",
                        "verbose_name_plural": "erasures",
                        "ordering": ("-proposed_at", "-pk"),
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confirmed_by", None),
                                    models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="two_people_erase_a_record",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        ("confirmed_by__isnull", False),
                                        ("withdrawn_at", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="confirmed_erasure_says_by_whom",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                fields=("patient",),
                                name="one_standing_erasure_a_record",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("line", models.PositiveIntegerField()),
                        ("made_patient", models.BooleanField(default=False)),
                        ("outside_number", models.CharField(blank=True, db_index=True, max_length=60)),
                        ("fingerprint", models.CharField(blank=True, max_length=64)),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="imported_rows",
                                to="accounts.patient",
                            ),
                        ),
                        (
                            "visit",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="imported_row",
                                to="booking.appointment",
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="transfer.importrun",
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("made_patient", True)),
                                fields=("patient",),
                                name="patient_made_by_one_imported_row",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
