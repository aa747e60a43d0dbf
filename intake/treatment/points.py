"""The standard points: codes of the World Health Organization, and the part of the body each one lies in.

WHO, "A proposed standard international acupuncture nomenclature", Geneva 1991: 361 points of fourteen channels and 48
extra points. What is typed is read in the usual ways of writing ("li 4", "UB-40", "Ren 6 both"). Whatever has not the
shape of a code is a point in words and is kept as it was typed.

Where a point lies is for warnings, so that a point between two parts counts to the one where more can go wrong: GB21
and TE15 lie over the lung and count to the upper back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


# Where a point lies: a region of the body picture, or "arm" and "leg" for a limb whose side the point does not say.
# "lower" and "sacral" stand beside the region for what is kept free in a pregnancy.
_BY_RANGE: dict[str, tuple[tuple[int, str], ...]] = {
    "LU": ((2, "chest"), (11, "arm")),
    "LI": ((15, "arm"), (16, "upper_back"), (18, "neck"), (20, "head_ear")),
    "ST": ((8, "head_ear"), (11, "neck"), (18, "chest"), (25, "abdomen"), (30, "abdomen lower"), (45, "leg")),
    "SP": ((11, "leg"), (14, "abdomen lower"), (16, "abdomen"), (21, "chest")),
    "HT": ((9, "arm"),),
    "SI": ((10, "arm"), (15, "upper_back"), (17, "neck"), (19, "head_ear")),
    "BL": (
        (9, "head_ear"),
        (10, "neck"),
        (17, "upper_back"),
        (21, "mid_back"),
        (26, "low_back"),
        (35, "buttock_hip sacral"),
        (36, "buttock_hip"),
        (40, "leg"),
        (46, "upper_back"),
        (50, "mid_back"),
        (52, "low_back"),
        (54, "buttock_hip sacral"),
        (67, "leg"),
    ),
    "KI": ((10, "leg"), (15, "abdomen lower"), (21, "abdomen"), (27, "chest")),
    "PC": ((1, "chest"), (9, "arm")),
    "TE": ((14, "arm"), (15, "upper_back"), (16, "neck"), (23, "head_ear")),
    "GB": (
        (19, "head_ear"),
        (20, "neck"),
        (21, "upper_back"),
        (24, "chest"),
        (25, "abdomen"),
        (28, "abdomen lower"),
        (30, "buttock_hip"),
        (44, "leg"),
    ),
    "LR": ((11, "leg"), (12, "abdomen lower"), (13, "abdomen"), (14, "chest")),
    "GV": (
        (2, "buttock_hip sacral"),
        (5, "low_back"),
        (8, "mid_back"),
        (13, "upper_back"),
        (16, "neck"),
        (28, "head_ear"),
    ),
    "CV": ((7, "abdomen lower"), (15, "abdomen"), (21, "chest"), (23, "neck"), (24, "head_ear")),
    "EX-HN": ((14, "head_ear"), (15, "neck")),
    "EX-CA": ((1, "abdomen lower"),),
    "EX-B": ((1, "upper_back"), (2, "upper_back mid_back low_back"), (3, "mid_back"), (7, "low_back"), (9, "sacral")),
    "EX-UE": ((11, "arm"),),
    "EX-LE": ((12, "leg"),),
}
# How else channels are written. Not L and S: L5 and S1 are vertebrae to everybody who works on a spine.
_ALIASES = {
    "H": "HT", "HE": "HT", "UB": "BL", "B": "BL", "K": "KI", "KD": "KI", "P": "PC", "TH": "TE", "TB": "TE",
    "SJ": "TE", "TW": "TE", "G": "GB", "LV": "LR", "LIV": "LR", "DU": "GV", "REN": "CV", "RN": "CV",
}  # fmt: skip
_SIDES = {
    "l": Side.LEFT, "left": Side.LEFT, "r": Side.RIGHT, "right": Side.RIGHT,
    "both": Side.BOTH, "bilateral": Side.BOTH, "bilat": Side.BOTH, "bl": Side.BOTH, "b": Side.BOTH,
}  # fmt: skip
_SHAPE = re.compile(r"(?P<channel>EX-?\s?(?:HN|CA|B|UE|LE)|[A-Z]{1,3})[\s.\-]*(?P<number>\d{1,2})", re.IGNORECASE)
_SIDE = re.compile(r"[\s(]+(?P<side>l|r|left|right|both|bilateral|bilat|bl|b)\)?$", re.IGNORECASE)
MOST = 60


def _places(channel: str) -> Iterable[tuple[str, frozenset[str]]]:
    begin = 1
    for last, where in _BY_RANGE[channel]:
        for number in range(begin, last + 1):
            yield f"{channel}{number}", frozenset(where.split())
        begin = last + 1


# Code → where it lies.
POINTS: dict[str, frozenset[str]] = {code: where for channel in _BY_RANGE for code, where in _places(channel)}


@dataclass(frozen=True)
class Point:
    """One point as it was read: `code` of the standard, or only `words`; the side, where one was written."""

    words: str
    code: str = ""
    side: str = ""

    @property
    def label(self) -> str:
        """LI4 (both), or the words as they were typed."""
        name = self.code or self.words
        return f"{name} ({self.side})" if self.side else name

    @property
    def lies_in(self) -> frozenset[str]:
        """Where it lies; nothing for a point in words."""
        return POINTS.get(self.code, frozenset())

    @property
    def regions(self) -> frozenset[str]:
        """The regions of the body picture that it touches; a limb on each side that may be meant."""
        return frozenset(region for place in self.lies_in for region in _sided(place, self.side))


def _sided(place: str, side: str) -> Iterable[str]:
    if place in ("arm", "leg"):
        sides = (side,) if side in (Side.LEFT, Side.RIGHT) else (Side.LEFT, Side.RIGHT)
        return [f"{place}_{each_side}" for each_side in sides]
    if place == "sacral":
        return ["buttock_hip"]
    return [] if place == "lower" else [place]


def read(text: str) -> list[Point]:
    """Return the points of a list as typed, parted by commas, semicolons or lines."""
    parts = (part.strip() for part in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(_read_one(part) for part in parts if part))


def _read_one(part: str) -> Point:
    side_at = _SIDE.search(part)
    side = str(_SIDES[side_at["side"].lower()]) if side_at else ""
    rest = part[: side_at.start()].strip() if side_at else part
    code = code_of(rest)
    if code in POINTS:
        return Point(rest, code, side)
    return Point(part)


def code_of(words: str) -> str:
    """Return the code that words have the shape of, written as in the standard; empty for anything else.

    It may be one that does not exist ("LI44"): that is a slip of the pen, and somebody is asked (`unknown`).
    """
    shape = _SHAPE.fullmatch(words.strip())
    if shape is None:
        return ""
    channel = re.sub(r"\s", "", shape["channel"].upper())
    if channel.startswith("EX"):
        channel = "EX-" + channel.removeprefix("EX").removeprefix("-")
    channel = _ALIASES.get(channel, channel)
    return f"{channel}{int(shape['number'])}" if channel in _BY_RANGE else ""


def unknown(point: Point) -> str:
    """Return the code that a point in words has the shape of without being one; empty for words and real points."""
    if point.code:
        return ""
    side_at = _SIDE.search(point.words)
    return code_of(point.words[: side_at.start()] if side_at else point.words)


def last_of(code: str) -> str:
    """Return the last point of the channel that a code names: LI20 for LI44."""
    channel = code.rstrip("0123456789")
    return f"{channel}{_BY_RANGE[channel][-1][0]}"
