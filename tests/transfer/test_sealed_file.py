"""The sealed file: what it was given comes out, and nothing else ever does."""

import io
import json

import pytest

from clinic.transfer.archive import sealed_file
from clinic.transfer.archive.sealed_file import CHUNK, DamagedFileError, SealedReader, SealedWriter
from clinic.transfer.errors import TransferError

PASSPHRASE = "a lantern in the street"
CHEAP = 2


def sealed(plain: bytes) -> bytes:
    file = io.BytesIO()
    with SealedWriter(file, PASSPHRASE, cost=CHEAP) as writer:
        writer.write(plain)
    return file.getvalue()


def opened(data: bytes, passphrase: str = PASSPHRASE) -> bytes:
    with SealedReader(io.BytesIO(data), passphrase) as reader:
        return reader.read() or b""


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_what_went_in_comes_out(size: int) -> None:
    plain = (b"0123456789abcdef" * (size // 16 + 1))[:size]
    data = sealed(plain)
    assert opened(data) == plain
    assert b"0123456789abcdef" not in data


def test_two_files_of_one_passphrase_share_nothing() -> None:
    assert sealed(b"the same").split(b"\n")[2] != sealed(b"the same").split(b"\n")[2]


def test_every_way_to_alter_it_is_noticed() -> None:
    data = sealed(b"x" * (2 * CHUNK + 5))
    start = data.index(b"\n", data.index(b"\n") + 1) + 1
    chunk = CHUNK + 16
    first, second, last = (
        data[start : start + chunk],
        data[start + chunk : start + 2 * chunk],
        data[start + 2 * chunk :],
    )
    head = data[:start]
    flipped = bytearray(data)
    flipped[start + 99] ^= 1
    for altered in (
        bytes(flipped),
        head + second + first + last,  # moved
        head + first + last,  # left out
        head + first + second,  # cut off between two chunks
        data[:-1],  # cut off
        head,
        data + b"x",  # gone on with
        head + first + second + last + last,
    ):
        with pytest.raises(DamagedFileError):
            opened(altered)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"n": 2**30}, "damaged"),  # a stranger's file may not take all memory
        ({"n": 3}, "damaged"),
        ({"n": 4}, "does not open"),
        ({"scrypt": "AAAA"}, "does not open"),
    ],
)
def test_the_first_line_is_believed_with_its_seal_only(change: dict[str, object], said: str) -> None:
    line, rest = sealed(b"x").split(b"\n", 1)
    told = json.loads(line)
    told["key"] |= change
    with pytest.raises(TransferError, match=said):
        opened(json.dumps(told).encode() + b"\n" + rest)


def test_what_is_no_export_or_has_another_passphrase_is_refused_in_a_sentence() -> None:
    for data, said in ((b"", "no export"), (b"PK\x03\x04", "no export"), (b'{"format": "other"}\n', "format other")):
        with pytest.raises(TransferError, match=said):
            opened(data)
    with pytest.raises(TransferError, match="does not open"):
        opened(sealed(b"x"), "a lantern in the streeT")
    with pytest.raises(TransferError, match="at least 20"):
        SealedWriter(io.BytesIO(), "short")


def test_the_passphrase_is_as_dear_as_its_docstring_says() -> None:
    assert sealed_file.COST == 2**17
