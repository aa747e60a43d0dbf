"""What messages say and when reminders go out: the administrator's page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import languages
from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.booking import reminders, services
from clinic.booking.errors import BookingError
from clinic.desk.clinical_words import clinical_words
from clinic.desk.forms_wording import RemindersForm, WordsForm
from clinic.desk.views.common import looked_at_or_sent, who
from clinic.outbox import rewording
from clinic.outbox.message_words import PARTS, WORDINGS, Words
from clinic.outbox.models import MessageText
from clinic.outbox.texts import gsm

# Names of messages stand in addresses with a line in place of the slash.
SLUGS = {name.replace("/", "-"): name for name in WORDINGS}


@looked_at_or_sent
@role_required(ADMINISTRATOR)
def wordings(request: HttpRequest) -> HttpResponse:
    """Every message with its languages, and when reminders go out; a POST changes the times."""
    form = RemindersForm(request.POST if request.method == "POST" else None, plan=reminders.plan())
    if request.method == "POST" and form.is_valid():
        try:
            services.set_reminders(form.hours(), by=who(request), at=timezone.now())
        except BookingError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Saved. New times hold from now on."))
            return redirect("desk:wordings")
    own = set(MessageText.objects.values_list("name", "language"))
    rows = [
        {
            "title": WORDINGS[name].title,
            "slug": slug,
            "languages": [(each.code, each.name, (name, each.code) in own) for each in languages.whole()],
        }
        for slug, name in SLUGS.items()
    ]
    return render(request, "desk/wordings.html", {"rows": rows, "form": form, "has_errors": bool(form.errors)})


@looked_at_or_sent
@role_required(ADMINISTRATOR)
def wording(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """One message in one language: its words, how it reads with examples, and back to the shipped ones."""
    kind = SLUGS.get(name)
    if kind is None or language not in _names():
        raise Http404
    now, is_own = rewording.words_now(kind, language)
    form = WordsForm(request.POST if request.method == "POST" else None, words=now)
    do = request.POST.get("do", "")
    if request.method == "POST" and do == "shipped":
        rewording.back_to_shipped(kind, language, by=who(request), at=timezone.now())
        messages.success(request, _("The shipped text is sent again."))
        return redirect("desk:wording", name, language)
    if request.method == "POST" and form.is_valid() and _saved(request, form, kind, language, only_look=do == "look"):
        messages.success(request, _("Saved."))
        return redirect("desk:wordings")
    words = form.words() if form.is_bound and form.is_valid() else now
    return render(request, "desk/wording.html", _context(kind, name, language, form, words) | {"is_own": is_own})


def _names() -> dict[str, str]:
    """The languages in which messages are written, by code: their own names."""
    return {each.code: each.name for each in languages.whole()}


def _saved(request: HttpRequest, form: WordsForm, name: str, language: str, *, only_look: bool) -> bool:
    """Keep the words; say at each field what is wrong. To look at them keeps nothing."""
    banned = clinical_words()
    wrong = rewording.problems(name, language, form.words(), banned=banned)
    if not wrong and not only_look:
        rewording.save(name, language, form.words(), banned=banned, by=who(request), at=timezone.now())
        return True
    for part, sentence in wrong:
        form.add_error(part, sentence)
    return False


def _context(known: str, slug: str, language: str, form: WordsForm, words: Words) -> dict[str, Any]:
    preview = rewording.preview(known, language, words)
    needed = {part: [p for p in WORDINGS[known].placeholders if part in p.needed_in] for part in PARTS}
    return {
        "title": WORDINGS[known].title,
        "slug": slug,
        "language": language,
        "language_name": _names()[language],
        "form": form,
        "preview": preview,
        "counted": gsm.length(preview.text),
        "most": gsm.ONE_MESSAGE if gsm.is_gsm(preview.text) else gsm.ONE_MESSAGE_OF_OTHERS,
        "placeholders": WORDINGS[known].placeholders,
        "needed": {p.name for placeholders in needed.values() for p in placeholders},
        "has_errors": bool(form.errors),
    }
