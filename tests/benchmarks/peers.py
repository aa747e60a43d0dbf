"""The peers beside ours: installed once into var/peers, each with a database of its own, asked in turn with ours."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.benchmarks.diary import Diary
from tests.benchmarks.ours import CSRF, as_posted, questionnaire, screen_of
from tests.benchmarks.servers import Figures, Request, Server, server
from tests.support.postgres import postgres

PACKAGES = ("django-appointment==3.12.0", "django-formtools==2.7", "Django~=5.2.0", "gunicorn", "psycopg[binary]")
AIMS = {"P4": 2.5, "P5": 0.4, "P6": 0.35, "P7": 0.6}
ANSWERED = "history_devices"
# Of half an hour each, from eight to six.
A_DAY = 20
# Bookings by which the peer's figures and ours stay apart from those that other parts of the benchmark make.
OURS_FROM = 4_000
WIZARD = """<!DOCTYPE html><html lang="en"><head><title>Form</title></head><body><h1>{{ wizard.steps.step1 }}</h1>
<form method="post">{% csrf_token %}{{ wizard.management_form }}{{ wizard.form.as_div }}<button>Continue</button></form>
</body></html>"""

type_ask = Callable[[int], float]
type_side = tuple[Server, type_ask]


@dataclass
class Peer:
    """The running peers: who is signed in, and from which day there is time."""

    server: Server
    session: str
    first: date
    booked: int = 0
    answered: int = 0

    @property
    def cookies(self) -> str:
        return f"sessionid={self.session}; csrftoken={CSRF}"

    def screen(self, code: str) -> type_ask:
        """Open a screen of the wizard."""
        return Request("GET", f"/form/{code}/", self.cookies).send

    def answer(self, port: int) -> float:
        """Send a screen of the wizard."""
        self.answered += 1
        answers = as_posted(screen_of(ANSWERED)) | {"implants": ("none", "joint")[self.answered % 2]}
        fields = {f"{ANSWERED}-{name}": value for name, value in answers.items()}
        return self._post(f"/form/{ANSWERED}/", {"wizard-current_step": ANSWERED} | fields).send(port)

    def times(self, port: int) -> float:
        """The page of a service, and what it fetches: the times of one day."""
        day = self.first + timedelta(days=self.booked // A_DAY)
        slots = f"/appointment/ajax/available_slots/?selected_date={day}&staff_member=1&service_id=1"
        return sum(
            request.send(port)
            for request in (
                Request("GET", "/appointment/request/1/", self.cookies),
                Request("GET", slots, self.cookies, headers={"X-Requested-With": "XMLHttpRequest"}),
            )
        )

    def book(self, port: int) -> float:
        """A whole booking as its pages walk it, with the page behind it."""
        took = self.times(port)
        days, place = divmod(self.booked, A_DAY)
        start = datetime(2000, 1, 1, 8) + timedelta(minutes=30 * place)
        self.booked += 1
        chosen = {
            "date": self.first + timedelta(days=days),
            "start_time": f"{start:%H:%M}",
            "end_time": f"{start + timedelta(minutes=30):%H:%M}",
            "service": 1,
            "staff_member": 1,
        }
        about = {"name": "Ana Ejemplo", "email": "ana@example.com", "phone_0": "US", "phone_1": "2135550100"}
        about |= {"address": "12 Lantern Street", "additional_info": "", "payment_type": "full"}
        submit = self._post("/appointment/request-submit/", chosen)
        took += submit.send(port) + Request("GET", submit.led_to, self.cookies).send(port)
        client = self._post(submit.led_to, about)
        took += client.send(port)
        return took + Request("GET", client.led_to, self.cookies).send(port)

    def _post(self, path: str, fields: dict[str, Any]) -> Request:
        form = fields | {"csrfmiddlewaretoken": CSRF}
        return Request("POST", path, self.cookies, lambda _sent: form, expected=302)


def whole(booking: Diary, *, after: int = OURS_FROM) -> type_ask:
    """Return how ours is booked, with the page behind it."""
    post = booking.booking(after=after)
    asked = (booking.kinds(), booking.page(), post, booking.visit(post))
    return lambda port: sum(request.send(port) for request in asked)


def pairs(bench: Any, peer: Peer, pages: Iterable[str]) -> Iterator[tuple[str, str, type_side, type_side]]:
    """Yield what is compared: its name, its number, how ours is asked, and how the peer is."""
    implants = bench.draft.post(ANSWERED, "implants", "none", "joint")
    for what, number, mine, theirs in (
        ("POST, an ordinary screen", "P4", implants.send, peer.answer),
        ("page of times", "P5", bench.booking.page().send, peer.times),
        ("whole booking", "P6", whole(bench.booking), peer.book),
        *((f"page {code}", "P7", bench.draft.page(code).send, peer.screen(code)) for code in pages),
    ):
        yield f"{number} {what}, beside its peer", number, (bench.ours, mine), (peer.server, theirs)


def alternate(mine: type_side, theirs: type_side, *, rounds: int) -> list[Figures]:
    """Ask both in turn; the first round only warms up."""
    found = [Figures(), Figures()]
    for number in range(rounds + 1):
        for figures, (asked, ask) in zip(found, (mine, theirs), strict=True):
            before = asked.cpu()
            times = [ask(asked.port) for _n in range(10)]
            if number:
                figures.times += times
                figures.cpu.append((asked.cpu() - before) * 100)
    return found


def bring(folder: Path) -> str:
    """Return the Python of the peers' virtual environment; it is made, and they are installed, the first time."""
    home = folder / "var" / "peers"
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        print("Installing the peers into var/peers.", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (home / "ready").touch()
    return str(python)


@contextmanager
def running(folder: Path, *, on_postgres: bool) -> Iterator[Peer]:
    """Start the peers on a database of their own."""
    python = bring(folder)
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="clinic-peers-")))
        (place / "wizard.html").write_text(WIZARD)
        url = stack.enter_context(postgres()) if on_postgres else f"sqlite:///{place}/peers.sqlite3"
        told = {
            "PATH": os.environ["PATH"],
            "PEER_DATABASE": json.dumps(database(url)),
            "PEER_SCREENS": json.dumps(screens()),
            "PEER_TEMPLATES": str(place),
        }
        command = [python, "-m", "tests.benchmarks.peer"]
        made = subprocess.run(command, env=told, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
        about = json.loads(made.stdout.splitlines()[-1])
        serving = stack.enter_context(server("tests.benchmarks.peer", told, folder, python=python))
        yield Peer(serving, about["session"], date.fromisoformat(about["first"]))


def screens() -> list[Any]:
    """Return our questionnaire as the wizard takes it."""
    return [
        [screen.code, [[q.code, q.kind.value, dict(q.labels) if q.choices else {}] for q in screen.questions]]
        for screen in questionnaire().main_screens
    ]


def database(url: str) -> dict[str, Any]:
    """Return Django's settings of a database, with the same pragmas and kept connections as ours."""
    if url.startswith("sqlite"):
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        name = url.removeprefix("sqlite:///")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options, "CONN_MAX_AGE": 60}
    parts = urlsplit(url)
    # The host of the address, or the folder of the socket that it names.
    host = parse_qs(parts.query).get("host", [parts.hostname or "localhost"])[0]
    found = {"ENGINE": "django.db.backends.postgresql", "NAME": parts.path.strip("/"), "CONN_MAX_AGE": 60}
    return found | {"USER": parts.username or "postgres", "HOST": host, "PORT": parts.port or ""}
