"""Whether everything works, and who read whom: administrators."""

from tests.access.table.answers import ADMINS, IN
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "How the site is, and what a new clinic lacks: test messages, and a clock that is confirmed",
        "operations:health operations:setup",
        get=ADMINS,
        post=f"everyone:403 ada:>/system/ {IN}",
    ),
    Family(
        "Who read whom, and what of it is unusual",
        "operations:reads operations:unusual_reads",
        get=ADMINS,
        post=f"everyone:405 {IN}",
    ),
)
