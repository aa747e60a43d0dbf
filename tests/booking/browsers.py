"""Many people at their browsers: real requests to a real web server, real forms, each with cookies of their own."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin

from django.conf import settings

from clinic.accounts.models import User
from tests.support.cast import sign_in
from tests.support.forms import Form, forms_of

# Nobody waits longer for a page; a server that needs more than this has failed.
PATIENCE = 60
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    location: str
    text: str

    def form(self, having: str) -> Form:
        """Return the form that has a field of that name and is sent."""
        return next(form for form in forms_of(self.text) if having in form.names and form.method == "post")

    def choices(self, name: str) -> list[str]:
        """Return the values of the radio buttons of that name."""
        return re.findall(rf'<input type="radio" name="{name}" value="([^"]*)"', self.text)


@dataclass
class Browser:
    """Somebody's browser, without scripts: it keeps cookies, opens pages and sends forms."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, user: User, port: int) -> "Browser":
        """Return a browser in which somebody has signed in: patients by code, staff with both factors."""
        session = sign_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        return cls(port, {settings.SESSION_COOKIE_NAME: session})

    def open(self, path: str) -> Answer:
        return self._ask("GET", path)

    def send(self, at: str, form: Form, /, **chosen: str) -> Answer:
        """Send a form that stood on the page `at`, with what it carries itself and what was chosen in it."""
        return self._ask("POST", urljoin(at, form.action), form.fields | chosen)

    def _ask(self, method: str, path: str, fields: Mapping[str, str] | None = None) -> Answer:
        headers = {"Host": f"localhost:{self.port}"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if fields is not None:
            headers |= {"Content-Type": FORM, "Origin": f"http://localhost:{self.port}"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, urlencode(fields) if fields is not None else None, headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie", []):
            name, _is, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers.get("Location", ""), text)
