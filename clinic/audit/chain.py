"""How rows of the book hold each other: a row's hash covers all its columns and the hash of the row before."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

# What the first row ever written has before it.
BEGINNING = "0" * 64


@dataclass(frozen=True)
class ChainLink:
    """The end of the chain: the number of its last row and that row's hash."""

    number: int
    hash: str


def hash_of(
    *,
    number: int,
    at: datetime,
    deed: str,
    on: str,
    by: str | None,
    role: str,
    facts: Mapping[str, str | int | bool | list[str]],
    previous: str,
    key: str = "",
    secret: bytes = b"",
) -> str:
    """Return the hash of a row as 64 hexadecimal digits; `at` must be aware.

    With the name of a key and its secret the HMAC-SHA-256, without them the plain SHA-256 of books begun before keys.
    """
    columns = {
        "number": number,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "deed": deed,
        "on": on,
        "by": by,
        "role": role,
        "facts": facts,
        "previous": previous,
    }
    if key:
        columns["key"] = key
    text = json.dumps(columns, sort_keys=True, separators=(",", ":")).encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest() if key else hashlib.sha256(text).hexdigest()
