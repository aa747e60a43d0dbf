"""`make run`: prepare the demo clinic, then keep its web server and its worker running until Ctrl-C."""

import http.client
import os
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections
from django.utils import timezone

from clinic.demo import static_files
from clinic.demo.people import PASSWORD, STAFF
from clinic.demo.seed import seed
from clinic.demo.supervisor import Supervisor
from clinic.outbox import worker


class Command(BaseCommand):
    help = "Prepares the demo clinic and runs it: web server and worker, until Ctrl-C. Only in demo mode."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--prepare-only", action="store_true", help="make and seed the database, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo runs with CLINIC_MODE=demo only: start it with `make run`.")
        port = port_from(os.environ.get("PORT", "") or "8000")
        if not options["prepare_only"]:
            refuse_taken(port)
        try:
            self._prepare()
        except KeyboardInterrupt:
            self.stderr.write("\nStopped before the clinic opened; the next start continues from here.")
            sys.exit(130)
        if not options["prepare_only"]:
            connections.close_all()
            sys.exit(self._serve(port))

    def _prepare(self) -> None:
        self.stdout.write("Preparing the demo clinic …")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("roles", verbosity=0)
        if static_files.gather():
            self.stdout.write("Gathered the static files.")
        if seed(say=self.stdout.write):
            self.stdout.write("Invented its people and their forms.")
            self.stdout.write("Sending the messages of its weeks …")
            send_what_is_due()

    def _serve(self, port: int) -> int:
        supervisor = Supervisor(
            commands={
                "web server": [sys.executable, "-m", "gunicorn", "-c", "python:clinic.server", "clinic.wsgi"],
                "worker": [sys.executable, "manage.py", "worker"],
            },
            folder=settings.BASE_DIR,
            say=lambda sentence: self.stderr.write(sentence),
            when_ready=lambda: self._announced(port),
            environment={**os.environ, "BIND": f"127.0.0.1:{port}", "PYTHONUNBUFFERED": "1"},
        )
        code = supervisor.run()
        self.stdout.write("\nThe demo clinic is closed." if code == 0 else "")
        return code

    def _announced(self, port: int) -> bool:
        """Print the address and the sign-ins as soon as the site answers."""
        if not answers(port):
            return False
        self.stdout.write("\n".join(welcome(port)))
        self.stdout.flush()
        return True


def send_what_is_due() -> int:
    """Let the worker do all that the weeks have left: nobody at the desk is told that messages wait for days.

    Return how much it was.
    """
    total = 0
    while deeds := worker.run_once(now=timezone.now):
        total += deeds
    return total


def port_from(said: str) -> int:
    """Return PORT as a number, or say what is wrong with it."""
    if not said.isascii() or not said.isdigit() or not 0 < int(said) < 65536:
        raise CommandError(f"PORT must be a number from 1 to 65535, and it is {said!r}.")
    return int(said)


def refuse_taken(port: int) -> None:
    """One sentence instead of a server that cannot start."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise CommandError(f"Port {port} may not be used by you: try `PORT=8001 make run`.") from None
        except OSError:
            raise CommandError(
                f"Port {port} is already in use: stop what runs there, or try `PORT={port % 65535 + 1} make run`."
            ) from None


def answers(port: int) -> bool:
    """Whether the home page is served."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def welcome(port: int) -> list[str]:
    """Return the lines a newcomer needs: where it is, who can sign in, where the letters are."""
    site = f"http://localhost:{port}"
    return [
        "",
        f"The demo clinic is open: {site}",
        "",
        f"  Staff sign in at {site}/account/sign-in/ with the password  {PASSWORD}",
        *(f"    {person.email:<28} {person.name}, {person.says}" for person in STAFF),
        "",
        f"  Be a patient: {site}/intake/ with any invented email address.",
        f"  Every email the clinic sends, including sign-in codes: {site}/demo/letters/",
        "",
        "Everybody in it is invented. Do not enter anything real. Ctrl-C stops it.",
    ]
