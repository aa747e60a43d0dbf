"""Whether an address can be written to: texts that were stopped from a phone, and addresses where nothing arrives.

What is known is known of the address, not of a person: a family may share a phone. An address that does not arrive is
marked until the desk has asked for it: the person has another then, or the mark is taken away.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from clinic import audit
from clinic.outbox import signals
from clinic.outbox.letters import deed_of, keys_of
from clinic.outbox.models import ContactPoint, Letter
from clinic.outbox.querysets import QUIET_AT_MOST
from clinic.site_settings import services as site_settings
from clinic.text import collapse

STOPPED, UNREACHABLE = "stopped", "unreachable"


def key_of(address: str) -> str:
    """Return the one form in which an address is remembered."""
    return collapse(address).lower()


def obstacle(letter: Letter) -> str:
    """Return why a letter cannot leave: its phone has stopped texts, or its address was marked; empty when it can.

    What is urgent goes to a marked address all the same: a code that somebody has just asked for there, an alert.
    """
    if letter.channel == Letter.Channel.CALL:
        return ""
    contact_point = ContactPoint.objects.filter(address=key_of(letter.to)).first()
    if contact_point is None:
        return ""
    if letter.channel == Letter.Channel.TEXT and contact_point.stopped_at:
        return STOPPED
    return UNREACHABLE if contact_point.unreachable_since and not letter.urgent else ""


def leaves_otherwise(letter: Letter) -> bool:
    """Say whether the same deed has left, or will, on another channel."""
    other_letters = Letter.objects.filter(key__in=keys_of(deed_of(letter))).exclude(pk=letter.pk)
    return other_letters.exclude(state=Letter.State.DEAD).exists()


def stop(number: str, *, at: datetime) -> None:
    """No text message goes to this phone any more (in the caller's audited transaction). Twice changes nothing."""
    point, _new = ContactPoint.objects.get_or_create(address=key_of(number))
    if point.stopped_at is None:
        point.stopped_at = at
        point.save(update_fields=["stopped_at"])
        signals.texts_stopped.send(ContactPoint, number=number, at=at)
        audit.record("texts.stopped", on=point, by=None, at=at)


def start(number: str, *, at: datetime) -> None:
    """Text messages may go to this phone again (in the caller's audited transaction)."""
    point = ContactPoint.objects.select_for_update().filter(address=key_of(number)).exclude(stopped_at=None).first()
    if point is not None:
        point.stopped_at = None
        point.save(update_fields=["stopped_at"])
        signals.texts_started.send(ContactPoint, number=number, at=at)
        audit.record("texts.started", on=point, by=None, at=at)


def mark(address: str, *, at: datetime) -> None:
    """Remember that messages do not arrive there. The first time stays."""
    ContactPoint.objects.bulk_create([ContactPoint(address=key_of(address))], ignore_conflicts=True)
    ContactPoint.objects.filter(address=key_of(address), unreachable_since=None).update(unreachable_since=at)


def unmark(address: str) -> None:
    """Somebody has asked: the address is right."""
    ContactPoint.objects.filter(address=key_of(address)).update(unreachable_since=None)


def marked(addresses: list[str]) -> set[str]:
    """Return which of these addresses do not arrive, as `key_of` writes them. One query."""
    keys = [key_of(address) for address in addresses if address]
    points = ContactPoint.objects.filter(address__in=keys).exclude(unreachable_since=None)
    return set(points.values_list("address", flat=True)) if keys else set()


def quiet_until(at: datetime) -> datetime | None:
    """Return when the quiet hours end in which this moment lies, in the clinic's zone; None when it lies in none."""
    clinic = site_settings.current()
    begins, ends, now = clinic.quiet_from, clinic.quiet_until, timezone.localtime(at)
    clock = now.time()
    is_quiet = begins <= clock < ends if begins <= ends else clock >= begins or clock < ends
    if not is_quiet:
        return None
    day = now.date() if clock < ends else now.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, ends))


def may_leave_since(at: datetime) -> datetime | None:
    """Return since when texts may leave again, which is when the last quiet hours ended, in the clinic's zone; None
    while they are quiet. A clinic without quiet hours: since a day ago.
    """
    clinic, now = site_settings.current(), timezone.localtime(at)
    if clinic.quiet_from == clinic.quiet_until:
        return at - QUIET_AT_MOST
    if quiet_until(at) is not None:
        return None
    day = now.date() if now.time() >= clinic.quiet_until else now.date() - timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, clinic.quiet_until))


def is_stopped(number: str) -> bool:
    """Say whether text messages were stopped from this phone."""
    return ContactPoint.objects.filter(address=key_of(number)).exclude(stopped_at=None).exists()
