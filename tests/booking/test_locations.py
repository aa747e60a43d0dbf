"""More than one location: chosen first, shown wherever a visit is shown, and nobody is at two places at once."""

import re
from contextlib import nullcontext
from datetime import UTC, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import calendar, letters, occupancy, places, schedule, services
from clinic.booking.models import Appointment, DayException, Location, Room, VisitType, WeeklyHours
from clinic.booking.occupancy import PickedTime
from clinic.booking.schedule import OWN
from clinic.booking.stranding import stranded_ahead
from clinic.outbox import delivery
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from tests.booking.builders import TEN, THURSDAY, make_patient, make_room, make_type, minutes
from tests.support.cast import SignedIn
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

BOOK = "/visits/book/"
# Thursday at two: Noor is at Westside from one.
TWO = TEN + timedelta(hours=4)


@pytest.fixture
def westside(noors: Practitioner, room: Room) -> Location:
    """Noor works downtown until noon and at Westside from one; each place has a room."""
    about = ClinicProfile.objects.get(pk=site_settings.current().pk)
    about.address, about.location_name = "12 Lantern Street\nInventedtown", "Downtown"
    about.save()
    found = Location(
        name="Westside", address="500 Ocean Avenue\nInventedbeach", directions="The blue door.", zone="America/Phoenix"
    )
    found.save()
    Room(name="Studio", location=found, position=2).save()
    WeeklyHours.objects.all().delete()
    for weekday in range(5):
        WeeklyHours(practitioner=noors, weekday=weekday, opens=time(9), closes=time(12)).save()
        # Phoenix has no summer time: in winter its clocks are an hour ahead of Los Angeles.
        WeeklyHours(practitioner=noors, location=found, weekday=weekday, opens=time(14), closes=time(18)).save()
    return found


@pytest.fixture
def ana(anas: Patient, ana_user: User, signed_in: SignedIn) -> Client:
    return signed_in(ana_user)


@pytest.fixture
def visit(westside: Location, anas: Patient, ana_user: User, consultation: VisitType) -> Appointment:
    """Ana comes to Westside on Thursday at two, three o'clock there."""
    return services.book(patient=anas, visit_type=consultation, start=TWO, place=westside.pk, by=ana_user, at=NOW)


def starts(kind: VisitType, place: int | None) -> list[tuple[datetime, int | None]]:
    found = occupancy.slots(kind, first=THURSDAY, last=THURSDAY, at=NOW, place=place)
    return [(slot.start, slot.place) for slot in found]


# ——— times and rooms


def test_each_place_has_its_own_times_in_its_own_zone_and_its_own_rooms(
    consultation: VisitType, westside: Location, noors: Practitioner
) -> None:
    here, there = starts(consultation, OWN), starts(consultation, westside.pk)
    assert (here[0], here[-1]) == ((TEN - timedelta(hours=1), OWN), (TEN + minutes(75), OWN))
    assert (there[0], there[-1]) == ((TEN + timedelta(hours=3), westside.pk), (TEN + minutes(375), westside.pk))
    assert starts(consultation, None) == here + there
    assert schedule.current().people[noors.pk].place_at(TWO) == westside.pk


def test_a_visit_takes_a_room_of_the_place_that_was_chosen(visit: Appointment) -> None:
    assert visit.room is not None
    assert (visit.room.name, places.of_room(visit.room).name) == ("Studio", "Westside")  # type: ignore[union-attr]


def test_a_full_room_at_one_place_is_not_made_good_by_a_room_at_the_other(
    westside: Location, anas: Patient, consultation: VisitType, rui: User
) -> None:
    studio = Room.objects.get(name="Studio")
    services.block(start=TWO, end=TWO + minutes(60), room=studio.pk, by=rui, at=NOW)
    with pytest.raises(services.SlotTaken):
        services.book(patient=anas, visit_type=consultation, start=TWO, by=rui, at=NOW)
    assert TWO not in dict(starts(consultation, westside.pk))


def test_a_time_of_the_other_place_is_not_booked_in_its_stead(
    westside: Location, anas: Patient, ana_user: User, consultation: VisitType
) -> None:
    """The hours changed between the page and the booking: nobody is sent to a door they did not choose."""
    with pytest.raises(services.SlotTaken) as lost:
        services.book(patient=anas, visit_type=consultation, start=TWO, place=OWN, by=ana_user, at=NOW)
    assert {slot.place for slot in lost.value.times} == {OWN}
    assert not Appointment.objects.exists()


