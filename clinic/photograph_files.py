"""Reads a photograph that somebody sends and writes it anew: nothing else of the file is kept (decision 30)."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

# As a phone makes them; what a whole request may weigh stands in settings.LARGE_UPLOADS.
HEAVIEST: int = settings.LARGEST_PHOTOGRAPH
# So many pixels a small file may unpack to; a camera makes fewer. More is a bomb, or a mistake.
MOST_PIXELS = 24_000_000
KINDS = ("JPEG", "PNG", "WEBP")
# What a field for a file offers to choose from.
ACCEPTED = "image/jpeg,image/png,image/webp"
_WHITE = "#FFFFFF"
# More than this no page shows, twice over for a sharp cut. A photograph of a phone is brought down to it at once: made
# ready whole for each of its widths, it took a worker 300 MB and some seconds.
_ENOUGH = (1920, 1440)
# No cut is longer than this many times its width: of a panorama the middle is enough.
_LONGEST = 2
# The values of EXIF's orientation that say: a quarter turn.
_LYING = frozenset({5, 6, 7, 8})


@contextmanager
def upright(data: bytes, *, least: tuple[int, int]) -> Iterator[Image.Image]:
    """Open a photograph, turned as it was held; `least` is the width and height in pixels that it must have.

    Raises ValidationError with a sentence for a file that is too heavy, of another kind, broken, too large or too
    small. How large it is stands at the beginning of the file: nothing is unpacked before that is known.
    """
    if len(data) > HEAVIEST:
        raise ValidationError(_("Choose a file under 8 MB. Make the photograph smaller first."), code="heavy")
    try:
        with Image.open(BytesIO(data), formats=KINDS) as sent:
            _require_pixels(sent.size)
            _require_size(_held(sent), least)
            sent.draft(None, _ENOUGH)  # a JPEG is unpacked no larger than needed
            yield _brought_down(ImageOps.exif_transpose(sent))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as wrong:
        sentence = _("Choose a JPEG, PNG or WebP photograph that opens on your computer.")
        raise ValidationError(sentence, code="kind") from wrong


def webp(picture: Image.Image, size: tuple[int, int], *, quality: int) -> bytes:
    """Return a picture as WebP, cut to a width and height in pixels around its middle."""
    flat = Image.new("RGB", picture.size, _WHITE)
    with_alpha = picture.convert("RGBA")
    flat.paste(with_alpha, mask=with_alpha)
    out = BytesIO()
    # Without `exif` and `icc_profile` nothing of what the camera wrote goes along.
    ImageOps.fit(flat, size).save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()


def _held(sent: Image.Image) -> tuple[int, int]:
    """Return width and height as the camera was held, which is said at the beginning of the file."""
    width, height = sent.size
    return (height, width) if sent.getexif().get(ExifTags.Base.Orientation) in _LYING else (width, height)


def _brought_down(photograph: Image.Image) -> Image.Image:
    """Return the middle of a photograph a whole number of times smaller, as long as enough is left of it."""
    photograph = _middle(photograph)
    times = min(photograph.width // _ENOUGH[0], photograph.height // _ENOUGH[1])
    if times < 2:
        return photograph
    plain = photograph if photograph.mode in ("L", "RGB", "RGBA") else photograph.convert("RGBA")
    return plain.reduce(times)


def _middle(photograph: Image.Image) -> Image.Image:
    """Return a panorama without its ends, which no cut shows: whole, it took a worker 500 MB."""
    width, height = photograph.size
    new_width, new_height = min(width, _LONGEST * height), min(height, _LONGEST * width)
    if (new_width, new_height) == (width, height):
        return photograph
    left, top = (width - new_width) // 2, (height - new_height) // 2
    return photograph.crop((left, top, left + new_width, top + new_height))


def _require_pixels(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise ValidationError(_("This photograph has too many pixels. Make it smaller first."), code="large")


def _require_size(size: tuple[int, int], least: tuple[int, int]) -> None:
    if size[0] < least[0] or size[1] < least[1]:
        raise ValidationError(
            _("Choose a photograph of at least %(width)d by %(height)d pixels."),
            code="small",
            params={"width": least[0], "height": least[1]},
        )
