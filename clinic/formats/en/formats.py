"""Dates and times in English: Sat, Nov 28, 2026, 8:41 am.

The letters are Django's. `a` is "am" or "pm", where clinic.formatting writes it and, by the catalog in
locale/en, on the pages that Django writes by itself (the admin).
"""

DATE_FORMAT = "M j, Y"
MONTH_DAY_FORMAT = "M j"
YEAR_MONTH_FORMAT = "M Y"
TIME_FORMAT = "g:i a"
DATETIME_FORMAT = "D, M j, Y, g:i a"
SHORT_DATE_FORMAT = DATE_FORMAT
# For a narrow column: it breaks between the date and the time, nowhere else.
SHORT_DATETIME_FORMAT = "M\N{NO-BREAK SPACE}j,\N{NO-BREAK SPACE}Y, g:i\N{NO-BREAK SPACE}a"
FIRST_DAY_OF_WEEK = 0

# The house's own: a day with its weekday, and without its year where the year is plain.
DAY_FORMAT = "D, M j, Y"
SHORT_DAY_FORMAT = "D, M j"

# What may be typed. The first one stands in the fields of the admin. No year of two figures: 4/27/54 may be 1954.
DATE_INPUT_FORMATS = ["%m/%d/%Y", "%Y-%m-%d", "%b %d %Y", "%b %d, %Y", "%B %d %Y", "%B %d, %Y"]
TIME_INPUT_FORMATS = ["%I:%M %p", "%I:%M%p", "%I %p", "%I%p", "%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"]
