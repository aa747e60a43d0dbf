"""What is sealed cannot be read without a key, nor searched with one."""

from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError
from hypothesis import given
from hypothesis import strategies as st

from clinic import encryption
from clinic.encryption import UnsealError, resealed, seal, unseal

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON.filter(lambda value: not _has_surrogate(value)))
def test_whatever_is_sealed_comes_back(value: Any) -> None:
    assert unseal(seal(value)) == value


def _has_surrogate(value: Any) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in repr(value))


def test_nothing_of_the_words_stands_in_the_sealed_bytes() -> None:
    assert b"canary" not in seal({"meds_list": "canary canary canary"})


def test_the_same_words_are_never_sealed_alike() -> None:
    assert seal("yes") != seal("yes")


def test_an_altered_row_does_not_open() -> None:
    sealed = bytearray(seal("yes"))
    sealed[-10] ^= 1
    with pytest.raises(UnsealError):
        unseal(bytes(sealed))


def test_the_first_key_writes_and_every_key_reads(settings: Any) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.ANSWER_KEYS = [old]
    sealed = seal("yes")
    settings.ANSWER_KEYS = [new, old]
    assert unseal(sealed) == "yes"
    moved = resealed(sealed)
    settings.ANSWER_KEYS = [new]
    assert unseal(moved) == "yes"
    with pytest.raises(UnsealError):
        unseal(sealed)


@pytest.mark.parametrize("lookup", ["exact", "contains", "in", "gt", "startswith", "regex", "iexact"])
def test_a_sealed_column_cannot_be_searched(lookup: str) -> None:
    from intake.record.models import Answers

    with pytest.raises(FieldError, match="sealed"):
        Answers.objects.filter(**{f"document__{lookup}": "yes"})


def test_a_sealed_column_is_not_written_to_fixtures() -> None:
    from intake.record.models import Answers

    field = Answers._meta.get_field("document")
    assert isinstance(field, encryption.SealedJSONField)
    with pytest.raises(FieldError, match="sealed"):
        field.value_to_string(Answers(document={}))
