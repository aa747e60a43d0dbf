import datetime
from decimal import Decimal
from typing import Any

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.site_settings.colours
import clinic.site_settings.validators
import clinic.text
from clinic.migration_steps import CreateModels


def write_the_row(apps: Any, _editor: Any) -> None:
    """The clinic exists from the first day, under a name nobody takes for a real one."""
    apps.get_model("site_settings", "ClinicProfile").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    replaces = [
        ("site_settings", "0001_initial"),
        ("site_settings", "0002_form_minutes"),
        ("site_settings", "0003_quiet_hours"),
        ("site_settings", "0004_own_texts"),
        ("site_settings", "0005_locations_and_forms"),
        ("site_settings", "0006_audit_to"),
        ("site_settings", "0007_reads_told"),
        ("site_settings", "0008_rules_in_words"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="OwnText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=10, verbose_name="language")),
                        ("mark", models.CharField(editable=False, max_length=64)),
                        ("text", models.TextField(max_length=2000, verbose_name="text")),
                        ("changed_at", models.DateTimeField(verbose_name="changed")),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "text in another language",
                        "verbose_name_plural": "texts in other languages",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(fields=("language", "mark"), name="one_own_text_a_language")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AlertRecipient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="1 is called first.", verbose_name="order"
                            ),
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
                        (
                            "profile",
                            models.ForeignKey(
                                default=1,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="alerts",
                                to="site_settings.clinicprofile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "alert recipient",
                        "verbose_name_plural": "alert recipients",
                        "ordering": ("position", "id"),
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(fields=("profile", "user"), name="profile_alerts_a_person_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClinicProfile",
                    fields=[
                        (
                            "directions",
                            models.TextField(blank=True, max_length=1000, verbose_name="how to find the door"),
                        ),
                        (
                            "directions_url",
                            models.CharField(
                                blank=True,
                                help_text="A page with directions, such as a map. This site loads nothing from it. Empty: no link.",
                                max_length=300,
                                validators=[clinic.site_settings.validators.web_address],
                                verbose_name="directions link",
                            ),
                        ),
                        (
                            "getting_in",
                            models.TextField(
                                blank=True,
                                help_text="Steps, elevator, parking, restrooms: what a person with a cane or wheelchair needs to know.",
                                max_length=1000,
                                verbose_name="access inside the clinic",
                            ),
                        ),
                        (
                            "id",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                default="The clinic",
                                max_length=80,
                                validators=[clinic.text.one_line],
                                verbose_name="name",
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
                                help_text="One to three letters for the icon.",
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
                                validators=[clinic.site_settings.colours.readable_on_white],
                                verbose_name="accent color",
                            ),
                        ),
                        (
                            "accent_dark",
                            models.CharField(
                                default="#7CC9A5",
                                help_text="The same for people who use dark mode, for example #7CC9A5.",
                                max_length=7,
                                validators=[clinic.site_settings.colours.readable_on_dark],
                                verbose_name="accent color on dark",
                            ),
                        ),
                        ("logo", models.TextField(blank=True, editable=False, verbose_name="logo")),
                        ("address", models.TextField(blank=True, max_length=400, verbose_name="address")),
                        (
                            "location_name",
                            models.CharField(
                                blank=True,
                                db_default="",
                                help_text="For patients, if you have more than one location, for example Downtown. Empty: the clinic’s name.",
                                max_length=60,
                                validators=[clinic.text.one_line],
                                verbose_name="name of this location",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                help_text="The number as patients see it.",
                                max_length=40,
                                validators=[clinic.text.one_line],
                                verbose_name="phone",
                            ),
                        ),
                        (
                            "phone_tel",
                            models.CharField(
                                blank=True,
                                help_text="Use digits only. Start with + and the country code, for example +15550100.",
                                max_length=16,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9]{3,15}$",
                                        "Use digits only. Start with + and the country code, for example +15550100.",
                                    )
                                ],
                                verbose_name="phone to dial",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, validators=[clinic.text.one_line], verbose_name="email"
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
                                        "Use digits only. Start with + and the country code, for example +15550100.",
                                    )
                                ],
                                verbose_name="emergency number",
                            ),
                        ),
                        (
                            "crisis_number",
                            models.CharField(
                                default="988",
                                help_text="The number for people who think about harming themselves.",
                                max_length=16,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[0-9]{3,15}$",
                                        "Use digits only. Start with + and the country code, for example +15550100.",
                                    )
                                ],
                                verbose_name="crisis line",
                            ),
                        ),
                        (
                            "licence_check_url",
                            models.CharField(
                                blank=True,
                                help_text="The licensing board's own page, for example https://search.dca.ca.gov/ in California.",
                                max_length=300,
                                validators=[clinic.site_settings.validators.web_address],
                                verbose_name="where anyone can check a license",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                default="USD",
                                help_text="Three letters, for example USD.",
                                max_length=3,
                                validators=[clinic.site_settings.validators.currency_code],
                                verbose_name="currency",
                            ),
                        ),
                        (
                            "prices_include",
                            models.TextField(
                                blank=True,
                                help_text="One item per line.",
                                max_length=1000,
                                verbose_name="what the prices include",
                            ),
                        ),
                        (
                            "prices_exclude",
                            models.TextField(
                                blank=True,
                                help_text="One item per line.",
                                max_length=1000,
                                verbose_name="what the prices do not include",
                            ),
                        ),
                        (
                            "privacy_contact",
                            models.CharField(
                                blank=True,
                                help_text="A name or a role. Leave empty for the front desk.",
                                max_length=160,
                                validators=[clinic.text.one_line],
                                verbose_name="contact for privacy questions",
                            ),
                        ),
                        (
                            "records_years",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Years after the last visit, as your law requires. If empty, the privacy notice says to ask.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Enter the number of years, at least 1, or leave it empty."
                                    )
                                ],
                                verbose_name="years that records are kept",
                            ),
                        ),
                        (
                            "unclaimed_months",
                            models.PositiveSmallIntegerField(
                                db_default=12,
                                default=12,
                                help_text="A sent form whose sender never became a patient is erased after that. One that a practitioner decided about, or an emergency, is kept as long as a record.",
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Enter the number of months, at least 1."
                                    )
                                ],
                                verbose_name="months that a sent form waits",
                            ),
                        ),
                        (
                            "audit_to",
                            models.EmailField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="An address outside this site, for example of the person who looks after privacy. Once a day it gets the number and the mark of the newest entry, with which anyone can prove later that nothing was cut off, and how many reads of the day before were unusual, in counts.",
                                max_length=254,
                                verbose_name="where the end of the audit log goes",
                            ),
                        ),
                        (
                            "quiet_from",
                            models.TimeField(
                                db_default=datetime.time(21, 0),
                                default=datetime.time(21, 0),
                                help_text="Text messages wait while it is night, but for sign-in codes and emergency alerts.",
                                verbose_name="no texts from",
                            ),
                        ),
                        (
                            "quiet_until",
                            models.TimeField(
                                db_default=datetime.time(8, 0),
                                default=datetime.time(8, 0),
                                verbose_name="no texts until",
                            ),
                        ),
                        ("form_minutes", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                        ("form_minutes_most", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                        (
                            "service_companies",
                            models.TextField(
                                blank=True,
                                help_text="Who runs the server and who delivers the emails. One per line.",
                                max_length=1000,
                                verbose_name="companies that work for the site",
                            ),
                        ),
                        (
                            "complaints_to",
                            models.TextField(
                                blank=True,
                                help_text="An authority outside the clinic, with its address or phone number.",
                                max_length=1000,
                                verbose_name="where to complain about privacy",
                            ),
                        ),
                        (
                            "alert_recipients",
                            models.ManyToManyField(
                                related_name="+",
                                through="site_settings.AlertRecipient",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="alert recipients",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "clinic settings",
                        "verbose_name_plural": "clinic settings",
                        "default_permissions": ("view", "change"),
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="profile_is_one_row")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClosedDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(verbose_name="date")),
                        (
                            "why",
                            models.CharField(
                                blank=True, max_length=80, validators=[clinic.text.one_line], verbose_name="why"
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                default=1,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="closed_days",
                                to="site_settings.clinicprofile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "closed day",
                        "verbose_name_plural": "closed days",
                        "ordering": ("day",),
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(fields=("profile", "day"), name="profile_closes_a_day_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Price",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(max_length=80, validators=[clinic.text.one_line], verbose_name="what"),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Enter the minutes, at least 1, or leave it empty."
                                    )
                                ],
                                verbose_name="minutes",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                help_text="We show 0 as free.",
                                max_digits=8,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0"), "A price must be 0 or more.")
                                ],
                                verbose_name="price",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, validators=[clinic.text.one_line], verbose_name="note"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="1 comes first.", verbose_name="order"
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                default=1,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prices",
                                to="site_settings.clinicprofile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "price",
                        "verbose_name_plural": "prices",
                        "ordering": ("position", "id"),
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 0)),
                                name="profile_price_is_not_negative",
                                violation_error_message="A price is not less than zero.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StaffedHours",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                            models.TimeField(
                                help_text="A time at or before “from” is on the next day.", verbose_name="until"
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(
                                default=1,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hours",
                                to="site_settings.clinicprofile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "staffed hours",
                        "verbose_name_plural": "staffed hours",
                        "ordering": ("weekday", "opens"),
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("profile", "weekday", "opens"), name="profile_hours_begin_once"
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(write_the_row, migrations.RunPython.noop),
    ]
