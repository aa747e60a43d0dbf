"""The language that somebody chose on a page of a form: kept on the form, and on the person where they are signed in.

Of a member of staff it says nothing: whoever types for a patient, or helps on the phone, chooses for their own eyes.
"""

from datetime import datetime

from clinic import audit
from clinic.accounts import services as accounts
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from clinic.languages import of_messages
from clinic.outbox import letters
from intake.pages.viewer import Channel, FormViewer
from intake.record.models import Intake


@audited_transaction()
def keep(viewer: FormViewer, language: str, *, at: datetime) -> None:
    """Keep a language that was chosen by its own name; nothing for an empty one."""
    if viewer.is_staff or not language:
        return
    intake = Intake.objects.select_for_update(of=("self",)).get(pk=viewer.intake.pk)
    intake.language = viewer.intake.language = language
    intake.language_chosen_at = viewer.intake.language_chosen_at = at
    intake.save(update_fields=["language", "language_chosen_at"])
    letters.speak([intake], of_messages(language))
    audit.record("intake.language_chosen", on=intake, by=viewer.user, at=at, language=language)
    patient = _whose(viewer, intake)
    if patient is not None and viewer.user is not None:
        accounts.choose_language(patient, language, by=viewer.user, at=at)


def _whose(viewer: FormViewer, intake: Intake) -> Patient | None:
    """The person the form is about, where they are on the mailbox that is signed in."""
    patient = intake.patient or intake.meant_for
    is_theirs = viewer.channel is Channel.MAILBOX and patient is not None and viewer.user is not None
    return patient if is_theirs and patient and patient.user_id == (viewer.user and viewer.user.pk) else None
