"""A deed of somebody who is not signed in, and the session that remembers it, in one commit.

Their session alone says that a form is theirs, or that a code was sent. Were it saved after the deed, and the database
lost between the two, “Try again” would begin a second empty form or send a second code.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from clinic.session_store import SessionStore

type_view = Callable[..., HttpResponse]


def with_the_session(view: type_view) -> type_view:
    """Run a view that takes a form so that what it did and its session stand together, or neither does."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        try:
            with transaction.atomic():
                response = view(request, *args, **kwargs)
                if is_saved := response.status_code < 400 and request.session.modified:
                    request.session.save()
        except UpdateError as unsaved:
            # Signed out in another tab meanwhile: told as Django's own middleware tells it, and no error of ours.
            raise SessionInterrupted("The session was deleted before the request completed.") from unsaved
        if is_saved and isinstance(request.session, SessionStore):
            request.session.stands = True
        return response

    return wrapper
