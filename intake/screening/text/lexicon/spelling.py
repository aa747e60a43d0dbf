"""How many slips of the pen a word forgives, by the length of the listed name.

A slip is a letter too many, too few or wrong, or two neighbours swapped (Damerau-Levenshtein). The
first letter is forgiven in long names only.
"""

Slips = tuple[tuple[int, int], ...]

DRUG_SLIPS: Slips = ((6, 1), (10, 2))  # from 6 letters one slip, from 10 two; shorter names none
CONDITION_SLIPS: Slips = ((7, 1), (12, 2))
SHORTEST_GUESS = 5  # a typed word of fewer letters is never taken for a slip
SHORTEST_HALF = 2  # letters of each half of a name with a space in it
JOINED_FROM = 6  # letters of both halves together, compared as written
JOINED_GUESS = 8  # and with slips


def slips_allowed(name: str, slips: Slips) -> int:
    """The largest number of slips this listed name forgives."""
    return max((allowed for letters, allowed in slips if len(name) >= letters), default=0)
