"""How somebody is reached: one judge of a phone number and one of an e-mail address, for every field. Pure.

A number is kept as people here write it, its extension apart behind it: 213-555-0142 ext. 12. What cannot be read as a
number with its area code is no number for a form; older records keep what they have.
"""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberFormat

from clinic.characters import clean_ascii, clean_line

HOME = "US"
# A phone that signs in is kept as a mailbox of a domain that no mail can ever reach (RFC 6761): +1 213 555 0142 is
# 12135550142@text.invalid (decision 28).
_TEXT_DOMAIN = "@text.invalid"
_LEAST_SEARCHED = 4
_SIGNS = re.compile(r"\+?[\d\s()./;=#*,:~\-]*(?: ext\. \d{1,7})?", re.IGNORECASE)
# What people write around a number: which telephone it is, and between its figures whatever looks well.
_LABEL = r"(?:phone|tel|telephone|t[eé]l[eé]fono|cell|cel|celular|mobile|m[oó]vil|home|casa|work|trabajo)"
_LABELS = re.compile(rf"^\(?{_LABEL}\)?[\s.:)]+|[\s,]+\(?{_LABEL}\.?\)?$", re.IGNORECASE)
_BETWEEN = str.maketrans(dict.fromkeys("\u00b7\u2022\u2027\u2219\u22c5\u30fb_[]|", " "))
# An extension, in however many languages and spellings; kept apart behind the number.
WORDS_FOR_EXTENSION = (
    r"ext(?:ensi[oó]n|ention|n)?|ex|int(?:erno|\.)?|anexo|x|poste|ramal|durchwahl|dw|доб(?:авочный)?|вн|"
    r"分机|分機|内线|内線|구내|내선|ներքին"
)
_EXTENSION = re.compile(
    rf"(?<=[\d\s,;)(])[\s,;(]*(?:{WORDS_FOR_EXTENSION})[\s.:#=-]*(\d{{1,7}})\s*\)?\s*$|"
    r"\s*(?:,|;)?\s*#\s*(\d{1,7})\s*$|\s+\*\s*(\d{1,7})\s*$|[,;p]+(\d{1,7})#?\s*$",
    re.IGNORECASE,
)
# Numbers here begin their area code and their exchange with 2 to 9. Mexico dialed its cell phones with a 1 until 2019.
_HERE = re.compile(r"[2-9]\d{2}[2-9]\d{6}")
_OLD_MEXICAN = re.compile(r"^\+52[\s-]*1(?=\D*(?:\d\D*){10}(?:ext\.|$))")

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-zA-Z0-9\u00a1-\uffff](?:[a-zA-Z0-9\u00a1-\uffff-]{0,61}[a-zA-Z0-9\u00a1-\uffff])?"
_ADDRESS = re.compile(
    rf"(?P<box>{_ATOM}(?:\.{_ATOM})*)@(?:{_LABEL}\.)+(?P<last>[a-zA-Z\u00a1-\uffff]{{2,63}}|xn--[a-z0-9-]{{1,59}})"
)


def clean_phone(text: str) -> str | None:
    """Return a number as it is kept, None when it cannot be one: letters in it, too short, without its area code."""
    number = _parsed(text)
    if number is None or not _is_whole(number):
        return None
    if number.country_code != phonenumbers.country_code_for_region(HOME):
        written = phonenumbers.format_number(_without_extension(number), PhoneNumberFormat.INTERNATIONAL)
    else:
        digits = phonenumbers.national_significant_number(number)
        written = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return f"{written} ext. {number.extension}" if number.extension else written


def as_dialed(text: str) -> str:
    """Return a text with spaces for what only looks well between the figures of a number: 213·555·0142, [213] 555."""
    return text.translate(_BETWEEN)


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    plain = _LABELS.sub("", re.sub(r"^tel:", "", as_dialed(clean_ascii(text)).strip(), flags=re.IGNORECASE))
    plain = _EXTENSION.sub(lambda match: f" ext. {''.join(filter(None, match.groups()))}", plain, count=1)
    plain = _OLD_MEXICAN.sub("+52 ", re.sub(r"^00(?=[1-9])", "+", plain.strip(" ,;.")))
    if not plain or not _SIGNS.fullmatch(plain):
        return None
    try:
        return phonenumbers.parse(plain, HOME)
    except phonenumbers.NumberParseException:
        return None


def _is_whole(number: phonenumbers.PhoneNumber) -> bool:
    """Whether it has its area code: a number that rings only next door is not whole."""
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return False
    is_home = number.country_code == phonenumbers.country_code_for_region(HOME)
    return not is_home or bool(_HERE.fullmatch(phonenumbers.national_significant_number(number)))


