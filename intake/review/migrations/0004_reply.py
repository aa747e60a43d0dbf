"""What a patient answered to a practitioner's question."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
from clinic.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0003_instrument"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", clinic.encryption.SealedJSONField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="review.decision"
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
        *append_only("review_reply"),
    ]
