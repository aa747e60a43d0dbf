"""The newest code of a mailbox: sent to it, kept as a keyed hash, and typed by whoever asked for a code to it.

A stranger can ask in somebody's name. So asking is refused by mailbox and place together, and letters are counted by
mailbox alone; whoever gets no further letter types the code of the newest one, which works again for a while. The tries
of one session are its own: nobody uses up those of somebody else.
"""

import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from allauth.core import ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.core.internal.ratelimit import get_ip
from django.core.cache import cache
from django.db.models import Q
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from clinic.accounts.models import User
from clinic.accounts.querysets import normal_email
from clinic.characters import clean_ascii

SIGN_IN, RESET = "sign_in", "reset"
LIVES = timedelta(minutes=15)
# So long the newest code can be made to work again; a day later another letter may go out.
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Ticket:
    """What a session keeps once it asked: for what, for whom, and which tries are its own. Never a code."""

    session: str
    purpose: str
    user: str
    mailbox: str

    def __str__(self) -> str:
        return f"{self.session}.{self.purpose}.{self.user}.{self.mailbox}"

    @property
    def entry(self) -> str:
        return f"code:{self.purpose}:{self.mailbox}"


def ticket_for(purpose: str, address: str, user: User | None) -> Ticket:
    """Return a session's own ticket to the newest code of an address; `user` is whom the code would sign in."""
    mailbox = sha256(address.encode()).hexdigest()
    return Ticket(secrets.token_hex(8), purpose, str(user.pk) if user else "", mailbox)


def may_ask(request: HttpRequest, address: str) -> bool:
    """Count one question for a code, by mailbox and place together; say whether it is answered."""
    return bool(ratelimit.consume(request, action="request_login_code", key=asker_of(request, address)))


def asker_of(request: HttpRequest, address: str) -> str:
    """Return the key under which questions are counted: a mailbox, asked from one place (an IPv6 network is one)."""
    return f"{mailbox_of(address)} {get_ip(request)}"


def mailbox_of(address: str) -> str:
    """Return one key for all spellings of a mailbox that a limit could be walked around with: tags, dots at the end."""
    local, _at, host = normal_email(address).rpartition("@")
    return f"{local.partition('+')[0]}@{host.rstrip('.')}"


def goes_out(request: HttpRequest, ticket: Ticket, address: str) -> bool:
    """Count one letter to a mailbox and say whether it goes out; else the newest code works again, if there is one.

    The mailbox of somebody we know, and one without a tag, always holds a code that works: others cannot fill its
    count with letters to made-up tags.
    """
    if ratelimit.consume(request, action="send_login_code", key=mailbox_of(address)):
        return True
    newest = cache.get(ticket.entry)
    if newest is None:
        return mailbox_of(address) == address or _is_known(address)
    now = time.time()
    seconds_left = newest["sent"] + KEPT.total_seconds() - now
    cache.set(ticket.entry, newest | {"until": now + LIVES.total_seconds()}, max(1, seconds_left))
    return False


def keep(ticket: Ticket, address: str, code: str) -> None:
    """Keep the code that was just sent to an address; the one before it works no more."""
    now = time.time()
    newest = {"digest": digest(code), "user": ticket.user, "sent": now, "until": now + LIVES.total_seconds()}
    cache.set(ticket.entry, newest | {"address": address}, KEPT.total_seconds())


def redeem(request: HttpRequest, named: str, typed: str, *, action: str) -> bool:
    """Say whether what was typed is the newest code of the ticket's mailbox; it works once, and five tries a session.

    `named` is the ticket as the session keeps it, `action` the limit of tries. The mailbox is proven by a right code:
    its letters are counted anew.
    """
    session, _dot, rest = named.partition(".")
    purpose, user, mailbox = rest.split(".") if rest.count(".") == 2 else ("", "", "")
    ticket = Ticket(session, purpose, user, mailbox)
    counted = ratelimit.consume(request, action=action, key=session)
    newest = cache.get(ticket.entry) or {"digest": "", "user": "", "until": 0}
    fits = constant_time_compare(digest(typed), newest["digest"])
    stands = newest["until"] > time.time() and newest["user"] == ticket.user != ""
    # Whoever takes the row away has redeemed it: two sessions with one code are one sign-in.
    if not (counted and fits and stands and cache.delete(ticket.entry)):
        return False
    ratelimit.clear(request, action="send_login_code", key=mailbox_of(newest["address"]))
    return True


def digest(code: str) -> str:
    """Return the keyed hash under which a code is kept."""
    return salted_hmac("clinic.accounts.codes", normalize_user_code(clean_ascii(code)), algorithm="sha256").hexdigest()


def _is_known(address: str) -> bool:
    here_before = Q(is_staff=True) | Q(last_login__isnull=False) | Q(patients__isnull=False)
    return User.objects.by_email(address).filter(here_before).exists()
