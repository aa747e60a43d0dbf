"""What stands between a new clinic and its first booking, step by step, each with where it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Practitioner, User
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Room, VisitType, WeeklyHours
from clinic.operations.letters import TEST
from clinic.outbox import letters
from clinic.outbox.models import Letter, WorkerState
from clinic.outbox.texts import is_enabled
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile


@dataclass(frozen=True)
class SetupStep:
    """One step: what it is, whether it is done, what is missing, and the address where it is done."""

    name: str
    is_done: bool
    missing: str
    url: str


def steps(*, at: datetime) -> list[SetupStep]:
    """Return every step in the order in which a clinic does them."""
    return [*_clinic(), *_people(), *_schedule(), *_messages(at)]


def _clinic() -> Iterator[SetupStep]:
    clinic = site_settings.current()
    named = clinic.name != ClinicProfile._meta.get_field("name").get_default() and bool(clinic.phone)
    page = reverse("admin:site_settings_clinicprofile_change", args=[1])
    yield SetupStep(_("Name and phone of the clinic"), named, _("Enter the name and the phone number."), page)
    hours = clinic.hours.exists()
    yield SetupStep(_("Staffed hours"), hours, _("Say when someone reads what comes in."), page)
    alerts = bool(site_settings.alert_recipients())
    yield SetupStep(
        _("Who gets emergency alerts"), alerts, _("Choose at least one person. Until then alerts reach nobody."), page
    )


def _people() -> Iterator[SetupStep]:
    treats = Practitioner.objects.working()
    page = reverse("admin:accounts_practitioner_changelist")
    yield SetupStep(
        _("Practitioners"), treats.exists(), _("Invite at least one practitioner."), reverse("admin:accounts_user_add")
    )
    without = [str(person) for person in treats.filter(licence="").select_related("user")]
    words = _("Enter the license number of: %(names)s.") % {"names": ", ".join(without)}
    yield SetupStep(
        _("Licenses"), treats.exists() and not without, words if without else _("Invite a practitioner first."), page
    )
    on_duty = treats.filter(on_duty=True).exists()
    yield SetupStep(_("Who is on duty"), on_duty, _("Mark at least one practitioner as on duty."), page)


def _schedule() -> Iterator[SetupStep]:
    rooms = reverse("admin:booking_room_changelist")
    yield SetupStep(_("Rooms"), Room.objects.filter(active=True).exists(), _("Add at least one room."), rooms)
    types = VisitType.objects.filter(active=True)
    offered = Exists(
        VisitType.practitioners.through.objects.filter(
            visittype=OuterRef("pk"), practitioner__in=Practitioner.objects.working()
        )
    )
    nobody = [str(kind) for kind in types.exclude(booking=VisitType.Booking.STAFF).exclude(offered)]
    words = _("Say who offers: %(names)s.") % {"names": ", ".join(nobody)}
    is_done = types.exists() and not nobody
    page = reverse("admin:booking_visittype_changelist")
    yield SetupStep(_("Visit types, and who offers them"), is_done, words if nobody else _("Add a visit type."), page)
    offers = Q(visit_types__active=True)
    idle = [
        str(person)
        for person in Practitioner.objects.working()
        .filter(offers)
        .exclude(Exists(WeeklyHours.objects.filter(practitioner=OuterRef("pk"))))
        .select_related("user")
        .distinct()
    ]
    words = _("Enter the weekly hours of: %(names)s.") % {"names": ", ".join(idle)}
    has_hours = WeeklyHours.objects.filter(practitioner__in=Practitioner.objects.working()).exists() and not idle
    page = reverse("admin:booking_weeklyhours_changelist")
    yield SetupStep(_("Weekly hours"), has_hours, words if idle else _("Enter when each practitioner works."), page)


def _messages(at: datetime) -> Iterator[SetupStep]:
    page = reverse("operations:setup")
    state = WorkerState.objects.filter(pk=1).first()
    is_at_work = state is not None and abs(at - state.at).total_seconds() < 60
    yield SetupStep(
        _("The worker runs"), is_at_work, _("Start the service clinic-worker. Without it no message leaves."), page
    )
    sent = set(Letter.objects.filter(kind=TEST, state=Letter.State.SENT).values_list("channel", flat=True))
    words = _("Send a test message below, and see that it arrives.")
    yield SetupStep(_("Email arrives"), Letter.Channel.EMAIL in sent, words, page)
    if is_enabled():
        words = _("Enter your mobile phone under Users, then send a test message below.")
        yield SetupStep(_("Text messages arrive"), Letter.Channel.TEXT in sent, words, page)


@audited_transaction()
def send_test(*, by: User, at: datetime) -> None:
    """Write a test message to whoever asks, on every channel they have; the worker sends it. One a minute."""
    letters.enqueue(TEST, key=f"test:{by.pk}:{at:%Y%m%dT%H%M}", to=by.ways, at=at)
    audit.record("message.tested", on=by, by=by, at=at)


def address(step: SetupStep) -> str:
    """Return the whole address of a step, for a terminal."""
    return f"{settings.SITE_URL}{step.url}"
