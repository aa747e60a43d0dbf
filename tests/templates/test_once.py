"""{% once %}: drawn once for the values that are named, and blind to everything else."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

from clinic.templatetags import once


def draw(template: Template, **values: object) -> str:
    return template.render(Context(values))


def test_what_is_inside_is_drawn_once_for_each_value() -> None:
    page = Template("{% load once %}{% once name=clinic %}{{ name }}{% now 'u' %}{% endonce %}")
    first = draw(page, clinic="North")
    assert first.startswith("North")
    assert draw(page, clinic="North") == first
    assert draw(page, clinic="South").startswith("South")
    assert draw(page, clinic="North") == first


def test_nothing_is_known_inside_but_what_is_named() -> None:
    inside = "[{{ patient }}{{ request }}{% csrf_token %}]"
    page = Template("{% load once %}{% once demo=demo %}" + inside + "{% endonce %}{{ patient }}")
    request = RequestFactory().get("/")
    assert draw(page, patient="Ana", demo=False, request=request, csrf_token="secret") == "[]Ana"
    assert draw(page, patient="Zed", demo=False, request=request, csrf_token="secret") == "[]Zed"


def test_each_language_is_drawn_by_itself() -> None:
    page = Template("{% load once i18n %}{% once %}{% get_current_language as now %}{{ now }}{% endonce %}")
    for language in ("en", "es", "en"):
        with translation.override(language):
            assert draw(page) == language


def test_what_is_named_is_escaped_as_everywhere() -> None:
    page = Template("{% load once %}{% once name=name %}{{ name }}{% endonce %}")
    assert draw(page, name="<b>") == "&lt;b&gt;"


def test_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "MOST_KEPT", 3)
    page = Template("{% load once %}{% once number=number %}{{ number }}{% endonce %}")
    assert [draw(page, number=number) for number in range(10)] == [str(number) for number in range(10)]
    (node,) = [node for node in page.nodelist if isinstance(node, once.OnceNode)]
    assert len(node.drawn) <= 3


def test_a_value_without_a_name_is_a_mistake() -> None:
    with pytest.raises(TemplateSyntaxError, match="names with values"):
        Template("{% load once %}{% once clinic %}{% endonce %}")
