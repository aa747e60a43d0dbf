"""A server that speaks Twilio's words on this machine: it counts what it took, and can be as awkward as a real one."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

ACCOUNT, TOKEN, NUMBER = "AC00000000000000000000000000000000", "a-token-of-tests-only-0123456789", "+12135550199"


@dataclass(frozen=True)
class Taken:
    """One message it took: to whom, its words, where to report, and the name it gave it."""

    to: str
    text: str
    report_to: str
    sid: str

    @property
    def ref(self) -> str:
        """Our own name of the letter, as the address of the report says it."""
        return self.report_to.rstrip("/").rpartition("/")[2]


@dataclass
class TextServer:
    """`taken` are the messages it took; the rest is how it behaves."""

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    refuses: int = 0  # Twilio's error code, instead of taking a message
    fails: bool = False  # 503, as when it is overloaded
    silent: bool = False  # takes the message and goes away without a word
    silences: int = 0  # how many messages it took so: each comes a second time
    ponders: float = 0.0  # seconds after it took a message, before it says so

    @property
    def url(self) -> str:
        """The SMS_URL that leads here."""
        return f"twilio://{ACCOUNT}:{TOKEN}@127.0.0.1:{self.port}?from={NUMBER}"


@contextmanager
def text_server() -> Iterator[TextServer]:
    """Run a server on a free port of this machine while the block runs."""
    state = TextServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            if state.fails:
                return self.answer(503, {"code": 20503, "message": "busy", "status": 503})
            if state.refuses:
                return self.answer(400, {"code": state.refuses, "message": "no", "status": 400})
            sid = f"SM{len(state.taken):032d}"
            state.taken.append(Taken(form["To"][0], form["Body"][0], form["StatusCallback"][0], sid))
            time.sleep(state.ponders)
            if state.silent:
                state.silences += 1
                return self.close_without_a_word()
            return self.answer(201, {"sid": sid, "status": "queued", "to": form["To"][0], "body": form["Body"][0]})

        def answer(self, status: int, said: dict[str, object]) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def close_without_a_word(self) -> None:
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Nothing to say."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that was killed in the middle is no news here."""

    with Server(("127.0.0.1", 0), Handler) as server:
        state.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield state
        finally:
            server.shutdown()
