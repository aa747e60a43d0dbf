"""Handing a text message over: one interface; a console and a file for development and tests, Twilio in production."""

import json
import logging
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import structlog
from django.conf import settings

from clinic.sms_url import TextService, read

log = structlog.get_logger(__name__)
# Below the claim of a clock on its letter (delivery.CLAIMED_FOR).
SECONDS = 10
API = "https://api.twilio.com"
# Twilio's errors that no second try can mend (twilio.com/docs/api/errors): the number is none, is a landline, is not
# to be sent to, or has stopped our messages.
STOPPED = frozenset({21610})
FINAL = STOPPED | {21211, 21214, 21217, 21265, 21408, 21612, 21614, 21617}


class TextRefusedError(Exception):
    """The company did not take a message. `final`: no try can help; `stopped`: the person has stopped our messages."""

    def __init__(self, code: int, *, final: bool, stopped: bool = False) -> None:
        super().__init__(code)
        self.code, self.final, self.stopped = code, final, stopped


class Sender(Protocol):
    """Whoever carries text messages."""

    def send(self, *, to: str, text: str, report_to: str, ref: str) -> str:
        """Hand one over and return the carrier's name for it. Raises TextRefusedError, OSError or what a library does.

        `report_to` is the address at which we want to hear what became of it, `ref` our own name for it.
        """
        ...


class ConsoleSender:
    """Writes messages into the log of a developer's own machine."""

    def send(self, *, to: str, text: str, report_to: str, ref: str) -> str:
        log.info("text.printed", to=to, text=text)
        return f"console-{ref}"


class FileSender:
    """Appends one JSON line a message to texts.jsonl in a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    def send(self, *, to: str, text: str, report_to: str, ref: str) -> str:
        self.folder.mkdir(parents=True, exist_ok=True)
        line = json.dumps({"to": to, "text": text, "report_to": report_to, "ref": ref}, ensure_ascii=False)
        with (self.folder / "texts.jsonl").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
        return f"file-{ref}"


class TwilioSender:
    """Twilio, by its own library."""

    def __init__(self, service: TextService) -> None:
        from twilio.rest import Client  # a third of the whole start: only who sends or checks needs it

        self.service = service
        self.client = Client(service.account, service.token, http_client=_http_client(service.base))

    def send(self, *, to: str, text: str, report_to: str, ref: str) -> str:
        from twilio.base.exceptions import TwilioRestException

        origin: dict[str, Any] = (
            {"messaging_service_sid": self.service.service} if self.service.service else {"from_": self.service.sender}
        )
        try:
            message = self.client.messages.create(to=to, body=text, status_callback=report_to, **origin)
        except TwilioRestException as refused:
            code = int(refused.code or refused.status)
            raise TextRefusedError(code, final=code in FINAL, stopped=code in STOPPED) from None
        return str(message.sid)


def _http_client(base: str) -> Any:
    from twilio.http.http_client import TwilioHttpClient

    class Elsewhere(TwilioHttpClient):  # type: ignore[misc]  # twilio ships no types
        """Speaks to another server that knows Twilio's words, where SMS_URL names one."""

        def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
            return super().request(method, url.replace(API, base or API, 1), *args, **kwargs)

    # At INFO the library writes numbers and words of messages into its log.
    quiet = logging.getLogger("twilio.http_client")
    quiet.setLevel(logging.WARNING)
    return Elsewhere(timeout=SECONDS, logger=quiet)


def is_enabled() -> bool:
    """Say whether the clinic sends text messages at all; without, nobody is asked for a consent."""
    return bool(settings.SMS_URL)


def sender() -> Sender:
    """Return whoever carries the clinic's text messages. Raises LookupError where nobody does."""
    return _sender(settings.SMS_URL)


@lru_cache(maxsize=1)
def _sender(url: str) -> Sender:
    service = read(url)
    if service is None:
        raise LookupError("No SMS_URL: this clinic sends no text messages.")
    if service.kind == "twilio":
        return TwilioSender(service)
    return FileSender(service.folder) if service.kind == "file" else ConsoleSender()
