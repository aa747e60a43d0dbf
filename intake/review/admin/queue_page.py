"""The page of the queue: its tabs, and what was looked for. Reading it is a line in the book."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.acting import user_at_work
from clinic.audit.transaction import audited_transaction
from intake.review.admin import queue as lines
from intake.review.admin import queue_search
from intake.review.admin.pages import case_called
from intake.review.admin.queue_rows import rows

FOUND = "found"


def queue(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Show one tab of the queue, a page of fifty; on the tab "found", the cases in every state that were looked for."""
    by, at = user_at_work(request), timezone.now()
    if request.method == "POST":
        queue_search.keep(request.POST.get("q", ""), session=request.session)
        return redirect(f"{reverse('admin:review_case_changelist')}?tab={FOUND}")
    tab = request.GET.get("tab", "open")
    words = queue_search.kept(request.session) if tab == FOUND else ""
    tab = tab if tab in lines.TABS else "open"
    last = case_called(request.GET["after"]) if request.GET.get("after") and not words else None
    if last is not None and tab == "closed" and last.closed_at is None:
        raise Http404  # it stands in no place of this list
    with audited_transaction():
        counts = lines.counts(by=by, at=at)
        if words:
            page_rows, last_case = rows(queue_search.searched(words, on=timezone.localdate(at)), by=by, at=at)
        else:
            page_rows, last_case = lines.tab_page(tab, last=last, lifts=counts["soon"] > 0, by=by, at=at)
        whom = [row.case.ref for queue_row in page_rows for row in (queue_row, *queue_row.gathered)]
        audit.record("queue.read", by=by, at=at, tab=FOUND if words else tab, shown=len(whom), whom=whom)
    tabs = [
        {"key": key, "label": label, "count": lines.count_words(counts.get(key)), "on": key == tab and not words}
        for key, label in lines.TABS.items()
    ]
    first_page = tab == "open" and not words and not last
    page_context = {
        "title": _("Review"),
        "tabs": tabs,
        "tab": tab,
        "rows": page_rows,
        "more": last_case,
        "words": words,
        "has_decisions": bool(words) or tab in lines.NEWEST_FIRST,
        "next": next((row for row in page_rows if not row.taken), None) if first_page else None,
    }
    return render(request, "admin/review/case/queue.html", context | page_context)
