"""How far the translations have come, language by language and text by text: the administrator's pages."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.languages import SOURCE, shipped
from clinic.translation_states import TextState, states_of_languages, texts_of

ON_A_PAGE = 50
_LONGEST = 100  # characters of a search
WORDS = {
    TextState.DRAFT: _("Draft"),
    TextState.CHECKED: _("Checked by a native speaker"),
    TextState.SIGNED: _("Signed by a clinician"),
}


@role_required(ADMINISTRATOR)
@require_safe
def translations(request: HttpRequest) -> HttpResponse:
    """Show how many texts of each language are drafts, checked by a native speaker or signed by a clinician."""
    return render(request, "desk/translations.html", {"languages": states_of_languages()})


@role_required(ADMINISTRATOR)
@require_safe
def texts(request: HttpRequest, code: str) -> HttpResponse:
    """Show each text of a language with its state; of one state, or with some words in it, where that is asked for."""
    language = next((each for each in shipped() if each.code == code and each is not SOURCE), None)
    if language is None:
        raise Http404
    asked, words = request.GET.get("state", ""), request.GET.get("words", "").strip()[:_LONGEST]
    found = [
        text
        for text in texts_of(language)
        if asked in ("", text.state) and words.casefold() in "\n".join((text.english, *text.forms)).casefold()
    ]
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = {"state": asked, "words": words}
    return render(
        request,
        "desk/translated_texts.html",
        {
            "language": language,
            "rows": [(text, WORDS[text.state]) for text in page],
            "page": page,
            "count": len(found),
            "states": list(WORDS.items()),
            "asked": asked,
            "words": words,
            "previous_url": f"?{urlencode(query | {'page': page.number - 1})}" if page.has_previous() else "",
            "next_url": f"?{urlencode(query | {'page': page.number + 1})}" if page.has_next() else "",
        },
    )
