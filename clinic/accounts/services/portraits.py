"""What the public reads of a practitioner: a few sentences and a photograph."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Portrait, Practitioner, User
from clinic.accounts.portraits import Encoded
from clinic.audit.transaction import audited_transaction
from clinic.text import collapse


@audited_transaction()
def introduce(practitioner: Practitioner, *, bio: str, languages: str, by: User, at: datetime) -> Practitioner:
    """Keep the sentences with which a practitioner is introduced, and the languages they speak ("English, Spanish").
    Nothing is written where both are the same.
    """
    if (practitioner.bio, practitioner.languages) != (words := (bio.strip(), collapse(languages))):
        practitioner.bio, practitioner.languages = words
        practitioner.save(update_fields=["bio", "languages"])
        audit.record("staff.introduced", on=practitioner.user, by=by, at=at)
    return practitioner


@audited_transaction()
def show_portrait(
    practitioner: Practitioner, *, picture: Encoded | None, alt: str, by: User, at: datetime
) -> Portrait | None:
    """Show a photograph (or with None the one there is) with its description for whoever cannot see it.

    Returns what is shown; None where there is no photograph. Raises ValidationError without a description.
    """
    before = Portrait.objects.filter(practitioner=practitioner).first()
    if picture is None and before is None:
        return None
    words = collapse(alt)
    if not words:
        raise ValidationError(_("Describe the photograph in a few words, for people who can’t see it."), code="alt")
    portrait = before or Portrait(practitioner=practitioner)
    if picture is not None:
        portrait.small, portrait.large, portrait.digest = picture.small, picture.large, picture.digest
    elif portrait.alt == words:
        return portrait
    portrait.alt, portrait.changed_at = words, at
    portrait.save()
    audit.record("staff.portrait_shown", on=practitioner.user, by=by, at=at)
    return portrait


@audited_transaction()
def remove_portrait(practitioner: Practitioner, *, by: User, at: datetime) -> None:
    """Show no photograph any more. It is gone; nothing keeps it."""
    portrait = Portrait.objects.filter(practitioner=practitioner).first()
    if portrait is not None:
        portrait.delete()
        audit.record("staff.portrait_removed", on=practitioner.user, by=by, at=at)
