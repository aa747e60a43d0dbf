"""Ana chooses a kind of visit and a time; three requests, few queries."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from clinic import formatting
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import occupancy, schedule, services, spoken
from clinic.booking.models import Appointment, DayException, VisitType, WeeklyHours
from clinic.site_settings.models import Price
from tests.booking.builders import (
    TEN,
    THURSDAY,
    make_patient,
    make_practitioner,
    make_room,
    make_rules,
    make_type,
    minutes,
)
from tests.booking.patient_pages.addresses import BOOK, code, form, slots_on, times_of
from tests.support.queries import Queries

pytestmark = pytest.mark.usefixtures("frozen")


def test_a_patient_books_in_three_requests(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    first = ana.get(BOOK)
    assert times_of(consultation) in first.text
    second = ana.get(times_of(consultation))
    chosen = slots_on(second.text)[0]
    done = ana.post(times_of(consultation), {"slot": chosen, "for": anas.ref})
    made = Appointment.objects.get()
    assert (done.status_code, done["Location"]) == (303, f"/visits/{made.ref}/")
    read = occupancy.read_code(chosen)
    assert read == occupancy.PickedTime(made.starts_at, noors.pk)


def test_each_time_is_a_radio_button_in_full_words(ana: Client, consultation: VisitType, noors: Practitioner) -> None:
    text = ana.get(times_of(consultation), {"from": "2026-03-05"}).text
    words = re.sub(r"<[^>]+>", "", text)
    assert "Thu, Mar 5, 2026, 10:00 am, 45 minutes, with Noor Inventada" in words
    assert "All times are in Los Angeles time (PST)." in words
    for found in slots_on(text):
        read = occupancy.read_code(found) or pytest.fail("No code of ours.")
        assert formatting.visit(read.start, minutes=45, with_name="Noor Inventada") in words
    assert code(TEN, noors) in slots_on(text)
    assert re.findall(r"<legend>(\w+)", text)[:2] == ["Morning", "Afternoon"]


def test_what_is_shown_is_what_the_diary_says_is_free(ana: Client, anas: Patient, consultation: VisitType) -> None:
    free = occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=TEN - timedelta(days=1), patient=anas)
    assert slots_on(ana.get(times_of(consultation), {"from": "2026-03-05"}).text)[: len(free)] == [
        slot.code for slot in free
    ]


def test_any_practitioner_shows_a_time_once_and_one_practitioner_shows_theirs(
    ana: Client, consultation: VisitType, noors: Practitioner
) -> None:
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    consultation.practitioners.add(tomas)
    consultation.save()
    starts = [found.partition("-")[0] for found in slots_on(ana.get(times_of(consultation)).text)]
    assert len(starts) == len(set(starts))
    named = slots_on(ana.get(times_of(consultation), {"with": str(tomas.pk)}).text)
    assert {found.partition("-")[2] for found in named} == {str(tomas.pk)}


def test_a_page_of_times_ends_with_a_whole_day_and_leads_on_and_back(ana: Client, consultation: VisitType) -> None:
    first = ana.get(times_of(consultation)).context["times"]
    shown = [day.day for day in first.days]
    assert shown[0] == date(2026, 3, 3)
    assert first.earlier is None
    second = ana.get(times_of(consultation), {"from": first.later.isoformat()}).context["times"]
    assert second.days[0].day == first.later > shown[-1]
    assert second.earlier == shown[0]


@pytest.mark.parametrize("odd", ["2020-01-01", "9999-12-31", "x", "0000-00-00", ""])
def test_a_day_that_cannot_be_booked_shows_one_that_can(ana: Client, consultation: VisitType, odd: str) -> None:
    response = ana.get(times_of(consultation), {"from": odd, "with": odd})
    assert response.status_code == 200
    assert slots_on(response.text)


def test_where_nothing_is_free_the_next_free_day_stands(
    ana: Client, consultation: VisitType, noors: Practitioner
) -> None:
    for number in range(20):
        DayException(practitioner=noors, what="off", day=date(2026, 3, 3) + timedelta(days=number)).save()
    text = ana.get(times_of(consultation)).text
    assert "The next open day is Mon, Mar 23, 2026." in text
    assert "Los Angeles time (PDT)" in text


def test_where_nothing_is_free_at_all_one_calls_or_waits(ana: Client, consultation: VisitType) -> None:
    for hours in WeeklyHours.objects.all():
        hours.delete()
    text = ana.get(times_of(consultation)).text
    assert "No open times" in text
    assert reverse("booking:wait", args=[consultation.pk]) in text


def test_without_a_choice_the_page_says_what_to_do(ana: Client, anas: Patient, consultation: VisitType) -> None:
    for odd in ("", "x", "20260305T180000Z-", "20260305T180100Z-1", "9" * 200):
        response = ana.post(times_of(consultation), {"for": anas.ref, "slot": odd})
        assert response.status_code == 200
        assert "<title>Error: Choose a time" in response.text
        assert "Choose a time, then continue." in response.text
    assert not Appointment.objects.exists()


def test_whom_and_which_day_one_asked_for_stays_when_nothing_was_chosen(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    page = ana.get(times_of(consultation), {"from": "2026-03-12", "with": str(noors.pk)})
    action = re.search(r'id="times" method="post" action="([^"]+)"', page.text)
    assert action
    again = ana.post(action[1].replace("&amp;", "&"), {"for": anas.ref})
    assert again.context["times"].days[0].day == date(2026, 3, 12)
    assert again.context["practitioner"] == noors.pk


def test_the_same_form_sent_twice_books_once(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    first = ana.post(times_of(consultation), form(anas, TEN, noors))
    second = ana.post(times_of(consultation), form(anas, TEN, noors))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]
    assert Appointment.objects.count() == 1


def test_sent_twice_at_the_limit_it_is_still_the_visit(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    make_rules(future_visits=1)
    ana.post(times_of(consultation), form(anas, TEN, noors))
    again = ana.post(times_of(consultation), form(anas, TEN, noors))
    assert again["Location"] == f"/visits/{Appointment.objects.get().ref}/"


def test_whoever_loses_the_time_gets_the_next_ones_and_takes_one_with_one_press(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=now)
    lost = ana.post(times_of(consultation), form(anas, TEN, noors))
    assert lost.status_code == 409
    assert "Someone else just took that time." in lost.text
    offered = slots_on(lost.text)
    assert offered[0] == code(TEN + minutes(45), noors)
    assert "Zed" not in lost.text
    assert ana.post(times_of(consultation), {"slot": offered[0], "for": anas.ref}).status_code == 303


def test_too_many_visits_ahead_is_said_kindly(
    ana: Client, anas: Patient, visit: Appointment, consultation: VisitType, noors: Practitioner
) -> None:
    make_rules(future_visits=1)
    refused = ana.post(times_of(consultation), form(anas, TEN + timedelta(days=1), noors))
    assert refused.status_code == 409
    assert "You already have the most visits we can book online." in refused.text


@pytest.mark.parametrize("booked", [1, 12])
def test_booking_and_losing_cost_the_same_whatever_is_booked(
    ana: Client,
    anas: Patient,
    consultation: VisitType,
    noors: Practitioner,
    rui: User,
    now: datetime,
    queries: Queries,
    booked: int,
) -> None:
    for number in range(booked):
        other = make_patient(f"p{number}@example.com", f"Pat {number}")
        services.book(
            patient=other,
            visit_type=consultation,
            start=TEN + timedelta(days=number % 2, minutes=60 * (number // 2)),
            by=rui,
            at=now,
        )
    ana.get(times_of(consultation))
    with queries(6):
        ana.get(BOOK)
    with queries(7):  # session, user, patients, prices; two for the standing, one for everything that is taken
        ana.get(times_of(consultation))
    with queries(9):  # the diary held, the next times and, last of all, the standing
        assert ana.post(times_of(consultation), form(anas, TEN, noors)).status_code == 409
    # Among them which open cases move in the queue, on any record; the last is whether somebody waits for such a visit.
    with queries(18):
        done = ana.post(times_of(consultation), form(anas, TEN + timedelta(days=6), noors))
    assert done.status_code == 303


def test_a_page_of_times_is_light_on_a_phone(client: Client, consultation: VisitType) -> None:
    # With the style sheet, the script and the icon the first view stays under thirty kilobytes.
    assert len(client.get(times_of(consultation)).content) < 15_000


def test_a_room_away_does_not_matter_for_a_talk_by_phone(
    ana: Client, anas: Patient, noors: Practitioner, now: datetime
) -> None:
    phone = make_type("phone-review", noors, minutes=15, room_minutes=0)
    done = ana.post(times_of(phone), form(anas, TEN, noors), follow=True)
    assert "By phone. We will call you at 213-555-0101." in done.text


def test_who_speaks_a_language_comes_first_with_minutes_and_price(client: Client, db: None) -> None:
    make_rules()
    people = [
        make_practitioner(f"{name.split()[0].lower()}@clinic.example", name) for name in ("Ava A", "Ben B", "Cy C")
    ]
    Practitioner.objects.filter(pk=people[2].pk).update(languages="English, Spanish")
    talk = make_type("talk", *people)
    VisitType.objects.filter(pk=talk.pk).update(price=Price.objects.create(name="Any other name", amount=Decimal(95)))
    names = {
        "": ["Ava A", "Ben B", "Cy C"],
        "Spanish": ["Cy C", "Ava A", "Ben B"],
        "Klingon": ["Ava A", "Ben B", "Cy C"],
    }
    for speaks, order in names.items():
        for path in (BOOK, times_of(talk)):
            text = client.get(path, {"speaks": speaks}).text
            assert re.findall(r">(?:<span>)?(Ava A|Ben B|Cy C)", text) == order, (path, speaks)
            assert "45 minutes · $95" in text, path
    assert re.findall(r'href="\?speaks=(\w+)"', client.get(BOOK).text) == ["Spanish"]


def test_whoever_reads_spanish_is_offered_who_speaks_it_first(client: Client, ana: Client, anas: Patient) -> None:
    make_rules()
    make_room()
    ben, cy = make_practitioner("ben@clinic.example", "Ben B"), make_practitioner("cy@clinic.example", "Cy C")
    Practitioner.objects.filter(pk=cy.pk).update(languages="English, Spanish")
    talk = make_type("talk", ben, cy)

    def offered(who: Client, path: str) -> tuple[list[str], str]:
        """The practitioners in order, and with whom the first time is."""
        names = re.findall(r">(?:<span>)?(Ben B|Cy C)", who.get(path).text)
        first = re.search(r"(?:with|con) (Ben B|Cy C)", who.get(path).text)
        assert first is not None
        return names, first[1]

    english, spanish = times_of(talk), f"/es{times_of(talk)}"
    assert offered(client, english) == (["Ben B", "Cy C"], "Ben B")
    assert offered(client, spanish) == (["Cy C", "Ben B"], "Cy C")
    assert "speaks=" not in client.get(spanish).text  # nobody chose it: no link carries it on
    assert offered(ana, english) == (["Ben B", "Cy C"], "Ben B")
    Patient.objects.filter(pk=anas.pk).update(language="es")
    assert offered(ana, english) == (["Cy C", "Ben B"], "Cy C")
    assert re.findall(r'aria-current="true">([^<]+)<', client.get(BOOK, {"speaks": "Spanish"}).text) == ["Spanish"]


@pytest.mark.parametrize(
    ("interpreter", "language", "read", "wanted"),
    [
        ("es", "en", "en", "Spanish"),
        ("", "es", "en", "Spanish"),
        ("", "en", "es", "Spanish"),
        ("zh", "es", "en", "Mandarin"),
        ("", "zh-hant", "en", "Mandarin"),
        ("no", "ko", "en", ""),
        ("", "en", "en", ""),
    ],
)
def test_the_language_to_look_for_is_the_interpreters_then_what_is_read(
    db: None, anas: Patient, interpreter: str, language: str, read: str, wanted: str
) -> None:
    make_rules()
    for name, languages in (("Ava A", "English, Mandarin"), ("Ben B", "English, Spanish")):
        who = make_practitioner(f"{name[:3].lower()}@clinic.example", name)
        Practitioner.objects.filter(pk=who.pk).update(languages=languages)
    anas.interpreter, anas.language = interpreter, language
    assert spoken.wanted("", anas, schedule.current().people.values(), read=read) == wanted
