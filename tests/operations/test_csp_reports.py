"""What browsers report of the Content-Security-Policy: two words are kept, nothing breaks, and a flood ends."""

import json
from typing import Any

import pytest
import structlog
from django.core.cache import caches
from django.test import Client

from clinic.operations import csp_reports
from clinic.operations.csp_reports import ADDRESS

# No test here has a database: a report asks none, and is answered while it is away.
pytestmark = pytest.mark.usefixtures("process_forgets")
CANARY = "CNRY7F3A"


@pytest.fixture
def process_forgets() -> None:
    caches["process"].clear()


def send(body: str | bytes, *, kind: str = "application/csp-report", **more: Any) -> tuple[int, list[tuple[str, str]]]:
    """Send a body as a browser does; return the status, and the directive and source of each line of the log."""
    with structlog.testing.capture_logs() as lines:
        answer = Client().generic("POST", ADDRESS, body, content_type=kind, **more)
    assert CANARY not in str(lines)
    assert [set(line) for line in lines] == [{"event", "log_level", "directive", "source"}] * len(lines)
    return answer.status_code, [(line["directive"], line["source"]) for line in lines]


def older(directive: str, blocked: str) -> str:
    """A body of report-uri."""
    told = {"violated-directive": directive, "blocked-uri": blocked}
    more = {"document-uri": f"https://x/{CANARY}?{CANARY}", "script-sample": CANARY, "source-file": CANARY}
    return json.dumps({"csp-report": told | more})


def newer(*told: tuple[str, str]) -> str:
    """A body of report-to, with a report of another kind in it."""
    reports: list[dict[str, Any]] = [
        {"type": "csp-violation", "url": CANARY, "body": {"effectiveDirective": directive, "blockedURL": blocked}}
        for directive, blocked in told
    ]
    return json.dumps([*reports, {"type": "deprecation", "body": {"id": CANARY}}, CANARY, {"type": "csp-violation"}])


@pytest.mark.parametrize(
    ("directive", "blocked", "kept"),
    [
        ("script-src-elem", "inline", ("script-src-elem", "inline")),
        ("script-src 'self'", "eval", ("script-src", "eval")),
        ("img-src", "data", ("img-src", "data")),
        ("img-src", "data:image/png;base64,AAAA", ("img-src", "data")),
        ("style-src", f"http://localhost:8000/{CANARY}", ("style-src", "this site")),
        ("connect-src", f"https://evil.example/{CANARY}?{CANARY}", ("connect-src", "another site")),
        ("script-src", f"moz-extension://{CANARY}/x.js", ("script-src", "extension")),
        (CANARY, CANARY, ("other", "other")),
        ("", "", ("other", "other")),
        ("form-action", "http://[", ("form-action", "other")),
    ],
)
def test_two_words_of_a_report_are_kept(directive: str, blocked: str, kept: tuple[str, str]) -> None:
    assert send(older(directive, blocked)) == (204, [kept])
    assert send(newer((directive, blocked)), kind="application/reports+json") == (204, [kept])


def test_many_reports_in_one_body_are_counted_to_an_end() -> None:
    assert send(newer(*[("img-src", "inline")] * 3))[1] == [("img-src", "inline")] * 3
    assert len(send(newer(*[("img-src", "inline")] * 100))[1]) == csp_reports.MOST_AT_ONCE


@pytest.mark.parametrize(
    "body",
    [
        *("", "x", "null", "1", '"x"', "{}", '{"csp-report": []}', '{"csp-report": null}', "NaN"),
        *("[" * 16_000, '{"a":' * 3_000, "1" * 16_000, b"\xff\xfe\x00", b"\x80" * 100),
    ],
)
def test_what_is_no_report_breaks_nothing(body: str | bytes) -> None:
    status, kept = send(body)
    assert (status, kept) == (400, [])


@pytest.mark.parametrize("body", ["[]", '[{"type": "csp-violation", "body": 3}]', "[[[]]]"])
def test_a_list_without_a_report_is_taken_and_says_nothing(body: str) -> None:
    assert send(body) == (204, [])


def test_values_of_another_kind_are_other() -> None:
    told = {"csp-report": {"violated-directive": {"a": [1]}, "blocked-uri": ["x", None]}}
    assert send(json.dumps(told)) == (204, [("other", "other")])


def test_a_long_body_is_refused_unread() -> None:
    assert send(older("img-src", "inline" + " " * csp_reports.LARGEST))[0] == 413
    assert send(older("img-src", "inline"), CONTENT_LENGTH="x")[0] == 400


def test_a_flood_ends_for_its_place_and_for_all() -> None:
    for _number in range(csp_reports.FROM_ONE):
        assert send(older("img-src", "inline"))[0] == 204
    assert send(older("img-src", "inline")) == (429, [])
    assert send(older("img-src", "inline"), REMOTE_ADDR="198.51.100.7")[0] == 204
    statuses = [send(older("img-src", "x"), REMOTE_ADDR=f"198.51.100.{n}")[0] for n in range(csp_reports.FROM_ALL)]
    assert statuses.count(429) == csp_reports.FROM_ONE + 2


def test_a_report_is_only_posted_and_is_named_on_every_answer(db: None) -> None:
    answer = Client().get(ADDRESS)
    assert answer.status_code == 405
    for response in (answer, Client().get("/contact/")):
        assert {f"report-uri {ADDRESS}", "report-to csp"} <= {
            part.strip() for part in response.headers["Content-Security-Policy"].split(";")
        }
        assert response.headers["Reporting-Endpoints"] == f'csp="{ADDRESS}"'
