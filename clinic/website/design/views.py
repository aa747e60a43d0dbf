"""LOOK: the design system, and the stylesheet that shows its states of pointer and keyboard."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_form
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from clinic.site_settings import services as site_settings
from clinic.website.design import forms, samples, tokens
from intake.pages.layout import ScreenLayout, error_links


@login_not_required
@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    _not_in_production()
    css = _stylesheet()
    context = {
        "schemes": tokens.schemes(css),
        "pairs": tokens.pairs(css),
        "icons": samples.ICONS,
        "tiers": samples.TIERS,
        "kinds": samples.KINDS,
        "tasks": samples.TASKS,
        "rows": samples.ROWS,
        "steps": samples.STEPS,
        "error_box": _error_box(samples.ERRORS),
        "effects": samples.EFFECTS,
        "something_wrong": samples.TROUBLE,
        "outcomes": samples.OUTCOMES,
        "sections": samples.SECTIONS,
        "board": samples.BOARD,
        "emergency_advice": ("New numbness between the legs can mean pressure on the nerves.",),
        "empty_fields": _fields(forms.EveryField(auto_id="empty_%s")),
        "wrong_fields": _fields(forms.EveryField({"text": "", "email": "nobody"})),
        "filled_questions": _questions(forms.filled()),
        "wrong_questions": _questions(forms.wrong()),
        "wrong_links": _error_box(error_links(forms.wrong())),
    }
    return render(request, "design/page.html", context)


@login_not_required
@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """The stylesheet once more, with :hover and :focus-visible as classes: what cannot be held still is shown too."""
    _not_in_production()
    return HttpResponse(tokens.as_classes(_stylesheet()), content_type="text/css; charset=utf-8")


def _not_in_production() -> None:
    if settings.PRODUCTION:  # the address does not exist there; this holds even if somebody adds it
        raise Http404


def _stylesheet() -> str:
    return Path(settings.BASE_DIR, "static", "site.css").read_text()


def _fields(form: forms.EveryField) -> SafeString:
    return _shown(SafeString(as_crispy_form(form)))


def _questions(screen: forms.SampleScreen) -> SafeString:
    context = Context({"clinic": site_settings.current()})
    return _shown(ScreenLayout().render(screen, context))


def _error_box(errors: Sequence[Mapping[str, str]]) -> SafeString:
    return _shown(render_to_string("components/error_summary.html", {"errors": errors}))


def _shown(html: SafeString) -> SafeString:
    """A sample does not take the focus of the page."""
    return SafeString(html.replace(" data-focus", ""))
