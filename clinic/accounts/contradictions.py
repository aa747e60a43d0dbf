"""When what a form says of a person contradicts their record, and how each field is read and written."""

from datetime import date
from typing import Any

from clinic.accounts.identity import IDENTITY
from clinic.accounts.models import Patient
from clinic.accounts.querysets import normal_email
from clinic.characters import clean_line, fold
from clinic.contact import clean_phone, same_phone

# What a form says and the desk is asked about where it differs.
ASKED = tuple(IDENTITY.values())
_PHONES = frozenset({"phone", "guardian_phone"})


def cleaned(field: str, value: Any) -> str:
    """Return a value as it is kept, in words: a number as numbers are written, a date as 1962-04-27."""
    if isinstance(value, date):
        return value.isoformat()
    text = clean_line(str(value or ""))
    return (clean_phone(text) or text) if field in _PHONES else text


def written(value: Any) -> str:
    """Return a field of a record in words."""
    return value.isoformat() if isinstance(value, date) else str(value or "")


def read(field: str, text: str) -> Any:
    """Return what a field keeps for a value in words."""
    return (date.fromisoformat(text) if text else None) if field == "date_of_birth" else text


def contradicts(patient: Patient, field: str, new: str) -> bool:
    """Say whether a value tells something else than the record, not only in another spelling."""
    old = written(getattr(patient, field))
    if not old:
        return False
    if field == "full_name":
        return fold(old) != fold(new)
    if field in _PHONES:
        return not same_phone(old, new)
    return normal_email(old) != normal_email(new) if field == "email" else old != new
