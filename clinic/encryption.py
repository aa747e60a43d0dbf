"""Sealing: what a patient told us is stored encrypted, with keys from the environment (decision 2).

The first key of ANSWER_KEYS writes, every key reads, and `manage.py rotate_keys` moves rows to the first.
A sealed column cannot be filtered, searched, sorted or looked up: it raises instead.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NoReturn

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import IsNull


class UnsealError(Exception):
    """No key in ANSWER_KEYS opens this row."""


@lru_cache(maxsize=4)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def seal(value: Any) -> bytes:
    """Return a JSON value compressed and encrypted with the first key."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return _box(tuple(settings.ANSWER_KEYS)).encrypt(zlib.compress(plain, 1))


def unseal(sealed: bytes) -> Any:
    """Return the JSON value inside; raises UnsealError when no key fits or the row was altered."""
    try:
        return json.loads(zlib.decompress(_box(tuple(settings.ANSWER_KEYS)).decrypt(bytes(sealed))))
    except (InvalidToken, zlib.error) as wrong:
        raise UnsealError("A sealed row cannot be opened with the keys in ANSWER_KEYS.") from wrong


def resealed(sealed: bytes) -> bytes:
    """Return the same content under the first key."""
    return _box(tuple(settings.ANSWER_KEYS)).rotate(bytes(sealed))


def opens(sealed: bytes) -> bool:
    """Return whether one of the keys opens a sealed value, without looking into it."""
    try:
        _box(tuple(settings.ANSWER_KEYS)).decrypt(bytes(sealed))
    except InvalidToken:
        return False
    return True


def key_fingerprints() -> list[str]:
    """Return what each key may be called where anybody reads: 12 hexadecimal digits, of which no key can be made."""
    return [hashlib.sha256(b"clinic answer key " + key.encode()).hexdigest()[:12] for key in settings.ANSWER_KEYS]


class SealedJSONField(models.BinaryField[Any, Any]):
    """A JSON value that only leaves the database through an instance of its own model."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return None if value is None else super().get_db_prep_value(seal(value), connection, prepared)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        return None if value is None else unseal(value)

    def to_python(self, value: Any) -> Any:
        return value

    def value_to_string(self, obj: models.Model) -> NoReturn:
        raise FieldError(f"{self.name} is sealed: it is not written to fixtures.")

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return IsNull
        raise FieldError(f"{self.name} is sealed: it cannot be filtered or searched.")

    def get_transform(self, lookup_name: str) -> NoReturn:
        raise FieldError(f"{self.name} is sealed: it cannot be filtered or searched.")


def sealed_columns() -> Iterator[tuple[type[models.Model], SealedJSONField]]:
    """Yield every sealed column of the project."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, SealedJSONField):
                yield model, field
