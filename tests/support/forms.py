"""A page's forms as a browser without scripts sees them: where they go, what they carry, filled in and sent."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client

TOKEN = "csrfmiddlewaretoken"


@dataclass
class Form:
    """One form: its method and address, and the values it would send as it stands."""

    method: str
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(said.get("method", "get").lower(), said.get("action", "")))
            self.inside = True
        elif tag == "a" and "href" in said:
            self.links.append(said["href"])
        elif tag in {"input", "select", "textarea"} and self.inside and said.get("name"):
            form = self.forms[-1]
            form.names.add(said["name"])
            if tag == "input" and said.get("type") not in {"radio", "checkbox", "submit"}:
                form.fields[said["name"]] = said.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False


def forms_of(page: str) -> list[Form]:
    """Return every form of a page."""
    return _read(page).forms


def links_of(page: str, *, at: str) -> list[str]:
    """Return the addresses on this site that a page links to, without their anchors."""
    found = [urljoin(at, link).partition("#")[0] for link in _read(page).links]
    return [link for link in found if link and not urlsplit(link).netloc and not urlsplit(link).scheme]


def send(client: Client, response: Any, *, having: str, **typed: str) -> Any:
    """Fill in the form that has a field of that name, with what it carries itself, and send it where it says."""
    form = next(form for form in forms_of(response.text) if having in form.names and form.method == "post")
    at = response.request["PATH_INFO"]
    return client.post(urljoin(at, form.action), form.fields | typed, follow=True)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader
