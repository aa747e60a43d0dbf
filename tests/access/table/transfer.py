"""In and out: administrators."""

from tests.access.table.answers import IN
from tests.access.table.family import Family

FAMILIES = (
    Family(
        "Files of patients, and one that waits",
        "transfer:imports transfer:import",
        get=f"everyone:403 ada:200 {IN}",
        post=f"everyone:403 ada:200 {IN}",
    ),
    Family(
        "A file is imported, taken back or forgotten",
        "transfer:bring_in transfer:undo transfer:drop",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 ada:>/transfer/import/ {IN}",
    ),
    Family(
        "Records that are due: proposed by an administrator, confirmed by another person",
        "transfer:due",
        get=f"everyone:403 noor:200 ada:200 {IN}",
        post=f"everyone:405 {IN}",
    ),
    Family(
        "An erasure is proposed",
        "transfer:propose",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 ada:>/transfer/due/ {IN}",
    ),
    Family(
        "An erasure is confirmed or taken back",
        "transfer:confirm transfer:withdraw",
        get=f"everyone:405 {IN}",
        post=f"everyone:403 noor:>/transfer/due/ ada:>/transfer/due/ {IN}",
    ),
)