def _without_extension(number: phonenumbers.PhoneNumber) -> phonenumbers.PhoneNumber:
    return phonenumbers.PhoneNumber(
        country_code=number.country_code,
        national_number=number.national_number,
        italian_leading_zero=number.italian_leading_zero,
        number_of_leading_zeros=number.number_of_leading_zeros,
    )


def digits_of(text: str) -> str:
    """Return the digits of a number with its country's, without the extension; of what is no number, its digits."""
    number = _parsed(text)
    if number is not None and _is_whole(number):
        return phonenumbers.format_number(_without_extension(number), PhoneNumberFormat.E164)[1:]
    return "".join(sign for sign in clean_ascii(text) if sign.isascii() and sign.isdecimal())


def runs_of(text: str) -> Iterator[str]:
    """Return what a number is found by: its digits from each place on, so that any run of four begins one of them."""
    digits = digits_of(text)
    return (digits[start:] for start in range(len(digits) - _LEAST_SEARCHED + 1))


def same_phone(one: str, other: str) -> bool:
    """Say whether two ways of writing call one telephone; an extension counts."""
    return (clean_phone(one) or clean_line(one)) == (clean_phone(other) or clean_line(other))


def link_of(text: str) -> str:
    """Return the address that calls a number (RFC 3966): tel:+12135550142;ext=12; empty when there are no digits."""
    number = _parsed(text)
    digits = digits_of(text)
    if number is None or not _is_whole(number):
        return f"tel:{digits}" if digits else ""
    return f"tel:+{digits}" + (f";ext={number.extension}" if number.extension else "")


def parts_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield what somebody wrote about whom to call, cut at the numbers in it: the words, and the address that calls
    where they are a number, else nothing.
    """
    done = 0
    for match in phonenumbers.PhoneNumberMatcher(text, HOME, leniency=phonenumbers.Leniency.POSSIBLE):
        if clean_phone(match.raw_string) is None:
            continue
        if match.start > done:
            yield text[done : match.start], ""
        yield match.raw_string, link_of(match.raw_string)
        done = match.end
    if done < len(text):
        yield text[done:], ""


def name_and_phone(text: str) -> tuple[str, str]:
    """Return the name and the number that stand in one text; the whole text and no number where there is none or more
    than one.
    """
    parts = list(parts_of(text))
    numbers = [part for part, link in parts if link]
    if len(numbers) != 1:
        return text, ""
    words = " ".join(part.strip(" ,;:.!-–()") for part, link in parts if not link)
    return clean_line(words), clean_phone(numbers[0]) or ""


def text_number(text: str) -> str | None:
    """Return a number as text messages are addressed (+12135550142), None for what they cannot reach: no whole number,
    an extension, another country (messages abroad are where fraud is).
    """
    number = _parsed(text)
    if number is None or number.extension or not _is_whole(number):
        return None
    if number.country_code != phonenumbers.country_code_for_region(HOME):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def text_mailbox(text: str) -> str | None:
    """Return the mailbox that a phone number signs in as, None for a number that no text message reaches."""
    number = text_number(text)
    return f"{number[1:]}{_TEXT_DOMAIN}" if number else None


def phone_of_mailbox(address: str) -> str:
    """Return the number behind the mailbox of a phone (+12135550142); empty for an e-mail address."""
    return f"+{address.removesuffix(_TEXT_DOMAIN)}" if address.endswith(_TEXT_DOMAIN) else ""


def shown(address: str) -> str:
    """Return an address or a mailbox as people read it: a number the way it is written here."""
    number = phone_of_mailbox(address) or (address if address.startswith("+") else "")
    return (clean_phone(number) or number) if number else address


def clean_email(text: str) -> str | None:
    """Return an address as it is kept, None when no message can reach it.

    Whatever this takes, Django's own validator takes too (a test holds them together): models and messages agree.
    """
    match = _ADDRESS.fullmatch(address := _bare_address(clean_ascii(text)))
    if match is None or len(address) > 254 or len(match["box"]) > 64 or address.casefold().endswith(_TEXT_DOMAIN):
        return None
    return address


def _bare_address(text: str) -> str:
    """Return an address without what a paste leaves around it: a name and brackets, quotes, mailto:, a full stop."""
    if within := re.fullmatch(r"[^<>@]*<([^<>]+)>[\s.,;]*", text):
        text = within[1]
    text = re.sub(r"^mailto:([^?]*)(?:\?.*)?$", r"\1", text.strip(" \t\"“”‘’'()<>[]"), flags=re.IGNORECASE)
    return re.sub(r"\s*@\s*", "@", text.translate({0x2018: "'", 0x2019: "'", 0x3002: "."}).rstrip(".,;:"))
