"""Calls that are owed after visits, each with its clock: the list for practitioners, and closing one with words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from clinic import audit, formatting
from clinic.accounts import roles
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from intake.record.errors import ReviewError
from intake.review.follow_up import calls, check_ins
from intake.review.follow_up.models import FollowUpTask, NoCheckIns
from intake.review.models import Case

MOST_LISTED = 100


class TaskForm(forms.Form):
    """How a call was made, and what came of it."""

    how = forms.ChoiceField(
        label=gettext_lazy("What happened?"),
        choices=[
            (FollowUpTask.Closed.SPOKEN, FollowUpTask.Closed.SPOKEN.label),
            (FollowUpTask.Closed.DONE, FollowUpTask.Closed.DONE.label),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how it was done.")},
    )
    note = forms.CharField(
        label=gettext_lazy("What came of it"),
        help_text=gettext_lazy("What they said, what you advised, what happens next."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        error_messages={"required": gettext_lazy("Write in a sentence what came of it. It stays with the task.")},
    )

    seen = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False


@dataclass(frozen=True)
class TaskRow:
    """One call on the list: who, by when, and where the answer is to be read. No answer among it."""

    task: FollowUpTask
    due: str
    is_late: bool
    case_url: str
    form: TaskForm
    # The answers it rests on, and when they were given; empty where there are none.
    version: str
    told: str

    @property
    def name(self) -> str:
        return self.task.patient.full_name


def rows(*, at: datetime, typed: TaskForm | None = None, about: FollowUpTask | None = None) -> list[TaskRow]:
    """Return the open calls, the most pressing first. Two queries."""
    tasks = list(FollowUpTask.objects.open().with_answers().select_related("patient")[:MOST_LISTED])
    cases = Case.objects.not_closed().filter(patient__in={task.patient_id for task in tasks})
    refs = dict(cases.values_list("patient_id", "ref"))
    return [
        TaskRow(
            task,
            formatting.moment(task.due_at),
            task.is_late(at),
            reverse("admin:review_case_change", args=[refs[task.patient_id]]) if task.patient_id in refs else "",
            typed if typed and about and about.pk == task.pk else TaskForm(auto_id=f"{task.ref}-%s"),
            calls.version_of(task),
            _told(task),
        )
        for task in tasks
    ]


def _told(task: FollowUpTask) -> str:
    saved_at: datetime | None = getattr(task, "answers_saved_at")  # noqa: B009  (the query added it)
    return formatting.short_moment(saved_at) if saved_at else ""


@admin.register(FollowUpTask)
class TaskAdmin(admin.ModelAdmin[FollowUpTask]):
    """The list of calls, and one address a deed."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.listed), name="review_followuptask_changelist"),
            path("<slug:ref>/close/", wrap(self.close), name="review_followuptask_close"),
            path("<slug:ref>/tried/", wrap(self.tried), name="review_followuptask_tried"),
            path("<slug:ref>/stop/", wrap(self.stop), name="review_followuptask_stop"),
        ]

    def has_view_permission(self, request: HttpRequest, obj: FollowUpTask | None = None) -> bool:
        return roles.is_practitioner(request.user) and request.user.has_perm("review.view_case")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: FollowUpTask | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: FollowUpTask | None = None) -> bool:
        return False

    @method_decorator(never_cache)
    @method_decorator(require_GET)
    def listed(self, request: HttpRequest) -> HttpResponse:
        return self._show(request)

    @method_decorator(require_POST)
    def close(self, request: HttpRequest, ref: str) -> HttpResponse:
        """Close a call with words; on any refusal the page comes back with everything that was typed."""
        by, task, form = (
            self._allow(request),
            get_object_or_404(FollowUpTask, ref=ref),
            TaskForm(request.POST, auto_id=f"{ref}-%s"),
        )
        if not form.is_valid():
            return self._show(request, form=form, about=task)
        cleaned = form.cleaned_data
        try:
            calls.close(task, how=cleaned["how"], note=cleaned["note"], seen=cleaned["seen"], by=by, at=timezone.now())
        except ReviewError as refused:
            form.add_error(refused.about or None, str(refused))
            return self._show(request, form=form, about=task)
        messages.success(request, _("The call is closed."))
        return redirect("admin:review_followuptask_changelist")

    @method_decorator(require_POST)
    def tried(self, request: HttpRequest, ref: str) -> HttpResponse:
        by, task = self._allow(request), get_object_or_404(FollowUpTask, ref=ref)
        try:
            calls.tried(task, by=by, at=timezone.now())
        except ReviewError as refused:
            messages.error(request, str(refused))
        return redirect("admin:review_followuptask_changelist")

    @method_decorator(require_POST)
    def stop(self, request: HttpRequest, ref: str) -> HttpResponse:
        """The patient is not treated here any more: nobody asks them again."""
        by, task = self._allow(request), get_object_or_404(FollowUpTask.objects.select_related("patient"), ref=ref)
        check_ins.stop(task.patient, why=NoCheckIns.Why.DISCHARGED, by=by, at=timezone.now())
        messages.success(request, _("We no longer ask this patient after visits."))
        return redirect("admin:review_followuptask_changelist")

    def _allow(self, request: HttpRequest) -> User:
        if not self.has_view_permission(request):
            raise PermissionDenied
        assert isinstance(request.user, User)  # noqa: S101  (the admin lets nobody else in)
        return request.user

    def _show(
        self, request: HttpRequest, *, form: TaskForm | None = None, about: FollowUpTask | None = None
    ) -> HttpResponse:
        by, at = self._allow(request), timezone.now()
        with audited_transaction():
            task_rows = rows(at=at, typed=form, about=about)
            whom = [row.task.patient.ref for row in task_rows]
            audit.record("tasks.read", by=by, at=at, shown=len(task_rows), whom=whom)
        context = {"title": _("Calls to make"), "rows": task_rows, "has_errors": bool(form and form.errors)}
        return render(request, "admin/review/task/list.html", self.admin_site.each_context(request) | context)
