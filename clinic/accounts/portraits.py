"""Portraits of practitioners: a photograph as two square pictures, written anew (decision 30)."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from PIL import Image

from clinic import photograph_files
from clinic.photograph_files import HEAVIEST as HEAVIEST

# Pixels of an edge by the name of the column: beside a name, and on a page of its own on a sharp screen.
EDGES: Mapping[str, int] = MappingProxyType({"small": 160, "large": 480})
_QUALITY = 78
# Inside the first page, which is fetched in four requests with all that stands on it: sharp enough beside a name, and
# some 2 KB of a photograph.
_INSIDE, _QUALITY_INSIDE = 112, 60


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

    Raises ValidationError with a sentence for what is no photograph of at least 160 by 160 pixels.
    """
    least = (EDGES["small"], EDGES["small"])
    with photograph_files.upright(data, least=least) as portrait:
        return Encoded(**{name: _square(portrait, edge) for name, edge in EDGES.items()})


def inside_a_page(small: bytes) -> str:
    """Return the small picture once more, smaller, as an address that holds the picture itself."""
    with Image.open(BytesIO(small), formats=["WEBP"]) as picture:
        data = _square(picture, _INSIDE, quality=_QUALITY_INSIDE)
    return f"data:image/webp;base64,{b64encode(data).decode()}"


def _square(picture: Image.Image, edge: int, *, quality: int = _QUALITY) -> bytes:
    return photograph_files.webp(picture, (edge, edge), quality=quality)
