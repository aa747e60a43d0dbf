"""The letters of the review. None carries a clinical word, a name of a rule, or an answer."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Patient, Practitioner
from clinic.languages import of_messages
from clinic.outbox import letters
from clinic.outbox.message_words import BODY, TEXT, Placeholder, editable, needed
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency
from clinic.site_settings import services as site_settings
from intake.review.models import Alert, AlertTold, Case, Decision

if TYPE_CHECKING:
    from clinic.accounts.models import User

# Forms nobody confirmed could be made in any number: their letters are gathered for this long, the alerts never.
GATHER = timedelta(minutes=15)
ESCALATE_AFTER = timedelta(minutes=15)


def alarm(alert: Alert, *, at: datetime) -> None:
    """Tell the first person on the list that somebody must be called now."""
    people = chain()
    if people:
        _tell(alert, people[0], at=at)
        Alert.objects.filter(pk=alert.pk).update(told=1, told_at=at)


def escalate(*, at: datetime) -> int:
    """In staffed hours, tell the next person about each alert that nobody has taken for 15 minutes.

    An alert of the night is told anew to the first person when the staffed hours begin. Returns how many were told.
    """
    if not site_settings.is_staffed(site_settings.current(), at=at):
        return 0
    people, count = chain(), 0
    for alert in Alert.objects.unanswered().filter(told_at__lte=at - ESCALATE_AFTER):
        assert alert.told_at is not None  # noqa: S101  (filtered above)
        if not people:
            break
        fresh_day = not site_settings.is_staffed(site_settings.current(), at=alert.told_at)
        number = 0 if fresh_day else alert.told % len(people)
        _tell(alert, people[number], at=at)
        Alert.objects.filter(pk=alert.pk).update(told=number + 1, told_at=at)
        count += 1
    return count


def chain() -> "list[User]":
    """Return who is told of an emergency, in order: the profile's list, those on duty first, then all others on duty;
    without any of these every practitioner.
    """
    active = Practitioner.objects.working().select_related("user").order_by("user__name", "pk")
    everybody = [practitioner.user for practitioner in active]
    on_duty = [practitioner.user for practitioner in active if practitioner.on_duty]
    listed: list[User] = site_settings.alert_recipients()
    first = [user for user in listed if user in on_duty]
    recipients = first + [user for user in listed if user not in first]
    return recipients + [user for user in on_duty if user not in recipients] or everybody


def decided(decision: Decision, *, at: datetime) -> None:
    """Tell the person to look at their page: in the same words whatever was decided, but for a question and where a
    practitioner has written to them.
    """
    kind = _KINDS.get(decision.outcome, "intake.read")
    letters.enqueue(kind, key=f"decision:{decision.pk}", to=_ways_to(decision.case), about=decision.case, at=at)


_KINDS: dict[str, str] = {Decision.Outcome.MORE: "intake.question", Decision.Outcome.REFER: "intake.written"}


def _ways_to(case: Case) -> Sequence[letters.Way]:
    """How the patient is reached, else the address on the form: the record knows of a later change. In no way for
    somebody who is no longer a patient; where there is no address the desk calls and says to read the page.
    """
    typed = letters.Way(Letter.Channel.EMAIL, case.intake.email, of_messages(case.intake.language))
    on_the_form = [typed] if typed.to else []
    if case.patient is None:
        return on_the_form
    if case.patient.ended_why:
        return ()
    return case.patient.message_ways or on_the_form or case.patient.ways


def _tell(alert: Alert, to: "User", *, at: datetime) -> None:
    """Tell one person on every channel they have, at any hour, and keep that they were told."""
    if alert.intake.email_confirmed_at or not alert.intake.is_full:
        key, due = f"alert:{alert.ref}:{alert.times}:{short(to.email)}:{at:%Y%m%d%H%M}", at
    else:
        key, due = _gathered_key(alert, to, at=at)
    letters.enqueue("intake.alert", key=key, to=to.ways, about=alert, at=at, due=due, urgent=True)
    AlertTold.objects.create(alert=alert, to=to, at=at, deed=key)


def _gathered_key(alert: Alert, to: "User", *, at: datetime) -> tuple[str, datetime]:
    """One letter at once for a place, and one more at the end of its quarter of an hour for all that followed."""
    quarter = at - timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    place = alert.intake.place or short(alert.intake.email or "no address")
    key = f"alerts:{place}:{quarter:%Y%m%d%H%M}:{short(to.email)}"
    if not letters.exists(key):
        return key, at
    return f"{key}:more", quarter + GATHER


def short(address: str) -> str:
    """Name an address in a key without writing it there."""
    return hashlib.sha256(address.casefold().encode()).hexdigest()[:16]


@letters.kind("intake.alert", urgency=Urgency.ALERT)
def _alert(letter: Letter, at: datetime) -> letters.Message | None:
    open_alerts = Alert.objects.open()
    count = open_alerts.count()
    if not count:
        return None
    alert = Alert.objects.select_related("case").filter(ref=letter.about_ref).first()
    case = alert.case if alert and alert.closed_at is None else None
    path = reverse("admin:review_case_change", args=[case.ref]) if case else reverse("admin:review_case_changelist")
    return letters.render("intake/alert", {"count": count, "url": settings.SITE_URL + path})


@letters.kind("intake.read")
def _read(letter: Letter, at: datetime) -> letters.Message | None:
    return _about_case(letter, "intake/read")


@letters.kind("intake.question")
def _question(letter: Letter, at: datetime) -> letters.Message | None:
    case = Case.objects.with_person().filter(ref=letter.about_ref).first()
    if case is None or case.state != Case.State.WAITING:
        return None  # answered already, or decided otherwise
    return _about_case(letter, "intake/question")


@letters.kind("intake.written")
def _written(letter: Letter, at: datetime) -> letters.Message | None:
    return _about_case(letter, "intake/written")


def _about_case(letter: Letter, template: str) -> letters.Message | None:
    case = Case.objects.with_person().filter(ref=letter.about_ref).first()
    if case is None or not _ways_to(case):
        return None
    page = reverse("intake:sent", args=[case.intake.ref])
    owner = case.intake.user
    if case.intake.submitted_at is None and owner and Patient.objects.filter(user=owner).exists():
        # Before the form is sent what was written stands with the person's visits.
        page = reverse("booking:mine")
    url = settings.SITE_URL + page
    named = case.patient.named_in_a_family() if case.patient else ""
    return letters.render(template, {"reference": case.intake.reference, "url": url, "named": named})


_URL = needed("url", _("the link to their page"), "https://clinic.example/intake/BCDF/", BODY, TEXT)
_REFERENCE = Placeholder("reference", _("the reference of the form"), "BCDF-2345")
editable("intake/read", _("Please read your page"), _URL, _REFERENCE)
editable("intake/question", _("We have a question for you"), _URL, _REFERENCE)
editable("intake/written", _("A practitioner has written to you"), _URL, _REFERENCE)
