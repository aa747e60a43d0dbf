"""The practitioner's instrument: the queue and the case, in the stock admin with its own pages.

Nothing here goes through the stock change forms, filters or searches: a sealed answer has no lookup, and a page made
by hand has none of the stock list's doors. Only holders of `review.view_case` (practitioners) find anything; how often
the screening speaks, in counts, an administrator may see too.
"""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clinic.accounts import roles
from intake.review.admin import doctor_pages, pages, queue_page, reason_page, rules_page
from intake.review.admin.call_list import TaskAdmin
from intake.review.models import Case

__all__ = ["CaseAdmin", "TaskAdmin"]

# Nobody has more than a handful of pages here: the index lists them, and the width is for the work.
admin.site.enable_nav_sidebar = False


@admin.register(Case)
class CaseAdmin(admin.ModelAdmin[Case]):
    """The queue, a case, the counts, and one address a deed."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.queue), name="review_case_changelist"),
            path("counts/", wrap(self.counts), name="review_case_counts"),
            path("alerts/", wrap(self.alerts), name="review_case_alerts"),
            path("rules/", wrap(self.rules), name="review_case_rules"),
            path("rules/try/", wrap(self.try_rules), name="review_case_try_rules"),
            path("rules/sign/", wrap(self.sign_rules), name="review_case_sign_rules"),
            path("reason/<slug:ref>/", wrap(self.reason), name="review_case_reason"),
            path("<slug:ref>/", wrap(self.case), name="review_case_change"),
            path("<slug:ref>/claim/", wrap(self.claim), name="review_case_claim"),
            path("<slug:ref>/release/", wrap(self.release), name="review_case_release"),
            path("<slug:ref>/decide/", wrap(self.decide), name="review_case_decide"),
            path("<slug:ref>/seen/", wrap(self.seen), name="review_case_seen"),
            path("<slug:ref>/opinion/", wrap(self.opinion), name="review_case_opinion"),
            path("<slug:ref>/doctor/", wrap(self.doctor), name="review_case_doctor"),
            path("<slug:ref>/doctor/<slug:letter>/", wrap(self.doctor_letter), name="review_case_doctor_letter"),
            path("<slug:ref>/call/<slug:alert>/", wrap(self.call), name="review_case_call"),
        ]

    def has_view_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return roles.is_practitioner(request.user) and request.user.has_perm("review.view_case")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return False

    def _allow(self, request: HttpRequest) -> dict[str, Any]:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self.admin_site.each_context(request)

    @method_decorator(never_cache)
    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def queue(self, request: HttpRequest) -> HttpResponse:
        return queue_page.queue(request, self._allow(request))

    @method_decorator(never_cache)
    @method_decorator(require_GET)
    def counts(self, request: HttpRequest) -> HttpResponse:
        if not (self.has_view_permission(request) or roles.is_administrator(request.user)):
            raise PermissionDenied
        return pages.counts(request, self.admin_site.each_context(request))

    @method_decorator(never_cache)
    @method_decorator(require_GET)
    def rules(self, request: HttpRequest) -> HttpResponse:
        if not (self.has_view_permission(request) or roles.is_administrator(request.user)):
            raise PermissionDenied
        return rules_page.show(request, self.admin_site.each_context(request))

    @method_decorator(require_POST)
    def try_rules(self, request: HttpRequest) -> HttpResponse:
        self._allow(request)
        return rules_page.try_newest(request)

    @method_decorator(require_POST)
    def sign_rules(self, request: HttpRequest) -> HttpResponse:
        self._allow(request)
        return rules_page.sign(request)

    @method_decorator(never_cache)
    @method_decorator(require_GET)
    def alerts(self, request: HttpRequest) -> HttpResponse:
        return pages.alerts(request, self._allow(request))

    @method_decorator(never_cache)
    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def reason(self, request: HttpRequest, ref: str) -> HttpResponse:
        return reason_page.show(request, self._allow(request), ref)

    @method_decorator(never_cache)
    @method_decorator(require_GET)
    def case(self, request: HttpRequest, ref: str) -> HttpResponse:
        return pages.case(request, self._allow(request), ref)

    @method_decorator(require_POST)
    def claim(self, request: HttpRequest, ref: str) -> HttpResponse:
        self._allow(request)
        return pages.claim(request, ref)

    @method_decorator(require_POST)
    def release(self, request: HttpRequest, ref: str) -> HttpResponse:
        self._allow(request)
        return pages.release(request, ref)

    @method_decorator(require_POST)
    def decide(self, request: HttpRequest, ref: str) -> HttpResponse:
        return pages.decide(request, self._allow(request), ref)

    @method_decorator(require_POST)
    def seen(self, request: HttpRequest, ref: str) -> HttpResponse:
        return pages.seen(request, self._allow(request), ref)

    @method_decorator(require_POST)
    def call(self, request: HttpRequest, ref: str, alert: str) -> HttpResponse:
        return pages.call(request, self._allow(request), ref, alert)

    @method_decorator(never_cache)
    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def doctor(self, request: HttpRequest, ref: str) -> HttpResponse:
        return doctor_pages.write(request, self._allow(request), pages.case_for(request, ref))

    @method_decorator(never_cache)
    @method_decorator(require_GET)
    def doctor_letter(self, request: HttpRequest, ref: str, letter: str) -> HttpResponse:
        return doctor_pages.letter(request, self._allow(request), pages.case_for(request, ref), letter)

    @method_decorator(require_POST)
    def opinion(self, request: HttpRequest, ref: str) -> HttpResponse:
        return pages.opinion(request, self._allow(request), ref)
