"""Where a form's case stands in the admin, and which version of the answers it shows."""

from django.test import Client
from django.urls import reverse

from intake.record.models import Intake
from intake.review.case_version import case_version
from intake.review.models import Case

CANARY = "CNRY7F3A levetiracetam"


def case_of(intake: Intake) -> Case:
    return Case.objects.get(intake=intake)


def page(intake: Intake) -> str:
    return reverse("admin:review_case_change", args=[case_of(intake).ref])


def seen_now(intake: Intake) -> str:
    """Return the version of the newest case of a form, as a page would show it."""
    return case_version(Case.objects.filter(intake=intake).order_by("-pk")[0])


def version(client: Client, intake: Intake) -> str:
    return str(client.get(page(intake)).context["page"].version)
