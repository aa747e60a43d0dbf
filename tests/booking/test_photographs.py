"""Photographs of the clinic: written anew, described in every whole language, shown where somebody looks for them."""

import re
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image

from clinic import photograph_files
from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.booking import photographs, services
from clinic.booking.models import Location, PlacePhotograph
from clinic.demo.in_spanish import IN_SPANISH
from clinic.demo.rooms import ROOMS
from clinic.desk.texts_to_translate import texts_of_the_clinic
from tests.support.cast import SignedIn
from tests.support.queries import Queries
from tests.support.times import NOW, TODAY

ADD = "admin:booking_placephotograph_add"
COLORS = {"door": "#116611", "parking": "#777777", "treatment": "#CCCCEE", "waiting": "#EEEE99"}
CAMERA = "Invented Camera"
SPANISH = {"alt_es": "Una puerta verde", "caption_es": ""}


def photograph(size: tuple[int, int] = (800, 600), *, color: str = "#22CC44", turned: bool = False) -> bytes:
    """A JPEG from a camera that writes down what it is."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    if turned:
        exif[0x0112] = 6  # held upright, written lying down
    out = BytesIO()
    Image.new("RGB", size, color).save(out, "JPEG", exif=exif)
    return out.getvalue()


def hang(ada: User, *kinds: str, location: Location | None = None) -> list[PlacePhotograph]:
    """Photographs of these kinds, each a picture of its own, in this order."""
    return [
        services.show_photograph(
            picture=photographs.read(photograph(color=f"#{number:x}0{COLORS[kind][3:]}")),
            kind=kind,
            location=location,
            alt=f"Alt of {kind} {number}",
            position=number,
            by=ada,
            at=NOW,
        )
        for number, kind in enumerate(kinds, start=1)
    ]


def send(client: Client, path: str, **typed: Any) -> Any:
    form = {"kind": "door", "alt": "A green door", "caption": "", "position": "1", **SPANISH}
    return client.post(path, form | typed)


def deeds() -> list[str]:
    return [entry.deed for entry in Entry.objects.order_by("number") if entry.deed.startswith("place.")]


def alts(text: str) -> list[str]:
    return re.findall(r'<img[^>]* alt="(Alt of [^"]*)"', text)


def test_a_photograph_is_written_anew_in_three_widths_with_nothing_of_the_camera() -> None:
    sent = photograph((1200, 700))
    read = photographs.read(sent)
    assert CAMERA.encode() in sent
    for data, width in ((read.small, 320), (read.medium, 640), (read.large, 960)):
        picture = Image.open(BytesIO(data))
        assert (picture.format, picture.size, dict(picture.getexif())) == ("WEBP", (width, width * 3 // 4), {})
        assert CAMERA.encode() not in data


@pytest.mark.parametrize(
    ("size", "turned", "codes"),
    [
        ((640, 480), False, []),
        ((639, 480), False, ["small"]),
        ((640, 479), False, ["small"]),
        # What counts is how it was held.
        ((480, 640), True, []),
        ((640, 480), True, ["small"]),
    ],
)
def test_a_photograph_has_pixels_for_its_page(size: tuple[int, int], turned: bool, codes: list[str]) -> None:
    assert refusals(photograph(size, turned=turned)) == codes


def refusals(data: bytes) -> list[str | None]:
    """The codes with which a file is refused; none for a photograph."""
    try:
        photographs.read(data)
    except ValidationError as refused:
        return [refused.code]
    return []


def test_the_administrator_shows_changes_and_removes_one(ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    file = SimpleUploadedFile("door.jpg", photograph())
    words = {"caption": "Ring twice", "caption_es": "Toque dos veces"}
    assert send(client, reverse(ADD), picture=file, **words).status_code == 302
    row = PlacePhotograph.objects.get()
    for page in ("/contact/", "/first-visit/"):
        assert 'alt="A green door" width="320" height="240" loading="lazy"' in client.get(page).text
        assert "The front door" in client.get(page).text
        assert [words in client.get(f"/es{page}").text for words in ("Una puerta verde", "Toque dos veces")] == [
            True
        ] * 2
    change = reverse("admin:booking_placephotograph_change", args=[row.pk])
    assert [words in client.get(change).text for words in (">A green door<", "Una puerta verde")] == [False, True]
    assert send(client, change, **words).status_code == 302
    assert deeds() == ["place.photograph_added"]
    assert send(client, change, **words | {"alt": "A door", "alt_es": "Una puerta"}).status_code == 302
    assert (
        client.post(reverse("admin:booking_placephotograph_delete", args=[row.pk]), {"post": "yes"}).status_code == 302
    )
    assert deeds() == ["place.photograph_added", "place.photograph_changed", "place.photograph_removed"]
    assert "photographs" not in client.get("/contact/").text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"alt": " "}, "This field is required."),
        ({"alt_es": ""}, "This field is required."),
        ({"caption": "Ring twice"}, "Write the caption in this language too."),
        ({"picture": ""}, "Choose a photograph."),
        ({"picture": SimpleUploadedFile("door.jpg", b"nothing")}, "Choose a JPEG, PNG or WebP photograph"),
        ({"picture": SimpleUploadedFile("door.jpg", photograph((300, 300)))}, "at least 640 by 480 pixels"),
    ],
)
def test_what_is_missing_is_asked_for(ada: User, signed_in: SignedIn, typed: dict[str, Any], sentence: str) -> None:
    file = SimpleUploadedFile("door.jpg", photograph())
    page = send(signed_in(ada), reverse(ADD), **{"picture": file} | typed)
    assert (page.status_code, sentence in page.text, PlacePhotograph.objects.count()) == (200, True, 0)


@pytest.mark.django_db
def test_the_database_wants_a_description_too() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PlacePhotograph.objects.create(kind="door", small=b"", medium=b"", large=b"", digest="x", changed_at=NOW)


def test_a_large_photograph_is_brought_down_before_it_is_worked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of text and a photograph of 24 million pixels took a worker 300 MB: each width was made of the whole."""
    worked_on: list[tuple[int, int]] = []
    webp = photograph_files.webp

    def noted(picture: Image.Image, size: tuple[int, int], *, quality: int) -> bytes:
        worked_on.append(picture.size)
        return webp(picture, size, quality=quality)

    monkeypatch.setattr(photograph_files, "webp", noted)
    for kind in ("JPEG", "PNG", "WEBP"):
        for mode in ("RGB", "P") if kind == "PNG" else ("RGB",):
            out = BytesIO()
            Image.new(mode, (5760, 4000)).save(out, kind)
            read = photographs.read(out.getvalue())
            assert [Image.open(BytesIO(data)).size[0] for data in (read.small, read.medium, read.large)] == [
                320,
                640,
                960,
            ]
    assert max(width * height for width, height in worked_on) == 2880 * 2000
    # What a page shows keeps its pixels twice over, and a smaller photograph all of them.
    assert min(worked_on) == (2880, 2000)
    photographs.read(photograph((3839, 2879)))
    assert worked_on[-1] == (3839, 2879)
    # Of a panorama only the middle is worked on, whichever way it was held.
    for size, middle in (((12000, 2000), (4000, 2000)), ((800, 30000), (800, 1600))):
        photographs.read(photograph(size))
        assert worked_on[-1] == middle


