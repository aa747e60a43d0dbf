"""How far each translated text has come: a draft, checked by a native speaker, signed by a clinician.

The states stand beside the catalog in locale/<language>/states.csv, a row a text: its mark, the state, who said so and
when. The mark is made of the English and the translated words: whoever changes either makes the text a draft again.
A text without a row is a draft.
"""

import csv
import gettext
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.utils.translation import to_locale

from clinic.languages import SOURCE, Language, shipped

FILE = "states.csv"


class TextState(StrEnum):
    """What stands behind a translated text."""

    DRAFT = "draft"
    CHECKED = "checked"
    SIGNED = "signed"


@dataclass(frozen=True)
class LanguageStates:
    """How many texts of a language are in which state, and who said so."""

    language: Language
    counts: Counter[TextState]
    people: tuple[str, ...]

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def drafts(self) -> int:
        return self.counts[TextState.DRAFT]

    @property
    def checked(self) -> int:
        return self.counts[TextState.CHECKED]

    @property
    def signed(self) -> int:
        return self.counts[TextState.SIGNED]


def mark_of(context: str, english: str, texts: tuple[str, ...]) -> str:
    """Return the mark of a text: of its context, its English words and every form of its translation."""
    return hashlib.blake2b("\0".join((context, english, *texts)).encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """One text: its English words, every form of its translation, its state, and who said so when (a draft: nobody)."""

    english: str
    forms: tuple[str, ...]
    state: TextState
    by: str = ""
    on: str = ""


def states_of_languages() -> list[LanguageStates]:
    """Return the states of every shipped language but English. Reads files; nothing is remembered."""
    return [_states(language) for language in shipped() if language.code != SOURCE.code]


def texts_of(language: Language) -> list[TranslatedText]:
    """Return every text of a language in the order of its English words. Reads files; nothing is remembered."""
    base = Path(settings.LOCALE_PATHS[0]) / to_locale(language.code)
    rows = {row["mark"]: row for row in rows_in(base / FILE)}
    texts = []
    for context, english, forms in _texts(base / "LC_MESSAGES" / "django.mo"):
        row = rows.get(mark_of(context, english, forms), {"state": TextState.DRAFT, "by": "", "on": ""})
        texts.append(TranslatedText(english, forms, TextState(row["state"]), row["by"], row["on"]))
    return sorted(texts, key=lambda text: (text.english.casefold(), text.english))


def _states(language: Language) -> LanguageStates:
    texts = texts_of(language)
    counts = Counter(text.state for text in texts)
    return LanguageStates(language, counts, tuple(sorted({text.by for text in texts if text.by})))


def rows_in(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file of states; none where there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _texts(compiled: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield context, English words and every form of each text in a compiled catalog."""
    if not compiled.exists():
        return
    with compiled.open("rb") as file:
        catalog: dict[str | tuple[str, int], str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # no other way to list it
    texts: dict[str, list[str]] = {}
    for key, text in catalog.items():
        texts.setdefault(key if isinstance(key, str) else key[0], []).append(text)
    for key, forms in texts.items():
        context, _sign, english = key.rpartition("\x04")
        if english:
            yield context, english, tuple(forms)
