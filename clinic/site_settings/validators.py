"""What the clinic may say about itself: each refusal is a sentence that says what to type instead."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from clinic.text import one_line

_whole = URLValidator(schemes=["https"])


def web_address(value: str) -> None:
    """Refuse a link that is not plain https: no other scheme, no name or password in it, nothing to hide in."""
    one_line(value)
    try:
        _whole(value)
        parts = urlsplit(value)
        hidden = bool(parts.username or parts.password)
    except (ValidationError, ValueError):
        hidden = True
    if hidden:
        raise ValidationError(
            _(
                "Copy the whole address from the browser. It starts with https://, for example https://maps.example/door."
            ),
            code="web_address",
        )


def currency_code(value: str) -> None:
    """Refuse what is not shaped like an ISO 4217 code."""
    if not re.fullmatch(r"[A-Z]{3}", value):
        raise ValidationError(_("Enter the three capital letters of the currency, for example USD."), code="currency")