def test_a_place_that_is_full_says_so_before_the_file_is_read(
    ada: User, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    read = photographs.read

    def counted(data: bytes) -> photographs.EncodedWidths:
        asked.append(len(data))
        return read(data)

    monkeypatch.setattr(photographs, "read", counted)
    client, file = signed_in(ada), photograph()
    assert send(client, reverse(ADD), picture=SimpleUploadedFile("door.jpg", file)).status_code == 302
    assert len(asked) == 1  # the control: where there is room it is read, once
    hang(ada, *["waiting"] * (photographs.MOST - 1))
    del asked[:]
    page = send(client, reverse(ADD), picture=SimpleUploadedFile("door.jpg", photograph(color="#123456")))
    assert (page.status_code, "Remove one first" in page.text, asked) == (200, True, [])


def test_a_place_shows_no_album(ada: User, signed_in: SignedIn) -> None:
    hang(ada, *["waiting"] * photographs.MOST)
    page = send(signed_in(ada), reverse(ADD), picture=SimpleUploadedFile("door.jpg", photograph()))
    assert (page.status_code, "Remove one first" in page.text) == (200, True)
    with pytest.raises(ValidationError):
        hang(ada, "door")


def test_a_place_shows_a_photograph_once(ada: User, signed_in: SignedIn) -> None:
    client, west = signed_in(ada), Location.objects.create(name="Westside", address="500 Invented Avenue")
    file = photograph()
    assert send(client, reverse(ADD), picture=SimpleUploadedFile("door.jpg", file)).status_code == 302
    page = send(client, reverse(ADD), picture=SimpleUploadedFile("again.jpg", file))
    assert (page.status_code, "shows the same photograph already" in page.text) == (200, True)
    row, twice = PlacePhotograph.objects.get(), photographs.read(file)
    words: dict[str, Any] = {"kind": "door", "alt": "A green door", "by": ada, "at": NOW}
    with pytest.raises(ValidationError):
        services.show_photograph(picture=twice, location=None, **words)
    assert services.show_photograph(row, picture=twice, location=None, **words) == row
    assert services.show_photograph(picture=twice, location=west, **words) != row


def test_each_place_shows_its_own_in_their_order(ada: User, client: Client) -> None:
    west = Location.objects.create(name="Westside", address="500 Invented Avenue")
    gone = Location.objects.create(name="Old place", address="1 Invented Avenue", active=False)
    hang(ada, "treatment", "door")
    hang(ada, "waiting", location=west)
    [left] = hang(ada, "parking", location=gone)
    # Where the page says how to find us only the way in; a location has no page of its own but this card.
    assert alts(client.get("/contact/").text) == ["Alt of door 2", "Alt of waiting 1"]
    text = client.get("/first-visit/").text
    assert alts(text) == ["Alt of treatment 1", "Alt of door 2", "Alt of waiting 1"]
    assert "<h3>Westside</h3>" in text
    assert client.get(reverse("website:photograph", args=[left.digest, "small"])).status_code == 404


def test_an_address_holds_one_photograph_for_good(ada: User, client: Client, now: datetime) -> None:
    [row] = hang(ada, "door")
    for name in photographs.WIDTHS:
        path = reverse("website:photograph", args=[row.digest, name])
        answer = client.get(path)
        assert (answer.content, answer["Content-Type"]) == (getattr(row, name), "image/webp")
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(reverse("website:photograph", args=[row.digest, "alt"])).status_code == 404


@pytest.mark.parametrize("kinds", [["door"], ["door", "waiting", "treatment"]])
def test_a_page_asks_once_however_many_there_are(ada: User, kinds: Iterable[str], queries: Queries) -> None:
    hang(ada, *kinds)
    with queries(1) as seen:
        assert len(photographs.of_place(0)) == len(list(kinds))
    assert '"medium"' not in seen[0]
    with queries(0):
        photographs.of_place(0)


def test_their_words_are_asked_for_in_each_language(ada: User) -> None:
    hang(ada, "door")
    caches["process"].clear()
    asked = {each.english: each.where for each in texts_of_the_clinic("es", on=TODAY)}
    assert asked["Alt of door 1"] == "Photograph: The front door, description"


@pytest.mark.parametrize("room", ROOMS, ids=[room.kind for room in ROOMS])
def test_the_drawn_rooms_are_light_and_described_in_both_languages(room: Any) -> None:
    read = photographs.read(room.draw())
    assert (len(read.small) < 8_000, len(read.large) < 32_000) == (True, True)
    assert [words for words in (room.alt, room.caption) if words and words not in IN_SPANISH] == []
