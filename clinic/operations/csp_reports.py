"""What browsers report: something on a page of ours that the Content-Security-Policy stopped.

Anybody can send such a report, so what is kept of one is two words out of closed lists: which directive, and of what
kind the source was. Nothing of it is an address, a name or a word of a page. The database is not asked: a report is
answered while it is away, and a flood of them costs no row.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import structlog
from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

log = structlog.get_logger(__name__)

ADDRESS = "/csp-report"
LARGEST = 16 * 1024  # bytes; a browser's own is under two thousand
MOST_AT_ONCE = 20
# What one process takes in a minute, from one address and from all of them together.
FROM_ONE, FROM_ALL = 20, 200
_MINUTE = 60

DIRECTIVES = frozenset(
    {
        *("default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem"),
        *("style-src-attr", "img-src", "font-src", "connect-src", "manifest-src", "media-src", "object-src"),
        *("child-src", "frame-src", "worker-src", "form-action", "frame-ancestors", "base-uri", "sandbox"),
        *("require-trusted-types-for", "trusted-types"),
    }
)
_KEYWORDS = frozenset({"inline", "eval", "wasm-eval", "self", "data", "blob", "trusted-types-sink"})
_OF_EXTENSIONS = ("chrome-extension", "moz-extension", "safari-extension", "safari-web-extension", "webkit-masked-url")


@csrf_exempt
@login_not_required
@require_POST
def csp_report(request: HttpRequest) -> HttpResponse:
    """Take the reports of a browser, in the words of report-uri or of report-to: 204, or 400, 413, 429."""
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if not (length.isascii() and length.isdecimal()):
        return HttpResponseBadRequest()
    if int(length) > LARGEST:
        return HttpResponse(status=413)
    if not (_counted("", FROM_ALL) and _counted(get_ip(request), FROM_ONE)):
        return HttpResponse(status=429, headers={"Retry-After": str(_MINUTE)})
    try:
        reports = list(_reports(json.loads(request.body)))
    except (ValueError, RecursionError, UnreadablePostError):
        return HttpResponseBadRequest()
    for report in reports[:MOST_AT_ONCE]:
        log.warning("csp.violation", directive=directive_of(report), source=kind_of_source(report))
    return HttpResponse(status=204)


def directive_of(report: dict[str, Any]) -> str:
    """Return the directive that was broken; "other" for what is none."""
    directive = (
        report.get("effective-directive") or report.get("effectiveDirective") or report.get("violated-directive")
    )
    words = str(directive or "")[:100].split()
    return words[0] if words and words[0] in DIRECTIVES else "other"


def kind_of_source(report: dict[str, Any]) -> str:
    """Return what kind of source was stopped: a keyword of the standard, "extension", "this site", "another site"."""
    source = str(report.get("blocked-uri") or report.get("blockedURL") or "")[:2000].strip().lower()
    if source in _KEYWORDS:
        return source
    try:
        scheme, host = urlsplit(source).scheme, urlsplit(source).netloc
    except ValueError:
        return "other"
    if scheme in _OF_EXTENSIONS:
        return "extension"
    if scheme in _KEYWORDS:
        return scheme
    if scheme in {"http", "https"}:
        return "this site" if host == urlsplit(settings.SITE_URL).netloc else "another site"
    return "other"


def _reports(told: Any) -> Iterator[dict[str, Any]]:
    """Yield what stands in a body of either kind; raise ValueError where none does."""
    if isinstance(told, dict) and isinstance(told.get("csp-report"), dict):
        yield told["csp-report"]
    elif isinstance(told, list):
        reports = [report for report in told if isinstance(report, dict) and report.get("type") == "csp-violation"]
        yield from (report["body"] for report in reports if isinstance(report.get("body"), dict))
    else:
        raise ValueError("This is no report.")


def _counted(place: str, most: int) -> bool:
    """Count one more in this minute; say whether it is within what is taken."""
    counters, name = caches["process"], f"clinic.csp_reports:{place}"
    counters.add(name, 0, _MINUTE)
    try:
        return int(counters.incr(name)) <= most
    except ValueError:  # the minute ended between the two
        return True
