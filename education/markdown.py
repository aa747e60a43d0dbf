"""Markdown to HTML that is safe whoever wrote it: HTML is off, links are few, and an allow-list reads it all again.

Pure: nothing of Django. A citation, `[@haake-2007]` or `[@haake-2007; @witt-2009]`, becomes numbered links to the
references of the page.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import nh3

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

CITATION = re.compile(r"\[(@[a-z0-9-]+(?:\s*[;,]\s*@[a-z0-9-]+)*)\]")

# Our own pages and places on this page, the web, mail and phone; "//host" and "/\host" are other people's pages.
_LINK = re.compile(r"(?:https?://[^/\\]|mailto:|tel:|/(?![/\\])|#)", re.IGNORECASE)
_INLINE_TAGS = {"a", "strong", "em", "code", "br"}
_TAGS = _INLINE_TAGS | {"p", "ul", "ol", "li", "h3", "h4", "blockquote", "pre", "hr"}

type_number = Callable[[str], int | None]


@cache
def _reader() -> "MarkdownIt":
    """Return CommonMark without HTML and pictures; headings begin below those of the page."""
    from markdown_it import MarkdownIt  # a twentieth of the whole start, and few requests draw an article

    class Reader(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802  (the library's name)
            return _is_ours_to_follow(url)

    reader = Reader("commonmark", {"html": False})
    reader.disable(["html_block", "html_inline", "image"])
    reader.inline.ruler.before("link", "citation", _citation)
    reader.add_render_rule("citation", _draw_citation)
    reader.core.ruler.push("headings", _lower_headings)
    return reader


def render(text: str, number: type_number) -> str:
    """Return safe HTML of several paragraphs; `number` tells the number of a reference by its key, None for unknown."""
    return _clean(str(_reader().render(text, {"number": number})), _TAGS)


def render_inline(text: str, number: type_number) -> str:
    """Return safe HTML of one line: no paragraphs, lists or headings."""
    return _clean(str(_reader().renderInline(text, {"number": number})), _INLINE_TAGS)


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """Return the words alone, one paragraph, heading or list item a line; citations and addresses are left out."""
    lines = (_words(token.children or []) for token in _reader().parse(text) if token.type == "inline")
    code = (token.content.strip() for token in _reader().parse(text) if token.type in {"fence", "code_block"})
    return "\n".join(line for line in (*lines, *code) if line)


def cited(text: str) -> list[str]:
    """Return the keys that a text cites, in order, each as often as it stands there."""
    return [key for citation in CITATION.finditer(text) for key in keys_in(citation[1])]


def keys_in(citation: str) -> list[str]:
    return [key.strip().removeprefix("@") for key in re.split("[;,]", citation)]


def links(text: str) -> list[str]:
    """Return the addresses that a text links to, in order; those that would not become links are left out."""
    inline = (token.children or [] for token in _reader().parse(text) if token.type == "inline")
    return [str(child.attrGet("href")) for children in inline for child in children if child.type == "link_open"]


def _words(children: "Sequence[Token]") -> str:
    plain = "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in children
        if child.type in {"text", "code_inline", "softbreak", "hardbreak"}
    )
    return re.sub(r"\s+", " ", re.sub(r"\s+([.,;:])", r"\1", plain)).strip()


def _citation(state: "StateInline", silent: bool) -> bool:
    citation = CITATION.match(state.src, state.pos)
    if citation is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"keys": keys_in(citation[1])}
    state.pos = citation.end()
    return True


def _draw_citation(
    _renderer: Any, tokens: "Sequence[Token]", index: int, _options: Any, env: dict[str, type_number]
) -> str:
    return "".join(citation(env["number"](key)) for key in tokens[index].meta["keys"])


def citation(number: int | None) -> str:
    """Return the link to a reference; a question mark where there is none."""
    return "[?]" if number is None else f'<a class="cite" href="#reference-{number:d}">[{number:d}]</a>'


def _lower_headings(state: Any) -> None:
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = "h3" if token.tag in {"h1", "h2", "h3"} else "h4"


def _is_ours_to_follow(address: str) -> bool:
    letters = re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]", "", address)
    return letters == address and _LINK.match(address) is not None


def _only_good_attributes(tag: str, attribute: str, value: str) -> str | None:
    if (tag, attribute) == ("a", "href") and not _is_ours_to_follow(value):
        return None
    return value


def _clean(html: str, tags: set[str]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        attributes={"a": {"href"}, "ol": {"start"}, "*": set()},
        attribute_filter=_only_good_attributes,
        allowed_classes={"a": {"cite"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    ).strip()
