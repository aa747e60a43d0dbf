"""Letters to the patient's doctor."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
from clinic.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0004_reply"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DoctorLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ref",
                    models.CharField(default=clinic.text.new_reference, editable=False, max_length=16, unique=True),
                ),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="doctor_letters", to="review.case"
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
        *append_only("review_doctorletter"),
    ]
