"""An edition of an article in another language: the words are its own, everything else is its original's.

A file of library/<language>/ holds words only. What must never differ (certainty marks, sources, counts, stances,
topics, rule codes, order) is taken from the original, so that it cannot; numbers, citations and special blocks stand
inside the words and are compared; a measure may stand in metric too, if it is right. Pure: nothing of Django.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from education import markdown, measures
from education.blocks import blocks, icons
from education.documents import HEAD, digest

# What a translator writes; the rest of each part is the original's.
WORDS: Mapping[str, tuple[str, ...]] = {
    "sections": ("heading", "body"),
    "claims": ("statement", "compared_with", "figures"),
    "questions": ("question", "answer"),
    "side_effects": ("effect", "how_often", "what_to_do"),
    "guidelines": ("body", "says"),
}
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


class TranslationError(Exception):
    """The file of a translation does not fit its original; the sentence says where."""


def with_words(original: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """Return the original's content with the words of a translation.

    Raises TranslationError for a part that is missing or one too many, and for a claim of another name.
    """
    try:
        content: dict[str, Any] = {**original, **{name: words[name] for name in ("title", "summary", "takeaways")}}
        for part, fields in WORDS.items():
            rows = words.get(part, [])
            if len(rows) != len(original[part]):
                raise TranslationError(f"it has {len(rows)} {part}, its original {len(original[part])}.")
            if part == "claims" and [row.get("id") for row in rows] != [row["id"] for row in original[part]]:
                raise TranslationError("its claims are not those of its original, in the same order.")
            content[part] = [
                {**row, **{field: translated_row[field] if row[field] else "" for field in fields}}
                for row, translated_row in zip(original[part], rows, strict=True)
            ]
    except KeyError as missing:
        raise TranslationError(f"{missing.args[0]} is missing.") from missing
    return content


def mark_of_words(document: Mapping[str, Any]) -> str:
    """Return a short mark of all that a translator has to follow: words, and how sure we are of them.

    Where an article stands, to whom it is offered and how a source is written is no matter of words.
    """
    outside = {*HEAD, "references"} - {"title", "summary", "takeaways"}
    return digest({name: value for name, value in document.items() if name not in outside})[:16]


def departures(original: Mapping[str, Any], translation: Mapping[str, Any]) -> Iterator[str]:
    """Tell, a sentence each, where numbers, citations or special blocks are not those of the original."""
    if len(original["takeaways"]) != len(translation["takeaways"]):
        yield "it has another number of takeaways than its original."
    for (where, text), (_same, translated_text) in zip(_texts(original), _texts(translation), strict=False):
        for label, counter in (("numbers", _numbers), ("citations", _citations), ("blocks", _blocks)):
            if (original_counts := counter(text)) != (translation_counts := counter(translated_text)):
                differ = ", ".join(
                    map(str, ((original_counts - translation_counts) + (translation_counts - original_counts)))
                )
                yield f"in “{where}” the {label} differ from the original: {differ}"


def _texts(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", document["title"]
    yield "summary", document["summary"]
    yield from (("takeaways", line) for line in document["takeaways"])
    for part, fields in WORDS.items():
        for number, row in enumerate(document[part], start=1):
            yield from ((f"{part} {number}, {field}", row[field]) for field in fields)


def _numbers(text: str) -> Counter[str]:
    """Every number a reader sees, of a measure in two units one; keys of sources and addresses are none."""
    captions = " ".join(
        picture.caption for block in blocks(text) if block.name == "icons" and (picture := icons(block.text))
    )
    plain = "\n".join(markdown.plain(block.text) for block in blocks(text) if not block.name)
    seen = f"{plain} {captions}"
    return Counter(_NUMBER.findall(seen)) - Counter(measures.conversions(seen))


def _citations(text: str) -> Counter[str]:
    return Counter(markdown.cited(text))


def _blocks(text: str) -> Counter[str]:
    return Counter(f"{block.name}:{block.text.partition('|')[0]}" for block in blocks(text) if block.name)
