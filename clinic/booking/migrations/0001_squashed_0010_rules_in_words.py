from typing import Any

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import clinic.booking.models.location
import clinic.booking.models.steps
import clinic.booking.models.waiting
import clinic.site_settings.validators
import clinic.text
from clinic.audit.triggers import append_only
from clinic.migration_steps import CreateModels

# What a clinic begins with: the rules of booking, and four visit types that nobody offers yet.
# code, name, about, minutes with the practitioner, in the room, needles, booked
FIRST = (
    (
        "consultation",
        "New consultation",
        "We talk, examine and plan. No needles on this visit.",
        45,
        45,
        False,
        "online",
    ),
    ("treatment", "Treatment", "A treatment as planned with your practitioner.", 30, 50, True, "online"),
    ("follow-up", "Follow-up", "A shorter treatment and a look at how you are.", 20, 40, True, "online"),
    ("phone-review", "Phone review", "Your practitioner calls you. You stay at home.", 15, 0, False, "online"),
)


def write_first_rows(apps: Any, _editor: Any) -> None:
    apps.get_model("booking", "BookingRules").objects.get_or_create(pk=1)
    visit_type = apps.get_model("booking", "VisitType")
    for position, (code, name, about, minutes, room_minutes, needling, booking) in enumerate(FIRST, start=1):
        visit_type.objects.get_or_create(
            code=code,
            defaults={
                "name": name,
                "about": about,
                "minutes": minutes,
                "room_minutes": room_minutes,
                "needling": needling,
                "booking": booking,
                "position": position,
            },
        )


