"""Reads a photograph that somebody sends and writes it anew: two square pictures and nothing else of the file."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

# What a whole request may weigh is 512 KB (settings.DATA_UPLOAD_MAX_MEMORY_SIZE).
HEAVIEST = 400 * 1024
# So many pixels a small file may unpack to; a camera makes fewer. More is a bomb, or a mistake.
MOST_PIXELS = 24_000_000
KINDS = ("JPEG", "PNG", "WEBP")
# Pixels of an edge by the name of the column: beside a name, and on a page of its own on a sharp screen.
EDGES: Mapping[str, int] = MappingProxyType({"small": 160, "large": 480})
_QUALITY = 78
# Inside the first page, which is fetched in four requests with all that stands on it: sharp enough beside a name, and
# some 2 KB of a photograph.
_INSIDE, _QUALITY_INSIDE = 112, 60
_WHITE = "#FFFFFF"


@dataclass(frozen=True)
class Encoded:
    """The two pictures as WebP, and a hash of both."""

    small: bytes
    large: bytes

    @property
    def digest(self) -> str:
        return hashlib.blake2b(self.small + self.large, digest_size=16).hexdigest()


def read(data: bytes) -> Encoded:
    """Return the photograph upright, cut square around its middle and written anew.

    Raises ValidationError with a sentence for a file that is too heavy, of another kind, broken, too large or too
    small. How large it is stands at the beginning of the file: nothing is unpacked before that is known.
    """
    if len(data) > HEAVIEST:
        raise ValidationError(_("Choose a file under 400 KB. Make the photograph smaller first."), code="heavy")
    try:
        with Image.open(BytesIO(data), formats=KINDS) as sent:
            _require_size(sent.size)
            upright = ImageOps.exif_transpose(sent)
            return Encoded(**{name: _square(upright, edge) for name, edge in EDGES.items()})
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as wrong:
        sentence = _("Choose a JPEG, PNG or WebP photograph that opens on your computer.")
        raise ValidationError(sentence, code="kind") from wrong


def _require_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise ValidationError(_("This photograph has too many pixels. Make it smaller first."), code="large")
    if min(width, height) < EDGES["small"]:
        raise ValidationError(_("Choose a photograph of at least 160 by 160 pixels."), code="small")


def inside_a_page(small: bytes) -> str:
    """Return the small picture once more, smaller, as an address that holds the picture itself."""
    with Image.open(BytesIO(small), formats=["WEBP"]) as picture:
        data = _square(picture, _INSIDE, quality=_QUALITY_INSIDE)
    return f"data:image/webp;base64,{b64encode(data).decode()}"


def _square(picture: Image.Image, edge: int, *, quality: int = _QUALITY) -> bytes:
    flat = Image.new("RGB", picture.size, _WHITE)
    with_alpha = picture.convert("RGBA")
    flat.paste(with_alpha, mask=with_alpha)
    out = BytesIO()
    # Without `exif` and `icc_profile` nothing of what the camera wrote goes along.
    ImageOps.fit(flat, (edge, edge)).save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()
