"""How far the translations have come, language by language: the administrator's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.translation_states import states_of_languages
from education.translations import states_of_articles


@role_required(ADMINISTRATOR)
@require_safe
def translations(request: HttpRequest) -> HttpResponse:
    """Show how many texts of each language, and which articles, are drafts, checked by a native speaker or signed."""
    languages = [(states, states_of_articles(states.language.code)) for states in states_of_languages()]
    return render(request, "desk/translations.html", {"languages": languages})
