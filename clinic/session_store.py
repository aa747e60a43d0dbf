"""Sessions in the database as Django keeps them, but for one that was saved together with what it remembers."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import InterfaceError, OperationalError

from clinic.lost_database import is_lost


class SessionStore(db.SessionStore):
    """Django's own. Where it `stands` (clinic.one_commit), a database lost afterwards costs a message and no more: the
    browser still gets its cookie, and nobody is asked to do again what was done.
    """

    stands = False

    def save(self, must_create: bool = False) -> None:
        try:
            super().save(must_create)
        except (UpdateError, OperationalError, InterfaceError) as unsaved:
            if not (self.stands and is_lost(unsaved)):
                raise
