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


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_template_compiles(path: Path) -> None:
    name = str(path.relative_to(BASE / "templates"))

    assert get_template(name).template.name == name  # type: ignore[attr-defined]  # the backend's own wrapper


# A document that is printed by a command or downloaded is a file of its own: it carries its look with it, and opens
# without this site.
DOCUMENTS = {
    BASE / "templates/intake/dossier/dossier.html",
    BASE / "templates/booking/record_document.html",
    BASE / "templates/transfer/form_document.html",
}


@pytest.mark.parametrize("path", [path for path in PAGES if path not in DOCUMENTS], ids=name_of)
def test_nothing_is_inline(path: Path) -> None:
    source = without_comments(path.read_text())

    inline = re.findall(r"\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*[\"']|javascript:", source, flags=re.IGNORECASE)
    scripts = [
        tag for tag in re.findall(r"<script\b[^>]*>", source) if "src=" not in tag and 'type="application/' not in tag
    ]

    assert (inline, scripts) == ([], [])


@pytest.mark.parametrize("path", [*PAGES, *STATIC], ids=name_of)
def test_nothing_comes_from_another_host(path: Path) -> None:
    source = without_comments(path.read_text())
    # A link is followed by who wants to; what a page loads, it loads for everybody.
    own_names = re.sub(r"xmlns(:\w+)?=[\"'][^\"']+[\"']|<a\b[^>]*>", "", source)

    loaded = re.findall(r"(?:src|href|action|url)\s*[=(]\s*[\"']?(?:https?:)?//[^\s\"')]+", own_names)
    imports = re.findall(r"@import[^;]+;", source)

    assert (loaded, imports) == ([], [])


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_blocks_are_closed_by_name(path: Path) -> None:
    assert re.findall(r"{% endblock %}", path.read_text()) == []


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
