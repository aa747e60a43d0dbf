"""What the staff read instead of codes: the name of each kind of message, and of each background task.

A room that registers a new kind or a new task adds its name here; a test asks every one for it. Of what the intake
writes the list says no more than that: the rest would say what was decided about somebody.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

OF_THE_INTAKE = _("About a form")

KINDS: Mapping[str, Any] = {
    "account.address": _("Address changed"),
    "account.code": _("Sign-in code"),
    "account.erasure_answered": _("Answer to a request to erase"),
    "account.erasure_asked": _("Request to erase"),
    "account.invitation": _("Invitation"),
    "account.let_in": _("Access given back"),
    "account.reset": _("New password"),
    "article.review_overdue": _("Article overdue for review"),
    "article.review_soon": _("Article due for review"),
    "booking.cancelled": _("Visit canceled"),
    "booking.changed": _("Visit rescheduled"),
    "booking.confirmation": _("Visit booked"),
    "booking.form": _("Form missing before a visit"),
    "booking.offer": _("Free time offered"),
    "booking.reminder": _("Visit reminder"),
    "operations.audit_end": _("End of the audit log"),
    "operations.test": _("Test message"),
    "operations.unusual_reads": _("Unusual reads of a day"),
}

TASKS: Mapping[str, Any] = {
    "clinic.accounts.forget_sessions": _("Delete sign-ins that are over"),
    "clinic.booking.keep_open_days": _("Count the open minutes of past days"),
    "clinic.booking.lapse": _("End held times and offers that are over"),
    "clinic.booking.remind": _("Write visit reminders"),
    "clinic.operations.report_unusual_reads": _("Report a day’s unusual reads"),
    "clinic.outbox.note_the_end_of_the_book": _("Send the end of the audit log"),
    "clinic.outbox.throw_old_letters_away": _("Delete old messages"),
    "clinic.outbox.verify_the_new_part_of_the_book": _("Verify the audit log"),
    "clinic.transfer.erase_unclaimed_forms": _("Erase forms that nobody claimed"),
    "clinic.transfer.forget_old_files": _("Delete uploaded files that were not imported"),
    "education.publish_due": _("Publish approved articles"),
    "education.remind": _("Remind editors of reviews"),
    "intake.pages.end_rested_tablets": _("Close forms on tablets that nobody uses"),
    "intake.pages.expire_drafts": _("Delete forms that were not sent in time"),
    "intake.pages.measure_sittings": _("Measure how long the form takes"),
    "intake.review.check_in": _("Ask how people are after visits"),
    "intake.review.escalate": _("Tell the next person about alerts"),
    "intake.review.reopen_due": _("Bring back cases that are due"),
    "intake.review.tell_of_unread": _("Tell of unread forms before visits"),
}


def name_of_kind(kind: str) -> str:
    """Return the name of a kind of message; of one that no room writes any more, a plain word."""
    if kind.startswith("intake."):
        return str(OF_THE_INTAKE)
    return str(KINDS[kind]) if kind in KINDS else _now("Other message")


def name_of_task(name: str) -> str:
    """Return the name of a background task; of one of an older release a plain word."""
    return str(TASKS[name]) if name in TASKS else _now("Task of an older version")
