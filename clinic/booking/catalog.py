"""What a visit is called, how long it takes and what it costs: said once, by the visit type and its price."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from clinic.booking.models import VisitType
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import Price


@dataclass(frozen=True)
class PriceLine:
    """A line of the price list; `price` is empty where it costs nothing, `minutes` None where no length is said."""

    name: str
    minutes: int | None
    price: str
    note: str


def prices_of(visit_types: Iterable[VisitType]) -> dict[int, str]:
    """Return what each of these visit types costs, in words, by its key; those without a price are left out."""
    keys = [visit_type.pk for visit_type in visit_types]
    priced = VisitType.objects.filter(pk__in=keys, price__isnull=False).select_related("price__profile").order_by()
    return {visit_type.pk: visit_type.price.in_words for visit_type in priced if visit_type.price}


def price_list() -> list[PriceLine]:
    """Return the price list in its order. What is a visit is called and takes as long as its visit type says.

    Two queries.
    """
    offered = Prefetch("visit_types", VisitType.objects.filter(active=True), to_attr="offered")
    prices = site_settings.current().prices.select_related("profile").prefetch_related(offered)
    return [line for price in prices for line in _lines(price, price.offered)]


def _lines(price: Price, offered: list[VisitType]) -> list[PriceLine]:
    if not offered:
        return [PriceLine(price.name, price.minutes, price.in_words, price.note)]
    return [PriceLine(each.name, each.length, price.in_words, price.note) for each in offered]
