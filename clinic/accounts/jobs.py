"""What recurs in this room, done by the clock."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from clinic.accounts import services
from clinic.outbox import worker


@worker.periodic(timedelta(days=1))
def forget_sessions(at: datetime) -> None:
    """Throw away sessions that are over: nobody can use them any more, and nobody needs to know of them."""
    Session.objects.filter(expire_date__lt=at).delete()
    services.forget_sign_ins_that_are_over()
