"""Photographs of practitioners: written anew, described, served by their hash, and refused where they are none."""

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from clinic.accounts import portraits, services, team
from clinic.accounts.models import Portrait, Practitioner, User
from clinic.audit.models import Entry
from clinic.demo.faces import FACES, draw
from clinic.demo.in_spanish import IN_SPANISH
from clinic.desk.texts_to_translate import texts_of_the_clinic, untranslated
from clinic.site_settings import own_texts
from tests.support.cast import SignedIn
from tests.support.queries import Queries
from tests.support.times import NOW, TODAY

CAMERA = "Invented Camera"


def photograph(kind: str = "JPEG", size: tuple[int, int] = (300, 400), *, turned: bool = False) -> bytes:
    """A picture whose upper half is red, from a camera that writes down what it is."""
    picture = Image.new("RGB", size, "#2244CC")
    picture.paste("#CC2222", (0, 0, size[0], size[1] // 2))
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    if turned:
        exif[0x0112] = 3  # upside down
    out = BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_is_written_anew_in_two_squares_with_nothing_of_the_camera(kind: str) -> None:
    sent = photograph(kind)
    assert CAMERA.encode() in sent
    read = portraits.read(sent)
    for data, edge in ((read.small, 160), (read.large, 480)):
        picture = Image.open(BytesIO(data))
        assert (picture.format, picture.size, dict(picture.getexif())) == ("WEBP", (edge, edge), {})
        assert CAMERA.encode() not in data


@pytest.mark.parametrize(("turned", "top"), [(False, "red"), (True, "blue")])
def test_a_photograph_stands_upright(turned: bool, top: str) -> None:
    large = Image.open(BytesIO(portraits.read(photograph(turned=turned)).large))
    red, _green, blue = large.crop((240, 20, 241, 21)).convert("RGB").tobytes()
    assert ("red" if red > blue else "blue") == top


def of_many_pixels() -> bytes:
    """Some kilobytes that unpack to more pixels than a camera makes."""
    out = BytesIO()
    Image.new("1", (6001, 4000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: b"\0" * (portraits.HEAVIEST + 1), "heavy"),
        (of_many_pixels, "large"),
        (lambda: photograph(size=(159, 400)), "small"),
        (lambda: b"", "kind"),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "kind"),
        (lambda: photograph("GIF"), "kind"),
        (lambda: photograph("JPEG")[:900], "kind"),
    ],
    ids=["heavy", "bomb", "tiny", "empty", "svg", "gif", "cut off"],
)
def test_what_is_no_photograph_is_refused_in_a_sentence(make: Callable[[], bytes], code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        portraits.read(make())
    assert refused.value.code == code


def test_nothing_is_unpacked_before_its_size_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = of_many_pixels()
    assert len(bomb) < portraits.HEAVIEST

    def unpacked(*_said: Any) -> None:
        raise AssertionError("It was unpacked.")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", unpacked)
    with pytest.raises(ValidationError):
        portraits.read(bomb)


def test_inside_a_page_a_photograph_is_small_whatever_is_on_it() -> None:
    noise = Image.effect_noise((400, 400), 60).convert("RGB")
    out = BytesIO()
    noise.save(out, "JPEG")
    small = portraits.read(out.getvalue()).small
    inside = portraits.inside_a_page(small)
    picture = Image.open(BytesIO(b64decode(inside.removeprefix("data:image/webp;base64,"))))
    assert (picture.format, picture.size, len(inside) < 6_000 < len(small)) == ("WEBP", (112, 112), True)


@pytest.mark.parametrize("who", FACES)
def test_the_drawn_faces_are_light(who: str) -> None:
    read = portraits.read(draw(FACES[who]))
    assert len(read.small) < 4_000
    assert len(read.large) < 10_000


def change(ada: Client, noor: User, **told: Any) -> Any:
    path = reverse("admin:accounts_practitioner_change", args=[noor.practitioner.pk])
    form = {"licence": "AC 00001", "title": "L.Ac.", "languages": "English, Spanish", "on_duty": "on", "bio": ""}
    return ada.post(path, form | told)


def test_the_administrator_introduces_a_practitioner(noor: User, ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    file = SimpleUploadedFile("noor.jpg", photograph())
    assert change(client, noor, photograph=file, alt="Noor smiles", bio="She listens first.").status_code == 302
    # On the first page it makes no request of its own.
    assert re.search(r'src="data:image/webp;base64,[^"]+" alt="Noor smiles" width="160"', client.get("/").text)
    text = client.get("/practitioners/").text
    assert 'alt="Noor smiles" width="160" height="160" loading="lazy"' in text
    assert "She listens first." in text
    assert [entry.deed for entry in Entry.objects.order_by("number")][-3:] == [
        "staff.practitioner_updated",
        "staff.introduced",
        "staff.portrait_shown",
    ]
    assert change(client, noor, alt="Noor smiles", bio="She listens first.").status_code == 302
    assert Entry.objects.filter(deed__in=("staff.introduced", "staff.portrait_shown")).count() == 2
    assert change(client, noor, no_photograph="on").status_code == 302
    assert (Portrait.objects.count(), Entry.objects.latest("number").deed) == (0, "staff.portrait_removed")
    assert "<img" not in client.get("/practitioners/").text


def test_what_a_photograph_shows_is_said_in_the_readers_language(noor: User, ada: User, signed_in: SignedIn) -> None:
    file = SimpleUploadedFile("noor.jpg", photograph())
    change(signed_in(ada), noor, photograph=file, alt="Noor smiles", bio="She listens first.")
    asked = {each.english: each.text for each in texts_of_the_clinic("es", on=TODAY)}
    assert (asked["Noor smiles"], untranslated(texts_of_the_clinic("es", on=TODAY)) > 0) == ("", True)
    own_texts.save("es", {"Noor smiles": "Noor sonríe"}, by=ada, at=NOW)
    caches["process"].clear()
    for page in ("/", "/practitioners/"):
        assert 'alt="Noor sonríe"' in Client().get(f"/es{page}").text
        assert 'alt="Noor smiles"' in Client().get(page).text


def test_every_text_of_the_demo_is_there_in_spanish() -> None:
    assert [face.alt for face in FACES.values() if face.alt not in IN_SPANISH] == []


def test_practitioners_introduce_themselves_and_nobody_else(noor: User, signed_in: SignedIn) -> None:
    client, page = signed_in(noor), reverse("desk:my_page")
    sent = {"languages": "English, Arabic", "bio": "She listens first.", "alt": "Noor smiles", "licence": "AC 99999"}
    file = SimpleUploadedFile("noor.jpg", photograph())
    assert client.post(page, sent | {"photograph": file}).status_code == 302
    public = client.get("/practitioners/").text
    assert [words in public for words in ("English, Arabic", "She listens first.", 'alt="Noor smiles"')] == [True] * 3
    # The license is the administrator's, and the page is the reader's own.
    assert not Practitioner.objects.filter(licence="AC 99999").exists()
    assert list(Practitioner.objects.exclude(bio="").values_list("user__name", flat=True)) == [noor.name]
    deeds = [entry.deed for entry in Entry.objects.order_by("number") if entry.deed.startswith("staff.")][-2:]
    assert deeds == ["staff.introduced", "staff.portrait_shown"]
    refused = client.post(page, {"languages": "English", "bio": "x", "alt": ""})
    assert "Describe the photograph" in refused.text
    assert "She listens first." in client.get("/practitioners/").text


@pytest.mark.parametrize(
    ("file", "alt", "sentence"),
    [
        (photograph(), " ", "Describe the photograph"),
        (b"nothing", "Noor", "Choose a JPEG, PNG or WebP photograph"),
    ],
)
def test_a_photograph_needs_a_description_and_a_picture(
    noor: User, ada: User, signed_in: SignedIn, file: bytes, alt: str, sentence: str
) -> None:
    page = change(signed_in(ada), noor, photograph=SimpleUploadedFile("noor.jpg", file), alt=alt)
    assert (page.status_code, sentence in page.text, Portrait.objects.count()) == (200, True, 0)


def test_an_address_holds_one_photograph_for_good(noor: User, ada: User, client: Client, now: datetime) -> None:
    read = portraits.read(photograph())
    services.show_portrait(noor.practitioner, picture=read, alt="Noor smiles", by=ada, at=now)
    path = reverse("website:portrait", args=[read.digest, "small"])
    answer = client.get(path)
    assert (answer.content, answer["Content-Type"]) == (read.small, "image/webp")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(reverse("website:portrait", args=[read.digest, "alt"])).status_code == 404
    services.deactivate(noor, by=ada, at=now)
    assert client.get(path).status_code == 404


def test_whoever_lists_practitioners_reads_no_picture(noor: User, ada: User, now: datetime, queries: Queries) -> None:
    services.show_portrait(noor.practitioner, picture=portraits.read(photograph()), alt="Noor", by=ada, at=now)
    with queries(1) as seen:
        assert [who.portrait.digest != "" for who in team.practitioners()] == [True]
    assert '"small"' not in seen[0]
