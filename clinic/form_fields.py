"""Fields of our own forms: an e-mail address, a phone number and a birth date, each cleaned and judged in one place."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic.birth_dates import DateFault, WrongBirthDateError, birth_date
from clinic.characters import clean_ascii, clean_line, has_letter
from clinic.contact import clean_email, clean_phone
from clinic.months import MONTH_WORDS, day_of, month_of

NO_NAME = _("Write the name in letters. Numbers and signs alone are not a name.")
NO_ADDRESS = _("This address looks incomplete. Write it like name@example.com.")
NO_ADDRESS_OR_PHONE = _("Write an email like name@example.com, or a mobile number like 213-555-0100.")
NO_PHONE = _("Write a phone number with its area code, for example 213-555-0100.")
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_NUMBERS = re.compile(r"(?P<m>\d{1,2})\s*[/. \-]\s*(?P<d>\d{1,2})\s*[/. \-]\s*(?P<y>\d+)")
_MONTH_FIRST = re.compile(rf"(?P<m>{MONTH_WORDS})\.?\s*(?P<d>\d+\S*?),?\s+(?P<y>\d+)", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"(?P<d>\d+\S*?)\s*(?:of |de )?\s*(?P<m>{MONTH_WORDS})\.?,?\s+(?:del? )?(?P<y>\d+)", re.IGNORECASE
)


class CleanCharField(forms.CharField):
    """A line of text without what a paste brings along unseen."""

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class NameField(CleanCharField):
    """The name of a person, in the letters of whichever script."""

    def clean(self, value: Any) -> str:
        name = str(super().clean(value))
        if name and not has_letter(name):
            raise ValidationError(NO_NAME, code="invalid")
        return name


class EmailField(forms.EmailField):
    """An address that a message can reach, judged like everywhere else (clinic.contact)."""

    default_validators = []

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text.strip():
            return ""
        address = clean_email(text)
        if address is None:
            raise ValidationError(NO_ADDRESS, code="invalid")
        return address


class PhoneField(forms.CharField):
    """A number with its area code, kept as numbers are written here."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text.strip():
            return ""
        number = clean_phone(text)
        if number is None:
            raise ValidationError(NO_PHONE, code="invalid")
        return number


def whole_year(years: Sequence[int]) -> str:
    """Ask for a year with all its digits, naming the ones that two digits can mean."""
    if not years:
        return gettext("Write the year with all four digits, for example 1962.")
    if len(years) == 1:
        return gettext("Do you mean %(year)d? Write the year with all four digits.") % {"year": years[0]}
    words = {"early": years[0], "late": years[1]}
    return gettext("Do you mean %(early)d or %(late)d? Write the year with all four digits.") % words


class BirthDateField(forms.DateField):
    """A birth date as people write it: 4/27/1984, April 27th, 1984, 27 de abril de 1984; never guessed."""

    default_error_messages = {"invalid": _("Write the date as month/day/year, for example 4/27/1962.")}

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        text = clean_ascii(str(value))
        match = next((m for p in (_ISO, _NUMBERS, _MONTH_FIRST, _DAY_FIRST) if (m := p.fullmatch(text))), None)
        if match is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return self._made(match["m"], match["d"], match["y"])

    def _made(self, month_written: str, day_written: str, year: str) -> date:
        month, day = month_of(month_written) or int(month_written), day_of(day_written)
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return birth_date(year=year, month=month, day=day, on=timezone.localdate())
        except WrongBirthDateError as wrong:
            raise self._said(wrong, f"{day}/{month}/{year}", month) from None

    def _said(self, wrong: WrongBirthDateError, turned: str, month: int) -> ValidationError:
        if wrong.fault is DateFault.TURNED:
            words = {"month": month, "right": turned}
            sentence = _("There is no month %(month)s. Write the month first: %(right)s.")
            return ValidationError(sentence, code="swapped", params=words)
        if wrong.fault is DateFault.NO_SUCH_DAY:
            return ValidationError(_("This date does not exist. Check the day and the month."), code="invalid")
        return ValidationError(whole_year(wrong.years), code="short_year")
