"""The front desk."""

from tests.access.table.answers import ADMINS, ADMINS_POST, DESK, DESKS, IN
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "The note of a visit that has not begun",
        "desk:note",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/desk/visits/ {IN}",
    ),
    Family(
        "What the desk reads",
        "desk:day desk:week desk:tasks desk:visit desk:sheet desk:paper desk:blank desk:reports",
        get=DESK,
        post=f"everyone:405 {IN}",
    ),
    Family(
        "What the desk fills in, with nothing on it",
        "desk:book desk:block desk:find desk:new_person desk:correct desk:behalf desk:move desk:swap desk:cancel "
        "desk:ill desk:waiting desk:forms desk:messages",
        get=DESK,
        post=DESK,
    ),
    Family(
        "A patient's record, saved",
        "desk:patient",
        get=DESK,
        post=f"everyone:403 rui:>/desk/people/ noor:>/desk/people/ {IN}",
    ),
    Family(
        "What is read before needles, by those who hold them; here nothing is missing",
        "desk:needles",
        get=f"everyone:403 noor:>/desk/visits/ {IN}",
        post=f"everyone:403 noor:200 {IN}",
    ),
    Family(
        "A person's whole record, which only those who treat them read",
        "desk:record",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "A practitioner's own day beside the queue",
        "desk:my_day",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "A practitioner's own calendar link",
        "desk:calendar_link",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:403 noor:>/desk/my-day/ {IN}",
    ),
    Family(
        "What patients read of a practitioner",
        "desk:my_page",
        get=f"everyone:403 noor:200 {IN}",
        post=f"everyone:403 noor:>/desk/my-day/page/ {IN}",
    ),
    Family("A tablet for a patient", "desk:tablet", get=DESK, post=DESKS),
    Family("A parent or guardian signs at the desk", "desk:guardian", get=DESK, post=DESK),
    Family(
        "An update by phone, typed by a practitioner; here none is due",
        "desk:phone",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/desk/people/ {IN}",
    ),
    Family("The list, when nothing of it is open", "desk:close", get=DESK, post=DESKS),
    Family("Who fits no time", "desk:matches", get=DESKS, post=f"everyone:405 {IN}"),
    Family("A series of nothing", "desk:series", get=DESKS, post=DESKS),
    Family(
        "The desk's deeds",
        "desk:accept desk:settle desk:do desk:unblock desk:link desk:unlink desk:apart desk:end desk:call desk:undo "
        "desk:offer desk:leave desk:answer desk:silent desk:undelivered desk:rooms",
        get=f"everyone:405 {IN}",
        post=DESKS,
    ),
    Family(
        "The numbers as a file, which practitioners do not take",
        "desk:export",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 rui:200 {IN}",
    ),
    Family(
        "How far translations have come, and each text",
        "desk:translations desk:translated_texts",
        get=ADMINS,
        post=f"everyone:403 ada:405 {IN}",
    ),
    Family(
        "The clinic's own texts in a language",
        "desk:own_texts",
        get=ADMINS,
        post=f"everyone:403 ada:>/desk/languages/ {IN}",
    ),
    Family("What messages say, and when", "desk:wordings", get=ADMINS, post=ADMINS_POST),
    Family("The words of one message", "desk:wording", get=ADMINS, post=ADMINS),
)
