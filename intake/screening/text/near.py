"""The words around a hit, for a person who reads it."""

import re

NEAR = 120  # characters on each side of a hit that are kept with it
_SENTENCE_END = re.compile(r"[;!?\n\r]|\.(?=\s)")


def near(raw: str, start: int, end: int) -> str:
    """The words around a hit, so that a person can see what was meant: its sentence, at most a few lines."""
    first = max((match.end() for match in _SENTENCE_END.finditer(raw, max(start - NEAR, 0), start)), default=0)
    first = max(first, start - NEAR, 0)
    match = _SENTENCE_END.search(raw, end, end + NEAR)
    last = min(match.start() if match else len(raw), end + NEAR)
    return raw[first:last].strip()
