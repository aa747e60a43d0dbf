"""Whose needles may have ended: one narrow question, so that only a handful of those who come has to be weighed."""

from datetime import timedelta
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower, TruncDate
from django.utils import timezone

from clinic.accounts.models import LinkedPatient, Patient
from intake.questionnaire.dates import ADULT
from intake.record.models import Consent, ConsentChange, FormIdentity, Intake
from intake.review.models import Case, Decision

# Rows of a `patient` and a `starts_at`: who comes, and when.
Rows = TypeVar("Rows", bound="QuerySet[Any, Any]")

_TREATS = (Decision.Outcome.CLEAR, Decision.Outcome.LIMITS)


def perhaps_ended(coming: Rows) -> Rows:
    """Return those among the rows whose person may have no needles on that day as things stand: no fewer than all of
    them, and few more. Whether it is so, `Standing.ends_needles` says.

    Whoever is linked with another record, and whoever a decided form of nobody's may be about, is among them.
    """
    theirs = Decision.objects.filter(case__patient=OuterRef("patient")).order_by("-at", "-id")
    referred = theirs.filter(outcome=Decision.Outcome.REFER)
    # Limits that had not run out when somebody last decided to treat may stand beside what was decided then.
    limiting = theirs.filter(
        outcome=Decision.Outcome.LIMITS,
        until__lt=OuterRef("visit_day"),
        until__gte=OuterRef("treated_day"),
    )
    delayed = Case.objects.filter(patient=OuterRef("patient"), state=Case.State.DELAYED)
    withdrawn = ConsentChange.objects.filter(patient=OuterRef("patient"), is_given=False)
    guarded = Consent.objects.filter(intake__patient=OuterRef("patient")).exclude(guardian_name="")
    # A year more than needed: which of them is under 18 today the standing says.
    young = Q(patient__date_of_birth__gte=timezone.localdate() - (ADULT + 1) * timedelta(days=366))
    condition = Q(earlier=OuterRef("patient")) | Q(later=OuterRef("patient"))
    linked = LinkedPatient.objects.filter(condition, undone_at=None)
    decided = coming.alias(
        last_outcome=Subquery(theirs.values("outcome")[:1]),
        visit_day=TruncDate("starts_at"),
        treated_day=TruncDate(Subquery(theirs.filter(outcome__in=_TREATS).values("at")[:1])),
    )
    return decided.filter(
        Q(last_outcome=Decision.Outcome.DELAY)
        | Exists(referred)
        | Exists(limiting)
        | Exists(delayed)
        | Exists(withdrawn)
        | Exists(linked)
        | (young & ~Exists(guarded))
        | Q(patient__in=_named_by_nobodys_forms())
    )


def _named_by_nobodys_forms() -> "QuerySet[Patient]":
    """Return whoever a form could be about that was decided on and is on nobody's record yet: there are few."""
    forms = Intake.objects.filter(cases__patient=None, cases__decisions__isnull=False).order_by()
    identities = FormIdentity.objects.filter(intake__in=forms).order_by()
    people = Patient.objects.alias(address=Lower("email"))
    return people.filter(
        Q(pk__in=forms.filter(meant_for__isnull=False).values("meant_for"))
        | Q(pk__in=forms.filter(patient__isnull=False).values("patient"))
        | Q(user__in=identities.filter(user__isnull=False).values("user"))
        | Q(user__email__in=identities.exclude(mailbox="").values("mailbox"))
        | Q(address__in=identities.exclude(mailbox="").values("mailbox"))
        | Q(
            date_of_birth__in=identities.filter(date_of_birth__isnull=False)
            .exclude(folded_name="")
            .values("date_of_birth")
        )
    ).order_by()
