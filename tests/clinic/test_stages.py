"""`make test` itself: it fails when something fails, and when nothing ran."""

import signal
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.support import stages
from tests.support.postgres import NoPostgresError
from tests.support.stages import Result, Stage


def stage(name: str, code: str) -> Stage:
    return Stage(name, ("-c", code))


WROTE = "import json, os; open(os.environ['CLINIC_TEST_REPORT'], 'w').write(json.dumps({'passed': %d, 'skipped': 0}))"


def test_quick_stages_are_all_reported(capsys: pytest.CaptureFixture[str]) -> None:
    results = stages.run_together([stage("a", "print('ugly'); raise SystemExit(1)"), stage("b", "")])
    assert {result.name: result.passed for result in results} == {"a": False, "b": True}
    out = capsys.readouterr().out
    assert "FAILED a" in out
    assert "ugly" in out
    assert "ok     b" in out


def test_nothing_is_started_after_a_failure() -> None:
    results = stages.run_in_turn([stage("a", "raise SystemExit(1)"), stage("b", WROTE % 3)])
    assert [result.name for result in results] == ["a"]
    assert stages.run_in_turn([stage("c", WROTE % 3)], after=results) == []


def test_a_stage_in_which_no_test_passed_fails() -> None:
    (silent,) = stages.run_in_turn([stage("silent", "")])
    (none,) = stages.run_in_turn([stage("none", WROTE % 0)])
    (some,) = stages.run_in_turn([stage("some", WROTE % 1)])
    assert [silent.passed, none.passed, some.passed] == [False, False, True]
    assert silent.said == "no test ran"


def test_a_stage_that_hangs_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(stages, "LONGEST", 1)
    (hanging,) = stages.run_in_turn([stage("hanging", "import time; time.sleep(30)")])
    assert not hanging.passed
    assert "it hangs" in capsys.readouterr().out


@pytest.mark.parametrize(("ci", "passed"), [("true", False), ("", True)])
def test_an_absent_database_is_announced_and_in_ci_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, passed: bool
) -> None:
    def none(*, lasting: bool) -> AbstractContextManager[str]:
        raise NoPostgresError("it rains")

    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(stages, "postgres", none)
    results: list[Result] = []
    with stages.maybe_postgres(results) as url:
        assert url == ""
    assert [result.passed for result in results] == [passed]
    assert "Skipped: suite on PostgreSQL: it rains." in capsys.readouterr().out


def test_the_closing_lines_tell_what_ran() -> None:
    results = [
        Result("lint (ruff)", True, 1.2),
        Result("suite on SQLite", True, 61.0, "", {"passed": 700, "failed": 0, "skipped": 1}),
    ]
    assert stages.closing_lines(results, 62.4, "test") == [
        "  ok     lint (ruff) (1 s)",
        "  ok     suite on SQLite: 700 passed, 1 skipped (61 s)",
        "make test: passed in 1 min 2 s",
    ]


def test_the_closing_lines_tell_a_failure() -> None:
    assert stages.closing_lines([Result("a", False, 1.0, "no test ran")], 1.0, "test") == [
        "  FAILED a: no test ran (1 s)",
        "make test: FAILED in 0 min 1 s",
    ]
    assert stages.closing_lines([], 0.0, "test")[-1] == "make test: FAILED in 0 min 0 s"


@pytest.mark.parametrize(("passed", "code"), [([True, True], 0), ([True, False], 1), ([], 1)])
def test_the_exit_code_follows(monkeypatch: pytest.MonkeyPatch, passed: list[bool], code: int, root: Path) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setitem(stages.RUNS, "check", lambda: [Result(str(n), ok, 0.0) for n, ok in enumerate(passed)])
    monkeypatch.setattr(signal, "signal", lambda *_args: None)
    assert stages.main(["check"]) == code


def test_interrupted_it_says_so(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    def interrupted() -> Any:
        raise KeyboardInterrupt

    monkeypatch.chdir(root)
    monkeypatch.setitem(stages.RUNS, "check", interrupted)
    monkeypatch.setattr(signal, "signal", lambda *_args: None)
    assert stages.main(["check"]) == 130


def test_the_suites_of_both_databases_are_the_same() -> None:
    on_sqlite = stages.pytest_stage("a", stages.SUITE)
    on_postgres = stages.pytest_stage("b", stages.SUITE, database="postgres://x@/y")
    assert on_sqlite.arguments == on_postgres.arguments
    assert f"{stages.SUITE} and not either_database and not page" == stages.ON_POSTGRES
    assert "DATABASE_URL" not in on_sqlite.environment
    assert on_postgres.environment["DATABASE_URL"] == "postgres://x@/y"
