"""The golden truth tables of the visit update and the check-in, written from the specification of the rules.

`CASES` holds every row of both. A row changes a healthy sitting of its form, over a healthy last full form, which it
may change too.
"""

from tests.intake.screening.truth.later import (
    check_in,
    check_in_before,
    check_in_text,
    update_day,
    update_merge,
    update_shown,
    update_text,
)
from tests.intake.screening.truth.later.case import Later

CASES: tuple[Later, ...] = tuple(
    case
    for module in (
        update_day,
        update_merge,
        update_text,
        update_shown,
        check_in,
        check_in_before,
        check_in_text,
    )
    for case in module.CASES
)

__all__ = ["CASES", "Later"]
