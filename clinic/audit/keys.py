"""The keys of the chain: a row's hash can be made only by who has them.

They are random, stand sealed beside the book's end, and are opened by ANSWER_KEYS, which no database holds: whoever
has the database alone can take rows away (the end noted outside tells) and can make none. All keys of a book stay, so
that its first rows can be proved for ever; the newest one writes. A change of key is told by the last row under the
old one (`manage.py audit_key`).
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

PURPOSE = "audit.chain"
# The last row under a key names the next one.
CHANGED, NEXT = "audit.key_changed", "to"


@dataclass(frozen=True)
class ChainKeys:
    """Every key of a book by its name, and which of them writes; without any, rows carry a plain hash."""

    writes: str = ""
    secrets: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def secret(self) -> bytes:
        """The key that writes. Raises KeyError where it was lost: then nothing may be written."""
        return self.secrets[self.writes] if self.writes else b""

    def sealed(self) -> dict[str, Any]:
        """Return the keys as a sealed column takes them."""
        return {"purpose": PURPOSE, "keys": {name: secret.hex() for name, secret in self.secrets.items()}}

    def with_a_new_one(self) -> "ChainKeys":
        """Return the keys with another that writes from now on."""
        secret = secrets.token_bytes(32)
        name = sha256(secret).hexdigest()[:16]
        return ChainKeys(name, {**self.secrets, name: secret})


def read(writes: str, unsealed: Any) -> ChainKeys:
    """Return the keys that a sealed column holds; another column put in its place holds none."""
    if not isinstance(unsealed, dict) or unsealed.get("purpose") != PURPOSE:
        return ChainKeys(writes)
    return ChainKeys(writes, {name: bytes.fromhex(secret) for name, secret in unsealed["keys"].items()})
