"""The treatment: practitioners, and counts for administrators."""

from tests.access.table.answers import IN, TREATS
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "A note that is being written, with nothing on it",
        "treatment:draft treatment:note treatment:new_event treatment:event",
        get=TREATS,
        post=TREATS,
    ),
    Family(
        "What is read and taken out of the treatment",
        "treatment:person treatment:paper treatment:document treatment:person_paper treatment:person_document",
        get=TREATS,
        post=f"everyone:405 {IN}",
    ),
    Family(
        "Consent, told to a practitioner",
        "treatment:consent",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/treatment/people/ {IN}",
    ),
    Family(
        "Whether a minor may consent alone, heard by a practitioner",
        "treatment:alone",
        get=f"everyone:405 {IN}",
        post=TREATS,
    ),
    Family(
        "The register of adverse events",
        "treatment:register",
        get=f"everyone:403 noor:200 ada:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
)
