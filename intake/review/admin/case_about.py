"""Who filled a form in, how it came, and when the person comes next."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import formatting
from intake.record.models import Intake, Source
from intake.review import duty
from intake.review.models import Case, NextVisit

FILLERS: Mapping[str, Any] = {
    "self": gettext_lazy("The patient"),
    "parent_guardian": gettext_lazy("The parent or guardian"),
    "helper": gettext_lazy("Someone who helps the patient"),
}


def intake_filler(raw: dict[str, Any]) -> str:
    """Say who filled the form in."""
    return str(FILLERS.get(raw.get("form_filler", ""), ""))


def how_it_came(intake: Intake) -> str:
    """Say how the form came where the front desk had a hand in it, and whose; nothing for a form from home."""
    source_label = str(intake.get_source_display())
    if intake.source == Source.TABLET:
        names = dict.fromkeys(intake.hand_overs.exclude(opened_at=None).values_list("made_by__name", flat=True))
        handed = _("%(way)s, set up by %(name)s") % {"way": source_label, "name": ", ".join(names)}
        return handed if names else source_label
    if intake.entered_by is not None:
        return _("%(way)s, entered by %(name)s") % {"way": source_label, "name": intake.entered_by.name}
    return ""


def visit_of(case: Case, records: Sequence[int], *, at: datetime) -> str:
    """Return when the person comes next and to whom, on whichever of their records; empty where no visit is ahead."""
    if case.patient_id is None:
        # Nobody's yet: of whoever it may be about, as the queue and the day of the practitioner tell it.
        records = sorted(duty.people_of(case))
    elif case.next_visit is None and len(records) < 2:
        return ""
    coming = NextVisit.objects.select_related("practitioner__user").filter(patient__in=records)
    ahead = coming.order_by("at").first()
    if ahead is None:
        return ""
    name = ahead.practitioner.user.name if ahead.practitioner else ""
    when = formatting.moment(ahead.at)
    if name:
        when = _("%(when)s with %(name)s") % {"when": when, "name": name}
    time_left = ahead.at - at
    if timedelta(0) < time_left < timedelta(days=1):
        return _("%(when)s, in %(left)s") % {"when": when, "left": formatting.waited(time_left)}
    return when
