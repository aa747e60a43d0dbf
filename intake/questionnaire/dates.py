"""Birth dates and ages. The day is always handed in; nothing here reads a clock."""

from datetime import date

# From this age on people sign for themselves.
ADULT = 18


def age_on(born: date, day: date) -> int:
    """Whole years on that day: the birthday counts as the new age, 29 February turns on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def day_from(written: object) -> date | None:
    """The day that is written YYYY-MM-DD, None for anything else."""
    if not isinstance(written, str) or len(written) != 10:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.isoformat() == written else None
