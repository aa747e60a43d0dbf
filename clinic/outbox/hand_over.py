"""Handing one message over: an email to the mail server, a text message to whoever carries it."""

import contextlib
import smtplib
from collections.abc import Iterator
from contextvars import ContextVar
from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse

from clinic.outbox import texts
from clinic.outbox.letters import Attachment, Message
from clinic.outbox.models import Letter


class NotTakenError(Exception):
    """The mail backend took nothing and said nothing, or there are no words for a text message."""


class MailLine:
    """One connection to the mail server for many emails. `is_down`: the server did not answer, or went away."""

    def __init__(self) -> None:
        self.is_down = False
        self._connection: BaseEmailBackend | None = None

    def send(self, mail: EmailMessage) -> None:
        """Send one email; raises what went wrong. After trouble of any kind the next one dials anew."""
        try:
            if self._connection is None:
                self._connection = get_connection()
                self._connection.open()
            mail.connection = self._connection
            if not mail.send():
                raise NotTakenError
        except Exception as trouble:
            self.is_down = self.is_down or _is_silence(trouble)
            self.hang_up()
            raise

    def hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.close()


_line: ContextVar[MailLine | None] = ContextVar("line", default=None)


@contextlib.contextmanager
def one_line() -> Iterator[MailLine]:
    """Send every email of the block over one connection."""
    line = MailLine()
    token = _line.set(line)
    try:
        yield line
    finally:
        _line.reset(token)
        line.hang_up()


def _is_silence(trouble: Exception) -> bool:
    """Whether the server was not there, rather than said no: smtplib's refusals are OSErrors too."""
    lost_errors = smtplib.SMTPServerDisconnected | smtplib.SMTPConnectError
    return isinstance(trouble, OSError) and (
        isinstance(trouble, lost_errors) or not isinstance(trouble, smtplib.SMTPException)
    )


def hand_over(letter: Letter, message: Message) -> str:
    """Hand a message over and return the carrier's name for it (empty for an email). Raises what went wrong."""
    if letter.channel == Letter.Channel.TEXT:
        return _text(letter, message)
    mail = EmailMessage(
        subject=message.subject,
        body=message.body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.to],
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
    )
    for file in message.files:
        if file.method:
            mail.attach(_calendar_part(file))
        else:
            mail.attach(file.name, file.content, file.kind)
    if line := _line.get():
        line.send(mail)
    else:
        with one_line() as own:
            own.send(mail)
    return ""


def _text(letter: Letter, message: Message) -> str:
    if not message.text:
        raise NotTakenError
    report_to = settings.SITE_URL + reverse("outbox:report", args=[letter.ref])
    return texts.sender().send(to=letter.to, text=message.text, report_to=report_to, ref=letter.ref)


def _calendar_part(file: Attachment) -> MIMEText:
    """A calendar file as mail programs take it for an invitation: what it asks for stands beside its type."""
    part = MIMEText(file.content.decode(), file.kind.partition("/")[2], "utf-8")
    part.set_param("method", file.method)
    part.add_header("Content-Disposition", "attachment", filename=file.name)
    return part
