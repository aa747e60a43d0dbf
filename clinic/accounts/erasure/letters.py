"""The messages about a request: neither says whose it is nor what of."""

from datetime import datetime

from clinic.accounts import roles
from clinic.accounts.erasure.models import ErasureRequest
from clinic.accounts.models import User
from clinic.links import page_url
from clinic.outbox import letters
from clinic.outbox.models import Letter


def asked(request: ErasureRequest, *, at: datetime) -> None:
    """Tell every administrator that a request waits."""
    for person in User.objects.active().staff().in_role(roles.ADMINISTRATOR):
        key = f"erasure:{request.ref}:{person.pk}"
        letters.enqueue("account.erasure_asked", key=key, to=person.email, about=request, at=at)


def answered(request: ErasureRequest, *, at: datetime) -> None:
    """Tell the patient that an answer stands on their page."""
    patient = request.patient
    if to := patient.user.email if patient.user else patient.email:
        key = f"erasure:{request.ref}:answered"
        letters.enqueue("account.erasure_answered", key=key, to=to, about=request, at=at)


@letters.kind("account.erasure_asked")
def _asked(letter: Letter, at: datetime) -> letters.Message | None:
    request = ErasureRequest.objects.open().filter(ref=letter.about_ref).first()
    if request is None:
        return None
    url = page_url("admin:accounts_erasurerequest_change", request.pk)
    return letters.render("account/erasure_asked", {"url": url})


@letters.kind("account.erasure_answered")
def _answered(letter: Letter, at: datetime) -> letters.Message | None:
    return letters.render("account/erasure_answered", {"url": page_url("booking:record")})
