"""The one judge of a birth date, for the questionnaire, for our forms and for the lines of a file. Pure.

Nothing is guessed: a year of two digits, a day where the month belongs and a day that does not exist are named, each
with what may have been meant. Whoever asks says it in a sentence of their own.
"""

from datetime import date
from enum import Enum

# Nobody is older, in whole years: the years that two digits can mean.
OLDEST = 110


class DateFault(Enum):
    """What keeps a birth date from being read."""

    SHORT_YEAR = 1  # 3/4/52: `years` says which ones it can be
    TURNED = 2  # 27/4/1984 where the month comes first
    NO_SUCH_DAY = 3  # February 30


class WrongBirthDateError(ValueError):
    """A birth date that cannot be read, and what may have been meant."""

    def __init__(self, fault: DateFault, years: tuple[int, ...] = ()) -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.years = years


def birth_date(*, year: str, month: int, day: int, on: date) -> date:
    """Return the day that these say, the year as it was typed. Raises WrongBirthDateError; what lies in the future or
    too long ago is a day all the same.
    """
    if not year.isdecimal() or int(year) < 1000 or len(year) > 4:
        raise WrongBirthDateError(DateFault.SHORT_YEAR, _meant(year, on=on))
    if month > 12 >= day:
        raise WrongBirthDateError(DateFault.TURNED)
    try:
        return date(int(year), month, day)
    except ValueError:
        raise WrongBirthDateError(DateFault.NO_SUCH_DAY) from None


def _meant(typed: str, *, on: date) -> tuple[int, ...]:
    """Return the years that two digits can mean for somebody who lives, the earlier one first."""
    if len(typed) != 2 or not typed.isdecimal():
        return ()
    return tuple(year for year in (1900 + int(typed), 2000 + int(typed)) if on.year - OLDEST <= year <= on.year)
