"""Who may open which form. Being allowed to see and fetching are one line: `open_for(viewer).get(ref=ref)`."""

from django.db.models import QuerySet

from intake.pages.viewer import Viewer
from intake.record.models import Answers, Intake


def open_for(viewer: Viewer) -> QuerySet[Intake]:
    """Return the forms this person may open (`Viewer.may_open`)."""
    return Intake.objects.filter(viewer.may_open())


def newest_answers_for(viewer: Viewer, ref: str) -> Answers | None:
    """Return the newest revision of a form this person may open, and with it the form, in one query."""
    own = Answers.objects.filter(viewer.may_open("intake__"), intake__ref=ref)
    return own.select_related("intake").order_by("-revision").first()
