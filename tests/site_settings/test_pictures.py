"""A logo is what its bytes say, whatever its name says; anything that is not one of three kinds is refused."""

import base64

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from clinic.site_settings import pictures
from tests.site_settings.pictures import SVG, jpeg, png, webp


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(30, 20), "image/png"),
        (jpeg(30, 20), "image/jpeg"),
        (webp("VP8 ", 30, 20), "image/webp"),
        (webp("VP8L", 30, 20), "image/webp"),
        (webp("VP8X", 30, 20), "image/webp"),
    ],
)
def test_the_kind_and_the_size_are_read_from_the_bytes(data: bytes, kind: str) -> None:
    picture = pictures.read(data)

    assert (picture.kind, picture.width, picture.height) == (kind, 30, 20)
    assert pictures.kept(picture.address) == picture


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "kind"),
        (SVG, "kind"),
        (b"<html>", "kind"),
        (b"GIF89a" + b"\0" * 20, "kind"),
        (b"\x89PNG\r\n\x1a\n", "kind"),
        (b"\xff\xd8\xff", "kind"),
        (webp()[:20], "kind"),
        (png(2001, 10), "size"),
        (png(10, 1001), "size"),
        (png(0, 10), "size"),
        (jpeg(60000, 60000), "size"),
        (png(padding=13_000), "heavy"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        pictures.read(data)

    assert refused.value.code == code
    assert str(refused.value.message).startswith("Choose a ")


def test_twelve_kilobytes_are_the_edge() -> None:
    spare = pictures.HEAVIEST - len(png(padding=1)) + 1

    assert len(png(padding=spare)) == pictures.HEAVIEST
    assert pictures.read(png(padding=spare)).kind == "image/png"
    with pytest.raises(ValidationError):
        pictures.read(png(padding=spare + 1))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://elsewhere.example/logo.png",
        "data:image/svg+xml;base64," + base64.b64encode(SVG).decode(),
        "data:image/png;base64," + base64.b64encode(SVG).decode(),
        "data:image/png;base64," + base64.b64encode(jpeg()).decode(),
        "data:image/png;base64,===",
        pictures.read(png()).address + '")}body{display:none}',
        pictures.read(png()).address + "\n",
    ],
)
def test_only_an_address_that_was_made_here_is_ever_drawn(address: str) -> None:
    assert pictures.kept(address) is None


@given(st.binary(max_size=200))
@example(b"\xff\xd8\xff\xe0\0\0" + b"\xff" * 40)
def test_no_bytes_make_it_stumble(data: bytes) -> None:
    for start in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP", b"RIFF\0\0\0\0WEBPVP8X"):
        try:
            picture = pictures.read(start + data)
        except ValidationError:
            continue
        assert 0 < picture.width <= pictures.WIDEST
        assert 0 < picture.height <= pictures.TALLEST
