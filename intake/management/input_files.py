"""What a command is given to read."""

import sys
from pathlib import Path

from intake.screening.batch import InputError


def text_of(file: str) -> str:
    """Return the text of a file, or of standard input for "-". Raises InputError."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError:
        raise InputError([f"Cannot read the file {file}."]) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(["This is not UTF-8 text."]) from None
