"""How long a record is kept. Pure.

Source: California Health and Safety Code § 123145 (a): at least seven years after a patient is discharged; a minor's
at least one year after the eighteenth birthday, and in no case less than seven years. The section binds licensed
clinics that close; professional bodies advise the same to every practice. Another law may ask for more or less: the
administrator sets the years in the clinic settings.
"""

from datetime import date

# Years after the last contact, where the clinic settings say nothing.
LEAST_YEARS = 7
# A minor's record is kept until this birthday.
MINORS_UNTIL = 19
_OF_AGE = 18


def due_on(*, last: date, born: date, years: int = LEAST_YEARS) -> date:
    """Return the day from which a record may be erased: `years` after the last contact; of somebody who was under 18
    then, not before they are 19."""
    ends = years_after(last, years)
    return max(ends, years_after(born, MINORS_UNTIL)) if last < years_after(born, _OF_AGE) else ends


def years_after(day: date, years: int) -> date:
    """Return the same day so many years later; of February 29 in a common year, March 1."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
