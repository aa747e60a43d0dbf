"""Opening a file of the clinic into a folder, to read it."""

from pathlib import Path

from clinic.transfer.archive.packing import unpacked
from clinic.transfer.errors import TransferError


def open_export(path: Path, folder: Path, *, passphrase: str) -> int:
    """Write every piece of a file below an empty folder that nobody else may read; return how many there are.

    Raises TransferError; whoever opens a file looks after what lies open afterwards.
    """
    if folder.exists() and any(folder.iterdir()):
        raise TransferError(f"{folder} is not empty. Name a new folder.")
    with unpacked(path, passphrase) as pieces:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        root = folder.resolve()
        count = 0
        for name, content in pieces:
            place = (root / name).resolve()
            if not place.is_relative_to(root):
                raise TransferError(f"The file wants to write outside of the folder: {name[:80]}.")
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.touch(mode=0o600)
            place.write_bytes(content)
            count += 1
    return count
