"""`make bench`: python -m tests.benchmarks [P2 P3 P4 P5 P6 P7 P8 P9 P10 P12 P13 P14] [--quick]

PEERS=1 runs django-appointment and the wizard of django-formtools beside ours, from a virtual environment of their own.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import board, crowd, diary, ours, peers, rules, start
from tests.benchmarks.inside import inside
from tests.benchmarks.servers import Figures, Request, Server, measure, server, tag_of
from tests.support.environment import clean
from tests.support.postgres import NoPostgresError, postgres

ROOT = Path(__file__).resolve().parent.parent.parent
SIDE_BY_SIDE = frozenset({"P2", "P4", "P5", "P6", "P7", "P8", "P9"})
GROWTH = frozenset({"P3", "P14"})
# Patients of a small clinic and of a large one, by database; far fewer where it has to be quick.
SIZES = {"SQLite": (1_000, 10_000), "PostgreSQL": (1_000, 100_000)}
QUICK = (300, 3_000)
# The times that whole bookings take begin behind those of the bookings alone.
WHOLE_FROM = 2_000
PAGES = ("safety_legs", "history_conditions", "about_you")
CHANGES = {
    "an ordinary screen": ("history_devices", "implants", "none", "joint"),
    "the list of medicines": ("medicines_list", "meds_list", ours.MEDICINES, ours.MEDICINES + ", zinc"),
}


@dataclass(frozen=True)
class Prepared:
    """What was written into the database of ours, and where both find theirs."""

    draft: ours.Draft
    booking: diary.Diary
    desk: board.Board
    ours: Mapping[str, str]
    floor: Mapping[str, str]


class Bench:
    """The two servers on one database, side by side."""

    def __init__(self, ours_: Server, floor: Server, prepared: Prepared, rounds: int) -> None:
        self.ours, self.floor, self.rounds = ours_, floor, rounds
        self.prepared, self.draft, self.booking = prepared, prepared.draft, prepared.booking

    def compare(self, mine: Request, theirs: Request, *, each: int = 40) -> tuple[Figures, Figures]:
        sides = {"ours": (self.ours, mine), "floor": (self.floor, theirs)}
        found = measure(sides, rounds=self.rounds, each=each)
        return found["ours"], found["floor"]


@contextmanager
def side_by_side(name: str, rounds: int) -> Iterator[Bench]:
    """Start both applications on SQLite or PostgreSQL, each with a database of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="clinic-bench-")))
        mine, theirs = f"sqlite:///{folder}/ours.sqlite3", f"sqlite:///{folder}/floor.sqlite3"
        if name == "PostgreSQL":
            mine = theirs = stack.enter_context(postgres())
        environment = clean(
            CLINIC_MODE="demo", LOG_LEVEL="ERROR", DATABASE_URL=mine, DJANGO_SETTINGS_MODULE="clinic.settings"
        )
        draft = ours.prepare(environment, ROOT)
        booking = diary.prepare(environment, ROOT)
        desk = board.prepare(environment, ROOT)
        templates = folder / "templates"
        templates.mkdir()
        for code in PAGES:
            (templates / f"{code}.html").write_text(ours.by_hand(code))
        for name, text in (("article", ours.ARTICLE), ("base", ours.BASE), ("loop", ours.LOOP)):
            (templates / f"{name}.html").write_text(text)
        floor = floor_environment(theirs, templates, draft)
        subprocess.run([sys.executable, "-m", "tests.benchmarks.floor"], env=floor, check=True)
        yield Bench(
            stack.enter_context(server("clinic.wsgi", environment, ROOT)),
            stack.enter_context(server("tests.benchmarks.floor", floor, ROOT)),
            Prepared(draft, booking, desk, environment, floor),
            rounds,
        )


def floor_environment(url: str, templates: Path, draft: ours.Draft) -> dict[str, str]:
    from clinic.demo.forms import HEALTHY

    without = {name: value for name, value in clean().items() if name != "DJANGO_SETTINGS_MODULE"}
    return {
        **without,
        "FLOOR_DATABASE_URL": url,
        "FLOOR_TEMPLATES": str(templates),
        "FLOOR_ANSWERS": json.dumps(dict(HEALTHY)),
        "FLOOR_ARTICLE": json.dumps(draft.finished),
    }


def p4(bench: Bench, database: str) -> None:
    """An intake POST with screening, against forty fields validated, sealed and written as one row."""
    form = {f"q{number}": "no" for number in range(40)} | {"csrfmiddlewaretoken": ours.CSRF}
    theirs = Request("POST", "/form/", f"csrftoken={ours.CSRF}", lambda _sent: form, expected=302)
    for name, (code, field, *values) in CHANGES.items():
        compared(f"P4 POST, {name}, {database}", *bench.compare(bench.draft.post(code, field, *values), theirs))


def p7(bench: Bench, database: str) -> None:
    """An intake page, against one row read and the same questions written out by hand."""
    for code in PAGES:
        theirs = Request("GET", f"/page/{code}/")
        compared(f"P7 page {code}, {database}", *bench.compare(bench.draft.page(code), theirs))


