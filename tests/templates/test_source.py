"""What no template and no static file may hold: anything inline, anything from another host, anything too heavy."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

BASE = Path(settings.BASE_DIR)
TEMPLATES = sorted(path for path in (BASE / "templates").rglob("*") if path.is_file())
PAGES = [path for path in TEMPLATES if path.suffix == ".html"]
STATIC = sorted(path for path in (BASE / "static").rglob("*") if path.is_file())


def name_of(path: Path) -> str:
    return str(path.relative_to(BASE))


def without_comments(source: str) -> str:
    return re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}|<!--.*?-->", "", source, flags=re.DOTALL)


def test_every_template_compiles() -> None:
    names = [str(path.relative_to(BASE / "templates")) for path in TEMPLATES]
    assert [get_template(name).template.name for name in names] == names  # type: ignore[attr-defined]  # the backend's own wrapper


# A document that is printed by a command or downloaded is a file of its own: it carries its look with it, and opens
# without this site.
DOCUMENTS = {
    BASE / "templates/intake/dossier/dossier.html",
    BASE / "templates/booking/record_document.html",
    BASE / "templates/transfer/form_document.html",
}


def inline(source: str) -> list[str]:
    """Return what a page holds inline: styles, handlers, addresses that are programs, and scripts."""
    found: list[str] = re.findall(
        r"\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*[\"']|javascript:", source, flags=re.IGNORECASE
    )
    scripts = re.findall(r"<script\b[^>]*>", source)
    return found + [tag for tag in scripts if "src=" not in tag and 'type="application/' not in tag]


def foreign(source: str) -> list[str]:
    """Return what a page or a file loads from another host, and what a style imports."""
    # A link is followed by who wants to; what a page loads, it loads for everybody.
    own_names = re.sub(r"xmlns(:\w+)?=[\"'][^\"']+[\"']|<a\b[^>]*>", "", source)
    loaded: list[str] = re.findall(r"(?:src|href|action|url)\s*[=(]\s*[\"']?(?:https?:)?//[^\s\"')]+", own_names)
    return loaded + re.findall(r"@import[^;]+;", source)


def test_nothing_is_inline() -> None:
    sources = {path: without_comments(path.read_text()) for path in PAGES if path not in DOCUMENTS}
    assert {name_of(path): found for path, source in sources.items() if (found := inline(source))} == {}


def test_nothing_comes_from_another_host() -> None:
    sources = {path: without_comments(path.read_text()) for path in (*PAGES, *STATIC)}
    assert {name_of(path): found for path, source in sources.items() if (found := foreign(source))} == {}


@pytest.mark.parametrize("said", ['<p style="x">', "<a onclick='x'>", "<script>", "<a href=javascript:x>"])
def test_what_is_inline_is_found(said: str) -> None:
    assert inline(said) != []


@pytest.mark.parametrize("said", ['<img src="//cdn.example/x">', "url(https://cdn.example/x)", "@import 'x';"])
def test_what_comes_from_another_host_is_found(said: str) -> None:
    assert foreign(said) != []


def test_blocks_are_closed_by_name() -> None:
    assert [name_of(path) for path in PAGES if "{% endblock %}" in path.read_text()] == []


def test_a_page_loads_one_stylesheet_one_script_one_icon() -> None:
    base = (BASE / "templates" / "base.html").read_text()

    assert len(re.findall(r"<link rel=\"stylesheet\" href=\"{% static", base)) == 1
    assert re.findall(r"<script [^>]*>", base) == ['<script src="{% static "site.js" %}" defer>']


def test_style_script_and_icon_are_light() -> None:
    weights = {
        name: len(gzip.compress((BASE / "static" / name).read_bytes(), 9))
        for name in ("site.css", "site.js", "icon.svg")
    }

    # 30 KB for the whole first view of any page: this leaves 17 for the page itself.
    assert sum(weights.values()) < 13_000, weights