def test_a_visit_lies_in_the_hours_of_one_place_whole(
    westside: Location, noors: Practitioner, anas: Patient, consultation: VisitType, rui: User
) -> None:
    WeeklyHours.objects.filter(location=westside).update(opens=time(13))  # noon in Los Angeles
    schedule.current()
    WeeklyHours.objects.filter(location=westside).first().save()  # type: ignore[union-attr]  # a new version
    assert (TEN + minutes(105)) not in dict(starts(consultation, None))
    with pytest.raises(services.BookingError):
        services.book(patient=anas, visit_type=consultation, start=TEN + minutes(105), by=rui, at=NOW)


@pytest.mark.parametrize(
    ("opens", "closes", "refused"),
    [(time(11), time(13), True), (time(12), time(13), False), (time(8), time(9), False), (time(9), time(10), True)],
)
def test_hours_at_two_places_do_not_overlap(
    westside: Location, noors: Practitioner, opens: time, closes: time, refused: bool
) -> None:
    for row in (
        WeeklyHours(practitioner=noors, location=westside, weekday=3, opens=opens, closes=closes),
        DayException(practitioner=noors, location=westside, what="extra", day=THURSDAY, opens=opens, closes=closes),
    ):
        with pytest.raises(ValidationError, match="another location") if refused else nullcontext():
            row.full_clean()


def test_where_hours_overlap_all_the_same_nobody_is_at_two_places(
    westside: Location, noors: Practitioner, consultation: VisitType
) -> None:
    WeeklyHours(practitioner=noors, location=westside, weekday=3, opens=time(8), closes=time(13)).save()
    at_eight_there = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
    found = [(start, place) for start, place in starts(consultation, None) if start < TEN + timedelta(hours=2)]
    assert found[0] == (at_eight_there, westside.pk)
    assert {place for start, place in found if start >= TEN - timedelta(hours=1)} == {OWN}
    assert len(found) == len(dict(found))


def test_only_extra_hours_are_somewhere(westside: Location, noors: Practitioner) -> None:
    off = DayException(practitioner=noors, location=westside, what="off", day=THURSDAY)
    off.full_clean()
    assert off.location is None
    with pytest.raises(IntegrityError), transaction.atomic():
        DayException.objects.create(practitioner=noors, location=westside, what="off", day=THURSDAY)


def test_a_day_off_holds_at_every_place(westside: Location, noors: Practitioner, consultation: VisitType) -> None:
    DayException(practitioner=noors, what="off", day=THURSDAY).save()
    assert starts(consultation, None) == []


def test_another_room_is_one_of_the_same_place(visit: Appointment, westside: Location, rui: User) -> None:
    with pytest.raises(services.SlotTaken):
        services.change_room(visit, by=rui, at=NOW)
    Room(name="Loft", location=westside).save()
    changed = services.change_room(visit, by=rui, at=NOW)
    assert changed.room is not None
    assert changed.room.name == "Loft"


def test_a_room_with_booked_visits_stays_where_it_is(visit: Appointment) -> None:
    studio = Room.objects.get(name="Studio")
    studio.location = None
    with pytest.raises(ValidationError):
        studio.full_clean()
    Appointment.objects.update(state="completed")
    studio.full_clean()


def test_a_location_that_is_no_longer_used_strands_its_visits(visit: Appointment, westside: Location) -> None:
    assert stranded_ahead(at=NOW) == []
    westside.active = False
    westside.save()
    assert [(row.visit, row.why) for row in stranded_ahead(at=NOW)] == [(visit, "location")]


def test_a_visit_by_phone_is_nowhere(westside: Location, noors: Practitioner) -> None:
    phone = make_type("phone", noors, room_minutes=0)
    assert {place for _start, place in starts(phone, westside.pk)} == {None}
    assert starts(phone, westside.pk) == starts(phone, OWN)
    assert places.to_choose_from(phone) == []


def test_zones_are_names_of_zones() -> None:
    with pytest.raises(ValidationError) as wrong:
        Location(name="Nowhere", address="1 Nowhere", zone="Mars/Olympus").full_clean()
    assert list(wrong.value.message_dict) == ["zone"]


# ——— the waiting list


def test_a_time_is_offered_only_to_whom_its_place_suits(
    westside: Location, anas: Patient, consultation: VisitType, noors: Practitioner, rui: User
) -> None:
    asked: dict[str, Any] = {"patient": anas, "visit_type": consultation, "until": THURSDAY, "by": rui, "at": NOW}
    services.join(**asked, places=[OWN])
    fits: dict[str, Any] = {"practitioner": noors.pk, "by": rui, "at": NOW}
    assert [match.entry.patient for match in services.matches_for(start=TEN, **fits)] == [anas]
    assert services.matches_for(start=TWO, **fits) == []
    services.join(**asked)
    (match,) = services.matches_for(start=TWO, **fits)
    assert match.room == Room.objects.get(name="Studio").pk
    with pytest.raises(services.BookingError):
        services.join(**asked, places=[westside.pk + 1])


