"""What changed between two documents, word by word, for people: paragraphs that changed, with what went and what came.

Pure: nothing of Django. Pieces are plain text; whoever shows them escapes them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

SAME, GONE, NEW = "same", "gone", "new"
# Longer paragraphs are shown whole, before and after: comparing word by word takes too long there.
MOST_WORDS = 800
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def _(text: str) -> str:
    """Mark wording for translation; the page translates it."""
    return text


@dataclass(frozen=True)
class DifferencePiece:
    """Some words, and whether they stayed, went or came."""

    kind: str
    text: str


@dataclass(frozen=True)
class DifferencePlace:
    """One part of an article: what it is, its name, and what it says."""

    kind: str
    name: str
    text: str


@dataclass(frozen=True)
class TextDifference:
    """One part that changed: what it is, its name, and its changed paragraphs."""

    kind: str
    name: str
    paragraphs: tuple[tuple[DifferencePiece, ...], ...]


def differences(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> list[TextDifference]:
    """Return every part that changed, in the order of the page, what was taken out at the end of its kind."""
    old, new = list(_places(before)) if before else [], list(_places(now))
    changes: list[TextDifference] = []
    for kind in dict.fromkeys(place.kind for place in (*new, *old)):
        for was, is_ in _pairs(
            [candidate for candidate in old if candidate.kind == kind],
            [candidate for candidate in new if candidate.kind == kind],
        ):
            old_text, new_text = (was.text if was else ""), (is_.text if is_ else "")
            if old_text != new_text:
                named = is_ or was
                changes.append(TextDifference(kind, named.name if named else "", _paragraphs(old_text, new_text)))
    return changes


def _pairs(
    old: Sequence[DifferencePlace], new: Sequence[DifferencePlace]
) -> Iterator[tuple[DifferencePlace | None, DifferencePlace | None]]:
    """Put what belongs together side by side: the same name, else what says nearly the same."""
    unpaired = {
        index: place for index, place in enumerate(old) if place.name not in {new_place.name for new_place in new}
    }
    by_name = {place.name: place for place in old}
    for place in new:
        if place.name in by_name:
            yield by_name[place.name], place
            continue
        like = next((index for index, was in unpaired.items() if _is_like(was.text, place.text)), None)
        yield (unpaired.pop(like) if like is not None else None), place
    for place in unpaired.values():
        yield place, None


def _is_like(one: str, other: str) -> bool:
    words, other_words = set(one.split()), set(other.split())
    return len(words & other_words) * 2 > min(len(words), len(other_words)) > 0


def _paragraphs(before: str, now: str) -> tuple[tuple[DifferencePiece, ...], ...]:
    old, new = before.split("\n") if before else [], now.split("\n") if now else []
    paragraphs: list[tuple[DifferencePiece, ...]] = []
    for _what, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if _what == "equal":
            continue
        removed, came = old[i:j], new[k:n]
        for index in range(max(len(removed), len(came))):
            pair = (removed[index] if index < len(removed) else "", came[index] if index < len(came) else "")
            if pair[0] != pair[1]:
                paragraphs.append(words(*pair))
    return tuple(paragraphs)


def words(before: str, now: str) -> tuple[DifferencePiece, ...]:
    """Return two lines as one: words that stayed, that went, that came; put together they give both lines again."""
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    if max(len(old), len(new)) > MOST_WORDS:
        return tuple(DifferencePiece(kind, text) for kind, text in ((GONE, before), (NEW, now)) if text)
    pieces: list[DifferencePiece] = []
    for _what, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if _what == "equal":
            pieces.append(DifferencePiece(SAME, "".join(old[i:j])))
            continue
        pieces += [DifferencePiece(kind, "".join(text)) for kind, text in ((GONE, old[i:j]), (NEW, new[k:n])) if text]
    return tuple(pieces)


def _places(document: Mapping[str, Any]) -> Iterator[DifferencePlace]:
    yield DifferencePlace(_("Title"), "", document["title"])
    yield DifferencePlace(_("Summary"), "", document["summary"])
    yield DifferencePlace(_("Key takeaways"), "", "\n".join(document["takeaways"]))
    yield DifferencePlace(_("Topics"), "", ", ".join(document["topics"]))
    yield DifferencePlace(_("Rule codes"), "", ", ".join(document["rule_codes"]))
    yield DifferencePlace(_("Related articles"), "", ", ".join(document["related"]))
    yield DifferencePlace(_("Order"), "", str(document["position"]))
    for row in document["sections"]:
        yield DifferencePlace(_("Section"), row["heading"], f"{row['heading']}\n{row['body']}")
    for kind, part, name in (
        (_("Question"), "questions", "question"),
        (_("Claim"), "claims", "id"),
        (_("Side effect"), "side_effects", "effect"),
        (_("Guideline"), "guidelines", "body"),
    ):
        for row in document[part]:
            yield DifferencePlace(kind, row[name], "\n".join(_said(row)))
    for key, row in document["references"].items():
        yield DifferencePlace(_("Reference"), key, "\n".join(_said(row)))


def _said(row: Mapping[str, Any]) -> Iterator[str]:
    for value in row.values():
        text = ", ".join(value) if isinstance(value, list) else str(value)
        if text:
            yield text
