"""The administrator's pages: how the site is, and what a new clinic still lacks."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts import acting
from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.operations import health, setup
from clinic.outbox import machine_clock

looked_at_or_sent = require_http_methods(["GET", "HEAD", "POST"])


@looked_at_or_sent
@role_required(ADMINISTRATOR)
def health_page(request: HttpRequest) -> HttpResponse:
    """Everything that is looked at, and what to do; a clock that is in doubt is confirmed here."""
    at = timezone.now()
    if request.method == "POST":
        if machine_clock.confirm(by=acting.user_at_work(request), at=at):
            messages.success(request, _("The clock is confirmed. Everything goes on."))
        return redirect("operations:health")
    findings = health.look(at=at)
    health.keep(findings)
    doubted = any(finding.name == "clock" and finding.level is health.HealthLevel.BAD for finding in findings)
    return render(request, "operations/health.html", {"findings": findings, "doubted": doubted, "now": at})


@looked_at_or_sent
@role_required(ADMINISTRATOR)
def setup_page(request: HttpRequest) -> HttpResponse:
    """What is left before the first booking; a test message is sent from here."""
    at = timezone.now()
    if request.method == "POST":
        setup.send_test(by=acting.user_at_work(request), at=at)
        messages.success(request, _("A test message is on its way to you. Reload this page in a minute."))
        return redirect("operations:setup")
    steps = setup.steps(at=at)
    steps_left = sum(not step.is_done for step in steps)
    return render(request, "operations/setup.html", {"steps": steps, "left": steps_left})