def p2(bench: Bench, database: str) -> None:
    """Twenty people, then two hundred, want one time at once: one has it, the others are told what is free next."""
    for people, aim, rounds in ((20, 100.0, 5), (200, 0.0, 1)):
        slowest, right = [], True
        for number in range(rounds):
            # Far from the times that P6 books.
            answers = bench.booking.at_once(bench.ours.port, 10_000 + 100 * number + people, people)
            right &= sorted(status for status, _took in answers) == [303] + [409] * (people - 1)
            slowest.append(max(took for status, took in answers if status == 409))
        took = statistics.median(slowest)
        told = f"≤ {aim:.0f} ms" if aim else "one has it"
        name = f"P2 slowest of {people} who want one time, {database}"
        row(name, f"{took:.0f} ms", "", told, right and (not aim or took <= aim))


def p5(bench: Bench, database: str) -> None:
    """The free times of a practitioner's day that is half full, against one row read by its key: both inside a process.

    The page that shows two weeks of them to somebody who is signed in is told beside it, against the same row over
    HTTP: it holds session, person, readiness and sixty lines of words as well.
    """
    about = {"kind": bench.booking.kind, "practitioner": bench.booking.practitioner, "day": bench.booking.half}
    with (
        inside("slots", bench.prepared.ours, ROOT, **about) as mine,
        inside("one", bench.prepared.floor, ROOT) as theirs,
    ):
        mine.measure(), theirs.measure()
        pairs = [(mine.measure(), theirs.measure()) for _round in range(bench.rounds)]
    figures = [
        Figures([clock for clock, _cpu in side], [cpu for _clock, cpu in side]) for side in zip(*pairs, strict=True)
    ]
    compared(f"P5 free times of a day, inside, {database}", *figures, aim=2.2)
    page = bench.compare(bench.booking.page(), Request("GET", "/one/"))
    compared(f"P5 the whole page of times, {database}", *page)


def p6(bench: Bench, database: str) -> None:
    """A booking, against lock, overlap check and insert; and a whole one with the page behind it, in milliseconds."""
    theirs = Request(
        "POST",
        "/book/",
        f"csrftoken={ours.CSRF}",
        lambda sent: {"start": 2_000_000_000 + 900 * sent, "csrfmiddlewaretoken": ours.CSRF},
        expected=302,
    )
    compared(f"P6 booking POST, {database}", *bench.compare(bench.booking.booking(), theirs))
    send = peers.whole(bench.booking, after=WHOLE_FROM)
    whole = [send(bench.ours.port) for _n in range(10 * bench.rounds)]
    row(f"P6 whole booking, four requests, {database}", f"{statistics.median(whole):.1f} ms", "", "", None)


def p8(bench: Bench, database: str) -> None:
    """The desk's day and week, against one template with a loop over as many visits."""
    for name, mine, visits, aim in (
        ("day", bench.prepared.desk.day(), board.A_DAY, 20),
        ("week", bench.prepared.desk.week(), board.A_WEEK, 8),
    ):
        theirs = Request("GET", f"/loop/{visits}/")
        compared(f"P8 desk's {name} of {visits} visits, {database}", *bench.compare(mine, theirs), aim=aim)


def p9(bench: Bench, database: str) -> None:
    """An article: asked for again, against a constant page; and whole, against one row read and one template.

    Ours is drawn once for an edition and a release and then remembered; the floor reads and draws each time.
    """
    path = bench.draft.article
    again = {"If-None-Match": tag_of(path, bench.ours.port)}
    mine = Request("GET", path, headers=again, expected=304)
    compared(f"P9 article, 304 by its tag, {database}", *bench.compare(mine, Request("GET", "/constant/")), aim=1.5)
    drawn = bench.compare(Request("GET", path), Request("GET", "/article/"))
    compared(f"P9 article, whole page, {database}", *drawn, aim=1.3)


def p10(*, seconds: float) -> None:
    """The rules on one core: absolute aims, beside what 2.1 would do in the same run."""
    for name, with_list, aim in (
        ("P10 complete intakes a second", False, 5000),
        ("P10 the same with 300 letters of medicines", True, 500),
    ):
        found = rules.intakes_a_second(seconds=seconds, with_list=with_list)
        before = rules.of_2_1(seconds=seconds / 4, with_list=with_list)
        row(name, f"{found:,.0f}", f"2.1: {before:,.0f}", f"≥ {aim:,}", found >= aim)


def p12(bench: Bench, *, requests: int) -> None:
    """Memory of two workers and their master: after the start, and after many requests."""
    pages = [Request("GET", "/"), bench.draft.page("safety_legs"), bench.draft.post(*CHANGES["an ordinary screen"])]
    for page in pages * 20:
        page.send(bench.ours.port)
    before = bench.ours.megabytes()
    row("P12 memory after the start (PSS)", f"{before:.0f} MB", "", "≤ 170 MB", before <= 170)
    for number in range(requests):
        pages[number % len(pages)].send(bench.ours.port)
        if sys.stderr.isatty() and number % 500 == 0:
            print(f"\r  {number:,} of {requests:,} requests", end="\r", file=sys.stderr, flush=True)
    growth = (bench.ours.megabytes() / before - 1) * 100
    row(f"P12 growth over {requests:,} requests", f"{growth:.1f} %", "", "< 5 %", growth < 5)


