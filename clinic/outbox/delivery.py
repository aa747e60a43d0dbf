"""Sending: claim one letter, ask again what it says, hand it to the mail server or whoever carries texts, mark it.

The claim is committed before anything leaves and the mark after it left. A clock that dies in between leaves the
claim to run out, and the letter goes a second time with the same Message-ID: never lost, seldom twice.
"""

import smtplib
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import BadHeaderError
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import translation

from clinic import audit
from clinic.audit.transaction import audited_transaction
from clinic.outbox import reachable, sender_reports
from clinic.outbox.hand_over import hand_over
from clinic.outbox.letters import KINDS, Message
from clinic.outbox.models import Letter
from clinic.outbox.querysets import CLAIMED_FOR
from clinic.outbox.texts import TextRefusedError
from clinic.outbox.urgency import PAUSES, Urgency
from clinic.text import new_reference

log = structlog.get_logger(__name__)


def send_next(*, at: datetime, most: Urgency = Urgency.REMINDER) -> Letter | None:
    """Send, skip or put off the most urgent letter, none less urgent than `most`; return it, or None when none is due.

    A lost database is the caller's to survive (OperationalError, InterfaceError). Any other trouble is the letter's:
    it is tried again after a growing pause, and given up in the end.
    """
    letter = _claim(at, most)
    if letter is None:
        return None
    if letter.has_expired(at):
        return _finish(letter, Letter.State.EXPIRED, at=at)
    if letter.tries > len(_pauses(letter)) + 1:
        return _finish(letter, Letter.State.DEAD, at=at)
    try:
        obstacle = reachable.obstacle(letter)
        if obstacle and (letter.sealed is not None or reachable.leaves_otherwise(letter)):
            return _finish(letter, Letter.State.SKIPPED, at=at, trouble=obstacle)
        message = _message(letter, at)
        if message is None:
            return _finish(letter, Letter.State.SKIPPED, at=at)
        if obstacle or letter.channel == Letter.Channel.CALL:
            # It is still wanted, and no message can say it: a person does.
            return _finish(letter, Letter.State.DEAD, at=at, trouble=obstacle)
        quiet = None if letter.urgent or letter.channel != Letter.Channel.TEXT else reachable.quiet_until(at)
        if quiet is not None:
            return _wait(letter, quiet, at=at)
        if settings.DEMO:
            letter.rendered = {"subject": message.subject, "body": message.body, "text": message.text}
        else:
            letter.provider_ref = hand_over(letter, message)
    except (OperationalError, InterfaceError):
        raise
    except Exception as trouble:
        return _put_off(letter, trouble, at=at)
    return _finish(letter, Letter.State.SENT, at=at)


def _pauses(letter: Letter) -> tuple[timedelta, ...]:
    return PAUSES[Urgency(letter.urgency)]


def _claim(at: datetime, most: Urgency) -> Letter | None:
    """Take the first letter no other clock is at. The conditional update decides who has it, on both databases."""
    token = new_reference()
    for number in Letter.objects.ready(at).filter(urgency__lte=most).values_list("pk", flat=True)[:20]:
        mine = Letter.objects.ready(at).filter(pk=number).order_by()
        # The try is counted now: a letter that kills its clock each time is given up in the end too.
        if mine.update(claimed_until=at + CLAIMED_FOR, claim=token, tries=F("tries") + 1):
            # Opened only while the letter is sent: one that no key opens is that letter's trouble, not the clock's.
            return Letter.objects.defer("sealed", "rendered").get(pk=number)
    return None


def _message(letter: Letter, at: datetime) -> Message | None:
    if letter.sealed is not None:
        return Message(letter.sealed["subject"], letter.sealed["body"], text=letter.sealed.get("text", ""))
    # What a room reads to write its letter is read at one moment, and nothing it does halfway stays.
    with transaction.atomic(), translation.override(letter.language or settings.LANGUAGE_CODE):
        return KINDS[letter.kind](letter, at)


def _wait(letter: Letter, until: datetime, *, at: datetime) -> Letter:
    """Leave a text for the end of the quiet hours: that was no try."""
    letter.due, letter.claimed_until, letter.tries = until, None, letter.tries - 1
    if letter.has_expired(until):
        return _finish(letter, Letter.State.EXPIRED, at=at)
    _mark(letter, "due", "claimed_until", "tries")
    return letter


