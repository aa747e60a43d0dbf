"""A limit of visits ahead for a whole mailbox, and a version of the timetable that bookings look at."""

import django.core.validators
from django.db import migrations, models

import clinic.text


class Migration(migrations.Migration):
    dependencies = [("booking", "0002_first_rows")]

    operations = [
        migrations.AddField(
            model_name="bookingrules",
            name="mailbox_patients",
            field=models.PositiveSmallIntegerField(
                default=4,
                help_text=(
                    "A family behind one address may have as many visits ahead as this many patients together. "
                    "Staff may book more."
                ),
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(20),
                ],
                verbose_name="patients an e-mail address may book for",
            ),
        ),
        migrations.AddField(
            model_name="bookingrules",
            name="version",
            field=models.CharField(default=clinic.text.new_reference, editable=False, max_length=16),
        ),
    ]
