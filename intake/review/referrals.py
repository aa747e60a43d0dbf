"""What a practitioner wrote to a patient whose last word is that there are no needles here."""

from clinic.accounts.models import Patient
from intake.review.models import Decision


def referral_of(patient: Patient) -> Decision | None:
    """Return the newest decision "refer or do not needle" about this person, as far as their own mailbox goes.

    A linked record on another mailbox keeps its words to itself: a link may be a mistake, and can be undone.
    """
    records = [patient.pk]
    if patient.user_id:
        linked = Patient.objects.linked_with(patient).filter(user=patient.user_id)
        records += linked.values_list("pk", flat=True)
    referred = Decision.objects.filter(outcome=Decision.Outcome.REFER, case__patient__in=records)
    return referred.order_by("-at", "-id").first()
