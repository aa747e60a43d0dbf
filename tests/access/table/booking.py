"""The schedule, as patients see it, and their own record."""

from tests.access.table.answers import FOR_PATIENTS, HERS, IN, NOT_STAFF, ONLY_READ
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "My visits",
        "booking:mine",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:405 staff:403",
    ),
    Family(
        "What the clinic booked for me, and by what I am reached",
        "booking:claim booking:messages booking:guardian",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family("What can be booked", "booking:book", get="everyone:200 staff:>landing half:>landing", post=ONLY_READ),
    Family(
        "A time, and who comes",
        "booking:times booking:you",
        get="everyone:200 staff:>landing half:>landing",
        post=NOT_STAFF,
    ),
    Family(
        "Not this time after all",
        "booking:drop",
        get="everyone:405 staff:>landing half:>landing",
        post="everyone:>/visits/book/ staff:403 half:403",
    ),
    Family("Is this right?", "booking:confirm_booking", get=f"{IN} {FOR_PATIENTS}", post=f"{IN} {FOR_PATIENTS}"),
    Family(
        "The waiting list",
        "booking:wait",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family(
        "My own record",
        "booking:record",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:405 staff:403",
    ),
    Family(
        "A form of Ana's to read",
        "booking:record_form",
        get=f"{IN} ana:200 zed:404 staff:>landing",
        post=f"{IN} patients:405 staff:403",
    ),
    Family(
        "My record as a file; nothing is chosen",
        "booking:record_download",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family(
        "A code again, before a record leaves",
        "booking:record_again",
        get=f"{IN} patients:405 staff:>landing",
        post=f"{IN} patients:>/account/sign-in/code/confirm/ staff:403",
    ),
    Family(
        "Asking for erasure",
        "booking:record_erasure",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:>/visits/record/erasure/ staff:403",
    ),
    Family("Ana's visit", "booking:visit booking:calendar_file", get=HERS, post=f"{HERS} ana:405"),
    Family("Ana chooses another time", "booking:move", get=HERS, post=HERS),
    Family("An offer to Ana", "booking:offer", get=HERS, post=f"{HERS} ana:>/visits/offers/"),
    Family("Ana cancels", "booking:cancel", get=HERS, post=f"{HERS} ana:>/visits/"),
    Family(
        "Ana confirms, and leaves the list",
        "booking:confirm booking:leave",
        get=f"{HERS} ana:>/visits/",
        post=f"{HERS} ana:>/visits/",
    ),
    Family(
        "No more needles",
        "booking:no_needles",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:>/visits/ staff:403",
    ),
    Family(
        "A practitioner's question",
        "booking:question",
        get=f"{IN} patients:200 staff:>landing",
        post=f"{IN} patients:200 staff:403",
    ),
    Family(
        "No more questions about pain",
        "booking:numbers",
        get=f"{IN} patients:405 staff:>landing",
        post=f"{IN} patients:>/visits/ staff:403",
    ),
    Family("A calendar whose link nobody has", "booking:feed", get="everyone:404", post="everyone:405"),
)
