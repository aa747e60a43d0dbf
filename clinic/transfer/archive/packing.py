"""A tape (tar) of named pieces inside a sealed file: written once from beginning to end, and read so."""

import contextlib
import gzip
import io
import json
import os
import tarfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clinic.transfer.archive.sealed_file import COST, DamagedFileError, SealedReader, SealedWriter, require_passphrase
from clinic.transfer.errors import TransferError

_MODE = 0o600


class Packer:
    """Adds pieces to the tape."""

    def __init__(self, tape: tarfile.TarFile) -> None:
        self._tape = tape
        self.pieces = 0

    def add(self, name: str, content: bytes) -> None:
        about = tarfile.TarInfo(name)
        about.size, about.mode = len(content), _MODE
        self._tape.addfile(about, io.BytesIO(content))
        self.pieces += 1

    def add_json(self, name: str, value: Any) -> None:
        self.add(name, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


@contextmanager
def packed(path: Path, passphrase: str, *, cost: int = COST) -> Iterator[Packer]:
    """Write a sealed file whole: it stands under `path` when everything is in it and on the disk, or not at all.

    Until then it is `path` with ".part", which nobody else may read. Raises TransferError where a file stands already.
    """
    require_passphrase(passphrase)
    if path.exists():
        raise TransferError(f"{path} is there already. Choose another name.")
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
    except OSError as wrong:
        raise TransferError(f"Cannot write {path}: {wrong.strerror}.") from wrong
    try:
        with open(descriptor, "wb") as file:
            with (
                SealedWriter(file, passphrase, cost=cost) as sealed,
                gzip.GzipFile(fileobj=sealed, mode="wb", compresslevel=1, mtime=0) as small,
                tarfile.open(fileobj=small, mode="w|", format=tarfile.PAX_FORMAT) as tape,
            ):
                yield Packer(tape)
            os.fsync(file.fileno())
        part.rename(path)
    except OSError as wrong:
        raise TransferError(f"Cannot write {path}: {wrong.strerror}.") from wrong
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def unpacked(path: Path, passphrase: str) -> Iterator[Iterator[tuple[str, bytes]]]:
    """Read a sealed file piece by piece, to its end. Raises TransferError, DamagedFileError for an altered one."""
    try:
        file = path.open("rb")
    except OSError as wrong:
        raise TransferError(f"Cannot read {path}: {wrong.strerror}.") from wrong
    with (
        file,
        contextlib.closing(SealedReader(file, passphrase)) as sealed,
        contextlib.closing(_pieces(sealed)) as pieces,
    ):
        yield pieces


def _pieces(sealed: SealedReader) -> Generator[tuple[str, bytes], None, None]:
    buffered = io.BufferedReader(sealed)
    try:
        with (
            gzip.GzipFile(fileobj=buffered, mode="rb") as small,
            tarfile.open(fileobj=small, mode="r|") as tape,
        ):
            for about in tape:
                member = tape.extractfile(about)
                if member is not None:
                    yield about.name, member.read()
        sealed.read_to_the_end()
    except (tarfile.TarError, EOFError, OSError) as wrong:
        raise DamagedFileError("The file is damaged. Use another copy.") from wrong
    finally:
        buffered.detach()
