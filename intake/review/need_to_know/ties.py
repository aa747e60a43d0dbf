"""Whose patient somebody is: worked out from what was done, never from a list that somebody keeps.

The rooms above know more than the review (the schedule its visits, the treatment its notes): each hands in one
condition on patients, because this room may not ask upwards.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from clinic.accounts.models import Patient, User
from intake.record.models import Answers
from intake.review.duty import on_duty
from intake.review.follow_up.models import FollowUpTask
from intake.review.models import Alert, CallLog, Case, Decision, DoctorLetter, Opinion
from intake.review.one_person import records_by_key
from intake.screening import Tier

# How long what somebody did for a person keeps that person theirs.
THEIRS_FOR = timedelta(days=365)

type_tie = Callable[[User, datetime], Q]
_ties: list[type_tie] = []


def register(tie: type_tie) -> None:
    """Hand in a condition on patients: those who are this reader's, by what another room knows, at this moment."""
    if tie not in _ties:
        _ties.append(tie)


def is_theirs(reader: User, *, patient: int | None, case: Case | None = None, at: datetime) -> bool:
    """Say whether a practitioner may read about a person without saying why. All linked records count as one person.

    A person is theirs when
    - they had a visit booked with them within a year, or have one ahead (one that was canceled does not count);
    - they hold, decided or closed a case of theirs, read a form of theirs first, logged a call, wrote to their doctor,
      wrote an opinion or were asked for one, wrote a note of a visit or are writing one, all within a year;
    - or their work is everybody's: a case that is to review, a form that nobody has read, an open emergency, a call
      that is owed, an adverse event that nobody has assessed;
    - or they are on duty, and an emergency or a hold of the person waits in whatever state.

    `case` is the one that is opened, if one is; a case whose form nobody has accepted (`patient` is None) is judged by
    itself. None or one query for a case that is to review, else one for the records, one for everything above, and
    one for who is on duty where nothing else says yes.
    """
    if case is not None and case.state == Case.State.OPEN:
        return True
    if patient is None:
        return case is not None and _is_own_case(reader, case, at=at)
    people = Patient.objects.filter(pk__in=records_by_key(patient)).order_by()
    cases = Case.objects.filter(patient=OuterRef("pk")).order_by()
    owed = FollowUpTask.objects.filter(patient=OuterRef("pk"), closed_at=None).order_by()
    conditions = [
        Exists(cases.filter(_waits() | _done_by(reader, at=at))),
        Exists(owed),
        *(tie(reader, at) for tie in _ties),
    ]
    if people.filter(reduce(or_, conditions, Q(pk__in=[]))).exists():
        return True
    return _needs_who_is_on_duty(people.filter(Exists(cases.filter(_grave()))).exists(), reader)


def _is_own_case(reader: User, case: Case, *, at: datetime) -> bool:
    same = Case.objects.filter(pk=case.pk).order_by()
    if same.filter(_waits() | _done_by(reader, at=at)).exists():
        return True
    return _needs_who_is_on_duty(same.filter(_grave()).exists(), reader)


def _needs_who_is_on_duty(is_grave: bool, reader: User) -> bool:
    return is_grave and reader.pk in {person.pk for person in on_duty()}


def _waits() -> Q:
    """Cases that are everybody's work: to review, with a form that nobody has read, with an open emergency."""
    unread = Answers.objects.filter(intake=OuterRef("intake"), frozen_at__isnull=False, opened_at=None)
    alarm = Alert.objects.filter(case=OuterRef("pk"), closed_at=None)
    return Q(state=Case.State.OPEN) | Q(Exists(unread.order_by())) | Q(Exists(alarm.order_by()))


def _grave() -> Q:
    """Emergencies and holds that wait: for the patient, for a day, for anything but the queue."""
    return ~Q(state=Case.State.CLOSED) & (Q(tier__gte=Tier.HOLD) | Q(intake__engine_failed=True))


def _done_by(reader: User, *, at: datetime) -> Q:
    """Cases for which this reader did something that is not over a year old."""
    since = at - THEIRS_FOR
    of_case = Q(case=OuterRef("pk"))
    deeds = [
        Decision.objects.filter(of_case, by=reader, at__gte=since),
        Opinion.objects.filter(of_case, Q(by=reader) | Q(to=reader), at__gte=since),
        DoctorLetter.objects.filter(of_case, by=reader, at__gte=since),
        CallLog.objects.filter(alert__case=OuterRef("pk"), by=reader, at__gte=since),
        Answers.objects.filter(intake=OuterRef("intake"), opened_by=reader, opened_at__gte=since),
    ]
    claimed_or_closed = Q(claimed_by=reader, claimed_until__gt=at) | Q(closed_by=reader, closed_at__gte=since)
    return reduce(or_, (Q(Exists(rows.order_by())) for rows in deeds), claimed_or_closed)
