"""The letter that a form arrived. It carries no clinical word and no answer."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from clinic.languages import of_messages
from clinic.links import page_url
from clinic.outbox import letters
from clinic.outbox.message_words import BODY, TEXT, editable, needed
from clinic.outbox.models import Letter
from intake.record.models import Intake


def received(intake: Intake, *, revision: int, at: datetime) -> None:
    """Tell the person that the form arrived and what happens next."""
    on_the_form = letters.Way(Letter.Channel.EMAIL, intake.email, of_messages(intake.language))
    ways = [on_the_form] if intake.email else _ways_of_whom_it_is(intake)
    key = f"intake:{intake.ref}:received:{revision}"
    letters.enqueue("intake.received", key=key, to=ways, about=intake, at=at)


def _ways_of_whom_it_is(intake: Intake) -> Sequence[letters.Way]:
    """How a patient who gave no email here is reached, if they agreed to anything."""
    patient = intake.patient or intake.meant_for
    return patient.message_ways if patient else ()


@letters.kind("intake.received")
def _received(letter: Letter, at: datetime) -> letters.Message | None:
    intake = Intake.objects.filter(ref=letter.about_ref).first()
    if intake is None:
        return None
    url = page_url("intake:sent", intake.ref)
    return letters.render("intake/received", {"reference": intake.reference, "url": url})


editable(
    "intake/received",
    _("We have your form"),
    needed("reference", _("the reference of the form"), "BCDF-2345", BODY, TEXT),
    needed("url", _("the link to their page"), "https://clinic.example/intake/BCDF/", BODY, TEXT),
)
