"""How many there are, as people read it: `{{ found|counted }}`, `{% blocktranslate count n=found|counted %}`.

Not Django's USE_THOUSAND_SEPARATOR: it also groups the figures of addresses, keys and years.
"""

from django import template

from clinic.formatting import count

register = template.Library()


class Counted(int):
    """A number that chooses its plural as a number and is written as people read it."""

    def __str__(self) -> str:
        return count(int(self))


@register.filter
def counted(number: int) -> int:
    """Return a number that is shown with the separator of the language that is spoken: 5,567."""
    return Counted(number)
