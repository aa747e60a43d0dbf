"""The pages that anyone may read: title, description and the words by which somebody looks for each.

One list, read by the pages themselves (title, description), the header and footer, the site search and the sitemap.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    # A page of ours by its name, or an address by its name and what the menu calls it.
    type_entry = str | tuple[str, StrPromise]

# The day on which somebody last read these pages against the code and the house; the legal pages show it.
READ_ON = date(2026, 11, 21)
# What the privacy notice says where the clinic has not written down for how many years it keeps records.
ASK_HOW_LONG = _("As long as the law requires. Ask us how long that is for you")


@dataclass(frozen=True)
class PublicPage:
    """A page for everyone.

    `short` is what a menu calls it, `words` are what people type who look for it, `reads` the articles that say more.
    """

    name: str
    title: "StrPromise"
    description: "StrPromise"
    words: "StrPromise"
    short: "StrPromise | str" = ""
    reads: tuple[str, ...] = ()
    read_on: date = READ_ON

    @property
    def path(self) -> str:
        """Where it is."""
        return reverse(f"website:{self.name}")

    @property
    def label(self) -> str:
        """What a menu calls it."""
        return str(self.short or self.title)


@dataclass(frozen=True)
class PageLink:
    """A line of a menu. `current` is what aria-current says: the page itself, a part of the site, or nothing."""

    label: str
    path: str
    current: str = ""


PAGES = (
    PublicPage(
        name="home",
        title=_("Acupuncture for back and spine pain"),
        description=_("Who we help, how it works, who treats you, when we are open and how to find us."),
        words=_("home start clinic back spine neck pain acupuncture help opening hours address"),
        short=_("Home"),
        reads=("acupuncture-for-back-pain", "can-acupuncture-make-back-pain-worse", "who-should-be-careful"),
    ),
    PublicPage(
        name="first_visit",
        title=_("Your first visit"),
        description=_("What to do before you come, what happens in the room, and what you can say no to."),
        words=_("first visit new patient prepare bring wear eat expect needles hurt how long consultation"),
        short=_("First visit"),
        reads=("your-first-visit", "needle-fear-expectation-and-nocebo", "who-should-be-careful"),
    ),
    PublicPage(
        name="after_care",
        title=_("After your visit"),
        description=_("What is normal after acupuncture, when to call us, and when to get help right away."),
        words=_("after care aftercare side effects sore bruise tired dizzy worse pain breath fever bleeding drive"),
        reads=("after-your-visit", "can-acupuncture-make-back-pain-worse"),
    ),
    PublicPage(
        name="practitioners",
        title=_("Our practitioners"),
        description=_("Who can treat you: names, license numbers, languages, and how to check a license."),
        words=_("practitioners acupuncturist doctor license number board check language who staff team"),
        short=_("Practitioners"),
        reads=("choosing-a-practitioner-in-california",),
    ),
    PublicPage(
        name="prices",
        title=_("Prices"),
        description=_("What a visit costs, what is included and what is not, and how to ask before you come."),
        words=_("prices price cost fee pay payment insurance money estimate free cheap how much"),
        reads=("acupuncture-for-back-pain",),
    ),
    PublicPage(
        name="book",
        title=_("Book a consultation"),
        description=_("How to book a time with us, and what to have ready."),
        words=_("book booking appointment consultation visit time slot cancel move reschedule call phone"),
        short=_("Book"),
    ),
    PublicPage(
        name="contact",
        title=_("Contact and how to find us"),
        description=_("Phone, email, opening hours, address, and how to find the door."),
        words=_("contact phone telephone call email address map directions parking door hours open closed find"),
        short=_("Contact"),
    ),
    PublicPage(
        name="emergency",
        title=_("Is this an emergency?"),
        description=_("Signs with back pain that cannot wait, and who to call."),
        words=_("emergency urgent 911 988 hospital numb weak bladder chest pain fever suicide help now"),
        reads=("red-flags-of-back-pain", "more-red-flags"),
    ),
    PublicPage(
        name="privacy",
        title=_("Privacy notice"),
        description=_("What this site keeps about you, who reads it, for how long, and what you can ask of us."),
        words=_("privacy data cookies records confidential secret encryption delete copy complaint hipaa rights"),
        short=_("Privacy"),
    ),
    PublicPage(
        name="accessibility",
        title=_("Accessibility statement"),
        description=_("How this site works for everyone, what does not work yet, and how to tell us."),
        words=_("accessibility disability screen reader keyboard blind deaf wheelchair contrast wcag interpreter"),
        short=_("Accessibility"),
    ),
)

_BY_NAME = {page.name: page for page in PAGES}
# The menus, as names of addresses. Rooms whose pages are not there are left out.
_READ = ("education:articles", _("Articles"))
_SEARCH = ("website:search", _("Search"))
_SIGN_IN = ("account_login", _("Sign in"))
HEADER = ("first_visit", "practitioners", "prices", _READ, "contact", _SEARCH, _SIGN_IN)
FOOTER = (
    (_("Your visit"), ("first_visit", "after_care", "practitioners", "prices", "book")),
    (_("Find and read"), ("contact", _READ, _SEARCH, "emergency")),
    (_("About this site"), ("privacy", "accessibility", _SIGN_IN)),
)


def page(name: str) -> PublicPage:
    """Return a page by the name of its address."""
    return _BY_NAME[name]


def header(here: str) -> list[PageLink]:
    """Return the links of the header for a page at `here`."""
    return _links(HEADER, here)


def footer(here: str) -> list[tuple[str, list[PageLink]]]:
    """Return the links of the footer by their headings."""
    return [(str(title), _links(entries, here)) for title, entries in FOOTER]


def _links(entries: "Iterable[type_entry]", here: str) -> list[PageLink]:
    return [link for link in (_link(entry, here) for entry in entries) if link]


def _link(entry: "type_entry", here: str) -> PageLink | None:
    if isinstance(entry, str):
        return PageLink(page(entry).label, path := page(entry).path, "page" if path == here else "")
    try:
        path = reverse(entry[0])
    except NoReverseMatch:
        return None
    return PageLink(str(entry[1]), path, "page" if path == here else "true" if here.startswith(path) else "")
