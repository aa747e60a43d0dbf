"""Forms are found by the first letters of a name, by an index of both databases."""

import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("record", "0002_return"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="intake",
            name="name_start",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Left(django.db.models.functions.text.Lower("full_name"), 3),
                output_field=models.CharField(max_length=3),
            ),
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(fields=["name_start"], name="intake_by_name"),
        ),
    ]
