"""Where an administrator reads a request and answers it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.acting import user_at_work
from clinic.accounts.erasure import due, services
from clinic.accounts.erasure.models import ErasureRequest
from clinic.accounts.errors import AccountError
from clinic.restricted_admin import GuardedAdmin


class AnswerForm(forms.ModelForm[ErasureRequest]):
    """What was done, and what the patient reads about it."""

    outcome = forms.ChoiceField(
        label=_("What was done"), choices=[("", "–"), *((o.value, o.label) for o in services.ANSWERS)]
    )
    answer = forms.CharField(
        label=_("Words to the patient"),
        max_length=services.LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("They read this on their own page. Say what was erased, what is kept, and until when."),
    )

    class Meta:
        model = ErasureRequest
        fields = ("outcome",)


class OpenFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "open"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> Any:
        return [("1", _("Waits for an answer")), ("0", _("Closed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ErasureRequest]) -> QuerySet[ErasureRequest]:
        return queryset.filter(closed_at__isnull=self.value() == "1") if self.value() in {"0", "1"} else queryset


@admin.register(ErasureRequest)
class ErasureAdmin(GuardedAdmin[ErasureRequest]):
    """Requests, the open ones first. Answered once; nothing of it is changed later."""

    lookups = frozenset({OpenFilter.parameter_name})
    list_display = ("asked", "patient", "status", "answered_on")
    list_filter = (OpenFilter,)
    list_select_related = ("patient", "closed_by")
    sortable_by = ()
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[ErasureRequest]:
        return super().get_queryset(request).order_by(F("closed_at").desc(nulls_first=True), "asked_at", "pk")

    def get_form(self, request: HttpRequest, obj: ErasureRequest | None = None, change: bool = False, **kw: Any) -> Any:
        if obj is not None and not self.has_change_permission(request, obj):
            return super().get_form(request, obj, change, **kw)
        return super().get_form(request, obj, change, **kw | {"form": AnswerForm})

    def get_fields(self, request: HttpRequest, obj: ErasureRequest | None = None) -> Any:
        facts = ("patient", "born", "contact", "asked", "law")
        if obj is not None and obj.closed_at is not None:
            return (*facts, "status", "answered_on", "answered_by", "said")
        return (*facts, "outcome", "answer")

    def get_readonly_fields(self, request: HttpRequest, obj: ErasureRequest | None = None) -> Any:
        return [name for name in self.get_fields(request, obj) if name not in {"outcome", "answer"}]

    @admin.display(description=_("asked"))
    def asked(self, row: ErasureRequest) -> str:
        return formatting.moment(row.asked_at)

    @admin.display(description=_("date of birth"))
    def born(self, row: ErasureRequest) -> str:
        return formatting.calendar_date(row.patient.date_of_birth)

    @admin.display(description=_("contact"))
    def contact(self, row: ErasureRequest) -> str:
        return ", ".join(part for part in (row.patient.phone, row.patient.email) if part) or "–"

    @admin.display(description=_("what the law asks"))
    def law(self, row: ErasureRequest) -> str:
        return due.law_for_staff(row.patient, at=timezone.now())

    @admin.display(description=_("status"))
    def status(self, row: ErasureRequest) -> str:
        return row.get_outcome_display() if row.closed_at else str(_("Waits for an answer"))

    @admin.display(description=_("answered"))
    def answered_on(self, row: ErasureRequest) -> str:
        return formatting.moment(row.closed_at) if row.closed_at else "–"

    @admin.display(description=_("answered by"))
    def answered_by(self, row: ErasureRequest) -> str:
        return str(row.closed_by or "–")

    @admin.display(description=_("words to the patient"))
    def said(self, row: ErasureRequest) -> str:
        return row.answer or "–"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: ErasureRequest | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.closed_at is None)

    def save_model(self, request: HttpRequest, obj: ErasureRequest, form: Any, change: bool) -> None:
        cleaned = form.cleaned_data
        row = ErasureRequest.objects.get(pk=obj.pk)
        services.answer(
            row, outcome=cleaned["outcome"], words=cleaned["answer"], by=user_at_work(request), at=timezone.now()
        )

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Show what cannot be done as a sentence; nothing of it was done."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except AccountError as wrong:
            messages.error(request, str(wrong))
            return HttpResponseRedirect(request.get_full_path())
