"""A form whose patient chose an emergency language: its red-flag screens and its stop page are read in that one.

Every other page is in English and says so. An address says its language; where it says none, the form's own holds, but
for staff who type for a patient. Whoever asks for English all the same has chosen it: then that is the form's own.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language

from clinic import languages
from clinic.languages import SOURCE, Language
from intake.pages.viewer import Viewer
from intake.record.models import Intake


def elsewhere(request: HttpRequest, intake: Intake, viewer: Viewer, *, is_urgent: bool) -> HttpResponse | None:
    """Return the way to the same page in the language it is to be read in; None where that is this one.

    `is_urgent` says whether the page is there in emergency languages.
    """
    language = languages.read_in(request)
    address = request.get_full_path()
    if not language.whole:
        return None if is_urgent else HttpResponseRedirect("/" + address.removeprefix(f"/{language.code}/").lstrip("/"))
    if is_urgent and languages.is_urgent(intake.language) and _follows(viewer, language):
        return HttpResponseRedirect(languages.spoken(address, intake.language))
    return None


def _follows(viewer: Viewer, read: Language) -> bool:
    return read == SOURCE and not viewer.is_staff


def beside_english(intake: Intake | None, viewer: Viewer) -> Language | None:
    """Return the language that the patient chose, on a page that is there in English only; None where that is none."""
    if intake is None or viewer.is_staff or get_language() != SOURCE.code:
        return None
    return next((each for each in languages.urgent() if each.code == intake.language), None)
