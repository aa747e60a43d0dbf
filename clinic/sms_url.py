"""`SMS_URL`: who carries text messages, read once at the start. Pure: the settings import it.

    twilio://<account SID>:<auth token>@?from=+12135550100     Twilio (or ?service=MG… for a messaging service)
    console://                                                 printed by the worker
    file:///var/texts                                          one JSON line a message, in texts.jsonl of that folder
    (empty)                                                    no text messages: nobody is asked, nothing is promised

Behind the @ may stand another server that speaks Twilio's words; only this machine's own is spoken to without TLS.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_FROM = re.compile(r"\+[1-9]\d{6,14}")


class SmsUrlError(ValueError):
    """What is wrong with the address, as a sentence that names no secret."""


@dataclass(frozen=True)
class TextService:
    """Who carries text messages. `kind` is console, file or twilio."""

    kind: str
    folder: str = ""
    account: str = ""
    token: str = ""
    sender: str = ""
    service: str = ""
    base: str = ""


def read(url: str) -> TextService | None:
    """Return what an SMS_URL says, None when it is empty. Raises SmsUrlError with a sentence."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise SmsUrlError("SMS_URL is no address.") from None
    if parts.scheme == "console":
        return TextService("console")
    if parts.scheme == "file":
        if not parts.path.strip("/"):
            raise SmsUrlError("SMS_URL names no folder, for example file:///var/texts.")
        return TextService("file", folder=unquote(parts.path))
    if parts.scheme != "twilio":
        raise SmsUrlError("SMS_URL must begin with twilio://, console:// or file://.")
    host = f"{parts.hostname}:{port}" if port else parts.hostname
    scheme = "http" if parts.hostname in LOOPBACK else "https"
    return _twilio(parts.username, parts.password, parse_qs(parts.query), f"{scheme}://{host}" if host else "")


def _twilio(account: str | None, token: str | None, asked: dict[str, list[str]], base: str) -> TextService:
    if not account or not token:
        raise SmsUrlError("SMS_URL lacks the account or its token: twilio://<account SID>:<auth token>@?from=+1….")
    # A plus in a query is read as a space.
    number = asked.get("from", [""])[0].strip()
    number = number if number.startswith("+") or not number else f"+{number}"
    service = asked.get("service", [""])[0]
    if not service and not _FROM.fullmatch(number):
        raise SmsUrlError("SMS_URL names no number to send from: add ?from=+12135550100, or ?service=MG….")
    return TextService(
        "twilio", account=unquote(account), token=unquote(token), sender=number, service=service, base=base
    )


def problem(url: str) -> str:
    """Return what is wrong with an SMS_URL as a sentence; empty when it can be used."""
    try:
        read(url)
    except SmsUrlError as wrong:
        return str(wrong)
    return ""
