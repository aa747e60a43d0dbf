"""Photographs of the clinic's places as the public sees them: what to show where, remembered for some seconds."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.core.cache import caches
from django.db.models import F
from django.db.models.signals import post_delete, post_save

from clinic import photograph_files
from clinic.booking.models import Location, PlacePhotograph
from clinic.booking.schedule import OWN

# Pixels of the width by the name of the column; four wide are three high. A page lets the browser choose one.
WIDTHS: Mapping[str, int] = MappingProxyType({"small": 320, "medium": 640, "large": 960})
# More of one place are an album, and nobody scrolls through it to find the door.
MOST = 8
_LEAST = (640, 480)
_QUALITY = 72
# What helps somebody to find the way in.
WAY_IN = frozenset({PlacePhotograph.Kind.DOOR, PlacePhotograph.Kind.PARKING})
_ORDER = (F("location__position").asc(nulls_first=True), "location", "position", "id")
_KEY, _SECONDS = "clinic.booking.photographs", 5


@dataclass(frozen=True)
class EncodedWidths:
    """The three pictures as WebP, and a hash of them."""

    small: bytes
    medium: bytes
    large: bytes

    @property
    def digest(self) -> str:
        return hashlib.blake2b(self.small + self.medium + self.large, digest_size=16).hexdigest()


@dataclass(frozen=True)
class PhotographShown:
    """A photograph on a page: what stands in its address, below it and in its place for whoever cannot see it.

    `kind` is a kind of PlacePhotograph, `alt` and `caption` are the clinic's own words, in English.
    """

    digest: str
    kind: str
    caption: str
    alt: str

    @property
    def label(self) -> str:
        """What it shows, in the language that is spoken now."""
        return str(PlacePhotograph.Kind(self.kind).label)


def read(data: bytes) -> EncodedWidths:
    """Return the photograph upright, cut to four by three around its middle and written anew in three widths.

    Raises ValidationError with a sentence for what is no photograph of at least 640 by 480 pixels.
    """
    with photograph_files.upright(data, least=_LEAST) as picture:
        return EncodedWidths(
            **{
                name: photograph_files.webp(picture, (width, width * 3 // 4), quality=_QUALITY)
                for name, width in WIDTHS.items()
            }
        )


def of_place(key: int, *, only_the_way_in: bool = False) -> tuple[PhotographShown, ...]:
    """Return the photographs of a place by its key (OWN for the clinic's own address), in their order."""
    shown = _by_place().get(key, ())
    return tuple(each for each in shown if each.kind in WAY_IN) if only_the_way_in else shown


def places_shown() -> tuple[int, ...]:
    """Return the keys of the places that have photographs, the clinic's own address first, then in their order."""
    return tuple(_by_place())


def _by_place() -> dict[int, tuple[PhotographShown, ...]]:
    remembered: dict[int, tuple[PhotographShown, ...]] | None = caches["process"].get(_KEY)
    if remembered is None:
        remembered = {}
        for row in PlacePhotograph.objects.shown().without_pictures().order_by(*_ORDER):
            shown = PhotographShown(row.digest, row.kind, row.caption, row.alt)
            key = row.location_id or OWN
            remembered[key] = (*remembered.get(key, ()), shown)
        caches["process"].set(_KEY, remembered, _SECONDS)
    return remembered


def _forget(**_said: Any) -> None:
    """A photograph came, changed or went; other processes see it within seconds."""
    caches["process"].delete(_KEY)


def listen() -> None:
    """Begin to listen; done once, when the apps are ready."""
    for changed in (post_save, post_delete):
        changed.connect(_forget, PlacePhotograph)
        changed.connect(_forget, Location)
