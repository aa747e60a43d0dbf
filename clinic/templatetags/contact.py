"""The address that calls a number, for every link of a patient's; and a mailbox as people read it."""

from django import template

from clinic.contact import link_of, parts_of, phone_of_mailbox
from clinic.contact import shown as shown_address

register = template.Library()


@register.filter
def calls(number: str) -> str:
    """tel:+12135550142;ext=12 for "213-555-0142 ext. 12"; empty without digits."""
    return link_of(str(number or ""))


@register.filter
def unbroken(number: str) -> str:
    """A number that no line breaks, however narrow the page and large the letters."""
    return str(number or "").replace("-", "\u2011").replace(" ", "\u00a0")


@register.filter
def parts_with_numbers(text: str) -> list[tuple[str, str]]:
    """The parts of a text, each number in it with the address that calls it."""
    return list(parts_of(str(text or "")))


@register.filter
def is_phone(mailbox: str) -> bool:
    """Whether somebody signs in with a phone."""
    return bool(phone_of_mailbox(str(mailbox or "")))


@register.filter
def shown(mailbox: str) -> str:
    """213-555-0142 for the mailbox of a phone, an e-mail address as it is."""
    return shown_address(str(mailbox or ""))
