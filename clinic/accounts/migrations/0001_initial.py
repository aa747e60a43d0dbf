import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import clinic.text


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "id",
                    models.CharField(
                        default=clinic.text.new_reference,
                        editable=False,
                        max_length=16,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "Someone already uses this email address."},
                        max_length=254,
                        unique=True,
                        verbose_name="email",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True, max_length=150, validators=[clinic.text.one_line], verbose_name="name"
                    ),
                ),
                ("is_staff", models.BooleanField(default=False, verbose_name="staff")),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="joined"),
                ),
                (
                    "patients_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(models.When(is_staff=False, then=models.F("id")), default=None),
                        output_field=models.CharField(max_length=16, null=True),
                        unique=True,
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "ordering": ("name", "email"),
                "default_permissions": ("add", "change", "view"),
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, help_text="Used, replaced or canceled.", null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Patient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ref",
                    models.CharField(default=clinic.text.new_reference, editable=False, max_length=16, unique=True),
                ),
                (
                    "full_name",
                    models.CharField(max_length=200, validators=[clinic.text.one_line], verbose_name="full name"),
                ),
                ("folded_name", models.CharField(editable=False, max_length=400)),
                ("date_of_birth", models.DateField(verbose_name="date of birth")),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=40, validators=[clinic.text.one_line], verbose_name="phone"
                    ),
                ),
                ("phone_tail", models.CharField(blank=True, editable=False, max_length=4)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
                (
                    "interpreter",
                    models.CharField(
                        blank=True, max_length=40, validators=[clinic.text.one_line], verbose_name="interpreter"
                    ),
                ),
                (
                    "emergency_contact",
                    models.CharField(
                        blank=True, max_length=200, validators=[clinic.text.one_line], verbose_name="emergency contact"
                    ),
                ),
                (
                    "guardian_name",
                    models.CharField(
                        blank=True, max_length=200, validators=[clinic.text.one_line], verbose_name="parent or guardian"
                    ),
                ),
                (
                    "guardian_phone",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[clinic.text.one_line],
                        verbose_name="phone of parent or guardian",
                    ),
                ),
                (
                    "guardian_present",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_sure", "Not sure yet")],
                        max_length=10,
                        verbose_name="parent or guardian comes along",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="patients",
                        to=settings.AUTH_USER_MODEL,
                        to_field="patients_key",
                        verbose_name="signs in as",
                    ),
                ),
            ],
            options={
                "verbose_name": "patient",
                "verbose_name_plural": "patients",
                "ordering": ("folded_name",),
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="NotOnePerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("said_at", models.DateTimeField()),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.patient"
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.patient"
                    ),
                ),
            ],
            options={
                "verbose_name": "possible duplicate",
                "verbose_name_plural": "possible duplicates",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.CharField(max_length=3)),
                ("sound", models.CharField(max_length=6)),
                (
                    "patient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="name_words", to="accounts.patient"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="LinkedPatient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("linked_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "linked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links_onward", to="accounts.patient"
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links_back", to="accounts.patient"
                    ),
                ),
            ],
            options={
                "verbose_name": "linked record",
                "verbose_name_plural": "linked records",
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Difference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("field", models.CharField(max_length=40, verbose_name="what")),
                ("old", models.CharField(blank=True, max_length=300, verbose_name="on record")),
                ("new", models.CharField(blank=True, max_length=300, verbose_name="on the new form")),
                ("found_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="found on")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="resolved")),
                ("taken", models.BooleanField(default=False, verbose_name="record changed")),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="differences",
                        to="accounts.patient",
                        verbose_name="patient",
                    ),
                ),
            ],
            options={
                "verbose_name": "difference",
                "verbose_name_plural": "differences",
                "ordering": ("found_at", "pk"),
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Practitioner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "licence",
                    models.CharField(
                        blank=True, max_length=40, validators=[clinic.text.one_line], verbose_name="license number"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True, max_length=80, validators=[clinic.text.one_line], verbose_name="title"
                    ),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="For example: English, Spanish.",
                        max_length=200,
                        validators=[clinic.text.one_line],
                        verbose_name="languages",
                    ),
                ),
                (
                    "on_duty",
                    models.BooleanField(
                        default=True, help_text="Gets the alerts that need a call right away.", verbose_name="on duty"
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practitioner",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "practitioner",
                "verbose_name_plural": "practitioners",
                "ordering": ("user__name",),
                "default_permissions": ("change", "view"),
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(condition=models.Q(("is_superuser", False)), name="nobody_is_superuser"),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                name="email_is_lower_case",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("user",), name="one_standing_invitation_per_user"
            ),
        ),
        migrations.AddIndex(
            model_name="patient",
            index=models.Index(fields=["folded_name", "date_of_birth"], name="patient_by_name"),
        ),
        migrations.AddIndex(
            model_name="patient",
            index=models.Index(fields=["date_of_birth"], name="patient_by_birth_date"),
        ),
        migrations.AddIndex(
            model_name="patient",
            index=models.Index(
                condition=models.Q(("phone_tail", ""), _negated=True), fields=["phone_tail"], name="patient_by_phone"
            ),
        ),
        migrations.AddIndex(
            model_name="patient",
            index=models.Index(django.db.models.functions.text.Lower("email"), name="patient_by_email"),
        ),
        migrations.AddIndex(
            model_name="patient",
            index=models.Index(fields=["created_at"], name="patient_by_arrival"),
        ),
        migrations.AddConstraint(
            model_name="patient",
            constraint=models.UniqueConstraint(
                condition=models.Q(("user__isnull", False)),
                fields=("user", "folded_name", "date_of_birth"),
                name="one_patient_per_person_and_mailbox",
            ),
        ),
        migrations.AddConstraint(
            model_name="notoneperson",
            constraint=models.CheckConstraint(
                condition=models.Q(("earlier__lt", models.F("later"))), name="apart_is_ordered"
            ),
        ),
        migrations.AddConstraint(
            model_name="notoneperson",
            constraint=models.UniqueConstraint(fields=("earlier", "later"), name="two_people_are_said_once"),
        ),
        migrations.AddIndex(
            model_name="nameword",
            index=models.Index(fields=["start", "patient"], name="name_word_by_start"),
        ),
        migrations.AddIndex(
            model_name="nameword",
            index=models.Index(fields=["sound", "patient"], name="name_word_by_sound"),
        ),
        migrations.AddConstraint(
            model_name="linkedpatient",
            constraint=models.CheckConstraint(
                condition=models.Q(("earlier__lt", models.F("later"))), name="link_is_ordered"
            ),
        ),
        migrations.AddConstraint(
            model_name="linkedpatient",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)), fields=("earlier", "later"), name="one_standing_link_per_pair"
            ),
        ),
        migrations.AddConstraint(
            model_name="difference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen_at", None), ("seen_by", None)), ("seen_at__isnull", False), _connector="OR"
                ),
                name="difference_settled_by_somebody",
            ),
        ),
    ]
