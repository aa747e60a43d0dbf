from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "intake.review"
    verbose_name = _("Review")

    def ready(self) -> None:
        from clinic.accounts.models import Patient
        from clinic.accounts.signals import identity_changed, language_chosen, links_changed

        links_changed.connect(_links_changed, Patient)
        identity_changed.connect(_identity_changed, Patient)
        language_chosen.connect(_language_chosen, Patient)


def _language_chosen(*, patient: Any, at: Any, **_signal: Any) -> None:
    """Somebody chose the language they read: the forms they have begun, and what waits about their forms."""
    from intake.review.chosen_language import follow

    follow(patient, at=at)


def _links_changed(*, patients: Any, at: Any, **_signal: Any) -> None:
    """Whose records are one person, or two again, stands in the queue by all of their visits."""
    from django.utils import timezone

    from intake.review.coming_back import ask_about
    from intake.review.next_visit import move_in_the_queue

    for patient in patients:
        move_in_the_queue(patient, at=at)
    ask_about([patient.pk for patient in patients], on=timezone.localdate(at), at=at)


def _identity_changed(*, patient: Any, at: Any, **_signal: Any) -> None:
    """Another name or birth date: somebody may be the same person as on another record, and wait for that."""
    from django.utils import timezone

    from intake.review.coming_back import ask_about, ask_about_twins

    ask_about([patient.pk], on=timezone.localdate(at), at=at)
    ask_about_twins(patient, at=at)
