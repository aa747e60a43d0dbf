"""A decision says whether what held before it goes on beside it; older ones do not say."""

from django.db import migrations, models

from clinic.audit.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0011_need_to_know"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="keeps",
            field=models.BooleanField(blank=True, editable=False, null=True),
        ),
        *append_only("review_decision"),
    ]
