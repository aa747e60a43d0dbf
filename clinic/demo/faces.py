"""Drawn faces for the demo's practitioners: nobody is photographed, because nobody here exists."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from PIL import Image, ImageDraw

_EDGE = 480


@dataclass(frozen=True)
class Face:
    """Colors of a face, and how long the hair falls (pixels from the top). `alt` says what is drawn."""

    alt: str
    ground: str
    coat: str
    skin: str
    hair: str
    falls_to: int
    has_glasses: bool = False


FACES: Mapping[str, Face] = MappingProxyType(
    {
        "noor": Face(
            "A drawing of Noor: long dark hair and a green coat",
            "#E7F0EA", "#1F6B4F", "#C68B62", "#2B1D18", 350,
        ),
        "tomas": Face(
            "A drawing of Tomás: short gray hair, glasses and a blue coat",
            "#E9EEF5", "#3B5B84", "#E3B48F", "#7C7A76", 190,
            has_glasses=True,
        ),
        "mei": Face(
            "A drawing of Mei: black hair to the chin and a red coat",
            "#F6EEE3", "#9A4A3C", "#EBC6A0", "#16130F", 275,
        ),
    }
)  # fmt: skip


def draw(face: Face) -> bytes:
    """Return a face as a PNG file, 480 by 480 pixels."""
    picture = Image.new("RGB", (_EDGE, _EDGE), face.ground)
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((132, 70, 348, face.falls_to), 105, fill=face.hair)
    pen.rounded_rectangle((205, 280, 275, 380), 30, fill=face.skin)
    pen.ellipse((60, 340, 420, 640), fill=face.coat)
    pen.polygon(((205, 345), (275, 345), (240, 420)), fill=face.skin)
    pen.ellipse((155, 105, 325, 325), fill=face.skin)
    pen.pieslice((148, 82, 332, 262), 185, 355, fill=face.hair)
    for x in (205, 275):
        pen.ellipse((x - 8, 206, x + 8, 222), fill="#1E2A26")
        if face.has_glasses:
            pen.ellipse((x - 30, 184, x + 30, 244), outline="#1E2A26", width=6)
    if face.has_glasses:
        pen.line((235, 214, 245, 214), fill="#1E2A26", width=6)
    pen.arc((205, 225, 275, 285), 25, 155, fill="#7A3B2E", width=7)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
