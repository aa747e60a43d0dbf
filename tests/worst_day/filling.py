"""A form as a browser without scripts holds it, and how somebody fills it in: every field that takes something gets
something.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

from tests.support.forms import TOKEN

type_pairs = list[tuple[str, str]]
# What is typed into a field that takes any words, and into those that take a kind of them.
WORDS = "Typed while the database was away, and not a word less"
TYPED = {
    "email": "typed@example.com",
    "tel": "213-555-0188",
    "date": "2026-03-20",
    "time": "10:00",
    "number": "7",
    "url": "https://example.com/",
}
NOT_SENT = frozenset({"submit", "button", "image", "reset", "file"})


@dataclass
class Field:
    """One name of a form: what it holds as it stands, and what may be chosen or typed."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    most: int = 0


@dataclass
class WholeForm:
    """One form of a page: where it goes, its fields, and its buttons that have a name."""

    method: str
    action: str
    fields: dict[str, Field] = field(default_factory=dict)
    buttons: type_pairs = field(default_factory=list)

    def as_it_stands(self) -> type_pairs:
        """Return what a browser sends when nobody touches anything."""
        return [(each.name, value) for each in self.fields.values() for value in each.values if each.name != TOKEN]

    def filled_in(self) -> type_pairs:
        """Return what a browser sends when every field that was empty has got something, and the first button that says
        something is pressed.
        """
        told = [
            (each.name, value)
            for each in self.fields.values()
            if each.name != TOKEN
            for value in ([value for value in each.values if value] or _something(each))
        ]
        return told + self.buttons[:1]


def _something(each: Field) -> list[str]:
    if each.kind in {"radio", "checkbox", "select"}:
        return [choice for choice in each.choices if choice][:1]
    if each.kind == "hidden":
        return each.values
    text = TYPED.get(each.kind, WORDS)
    return [text[: each.most] if each.most else text]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[WholeForm] = []
        self.open: WholeForm | None = None
        self.chooser: Field | None = None
        self.writing: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = WholeForm(said.get("method", "get").lower(), said.get("action", ""))
            self.forms.append(self.open)
        if tag == "button" and self.open is not None and said.get("formaction"):
            # A button that sends the form somewhere else: a form of its own, which shares the fields.
            told = [(said["name"], said.get("value", ""))] if said.get("name") else []
            self.forms.append(
                WholeForm(said.get("formmethod", self.open.method), said["formaction"], self.open.fields, told)
            )
            return
        if tag == "option" and self.chooser is not None:
            self._option(said)
            return
        if self.open is None or not said.get("name") or "disabled" in said:
            return
        kind = said.get("type", "text").lower() if tag == "input" else tag
        if tag == "button" and said.get("type", "submit") == "submit":
            self.open.buttons.append((said["name"], said.get("value", "")))
        elif tag in {"input", "select", "textarea"} and kind not in NOT_SENT:
            self._field(said, kind)

    def _field(self, said: dict[str, str], kind: str) -> None:
        assert self.open is not None
        most = int(said["maxlength"]) if said.get("maxlength", "").isdigit() else 0
        found = self.open.fields.setdefault(said["name"], Field(said["name"], kind, most=most))
        if kind in {"radio", "checkbox"}:
            found.choices.append(said.get("value", "on"))
            if "checked" in said:
                found.values.append(said.get("value", "on"))
        elif kind == "select":
            self.chooser = found
        elif kind == "textarea":
            self.writing = found
            found.values.append("")
        else:
            found.values.append(said.get("value", ""))

    def _option(self, said: dict[str, str]) -> None:
        assert self.chooser is not None
        self.chooser.choices.append(said.get("value", ""))
        if "selected" in said:
            self.chooser.values.append(said.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self.writing is not None:
            self.writing.values[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select":
            if self.chooser is not None and not self.chooser.values:
                self.chooser.values += self.chooser.choices[:1]
            self.chooser = None
        elif tag == "textarea" and self.writing is not None:
            # A browser drops the first line's end of a text area.
            self.writing.values[-1] = self.writing.values[-1].removeprefix("\n")
            self.writing = None


def whole_forms(page: str, *, at: str) -> list[WholeForm]:
    """Return every form of a page that is sent, with the address it goes to."""
    reader = _Reader()
    reader.feed(page)
    for form in reader.forms:
        form.action = urljoin(at, form.action or at)
    return [form for form in reader.forms if form.method == "post"]
