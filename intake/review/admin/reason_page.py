"""Why a practitioner opens somebody who is not theirs: one choice, in words where nothing fits. No script is needed."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.accounts.acting import user_at_work
from clinic.accounts.models import Patient
from intake.record.errors import ReviewError
from intake.review.models import Case, ReadingReason
from intake.review.need_to_know import door, services
from intake.review.need_to_know.services import ReadSubject


class ReasonForm(forms.Form):
    """A choice, and the words of another reason."""

    code = forms.ChoiceField(
        label=gettext_lazy("Why do you open it?"),
        choices=ReadingReason.Code.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose why you open this record.")},
    )
    words = forms.CharField(
        label=gettext_lazy("If it is another reason: which?"),
        help_text=gettext_lazy("A few words. They are sealed like an answer and stand in no log."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=services.LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "reason-%s"
        self.use_required_attribute = False


def show(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    """Ask why; a POST keeps the reason and leads on. Whoever may read already is led on at once."""
    subject, by, at = subject_called(ref), user_at_work(request), timezone.now()
    on = door.way_on(request.GET.get(door.NEXT, ""), subject)
    if services.may_read(subject, by=by, at=at):
        return redirect(on)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.give_reason(subject, **form.cleaned_data, by=by, at=at)
        except ReviewError as refused:
            form.add_error(refused.about or None, str(refused))
        else:
            return redirect(on)
    about = {"title": _("Why do you open this record?"), "name": subject.name, "form": form}
    return render(request, "admin/review/case/reason.html", context | about | {"has_errors": bool(form.errors)})


def subject_called(ref: str) -> ReadSubject:
    """Return whom a reference is about: a patient, or a case and its patient if it has one; 404 for nobody's."""
    patient = Patient.objects.filter(ref=ref).first()
    if patient is not None:
        return ReadSubject(patient, None)
    case = Case.objects.with_person().filter(ref=ref).first()
    if case is None:
        raise Http404
    return ReadSubject(case.patient, case)
