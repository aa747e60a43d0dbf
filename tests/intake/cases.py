"""Where a form's case stands in the admin, and which version of the answers it shows."""

from django.test import Client
from django.urls import reverse

from intake.record.models import Intake
from intake.review.models import Case

CANARY = "CNRY7F3A levetiracetam"


def case_of(intake: Intake) -> Case:
    return Case.objects.get(intake=intake)


def page(intake: Intake) -> str:
    return reverse("admin:review_case_change", args=[case_of(intake).ref])


def version(client: Client, intake: Intake) -> str:
    return str(client.get(page(intake)).context["page"].version)
