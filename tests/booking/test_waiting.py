"""The waiting list: the order of matches, who is left out, and offers that stand for a while."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.accounts.services import link
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, Cell, Hold, Offer, VisitType, WaitingEntry
from clinic.outbox.models import Letter
from intake.review import withdrawal
from tests.booking.builders import TEN, make_patient, make_practitioner, minutes
from tests.booking.test_readiness import put
from tests.desk.forms import decide, make_sent
from tests.support.answers import Answers as Form
from tests.support.cast import sign_in

UNTIL = date(2026, 4, 1)


def wait(
    name: str, visit_type: VisitType, *, at: datetime, by: User, ready: bool = True, **wishes: Any
) -> WaitingEntry:
    patient = make_patient(f"{name}@example.com", f"{name.capitalize()} Invented", ready=ready)
    return services.join(
        patient=patient, visit_type=visit_type, until=wishes.pop("until", UNTIL), by=by, at=at, **wishes
    )


def names(matches: list[services.Match]) -> list[str]:
    return [match.entry.patient.full_name.split()[0].lower() for match in matches]


@pytest.mark.parametrize("count", [1, 3])
def test_urgent_comes_first_then_the_longest_wait(
    treatment: VisitType, noors: Practitioner, rui: User, now: datetime, count: int
) -> None:
    for number in range(count):
        wait(f"p{number}", treatment, at=now - timedelta(days=number), by=rui)
    wait("urgent", treatment, at=now, by=rui, urgent=True)
    found = services.matches_for(start=TEN, practitioner=noors.pk, by=rui, at=now)
    assert names(found) == ["urgent", *(f"p{n}" for n in reversed(range(count)))]


def test_wishes_and_standing_leave_people_out(
    treatment: VisitType, consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    treatment.practitioners.add(tomas)
    treatment.save()
    wait("thursday", treatment, at=now, by=rui, weekdays=[3])
    wait("friday", treatment, at=now, by=rui, weekdays=[4])
    wait("morning", treatment, at=now, by=rui, parts=["morning"])
    wait("evening", treatment, at=now, by=rui, parts=["evening"])
    wait("noors", treatment, at=now, by=rui, practitioner=noors.pk)
    wait("tomas", treatment, at=now, by=rui, practitioner=tomas.pk)
    wait("soon", treatment, at=now, by=rui, until=date(2026, 3, 4))
    wait("formless", treatment, at=now, by=rui, ready=False)
    wait("talks", consultation, at=now, by=rui, ready=False)
    held = wait("held", treatment, at=now, by=rui, ready=False)
    put(held.patient, "hold", by=rui, at=now)
    busy = wait("busy", treatment, at=now, by=rui)
    services.book(patient=busy.patient, visit_type=treatment, start=TEN, practitioner=tomas.pk, by=rui, at=now)
    from tests.booking.builders import make_room

    make_room("Room 2", 2)
    left = wait("left", treatment, at=now, by=rui)
    services.leave(left, by=rui, at=now)
    found = services.matches_for(start=TEN, practitioner=noors.pk, by=rui, at=now)
    assert sorted(names(found)) == ["morning", "noors", "talks", "thursday"]


def test_a_time_that_is_too_short_or_over_fits_nobody(
    treatment: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    wait("pia", treatment, at=now, by=rui)
    zed = make_patient("zed@example.com", "Zed Invented")
    services.book(patient=zed, visit_type=treatment, start=TEN + minutes(15), by=rui, at=now)
    assert services.matches_for(start=TEN, practitioner=noors.pk, by=rui, at=now) == []
    assert services.matches_for(start=now, practitioner=noors.pk, by=rui, at=now) == []


def test_an_offer_holds_the_time_and_becomes_the_visit(
    treatment: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    entry = wait("pia", treatment, at=now, by=rui)
    offer = services.offer(entry=entry, start=TEN, practitioner=noors.pk, by=rui, at=now)
    assert Letter.objects.get(kind="booking.offer").to == "pia@example.com"
    assert services.matches_for(start=TEN, practitioner=noors.pk, by=rui, at=now) == []
    zed = make_patient("zed@example.com", "Zed Invented")
    with pytest.raises(services.SlotTaken):
        services.book(patient=zed, visit_type=treatment, start=TEN, by=rui, at=now)
    pia = entry.patient.user
    assert pia
    visit = services.take_offer(offer, by=pia, at=now + minutes(60))
    assert (visit.starts_at, visit.patient, visit.source) == (TEN, entry.patient, "patient")
    assert services.take_offer(offer, by=pia, at=now + minutes(61)) == visit
    entry.refresh_from_db()
    assert entry.left_why == "booked"
    assert not Hold.objects.exists()
    assert Appointment.objects.count() == 1


def test_an_offer_that_is_over_cannot_be_taken_and_the_place_is_kept(
    treatment: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    entry = wait("pia", treatment, at=now, by=rui)
    offer = services.offer(entry=entry, start=TEN, practitioner=noors.pk, by=rui, at=now, minutes=30)
    pia = entry.patient.user
    assert pia
    with pytest.raises(services.NotAllowed, match="This offer is over"):
        services.take_offer(offer, by=pia, at=now + minutes(30))
    assert services.lapse_waiting(at=now + minutes(30)) == 1
    assert Offer.objects.get().state == "lapsed"
    assert not Cell.objects.exists()
    assert names(services.matches_for(start=TEN, practitioner=noors.pk, by=rui, at=now + minutes(31))) == ["pia"]


def test_declining_frees_the_time_and_keeps_the_place(
    treatment: VisitType, noors: Practitioner, rui: User, zed: User, now: datetime
) -> None:
    entry = wait("pia", treatment, at=now, by=rui)
    offer = services.offer(entry=entry, start=TEN, practitioner=noors.pk, by=rui, at=now)
    with pytest.raises(PermissionDenied):
        services.take_offer(offer, by=zed, at=now)
    with pytest.raises(services.NotAllowed, match="already has an offer"):
        services.offer(entry=entry, start=TEN + minutes(60), practitioner=noors.pk, by=rui, at=now)
    pia = entry.patient.user
    assert pia
    services.decline_offer(offer, by=pia, at=now)
    assert not Cell.objects.exists()
    assert WaitingEntry.objects.waiting(on=now.date()).count() == 1


def test_needles_are_not_offered_to_somebody_who_waits_for_a_practitioner(
    treatment: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    entry = wait("held", treatment, at=now, by=rui, ready=False)
    put(entry.patient, "hold", by=rui, at=now)
    with pytest.raises(services.NotReady):
        services.offer(entry=entry, start=TEN, practitioner=noors.pk, by=rui, at=now)


def test_joining_twice_keeps_the_place_and_changes_the_wishes(
    anas: Patient, ana_user: User, treatment: VisitType, now: datetime
) -> None:
    first = services.join(patient=anas, visit_type=treatment, until=UNTIL, by=ana_user, at=now)
    again = services.join(
        patient=anas, visit_type=treatment, until=UNTIL, weekdays=[1], urgent=True, by=ana_user, at=now + minutes(5)
    )
    assert (again.pk, again.joined_at, again.weekdays, again.urgent) == (first.pk, now, [1], False)


def test_the_last_day_takes_people_off(treatment: VisitType, rui: User, now: datetime) -> None:
    entry = wait("pia", treatment, at=now, by=rui, until=date(2026, 3, 4))
    assert services.lapse_waiting(at=now + timedelta(days=1)) == 0
    assert services.lapse_waiting(at=now + timedelta(days=2)) == 1
    entry.refresh_from_db()
    assert entry.left_why == "lapsed"


@pytest.mark.parametrize("wrong", [{"weekdays": [7]}, {"until": date(2026, 3, 2)}, {"until": date(2027, 3, 2)}])
def test_wishes_that_cannot_be_are_refused(
    treatment: VisitType, rui: User, now: datetime, wrong: dict[str, Any]
) -> None:
    with pytest.raises(services.BookingError):
        wait("pia", treatment, at=now, by=rui, **wrong)


@pytest.mark.parametrize("count", [1, 3])
def test_booking_ends_the_wait_for_that_kind_and_no_other(
    treatment: VisitType, consultation: VisitType, noors: Practitioner, rui: User, now: datetime, count: int
) -> None:
    """Whoever books it, however it came: by the desk, by the patient, on a record linked over others."""
    for number in range(count):
        entry = wait(f"p{number}", treatment, at=now, by=rui)
        patient, start = entry.patient, TEN + timedelta(hours=number)
        talk = services.join(patient=patient, visit_type=consultation, until=UNTIL, by=rui, at=now)
        later = services.offer(entry=entry, start=start + timedelta(days=1), practitioner=noors.pk, by=rui, at=now)
        twin = make_patient(f"twin{number}@example.com", patient.full_name)
        third = make_patient(f"third{number}@example.com", patient.full_name)
        link(patient, twin, by=rui, at=now)
        link(twin, third, by=rui, at=now)
        theirs = services.join(patient=twin, visit_type=treatment, until=UNTIL, by=rui, at=now)
        far = services.join(patient=third, visit_type=treatment, until=UNTIL, by=rui, at=now)
        pair = [make_patient(f"{name}{number}@example.com", f"{name} Other") for name in ("one", "two")]
        link(*pair, by=rui, at=now)
        others = services.join(patient=pair[0], visit_type=treatment, until=UNTIL, by=rui, at=now)
        services.book(patient=patient, visit_type=treatment, start=start, by=rui, at=now)
        for row, why in ((entry, "booked"), (theirs, "booked"), (far, "booked"), (talk, ""), (others, "")):
            row.refresh_from_db()
            assert row.left_why == why
        later.refresh_from_db()
        assert (later.state, later.hold) == ("declined", None)
    assert Entry.objects.filter(deed="waiting.left").count() == 3 * count


def test_a_booking_that_is_undone_lets_every_linked_record_wait_again(
    treatment: VisitType, rui: User, now: datetime
) -> None:
    entries = [wait(f"p{number}", treatment, at=now, by=rui) for number in range(3)]
    for earlier, later in pairwise(entries):
        link(earlier.patient, later.patient, by=rui, at=now)
    visit = services.book(patient=entries[0].patient, visit_type=treatment, start=TEN, by=rui, at=now)
    assert WaitingEntry.objects.filter(left_at=None).count() == 0
    services.undo(visit, by=rui, at=now + timedelta(seconds=5))
    assert WaitingEntry.objects.filter(left_at=None).count() == 3


def test_an_offer_that_no_message_can_tell_of_is_a_call(
    treatment: VisitType, noors: Practitioner, rui: User, now: datetime, frozen: Any
) -> None:
    entry = wait("silent", treatment, at=now, by=rui)
    patient = entry.patient
    patient.user, patient.email = None, ""
    patient.save()
    desk = sign_in(rui)
    when = {"at": f"{TEN:%Y%m%dT%H%M%SZ}-{noors.pk}"}
    assert "No message reaches them: you call them with the offer." in desk.get(reverse("desk:matches"), when).text
    done = desk.post(reverse("desk:offer", args=[entry.ref]), when, follow=True).text
    assert "No message can reach them: call now." in done
    assert "1 offer to make by phone" in done
    assert Letter.objects.get(kind="booking.offer").channel == Letter.Channel.CALL
    assert "not delivered" not in done
    tasks = desk.get(reverse("desk:tasks")).text
    assert "Offers to make by phone" in tasks
    assert "213-555-0101" in tasks
    desk.post(reverse("desk:answer", args=[Offer.objects.get().ref]), {"answer": "no"})
    assert "Offers to make by phone" not in desk.get(reverse("desk:tasks")).text
    patient.phone = ""
    patient.save()
    with pytest.raises(services.NotAllowed, match="no phone number and no email"):
        services.offer(entry=entry, start=TEN, practitioner=noors.pk, by=rui, at=now)


@pytest.mark.parametrize("how", ["refer", "withdrawn"])
def test_whoever_may_have_no_needles_leaves_the_list_for_a_treatment(
    answers: Form,
    treatment: VisitType,
    consultation: VisitType,
    noors: Practitioner,
    rui: User,
    now: datetime,
    how: str,
) -> None:
    una = make_sent(answers, at=now - timedelta(days=1), seizure="remote")
    words = {"patient_words": "Please see your doctor first."} if how == "refer" else {}
    decide(una, "refer" if how == "refer" else "clear", by=noors.user, at=now, **words)
    kept = wait("pia", treatment, at=now, by=rui)
    for kind in (treatment, consultation):
        until = now.date() + timedelta(days=9)
        WaitingEntry.objects.create(patient=una, visit_type=kind, until=until, joined_at=now, joined_by=rui)
    if how == "withdrawn":
        withdrawal.withdraw_consent(una, by=noors.user, at=now)
    assert services.lapse_waiting(at=now) == 1
    gone = WaitingEntry.objects.exclude(left_at=None).get()
    assert (gone.patient, gone.visit_type, gone.left_why) == (una, treatment, "no_needles")
    kept.refresh_from_db()
    assert kept.left_at is None
