"""Who may open which form. Being allowed to see and fetching are one line: `open_for(request).get(ref=ref)`."""

from collections.abc import Mapping

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from intake.pages import proxy_entry
from intake.pages.tablet import session as tablet_session
from intake.record.models import Answers, Intake

SESSION_DRAFTS = "drafts"


def open_for(request: HttpRequest) -> QuerySet[Intake]:
    """Return the forms this person may open: their own once signed in, or a draft begun in this very browser.

    A draft whose email is confirmed opens for that mailbox alone. Staff open forms in the admin only, but for the one
    they are filling in for somebody (proxy_entry). A tablet opens what was handed over.
    """
    return Intake.objects.filter(_may_open(request))


def newest_answers_for(request: HttpRequest, ref: str) -> Answers | None:
    """Return the newest revision of a form this person may open, and with it the form, in one query."""
    own = Answers.objects.filter(_may_open(request, "intake__"), intake__ref=ref)
    return own.select_related("intake").order_by("-revision").first()


def _may_open(request: HttpRequest, way: str = "") -> Q:
    """Which forms this person may open, asked of forms or of what belongs to them; `way` leads to the form."""
    user = request.user
    if user.is_authenticated and user.is_staff:
        # By phone or from paper: the one form this very person has begun for a patient, until it is sent.
        ref = proxy_entry.open_ref(request)
        mine = {"ref": ref, "entered_by": user, "submitted_at": None, "expired_at": None}
        return _all(mine, way) if ref else Q(pk__in=[])
    if key := tablet_session.key(request):
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
