"""What a clinic begins with: the rules of booking, and four kinds of visit that nobody offers yet."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

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


def write(apps: Any, _editor: BaseDatabaseSchemaEditor) -> None:
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
    dependencies = [("booking", "0001_initial")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
