"""Photographs of the clinic's places: shown, described, taken away. Each is a line of the audit log."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Location, PlacePhotograph
from clinic.booking.photographs import MOST, EncodedWidths
from clinic.text import collapse


@audited_transaction()
def show_photograph(
    photograph: PlacePhotograph | None = None,
    *,
    picture: EncodedWidths | None,
    kind: str,
    location: Location | None,
    alt: str,
    caption: str = "",
    position: int = 1,
    by: User,
    at: datetime,
) -> PlacePhotograph:
    """Show a photograph of a place (None for the clinic's own address); `picture` may be None where there is one.

    Raises ValidationError without a description, without a picture, and for more than a page shows of one place.
    """
    if not (words := collapse(alt)):
        raise ValidationError(_("Describe the photograph in a few words, for people who can’t see it."), code="alt")
    if photograph is None and picture is None:
        raise ValidationError(_("Choose a photograph."), code="picture")
    require_room_for_one_more(photograph, location)
    if picture is not None:
        require_another_picture(photograph, location, picture.digest)
    row = photograph or PlacePhotograph()
    before = (row.digest, row.kind, row.location_id, row.alt, row.caption, row.position)
    if picture is not None:
        row.small, row.medium, row.large, row.digest = picture.small, picture.medium, picture.large, picture.digest
    row.kind, row.location, row.alt, row.caption, row.position = kind, location, words, collapse(caption), position
    if photograph and before == (row.digest, row.kind, row.location_id, row.alt, row.caption, row.position):
        return photograph
    row.changed_at = at
    row.save()
    audit.record("place.photograph_changed" if photograph else "place.photograph_added", on=row, by=by, at=at)
    return row


@audited_transaction()
def remove_photograph(photograph: PlacePhotograph, *, by: User, at: datetime) -> None:
    """Show a photograph no more. It is gone; nothing keeps it."""
    audit.record("place.photograph_removed", on=photograph, by=by, at=at)
    photograph.delete()


def require_room_for_one_more(photograph: PlacePhotograph | None, location: Location | None) -> None:
    """Raise ValidationError where a place has as many photographs as a page shows, this one apart."""
    others = PlacePhotograph.objects.filter(location=location)
    if photograph is not None:
        others = others.exclude(pk=photograph.pk)
    if others.count() >= MOST:
        sentence = _("This place has %(n)d photographs, which is all a page shows. Remove one first.")
        raise ValidationError(sentence, code="many", params={"n": MOST})


def require_another_picture(photograph: PlacePhotograph | None, location: Location | None, digest: str) -> None:
    """Raise ValidationError where a place shows the same picture already, on a photograph other than this one."""
    others = PlacePhotograph.objects.filter(location=location, digest=digest)
    if photograph is not None:
        others = others.exclude(pk=photograph.pk)
    if others.exists():
        raise ValidationError(_("This place shows the same photograph already. Choose another one."), code="twice")
