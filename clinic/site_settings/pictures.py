"""Reads what kind of picture a file is and how large, from its first bytes, and refuses everything else.

No name and no declared type is believed. SVG is not taken: it is a page of its own, with scripts. A picture is kept as
a data: address of exactly the kind that its bytes are, and nothing but an image is ever made of it.
"""

import base64
import binascii
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# The whole first view of a page is to stay under 30 KB, and the logo is part of each.
HEAVIEST = 12 * 1024
WIDEST = 2000
TALLEST = 1000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# The markers of a JPEG that are followed by its size: C0 to CF without C4, C8 and CC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_KEPT = re.compile(r"data:(image/(?:png|jpeg|webp));base64,([A-Za-z0-9+/=]+)")


@dataclass(frozen=True)
class Picture:
    """A picture of a known kind: "image/png", "image/jpeg" or "image/webp", and its size in pixels."""

    kind: str
    width: int
    height: int
    data: bytes

    @property
    def address(self) -> str:
        """The picture as a data: address."""
        return f"data:{self.kind};base64,{base64.b64encode(self.data).decode()}"


def read(data: bytes) -> Picture:
    """Return the picture. Raises ValidationError with a sentence: too heavy, another kind, broken, or too large."""
    if len(data) > HEAVIEST:
        raise ValidationError(
            _("Choose a file under 12 KB. A logo 96 pixels high is sharp enough for every screen."), code="heavy"
        )
    shape = _size(data)
    if shape is None:
        raise ValidationError(_("Choose a PNG, JPEG or WebP picture. We can't use other kinds of files."), code="kind")
    kind, width, height = shape
    if not (0 < width <= WIDEST and 0 < height <= TALLEST):
        raise ValidationError(_("Choose a picture of at most 2000 by 1000 pixels."), code="size")
    return Picture(kind, width, height, data)


def kept(address: str) -> Picture | None:
    """Return the picture that a data: address of ours holds; None for anything else."""
    match = _KEPT.fullmatch(address)
    if match is None:
        return None
    try:
        picture = read(base64.b64decode(match[2], validate=True))
    except (binascii.Error, ValidationError):
        return None
    return picture if picture.kind == match[1] else None


def _size(data: bytes) -> tuple[str, int, int] | None:
    try:
        if data.startswith(_PNG) and data[12:16] == b"IHDR":
            return "image/png", _big(data[16:20]), _big(data[20:24])
        if data.startswith(_JPEG):
            return _jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except IndexError:
        return None
    return None


def _jpeg(data: bytes) -> tuple[str, int, int] | None:
    """Walk from marker to marker up to the one that holds the size."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            return "image/jpeg", _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
        at += 2 + max(2, _big(data[at + 2 : at + 4]))
    return None


def _webp(data: bytes) -> tuple[str, int, int] | None:
    """The three ways in which a WebP says its size (lossy, lossless, extended)."""
    chunk = data[12:16]
    if chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        return "image/webp", _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    if chunk == b"VP8L" and data[20] == 0x2F:
        bits = _little(data[21:25])
        return "image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8X" and len(data) >= 30:
        return "image/webp", _little(data[24:27]) + 1, _little(data[27:30]) + 1
    return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
