"""A file that only a passphrase opens, written and read as a stream (decision 29).

    one line of JSON                  format, how the key is made, the beginning of every nonce
    HMAC-SHA-256 of that line, hex    tells a wrong passphrase from a damaged file
    chunks of 1 MiB                   AES-256-GCM; the line is authenticated with each of them

The passphrase becomes two keys by scrypt (RFC 7914), one for the chunks and one for the line. A nonce is 7 random
bytes, the number of the chunk (4 bytes) and whether it is the last: a chunk moved, left out or cut off opens nowhere.
"""

import hashlib
import hmac
import io
import json
import os
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from clinic.transfer.errors import TransferError

FORMAT = "clinic-export-1"
CHUNK = 1024 * 1024
SHORTEST_PASSPHRASE = 20
# 128 MiB of memory for each guess: what scrypt's author advises for files (RFC 7914, section 2; OWASP asks for n=2^17).
COST = 2**17
HIGHEST_COST = 2**20
_TAG = 16
_LONGEST_LINE = 4096
_COUNTER = 4


class DamagedFileError(TransferError):
    """The file is not as it was written."""


@dataclass(frozen=True)
class _Keys:
    chunks: AESGCM
    line: bytes


def require_passphrase(passphrase: str) -> str:
    """Return a passphrase that may close a file. Raises TransferError for a short one."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise TransferError(
            f"The passphrase needs at least {SHORTEST_PASSPHRASE} characters. manage.py make_key prints a good one."
        )
    return passphrase


class SealedWriter(io.RawIOBase):
    """Writes into a binary file; `close` writes the last chunk and leaves the file itself open."""

    def __init__(self, file: BinaryIO, passphrase: str, *, cost: int = COST) -> None:
        self._file, self._waits, self._number = file, bytearray(), 0
        self._prefix, salt = os.urandom(12 - _COUNTER - 1), os.urandom(16)
        header = {
            "format": FORMAT,
            "key": {"scrypt": b64encode(salt).decode(), "n": cost, "r": 8, "p": 1},
            "cipher": "AES-256-GCM",
            "chunk": CHUNK,
            "nonce": b64encode(self._prefix).decode(),
        }
        self._line = json.dumps(header, separators=(",", ":")).encode()
        keys = _keys(require_passphrase(passphrase), salt=salt, cost=cost)
        self._cipher = keys.chunks
        file.write(self._line + b"\n" + _seal_of(self._line, keys.line) + b"\n")

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waits += data
        while len(self._waits) > CHUNK:  # the last chunk is never empty-handed: it waits until the file is closed
            self._write_chunk(bytes(self._waits[:CHUNK]), is_last=False)
            del self._waits[:CHUNK]
        return len(data)

    def close(self) -> None:
        if not self.closed and hasattr(self, "_cipher"):
            self._write_chunk(bytes(self._waits), is_last=True)
            self._file.flush()
        super().close()

    def _write_chunk(self, plain: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._prefix, self._number, is_last)
        self._file.write(self._cipher.encrypt(nonce, plain, self._line))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Reads what SealedWriter wrote. Every byte handed out is authentic; raises TransferError or DamagedFileError."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        self._file, self._plain, self._number, self._is_over = file, b"", 0, False
        self._line, seal = _lines(file)
        header = _told(self._line)
        self._prefix = header.prefix
        keys = _keys(passphrase, salt=header.salt, cost=header.cost)
        if not hmac.compare_digest(_seal_of(self._line, keys.line), seal):
            raise TransferError("This passphrase does not open the file.")
        self._cipher = keys.chunks
        self._next = file.read(CHUNK + _TAG)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._plain and not self._is_over:
            self._plain = self._read_chunk()
        part = self._plain[: len(buffer)]
        buffer[: len(part)] = part
        self._plain = self._plain[len(part) :]
        return len(part)

    def read_to_the_end(self) -> None:
        """Authenticate what nobody has read yet."""
        while not self._is_over:
            self._plain = self._read_chunk()

    def _read_chunk(self) -> bytes:
        sealed, self._next = self._next, self._file.read(CHUNK + _TAG)
        self._is_over = not self._next
        nonce = _nonce(self._prefix, self._number, self._is_over)
        self._number += 1
        try:
            return self._cipher.decrypt(nonce, sealed, self._line)
        except (InvalidTag, ValueError) as wrong:
            raise DamagedFileError(
                f"The file is damaged or was cut off in its part {self._number}. Use another copy."
            ) from wrong


@dataclass(frozen=True)
class _Told:
    salt: bytes
    cost: int
    prefix: bytes


def _told(line: bytes) -> _Told:
    """Return what the first line says of the key; nothing in it is trusted before its seal is checked."""
    try:
        header = json.loads(line)
        if header["format"] != FORMAT:
            raise TransferError(f"This file has the format {str(header['format'])[:40]}, we read {FORMAT}.")
        key = header["key"]
        line_facts = _Told(b64decode(key["scrypt"]), int(key["n"]), b64decode(header["nonce"]))
    except (ValueError, KeyError, TypeError) as wrong:
        raise TransferError("This is no export of a clinic.") from wrong
    is_power = line_facts.cost > 1 and line_facts.cost & (line_facts.cost - 1) == 0
    if not is_power or line_facts.cost > HIGHEST_COST or len(line_facts.prefix) != 12 - _COUNTER - 1:
        raise DamagedFileError("The beginning of the file is damaged. Use another copy.")
    return line_facts


def _lines(file: BinaryIO) -> tuple[bytes, bytes]:
    line, seal = file.readline(_LONGEST_LINE), file.readline(_LONGEST_LINE)
    return line.rstrip(b"\n"), seal.rstrip(b"\n")


def _keys(passphrase: str, *, salt: bytes, cost: int) -> _Keys:
    words = unicodedata.normalize("NFC", passphrase).encode()
    key_bytes = Scrypt(salt=salt, length=64, n=cost, r=8, p=1).derive(words)
    return _Keys(AESGCM(key_bytes[:32]), key_bytes[32:])


def _seal_of(line: bytes, key: bytes) -> bytes:
    return hmac.new(key, line, hashlib.sha256).hexdigest().encode()


def _nonce(prefix: bytes, number: int, is_last: bool) -> bytes:
    return prefix + number.to_bytes(_COUNTER, "big") + bytes([is_last])
