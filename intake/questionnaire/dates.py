"""Birth dates and ages. The day is always handed in; nothing here reads a clock."""

from datetime import date

# From this age on people sign for themselves.
ADULT = 18
# From this age on somebody who lives apart from their parents and manages their own money may consent to their own
# medical care (California Family Code § 6922).
MAY_CONSENT_ALONE = 15


def age_on(born: date, day: date) -> int:
    """Whole years on that day: the birthday counts as the new age, 29 February turns on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def can_consent_alone(born: date, *, on: date) -> bool:
    """Whether somebody is of an age at which a practitioner may find that they consent alone."""
    return MAY_CONSENT_ALONE <= age_on(born, on) < ADULT


def day_from(written: object) -> date | None:
    """The day that is written YYYY-MM-DD, None for anything else."""
    if not isinstance(written, str) or len(written) != 10:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.isoformat() == written else None
