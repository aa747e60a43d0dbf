"""What the clinic wrote about itself, in the languages of its patients.

Names of visit types, how to find the door, introductions: an administrator writes them in English and beside it in
each other language. A text is found by its English words, so whoever changes those makes the translation ask for new
ones. A text that nobody translated is looked up among the strings of this house (the visit types it ships, names of
languages), and is shown in English when it is not there either.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import caches
from django.db import transaction
from django.utils.translation import get_language, gettext

from clinic.language_names import named
from clinic.languages import SOURCE
from clinic.site_settings import services
from clinic.site_settings.models import OwnText

_SECONDS = 5


def mark_of(english: str) -> str:
    """Return the mark under which a text is kept: of its English words, line ends and outer spaces apart."""
    return hashlib.sha256(plain(english).encode()).hexdigest()


def plain(text: str) -> str:
    """Return a text with line ends as they are kept and without outer spaces."""
    return text.replace("\r\n", "\n").strip()


def in_language(text: str) -> str:
    """Return a text of the clinic's own in the language that is spoken now; in English where nobody translated it."""
    language = get_language() or SOURCE.code
    if language == SOURCE.code or not text.strip():
        return text
    return _kept(language).get(mark_of(text)) or gettext(text)


def listed(text: str) -> str:
    """Return names of languages with commas between them, each in the language that is spoken now: inglés, español."""
    if (get_language() or SOURCE.code) == SOURCE.code:
        return text
    cached = _kept(get_language() or SOURCE.code)
    names = [name.strip() for name in text.split(",") if name.strip()]
    return ", ".join(cached.get(mark_of(name)) or named(name) for name in names)


def translations(language: str) -> dict[str, str]:
    """Return the kept translations of a language by the mark of their English words."""
    return dict(OwnText.objects.filter(language=language).values_list("mark", "text"))


@transaction.atomic
def save(language: str, texts: Mapping[str, str], *, by: AbstractBaseUser, at: datetime) -> int:
    """Keep translations, English words → translated ones; an empty one is taken away. Return how many changed.

    What no English text asks for any more stays: the words may come back.
    """
    before, changed = translations(language), 0
    for english, text in texts.items():
        mark, text = mark_of(english), plain(text)
        if before.get(mark, "") == text:
            continue
        changed += 1
        if text:
            OwnText.objects.update_or_create(
                language=language, mark=mark, defaults={"text": text, "changed_at": at, "changed_by_id": by.pk}
            )
        else:
            OwnText.objects.filter(language=language, mark=mark).delete()
    if changed:
        services.tell_of_change(services.current(), fields=[f"own_texts_{language}"], by=by, at=at)
        transaction.on_commit(lambda: caches["process"].delete(_key(language)))
    return changed


def kept() -> dict[str, str]:
    """Return the translations of the language that is spoken now by their marks; none in English."""
    language = get_language() or SOURCE.code
    return {} if language == SOURCE.code else _kept(language)


def _key(language: str) -> str:
    return f"clinic.own_texts.{language}"


def _kept(language: str) -> dict[str, str]:
    cached: dict[str, str] | None = caches["process"].get(_key(language))
    if cached is None:
        cached = translations(language)
        caches["process"].set(_key(language), cached, _SECONDS)
    return cached
