"""The clinic as it stands behind a proxy that speaks TLS, for a browser on this machine that does not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clinic.wsgi import application as clinic

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Say what the proxy would say of the browser, and ask the clinic."""
    environ["HTTP_X_FORWARDED_PROTO"] = "https"
    environ["HTTP_X_FORWARDED_FOR"] = "127.0.0.1"
    return clinic(environ, start_response)