# ——— what the patient reads


def test_the_place_is_asked_first_and_kept_to_the_booking(
    ana: Client, anas: Patient, consultation: VisitType, westside: Location, noors: Practitioner
) -> None:
    first = ana.get(BOOK)
    assert re.findall(r'href="([^"]*where=[^"]+)"', first.text) == [
        f"{BOOK}?where=0",
        f"{BOOK}?where={westside.pk}",
    ]
    kinds = ana.get(BOOK, {"where": westside.pk}).text
    times = reverse("booking:times", args=[consultation.pk])
    assert f'href="{times}?where={westside.pk}"' in kinds
    assert ana.get(times).text.count("Where would you like to come?") == 1
    shown = ana.get(times, {"where": str(westside.pk), "from": "2026-03-05"}).text
    picked = f"{TWO:%Y%m%dT%H%M%SZ}-{noors.pk}-{westside.pk}"
    assert f'value="{picked}"' in shown
    assert "All times are in Phoenix time (MST)." in shown
    done = ana.post(f"{times}?where={westside.pk}", {"slot": picked, "for": anas.ref})
    made = Appointment.objects.get()
    assert done["Location"] == f"/visits/{made.ref}/"
    assert (made.starts_at, made.room and made.room.name) == (TWO, "Studio")


def test_the_page_of_the_visit_says_where_and_when_in_the_time_there(ana: Client, visit: Appointment) -> None:
    words = re.sub(r"<[^>]+>", " ", ana.get(reverse("booking:visit", args=[visit.ref])).text)
    assert "Thu, Mar 5, 2026, 3:00 pm" in words
    assert "Phoenix time (MST)" in words
    assert re.search(r"Westside\s+500 Ocean Avenue\s+Inventedbeach\s+The blue door\.", words)
    assert "Westside" in ana.get("/visits/").text


def test_messages_and_the_calendar_file_say_where(visit: Appointment, westside: Location) -> None:
    Letter.objects.update(channel="email")
    while delivery.send_next(at=NOW):
        pass
    (sent,) = mail.outbox
    body = str(sent.body)
    assert "Thu, Mar 5, 2026, 3:00 pm, 45 minutes, with Noor Inventada, at Westside\nPhoenix time (MST)\n" in body
    assert "Where: Westside, 500 Ocean Avenue, Inventedbeach" in body
    assert "Lantern" not in body
    event = icalendar.Calendar.from_ical(calendar.of(visit)).walk("VEVENT")[0]
    assert event["location"] == "Westside, 500 Ocean Avenue, Inventedbeach"
    assert event.decoded("dtstart") == TWO
    said = letters._context(visit, at=NOW)
    assert said["day"] == "Thu, Mar 5, 3:00 pm, Westside"


def test_a_visit_at_the_own_address_names_it_too(
    westside: Location, anas: Patient, ana_user: User, consultation: VisitType
) -> None:
    visit = services.book(patient=anas, visit_type=consultation, start=TEN, place=OWN, by=ana_user, at=NOW)
    said = letters._context(visit, at=NOW)
    assert (said["day"], said["address"]) == (
        "Thu, Mar 5, 10:00 am, Downtown",
        "Downtown, 12 Lantern Street, Inventedtown",
    )


def test_moving_begins_where_the_visit_is_and_may_go_elsewhere(
    ana: Client, visit: Appointment, westside: Location, noors: Practitioner
) -> None:
    move = reverse("booking:move", args=[visit.ref])
    assert set(re.findall(r'name="slot" value="[^-"]+-\d+(-\d+)?"', ana.get(move).text)) == {f"-{westside.pk}"}
    assert set(re.findall(r'name="slot" value="[^-"]+-\d+(-\d+)?"', ana.get(move, {"where": 0}).text)) == {""}
    done = ana.post(f"{move}?where=0", {"slot": f"{TEN:%Y%m%dT%H%M%SZ}-{noors.pk}"})
    moved = Appointment.objects.get(state="booked")
    assert (done.status_code, moved.room and moved.room.name) == (303, "Room 1")
    assert "Your old time was Thu, Mar 5, 2026, 3:00 pm." in ana.get(done["Location"]).text


