"""The letters of this room. All of them carry a secret or go to strangers: their words are sealed in the row."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from clinic.accounts.models import User
from clinic.contact import phone_of_mailbox
from clinic.links import page_url
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency

CODE_LASTS = timedelta(minutes=15)
TOLD_FOR = timedelta(days=7)


def invitation(user: User, *, link: str, at: datetime, expires: datetime) -> None:
    """Ask a new colleague to choose a password."""
    _write("account.invitation", "account/invitation", to=user.email, at=at, expires=expires, user=user, link=link)


def sign_in_code(*, to: str, code: str, known: bool, staff: bool, at: datetime) -> None:
    """Answer somebody who asked for a sign-in code.

    Whoever has no patient's mailbox here gets a letter of the same making that says so, and the asker cannot tell.
    """
    name = "account/code" if known else "account/code_staff" if staff else "account/code_unknown"
    _write("account.code", name, to=to, at=at, expires=at + CODE_LASTS, code=code)


def reset_code(*, to: str, code: str, known: bool, at: datetime) -> None:
    """Answer somebody who forgot the password of a staff account; others learn that there is none."""
    name = "account/reset" if known else "account/reset_unknown"
    _write("account.reset", name, to=to, at=at, expires=at + CODE_LASTS, code=code)


def address_changed(*, to: str, at: datetime) -> None:
    """Tell the old address that messages about somebody go elsewhere now; it names nobody."""
    _write("account.address", "account/address_changed", to=to, at=at, expires=at + TOLD_FOR)


def address_is_now(*, to: str, at: datetime) -> None:
    """Tell the new address that messages come here, and how to see the visits."""
    _write("account.address", "account/address_is_now", to=to, at=at, expires=at + TOLD_FOR)


def let_in(user: User, *, to: str, at: datetime) -> None:
    """Tell everybody who works here that an administrator was let in again on the server."""
    _write("account.let_in", "account/let_in", to=to, at=at, expires=at + TOLD_FOR, user=user)


def _write(kind: str, name: str, *, to: str, at: datetime, expires: datetime, **context: Any) -> None:
    context |= {
        "sign_in": page_url("account_login"),
        "start": page_url("intake:start"),
        "minutes": int(CODE_LASTS.total_seconds() // 60),
    }
    message = letters.render(name, context)
    number = phone_of_mailbox(to)
    ways = [letters.Way(Letter.Channel.TEXT, number)] if number else to
    key = f"{kind}:{secrets.token_hex(16)}"
    urgency = Urgency.CODE if expires - at <= CODE_LASTS else Urgency.CONFIRMATION
    letters.enqueue(kind, key=key, to=ways, at=at, expires=expires, sealed=message, urgent=True, urgency=urgency)
