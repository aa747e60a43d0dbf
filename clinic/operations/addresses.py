"""What machines ask and say: /healthz (is all well), /readyz (can this process serve), /metrics (Prometheus), and
/csp-report (what a browser stopped on a page of ours).

They are answered, with the headers of every page, before anything looks at the Host header, at a session or at who is
asking, so that a check on the machine itself needs neither name nor cookie. They say words and figures, and nothing of
anybody.
"""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from clinic import start
from clinic.database_waits import at_most
from clinic.operations import csp_reports, health

type_get = Callable[[HttpRequest], HttpResponse]
type_view = Callable[[HttpRequest], HttpResponse]

TEXT = "text/plain; charset=utf-8"
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"
HERE = frozenset({"127.0.0.1", "::1", ""})


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while nothing is bad, else 503; one line each: its name and good, watch or bad."""
    findings = health.current(at=timezone.now())
    lines = "".join(f"{finding.name} {finding.level}\n" for finding in findings)
    return HttpResponse(lines, status=200 if health.is_good(findings) else 503, content_type=TEXT)


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when this process can serve: the database answers and has every migration; else 503."""
    try:
        with at_most(health.DATABASE_SECONDS):
            is_ready = not start.unapplied_migrations()
    except (DatabaseError, InterfaceError):
        is_ready = False
    words = "ready\n" if is_ready else "not ready\n"
    return HttpResponse(words, status=200 if is_ready else 503, content_type=TEXT)


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures as Prometheus reads them, for this machine alone: a request through the proxy is not found."""
    if request.META.get("REMOTE_ADDR", "") not in HERE or "HTTP_X_FORWARDED_FOR" in request.META:
        return HttpResponse(status=404, content_type=TEXT)
    findings = health.current(at=timezone.now())
    lines = ["# HELP clinic_ok Whether this part of the clinic works (1), or not (0).", "# TYPE clinic_ok gauge"]
    lines += [f'clinic_ok{{part="{f.name}"}} {int(f.level is not health.HealthLevel.BAD)}' for f in findings]
    lines += ["# HELP clinic_figure Seconds waited or passed, bytes free, tasks failing.", "# TYPE clinic_figure gauge"]
    lines += [f'clinic_figure{{part="{f.name}"}} {f.figure:g}' for f in findings if f.figure is not None]
    return HttpResponse("\n".join(lines) + "\n", content_type=PROMETHEUS)


ADDRESSES: dict[str, type_view] = {"/healthz": healthz, "/readyz": readyz, "/metrics": metrics}
ADDRESSES[csp_reports.ADDRESS] = csp_reports.csp_report


def asked_by_machines(get_response: type_get) -> type_get:
    """Middleware: answer such an address at once."""

    def middleware(request: HttpRequest) -> HttpResponse:
        view = ADDRESSES.get(request.path_info)
        return view(request) if view else get_response(request)

    return middleware
