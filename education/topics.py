"""The topics under which articles are found. Slugs stand in addresses and are permanent; titles may change.

A language may have words of its own for its addresses; where it has none, the slug stands there. The slug leads to the
page in every language, for good: it was the address before there were words.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

TOPICS: Mapping[str, Any] = {
    "back-pain": _("Back pain"),
    "evidence": _("What the research says"),
    "safety": _("Safety"),
    "pregnancy": _("Pregnancy"),
    "medicines": _("Medicines"),
    "first-visit": _("Your visit"),
    "after-visit": _("After your visit"),
    "emergency": _("When not to wait"),
    "other-care": _("With other care"),
    "choosing": _("Choosing a practitioner"),
    "fear": _("Needles and fear"),
}

# What stands in the addresses of a language instead of the slug: as permanent as the slug.
WORDS: Mapping[str, Mapping[str, str]] = {
    "es": {
        "back-pain": "dolor-de-espalda",
        "evidence": "lo-que-dicen-los-estudios",
        "safety": "seguridad",
        "pregnancy": "embarazo",
        "medicines": "medicinas",
        "first-visit": "su-visita",
        "after-visit": "despues-de-su-visita",
        "emergency": "cuando-no-esperar",
        "other-care": "junto-con-otros-tratamientos",
        "choosing": "como-elegir-un-profesional",
        "fear": "agujas-y-miedo",
    },
}


class TopicInAddress:
    """Reads and writes a topic in an address of the language that is spoken; the slug itself is understood too."""

    regex = "[-a-z0-9]+"

    def to_python(self, word: str) -> str:
        slugs = {own: slug for slug, own in _words().items()}
        slug = slugs.get(word, word)
        if slug not in TOPICS:
            raise ValueError(word)
        return slug

    def to_url(self, slug: str) -> str:
        return _words().get(slug, slug)


def _words() -> Mapping[str, str]:
    return WORDS.get(get_language() or "", {})
