"""The timetable: administrators keep it, practitioners read it."""

from tests.access.table.answers import ADA, ADMIN, NOBODY, SENT_ON
from tests.access.table.family import Family, models

TIMETABLE = (
    "booking_visittype",
    "booking_room",
    "booking_location",
    "booking_placephotograph",
    "booking_weeklyhours",
    "booking_dayexception",
    "booking_practitionersettings",
)
MAY_GO = ("booking_placephotograph", "booking_weeklyhours", "booking_dayexception")
READ_BY_NOOR = f"{ADMIN} noor:200 edda:403 ada:200"

FAMILIES = (
    Family("The timetable is read", models("changelist", *TIMETABLE), get=READ_BY_NOOR, post=READ_BY_NOOR),
    Family("Its history", models("history", *TIMETABLE), get=READ_BY_NOOR, post=READ_BY_NOOR),
    Family("A row of it", models("change", *TIMETABLE), get=READ_BY_NOOR, post=ADA),
    Family("A new row", models("add", *TIMETABLE), get=ADA, post=ADA),
    Family("A row that may go", models("delete", *MAY_GO), get=ADA, post=ADA),
    Family(
        "A row that stays",
        models("delete", *(model for model in TIMETABLE if model not in MAY_GO), "booking_bookingrules"),
        get=NOBODY,
        post=NOBODY,
    ),
    Family(
        "The rules of booking are one row",
        "admin:booking_bookingrules_changelist",
        get=f"{ADA} ada:>/admin/booking/bookingrules/",
        post=f"{ADA} ada:>/admin/booking/bookingrules/",
    ),
    Family("The rules of booking", models("change", "booking_bookingrules"), get=ADA, post=ADA),
    Family("Their history", models("history", "booking_bookingrules"), get=ADA, post=ADA),
    Family("No second row of rules", models("add", "booking_bookingrules"), get=NOBODY, post=NOBODY),
    Family(
        "A row of the timetable by an old address",
        " ".join(
            f"admin/{'/'.join(model.rsplit('_', 1))}/<path:object_id>/"
            for model in (*TIMETABLE, "booking_bookingrules")
        ),
        get=SENT_ON,
        post=SENT_ON,
    ),
)
