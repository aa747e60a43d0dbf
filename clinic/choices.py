"""What templates/clinic/choices.html needs to know of a radio button or a box."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One choice; a time of day says its parts instead of a label, for its day is read out and not shown."""

    value: str
    label: str = ""
    checked: bool = False
    disabled: bool = False
    id: str = ""
    # Set apart by "or": it answers for all the others.
    apart: bool = False
    day: str = ""
    time: str = ""
    about: str = ""
