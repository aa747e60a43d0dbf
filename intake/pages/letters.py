"""The letter that a form arrived. It carries no clinical word and no answer."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from clinic.outbox import letters
from clinic.outbox.models import Letter
from intake.record.models import Intake


def received(intake: Intake, *, revision: int, at: datetime) -> None:
    """Tell the person that the form arrived and what happens next."""
    if intake.email:
        key = f"intake:{intake.ref}:received:{revision}"
        letters.enqueue("intake.received", key=key, to=intake.email, about=intake, at=at)


@letters.kind("intake.received")
def _received(letter: Letter, at: datetime) -> letters.Message | None:
    intake = Intake.objects.filter(ref=letter.about_ref).first()
    if intake is None:
        return None
    url = settings.SITE_URL + reverse("intake:sent", args=[intake.ref])
    return letters.render("intake/received", {"reference": intake.reference, "url": url})
