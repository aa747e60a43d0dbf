"""What an honest article avoids: advertising, figures without a source or a denominator, sentences too hard to read.

`lint` only warns. The clinical reviewer reads every warning and decides, with a reason that stays with the edition.
Pure: nothing of Django. Words are held against the plain text, so marks of Markdown never hide one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from education import markdown
from education.blocks import blocks, icons
from education.linter_rules import RULES, SOURCE, LanguageRules

# Shorter texts swing by several grades with one long word.
FEWEST_WORDS_FOR_A_GRADE = 40


def _(text: str) -> str:
    """Mark wording for translation; the page translates it."""
    return text


@dataclass(frozen=True)
class LintWarning:
    """One thing to look at: its kind, where it stands, the words themselves, and what to do."""

    kind: str
    where: str
    words: str
    hint: str


@dataclass(frozen=True)
class Passage:
    """A text of the article and where it stands; `cites` when its references stand beside it, not in it."""

    where: str
    text: str
    cites: bool = False


_SENTENCE = re.compile(r"(?<=[.!?])(?=\s)|\n")

_NO_REFERENCE = _("Name the study it comes from, as [@key], or remove the number.")
_NO_DENOMINATOR = _("Say out of how many people or treatments, for example 6 in 100 patients.")


def lint(document: Mapping[str, Any], *, language: str = SOURCE) -> list[LintWarning]:
    """Return everything found in an article's document, in the order of the page, by the rules of its language.

    Nothing of a language that has no rules: those of another one would be wrong about it.
    """
    rules = RULES.get(language)
    if rules is None:
        return []
    passages = list(_passages(document))
    warnings = [warning for passage in passages for warning in _of_passage(passage, rules)]
    return [*warnings, *_of_grades(document, rules)]


def _of_passage(passage: Passage, rules: LanguageRules) -> Iterator[LintWarning]:
    yield from advertising(passage, rules)
    yield from figures_without_reference(passage, rules)
    yield from percentages_without_denominator(passage, rules)


def advertising(passage: Passage, rules: LanguageRules) -> Iterator[LintWarning]:
    """Warn on each word that promises."""
    text = markdown.plain(passage.text)
    for pattern, hint in rules.advertising:
        for phrase in dict.fromkeys(match[0].lower() for match in pattern.finditer(text)):
            yield LintWarning("advertising", passage.where, phrase, hint)


def figures_without_reference(passage: Passage, rules: LanguageRules) -> Iterator[LintWarning]:
    """Warn on each paragraph that holds a figure and cites nothing."""
    if passage.cites:
        return
    for paragraph in re.split(r"\n\s*\n", passage.text):
        figure = rules.figure.search(markdown.plain(paragraph))
        if figure and not markdown.cited(paragraph):
            yield LintWarning("reference", passage.where, figure[0], _NO_REFERENCE)


def percentages_without_denominator(passage: Passage, rules: LanguageRules) -> Iterator[LintWarning]:
    """Warn on each percentage in whose sentence no number of people or treatments stands."""
    for sentence in _SENTENCE.split(markdown.plain(passage.text)):
        percent = rules.percent.search(sentence or "")
        if percent and not rules.denominator.search(sentence):
            yield LintWarning("denominator", passage.where, percent[0], _NO_DENOMINATOR)


def _of_grades(document: Mapping[str, Any], rules: LanguageRules) -> Iterator[LintWarning]:
    pieces = list(readable_pieces(document))
    pieces.append((_("Whole article"), "\n".join(text for _where, text in pieces)))
    for where, text in pieces:
        if rules.count_words(text) >= FEWEST_WORDS_FOR_A_GRADE and rules.is_hard(grade := rules.measure(text)):
            yield LintWarning("grade", where, f"{grade:.1f}", rules.too_hard)


def readable_pieces(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Return what patients read, piece by piece, each with where it stands, as plain text."""
    for section in document["sections"]:
        texts = [block.text for block in blocks(section["body"]) if not block.name]
        yield section["heading"], "\n".join(map(markdown.plain, texts))
    for question in document["questions"]:
        yield question["question"], markdown.plain(question["answer"])


def _passages(document: Mapping[str, Any]) -> Iterator[Passage]:
    yield Passage(_("Title"), document["title"])
    yield Passage(_("Summary"), document["summary"], cites=True)  # a list has no references: the page below has them
    for line in document["takeaways"]:
        yield Passage(_("Key takeaways"), line, cites=True)
    for section in document["sections"]:
        yield Passage(section["heading"], section["heading"])
        yield from _of_body(section["heading"], section["body"], _claims_by_name(document))
    for question in document["questions"]:
        yield Passage(question["question"], question["question"])
        yield Passage(question["question"], question["answer"])
    yield from _evidence(document)


def _of_body(where: str, body: str, claims: Mapping[str, bool]) -> Iterator[Passage]:
    """The paragraphs of a section; the caption of icons may lean on the paragraph around it."""
    parts = blocks(body)
    cites = any(markdown.cited(part.text) for part in parts) or any(
        claims.get(part.text, False) for part in parts if part.name == "claim"
    )
    for part in parts:
        if not part.name:
            yield Passage(where, part.text)
        elif part.name == "icons" and (picture := icons(part.text)):
            yield Passage(where, f"{picture.count} of {picture.of}: {picture.caption}", cites=cites)


def _claims_by_name(document: Mapping[str, Any]) -> dict[str, bool]:
    """Whether each claim has references."""
    return {claim["id"]: bool(claim["references"]) for claim in document["claims"]}


def _evidence(document: Mapping[str, Any]) -> Iterator[Passage]:
    rows: Sequence[tuple[str, str, tuple[str, ...]]] = (
        ("claims", "statement", ("statement", "compared_with", "figures")),
        ("side_effects", "effect", ("effect", "how_often", "what_to_do")),
        ("guidelines", "body", ("body", "says")),
    )
    for name, title, fields in rows:
        for row in document[name]:
            for field in fields:
                yield Passage(row[title], row[field], cites=bool(row["references"]))
