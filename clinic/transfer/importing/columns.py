"""Which column is what: guessed from the headers of Jane App, Cliniko and plain files, and changeable. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.characters import fold


@dataclass(frozen=True)
class KnownColumn:
    """Something we can take from a file: its code, its words on the page, and the headers it is known by."""

    code: str
    words: str | Promise
    headers: tuple[str, ...]


COLUMNS = (
    KnownColumn("full_name", _("Full name"), ("full name", "name", "patient", "patient name", "client", "client name")),
    KnownColumn(
        "first_name",
        _("First name"),
        ("first name", "given name", "patient first name", "client first name", "legal first name"),
    ),
    KnownColumn("middle_name", _("Middle name"), ("middle name", "middle initial")),
    KnownColumn(
        "last_name",
        _("Last name"),
        ("last name", "family name", "surname", "patient last name", "client last name", "legal last name"),
    ),
    KnownColumn("preferred_name", _("Preferred name"), ("preferred name", "preferred first name", "nickname")),
    KnownColumn(
        "date_of_birth",
        _("Date of birth"),
        ("date of birth", "birth date", "birthdate", "birthday", "dob", "patient date of birth", "born"),
    ),
    KnownColumn(
        "phone",
        _("Phone"),
        ("mobile phone", "cell phone", "mobile", "cell", "phone", "phone number", "telephone", "patient phone"),
    ),
    KnownColumn(
        "other_phone", _("Second phone, if the first is empty"), ("home phone", "work phone", "home", "other phone")
    ),
    KnownColumn("email", _("Email"), ("email", "e mail", "email address", "patient email")),
    KnownColumn("interpreter", _("Interpreter language"), ("interpreter", "interpreter language")),
    KnownColumn(
        "emergency_contact",
        _("Emergency contact"),
        ("emergency contact", "emergency contact name", "emergency contact details"),
    ),
    KnownColumn("emergency_phone", _("Phone of emergency contact"), ("emergency contact phone", "emergency phone")),
    KnownColumn(
        "guardian_name", _("Parent or guardian"), ("guardian", "guardian name", "parent or guardian", "parent")
    ),
    KnownColumn("guardian_phone", _("Phone of parent or guardian"), ("guardian phone", "parent phone")),
    KnownColumn(
        "number",
        _("Patient’s number in the other system"),
        ("patient number", "patient id", "client number", "client id", "id", "number", "patient guid", "chart number"),
    ),
    KnownColumn(
        "visit_start",
        _("Visit: date and time"),
        ("start", "starts", "starts at", "start at", "start time", "appointment start", "appointment time", "visit"),
    ),
    KnownColumn("visit_date", _("Visit: date, if apart"), ("appointment date", "visit date", "date")),
    KnownColumn("visit_time", _("Visit: time, if apart"), ("visit time", "time")),
    KnownColumn(
        "visit_type",
        _("Visit: type"),
        ("treatment", "appointment type", "visit type", "type", "service", "treatment name", "item name"),
    ),
    KnownColumn(
        "visit_with",
        _("Visit: practitioner"),
        ("practitioner", "practitioner name", "staff member", "staff member name", "staff", "provider", "with"),
    ),
    KnownColumn(
        "visit_status", _("Visit: status"), ("status", "appointment status", "state", "cancelled at", "cancelled")
    ),
)
CODES = tuple(column.code for column in COLUMNS)
_BY_HEADER = {header: column.code for column in COLUMNS for header in column.headers}


def guessed(headers: Sequence[str]) -> dict[str, int]:
    """Return code → place of the column for each header that is known.

    Of two headers for one thing the one listed first is meant: a mobile phone before a phone.
    """
    ranked: dict[str, tuple[int, int]] = {}
    for place, header in enumerate(headers):
        folded = fold(header)
        if (code := _BY_HEADER.get(folded)) is None:
            continue
        rank = next(column.headers.index(folded) for column in COLUMNS if column.code == code)
        if code not in ranked or rank < ranked[code][0]:
            ranked[code] = (rank, place)
    return {code: place for code, (_rank, place) in ranked.items()}


def system_of(headers: Sequence[str]) -> str:
    """Return which system wrote such headers, as far as they tell: "Jane App", "Cliniko" or nothing."""
    folded_headers = {fold(header) for header in headers}
    if {"patient number", "patient guid", "staff member", "staff member name"} & folded_headers:
        return "Jane App"
    if {"preferred first name", "patient first name"} & folded_headers or {"id", "appointment type"} <= folded_headers:
        return "Cliniko"
    return ""


def has_person(mapping: Mapping[str, int]) -> bool:
    """Say whether these columns can tell who somebody is: a name with a birth date, or the other system's number."""
    named = "full_name" in mapping or {"first_name", "last_name"} <= set(mapping)
    return (named and "date_of_birth" in mapping) or "number" in mapping


def has_visits(mapping: Mapping[str, int]) -> bool:
    """Say whether these columns tell of visits."""
    return "visit_start" in mapping or {"visit_date", "visit_time"} <= set(mapping)