def p13() -> None:
    """Starting: the seconds of CPU until Django is ready, and of the system checks. Medians of three."""
    for name, arguments, aim in (("django.setup()", start.SETUP, 1.0), ("manage.py check", start.CHECK, 1.5)):
        took = start.seconds(arguments, ROOT)
        row(f"P13 {name}", f"{took:.2f} s", "", f"≤ {aim} s", took <= aim)


def growth(database: str, *, sizes: tuple[int, int], rounds: int, wanted: set[str]) -> None:
    """P3 and P14: the same pages of a small clinic and of a large one, side by side."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="clinic-bench-")))
        servers, pages = [], []
        for size in sizes:
            url = f"sqlite:///{folder}/crowd{size}.sqlite3"
            if database == "PostgreSQL":
                url = stack.enter_context(postgres())
            environment = clean(
                CLINIC_MODE="demo", LOG_LEVEL="ERROR", DATABASE_URL=url, DJANGO_SETTINGS_MODULE="clinic.settings"
            )
            pages.append(crowd.prepare(environment, ROOT, size).pages())
            servers.append(stack.enter_context(server("clinic.wsgi", environment, ROOT)))
        for name in pages[0]:
            if name.split()[0] in wanted:
                sides = {"large": (servers[1], pages[1][name]), "small": (servers[0], pages[0][name])}
                found = measure(sides, rounds=rounds, each=10)
                compared(f"{name}, {sizes[1]:,} ÷ {sizes[0]:,}, {database}", found["large"], found["small"], aim=1.3)


def compared(name: str, mine: Figures, floor: Figures, *, aim: float | None = None) -> None:
    """Print one comparison; without an aim the ratio is told, for what is aimed at peers and not at a floor."""
    ratio = mine.p50 / floor.p50
    cpu = f"{mine.cpu_ms:.2f} / {floor.cpu_ms:.2f} = {mine.cpu_ms / floor.cpu_ms:.2f}"
    said, reached = ("", None) if aim is None else (f"≤ {aim}", ratio <= aim)
    row(name, f"{mine.p50:.2f} ms", f"{floor.p50:.2f} ms", said, reached, ratio=f"{ratio:.2f}", cpu=cpu)


def row(name: str, mine: str, floor: str, aim: str, reached: bool | None, *, ratio: str = "", cpu: str = "") -> None:
    verdict = {True: "reached", False: "missed", None: ""}[reached]
    say(f"{name:<58} {mine:>10} {floor:>10} {ratio:>6}  {aim:<9} {verdict:<8} {cpu}")


def say(words: str) -> None:
    print(words, flush=True)


def main(arguments: list[str]) -> int:
    quick = "--quick" in arguments
    wanted = {argument for argument in arguments if argument != "--quick"} or {
        *SIDE_BY_SIDE,
        *GROWTH,
        "P10",
        "P12",
        "P13",
    }
    os.chdir(ROOT)
    say(f"Medians of {3 if quick else 15} alternating rounds, one client, gunicorn with two sync workers.\n")
    say(f"{'':<58} {'ours':>10} {'floor':>10} {'ratio':>6}  {'aim':<9} {'':<8} CPU ms a request: ours / floor")
    if "P10" in wanted:
        p10(seconds=1 if quick else 5)
    if "P13" in wanted:
        p13()
    for database in ("SQLite", "PostgreSQL"):
        if wanted & GROWTH:
            try:
                sizes = QUICK if quick else SIZES[database]
                growth(database, sizes=sizes, rounds=3 if quick else 15, wanted=wanted)
            except NoPostgresError as why:
                say(f"PostgreSQL is left out: {why}.")
        if not wanted & SIDE_BY_SIDE and (database == "PostgreSQL" or "P12" not in wanted):
            continue
        try:
            with side_by_side(database, 3 if quick else 15) as bench:
                for name, run in (("P7", p7), ("P9", p9), ("P4", p4), ("P8", p8), ("P5", p5), ("P6", p6), ("P2", p2)):
                    if name in wanted:
                        run(bench, database)
                if os.environ.get("PEERS") and wanted & peers.AIMS.keys():
                    with peers.running(ROOT, on_postgres=database == "PostgreSQL") as peer:
                        for name, number, *sides in peers.pairs(bench, peer, PAGES):
                            if number in wanted:
                                figures = peers.alternate(*sides, rounds=bench.rounds)
                                compared(f"{name}, {database}", *figures, aim=peers.AIMS[number])
                if "P12" in wanted and database == "SQLite":
                    p12(bench, requests=2_000 if quick else 20_000)
        except NoPostgresError as why:
            say(f"PostgreSQL is left out: {why}.")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped. Nothing was left behind.")
        sys.exit(130)
