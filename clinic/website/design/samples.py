"""Invented contents for the components: what each of them looks like in each of its states."""

from datetime import UTC, datetime
from typing import Any

from intake.review.outcomes import OutcomePoint, Series

ICONS = (
    "leaf", "back", "forward", "check", "phone", "clock", "lock",
    "warning", "octagon", "square", "circle", "needle", "spine", "hands",
)  # fmt: skip

TIERS = (
    {"tier": "emergency", "word": "Emergency"},
    {"tier": "hold", "word": "Hold"},
    {"tier": "caution", "word": "Caution"},
    {"tier": "note", "word": "Note"},
    {"tier": "clear", "word": "No flags"},
)
KINDS = (
    {"kind": "done", "word": "Cleared"},
    {"kind": "waiting", "word": "Waiting"},
    {"kind": "plain", "word": "Not started"},
)

TASKS = (
    {"title": "About you", "url": "#lists", "status": "Done", "done": True},
    {"title": "Your pain", "url": "#lists", "status": "2 of 4 pages", "hint": "About two minutes left"},
    {"title": "Consent", "url": None, "status": "Not yet"},
)

ROWS = (
    {"question": "What is your name?", "answer": "Ana Invented", "url": "#lists"},
    {"question": "Where does it hurt?", "answers": ["Low back", "Left leg"], "url": "#lists"},
    {"question": "Are you pregnant?", "answer": "No", "url": "#lists", "private": True},
    {"question": "When did it begin?", "missing": True, "url": "#lists"},
)

STEPS = (
    {"title": "Sent", "text": "Wed, Mar 4, 2026, 10:30 am", "state": "done"},
    {"title": "Being read", "text": "A practitioner reads every form.", "state": "now"},
    {"title": "We contact you", "text": "By Fri, Mar 6, 2026", "state": "next"},
)

ERRORS = (
    {"id": "id_d_name", "text": "Write your name, as on your insurance card"},
    {"id": "", "text": "Somebody else has just changed this form"},
)

EFFECTS = (
    {"effect": "Bleeding or a bruise", "often": "6 in 100", "do": "Press for a minute; it fades within days"},
    {"effect": "Pain at the needle", "often": "2 in 100", "do": "Tell us at once; we move or take it out"},
    {"effect": "Feeling faint", "often": "Fewer than 1 in 100", "do": "Stay lying down; we raise your legs"},
)

SECTIONS = (
    {"id": "type", "title": "Type"},
    {"id": "colours", "title": "Colours"},
    {"id": "ways", "title": "Buttons and links"},
    {"id": "boxes", "title": "Notices and cards"},
    {"id": "fields", "title": "Fields"},
    {"id": "questions", "title": "Questions"},
    {"id": "lists", "title": "Lists"},
    {"id": "words", "title": "Badges and figures"},
    {"id": "tables", "title": "Tables"},
    {"id": "finding", "title": "Finding one’s way"},
    {"id": "board", "title": "The day board"},
    {"id": "drawings", "title": "Drawings"},
)

# The day board: quarter-hours from nine on, three practitioners. A visit says how many rows it fills.
BOARD: dict[str, Any] = {
    "people": ("Noor Inventada", "Tomás Ejemplo", "Mei Beispiel"),
    "rows": (
        {"at": "9:00", "cells": ({"state": "done", "rows": 2, "name": "Ana Invented", "type": "Follow-up",
                                  "word": "Done", "ready": "Ready", "badge": "done"},
                                 {"state": "arrived", "rows": 3, "name": "Zed Stranger", "type": "First visit",
                                  "word": "Arrived 8:55", "ready": "Waiting for practitioner", "badge": "waiting"},
                                 {"state": "free", "rows": 1})},
        {"at": "9:15", "cells": ({"state": "booked", "rows": 2, "name": "Joan Sample", "type": "Follow-up",
                                  "word": "Booked", "ready": "Ready", "badge": "done"},)},
        {"at": "9:30", "now": True, "cells": ({"state": "held", "rows": 2, "name": "Pia Muster", "type": "First visit",
                                               "word": "Booked", "ready": "Form missing", "badge": "plain"},)},
        {"at": "9:45", "cells": ({"state": "missed", "rows": 2, "name": "Sam Exemplo", "type": "Follow-up",
                                  "word": "Did not come", "ready": "Ready", "badge": "done"},
                                 {"state": "cancelled", "rows": 2, "name": "Lea Exempel", "type": "Follow-up",
                                  "word": "Cancelled", "ready": "Call patient", "badge": "emergency"})},
        {"at": "10:00", "cells": ({"state": "free", "rows": 1},)},
    ),
}  # fmt: skip

# Pain over time: it gets better, and one visit update did not ask for the PEG.
OUTCOMES = Series(
    (
        OutcomePoint(datetime(2026, 1, 5, 18, tzinfo=UTC), "new_patient", 8, 6.7),
        OutcomePoint(datetime(2026, 2, 2, 18, tzinfo=UTC), "visit_update", 6, 5.0),
        OutcomePoint(datetime(2026, 2, 20, 18, tzinfo=UTC), "check_in", 5, None),
        OutcomePoint(datetime(2026, 3, 9, 18, tzinfo=UTC), "visit_update", 3, 4.3),
    )
)

# What does not work, on the pages of staff.
TROUBLE = {
    "words": "The worker has not been seen since Friday, 9:41 AM.",
    "do": "Messages do not leave. Call the person who runs the server: the worker must be started again.",
}
