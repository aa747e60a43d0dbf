"""What stands between a new clinic and its first booking, and the way in for its last administrator."""

from datetime import time
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from clinic.accounts import roles, second_factor
from clinic.accounts.models import Practitioner, User
from clinic.audit.models import Entry
from clinic.booking.models import Room, VisitType, WeeklyHours
from clinic.operations import setup
from clinic.outbox import worker
from clinic.outbox.models import WorkerState
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import AlertRecipient, ClinicProfile, StaffedHours
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db


def _left() -> list[str]:
    return [step.name for step in setup.steps(at=timezone.now()) if not step.is_done]


def test_step_by_step_to_the_first_booking(ada: User, signed_in: SignedIn, settings: Any) -> None:
    settings.SMS_URL = ""
    client, page = signed_in(ada), reverse("operations:setup")
    names = [step.name for step in setup.steps(at=timezone.now())]
    VisitType.objects.update(active=False)
    left = _left()
    assert left == names
    assert f"{len(names)} steps are left" in client.get(page).text

    ClinicProfile.objects.filter(pk=1).update(name="Lantern Street", phone="213-555-0142")
    site_settings.forget()
    StaffedHours.objects.create(weekday=0, opens=time(9), closes=time(17))
    AlertRecipient.objects.create(user=ada)
    noor = User.objects.create_user("noor@clinic.example", name="Noor", is_staff=True)
    noor.groups.add(Group.objects.get(name=roles.PRACTITIONER))
    treats = Practitioner.objects.create(user=noor)
    kind = VisitType.objects.create(code="first", name="First visit", minutes=60)
    Room.objects.create(name="One")
    WorkerState.objects.create(at=timezone.now())
    missing = {step.name: step.missing for step in setup.steps(at=timezone.now()) if not step.is_done}
    assert missing["Licenses"] == "Enter the license number of: Noor."
    assert missing["Visit types, and who offers them"] == "Say who offers: First visit."
    kind.practitioners.add(treats)
    assert {step.name: step.missing for step in setup.steps(at=timezone.now())}["Weekly hours"] == (
        "Enter the weekly hours of: Noor."
    )
    Practitioner.objects.update(licence="AC 1", on_duty=True)
    WeeklyHours.objects.create(practitioner=treats, weekday=0, opens=time(9), closes=time(12))
    assert _left() == ["Email arrives"]
    with pytest.raises(SystemExit):
        call_command("setup")

    client.post(page)
    worker.run_once(now=timezone.now)
    assert [(sent.to, sent.subject) for sent in mail.outbox] == [([ada.email], "Test message from Lantern Street")]
    assert _left() == []
    assert "Patients can book." in client.get(page).text
    call_command("setup")


def test_the_last_administrator_is_let_in_on_the_machine_and_everybody_is_told(
    ada: User, rui: User, signed_in: SignedIn, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signed_in(ada)  # enrolls an app
    epoch = ada.sign_in_epoch
    call_command("let_in", "Ada@clinic.example")
    ada.refresh_from_db()
    # Whoever sits at her old session is signed out, not by the password alone.
    assert ada.sign_in_epoch > epoch
    assert before.get("/admin/").status_code == 302
    assert (second_factor.is_enrolled(ada), ada.has_usable_password()) == (False, False)
    link = next(word for word in capsys.readouterr().out.split() if word.startswith("http"))
    assert ada.invitations.get(ended_at=None).token_hash
    assert "/account/invitation/" in link
    row = Entry.objects.get(deed="staff.let_in")
    assert (row.on, row.by) == (f"accounts.user:{ada.pk}", None)
    worker.run_once(now=timezone.now)
    told = {sent.to[0]: sent.body for sent in mail.outbox}
    assert set(told) == {ada.email, rui.email}
    assert "gave Ada Sample, administrator, a new way to sign in" in told[rui.email]


def test_where_somebody_else_can_do_it_nobody_is_let_in(ada: User, rui: User, signed_in: SignedIn) -> None:
    with pytest.raises(CommandError, match="No active administrator"):
        call_command("let_in", rui.email)
    other = User.objects.create_user("ida@clinic.example", "a-lantern-in-the-street", name="Ida", is_staff=True)
    other.groups.set(ada.groups.all())
    signed_in(other)
    with pytest.raises(CommandError, match="Another administrator can do this: Ida"):
        call_command("let_in", ada.email)
    assert not Entry.objects.filter(deed="staff.let_in").exists()
