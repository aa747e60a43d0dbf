"""New and newly reviewed articles as an Atom feed. Readers of feeds get title and summary, and come here to read."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from clinic.public import kept, same_for_everybody
from clinic.site_settings import services as site_settings
from clinic.text import collapse
from education import services
from education.services import Shelved


class ArticleFeed(Feed[Shelved, None]):
    """Every published article, the newest edition first. Addresses come from SITE_URL, never from the request."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("Articles from %(clinic)s") % {"clinic": site_settings.current().name}

    def subtitle(self) -> str:
        return _("What acupuncture can and can't do for back pain, with sources.")

    def link(self) -> str:
        return settings.SITE_URL + reverse("education:articles")

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse("education:feed")

    def author_name(self) -> str:
        return site_settings.current().name

    def items(self) -> list[Shelved]:
        return sorted(services.shelf(), key=lambda article: article.at, reverse=True)

    def item_title(self, item: Shelved) -> str:
        # XML knows no control characters: one in a title must not take the whole feed away.
        return collapse(item.title)

    def item_description(self, item: Shelved) -> str:
        # A feed reader takes the summary for HTML.
        return escape(collapse(item.summary))

    def item_link(self, item: Shelved) -> str:
        return settings.SITE_URL + item.path

    def item_guid(self, item: Shelved) -> str:
        # The article keeps its name when its address changes.
        return f"{settings.SITE_URL}{reverse('education:articles')}#{item.key}"

    def item_updateddate(self, item: Shelved) -> datetime:
        return item.at


@same_for_everybody
def feed(request: HttpRequest) -> HttpResponseBase:
    """The feed, asked for anew only when something in it has changed."""

    def make() -> HttpResponse:
        response: HttpResponse = ArticleFeed()(request)
        return response

    return kept(request, services.shelf_mark(), make=make)
