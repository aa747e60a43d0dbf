"""Handing one message over: an email to the mail server, a text message to whoever carries it."""

from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from clinic.outbox import texts
from clinic.outbox.letters import Attachment, Message
from clinic.outbox.models import Letter


class NotTakenError(Exception):
    """The mail backend took nothing and said nothing, or there are no words for a text message."""


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
    if not mail.send():
        raise NotTakenError
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
