"""Where a form's case stands in the admin, and which version of the answers it shows."""

from django.test import Client
from django.urls import reverse

from intake.models import Case, Intake

CANARY = "CNRY7F3A levetiracetam"


def case_of(intake: Intake) -> Case:
    return Case.objects.get(intake=intake)


def page(intake: Intake) -> str:
    return reverse("admin:intake_case_change", args=[case_of(intake).ref])


def version(client: Client, intake: Intake) -> str:
    return str(client.get(page(intake)).context["page"].version)
