"""A visit that was booked with needles and had none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0007_rule_trial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="checkin",
            name="ended_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("answered", "Answered"),
                    ("called", "Spoken to on the phone"),
                    ("not_wanted", "No check-ins wanted"),
                    ("in_error", "Visit entered in error"),
                    ("no_needles", "No needles were used"),
                ],
                max_length=10,
            ),
        ),
    ]
