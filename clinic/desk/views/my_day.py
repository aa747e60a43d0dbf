"""A practitioner's own day: the visits on the left, what is to review on the right. Where they land at sign-in."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from clinic import audit, formatting
from clinic.accounts.roles import PRACTITIONER, role_required
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Appointment, State
from clinic.desk import visit_notes
from clinic.desk.day import GONE
from clinic.desk.views.common import page, who
from clinic.desk.visit_row import visit_rows
from intake.review import opinion
from intake.review.admin import queue
from intake.review.follow_up.models import FollowUpTask
from intake.review.models import Case
from intake.treatment.models import AdverseEvent

# As many cases and calls as stand beside the day; their own pages have them all.
BESIDE, MOST_CALLS = 12, 5


@require_GET
@role_required(PRACTITIONER)
def my_day(request: HttpRequest) -> HttpResponse:
    """Show today's visits with this practitioner, each with its word and its limits, beside the first of the queue."""
    by, at = who(request), timezone.now()
    on = timezone.localdate(at)
    visits = Appointment.objects.on_day(on).filter(practitioner__user=by).exclude(state__in=GONE)
    lines = visit_rows(visits, on=on, at=at)
    with audited_transaction():
        counts = queue.counts(by=by, at=at)
        cases, _more = queue.tab_page("open", last=None, lifts=counts["soon"] > 0, by=by, at=at)
        calls = list(FollowUpTask.objects.open().select_related("patient")[:MOST_CALLS])
        whom = [row.case.ref for queue_row in cases[:BESIDE] for row in (queue_row, *queue_row.gathered)]
        whom += [line.visit.patient.ref for line in lines] + [call.patient.ref for call in calls]
        audit.record("queue.read", by=by, at=at, tab="my_day", shown=len(whom), whom=whom)
    recent = visit_notes.recent_of(by, at=at)
    noted = visit_notes.states_of({visit.ref for visit in (*recent, *(line.visit for line in lines))})
    for line in lines:
        if line.visit.state in visit_notes.WRITTEN_IN:
            line.note = visit_notes.WORDS[noted[line.visit.ref]]
    context = {
        "to_write": [
            visit_notes.NoteToWrite(visit, noted[visit.ref])
            for visit in recent
            if noted[visit.ref] != visit_notes.SIGNED
        ],
        "calls": [
            {"name": call.patient.full_name, "due": formatting.moment(call.due_at), "late": call.is_late(at)}
            for call in calls
        ],
        "asked": [
            {"name": note.by_name, "about": _name_of(note.case), "case": note.case, "when": formatting.moment(note.at)}
            for note in opinion.asked_of(by)[:MOST_CALLS]
        ],
        "today": formatting.day(on),
        "lines": lines,
        "with_me": next((line for line in lines if line.visit.state == State.WITH), None),
        "unread": sum(line.is_unread for line in lines),
        "cases": cases[:BESIDE],
        "events_to_judge": AdverseEvent.objects.to_assess().count(),
        "part": "my_day",
        "to_review": counts["open"],
    }
    return page(request, "my_day", context)


def _name_of(case: Case) -> str:
    return case.patient.full_name if case.patient else case.intake.full_name or _("No name yet")
