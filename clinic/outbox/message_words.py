"""The clinic's own words for a message, over the shipped ones: which messages have words of their own, what must stand
in them, and how they are filled.

A room declares its messages with the placeholders that its context fills. The shipped words are templates/emails/
<name>-subject.txt, <name>-body.txt and templates/texts/<name>.txt; a row of MessageText for the language replaces all
three. In a clinic's own words a placeholder is its name in braces: {when}.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from anyascii import anyascii
from django.conf import settings
from django.core.cache import caches
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from clinic.characters import without_marks
from clinic.outbox.models import MessageText

SUBJECT, BODY, TEXT = "subject", "body", "text"
PARTS = (SUBJECT, BODY, TEXT)
_KEY, _SECONDS = "clinic.outbox.message_words", 5
_BRACES = re.compile(r"\{([a-z_]*)\}")
# What a phone answers to get no more texts, as the shipped texts say it in every language.
_STOP = re.compile(r"\bSTOP\b")
_GAPS = re.compile(r"\n{3,}")
_WORD = re.compile(r"[^\W_]+")
# What may follow four letters and is no other word: a plural, a Spanish ending.
_ENDING = re.compile(r"(?<=[a-z]{4})[aeiosy]+$")


@dataclass(frozen=True)
class Placeholder:
    """A word that each message fills: its name, what it is, an example, and the parts that cannot do without it."""

    name: str
    what: Any
    sample: Any
    needed_in: frozenset[str] = frozenset()


def needed(name: str, what: Any, sample: Any, *parts: str) -> Placeholder:
    """Return a placeholder that these parts must have."""
    return Placeholder(name, what, sample, frozenset(parts))


@dataclass(frozen=True)
class Wording:
    """A message that the administrator may reword."""

    name: str
    title: Any
    placeholders: Sequence[Placeholder]

    @property
    def samples(self) -> dict[str, Any]:
        """An example for every placeholder."""
        return {placeholder.name: placeholder.sample for placeholder in self.placeholders}


@dataclass(frozen=True)
class Words:
    """Subject, body and text message, as written."""

    subject: str
    body: str
    text: str


# In every message. Nobody may reword away for whom of a family it is.
_COMMON = (
    needed("clinic_name", _("the clinic’s name"), "Lantern Street Clinic", TEXT),
    needed("whom", _("in a family: for whom it is"), _("This message is about A. C."), BODY),
    needed("whom_short", _("in a family: for whom it is, in a text message"), "(A. C.)", TEXT),
    Placeholder("questions", _("your phone number, if there is one"), _("Questions? Call us: 213-555-0100.")),
    needed("emergency_line", _("what to do in an emergency"), _("In an emergency, call 911."), BODY),
)
WORDINGS: dict[str, Wording] = {}


def editable(name: str, title: Any, *placeholders: Placeholder) -> None:
    """Declare a message as one that the administrator may reword."""
    WORDINGS[name] = Wording(name, title, (*placeholders, *_COMMON))


def own(name: str) -> Words | None:
    """Return the clinic's own words for a message in the language that is spoken now; None where there are none.

    Some seconds old at most. No query for what nobody may reword.
    """
    if name not in WORDINGS:
        return None
    texts: dict[tuple[str, str], Words] | None = caches["process"].get(_KEY)
    if texts is None:
        rows = MessageText.objects.values_list("name", "language", *PARTS)
        texts = {(name, language): Words(*parts) for name, language, *parts in rows}
        caches["process"].set(_KEY, texts, _SECONDS)
    return texts.get((name, language_now()))


def language_now() -> str:
    """Return the clinic's language that is spoken now: of those the site has, without the country."""
    spoken = (translation.get_language() or settings.LANGUAGE_CODE).partition("-")[0]
    codes = [code for code, _name in settings.LANGUAGES]
    return spoken if spoken in codes else codes[0]


def forget() -> None:
    """The words were changed: this process reads them anew, others do within seconds."""
    caches["process"].delete(_KEY)


def fill(words: str, values: Mapping[str, Any]) -> str:
    """Return words with their placeholders filled; where one is empty no gap of many lines is left."""
    return tidy(_BRACES.sub(lambda match: str(values.get(match[1], "")), words))


def tidy(words: str) -> str:
    """Return words without gaps of more than one empty line."""
    lines = "\n".join(line.rstrip() for line in words.splitlines())
    return _GAPS.sub("\n\n", lines).strip() + "\n"


def names_in(words: str) -> set[str]:
    """Return the placeholders that stand in words."""
    return set(_BRACES.findall(words))


def missing(wording: Wording, words: Words) -> list[tuple[str, str]]:
    """Return (part, placeholder) for each that a part cannot do without."""
    return [
        (part, placeholder.name)
        for placeholder in wording.placeholders
        for part in PARTS
        if part in placeholder.needed_in and placeholder.name not in names_in(getattr(words, part))
    ]


def unknown(wording: Wording, words: Words) -> list[tuple[str, str]]:
    """Return (part, placeholder) for each that this message does not know, and would leave empty."""
    names = {placeholder.name for placeholder in wording.placeholders}
    return [(part, name) for part in PARTS for name in sorted(names_in(getattr(words, part)) - names)]


def may_end(words: Words) -> bool:
    """Say whether the text message tells how texts are ended."""
    return _STOP.search(words.text) is not None


def of_another_alphabet(words: str, usual: str) -> list[str]:
    """Return the words with a letter of an alphabet that the usual words do not use: such letters can look like ours,
    and a word written with them is read by people and found by no list.
    """
    known = {"LATIN"} | {_alphabet(sign) for sign in usual if sign.isalpha()}
    found = _WORD.findall(normal(words))
    return list(
        dict.fromkeys(word for word in found if any(_alphabet(sign) not in known for sign in word if sign.isalpha()))
    )


def _alphabet(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]


def normal(words: str) -> str:
    """Return words without invisible marks, wide and ornate letters as plain ones."""
    return unicodedata.normalize("NFKC", without_marks(words))


def banned_in(words: str, banned: Iterable[str]) -> list[str]:
    """Return which banned words, or groups of words, stand in a text, each as it is banned. `banned` is lower case.

    Neither an accent nor an ending makes another word of it: "warfarina" is warfarin, "Depresion" is depresión.
    """
    said = _BRACES.sub(" . ", normal(words).lower())
    as_it_stands = f" {' '.join(_WORD.findall(said))} "
    stems = f" {_stems(said)} "
    standing = sorted(word for word in banned if f" {word} " in as_it_stands)
    others = sorted(word for word in banned if f" {_stems(word)} " in stems)
    # Of several endings of one word the one that stands there.
    return sorted({_stems(word): word for word in (*others, *standing)}.values())


@lru_cache(maxsize=8192)
def _stems(words: str) -> str:
    """Return words in plain letters without the ending of a plural, in English and in Spanish."""
    return " ".join(_ENDING.sub("", word) for word in _WORD.findall(anyascii(words).lower()))
