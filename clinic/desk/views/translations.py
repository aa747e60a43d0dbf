"""How far the translations have come, language by language, and the clinic's own texts in each."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.desk.forms_own_texts import OwnTextsForm
from clinic.desk.texts_to_translate import texts_of_the_clinic, untranslated
from clinic.desk.views.common import looked_at_or_sent, who
from clinic.languages import SOURCE, Language, shipped
from clinic.site_settings import own_texts as kept_texts
from clinic.translation_states import states_of_languages
from education.translations import states_of_articles


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
    context = {"form": form, "language": spoken, "missing": untranslated(texts), "has_errors": bool(form.errors)}
    return render(request, "desk/own_texts.html", context)


def _whole(code: str) -> Language:
    """Return the language of a code in which every page is there; 404 for any other, and for English."""
    for language in shipped():
        if language.code == code != SOURCE.code and language.whole:
            return language
    raise Http404
