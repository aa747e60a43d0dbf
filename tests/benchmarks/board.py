"""The desk's side of the benchmark: four practitioners, twenty visits on each weekday of two weeks, Rui signed in."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from time import time as clock
from typing import TYPE_CHECKING

from tests.benchmarks.diary import PEOPLE, born
from tests.benchmarks.servers import Request

if TYPE_CHECKING:
    from clinic.accounts.models import User

PRACTITIONERS, EACH = 4, 5
A_DAY = PRACTITIONERS * EACH
A_WEEK = 5 * A_DAY


@dataclass(frozen=True)
class Board:
    """A Monday with visits, and the session of somebody at the desk."""

    monday: str
    session: str

    def day(self) -> Request:
        return Request("GET", f"/desk/?day={self.monday}", f"session={self.session}")

    def week(self) -> Request:
        return Request("GET", f"/desk/week/?day={self.monday}", f"session={self.session}")


def prepare(environment: Mapping[str, str], folder: Path) -> Board:
    """Write them into the database of this environment, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.board"]
    done = subprocess.run(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return Board(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.contrib.auth.models import Group
    from django.utils import timezone

    from clinic.accounts import roles
    from clinic.accounts.models import Patient, Practitioner, User
    from clinic.booking import services
    from clinic.booking.models import PractitionerSettings, Room, VisitType, WeeklyHours

    at = timezone.now()
    rui = User.objects.create_user("rui.bench@clinic.example", name="Rui Bench", is_staff=True)
    rui.groups.add(Group.objects.get(name=roles.DESK))
    kind = VisitType.objects.create(code="board", name="Talk", minutes=45, room_minutes=45, needling=False)
    people = []
    for number in range(PRACTITIONERS):
        user = User.objects.create_user(f"board{number}@clinic.example", name=f"Board {number}", is_staff=True)
        user.groups.add(Group.objects.get(name=roles.PRACTITIONER))
        people.append(person := Practitioner.objects.create(user=user))
        for weekday in range(5):
            WeeklyHours.objects.create(practitioner=person, weekday=weekday, opens=time(9), closes=time(17))
        PractitionerSettings.objects.create(practitioner=person)
        Room.objects.create(name=f"Board {number}", position=number)
    kind.practitioners.set(people)
    patients = [
        Patient.objects.create(
            full_name=f"Bo Board {number}", date_of_birth=born(PEOPLE + number), phone="1", created_at=at
        )
        for number in range(A_DAY)
    ]
    today = timezone.localtime(at).date()
    monday = today + timedelta(days=7 - today.weekday())
    for day in (monday + timedelta(days=number) for number in (*range(5), *range(7, 12))):
        for number, patient in enumerate(patients):
            hour = time(9 + number // PRACTITIONERS + number // PRACTITIONERS // 3)
            services.book(
                patient=patient,
                visit_type=kind,
                start=datetime.combine(day, hour, timezone.get_default_timezone()),
                practitioner=people[number % PRACTITIONERS].pk,
                by=rui,
                at=at,
            )
    print(json.dumps({"monday": monday.isoformat(), "session": session_of(rui)}))


def session_of(user: "User") -> str:
    """Return the session of somebody who signed in with password and second factor."""
    from clinic.accounts.sessions import ACTIVE, BEGAN
    from tests.support.cast import sign_in

    session = sign_in(user).session
    session[BEGAN] = session[ACTIVE] = clock()
    session.save()
    assert session.session_key
    return session.session_key


if __name__ == "__main__":
    main()
