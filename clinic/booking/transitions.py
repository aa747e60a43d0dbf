"""Which state of a visit may follow which: one explicit table. Whatever is not in it cannot happen."""

from clinic.booking.models.visit import State

ALLOWED: dict[str, frozenset[str]] = {
    State.BOOKED: frozenset(
        {State.CONFIRMED, State.ARRIVED, State.NO_SHOW, State.CANCELLED, State.MOVED, State.IN_ERROR}
    ),
    State.CONFIRMED: frozenset({State.ARRIVED, State.NO_SHOW, State.CANCELLED, State.MOVED, State.IN_ERROR}),
    # Back to booked or confirmed: the wrong person was ticked. Cancelled: left before being seen.
    State.ARRIVED: frozenset(
        {State.WITH, State.COMPLETED, State.BOOKED, State.CONFIRMED, State.CANCELLED, State.IN_ERROR}
    ),
    State.WITH: frozenset({State.COMPLETED, State.IN_ERROR}),
    State.COMPLETED: frozenset({State.IN_ERROR}),
    # A no-show was ticked too early or wrongly: back to what it was, or the patient came after all.
    State.NO_SHOW: frozenset({State.BOOKED, State.CONFIRMED, State.ARRIVED, State.IN_ERROR}),
    State.CANCELLED: frozenset(),
    State.MOVED: frozenset(),
    State.IN_ERROR: frozenset(),
}


def may(before: str, after: str) -> bool:
    """Say whether a visit may go from one state to another."""
    return after in ALLOWED[before]
