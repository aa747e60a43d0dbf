"""What the house holds itself to and no other tool knows: python -m tests.support.house

No HTML in Python, no date written beside clinic.formatting, and no module name for two things. Exceptions are listed
with their reason and only ever shrink: one that is needed no longer fails as well.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("clinic", "intake", "education")
WRITERS = {"format_html", "format_html_join", "mark_safe"}
TAG = re.compile(
    r"</?(?:a|b|br|div|dd|dl|dt|em|fieldset|h[1-6]|i|input|label|li|mark|ol|p|small|span|strong|t[dhr]|ul)\b"
)
# What writes a date or a time for people. `|date:"Y-m-d"` and `|date:"c"` write it for machines.
WRITES_DATES = re.compile(
    r'\b(?:date_format|time_format|strftime)\b|:%[aAbBdHImpxXc]\b|\|(?:date|time)\b(?!:"(?:Y-m-d|c)")'
    # A date put together from its parts, a date of machines in a sentence, and a visit without its weekday.
    r'|"[/.-]"\.join\(.*"(?:month|day)"|\b_\(\s*"[^"]*\b\d{4}-\d\d-\d\d\b|\bshort_moment\([^)]*(?:visit_at|starts_at)\b'
)
HTML = {
    "education/markdown.py": "turns Markdown into HTML",
    "education/article_page.py": "numbers the citations in it",
    "education/structured.py": "JSON inside a script element",
}
# Names that every Django room or command has.
FURNITURE = {
    "__init__",
    "__main__",
    "admin",
    "apps",
    "signals",
    "base",
    "checks",
    "conftest",
    "errors",
    "forms",
    "jobs",
    "letters",
    "listeners",
    "middleware",
    "models",
    "pages",
    "querysets",
    "services",
    "urls",
    "views",
}
# A file in one of these folders is named for its noun, and its noun may have a file in the next folder too.
FOLDERS = {
    "admin",
    "check_in",
    "commands",
    "conditions",
    "formats",
    "lexicon",
    "models",
    "new_patient",
    "rules",
    "services",
    "templatetags",
    "views",
    "visit_update",
}
# Classes that every room or command has, and constants of the questions that are written as classes.
CLASS_FURNITURE = {"Command", "Migration"}


def html_in(source: str) -> list[int]:
    """Return the lines of a module on which HTML is written."""
    tree = ast.parse(source)
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings say what they like
    found = [node for node in ast.walk(tree) if id(node) not in texts]
    return sorted({node.lineno for node in found if isinstance(node, ast.Constant | ast.alias) and _is_html(node)})


def _is_html(node: ast.Constant | ast.alias) -> bool:
    if isinstance(node, ast.alias):
        return node.name in WRITERS
    return isinstance(node.value, str) and bool(TAG.search(node.value))


def modules() -> Iterator[Path]:
    """Return the product's modules, without migrations."""
    for room in ROOMS:
        yield from (path for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts)


def html_problems() -> Iterator[str]:
    for path in modules():
        name, lines = path.relative_to(ROOT).as_posix(), html_in(path.read_text())
        if lines and name not in HTML:
            yield f"{name}: HTML in Python, line {', '.join(map(str, lines))}: write it in a template"
        if name in HTML and not lines:
            yield f"{name} holds no HTML any more: take it off the list in {Path(__file__).name}"


def dates_in(source: str) -> list[int]:
    """Return the lines of a module or a template on which a date is written for people."""
    return [number for number, line in enumerate(source.splitlines(), 1) if WRITES_DATES.search(line)]


def date_problems() -> Iterator[str]:
    for path in (*modules(), *sorted((ROOT / "templates").rglob("*.*"))):
        name, lines = path.relative_to(ROOT).as_posix(), dates_in(path.read_text())
        if lines:
            yield f"{name}: a date written in its own way, line {', '.join(map(str, lines))}: use clinic.formatting"


def name_problems() -> Iterator[str]:
    """One name means one thing: modules and public classes that two rooms call alike."""
    names = Counter(
        path.stem
        for path in modules()
        if path.stem not in FURNITURE and not FOLDERS.intersection(path.relative_to(ROOT).parts[:-1])
    )
    yield from (f"{name}.py: two modules of one name" for name in sorted(names) if names[name] > 1)
    classes = Counter(name for path in modules() for name in _classes(path))
    twice = (name for name in sorted(classes) if classes[name] > 1 and name not in CLASS_FURNITURE)
    yield from (f"class {name}: two classes of one name" for name in twice)


def _classes(path: Path) -> list[str]:
    tree = ast.parse(path.read_text())
    return [node.name for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


def main() -> int:
    problems = [*html_problems(), *date_problems(), *name_problems()]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
