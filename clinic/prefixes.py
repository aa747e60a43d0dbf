"""What begins with something, asked so that an index answers.

`LIKE 'ana%'` reads the whole table on SQLite, and on PostgreSQL wherever the database sorts by a language. A range does
not: from the beginning itself to the next one. It holds for folded words and digits, which sort alike everywhere.
"""

from django.db.models import Q

_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"


def begins(column: str, beginning: str) -> Q:
    """Return the condition that a column of small letters and digits begins so; everything does with nothing."""
    if not beginning:
        return Q()
    after = _next(beginning)
    low = Q(**{f"{column}__gte": beginning})
    return low & Q(**{f"{column}__lt": after}) if after else low


def _next(beginning: str) -> str:
    """Return the first word after all that begin so: "anb" after "ana"; empty where there is none."""
    stem = beginning.rstrip(_SIGNS[-1])
    if not stem:
        return ""
    return stem[:-1] + _SIGNS[_SIGNS.index(stem[-1]) + 1]
