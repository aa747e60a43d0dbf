import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import clinic.encryption
import clinic.text
from clinic.migration_steps import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_names"),
        ("accounts", "0003_refold"),
        ("accounts", "0004_erasure"),
        ("accounts", "0005_channels"),
        ("accounts", "0006_portraits"),
        ("accounts", "0007_language"),
        ("accounts", "0008_desk10"),
        ("accounts", "0009_doors"),
        ("accounts", "0010_sign_ins"),
        ("accounts", "0011_refold_romanized"),
        ("accounts", "0012_language_chosen"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        CreateModels(
            [
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
                            "texts_to",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=20,
                                verbose_name="mobile phone for alerts",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="joined"
                            ),
                        ),
                        ("sign_in_epoch", models.PositiveIntegerField(db_default=0, default=0, editable=False)),
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("is_superuser", False)), name="nobody_is_superuser"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                                name="email_is_lower_case",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                        ("created_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, help_text="Used, replaced or canceled.", null=True),
                        ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("user",),
                                name="one_standing_invitation_per_user",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Patient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("email", "Email"),
                                    ("text", "Text messages"),
                                    ("both", "Email and text messages"),
                                ],
                                db_default="email",
                                default="email",
                                max_length=5,
                                verbose_name="messages by",
                            ),
                        ),
                        (
                            "texts_to",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=20, verbose_name="agreed to texts at"
                            ),
                        ),
                        (
                            "named_as",
                            models.CharField(
                                choices=[("initials", "By initials"), ("first", "By first name")],
                                db_default="initials",
                                default="initials",
                                max_length=10,
                                verbose_name="named in messages",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(db_default="en", default="en", max_length=10, verbose_name="language"),
                        ),
                        ("language_chosen_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "ref",
                            models.CharField(
                                default=clinic.text.new_reference, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "full_name",
                            models.CharField(
                                max_length=200, validators=[clinic.text.one_line], verbose_name="full name"
                            ),
                        ),
                        ("folded_name", models.CharField(editable=False, max_length=400)),
                        (
                            "preferred_name",
                            models.CharField(
                                blank=True,
                                max_length=100,
                                validators=[clinic.text.one_line],
                                verbose_name="preferred name",
                            ),
                        ),
                        ("date_of_birth", models.DateField(verbose_name="date of birth")),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=40, validators=[clinic.text.one_line], verbose_name="phone"
                            ),
                        ),
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
                                blank=True,
                                max_length=200,
                                validators=[clinic.text.one_line],
                                verbose_name="emergency contact",
                            ),
                        ),
                        (
                            "guardian_name",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[clinic.text.one_line],
                                verbose_name="parent or guardian",
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
                        (
                            "may_bring",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                validators=[clinic.text.one_line],
                                verbose_name="who else may bring the child",
                            ),
                        ),
                        (
                            "ended_why",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("moved", "Moved away"),
                                    ("deceased", "Died"),
                                    ("stopped", "Asked us to stop"),
                                ],
                                max_length=10,
                                verbose_name="no longer a patient",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                        "indexes": [
                            models.Index(fields=["folded_name", "date_of_birth"], name="patient_by_name"),
                            models.Index(fields=["date_of_birth"], name="patient_by_birth_date"),
                            models.Index(django.db.models.functions.text.Lower("email"), name="patient_by_email"),
                            models.Index(fields=["created_at"], name="patient_by_arrival"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("user__isnull", False)),
                                fields=("user", "full_name", "date_of_birth"),
                                name="one_patient_per_person_and_mailbox",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("ended_why", "")),
                                    models.Q(models.Q(("ended_why", ""), _negated=True), ("ended_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="patient_ended_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NotOnePerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("said_at", models.DateTimeField()),
                        (
                            "said_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("earlier__lt", models.F("later"))), name="apart_is_ordered"
                            ),
                            models.UniqueConstraint(fields=("earlier", "later"), name="two_people_are_said_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NameWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("word", models.CharField(max_length=40)),
                        ("sound", models.CharField(max_length=6)),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="name_words",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["word", "patient"], name="name_word_by_word"),
                            models.Index(fields=["sound", "patient"], name="name_word_by_sound"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LinkedPatient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("linked_at", models.DateTimeField()),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "linked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links_onward",
                                to="accounts.patient",
                            ),
                        ),
                        (
                            "later",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links_back",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "linked record",
                        "verbose_name_plural": "linked records",
                        "default_permissions": ("view",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("earlier__lt", models.F("later"))), name="link_is_ordered"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("undone_at", None)),
                                fields=("earlier", "later"),
                                name="one_standing_link_per_pair",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ErasureRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "ref",
                            models.CharField(
                                default=clinic.text.new_reference, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked")),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("erased", "Erased what the law allows"),
                                    ("partly", "Erased a part; the rest is kept"),
                                    ("kept", "Kept, because the law requires it"),
                                    ("taken_back", "Taken back by the patient"),
                                ],
                                max_length=12,
                                verbose_name="outcome",
                            ),
                        ),
                        ("words", clinic.encryption.SealedJSONField(default=dict)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "closed_by",
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
                                related_name="erasure_requests",
                                to="accounts.patient",
                                verbose_name="patient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "erasure request",
                        "verbose_name_plural": "erasure requests",
                        "ordering": ("-asked_at", "-pk"),
                        "default_permissions": ("view", "change"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at", None)),
                                fields=("patient",),
                                name="one_open_erasure_request_a_patient",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at", None), ("closed_by", None), ("outcome", "")),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_erasure_request_says_how",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Difference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("seen_at", None), ("seen_by", None)),
                                    ("seen_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="difference_settled_by_somebody",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PhoneRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digits", models.CharField(max_length=40)),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="phone_runs",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                        "indexes": [models.Index(fields=["digits", "patient"], name="phone_run_by_digits")],
                    },
                ),
                migrations.CreateModel(
                    name="Practitioner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "licence",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                validators=[clinic.text.one_line],
                                verbose_name="license number",
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
                            "bio",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Two or three sentences for patients: training, experience, interests. Everyone can read it.",
                                max_length=600,
                                verbose_name="introduction",
                            ),
                        ),
                        (
                            "on_duty",
                            models.BooleanField(
                                default=True,
                                help_text="Gets the alerts that need a call right away.",
                                verbose_name="on duty",
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
                migrations.CreateModel(
                    name="Portrait",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "alt",
                            models.CharField(
                                max_length=150,
                                validators=[clinic.text.one_line],
                                verbose_name="description of the photograph",
                            ),
                        ),
                        ("small", models.BinaryField()),
                        ("large", models.BinaryField()),
                        ("digest", models.CharField(db_index=True, max_length=32)),
                        ("changed_at", models.DateTimeField()),
                        (
                            "practitioner",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="portrait",
                                to="accounts.practitioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "photograph",
                        "verbose_name_plural": "photographs",
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("alt", ""), _negated=True), name="portrait_is_described"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignInRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "ref",
                            models.CharField(
                                default=clinic.text.new_reference, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("session_key", models.CharField(max_length=40, unique=True)),
                        ("browser", models.CharField(blank=True, db_default="", default="", max_length=20)),
                        ("system", models.CharField(blank=True, db_default="", default="", max_length=20)),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sign_ins",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="TextConsent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=20)),
                        ("agreed", models.BooleanField()),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("booking", "when booking"),
                                    ("form", "in the health form"),
                                    ("page", "on their own page"),
                                    ("desk", "told the front desk"),
                                    ("stop", "answered STOP"),
                                    ("start", "answered START"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "by",
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
                                related_name="text_consents",
                                to="accounts.patient",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consent to text messages",
                        "verbose_name_plural": "consents to text messages",
                        "ordering": ["-at", "-pk"],
                        "default_permissions": (),
                    },
                ),
            ]
        ),
    ]
