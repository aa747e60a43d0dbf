"""Where somebody is signed in: to see, and to end."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.crypto import constant_time_compare

from clinic import audit
from clinic.accounts import sessions
from clinic.accounts.devices import browser_and_system
from clinic.accounts.models import SignInRecord, User
from clinic.audit.transaction import audited_transaction


@dataclass(frozen=True)
class OpenSignIn:
    """One sign-in that stands: its name in a form, the device in words, since when, when used last (30 s apart)."""

    ref: str
    session_key: str
    device: str
    began_at: datetime
    used_at: datetime


def note_sign_in(user: User, *, session_key: str, user_agent: str) -> None:
    """Remember whose this session is, and by what kind of device it was opened."""
    browser, system = browser_and_system(user_agent)
    fields = {"user": user, "browser": browser, "system": system}
    SignInRecord.objects.update_or_create(session_key=session_key, defaults=fields)


def renew_session_key(*, old: str | None, new: str | None) -> None:
    """The session of a sign-in has got another name."""
    SignInRecord.objects.filter(session_key=old).update(session_key=new)


def open_sign_ins(user: User, *, at: datetime) -> list[OpenSignIn]:
    """Return every sign-in of this person that would still open something, used last first."""
    mine = {sign_in.session_key: sign_in for sign_in in user.sign_ins.all()}
    stored = Session.objects.filter(session_key__in=mine, expire_date__gt=at)
    pairs = [(mine[session.session_key], session.get_decoded()) for session in stored]
    standing = [
        OpenSignIn(
            ref=sign_in.ref,
            session_key=sign_in.session_key,
            device=sign_in.device,
            began_at=_time(session[sessions.BEGAN]),
            used_at=_time(session[sessions.ACTIVE]),
        )
        for sign_in, session in pairs
        if _stands(session, user, at=at)
    ]
    return sorted(standing, key=lambda sign_in: sign_in.used_at, reverse=True)


@audited_transaction()
def end_sign_in(user: User, *, ref: str, at: datetime) -> int:
    """End one sign-in of one's own, and return how many that were: none where it is over, or somebody else's."""
    return _end(user, [sign_in.session_key for sign_in in open_sign_ins(user, at=at) if sign_in.ref == ref], at=at)


@audited_transaction()
def end_other_sign_ins(user: User, *, this: str | None, at: datetime) -> int:
    """End every sign-in of one's own but the one whose session is called `this`; return how many that were."""
    return _end(
        user, [sign_in.session_key for sign_in in open_sign_ins(user, at=at) if sign_in.session_key != this], at=at
    )


def forget_sign_ins_that_are_over() -> None:
    """Throw away what is known of sessions that are gone."""
    SignInRecord.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def _end(user: User, keys: list[str], *, at: datetime) -> int:
    if keys:
        Session.objects.filter(session_key__in=keys).delete()
        user.sign_ins.filter(session_key__in=keys).delete()
        audit.record("account.sign_ins_ended", on=user, by=user, at=at, number=len(keys))
    return len(keys)


def _stands(session: dict[str, Any], user: User, *, at: datetime) -> bool:
    """Say whether a session is this person's, opened with what they sign in with today, and not over by the clock."""
    is_theirs = session.get(SESSION_KEY) == str(user.pk)
    is_current = constant_time_compare(session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())
    return is_theirs and is_current and not sessions.times_are_over(session, user, at=at)


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)
