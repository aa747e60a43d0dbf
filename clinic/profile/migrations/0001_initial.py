import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.profile.colours
import clinic.text


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AlertRecipient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=1, help_text="1 is called first.", verbose_name="order"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        limit_choices_to={"is_active": True, "is_staff": True},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "person who gets alerts",
                "verbose_name_plural": "who gets alerts",
                "ordering": ("position", "id"),
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ClinicProfile",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                (
                    "name",
                    models.CharField(
                        default="The clinic", max_length=80, validators=[clinic.text.one_line], verbose_name="name"
                    ),
                ),
                (
                    "tagline",
                    models.CharField(
                        blank=True, max_length=160, validators=[clinic.text.one_line], verbose_name="tagline"
                    ),
                ),
                (
                    "initials",
                    models.CharField(
                        blank=True,
                        help_text="One to three letters that stand in the icon.",
                        max_length=3,
                        validators=[clinic.text.one_line],
                        verbose_name="initials",
                    ),
                ),
                (
                    "accent",
                    models.CharField(
                        default="#1F6B4F",
                        help_text="Links and buttons, for example #1F6B4F. White text must be readable on it.",
                        max_length=7,
                        validators=[clinic.profile.colours.readable_on_white],
                        verbose_name="accent colour",
                    ),
                ),
                (
                    "accent_dark",
                    models.CharField(
                        default="#7CC9A5",
                        help_text="The same for people who use dark colours, for example #7CC9A5.",
                        max_length=7,
                        validators=[clinic.profile.colours.readable_on_dark],
                        verbose_name="accent colour on dark",
                    ),
                ),
                ("address", models.TextField(blank=True, max_length=400, verbose_name="address")),
                ("directions", models.TextField(blank=True, max_length=1000, verbose_name="how to find the door")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        help_text="As people read it.",
                        max_length=40,
                        validators=[clinic.text.one_line],
                        verbose_name="phone",
                    ),
                ),
                (
                    "phone_tel",
                    models.CharField(
                        blank=True,
                        help_text="Digits only, with + and the country code first, for example +15550100.",
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9]{3,15}$",
                                "Use digits only, with + and the country code first, for example +15550100.",
                            )
                        ],
                        verbose_name="phone to dial",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, validators=[clinic.text.one_line], verbose_name="e-mail"
                    ),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="For example English, Español.",
                        max_length=160,
                        validators=[clinic.text.one_line],
                        verbose_name="languages spoken",
                    ),
                ),
                (
                    "emergency_number",
                    models.CharField(
                        default="911",
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9]{3,15}$",
                                "Use digits only, with + and the country code first, for example +15550100.",
                            )
                        ],
                        verbose_name="emergency number",
                    ),
                ),
                (
                    "crisis_number",
                    models.CharField(
                        default="988",
                        help_text="The number for people who think of harming themselves.",
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9]{3,15}$",
                                "Use digits only, with + and the country code first, for example +15550100.",
                            )
                        ],
                        verbose_name="crisis line",
                    ),
                ),
                (
                    "alert_recipients",
                    models.ManyToManyField(
                        related_name="+",
                        through="profile.AlertRecipient",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who gets alerts",
                    ),
                ),
            ],
            options={
                "verbose_name": "clinic's profile",
                "verbose_name_plural": "clinic's profile",
                "default_permissions": ("view", "change"),
            },
        ),
        migrations.AddField(
            model_name="alertrecipient",
            name="profile",
            field=models.ForeignKey(
                default=1,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="alerts",
                to="profile.clinicprofile",
            ),
        ),
        migrations.CreateModel(
            name="ClosedDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="date")),
                (
                    "why",
                    models.CharField(blank=True, max_length=80, validators=[clinic.text.one_line], verbose_name="why"),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        default=1,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closed_days",
                        to="profile.clinicprofile",
                    ),
                ),
            ],
            options={
                "verbose_name": "closed day",
                "verbose_name_plural": "closed days",
                "ordering": ("day",),
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="StaffedHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ],
                        verbose_name="day",
                    ),
                ),
                ("opens", models.TimeField(verbose_name="from")),
                (
                    "closes",
                    models.TimeField(help_text="A time at or before “from” means the next day.", verbose_name="until"),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        default=1,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hours",
                        to="profile.clinicprofile",
                    ),
                ),
            ],
            options={
                "verbose_name": "staffed hours",
                "verbose_name_plural": "staffed hours",
                "ordering": ("weekday", "opens"),
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="clinicprofile",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="profile_is_one_row"),
        ),
        migrations.AddConstraint(
            model_name="alertrecipient",
            constraint=models.UniqueConstraint(fields=("profile", "user"), name="profile_alerts_a_person_once"),
        ),
        migrations.AddConstraint(
            model_name="closedday",
            constraint=models.UniqueConstraint(fields=("profile", "day"), name="profile_closes_a_day_once"),
        ),
        migrations.AddConstraint(
            model_name="staffedhours",
            constraint=models.UniqueConstraint(fields=("profile", "weekday", "opens"), name="profile_hours_begin_once"),
        ),
    ]
