"""What a page of an article shows, made from the finished form of an edition. Pure: no database, no clock.

The finished form is described in `education.rendering`. Here citations get names of their own, so that each reference
can lead back to the places that cite it, and the dates become dates.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

# A citation sits on the word before it, whatever space the writer left.
_CITE = re.compile(r'(?:(?<=\S)\s+)?<a class="cite" href="#reference-(\d+)">')
_FLOWING = ("html", "statement", "compared_with", "figures", "effect", "how_often", "what_to_do", "says", "caption")


@dataclass(frozen=True)
class NumberedReference:
    """A numbered source, where it can be read, and the places in the article that cite it."""

    number: int
    authors: str
    title: str
    journal: str
    year: int
    note: str
    pmid: str
    href: str
    label: str
    backs: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"reference-{self.number}"

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Return addresses with what they are called: the DOI's first, and PubMed's where that is another one."""
        links = ((self.href, self.label),) if self.href else ()
        pubmed = f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        if self.pmid.isdecimal() and self.href != pubmed:
            return (*links, (pubmed, f"PubMed {self.pmid}"))
        return links

    @property
    def sentences(self) -> tuple[str, str, str, str]:
        """Return authors, title, journal and year with note, each ended with one full stop."""
        return (
            _ended(self.authors),
            _ended(self.title),
            _ended(self.journal),
            f"{self.year}. {_ended(self.note)}".strip(),
        )


@dataclass(frozen=True)
class ArticlePage:
    """An article as it is read."""

    slug: str
    title: str
    summary: str
    minutes: int
    topics: tuple[str, ...]
    takeaways: tuple[str, ...]
    contents: tuple[Mapping[str, str], ...]
    sections: tuple[Mapping[str, Any], ...]
    questions: tuple[Mapping[str, str], ...]
    references: tuple[NumberedReference, ...]
    related: tuple[str, ...]
    author: str
    reviewer: str
    reviewer_licence: str
    last_reviewed: date | None
    next_review_due: date | None
    published_at: datetime
    first_published_at: datetime
    is_overdue: bool
    has_claims: bool
    # It is about when not to wait.
    is_urgent: bool = False
    language: str = "en"
    # The key that all editions of this article share.
    original: str = ""
    # Its original says something else to its readers by now.
    is_behind: bool = False


def reading_of(rendered: Mapping[str, Any], *, slug: str, at: datetime, on: date) -> ArticlePage:
    """Return the article of a finished form; `at` stands in for a time of publication that is not there yet."""
    citing = _Citing(is_urgent=URGENT in rendered["topics"])
    takeaways = tuple(citing.named(line) for line in rendered["takeaways"])
    sections = tuple(citing.section(section) for section in rendered["sections"])
    questions = tuple({**question, "html": citing.named(question["html"])} for question in rendered["questions"])
    due = _day(rendered["next_review_due"])
    return ArticlePage(
        slug=slug,
        title=rendered["title"],
        summary=rendered["summary"],
        minutes=rendered["minutes"],
        topics=tuple(rendered["topics"]),
        takeaways=takeaways,
        contents=tuple(rendered["toc"]),
        sections=sections,
        questions=questions,
        references=tuple(citing.reference(reference) for reference in rendered["references"]),
        related=tuple(rendered["related"]),
        author=rendered["author"],
        reviewer=rendered["reviewer"],
        reviewer_licence=rendered["reviewer_licence"],
        last_reviewed=_day(rendered["last_reviewed"]),
        next_review_due=due,
        published_at=_moment(rendered["published_at"]) or at,
        first_published_at=_moment(rendered["first_published_at"]) or at,
        is_overdue=due is not None and due <= on,
        has_claims=any(part["kind"] == "claim" for section in sections for part in section["parts"]),
        is_urgent=citing.is_urgent,
    )


# The topic of articles about when not to wait; parts that say where help is; parts that say how sure a statement is.
URGENT = "emergency"
HELP, EVIDENCE = frozenset({"emergency", "crisis"}), frozenset({"claim", "figures", "side_effects", "guidelines"})


class _Citing:
    """Names each citation as it is met, and remembers who cites what."""

    def __init__(self, *, is_urgent: bool) -> None:
        self.times: Counter[int] = Counter()
        self.is_urgent = is_urgent

    def named(self, html: str) -> str:
        """Return flowing text whose citations have names: cite-3-1 is the first of the third reference."""
        return _CITE.sub(self._name, html)

    def _name(self, citation: re.Match[str]) -> str:
        return f'<a class="cite" id="{self._next(int(citation[1]))}" href="#reference-{citation[1]}">'

    def _next(self, number: int) -> str:
        self.times[number] += 1
        return f"cite-{number}-{self.times[number]}"

    def section(self, section: Mapping[str, Any]) -> dict[str, Any]:
        # What says when to get help is never folded away; nor, where an article is about that, what names a sign: there
        # only the evidence itself is, wherever it stands.
        parts = _side_by_side([self.part(part) for part in section["parts"]])
        if self.is_urgent:
            parts = [part | {"folds": part["kind"] in EVIDENCE} for part in parts]
        folds = not self.is_urgent and not HELP & {part["kind"] for part in parts}
        return {**section, "folds": folds, "parts": parts}

    def part(self, part: Mapping[str, Any]) -> dict[str, Any]:
        """Return a part with its citations named, in the order in which the page shows them."""
        named = {key: self.named(value) if key in _FLOWING else value for key, value in part.items()}
        for inside in ("rows", "for", "mixed", "against"):
            if inside in part:
                named[inside] = [self.part(row) for row in part[inside]]
        if "references" in part:
            named["cites"] = [{"number": number, "id": self._next(number)} for number in part["references"]]
        return named

    def reference(self, reference: Mapping[str, Any]) -> NumberedReference:
        names = {
            name: reference[name]
            for name in ("number", "authors", "title", "journal", "year", "note", "pmid", "href", "label")
        }
        backs = tuple(f"cite-{reference['number']}-{time}" for time in range(1, self.times[reference["number"]] + 1))
        return NumberedReference(**names, backs=backs)


def neighbours(slugs: Sequence[str], slug: str) -> tuple[str | None, str | None]:
    """Return what stands before and after an article in the list."""
    if slug not in slugs:
        return None, None
    at = slugs.index(slug)
    return slugs[at - 1] if at else None, slugs[at + 1] if at + 1 < len(slugs) else None


def _side_by_side(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put figures that follow each other next to each other, so that they can be compared."""
    grouped: list[dict[str, Any]] = []
    for part in parts:
        if part["kind"] != "icons":
            grouped.append(part)
        elif grouped and grouped[-1]["kind"] == "figures":
            grouped[-1]["icons"].append(part)
        else:
            grouped.append({"kind": "figures", "icons": [part]})
    return grouped


def _ended(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
