"""Who gets what: every address of the clinic, for nine people, on GET and POST.

A cell is a status, or `>` and where it leads. A row names groups first and then the exceptions; the last word counts.
`half` is Noor after her password and before her second factor, `left` somebody who was let go while signed in.

A room has a file with its `FAMILIES`; a new file is added to `TABLE` here.
"""

from tests.access.table import (
    accounts,
    admin,
    booking,
    desk,
    education,
    intake,
    machines,
    operations,
    review,
    tablet,
    timetable,
    transfer,
    treatment,
    website,
)
from tests.access.table.family import DOORS, Family, cells, fits

__all__ = ["DOORS", "RULES", "TABLE", "Family", "cells", "fits"]

TABLE = (
    *website.FAMILIES,
    *machines.FAMILIES,
    *operations.FAMILIES,
    *accounts.FAMILIES,
    *intake.FAMILIES,
    *tablet.FAMILIES,
    *booking.FAMILIES,
    *treatment.FAMILIES,
    *transfer.FAMILIES,
    *desk.FAMILIES,
    *admin.FAMILIES,
    *timetable.FAMILIES,
    *review.FAMILIES,
    *education.FAMILIES,
)

RULES = {name: family for family in TABLE for name in family.names.split()}
