"""Consent to text messages in the form, asked where the phone number is asked.

It is no answer about health: it stands beside the answers, and counts when the form becomes part of a record. Leaving
the box empty takes nothing back that was agreed to elsewhere.
"""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from clinic.accounts.models import Patient, User
from clinic.accounts.texting import services as texting
from clinic.accounts.texting.forms import ASKS_HERE
from clinic.accounts.texting.reached import ChosenChannel, TextConsent
from clinic.choices import Option
from clinic.contact import text_number
from clinic.outbox.texts import is_enabled
from intake.pages.viewer import FormViewer
from intake.questionnaire import Screen
from intake.record.models import Answers, Intake

# The key beside the answers, the name of the box, and of the sign that it stood on the page.
TEXTS, ASKED = "texts_agreed", "texts_asked"


def is_asked(viewer: FormViewer, screen: Screen) -> bool:
    """Whether the box stands on this screen: for the patient or who helps them, never for staff who type, and not
    where they have agreed already.
    """
    if not is_enabled() or viewer.is_staff or all(question.code != "phone" for question in screen.questions):
        return False
    return viewer.intake.meant_for is None or not viewer.intake.meant_for.text_for_messages


def said(sent: Mapping[str, str]) -> bool | None:
    """Return what was said on the page, None where it was not asked."""
    return bool(sent.get(TEXTS)) if ASKED in sent else None


def option(answers: Answers) -> Option:
    """Return the box as it stands; empty until somebody ticks it."""
    return Option("yes", str(_(ASKS_HERE)), checked=bool(answers.document.get(TEXTS)))


def problem(answers: Answers, phone: str) -> dict[str, str]:
    """Return what keeps texts from this phone, by the question it is about; nothing where they were not agreed to."""
    if not answers.document.get(TEXTS) or not phone or text_number(phone):
        return {}
    words = _(
        "This phone cannot get texts. Use a mobile number in the United States, or leave the box about texts empty."
    )
    return {"phone": words}


def keep(intake: Intake, patient: Patient, *, by: User | None, at: datetime) -> None:
    """Keep the consent with the record, in the caller's transaction: only for the very number on the form, and not
    where texts were stopped from it.
    """
    answers = intake.answers.exclude(frozen_at=None).order_by("-revision").first()
    number = text_number(patient.phone)
    if answers is None or not answers.document.get(TEXTS) or intake.entered_by_id or not is_enabled():
        return
    if number is None or number != text_number(intake.phone) or patient.texts_to == number:
        return
    if texting.has_stopped(patient):
        return
    channel = ChosenChannel.BOTH if patient.email_for_messages else ChosenChannel.TEXT
    how = TextConsent.How.FORM
    texting.choose(patient, channel=channel, texts=True, named_as=patient.named_as, how=how, by=by, at=at)
    patient.refresh_from_db()
