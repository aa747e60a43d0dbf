"""`make test` and its parts, stage by stage: python -m tests.support.stages test | check | battery

Each stage names itself, its time and its result. The quick ones run two at a time and are all reported; after
a group with a failure nothing more is started. Ctrl-C stops everything, the test database included. The exit
code is 0 only when every stage passed and tests really ran.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import chromium
from tests.support.environment import PRODUCTION, clean, in_ci
from tests.support.postgres import NoPostgresError, postgres

PACKAGES = ("clinic", "intake", "education", "tests", "manage.py")
LONGEST = 45 * 60  # seconds; a stage that hangs is a failure, not a wait
BATTERY_TAKES = 4  # times as long, on a machine that has other work too
PYTEST_NO_TESTS = 5
# The heavy proofs are part of the suite, in small sizes.
SUITE = "not browser and not battery"
WHOLE = "heavy or battery"
# All of it but what asks no database (nothing of it could differ), and a few proofs about templates, headers and
# refusals before any question to the database; each of those says why beside its mark. Pages are asked on PostgreSQL
# by the matrix of access (every page as everybody), and by all their tests in the battery.
ON_POSTGRES = f"{SUITE} and not either_database and not page"
# Modules that ask no database need not even be read there; a browser's are in a folder of their own.
JOURNEYS = "tests/journeys"
PURE = ("tests/intake/screening", "tests/intake/questionnaire", "tests/templates", "tests/mutants", JOURNEYS)
WHOLE_ON_POSTGRES = "(heavy or battery or page) and not either_database and not browser"


@dataclass(frozen=True)
class Stage:
    """One command: `-m` module and arguments, or a script, run by this Python."""

    name: str
    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=clean)

    @property
    def command(self) -> list[str]:
        return [sys.executable, *self.arguments]


@dataclass(frozen=True)
class Result:
    name: str
    passed: bool
    seconds: float
    said: str = ""
    tests: dict[str, int] = field(default_factory=dict)


def fast_stages() -> list[Stage]:
    """Lint, types, doors, migrations, system checks; the longest first."""
    manage = ("-W", "error", "manage.py")
    return [
        Stage("types (mypy --strict)", ("-m", "mypy", *PACKAGES)),
        Stage("migrations, from the first to the last", ("-m", "tests.support.migrated")),
        Stage("lint (ruff)", ("-m", "ruff", "check", ".")),
        Stage("format (ruff)", ("-m", "ruff", "format", "--check", ".")),
        Stage("templates (djlint)", ("-m", "djlint", "--lint", "--quiet", "templates")),
        Stage("words on screen", ("-m", "tests.support.words")),
        Stage("doors (import-linter)", ("-c", "from importlinter.cli import lint_imports_command as go; go()")),
        Stage("house (HTML in Python, names twice)", ("-m", "tests.support.house")),
        Stage("catalogs of the languages", ("-m", "tests.support.catalogs", "check")),
        Stage("migrations, against the models", (*manage, "makemigrations", "--check", "--dry-run")),
        Stage("system checks", (*manage, "check", "--fail-level", "WARNING")),
        Stage(
            "system checks of production",
            (*manage, "check", "--deploy", "--fail-level", "WARNING"),
            clean(**PRODUCTION),
        ),
    ]


def pytest_stage(name: str, marks: str, *more: str, database: str = "", **environment: str) -> Stage:
    """A run of the suite on two cores; without `database` on SQLite.

    Each core takes half of the modules and, when it is done, from the other: what a module builds once is built once.
    """
    if database:
        environment["DATABASE_URL"] = database
    return Stage(name, ("-m", "pytest", "-n", "2", "-m", marks, *more), clean(**environment))


def run_test() -> list[Result]:
    """Everything that must hold before a change lands."""
    results = run_together(fast_stages())
    results += run_in_turn([pytest_stage("suite on SQLite", SUITE)], after=results)
    with maybe_postgres(results) as url:
        if url:
            less = [f"--ignore={folder}" for folder in PURE]
            on_postgres = pytest_stage(
                "suite on PostgreSQL: services, races, every page", ON_POSTGRES, *less, database=url
            )
            results += run_in_turn([on_postgres], after=results)
        results += run_in_turn([*browser_stages(results, url)], after=results)
    return results


def browser_stages(results: list[Result], url: str) -> Iterator[Stage]:
    """The journeys on SQLite, and one walk on PostgreSQL."""
    if not all(result.passed for result in results):
        return
    found = chromium.bring()
    if not found:
        results.append(absent("journeys in Chromium", "there is no Chromium here and none could be installed"))
        return
    yield pytest_stage("journeys in Chromium on SQLite", "browser", JOURNEYS, CHROMIUM=found)
    if url:
        yield pytest_stage("one walk in Chromium on PostgreSQL", "walk", JOURNEYS, database=url, CHROMIUM=found)


def run_battery() -> list[Result]:
    """The heavy proofs in full size, on both databases."""
    full = {"CLINIC_BATTERY": "full"}
    if found := chromium.bring():
        full["CHROMIUM"] = found
    results = run_in_turn([pytest_stage("heavy proofs on SQLite", WHOLE, **full)])
    with maybe_postgres(results) as url:
        if url:
            results += run_in_turn(
                [pytest_stage("heavy proofs and pages on PostgreSQL", WHOLE_ON_POSTGRES, database=url, **full)]
            )
    return results


@contextlib.contextmanager
def maybe_postgres(results: list[Result]) -> Iterator[str]:
    """Yield the address of a PostgreSQL server, or an empty text; its absence is announced and recorded."""
    if not all(result.passed for result in results):
        yield ""
        return
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(postgres(lasting=False))
        except NoPostgresError as why:
            results.append(absent("suite on PostgreSQL", str(why)))
            url = ""
        yield url


def absent(name: str, reason: str) -> Result:
    """A stage that cannot run here: announced, and in CI a failure."""
    print(f"\nSkipped: {name}: {reason}.", flush=True)
    return Result(name, passed=not in_ci(), seconds=0.0, said=f"skipped: {reason}")


def run_together(stages: Sequence[Stage]) -> list[Result]:
    """Run quick stages two at a time; print each when it is done, with its words when it failed."""
    print("Lint, types, doors, migrations and system checks", flush=True)
    results = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for done in as_completed([pool.submit(run_quietly, stage) for stage in stages]):
            results.append(result := done.result())
            print(f"  {'ok    ' if result.passed else 'FAILED'} {result.name}, {result.seconds:.0f} s", flush=True)
            if not result.passed:
                print(result.said.rstrip() + "\n", flush=True)
    return results


def run_quietly(stage: Stage) -> Result:
    began = time.monotonic()
    done = subprocess.run(
        stage.command,
        env=stage.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    return Result(stage.name, done.returncode == 0, time.monotonic() - began, done.stdout + done.stderr)


def run_in_turn(stages: Sequence[Stage], *, after: Sequence[Result] = ()) -> list[Result]:
    """Run test stages one after the other with their output shown; stop at the first that fails."""
    results: list[Result] = []
    for stage in stages:
        if not all(result.passed for result in (*after, *results)):
            break
        results.append(run_shown(stage))
    return results


def run_shown(stage: Stage) -> Result:
    print(f"\n{stage.name}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        code = _wait(stage.command, stage.environment | {"CLINIC_TEST_REPORT": str(report)})
        tests: dict[str, int] = json.loads(report.read_text()) if report.exists() else {}
    said = "no test ran" if code == PYTEST_NO_TESTS or not tests.get("passed") else ""
    return Result(stage.name, code == 0 and not said, time.monotonic() - began, said, tests)


def _wait(command: list[str], environment: dict[str, str]) -> int:
    longest = LONGEST * (BATTERY_TAKES if environment.get("CLINIC_BATTERY") == "full" else 1)
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
    try:
        return process.wait(timeout=longest)
    except subprocess.TimeoutExpired:
        print(f"Stopped after {longest // 60} minutes: it hangs.", flush=True)
        return 1
    finally:
        if process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=20)
            process.kill()


def closing_lines(results: Sequence[Result], seconds: float, what: str) -> list[str]:
    """Return what stands at the end: each test stage with its counts, and one line for all of it."""
    lines = [f"  {'ok    ' if result.passed else 'FAILED'} {described(result)}" for result in results]
    passed = bool(results) and all(result.passed for result in results)
    minutes, rest = divmod(round(seconds), 60)
    return [*lines, f"make {what}: {'passed' if passed else 'FAILED'} in {minutes} min {rest} s"]


def described(result: Result) -> str:
    counts = ", ".join(f"{count} {kind}" for kind, count in result.tests.items() if count)
    last = next((line for line in reversed(result.said.splitlines()) if line.strip()), "") if result.tests else ""
    words = counts or (result.said if result.said.startswith(("skipped", "no test")) else "") or last
    return f"{result.name}{': ' + words if words else ''} ({result.seconds:.0f} s)"


RUNS = {"test": run_test, "check": lambda: run_together(fast_stages()), "battery": run_battery}


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in RUNS:
        print(__doc__)
        return 2
    # A polite end (a stopped CI job) walks the same way out as Ctrl-C: the test database is stopped too.
    signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    os.chdir(Path(__file__).resolve().parent.parent.parent)
    began = time.monotonic()
    try:
        results = RUNS[arguments[0]]()
    except KeyboardInterrupt:
        print("\nStopped. Nothing was left behind.", flush=True)
        return 130
    print()
    print("\n".join(closing_lines(results, time.monotonic() - began, arguments[0])), flush=True)
    return 0 if results and all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
