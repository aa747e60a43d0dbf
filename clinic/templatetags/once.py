"""{% once %}: what is the same for everybody is drawn once, and then only put in its place.

    {% load once %}
    {% once name=clinic.name demo=demo %} … {% endonce %}

Inside, nothing is known but the values that are named, and the language: no request, no user, no form. So what is kept
can hold nothing of a person, unless somebody names it. Name only what few values can have.
"""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

# Enough for every screen in every language; if somebody names what has many values, memory still has an end.
MOST_KEPT = 1000


class OnceNode(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList, named: Mapping[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.named = named
        self.drawn: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        values = [expression.resolve(context) for expression in self.named.values()]
        key = (get_language(), *values)
        found = self.drawn.get(key)
        if found is None:
            inside = Context(dict(zip(self.named, values, strict=True)), autoescape=context.autoescape)
            inside.template = context.template
            if len(self.drawn) >= MOST_KEPT:
                self.drawn.clear()
            found = self.drawn[key] = self.nodelist.render(inside)
        return found


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    """Compile {% once name=value … %}; anything but names with values is a mistake in the template."""
    words = token.split_contents()[1:]
    named = token_kwargs(words, parser)
    if words:
        raise template.TemplateSyntaxError("{% once %} takes names with values: {% once name=clinic.name %}.")
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(nodelist, named)
