"""Whose patient somebody is by the schedule."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from clinic.accounts.models import User
from clinic.booking.models import Appointment
from intake.review.need_to_know.ties import THEIRS_FOR


def by_visits(reader: User, at: datetime) -> Q:
    """Return the condition on patients: a visit with this reader that is ahead or not over a year ago. One that was
    canceled, rescheduled or entered in error does not count.
    """
    theirs = Appointment.objects.standing().filter(patient=OuterRef("pk"), practitioner__user=reader)
    return Q(Exists(theirs.filter(starts_at__gte=at - THEIRS_FOR).order_by()))
