"""The words on screen: python -m tests.support.words finds old words in what people read, and says what to write.

Reads the visible text of templates, the strings of Python that go through gettext or name a field, the articles of
the library and the words of the demo clinic. Code, comments, addresses and class names may hold any word.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent.parent
ROOMS = ("clinic", "intake", "education")

# Folders whose words are still to be written anew; the list only shrinks.
TO_DO: tuple[str, ...] = ()
# These are in TO_DO's folders and done.
DONE: tuple[str, ...] = ()

# Old word (a pattern, any case) and what to write.
BANNED = {
    r"diar(?:y|ies)": "schedule",
    r"visitors['’] book|\bthe book\b": "audit log",
    r"(?:the|this|that|these|our|no|see|read|send|kind of) letters?(?! (?:of|from|to|after|and digits)\b)": "email",
    r"\A\W*letters?\W*\Z": "emails",
    r"e-mail\w*": "email",
    r"kinds? of visits?": "visit type",
    r"licen[c]e\w*": "license",
    r"\w*colour\w*": "color",
    r"cancell(?:ed|ing)": "canceled, canceling",
    r"(?:recogni|organi|apologi|minimi|hospitali|sterili|randomi)s(?:e|ed|es|ing|ation)": "-ize, -ized",
    r"\w*(?:favour|behaviour|tumour|neighbour|labour)\w*": "-or",
    r"(?:centre|metre|centimetre|kilometre|fibre)s?": "-er",
    r"programmes?": "program",
    r"practis(?:e|ed|es|ing)": "practice",
    r"(?:labell|travell)(?:ed|ing)": "labeled, traveled",
    r"(?:oedema|anaesthe\w+|haem\w+|paediatr\w+|diarrhoea|oesophag\w+)": "edema, anesthe-, hem-, pediatr-, diarrhea",
    r"grey": "gray",
    r"whilst|fortnight|for ever": "while, two weeks, forever",
    r"toilets?": "restroom",
    r"trams?": "Metro",
    r"in the yard": "in the parking lot",
    r"junk mail": "spam folder",
    r"drips?": "IV",
    r"spine shots?": "spine injection",
    r"light-?headed\w*": "dizzy",
    r"feel(?:s|ing)? ill": "feel sick",
    r"short breath": "shortness of breath",
    r"in several goes": "in parts",
    r"newcomers?": "new patient",
    r"go(?:es|ing)? on\b(?= (?:with|later|where|another|from)\b)|\Ago on": "continue",
    r"the paper['’]s": "paperwork",
    r"have at hand": "have ready",
    r"(?:some|any)body|who(?:m)?ever": "someone, anyone",
    r"any more(?=\W*\Z|[.!?])": "no longer",
    r"periodic jobs?|went well|last trouble|number of this request": "background task, OK, last error, error ID",
    r"show me the way": "get directions",
    r"risk sheet": "risks of acupuncture",
    r"rules of booking": "booking rules",
    r"\A\W*your work\W*\Z": "home",
}
_BANNED = [(re.compile(rf"(?<!\w)(?:{old})(?!\w)", re.IGNORECASE), new) for old, new in BANNED.items()]

_GETTEXT = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
_NAMED = {"verbose_name", "verbose_name_plural", "help_text", "label", "short_description"}
_COMMENT = re.compile(r"{%\s*comment\b.*?endcomment\s*%}|{#.*?#}|<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL)
_TRANSLATED = re.compile(r"{%\s*(?:translate|trans)\s+(\"[^\"]*\"|'[^']*')")
_ATTRIBUTE = re.compile(r"\b(?:alt|title|aria-label|placeholder|data-label)=\"([^\"{]+)\"")
_TAG = re.compile(r"{%.*?%}|{{.*?}}|%\(\w+\)[a-z]", re.DOTALL)
_ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Finding:
    """An old word in a text, and what to write instead."""

    place: str
    word: str
    instead: str

    def __str__(self) -> str:
        return f"{self.place}: “{self.word}” is an old word, write: {self.instead}"


def old_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each old word in a text with what to write instead; names in placeholders are no words."""
    plain = " ".join(_TAG.sub(" ", text).split())
    for pattern, instead in _BANNED:
        for match in pattern.finditer(plain):
            yield match.group(), instead


def texts_of_template(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each piece of a template that a person reads."""
    source = _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), source)
    for pattern in (_TRANSLATED, _ATTRIBUTE):
        for match in pattern.finditer(source):
            yield source.count("\n", 0, match.start()) + 1, match.group(1).strip("\"'")
    blank = _ELEMENT.sub(_newlines, _TAG.sub(_newlines, source))
    for number, line in enumerate(blank.splitlines(), start=1):
        if line.strip():
            yield number, line


def _newlines(match: re.Match[str]) -> str:
    return " " + "\n" * match.group().count("\n")


def texts_of_python(source: str, *, all_of_it: bool = False) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string that gettext or a field's name takes; with `all_of_it` of every string."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _GETTEXT:
            yield from _strings(node.args)
        elif isinstance(node, ast.keyword) and node.arg in _NAMED:
            yield from _strings([node.value])
    if all_of_it:
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        # What has no space may be a code or an address: only a sentence is surely read by people.
        others = _strings([node for node in ast.walk(tree) if id(node) not in docstrings])
        yield from ((line, text) for line, text in others if " " in text)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _strings(nodes: Sequence[ast.AST]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def texts_of_toml(source: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of an article; the titles of the works it cites are their authors' words."""
    yield from ((0, text) for text in _values(tomllib.loads(source)))


def _values(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"references", "rule_codes", "slug", "related", "topics"}:
                yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)


def texts_of(path: Path, name: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of what a person reads of a file."""
    source = path.read_text()
    if path.suffix == ".py":
        return texts_of_python(source, all_of_it=name.startswith("clinic/demo/"))
    return texts_of_toml(source) if path.suffix == ".toml" else texts_of_template(source)


def files(base: Path = BASE) -> Iterator[Path]:
    """Yield every file that holds words on screen; migrations repeat those of the models."""
    yield from sorted(path for path in (base / "templates").rglob("*") if path.suffix in {".html", ".txt"})
    yield from sorted(path for path in (base / "education/library").glob("*.toml") if path.stem != "references")
    for room in ROOMS:
        yield from sorted(path for path in (base / room).rglob("*.py") if "migrations" not in path.parts)


def is_to_do(name: str) -> bool:
    """Return whether a file's words are still to be written anew."""
    return _within(name, TO_DO) and not _within(name, DONE)


def _within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}/") for place in places)


def findings(base: Path = BASE) -> list[Finding]:
    """Return the old words in every file that is done."""
    result = []
    for path in files(base):
        name = path.relative_to(base).as_posix()
        if not is_to_do(name):
            result += [
                Finding(f"{name}:{line}" if line else name, word, instead)
                for line, text in dict.fromkeys(texts_of(path, name))
                for word, instead in old_words(text)
            ]
    return list(dict.fromkeys(result))


def main() -> int:
    found = findings()
    sys.stdout.write("".join(f"{finding}\n" for finding in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
