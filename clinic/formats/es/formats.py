"""Dates and times in the Spanish of the United States: sáb 28 nov 2026, 8:41 am

What is typed is read as in English, month first: the fields say so, and a date must not mean another day because the
page was read in another language. Figures are written as everywhere in the country, 1,234.5.
"""

from clinic.formats.en.formats import DATE_INPUT_FORMATS, DATETIME_INPUT_FORMATS, TIME_INPUT_FORMATS

__all__ = ["DATETIME_INPUT_FORMATS", "DATE_INPUT_FORMATS", "TIME_INPUT_FORMATS"]

DATE_FORMAT = "j b Y"
MONTH_DAY_FORMAT = "j b"
YEAR_MONTH_FORMAT = "b Y"
TIME_FORMAT = "g:i a"
DATETIME_FORMAT = "D j b Y, g:i a"
SHORT_DATE_FORMAT = DATE_FORMAT
SHORT_DATETIME_FORMAT = "j\N{NO-BREAK SPACE}b\N{NO-BREAK SPACE}Y, g:i\N{NO-BREAK SPACE}a"
FIRST_DAY_OF_WEEK = 0
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3

DAY_FORMAT = "D j b Y"
SHORT_DAY_FORMAT = "D j b"
