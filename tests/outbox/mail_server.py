"""A mail server of the tests' own: it counts what it took, and can be as awkward as real ones."""

from __future__ import annotations

import email
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message


@dataclass
class MailServer:
    """`taken` are the mails it took; the rest is how it behaves."""

    port: int = 0
    taken: list[Message] = field(default_factory=list)
    answer_to_recipient: str = "250 ok"
    answer_to_data: str = "250 taken"
    close_after_data: bool = False  # takes the mail and goes away without a word
    hangs: float = 0.0  # seconds before each greeting
    ponders: float = 0.0  # seconds after it took a mail, before it says so

    @property
    def ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.taken]


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a mail server on a free port of this machine while the block runs."""
    state = MailServer()

    class Conversation(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

        def handle(self) -> None:
            time.sleep(state.hangs)
            self.say("220 here")
            while line := self.rfile.readline().decode().strip():
                word = line.split()[0].upper()
                if word == "QUIT":
                    return self.say("221 bye")
                if word == "DATA":
                    if self.take_mail():
                        return None
                elif word == "RCPT":
                    self.say(state.answer_to_recipient)
                else:
                    self.say("250 ok")
            return None

        def take_mail(self) -> bool:
            """Read one mail; return whether to go away without a word."""
            self.say("354 go on")
            lines: list[bytes] = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line)
            if state.answer_to_data.startswith("2"):
                state.taken.append(email.message_from_bytes(b"".join(lines)))
                time.sleep(state.ponders)
            if not state.close_after_data:
                self.say(state.answer_to_data)
            return state.close_after_data

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that was killed in the middle is no news here."""

    with Server(("127.0.0.1", 0), Conversation) as server:
        state.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield state
        finally:
            server.shutdown()
