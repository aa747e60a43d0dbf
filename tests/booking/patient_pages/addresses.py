"""What the tests of these pages call, and what they read on them."""

import re
from datetime import datetime
from typing import Any

from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner
from clinic.booking.models import Appointment, VisitType

BOOK = "/visits/book/"


def code(start: datetime, who: Practitioner) -> str:
    return f"{start:%Y%m%dT%H%M%SZ}-{who.pk}"


def times_of(kind: VisitType) -> str:
    return reverse("booking:times", args=[kind.pk])


def slots_on(text: str) -> list[str]:
    return re.findall(r'name="slot" value="([^"]+)"', text)


def form(patient: Patient | None, start: datetime, who: Practitioner) -> dict[str, str]:
    return {"slot": code(start, who)} | ({"for": patient.ref} if patient else {})


def in_time(visit: Appointment, client: Client) -> Any:
    return client.get(reverse("booking:visit", args=[visit.ref]))
