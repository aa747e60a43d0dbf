"""A practitioner's private calendar link."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("booking", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("shows_initials", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "practitioner",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feed",
                        to="accounts.practitioner",
                    ),
                ),
            ],
            options={
                "verbose_name": "private calendar link",
                "verbose_name_plural": "private calendar links",
                "default_permissions": (),
            },
        ),
    ]
