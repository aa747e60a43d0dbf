"""How far the form of somebody who comes is, as one word on the day; read with the visits, no answer among it."""

from datetime import date, datetime, time
from typing import Any

from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.booking.models import Appointment
from clinic.booking.querysets import AppointmentQuerySet
from clinic.outbox.models import Letter
from intake.record.models import Intake
from intake.record.querysets import GOOD_FOR

NOT_SENT, SENT, STARTED, TO_ACCEPT, DONE, LAPSED = "not_sent", "sent", "started", "to_accept", "done", "lapsed"
WORDS: dict[str, Any] = {
    NOT_SENT: _("Form link not sent"),
    SENT: _("Form link sent"),
    STARTED: _("Form started"),
    TO_ACCEPT: _("Form sent, to confirm"),
    DONE: _("Form complete"),
    LAPSED: _("Form expired"),
}
# By how far it is, the furthest last.
_STATES = (NOT_SENT, LAPSED, STARTED, TO_ACCEPT, DONE)
# Letters that carry the way to the form.
_UNSENT = [state for state in Letter.State.values if state != Letter.State.SENT]
_KINDS = ("booking.confirmation", "booking.changed", "booking.form", "desk.form")


def with_forms(visits: AppointmentQuerySet, *, on: date) -> AppointmentQuerySet:
    """Add what `state_of` reads; the number of queries stays the same."""
    since = timezone.make_aware(datetime.combine(on, time.min)) - GOOD_FOR
    mine = Q(patient=OuterRef("patient"))
    # What the desk has begun for them: on a tablet, by phone or from paper.
    begun = Q(meant_for=OuterRef("patient"))
    # Any other draft belongs to nobody yet but a mailbox; on a family's mailbox the name tells whose it is.
    named = Q(full_name="") | Q(full_name__iexact=OuterRef("patient__full_name"))
    drafts = Intake.objects.full().filter(
        mine | begun | (Q(user__isnull=False, user=OuterRef("patient__user")) & named)
    )
    # One look for all states, the furthest counts: four questions of their own would cost four times as much.
    furthest = Case(
        When(patient=OuterRef("patient"), accepted_at__gte=since, then=4),
        When(submitted_at__isnull=False, accepted_at=None, then=3),
        When(submitted_at=None, expired_at=None, saved_at__gt=F("started_at"), then=2),
        When(Q(expired_at__isnull=False) | Q(accepted_at__lt=since), then=1),
        default=0,
    )
    states = drafts.order_by().annotate(one_=Value(1)).values("one_").annotate(furthest_=Max(furthest))
    about = Concat(Value("booking.appointment:"), OuterRef("ref"))
    # Said the other way round: asked for the state, SQLite would walk every letter that was ever sent, not the visit's.
    letters = Letter.objects.filter(kind__in=_KINDS, about=about).exclude(state__in=_UNSENT)
    return visits.annotate(form_at=Subquery(states.values("furthest_")), form_sent=Exists(letters))


def state_of(visit: Appointment) -> str:
    """Return the state of the form of whoever comes; the visit was read `with_forms`."""
    furthest = getattr(visit, "form_at", None) or 0
    if furthest:
        return _STATES[furthest]
    return SENT if getattr(visit, "form_sent", False) else NOT_SENT
