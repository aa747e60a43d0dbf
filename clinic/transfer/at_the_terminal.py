"""What the commands of this room share: who does it, and how far it is."""

import sys
from collections.abc import Iterable

from django.core.management.base import CommandError, OutputWrapper

from clinic.accounts import roles
from clinic.accounts.models import User


def administrator(email: str) -> User:
    """Return the administrator of this address, or the only one there is. Raises CommandError."""
    active = User.objects.active().staff().in_role(roles.ADMINISTRATOR)
    if email:
        user = active.by_email(email).first()
        if user is None:
            raise CommandError(f"{email} is no administrator of this clinic.")
        return user
    administrators = list(active[:2])
    if len(administrators) != 1:
        raise CommandError("Say which administrator does this: --by EMAIL.")
    return administrators[0]


class ProgressLine:
    """Says on one line of a terminal how far something is; in a pipe it keeps quiet."""

    def __init__(self, stderr: OutputWrapper) -> None:
        self.stderr, self.is_shown = stderr, stderr.isatty() if hasattr(stderr, "isatty") else False

    def __call__(self, what: str, done: int, total: int) -> None:
        if self.is_shown:
            self.stderr.write(f"\r{what}: {done} of {total}", ending="\n" if done >= total else "")


def pairs(told: Iterable[str], option: str) -> dict[str, str]:
    """Return what was told as "words=meaning", several times. Raises CommandError."""
    meanings = {}
    for text in told:
        words, equals, meaning = text.rpartition("=")
        if not equals or not words.strip() or not meaning.strip():
            raise CommandError(f"Write {option} as WORDS=MEANING, for example {option} 'Initial visit=consultation'.")
        meanings[words.strip()] = meaning.strip()
    return meanings


def stopped(sentence: str) -> None:
    """End after Ctrl-C, with a sentence on what was left behind."""
    sys.stderr.write(f"\n{sentence}\n")
    sys.exit(130)