class Migration(migrations.Migration):
    replaces = [
        ("booking", "0001_initial"),
        ("booking", "0002_calendar_feed"),
        ("booking", "0003_booked_visits"),
        ("booking", "0004_reminder_plan"),
        ("booking", "0005_import"),
        ("booking", "0006_chart"),
        ("booking", "0007_chart_prices"),
        ("booking", "0008_locations"),
        ("booking", "0009_no_needles"),
        ("booking", "0010_rules_in_words"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0012_language_chosen"),
        ("site_settings", "0001_squashed_0008_rules_in_words"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Location",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                            "name",
                            models.CharField(
                                max_length=60, unique=True, validators=[clinic.text.one_line], verbose_name="name"
                            ),
                        ),
                        ("address", models.TextField(max_length=400, verbose_name="address")),
                        (
                            "zone",
                            models.CharField(
                                blank=True,
                                help_text="Only if it is not the clinic’s own, for example America/Phoenix. Hours here are in this time.",
                                max_length=40,
                                validators=[clinic.text.one_line, clinic.booking.models.location.known_zone],
                                verbose_name="time zone",
                            ),
                        ),
                        ("active", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="1 comes first.", verbose_name="order"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "location",
                        "verbose_name_plural": "locations",
                        "ordering": ("position", "id"),
                        "default_permissions": ("add", "change", "view"),
                    },
                ),
                migrations.CreateModel(
                    name="BookingRules",
                    fields=[
                        (
                            "id",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "future_visits",
                            models.PositiveSmallIntegerField(
                                default=2,
                                help_text="Staff can book more, for example a series.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(50),
                                ],
                                verbose_name="upcoming visits a patient can have",
                            ),
                        ),
                        (
                            "mailbox_patients",
                            models.PositiveSmallIntegerField(
                                default=4,
                                help_text="A family with one address can have the visits of this many patients. Staff can book more.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(20),
                                ],
                                verbose_name="patients one email address can book for",
                            ),
                        ),
                        (
                            "cutoff_hours",
                            models.PositiveSmallIntegerField(
                                default=24,
                                validators=[django.core.validators.MaxValueValidator(336)],
                                verbose_name="hours of notice to cancel or reschedule online",
                            ),
                        ),
                        (
                            "grace_minutes",
                            models.PositiveSmallIntegerField(
                                default=5,
                                validators=[django.core.validators.MaxValueValidator(60)],
                                verbose_name="minutes after booking when a patient can always cancel",
                            ),
                        ),
                        (
                            "hold_minutes",
                            models.PositiveSmallIntegerField(
                                default=10,
                                validators=[
                                    django.core.validators.MinValueValidator(2),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="minutes a time is held for a new patient",
                            ),
                        ),
                        (
                            "offer_minutes",
                            models.PositiveSmallIntegerField(
                                default=120,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(1440),
                                ],
                                verbose_name="minutes a waiting list offer stays open",
                            ),
                        ),
                        (
                            "step",
                            models.PositiveSmallIntegerField(
                                default=15,
                                validators=[
                                    clinic.booking.models.steps.five_minutes,
                                    django.core.validators.MinValueValidator(5),
                                ],
                                verbose_name="minutes between the times shown",
                            ),
                        ),
                        ("version", models.CharField(default=clinic.text.new_reference, editable=False, max_length=16)),
                    ],
                    options={
                        "verbose_name": "booking rules",
                        "verbose_name_plural": "booking rules",
                        "default_permissions": ("change", "view"),
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="booking_rules_are_one_row")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarFeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("shows_initials", models.BooleanField(default=False)),
                        ("made_at", models.DateTimeField()),
                        ("read_on", models.DateField(blank=True, null=True)),
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
                migrations.CreateModel(
                    name="PractitionerSettings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "buffer_before",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[
                                    clinic.booking.models.steps.five_minutes,
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="minutes kept free before a visit",
                            ),
                        ),
                        (
                            "buffer_after",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[
                                    clinic.booking.models.steps.five_minutes,
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="minutes kept free after a visit",
                            ),
                        ),
                        (
                            "notice_hours",
                            models.PositiveSmallIntegerField(
                                default=12,
                                help_text="Patients must book at least this long before a visit. Staff can book later.",
                                validators=[django.core.validators.MaxValueValidator(720)],
                                verbose_name="hours of notice",
                            ),
                        ),
                        (
                            "horizon_days",
                            models.PositiveSmallIntegerField(
                                default=60,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(366),
                                ],
                                verbose_name="days ahead",
                            ),
                        ),
                        (
                            "practitioner",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="booking",
                                to="accounts.practitioner",
                                verbose_name="practitioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "booking settings",
                        "verbose_name_plural": "booking settings by practitioner",
                        "default_permissions": ("add", "change", "view"),
                    },
                ),
                migrations.CreateModel(
                    name="Room",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=40, unique=True, validators=[clinic.text.one_line], verbose_name="name"
                            ),
                        ),
                        ("active", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="We use the first free room.", verbose_name="order"
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leave empty for the clinic’s own address.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rooms",
                                to="booking.location",
                                verbose_name="location",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "room",
                        "verbose_name_plural": "rooms",
                        "ordering": ("position", "id"),
                        "default_permissions": ("add", "change", "view"),
                    },
                ),
                migrations.CreateModel(
                    name="Block",
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
                        ("starts_at", models.DateTimeField(verbose_name="from")),
                        ("ends_at", models.DateTimeField(verbose_name="until")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=80, validators=[clinic.text.one_line], verbose_name="note"
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("lifted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="blocks",
                                to="accounts.practitioner",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="blocks",
                                to="booking.room",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "blocked time",
                        "verbose_name_plural": "blocked times",
                        "ordering": ("starts_at", "id"),
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("lifted_at", None)), fields=["starts_at"], name="block_by_time"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("practitioner__isnull", False), ("room", None)),
                                    models.Q(("practitioner", None), ("room__isnull", False)),
                                    _connector="OR",
                                ),
                                name="block_is_of_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("starts_at__lt", models.F("ends_at"))),
                                name="block_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VisitType",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.SlugField(
                                help_text="The code never changes. The name can.",
                                max_length=30,
                                unique=True,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(max_length=60, validators=[clinic.text.one_line], verbose_name="name"),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True,
                                help_text="Patients see this.",
                                max_length=200,
                                validators=[clinic.text.one_line],
                                verbose_name="description",
                            ),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    clinic.booking.models.steps.five_minutes,
                                    django.core.validators.MinValueValidator(5),
                                    django.core.validators.MaxValueValidator(480),
                                ],
                                verbose_name="minutes with the practitioner",
                            ),
                        ),
                        (
                            "room_minutes",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="Longer than with the practitioner, because needles rest. Use 0 for a visit without a room.",
                                validators=[
                                    clinic.booking.models.steps.five_minutes,
                                    django.core.validators.MaxValueValidator(480),
                                ],
                                verbose_name="minutes in the room",
                            ),
                        ),
                        (
                            "needling",
                            models.BooleanField(
                                default=True,
                                help_text="The patient needs a form, and no question about it may be open.",
                                verbose_name="needles",
                            ),
                        ),
                        (
                            "booking",
                            models.CharField(
                                choices=[
                                    ("online", "Online"),
                                    ("contact", "Patients contact us"),
                                    ("staff", "Staff only"),
                                ],
                                default="online",
                                max_length=10,
                                verbose_name="who can book",
                            ),
                        ),
                        (
                            "bring",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                validators=[clinic.text.one_line],
                                verbose_name="what to bring",
                            ),
                        ),
                        ("active", models.BooleanField(default=True, verbose_name="offered now")),
                        ("position", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                        (
                            "practitioners",
                            models.ManyToManyField(
                                blank=True,
                                related_name="visit_types",
                                to="accounts.practitioner",
                                verbose_name="offered by",
                            ),
                        ),
                        (
                            "price",
                            models.ForeignKey(
                                blank=True,
                                help_text="A line of the price list. The price page shows this name and these minutes.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="visit_types",
                                to="site_settings.price",
                                verbose_name="price",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visit type",
                        "verbose_name_plural": "visit types",
                        "ordering": ("position", "id"),
                        "default_permissions": ("add", "change", "view"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minutes__gte", 5)),
                                name="visit_type_takes_time",
                                violation_error_message="A visit takes five minutes or more.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
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
                        ("uid", models.CharField(default=clinic.text.new_reference, editable=False, max_length=16)),
                        ("sequence", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("starts_at", models.DateTimeField(verbose_name="starts")),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes with the practitioner")),
                        (
                            "room_minutes",
                            models.PositiveSmallIntegerField(default=0, verbose_name="minutes in the room"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("booked", "Booked"),
                                    ("confirmed", "Confirmed"),
                                    ("arrived", "Arrived"),
                                    ("with", "With practitioner"),
                                    ("completed", "Completed"),
                                    ("no_show", "No-show"),
                                    ("cancelled", "Canceled"),
                                    ("moved", "Rescheduled"),
                                    ("in_error", "Entered in error"),
                                ],
                                default="booked",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("series", models.CharField(blank=True, editable=False, max_length=16, verbose_name="series")),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("patient", "Patient, online"),
                                    ("desk", "Front desk"),
                                    ("import", "Imported from a file"),
                                ],
                                max_length=10,
                                verbose_name="booked by",
                            ),
                        ),
                        ("lane", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "squeeze_reason",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                validators=[clinic.text.one_line],
                                verbose_name="reason for the overlap",
                            ),
                        ),
                        (
                            "ended_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("better_time", "Another time works better"),
                                    ("cannot_come", "Can’t make it"),
                                    ("not_needed", "No longer needed"),
                                    ("elsewhere", "Going somewhere else"),
                                    ("mistake", "Booked by mistake"),
                                    ("practitioner_away", "Practitioner is away"),
                                    ("clinic_closed", "Clinic is closed"),
                                    ("not_cleared", "A practitioner needs to talk to the patient first"),
                                    ("other", "Another reason"),
                                ],
                                max_length=20,
                                verbose_name="reason",
                            ),
                        ),
                        (
                            "ended_by",
                            models.CharField(
                                blank=True,
                                choices=[("patient", "Patient"), ("clinic", "Clinic")],
                                max_length=10,
                                verbose_name="requested by",
                            ),
                        ),
                        ("created_at", models.DateTimeField(verbose_name="booked at")),
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
                            "moved_from",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moved_to",
                                to="booking.appointment",
                                verbose_name="rescheduled from",
                            ),
                        ),
                        (
                            "patient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="accounts.patient",
                                verbose_name="patient",
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="accounts.practitioner",
                                verbose_name="practitioner",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="booking.room",
                                verbose_name="room",
                            ),
                        ),
                        (
                            "visit_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="booking.visittype",
                                verbose_name="visit type",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visit",
                        "verbose_name_plural": "visits",
                        "ordering": ("starts_at", "id"),
                        "permissions": [
                            ("run_diary", "Can book, reschedule and cancel visits and run the day"),
                            ("squeeze_in", "Can book a visit that overlaps another"),
                            ("export_reports", "Can export schedule reports"),
                        ],
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(fields=["starts_at", "id"], name="visit_by_time"),
                            models.Index(fields=["patient", "starts_at"], name="visit_of_patient"),
                            models.Index(fields=["practitioner", "starts_at"], name="visit_of_practitioner"),
                            models.Index(fields=["state", "starts_at"], name="visit_by_state"),
                            models.Index(
                                condition=models.Q(("series", ""), _negated=True),
                                fields=["series"],
                                name="visit_in_series",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("lane", 0), ("squeeze_reason", "")),
                                    models.Q(("lane", 1), models.Q(("squeeze_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="squeeze_in_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["cancelled", "moved"]), _negated=True),
                                    models.Q(
                                        models.Q(("ended_reason", ""), _negated=True),
                                        models.Q(("ended_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ended_visit_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deed",
                            models.CharField(
                                choices=[
                                    ("booked", "Booked"),
                                    ("confirmed", "Confirmed"),
                                    ("arrived", "Arrived"),
                                    ("arrival_undone", "Arrival undone"),
                                    ("started", "Started"),
                                    ("completed", "Completed"),
                                    ("no_show", "No-show"),
                                    ("no_show_undone", "No-show undone"),
                                    ("cancelled", "Canceled"),
                                    ("moved", "Rescheduled"),
                                    ("in_error", "Entered in error"),
                                    ("room", "Room changed"),
                                    ("undone", "Undone"),
                                    ("reached", "Reached by phone"),
                                    ("voicemail", "Voicemail left"),
                                    ("not_reached", "Not reached"),
                                ],
                                max_length=16,
                                verbose_name="what",
                            ),
                        ),
                        (
                            "before",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("booked", "Booked"),
                                    ("confirmed", "Confirmed"),
                                    ("arrived", "Arrived"),
                                    ("with", "With practitioner"),
                                    ("completed", "Completed"),
                                    ("no_show", "No-show"),
                                    ("cancelled", "Canceled"),
                                    ("moved", "Rescheduled"),
                                    ("in_error", "Entered in error"),
                                ],
                                max_length=10,
                                verbose_name="status before",
                            ),
                        ),
                        (
                            "after",
                            models.CharField(
                                choices=[
                                    ("booked", "Booked"),
                                    ("confirmed", "Confirmed"),
                                    ("arrived", "Arrived"),
                                    ("with", "With practitioner"),
                                    ("completed", "Completed"),
                                    ("no_show", "No-show"),
                                    ("cancelled", "Canceled"),
                                    ("moved", "Rescheduled"),
                                    ("in_error", "Entered in error"),
                                ],
                                max_length=10,
                                verbose_name="status after",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("better_time", "Another time works better"),
                                    ("cannot_come", "Can’t make it"),
                                    ("not_needed", "No longer needed"),
                                    ("elsewhere", "Going somewhere else"),
                                    ("mistake", "Booked by mistake"),
                                    ("practitioner_away", "Practitioner is away"),
                                    ("clinic_closed", "Clinic is closed"),
                                    ("not_cleared", "A practitioner needs to talk to the patient first"),
                                    ("other", "Another reason"),
                                ],
                                max_length=20,
                                verbose_name="reason",
                            ),
                        ),
                        (
                            "started_by",
                            models.CharField(
                                blank=True,
                                choices=[("patient", "Patient"), ("clinic", "Clinic")],
                                max_length=10,
                                verbose_name="requested by",
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="when")),
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
                            "visit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="booking.appointment",
                                verbose_name="visit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visit event",
                        "verbose_name_plural": "visit events",
                        "ordering": ("id",),
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Hold",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "token",
                            models.CharField(
                                default=clinic.text.new_reference, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("starts_at", models.DateTimeField()),
                        ("minutes", models.PositiveSmallIntegerField()),
                        ("room_minutes", models.PositiveSmallIntegerField(default=0)),
                        ("created_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField(db_index=True)),
                        (
                            "practitioner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.practitioner",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="booking.room",
                            ),
                        ),
                        (
                            "visit_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="booking.visittype"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "held time",
                        "verbose_name_plural": "held times",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="WaitingEntry",
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
                        (
                            "weekdays",
                            models.JSONField(default=clinic.booking.models.waiting.every_day, verbose_name="days"),
                        ),
                        (
                            "parts",
                            models.JSONField(
                                default=clinic.booking.models.waiting.any_part, verbose_name="parts of the day"
                            ),
                        ),
                        (
                            "places",
                            models.JSONField(
                                blank=True,
                                db_default=models.Value([], models.JSONField()),
                                default=list,
                                verbose_name="locations",
                            ),
                        ),
                        ("until", models.DateField(verbose_name="until")),
                        ("urgent", models.BooleanField(default=False, verbose_name="urgent")),
                        ("joined_at", models.DateTimeField(verbose_name="since")),
                        ("left_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "left_why",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("booked", "Has a visit now"),
                                    ("asked", "Asked to be removed"),
                                    ("lapsed", "The last day has passed"),
                                    ("no_needles", "No needles for now"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "joined_by",
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
                                related_name="waiting",
                                to="accounts.patient",
                                verbose_name="patient",
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leave empty for any practitioner.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.practitioner",
                                verbose_name="practitioner",
                            ),
                        ),
                        (
                            "visit_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="booking.visittype",
                                verbose_name="visit type",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "waiting list entry",
                        "verbose_name_plural": "waiting list",
                        "ordering": ("-urgent", "joined_at", "id"),
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("left_at", None)), fields=["joined_at"], name="waiting_now"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("left_at", None)),
                                fields=("patient", "visit_type"),
                                name="waits_once_for_a_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("left_at", None), ("left_why", "")),
                                    models.Q(("left_at__isnull", False), models.Q(("left_why", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="left_the_list_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Offer",
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
                        ("starts_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("taken", "Taken"),
                                    ("declined", "Declined"),
                                    ("lapsed", "Expired"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("offered_at", models.DateTimeField()),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "hold",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="offer",
                                to="booking.hold",
                            ),
                        ),
                        (
                            "offered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.practitioner",
                            ),
                        ),
                        (
                            "visit",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offer",
                                to="booking.appointment",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="booking.room",
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="booking.waitingentry",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "offer",
                        "verbose_name_plural": "offers",
                        "ordering": ("-offered_at", "-id"),
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")), fields=("entry",), name="one_open_offer_an_entry"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WeeklyHours",
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
                        (
                            "opens",
                            models.TimeField(validators=[clinic.booking.models.steps.on_the_grid], verbose_name="from"),
                        ),
                        (
                            "closes",
                            models.TimeField(
                                validators=[clinic.booking.models.steps.on_the_grid], verbose_name="until"
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leave empty for the clinic’s own address.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hours",
                                to="booking.location",
                                verbose_name="location",
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hours",
                                to="accounts.practitioner",
                                verbose_name="practitioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "weekly hours",
                        "verbose_name_plural": "weekly hours",
                        "ordering": ("practitioner", "weekday", "opens"),
                        "default_permissions": ("add", "change", "delete", "view"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("opens__lt", models.F("closes"))),
                                name="hours_end_after_they_begin",
                                violation_error_message="The end must be after the start.",
                            ),
                            models.UniqueConstraint(
                                fields=("practitioner", "weekday", "opens"), name="hours_begin_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cell",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "practitioner"), (2, "room"), (3, "patient")]
                            ),
                        ),
                        ("of", models.BigIntegerField()),
                        ("start", models.PositiveIntegerField()),
                        ("lane", models.PositiveSmallIntegerField(default=0)),
                        (
                            "block",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cells",
                                to="booking.block",
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cells",
                                to="booking.appointment",
                            ),
                        ),
                        (
                            "hold",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="cells",
                                to="booking.hold",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "taken time",
                        "verbose_name_plural": "taken times",
                        "default_permissions": (),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("visit__isnull", False)), fields=["visit"], name="cell_of_visit"
                            ),
                            models.Index(
                                condition=models.Q(("hold__isnull", False)), fields=["hold"], name="cell_of_hold"
                            ),
                            models.Index(
                                condition=models.Q(("block__isnull", False)), fields=["block"], name="cell_of_block"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("kind"),
                                models.F("of"),
                                models.F("start"),
                                models.F("lane"),
                                name="one_taker_a_cell",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("block", None), ("hold", None), ("visit__isnull", False)),
                                    models.Q(("block", None), ("hold__isnull", False), ("visit", None)),
                                    models.Q(("block__isnull", False), ("hold", None), ("visit", None)),
                                    _connector="OR",
                                ),
                                name="cell_has_one_taker",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("lane", 0), models.Q(("kind", 1), ("lane", 1)), _connector="OR"),
                                name="only_practitioners_have_two_lanes",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DayException",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                choices=[("off", "Time off"), ("extra", "Extra hours"), ("holiday", "Clinic closed")],
                                max_length=10,
                                verbose_name="what",
                            ),
                        ),
                        ("day", models.DateField(verbose_name="date")),
                        (
                            "opens",
                            models.TimeField(
                                blank=True,
                                help_text="Leave empty for all day.",
                                null=True,
                                validators=[clinic.booking.models.steps.on_the_grid],
                                verbose_name="from",
                            ),
                        ),
                        (
                            "closes",
                            models.TimeField(
                                blank=True,
                                null=True,
                                validators=[clinic.booking.models.steps.on_the_grid],
                                verbose_name="until",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=80, validators=[clinic.text.one_line], verbose_name="note"
                            ),
                        ),
                        (
                            "practitioner",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leave empty if the whole clinic is closed.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exceptions",
                                to="accounts.practitioner",
                                verbose_name="practitioner",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leave empty for the clinic’s own address.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extra_hours",
                                to="booking.location",
                                verbose_name="location",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "day off or extra hours",
                        "verbose_name_plural": "days off and extra hours",
                        "ordering": ("day", "opens", "id"),
                        "default_permissions": ("add", "change", "delete", "view"),
                        "indexes": [models.Index(fields=["day"], name="exception_by_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closes", None), ("opens", None), ("practitioner", None), ("what", "holiday")
                                    ),
                                    models.Q(
                                        ("closes__isnull", False),
                                        ("opens__isnull", False),
                                        ("practitioner__isnull", False),
                                        ("what", "extra"),
                                    ),
                                    models.Q(("practitioner__isnull", False), ("what", "off")),
                                    _connector="OR",
                                ),
                                name="exception_says_who_and_when",
                                violation_error_message="Say whose day it is. Extra hours need a start time and an end time.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closes", None), ("opens", None)),
                                    ("opens__lt", models.F("closes")),
                                    _connector="OR",
                                ),
                                name="exception_ends_after_it_begins",
                                violation_error_message="The end must be after the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("location", None), ("what", "extra"), _connector="OR"),
                                name="only_extra_hours_are_somewhere",
                                violation_error_message="Only extra hours are at a location.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpenDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(verbose_name="date")),
                        ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes")),
                        (
                            "practitioner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.practitioner",
                                verbose_name="practitioner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "open day",
                        "verbose_name_plural": "open days",
                        "ordering": ("day", "practitioner"),
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(fields=("day", "practitioner"), name="open_day_is_kept_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderPlan",
                    fields=[
                        (
                            "id",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("hours", models.JSONField(default=dict)),
                        ("changed_at", models.DateTimeField()),
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
                        "verbose_name": "times of reminders",
                        "verbose_name_plural": "times of reminders",
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="reminders_are_one_row")
                        ],
                    },
                ),
            ]
        ),
        *append_only("booking_appointmentevent"),
        migrations.RunPython(write_first_rows, migrations.RunPython.noop),
    ]
