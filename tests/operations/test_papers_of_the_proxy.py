"""The proxy as docs/operations.md writes it, run on this machine: what it passes on, and what it says alone.

Wants nginx and openssl of the machine, so it runs in the battery alone.
"""

import http.client
import os
import re
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.core.management import call_command

from clinic.site_settings import services as site_settings
from tests.benchmarks.servers import free_port, wait_for

pytestmark = [pytest.mark.battery, pytest.mark.django_db]
FRAME = """
{user}
daemon off;
pid {here}/nginx.pid;
error_log {here}/error.log;
events {{}}
http {{
{temporary}
{block}
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@contextmanager
def clinic_behind() -> Iterator[tuple[ThreadingHTTPServer, list[dict[str, str]]]]:
    """Stand where gunicorn stands: answer 503 with words of our own, and remember the headers that came."""
    came: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(503)
            self.end_headers()
            self.wfile.write(b"what was typed")

        def log_message(self, format: str, *args: object) -> None:
            """Nothing to say."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, came
        server.shutdown()


def ask(port: int, path: str, more: Mapping[str, str], *, trusts: Path | None) -> tuple[int, dict[str, str], str]:
    """Ask the proxy, as the world does; over TLS where there is a certificate to trust."""
    connection: http.client.HTTPConnection
    if trusts:
        context = ssl.create_default_context(cafile=trusts)
        context.check_hostname = False
        connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=20, context=context)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={"Host": "clinic.example", **more})
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read().decode()
    finally:
        connection.close()


def test_the_proxy_of_the_papers(root: Path, tmp_path: Path) -> None:
    nginx, openssl = shutil.which("nginx") or "/usr/sbin/nginx", shutil.which("openssl")
    if not Path(nginx).exists() or openssl is None:
        pytest.skip("nginx or openssl is not on this machine: the proxy of the papers was not tried")
    (block,) = re.findall(r"^```nginx\n(.*?)^```", (root / "docs/operations.md").read_text(), re.MULTILINE | re.DOTALL)
    clinic = site_settings.current()
    clinic.name, clinic.phone, clinic.phone_tel = "Lantern Street", "213-555-0142", "+12135550142"
    clinic.save()
    call_command("offline_page", tmp_path / "offline.html", verbosity=0)
    key = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=clinic.example", "-days", "1")
    where = ("-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem"))
    subprocess.run([openssl, *key, *where], check=True, capture_output=True)
    plain, secure, mine = free_port(), free_port(), tmp_path / "fullchain.pem"
    with clinic_behind() as (behind, came):
        changes = {
            "listen 80 default_server": f"listen 127.0.0.1:{plain} default_server",
            "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
            "/etc/letsencrypt/live/clinic.example": str(tmp_path),
            "root /srv/clinic;": f"root {tmp_path};",
            "127.0.0.1:8000": f"127.0.0.1:{behind.server_address[1]}",
        }
        for before, after in changes.items():
            assert before in block, before
            block = block.replace(before, after)
        temporary = "\n".join(f"{name}_temp_path {tmp_path}/{name};" for name in TEMPORARY)
        (tmp_path / "nginx.conf").write_text(
            FRAME.format(
                here=tmp_path, user="user root;" if os.geteuid() == 0 else "", temporary=temporary, block=block
            )
        )
        process = subprocess.Popen([nginx, "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)])
        try:
            wait_for(secure, process)
            status, headers, _page = ask(plain, "/visits/?a=b", {}, trusts=None)
            assert (status, headers["Location"]) == (301, "https://clinic.example/visits/?a=b")
            assert ask(secure, "/metrics", {}, trusts=mine)[0] == 404
            assert came == []
            spoofed = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "http"}
            status, _headers, page = ask(secure, "/visits/", spoofed, trusts=mine)
            assert (status, page) == (503, "what was typed")  # the clinic's own page passes as it is
            told = {name: came[0][name] for name in ("host", "x-forwarded-for", "x-forwarded-proto")}
            assert told == {"host": "clinic.example", "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "https"}
            behind.shutdown()
            behind.server_close()
            status, headers, page = ask(secure, "/visits/", {}, trusts=mine)
            assert (status, headers["Retry-After"]) == (502, "60")
            assert "213-555-0142" in page
            assert "911" in page
        finally:
            process.terminate()
            process.wait(20)
