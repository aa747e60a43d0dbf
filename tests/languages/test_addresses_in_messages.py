"""Every address of ours in a message to a patient is that of the language the message is written in."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.conf import settings
from django.urls import translate_url
from django.utils import translation

from clinic.accounts import letters as account_letters
from clinic.accounts.erasure import services as erasure
from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.services import name_of
from clinic.booking import services as booking
from clinic.booking.models import Appointment, VisitType
from clinic.outbox import letters
from clinic.outbox.models import Letter
from intake.record.models import Intake
from intake.review.models import Case
from tests.booking.builders import TEN, make_patient
from tests.intake.returning import full_form, needled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

ADDRESS = re.compile(re.escape(settings.SITE_URL) + r"[^\s<>\"]*")
OF_THE_STAFF = {
    "account.erasure_asked", "account.invitation", "account.let_in", "account.reset",
    "article.review_overdue", "article.review_soon",
    "desk.shop", "intake.alert", "intake.hold_before_visit", "intake.opinion", "intake.task",
    "intake.unread_before_visit", "operations.audit_end", "operations.test", "operations.unusual_reads",
}  # fmt: skip
SEALED = {"account.address", "account.code"}


def foreign(words: str) -> list[str]:
    """Return the addresses of ours that lead to a page in English though there is one in Spanish."""
    paths = [address.removeprefix(settings.SITE_URL) or "/" for address in ADDRESS.findall(words)]
    return [path for path in paths if not path.startswith("/es/") and translate_url(path, "es") != path]


def said(kind: str, about: object, at: datetime) -> str:
    """Return all that one kind of message says in Spanish, as an email with its file and as a text."""
    letter = Letter(kind=kind, about=name_of(about), to="ana@example.com", channel=Letter.Channel.EMAIL)  # type: ignore[arg-type]
    with translation.override("es"):
        message = letters.KINDS[kind](letter, at)
    assert message is not None, kind
    files = "".join(file.content.decode().replace("\r\n ", "") for file in message.files)
    return "\n".join((message.body, message.text, files))
