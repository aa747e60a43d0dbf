"""What the clinic wrote about itself and patients read: every such text, with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from clinic.accounts.models import Practitioner
from clinic.booking.models import Location, PlacePhotograph, VisitType
from clinic.language_names import named
from clinic.site_settings import own_texts
from clinic.site_settings import services as site_settings

# The fields of the profile that patients read; a name and an address are the same in every language.
_OF_THE_PROFILE = (
    "tagline",
    "directions",
    "getting_in",
    "prices_include",
    "prices_exclude",
    "privacy_contact",
    "service_companies",
    "complaints_to",
)


@dataclass(frozen=True)
class TextToTranslate:
    """A text in English: where it stands, its words, and what patients read in the language (empty: the English)."""

    where: str
    english: str
    text: str

    @property
    def mark(self) -> str:
        """Its name in a form."""
        return own_texts.mark_of(self.english)

    @property
    def is_long(self) -> bool:
        """It needs more than a line."""
        return len(self.english) > 60 or "\n" in self.english


def texts_of_the_clinic(language: str, *, on: date) -> list[TextToTranslate]:
    """Return each text once, in the order of the pages; closed days from a date on."""
    translations, texts = own_texts.translations(language), dict[str, TextToTranslate]()
    for where, english in _written(on=on):
        mark = own_texts.mark_of(english)
        if own_texts.plain(english) and mark not in texts:
            texts[mark] = TextToTranslate(
                where, own_texts.plain(english), translations.get(mark) or _shipped(english, language)
            )
    return list(texts.values())


def _shipped(english: str, language: str) -> str:
    """Return what the house itself knows for a text: its own visit types, names of languages; else nothing."""
    words = own_texts.plain(english)
    with translation.override(language):
        return next(
            (translated for translated in (named(words), translation.gettext(words)) if translated != words), ""
        )


def untranslated(texts: Iterable[TextToTranslate]) -> int:
    """Return how many of them have no translation yet."""
    return sum(not each.text for each in texts)


def _written(*, on: date) -> Iterator[tuple[str, str]]:
    profile = site_settings.current()
    people = list(
        Practitioner.objects.working().select_related("user", "portrait").defer("portrait__small", "portrait__large")
    )
    for name in _OF_THE_PROFILE:
        field = profile._meta.get_field(name)
        yield (
            _("Clinic settings: %(what)s") % {"what": str(getattr(field, "verbose_name", name))},
            getattr(profile, name),
        )
    for price in profile.prices.all():
        yield _("Price list"), price.name
        yield _("Price list"), price.note
    for closed in site_settings.closed_ahead(profile, on=on, days=400):
        yield _("Closed day"), closed.why
    for location in Location.objects.filter(active=True):
        where = {"name": location.name}
        yield _("Location %(name)s: how to find the door") % where, location.directions
        yield _("Location %(name)s: access inside") % where, location.getting_in
    for photograph in PlacePhotograph.objects.shown().without_pictures():
        shown = {"name": str(photograph)}
        yield _("Photograph: %(name)s, description") % shown, photograph.alt
        yield _("Photograph: %(name)s, caption") % shown, photograph.caption
    for kind in VisitType.objects.filter(active=True):
        yield _("Visit type: name"), kind.name
        yield _("Visit type: description"), kind.about
        yield _("Visit type: what to bring"), kind.bring
    for spoken in (profile.languages, *(person.languages for person in people)):
        yield from ((_("Language"), name) for name in spoken.split(","))
    for person in people:
        words = {"name": person.user.name}
        yield _("%(name)s: title") % words, person.title
        yield _("%(name)s: introduction") % words, person.bio
        if portrait := getattr(person, "portrait", None):
            yield _("%(name)s: description of the photograph") % words, portrait.alt
