import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
from clinic.audit.triggers import append_only
from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [("treatment", "0001_initial"), ("treatment", "0002_action_not_said")]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="TreatmentNote",
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
                        ("visit_at", models.DateTimeField()),
                        ("content", clinic.encryption.SealedJSONField()),
                        ("agreed_at", models.DateTimeField(null=True)),
                        ("signed_name", models.CharField(max_length=200)),
                        ("signed_at", models.DateTimeField()),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.patient"
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.practitioner",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "treatment note",
                        "verbose_name_plural": "treatment notes",
                        "ordering": ["-visit_at", "-id"],
                        "permissions": [("write_note", "Can write and sign treatment notes")],
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["patient", "-visit_at"], name="note_of_patient"),
                            models.Index(fields=["visit_at"], name="note_by_time"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Addendum",
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
                            "note",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="addenda",
                                to="treatment.treatmentnote",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "addendum",
                        "verbose_name_plural": "addenda",
                        "ordering": ["at", "id"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="AdverseEvent",
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
                                    ("bleeding", "Bleeding or bruise"),
                                    ("needle_pain", "Pain where the needles were"),
                                    ("flare", "Symptoms worse"),
                                    ("tired", "Strong tiredness"),
                                    ("faint", "Faint, dizzy or sick"),
                                    ("skin", "Skin reaction or burn"),
                                    ("headache", "Headache"),
                                    ("nerve", "Numbness, tingling or weakness"),
                                    ("infection", "Infection"),
                                    ("breath", "Chest pain or shortness of breath"),
                                    ("lung", "Collapsed lung"),
                                    ("seizure", "Seizure"),
                                    ("needle_left", "Needle forgotten or broken"),
                                    ("other", "Something else"),
                                ],
                                max_length=20,
                                verbose_name="what happened",
                            ),
                        ),
                        (
                            "severity",
                            models.CharField(
                                choices=[
                                    ("mild", "Mild: no care needed"),
                                    ("moderate", "Moderate: needed care or kept from daily life"),
                                    ("serious", "Serious: hospital, danger to life or lasting harm"),
                                ],
                                max_length=10,
                                verbose_name="how bad",
                            ),
                        ),
                        (
                            "action",
                            models.CharField(
                                choices=[
                                    ("unknown", "Not said yet"),
                                    ("none", "Nothing needed"),
                                    ("advice", "Advice given"),
                                    ("first_aid", "Care in the room"),
                                    ("referred", "Sent to a doctor"),
                                    ("emergency", "Emergency services called"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="what was done",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("unknown", "Not known yet"),
                                    ("resolved", "Gone"),
                                    ("ongoing", "Still there"),
                                    ("lasting", "Lasting harm"),
                                    ("death", "Death"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[("note", "Treatment note"), ("check_in", "Check-in"), ("told", "Told to us")],
                                max_length=10,
                            ),
                        ),
                        ("source_ref", models.CharField(max_length=16)),
                        ("visit_ref", models.CharField(blank=True, max_length=16)),
                        ("words", clinic.encryption.SealedJSONField()),
                        ("happened_at", models.DateTimeField()),
                        ("registered_at", models.DateTimeField()),
                        ("assessed_at", models.DateTimeField(blank=True, null=True)),
                        ("refuted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "assessed_by",
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.patient"
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "adverse event",
                        "verbose_name_plural": "adverse events",
                        "ordering": ["-happened_at", "-id"],
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["happened_at"], name="event_by_time"),
                            models.Index(fields=["patient"], name="event_of_patient"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("source"),
                                models.F("source_ref"),
                                models.F("kind"),
                                name="one_event_a_source_and_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("refuted_at", None), ("assessed_at__isnull", False), _connector="OR"
                                ),
                                name="only_a_person_refutes_an_event",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoteDraft",
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
                        ("visit_at", models.DateTimeField()),
                        ("content", clinic.encryption.SealedJSONField()),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("agreed_at", models.DateTimeField(blank=True, null=True)),
                        ("saved_at", models.DateTimeField()),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.patient"
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.practitioner",
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "treatment note, not signed",
                        "verbose_name_plural": "treatment notes, not signed",
                        "default_permissions": (),
                        "indexes": [models.Index(fields=["patient"], name="note_draft_of_patient")],
                    },
                ),
            ]
        ),
        *append_only("treatment_treatmentnote"),
        *append_only("treatment_addendum"),
    ]
