"""The document of an article: everything it says, as plain data of one shape, from the database or from a file.

Editions keep it, the digest tells whether two say the same, and rendering, linter and differences read nothing else.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from education import markdown
from education.blocks import DRAWINGS, SPECIAL, TextBlock, blocks, icons
from education.topics import TOPICS

if TYPE_CHECKING:
    from education.models import Article

REFERENCE = ("authors", "title", "journal", "year", "doi", "pmid", "url", "note")
# The parts of an article, each with its fields in the document.
PARTS: Mapping[str, tuple[str, ...]] = {
    "sections": ("heading", "body"),
    "claims": ("id", "statement", "certainty", "compared_with", "figures", "references"),
    "questions": ("question", "answer"),
    "side_effects": ("effect", "how_often", "count", "out_of", "unit", "what_to_do", "references"),
    "guidelines": ("body", "year", "says", "stance", "references"),
}
HEAD = ("title", "summary", "position", "topics", "rule_codes", "related", "takeaways")


def document_of(article: "Article") -> dict[str, Any]:
    """Return what the working copy says now. Eight queries."""
    from education.models import Reference

    head: dict[str, Any] = {field: getattr(article, field) for field in HEAD if field != "related"}
    head["related"] = list(article.related.values_list("key", flat=True))
    for part in PARTS:
        head[part] = [row_of(part, row) for row in getattr(article, part).all()]
    wanted = set(cited(head))
    references = Reference.objects.filter(key__in=wanted)
    return normal(head, {row.key: {field: getattr(row, field) for field in REFERENCE} for row in references})


def row_of(part: str, row: Any) -> dict[str, Any]:
    """Return one part of an article as the document says it; a claim's name is its id there."""
    return {field: getattr(row, "name" if field == "id" else field) for field in PARTS[part]}


def normal(content: Mapping[str, Any], references: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return a document in its one true form: texts trimmed, lists that have no order sorted, cited references only.

    Raises KeyError for a missing field, TypeError and ValueError for one of another type.
    """
    topics = [topic for topic in TOPICS if topic in content["topics"]]
    document: dict[str, Any] = {
        "title": text(content["title"]),
        "summary": text(content["summary"]),
        "position": int(content["position"]),
        "topics": topics + sorted(set(content["topics"]) - set(topics)),
        "rule_codes": sorted(set(map(text, content["rule_codes"]))),
        "related": sorted(set(content["related"])),
        "takeaways": [line for line in map(text, content["takeaways"]) if line],
    }
    for part, fields in PARTS.items():
        document[part] = [{field: value(row[field]) for field in fields} for row in content[part]]
    document["references"] = {
        key: {field: value(references[key][field]) for field in REFERENCE}
        for key in sorted(set(cited(document)) & set(references))
    }
    return document


def value(raw: Any) -> Any:
    """Return a field's value so that the same is always written the same: trimmed text, whole numbers as such."""
    if isinstance(raw, str):
        return text(raw)
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    return [text(item) for item in raw] if isinstance(raw, list | tuple) else raw


def text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError(f"{raw!r} is no text.")
    return "\n".join(line.rstrip() for line in raw.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))


def digest(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a document as 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(document, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def cited(document: Mapping[str, Any]) -> list[str]:
    """Return the keys of every reference that a document cites, each once, in the order of the page."""
    keys = [key for words in texts(document) for key in markdown.cited(words)]
    for part in ("claims", "side_effects", "guidelines"):
        keys += [key for row in document[part] for key in row["references"]]
    return list(dict.fromkeys(keys))


def texts(document: Mapping[str, Any]) -> Iterator[str]:
    """Return every text of a document in which a citation may stand."""
    yield from document["takeaways"]
    yield from (section["body"] for section in document["sections"])
    yield from (question["answer"] for question in document["questions"])
    for part, fields in (
        ("claims", ("statement", "compared_with", "figures")),
        ("side_effects", ("effect", "how_often", "what_to_do")),
        ("guidelines", ("says",)),
    ):
        yield from (row[field] for row in document[part] for field in fields)


_ICONS = "{{icons:9/100|A sentence}}"


def problems(document: Mapping[str, Any]) -> list[str]:
    """Return, as sentences, everything that keeps an article from being sent to review: it would not draw whole."""
    return [*_missing(document), *_of_blocks(document), *_of_references(document)]


def _missing(document: Mapping[str, Any]) -> Iterator[str]:
    if not document["sections"]:
        yield _("The article has no section.")
    if not document["takeaways"]:
        yield _("The article has no key takeaways.")
    for topic in document["topics"]:
        if topic not in TOPICS:
            yield _("There is no topic %(name)s.") % {"name": topic}
    names = [claim["id"] for claim in document["claims"]]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield _("Two claims are called %(name)s.") % {"name": name}


def _of_blocks(document: Mapping[str, Any]) -> Iterator[str]:
    names = {claim["id"] for claim in document["claims"]}
    for section in document["sections"]:
        for block in blocks(section["body"]):
            if sentence := _wrong(block, names):
                name = block.text if block.name in SPECIAL else block.name
                yield sentence % {"section": section["heading"], "name": name, "example": _ICONS}


def _wrong(block: TextBlock, claims: Iterable[str]) -> str:
    """Return the sentence about a block that would not draw, without its section and name; empty for none."""
    if not block.name:
        if "{{" not in block.text:
            return ""
        return _("In “%(section)s”: a special block stands inside a paragraph: leave an empty line around it.")
    if block.name not in SPECIAL:
        return _("In “%(section)s”: there is no special block %(name)s.")
    if block.name == "claim" and block.text not in claims:
        return _("In “%(section)s”: there is no claim called %(name)s.")
    if block.name == "drawing" and block.text not in DRAWINGS:
        return _("In “%(section)s”: there is no drawing called %(name)s.")
    if block.name == "icons" and icons(block.text) is None:
        return _("In “%(section)s”: write icons as %(example)s, at most 1000 of them.")
    return ""


def _of_references(document: Mapping[str, Any]) -> Iterator[str]:
    references: Mapping[str, Mapping[str, Any]] = document["references"]
    for key in cited(document):
        if key not in references:
            yield _("There is no reference %(name)s.") % {"name": key}
        elif not any(references[key][field] for field in ("doi", "pmid", "url")):
            yield _("The reference %(name)s has neither DOI nor PMID nor address.") % {"name": key}
    loose: Sequence[str] = [words for words in texts(document) if "[@" in markdown.CITATION.sub("", words)]
    if loose:
        yield _("A citation is not written as [@key] or [@key; @other].")
