"""Another language by its own name, on a page of a form that asks nothing: a fact from the moment it is chosen."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from clinic import languages
from intake.pages import language_choice
from intake.pages.viewer import FormViewer
from intake.pages.views.doors import own_form


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def language(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Keep the language of the page that was asked for (`to`), and open that page."""
    if request.method != "POST":
        return redirect("intake:tasks", viewer.intake.ref)
    code, address = languages.way_to(request.POST.get("to", ""))
    language_choice.keep(viewer, code, at=timezone.now())
    return HttpResponseRedirect(address)
