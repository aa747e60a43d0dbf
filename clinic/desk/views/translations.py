"""How far the translations have come, language by language and text by text, and the clinic's own texts in each."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.desk.forms_own_texts import OwnTextsForm
from clinic.desk.texts_to_translate import texts_of_the_clinic, untranslated
from clinic.desk.views.common import looked_at_or_sent, who
from clinic.languages import SOURCE, Language, shipped
from clinic.site_settings import own_texts as kept_texts
from clinic.translation_states import TextState, states_of_languages, texts_of
from education.translations import states_of_articles

ON_A_PAGE = 50
_LONGEST = 100  # characters of a search
WORDS = {
    TextState.DRAFT: gettext_lazy("Draft"),
    TextState.CHECKED: gettext_lazy("Checked by a native speaker"),
    TextState.SIGNED: gettext_lazy("Signed by a clinician"),
}


@role_required(ADMINISTRATOR)
@require_safe
def translations(request: HttpRequest) -> HttpResponse:
    """Show how many texts of each language, and which articles, are drafts, checked by a native speaker or signed."""
    today = timezone.localdate()
    rows = [
        {
            "states": states,
            "is_whole": states.language.whole,
            "articles": states_of_articles(states.language.code),
            "missing": untranslated(texts_of_the_clinic(states.language.code, on=today)),
        }
        for states in states_of_languages()
    ]
    return render(request, "desk/translations.html", {"languages": rows})


@looked_at_or_sent
@role_required(ADMINISTRATOR)
def own_texts(request: HttpRequest, language: str) -> HttpResponse:
    """What the clinic wrote about itself, in English and beside it in one language."""
    spoken = _whole(language)
    texts = texts_of_the_clinic(language, on=timezone.localdate())
    form = OwnTextsForm(request.POST if request.method == "POST" else None, texts=texts, language=language)
    if request.method == "POST" and form.is_valid():
        kept_texts.save(language, form.translated(), by=who(request), at=timezone.now())
        messages.success(request, _("Saved. Patients read it from now on."))
        return redirect("desk:translations")
    context = {"form": form, "spoken": spoken, "missing": untranslated(texts), "has_errors": bool(form.errors)}
    return render(request, "desk/own_texts.html", context)


def _whole(code: str) -> Language:
    """Return the language of a code in which every page is there; 404 for any other, and for English."""
    for language in shipped():
        if language.code == code != SOURCE.code and language.whole:
            return language
    raise Http404


@role_required(ADMINISTRATOR)
@require_safe
def texts(request: HttpRequest, code: str) -> HttpResponse:
    """Show each text of a language with its state; of one state, or with some words in it, where that is asked for."""
    language = next((each for each in shipped() if each.code == code and each is not SOURCE), None)
    if language is None:
        raise Http404
    state, words = request.GET.get("state", ""), request.GET.get("words", "").strip()[:_LONGEST]
    matches = [
        text
        for text in texts_of(language)
        if state in ("", text.state) and words.casefold() in "\n".join((text.english, *text.forms)).casefold()
    ]
    page = Paginator(matches, ON_A_PAGE).get_page(request.GET.get("page"))
    query = {"state": state, "words": words}
    return render(
        request,
        "desk/translated_texts.html",
        {
            "spoken": language,
            "rows": [(text, WORDS[text.state]) for text in page],
            "page": page,
            "count": len(matches),
            "states": list(WORDS.items()),
            "asked": state,
            "words": words,
            "previous_url": f"?{urlencode(query | {'page': page.number - 1})}" if page.has_previous() else "",
            "next_url": f"?{urlencode(query | {'page': page.number + 1})}" if page.has_next() else "",
        },
    )
