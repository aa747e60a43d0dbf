"""What a practitioner wrote to a patient whose last word is that there are no needles here."""

from django.db.models import Q

from clinic.accounts.models import Patient
from intake.review.models import Decision
from intake.review.one_person import own_records_of


def referral_of(patient: Patient) -> Decision | None:
    """Return the newest decision "refer or do not needle" about this person, as far as their own mailbox goes.

    A linked record on another mailbox keeps its words to itself: a link may be a mistake, and can be undone. What was
    written about a form that is nobody's yet is read on the mailbox it was begun with, or by whom it was begun for.
    """
    records = own_records_of(patient)
    nobodys = Q(case__intake__meant_for__in=records)
    if patient.user_id:
        nobodys |= Q(case__intake__user=patient.user_id)
    condition = Q(case__patient__in=records) | Q(nobodys, case__patient=None)
    referred = Decision.objects.filter(condition, outcome=Decision.Outcome.REFER)
    return referred.order_by("-at", "-id").first()
