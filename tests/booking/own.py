"""A patient with a record of their own: who reads it, with which browser."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.booking.own_page import own_record
from intake.record.models import Intake
from tests.support.cast import sign_in
from tests.support.times import NOW

RECORD, DOWNLOAD = reverse("booking:record"), reverse("booking:record_download")
WORDS = "Come a little early, and bring the letter of your heart doctor."
SENT = NOW - timedelta(days=3)


def noor() -> User:
    return User.objects.get(email="noor@clinic.example")


def mailbox_of(patient: Patient) -> User:
    assert patient.user is not None
    return patient.user


def browser(patient: Patient) -> Client:
    return sign_in(mailbox_of(patient))


def record_of(patient: Patient) -> own_record.OwnRecord:
    return own_record.of(patient, at=NOW)


def read_form(client: Client, patient: Patient) -> Any:
    form = Intake.objects.get(patient=patient)
    return client.get(reverse("booking:record_form", args=[form.ref]))
