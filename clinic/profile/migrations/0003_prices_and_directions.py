from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import clinic.profile.validators
import clinic.text


class Migration(migrations.Migration):
    dependencies = [
        ("profile", "0002_first_row"),
    ]

    operations = [
        migrations.AddField(
            model_name="clinicprofile",
            name="complaints_to",
            field=models.TextField(
                blank=True,
                help_text="An authority outside the clinic, with its address or phone number.",
                max_length=1000,
                verbose_name="who hears complaints about privacy",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="currency",
            field=models.CharField(
                default="USD",
                help_text="Three letters, for example USD.",
                max_length=3,
                validators=[clinic.profile.validators.currency_code],
                verbose_name="currency",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="directions_url",
            field=models.CharField(
                blank=True,
                help_text="A page that shows the way, such as a map. Nothing of it is loaded here. Empty: no link.",
                max_length=300,
                validators=[clinic.profile.validators.web_address],
                verbose_name="link for directions",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="getting_in",
            field=models.TextField(
                blank=True,
                help_text="Steps, lift, parking, toilets: what somebody with a cane or a wheelchair needs to know.",
                max_length=1000,
                verbose_name="getting in and around",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="licence_check_url",
            field=models.CharField(
                blank=True,
                help_text="The licensing board's own page, for example https://search.dca.ca.gov/ in California.",
                max_length=300,
                validators=[clinic.profile.validators.web_address],
                verbose_name="where anyone can check a license",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="prices_exclude",
            field=models.TextField(
                blank=True,
                help_text="One thing on each line.",
                max_length=1000,
                verbose_name="what the prices do not include",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="prices_include",
            field=models.TextField(
                blank=True, help_text="One thing on each line.", max_length=1000, verbose_name="what the prices include"
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="privacy_contact",
            field=models.CharField(
                blank=True,
                help_text="A name or a role. Empty: the front desk.",
                max_length=160,
                validators=[clinic.text.one_line],
                verbose_name="who answers questions about privacy",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="records_years",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="After the last visit, as your law asks. Empty: the privacy notice says to ask.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(
                        1, "Write the number of years, at least 1, or leave it empty."
                    )
                ],
                verbose_name="years for which records are kept",
            ),
        ),
        migrations.AddField(
            model_name="clinicprofile",
            name="service_companies",
            field=models.TextField(
                blank=True,
                help_text="Who runs the server, who carries the letters: one on each line.",
                max_length=1000,
                verbose_name="companies that work for the site",
            ),
        ),
        migrations.CreateModel(
            name="Price",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, validators=[clinic.text.one_line], verbose_name="what")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                1, "Write the minutes, at least 1, or leave it empty."
                            )
                        ],
                        verbose_name="minutes",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        help_text="0 is shown as free.",
                        max_digits=8,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"), "A price is 0 or more.")],
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
                    models.PositiveSmallIntegerField(default=1, help_text="1 stands first.", verbose_name="order"),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        default=1,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="prices",
                        to="profile.clinicprofile",
                    ),
                ),
            ],
            options={
                "verbose_name": "price",
                "verbose_name_plural": "prices",
                "ordering": ("position", "id"),
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="profile_price_is_not_negative")
                ],
            },
        ),
    ]
