"""What every shipped article must keep, as functions that return complaints. Independent of the room's own linter."""

import re
from collections.abc import Iterator
from typing import Any

from education.blocks import SPECIAL, blocks, icons
from education.markdown import cited, links, plain

Article = dict[str, Any]

# A share or a frequency: "12%", "9 in 100", "51 of 350", "1 in every 10,000".
FIGURE = re.compile(
    r"\d\s?%|\bper cent\b|\b\d[\d.,]*\s+(?:patients\s+|people\s+)?(?:in|of|out of)\s+(?:every\s+|a\s+)?(?:\d|million)"
    r"|\bper\s+(?:\d|million)"
)
# Words that sell, and words that no study can keep.
SELLING = re.compile(
    r"\b(?:cure[sd]?|curing|guarantee\w*|heals|detox\w*|risk[- ]free|miracle\w*|proven|painless\w*|breakthrough\w*"
    r"|revolutionary|amazing|world[- ]class|instant(?:ly)?|permanent(?:ly)? relief|no side effects|100 ?% safe"
    r"|completely safe|best acupunct\w+)\b",
    re.IGNORECASE,
)
HURRIED = re.compile(r"!|\bplease note\b|\bin order to\b", re.IGNORECASE)
# A phone number, an e-mail address, or somebody's name with a title before or after it.
CONTACT = re.compile(r"\(\d{3}\)\s?\d|\b\d{3}[-. ]\d{3,4}(?:[-. ]\d{4})?\b|\b1-8\d\d-|\w@\w+\.\w|\btel:|\bmailto:")
NAMED = re.compile(
    r"\b(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+[A-Z][a-z]|\b[A-Z][a-z]+ [A-Z][a-z]+, (?:M\.?D|D\.?O|L\.?Ac|Ph\.?D)\b"
)
CERTAINTIES = {"high", "moderate", "low", "very-low"}
STANCES = {"for", "against", "mixed"}
UNITS = {"patients", "treatments"}


def passages(article: Article) -> Iterator[tuple[str, str]]:
    """Return where and what, for every text a patient reads, a paragraph or list item at a time."""
    for name in ("title", "summary"):
        yield name, article[name]
    yield from (("takeaway", line) for line in article["takeaways"])
    for section in article["sections"]:
        yield section["heading"], section["heading"]
        for block in blocks(section["body"]):
            if not block.name:
                yield from ((section["heading"], text) for text in paragraphs(block.text))
    for question in article.get("questions", []):
        yield question["question"], question["question"]
        yield from ((question["question"], text) for text in paragraphs(question["answer"]))


def supported(article: Article) -> Iterator[tuple[str, str, list[str]]]:
    """Return where, the words and the references of everything that carries its references beside it."""
    for claim in article.get("claims", []):
        words = f"{claim['statement']}\n{claim['compared_with']}\n{claim['figures']}"
        yield f"claim {claim['id']}", words, claim["references"]
    for effect in article.get("side_effects", []):
        words = f"{effect['effect']}\n{effect['how_often']}\n{effect['what_to_do']}"
        yield effect["effect"], words, effect["references"]
    for guideline in article.get("guidelines", []):
        yield guideline["body"], guideline["says"], guideline["references"]


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n[ \t]*\n|\n(?=(?:[-*]|\d+\.) )", text) if part.strip()]


def words_of(article: Article) -> Iterator[tuple[str, str]]:
    """Return where and what, for everything a patient reads."""
    yield from ((where, plain(text)) for where, text in passages(article))
    yield from ((where, words) for where, words, _keys in supported(article))
    for section in article["sections"]:
        for block in blocks(section["body"]):
            drawn = icons(block.text) if block.name == "icons" else None
            if drawn:
                yield section["heading"], drawn.caption


def keys_of(article: Article) -> list[str]:
    """Return every reference an article names, in its text or beside a claim."""
    in_text = [key for _where, text in passages(article) for key in cited(text)]
    return in_text + [key for _where, _words, keys in supported(article) for key in keys]


def bare_figures(article: Article) -> list[str]:
    """Return the figures that stand without a reference in the same paragraph or beside the same claim."""
    in_text = [f"{where}: {text}" for where, text in passages(article) if FIGURE.search(text) and not cited(text)]
    beside = [f"{where}: {words}" for where, words, keys in supported(article) if FIGURE.search(words) and not keys]
    return in_text + beside + _bare_icons(article)


def _bare_icons(article: Article) -> list[str]:
    """Return the icon arrays that do not follow a paragraph with a reference."""
    found = []
    for section in article["sections"]:
        last = ""
        for block in blocks(section["body"]):
            if not block.name:
                last = paragraphs(block.text)[-1]
            elif block.name == "icons" and not cited(last):
                found.append(f"{section['heading']}: {block.text}")
    return found


def wrong_words(article: Article) -> list[str]:
    """Return what sells, hurries, or names a person or a number to call."""
    return [
        f"{where}: {found[0]!r}"
        for where, words in words_of(article)
        for pattern in (SELLING, HURRIED, CONTACT, NAMED)
        if (found := pattern.search(words))
    ]


def wrong_blocks(article: Article) -> list[str]:
    """Return special blocks that are unknown, empty, not alone in their paragraph, or show what is not there."""
    claims = {claim["id"] for claim in article.get("claims", [])}
    has = {"side-effects": "side_effects", "guidelines": "guidelines", "claims": "claims"}
    found = []
    for section in article["sections"]:
        for name, text in ((block.name, block.text) for block in blocks(section["body"])):
            shows_nothing = (
                (not name and ("{{" in text or "}}" in text))
                or (name and name not in SPECIAL)
                or (name in has and not article.get(has[name]))
                or (name == "claim" and text not in claims)
                or (name == "icons" and icons(text) is None)
            )
            if shows_nothing:
                found.append(f"{section['heading']}: {name} {text[:60]}")
    return found


def wrong_values(article: Article) -> list[str]:
    """Return values outside their lists, doubled claims, and counts that are no counts."""
    effects = article.get("side_effects", [])
    ids = [claim["id"] for claim in article.get("claims", [])]
    return [
        *(f"certainty of {one['id']}" for one in article.get("claims", []) if one["certainty"] not in CERTAINTIES),
        *(f"claim {one} twice" for one in set(ids) if ids.count(one) > 1),
        *(f"stance of {one['body']}" for one in article.get("guidelines", []) if one["stance"] not in STANCES),
        *(f"unit of {one['effect']}" for one in effects if one["unit"] not in UNITS),
        *(f"count of {one['effect']}" for one in effects if not 0 <= one["count"] <= max(one["out_of"], 0)),
        *(f"no reference: {where}" for where, _words, keys in supported(article) if not keys),
    ]


def addresses(article: Article) -> list[str]:
    return [address for _where, text in passages(article) for address in links(text)]


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text; each line is at least one sentence."""
    sentences = [part for part in re.split(r"[.!?:]+(?=\s|$)|\n", text) if re.search(r"[A-Za-z]", part)]
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,]*", text)
    if not sentences or not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    letters = re.sub(r"[^a-z]", "", word.lower())
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxzcg]es$", letters) is not None
    return max(1, len(re.findall(r"[aeiouy]+", letters)) - silent)