def test_a_newcomer_reads_where_the_held_time_is(
    client: Client, westside: Location, consultation: VisitType, noors: Practitioner
) -> None:
    times = reverse("booking:times", args=[consultation.pk])
    client.post(f"{times}?where={westside.pk}", {"slot": f"{TWO:%Y%m%dT%H%M%SZ}-{noors.pk}-{westside.pk}"})
    words = re.sub(r"<[^>]+>", " ", client.get(reverse("booking:you")).text)
    assert "Thu, Mar 5, 2026, 3:00 pm" in words
    assert "Where: Westside, 500 Ocean Avenue, Inventedbeach." in words


# ——— what staff read, and one place


def test_the_desk_reads_the_place_on_the_day_and_on_its_sheet(
    visit: Appointment, rui: User, signed_in: SignedIn
) -> None:
    desk = signed_in(rui)
    for page in ("desk:day", "desk:sheet"):
        assert "Studio, Westside" in desk.get(reverse(page), {"day": "2026-03-05"}).text, page
    assert "1:00 pm – 5:00 pm, Westside" in desk.get(reverse("desk:day"), {"day": "2026-03-05"}).text
    assert "Studio, Westside" in desk.get(reverse("desk:visit", args=[visit.ref])).text
    # The desk's own clock is the clinic's, wherever the visit is.
    assert "2:00 pm" in desk.get(reverse("desk:visit", args=[visit.ref])).text


def test_the_contact_page_lists_every_place_with_its_hours(client: Client, westside: Location) -> None:
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get("/contact/").text))
    assert "Our locations" in words
    assert "Westside 500 Ocean Avenue Inventedbeach The blue door." in words
    assert "Monday, 2:00 pm – 6:00 pm" in words


def test_one_location_looks_as_before(
    ana: Client, anas: Patient, ana_user: User, consultation: VisitType, ada: User, signed_in: SignedIn
) -> None:
    assert "What would you like to book?" in ana.get(BOOK).text
    visit = services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=NOW)
    assert letters._context(visit, at=NOW)["day"] == "Thu, Mar 5, 10:00 am"
    assert "Our locations" not in ana.get("/contact/").text
    admin = signed_in(ada)
    for model in ("room", "weeklyhours", "dayexception"):
        assert 'name="location"' not in admin.get(f"/admin/booking/{model}/add/").text
    Location(name="Westside", address="500 Ocean Avenue").save()
    for model in ("room", "weeklyhours", "dayexception"):
        assert 'name="location"' in admin.get(f"/admin/booking/{model}/add/").text


def test_a_code_says_the_place_only_where_it_is_not_the_clinics_own(
    visit: Appointment, consultation: VisitType, westside: Location, noors: Practitioner
) -> None:
    slot = occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=NOW, place=westside.pk)[0]
    assert occupancy.read_code(slot.code) == PickedTime(slot.start, noors.pk, westside.pk)
    make_room("Room 9")
    own = occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=NOW, place=OWN)[0]
    assert own.code.count("-") == 1


@pytest.mark.parametrize(("zone", "said"), [("America/Phoenix", True), ("America/Los_Angeles", False), ("", False)])
def test_the_desk_names_the_time_there_beside_its_own(
    visit: Appointment, westside: Location, signed_in: SignedIn, rui: User, zone: str, said: bool
) -> None:
    """What the desk says on the phone is what the patient's message says: three o'clock there, two here."""
    westside.zone = zone
    westside.save()
    desk, book = signed_in(rui), reverse("desk:book")
    at = f"{TWO:%Y%m%dT%H%M%SZ}-{visit.practitioner_id}"
    pages = (
        f"{reverse('desk:day')}?day=2026-03-05&view=board",
        f"{reverse('desk:day')}?day=2026-03-05&view=list",
        reverse("desk:visit", args=[visit.ref]),
        f"{book}?at={at}",
        f"{reverse('desk:sheet')}?day=2026-03-05",
    )
    for page in pages:
        words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", desk.get(page).text))
        assert ("Westside (3:00 pm there)" in words) is said, page
        assert "Westside" in words
    ill = f"{reverse('desk:ill')}?day=2026-03-05&practitioner={visit.practitioner_id}"
    assert bool(re.search(r"Westside \(\d+:\d\d [ap]m there\)</option>", desk.get(ill).text)) is said
    assert "Westside" in desk.get(ill).text
    other = make_patient("zed@example.com", "Zed Invented")
    second = services.book(patient=other, visit_type=visit.visit_type, start=TWO + minutes(60), by=rui, at=NOW)
    swap = desk.get(reverse("desk:swap", args=[second.ref])).text
    assert f"Westside{' (3:00 pm there)' if said else ''}" in swap
    times = f"{book}?patient={visit.patient.ref}&type={visit.visit_type.code}&from=2026-03-05"
    assert bool(re.search(r"at Westside \(\d+:\d\d [ap]m there\)", desk.get(times).text)) is said
