"""Questions someone at work would ask of intakes, cases and alerts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpRequest

from intake import behalf, tablet

if TYPE_CHECKING:
    from intake.models import Alert, Answers, Case, HandOver, Intake  # noqa: F401  (names in the generic bases)

# A full new intake is asked for when the last one is older (clinical paper, Part 0, fail-safe 6).
GOOD_FOR = timedelta(days=183)
SESSION_DRAFTS = "drafts"
# The order of the review: tier, then the time left before the visit, then the wait.
QUEUE = ("-urgency", "visit_at", "waiting_since", "id")


def _may_open(request: HttpRequest, way: str = "") -> Q:
    """Which forms this person may open, asked of forms or of what belongs to them; `way` leads to the form."""
    user = request.user
    if user.is_authenticated and user.is_staff:
        # By phone or from paper: the one form this very person has begun for a patient, until it is sent.
        ref = behalf.open_ref(request)
        mine = {"ref": ref, "entered_by": user, "submitted_at": None, "expired_at": None}
        return _all(mine, way) if ref else Q(pk__in=[])
    if key := tablet.key(request):
        # A tablet in a patient's hands: this one form and nothing else, until it is sent or the tablet given back.
        handed = {"hand_overs": key, "hand_overs__opened_at__isnull": False, "hand_overs__ended_at": None}
        return _all(handed | {"submitted_at": None, "expired_at": None}, way)
    begun_here = {
        "ref__in": request.session.get(SESSION_DRAFTS, []),
        "email_confirmed_at": None,
        "accepted_at": None,
        "expired_at": None,
    }
    if not user.is_authenticated:
        return _all(begun_here, way)
    return _all(begun_here, way) | _all({"user": user}, way)


def _all(wanted: Mapping[str, object], way: str) -> Q:
    return Q(*((f"{way}{name}", value) for name, value in wanted.items()))


class AnswersQuerySet(models.QuerySet["Answers"]):
    def newest_for(self, request: HttpRequest, ref: str) -> Answers | None:
        """The newest revision of a form this person may open, and with it the form, in one query."""
        mine = self.filter(_may_open(request, "intake__"), intake__ref=ref)
        return mine.select_related("intake").order_by("-revision").first()


class IntakeQuerySet(models.QuerySet["Intake"]):
    def open_for(self, request: HttpRequest) -> IntakeQuerySet:
        """Forms this person may open: their own once signed in, or a draft begun in this very browser.

        A draft whose e-mail is confirmed opens for that mailbox alone. Staff open forms in the admin only, but for
        the one they are filling in for somebody (intake.behalf). A tablet opens what was handed over (intake.tablet).
        """
        return self.filter(_may_open(request))

    def unsent(self) -> IntakeQuerySet:
        return self.filter(submitted_at=None, expired_at=None)

    def lapsing(self, *, at: datetime) -> IntakeQuerySet:
        """Drafts whose time is over and that no open emergency keeps."""
        from intake.models import Alert

        alerted = Alert.objects.filter(intake=OuterRef("pk"), closed_at=None)
        return self.unsent().filter(expires_at__lte=at).exclude(Exists(alerted))

    def for_the_desk(self, *, since: datetime) -> IntakeQuerySet:
        """Enough to greet and chase a person; no answer and no flag is loaded. Where they stand, `standing` says."""
        from intake.models import Alert

        return (
            self.filter(
                Q(saved_at__gte=since)
                # However old: what waits for the desk's call or a practitioner's never drops off the list.
                | Q(submitted_at__isnull=False, accepted_at=None)
                | Q(pk__in=Alert.objects.filter(closed_at=None).values("intake"))
            )
            .only(
                *("ref", "reference", "full_name", "phone", "source", "started_at", "saved_at", "submitted_at"),
                *("accepted_at", "expired_at", "email_confirmed_at", "email", "interpreter"),
                *("patient_id", "meant_for_id"),
            )
            .order_by("-saved_at", "-id")
        )


class CaseQuerySet(models.QuerySet["Case"]):
    def not_closed(self) -> CaseQuerySet:
        return self.exclude(state="closed")

    def awaiting_review(self) -> CaseQuerySet:
        """Open cases, the most serious first, then who comes soonest, then the longest wait."""
        return self.filter(state="open").order_by(*QUEUE)

    def needing_decision(self) -> CaseQuerySet:
        """Holds and emergencies (or a case the engine failed on): only these keep a patient from needles."""
        return self.filter(Q(urgency__gte=3) | Q(intake__engine_failed=True))

    def with_person(self) -> CaseQuerySet:
        return self.select_related("patient", "intake", "claimed_by")

    def waking(self, *, on: date) -> CaseQuerySet:
        """Delayed cases whose day has come."""
        return self.filter(state="delayed", delayed_until__lte=on)

    def lapsed(self, *, on: date) -> CaseQuerySet:
        """Closed cases whose latest decision held until a day that is over, and that nothing newer replaced."""
        from intake.models import Decision

        last = Decision.objects.filter(case=OuterRef("pk")).order_by("-at", "-id")
        newer = self.model.objects.filter(patient=OuterRef("patient"), opened_at__gt=OuterRef("opened_at"))
        # A newer case that was only read decided nothing: what has run out still waits for a practitioner.
        newer = newer.exclude(state="closed", decisions=None)
        return (
            self.filter(state="closed")
            .annotate(last_until=Subquery(last.values("until")[:1]))
            .filter(last_until__lt=on)
            .exclude(Exists(newer))
        )


class AlertQuerySet(models.QuerySet["Alert"]):
    def open(self) -> AlertQuerySet:
        return self.filter(closed_at=None).order_by("raised_at")

    def unanswered(self) -> AlertQuerySet:
        """Open alerts nobody on the staff has looked at yet."""
        return self.open().filter(acknowledged_at=None)


class HandOverQuerySet(models.QuerySet["HandOver"]):
    def waiting(self, *, at: datetime) -> HandOverQuerySet:
        """Those whose code still works."""
        return self.filter(used_at=None, ended_at=None, expires_at__gt=at)

    def not_ended(self) -> HandOverQuerySet:
        return self.filter(ended_at=None)
