"""The finished page of an article: every text as safe HTML, references numbered, contents, reading time.

Made once, when an edition is published, and kept with it: to show a page is to read one row. What must never be frozen,
the emergency card with the clinic's numbers, is a part that the page draws itself. The shape is versioned (VERSION).
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from django.utils.translation import gettext as _

from education import markdown
from education.blocks import TextBlock, blocks, icons

VERSION = 1
# Words a minute of an adult reading on a screen, health texts being slower than stories.
PACE = 200

type_part = dict[str, Any]


@dataclass(frozen=True)
class ArticleFacts:
    """What stands beside the words of an edition: who wrote and reviewed it, and when. Dates are ISO texts."""

    author: str = ""
    reviewer: str = ""
    reviewer_licence: str = ""
    last_reviewed: str = ""
    next_review_due: str = ""
    published_at: str = ""
    first_published_at: str = ""


@dataclass
class _Numbers:
    """Numbers references in the order in which the page cites them."""

    known: Mapping[str, Mapping[str, Any]]
    given: dict[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int | None:
        if key not in self.known:
            return None
        return self.given.setdefault(key, len(self.given) + 1)

    def all(self, keys: Iterable[str]) -> list[int]:
        return [number for key in keys if (number := self.of(key)) is not None]


def render(document: Mapping[str, Any], facts: ArticleFacts) -> dict[str, Any]:
    """Return the finished page of a document, as data of the shape that education.article_page reads."""
    numbers = _Numbers(document["references"])
    page = _Page(document, numbers)
    takeaways = [markdown.render_inline(line, numbers.of) for line in document["takeaways"]]
    sections = [*page.sections(), *page.evidence()]
    questions = [
        {
            "id": f"question-{number}",
            "question": row["question"],
            "html": markdown.render(row["answer"], numbers.of),
            "text": markdown.plain(row["answer"]),
        }
        for number, row in enumerate(document["questions"], start=1)
    ]
    words = len(plain_of(document).split())
    contents = [{"id": section["id"], "heading": section["heading"]} for section in sections]
    contents += [{"id": "questions", "heading": _("Questions")}] * bool(questions)
    contents += [{"id": "references", "heading": _("References")}] * bool(numbers.given)
    return {
        "version": VERSION,
        "title": document["title"],
        "summary": document["summary"],
        "minutes": max(1, math.ceil(words / PACE)),
        "words": words,
        "takeaways": takeaways,
        "topics": document["topics"],
        "toc": contents,
        "sections": sections,
        "questions": questions,
        "references": [_reference(number, document["references"][key]) for key, number in numbers.given.items()],
        "related": document["related"],
        **asdict(facts),
    }


class _Page:
    """Draws the sections of one document, and what no section has placed."""

    def __init__(self, document: Mapping[str, Any], numbers: _Numbers) -> None:
        self.document = document
        self.numbers = numbers
        self.claims = {claim["id"]: claim for claim in document["claims"]}
        placed = [block for section in document["sections"] for block in blocks(section["body"])]
        self.placed = {block.name for block in placed}
        self.placed_claims = {block.text for block in placed if block.name == "claim"}
        self.ids: set[str] = set()

    def sections(self) -> Iterator[dict[str, Any]]:
        for section in self.document["sections"]:
            parts = [part for block in blocks(section["body"]) for part in self._parts(block)]
            yield {"id": self._id(section["heading"]), "heading": section["heading"], "parts": parts}

    def evidence(self) -> Iterator[dict[str, Any]]:
        """Sections of their own for what the text has not placed: nothing of the evidence is left out."""
        for name, heading, slug in (
            ("claims", _("What the evidence says"), "evidence"),
            ("side-effects", _("Side effects, and how often"), "side-effects"),
            ("guidelines", _("What guidelines say"), "guidelines"),
        ):
            parts = [] if name in self.placed else self._parts(TextBlock(name, ""))
            if parts:
                yield {"id": slug, "heading": heading, "parts": parts}

    def _parts(self, block: TextBlock) -> list[type_part]:
        if block.name == "claims":
            return [self._claim(claim) for name, claim in self.claims.items() if name not in self.placed_claims]
        if block.name == "claim":
            return [self._claim(self.claims[block.text])] if block.text in self.claims else []
        if block.name == "side-effects":
            return self._side_effects()
        if block.name == "guidelines":
            return self._guidelines()
        if block.name == "icons":
            return self._icons(block.text)
        if block.name == "drawing":
            return [{"kind": "drawing", "name": block.text}]
        if block.name in {"emergency", "crisis"}:
            return [{"kind": block.name}]
        # A block nobody knows is shown as it was typed: the preview then tells the editor.
        return [
            {"kind": "html", "html": markdown.render(block.text if not block.name else f"{block}", self.numbers.of)}
        ]

    def _claim(self, claim: Mapping[str, Any]) -> type_part:
        return {
            "kind": "claim",
            "id": f"claim-{claim['id']}",
            "certainty": claim["certainty"],
            **{part: self._line(claim[part]) for part in ("statement", "compared_with", "figures")},
            "references": self.numbers.all(claim["references"]),
        }

    def _side_effects(self) -> list[type_part]:
        rows = [
            {
                **{part: self._line(row[part]) for part in ("effect", "how_often", "what_to_do")},
                **{part: row[part] for part in ("count", "out_of", "unit")},
                "references": self.numbers.all(row["references"]),
            }
            for row in self.document["side_effects"]
        ]
        return [{"kind": "side_effects", "rows": rows}] if rows else []

    def _guidelines(self) -> list[type_part]:
        sides: dict[str, list[type_part]] = {"for": [], "mixed": [], "against": []}
        for row in self.document["guidelines"]:
            guideline = {"body": row["body"], "year": row["year"], "says": self._line(row["says"])}
            sides[row["stance"]].append({**guideline, "references": self.numbers.all(row["references"])})
        return [{"kind": "guidelines", **sides}] if self.document["guidelines"] else []

    def _icons(self, argument: str) -> list[type_part]:
        picture = icons(argument)
        if picture is None:
            return []
        caption = {"caption": self._line(picture.caption), "text": markdown.plain(picture.caption)}
        return [{"kind": "icons", "count": picture.count, "of": picture.of, **caption}]

    def _line(self, text: str) -> str:
        return markdown.render_inline(text, self.numbers.of)

    def _id(self, heading: str) -> str:
        """Return an anchor of its own for a heading, one that no other element of the page can have."""
        letters = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60] or "part"
        anchor, count = f"section-{slug}", 2
        while anchor in self.ids:
            anchor, count = f"section-{slug}-{count}", count + 1
        self.ids.add(anchor)
        return anchor


def _reference(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    href, label = _address(row)
    fields = {name: row[name] for name in ("authors", "title", "journal", "year", "doi", "pmid", "note")}
    fields["note"] = _(row["note"]) if row["note"] else ""
    return {"number": number, "id": f"reference-{number}", **fields, "href": href, "label": label}


def _address(row: Mapping[str, Any]) -> tuple[str, str]:
    """Return where a reference can be read, and what the link is called: DOI first, then PubMed, then its own page."""
    if row["doi"]:
        return f"https://doi.org/{quote(row['doi'], safe='/()')}", f"doi:{row['doi']}"
    if row["pmid"]:
        return f"https://pubmed.ncbi.nlm.nih.gov/{quote(row['pmid'], safe='')}/", f"PubMed {row['pmid']}"
    if row["url"].startswith("https://"):
        return row["url"], urlsplit(row["url"]).hostname or row["url"]
    return "", ""


def plain_of(document: Mapping[str, Any]) -> str:
    """Return every word of an article a reader can see, a paragraph a line, without marks: for search and counting."""
    return "\n".join(line for line in _lines(document) if line)


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    yield document["title"]
    yield document["summary"]
    yield from map(markdown.plain, document["takeaways"])
    for section in document["sections"]:
        yield section["heading"]
        for block in blocks(section["body"]):
            if not block.name:
                yield markdown.plain(block.text)
            elif block.name == "icons" and (picture := icons(block.text)):
                yield markdown.plain(picture.caption)
    for row in document["questions"]:
        yield row["question"]
        yield markdown.plain(row["answer"])
    for part, fields in (
        ("claims", ("statement", "compared_with", "figures")),
        ("side_effects", ("effect", "how_often", "what_to_do")),
        ("guidelines", ("body", "says")),
    ):
        for row in document[part]:
            yield from (markdown.plain(row[name]) for name in fields)
