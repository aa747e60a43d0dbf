"""Administrators keep what is known of a practitioner: license, title, languages, duty, introduction and photograph."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from clinic.accounts import services
from clinic.accounts.acting import user_at_work
from clinic.accounts.introduction import IntroductionForm
from clinic.accounts.models import Practitioner
from clinic.restricted_admin import GuardedAdmin

KEPT = ("licence", "title", "languages", "on_duty")


class PractitionerForm(IntroductionForm):
    """A practitioner, with what only administrators keep."""

    class Meta(IntroductionForm.Meta):
        fields = (*KEPT, "bio")


@admin.register(Practitioner)
class PractitionerAdmin(GuardedAdmin[Practitioner]):
    """License, title, languages, duty and what the public reads. A practitioner begins as an invited user."""

    lookups = frozenset({"on_duty__exact"})

    list_display = ("user", "licence", "title", "languages", "on_duty")
    list_filter = ("on_duty",)
    list_select_related = ("user",)
    search_fields = ("user__name", "licence")
    readonly_fields = ("user",)
    fields = ("user", *KEPT, "bio", "photograph", "alt", "no_photograph")
    form = PractitionerForm
    ordering = ("user__name",)
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Practitioner, form: Any, change: bool) -> None:
        cleaned, by, now = form.cleaned_data, user_at_work(request), timezone.now()
        services.update_practitioner(obj, **{name: cleaned[name] for name in KEPT}, by=by, at=now)
        form.keep(by=by, at=now)
