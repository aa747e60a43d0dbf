"""HELLO: the pages that anyone may read, the same for everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from clinic.accounts import portraits, team
from clinic.accounts.models import Portrait, Practitioner
from clinic.accounts.sessions import ABSOLUTE, IDLE_PATIENT
from clinic.audit.services import KEPT_FOR
from clinic.booking import catalog, photographs, schedule
from clinic.outbox.querysets import SENT_ARE_KEPT_FOR
from clinic.public import kept, same_for_everybody
from clinic.site_settings import services as site_settings
from clinic.website import context, locations, opening_hours, pages, related
from clinic.website.logo import Logo
from intake.pages.drafts import DRAFT_LIVES

type_view = Callable[[HttpRequest], HttpResponseBase]


@dataclass(frozen=True)
class TeamMember:
    """Somebody who treats, as the public knows them."""

    name: str
    title: str
    licence: str
    languages: str
    bio: str = ""
    # Of the photograph: what stands in its address, and in its place for whoever cannot see it.
    digest: str = ""
    alt: str = ""

    @property
    def face(self) -> str:
        """The photograph as an address that holds it: no request of its own. Empty where there is none any more."""
        return _face_of(self.digest)

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split()[:2])


def _face_of(digest: str) -> str:
    """One query and one small picture for each photograph there is, as long as this process lives."""
    key = f"clinic.website.face.{digest}"
    face: str = caches["process"].get(key, "")
    small = None if face else Portrait.objects.filter(digest=digest).values_list("small", flat=True).first()
    if small:
        caches["process"].set(key, face := portraits.inside_a_page(bytes(small)), timeout=None)
    return face


@same_for_everybody
def home(request: HttpRequest) -> HttpResponseBase:
    """Whom we help, how it works, who treats, when and where; and where to begin."""
    return _show(request, "home", practitioners=_people(), **_when())


@same_for_everybody
def practitioners(request: HttpRequest) -> HttpResponseBase:
    """Who may treat you."""
    return _show(request, "practitioners", practitioners=_people())


@same_for_everybody
def prices(request: HttpRequest) -> HttpResponseBase:
    """What it costs."""
    return _show(request, "prices", prices=catalog.price_list())


@same_for_everybody
def privacy(request: HttpRequest) -> HttpResponseBase:
    """What we keep, for how long, and who reads it; the times are those by which the code lives."""
    return _show(
        request,
        "privacy",
        records=_records_kept(site_settings.current().records_years),
        draft_days=DRAFT_LIVES.days,
        letter_days=SENT_ARE_KEPT_FOR.days,
        book_years=KEPT_FOR.days // 365,
        idle_minutes=IDLE_PATIENT.seconds // 60,
        longest_hours=ABSOLUTE.seconds // 3600,
    )


def plain(name: str) -> type_view:
    """Return the view of a page that shows the clinic's profile and nothing else of the database."""

    def view(request: HttpRequest) -> HttpResponseBase:
        return _show(request, name)

    return same_for_everybody(view)


@same_for_everybody
def first_visit(request: HttpRequest) -> HttpResponseBase:
    """What happens at a first visit, and what the place looks like."""
    return _show(request, "first_visit", places=locations.seen())


@same_for_everybody
def contact(request: HttpRequest) -> HttpResponseBase:
    """When and how somebody can be reached, and every place where we see people."""
    way_in = photographs.of_place(schedule.OWN, only_the_way_in=True)
    return _show(request, "contact", locations=locations.listed(), photographs=way_in, **_when())


def reach(name: str) -> type_view:
    """Return the view of a page that says when somebody can be reached."""

    def view(request: HttpRequest) -> HttpResponseBase:
        return _show(request, name, **_when())

    return same_for_everybody(view)


@login_not_required
@require_safe
def colours(request: HttpRequest) -> HttpResponse:
    """The clinic's own colours and logo as one stylesheet; linked only where there are any, by a mark of what it holds.

    Whoever asks for the mark of now may keep it for good: another logo has another mark.
    """
    profile = site_settings.current()
    mark = context.look_mark(profile)
    page_context = {"profile": profile, "logo": Logo.of(profile)}
    response = render(request, "website/colours.css", page_context, content_type="text/css")
    if mark and request.GET.get("v") == mark:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    else:
        response.headers["Cache-Control"] = "public, max-age=300"
    return response


def _show(request: HttpRequest, name: str, **shown: Any) -> HttpResponseBase:
    """Draw a page, or say that the browser's copy of it holds. What is shown must be told apart by its repr."""
    page = pages.page(name)
    shown["articles"] = related.articles(page.reads)

    def make() -> HttpResponse:
        return render(
            request, f"website/{name}.html", {"page": page, "canonical": settings.SITE_URL + page.path, **shown}
        )

    return kept(request, name, shown, make=make)


def _when() -> dict[str, Any]:
    now, profile = timezone.now(), site_settings.current()
    today = timezone.localdate(now)
    return {
        "state": opening_hours.state(profile, at=now),
        "week": opening_hours.week(profile, on=today),
        "closed": opening_hours.closed(profile, on=today),
    }


def _people() -> list[TeamMember]:
    return [_member(practitioner, getattr(practitioner, "portrait", None)) for practitioner in team.practitioners()]


def _member(who: Practitioner, portrait: Portrait | None) -> TeamMember:
    digest, alt = (portrait.digest, portrait.alt) if portrait else ("", "")
    return TeamMember(who.user.name, who.title, who.licence, who.languages, who.bio, digest, alt)


def _records_kept(years: int | None) -> str:
    if years is None:
        return str(pages.ASK_HOW_LONG)
    return ngettext("%(n)d year after your last visit", "%(n)d years after your last visit", years) % {"n": years}