def _finish(letter: Letter, state: Letter.State, *, at: datetime, trouble: str | None = None) -> Letter:
    """Mark a letter whose way is over. Nothing is changed when another clock has taken it meanwhile."""
    letter.state, letter.finished_at, letter.claimed_until = state, at, None
    letter.trouble = letter.trouble if trouble is None else trouble
    own_fields = ("rendered",) if settings.DEMO else ("provider_ref",)
    _mark(letter, "state", "finished_at", "claimed_until", "trouble", *own_fields)
    is_trouble = state == Letter.State.DEAD and letter.channel != Letter.Channel.CALL
    tell = log.error if is_trouble else log.info
    tell(f"letter.{state}", kind=letter.kind, ref=letter.ref, tries=letter.tries)
    return letter


def _put_off(letter: Letter, trouble: Exception, *, at: datetime) -> Letter:
    """Try again after a pause, or give up: at once where no try can help, else when the pauses are used up."""
    name = _name_of(trouble)
    log.warning("letter.failed", kind=letter.kind, ref=letter.ref, tries=letter.tries, trouble=name)
    if isinstance(trouble, TextRefusedError | smtplib.SMTPRecipientsRefused) and _is_final(trouble):
        sender_reports.refused(letter, stopped=getattr(trouble, "stopped", False), at=at)
    if _is_final(trouble) or letter.tries > len(_pauses(letter)):
        return _finish(letter, Letter.State.DEAD, at=at, trouble=name)
    letter.due = at + _pauses(letter)[letter.tries - 1]
    if letter.has_expired(letter.due):
        return _finish(letter, Letter.State.EXPIRED, at=at, trouble=name)
    letter.trouble, letter.claimed_until = name, None
    _mark(letter, "due", "trouble", "claimed_until")
    return letter


def _mark(letter: Letter, *fields: str) -> None:
    mine = Letter.objects.filter(pk=letter.pk, claim=letter.claim, state=Letter.State.DUE)
    mine.update(**{field: getattr(letter, field) for field in fields})


def _is_final(trouble: Exception) -> bool:
    """Return whether the address or the letter itself was refused for good (an SMTP 5xx answer, or a text's)."""
    if isinstance(trouble, TextRefusedError):
        return trouble.final
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _said in trouble.recipients.values())
    return isinstance(trouble, BadHeaderError) or (
        isinstance(trouble, smtplib.SMTPDataError) and trouble.smtp_code >= 500
    )


def _name_of(trouble: Exception) -> str:
    """Name an error without its words: a mail server repeats the address in them."""
    code = getattr(trouble, "smtp_code", getattr(trouble, "code", ""))
    code = code if isinstance(code, int) else ""
    return f"{type(trouble).__name__} {code}".strip()


@audited_transaction()
def send_again(letter: Letter, *, by: AbstractBaseUser, at: datetime) -> bool:
    """Put a letter that was given up back into the outbox with all its tries, and believe its address again; False when
    it is not given up.
    """
    reachable.unmark(letter.to)
    given_up = Letter.objects.given_up().filter(pk=letter.pk).exclude(channel=Letter.Channel.CALL).order_by()
    if not given_up.update(state=Letter.State.DUE, due=at, tries=0, finished_at=None, claimed_until=None):
        return False
    audit.record("letter.sent_again", on=letter, by=by, at=at, kind=letter.kind)
    return True


RESTORED = "From a backup: it may have left before. Send it again or call."


def hold_what_was_due(*, at: datetime) -> int:
    """Hold the messages of a restored backup that were due: they may have left since it was made. Return how many.

    They are given up, so that a person decides about each: sent again, or called. What is due later leaves as planned.
    In the caller's transaction.
    """
    waiting = Letter.objects.filter(state=Letter.State.DUE, due__lte=at).exclude(expires__lte=at)
    return waiting.update(state=Letter.State.DEAD, finished_at=at, trouble=RESTORED, claimed_until=None)


@audited_transaction()
def settle(letter: Letter, *, by: AbstractBaseUser, at: datetime) -> bool:
    """Somebody has called, and said what the letter says; False when that was done already, or it was not given up."""
    given_up = Letter.objects.given_up().filter(pk=letter.pk).order_by()
    if not given_up.update(settled_at=at, settled_by=by):
        return False
    audit.record("letter.settled", on=letter, by=by, at=at, kind=letter.kind)
    return True
