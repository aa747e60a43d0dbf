"""A signed note tells the check-in where the needles were: whom we call, and what the answers mean."""

from datetime import datetime, timedelta

import pytest

from clinic.accounts.models import User
from intake.pages import readings
from intake.review.follow_up import check_ins
from intake.review.follow_up.models import FollowUpTask
from intake.treatment import services
from tests.intake.returning import full_form, needled, send_check_in
from tests.intake.treatment.notes import begun, content

pytestmark = pytest.mark.django_db
PLACES = [("chest", True, 1, False), ("leg_left", False, 0, False), ("abdomen", False, 0, True)]


@pytest.mark.parametrize(("region", "is_called", "urgent", "asks_belly"), PLACES)
def test_a_note_says_who_is_called_and_what_is_asked(
    region: str, is_called: bool, urgent: int, asks_belly: bool, ana: User, noor: User, now: datetime
) -> None:
    patient = full_form(ana)
    needled(patient, at=now - timedelta(days=20), visit="FIRST", areas=["limbs"])
    check_in = needled(patient, at=now - timedelta(days=2), visit="SECOND", areas=None)
    assert check_in.wants_call
    draft = begun(patient, noor, at=now - timedelta(days=2), visit_ref="SECOND")
    where = content(regions=[region], points=[])
    services.sign_note(draft, content=where, has_agreed=True, seen=1, by=noor, at=now - timedelta(days=1))

    check_in.refresh_from_db()
    assert check_in.wants_call is is_called
    form = check_ins.begin(check_in, by=ana, at=now)
    reading = readings.reading_of(form, form.current(), on=now.date())
    assert ("fu_belly" in reading.shown) is asks_belly
    send_check_in(check_in, by=ana, at=now, fu_breath="cough_only")
    assert FollowUpTask.objects.filter(kind="urgent").count() == urgent
