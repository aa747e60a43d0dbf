"""Administrators keep the people here: invite, change role, let go. Nobody is deleted, nobody's password is seen.

Importing this module also closes doors other apps open in the admin: groups, mail addresses and second factors are
not edited there, and its sign-in, sign-out and password pages are ours.
"""

from typing import Any

from allauth.account import admin as allauth_account_admin
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa import admin as allauth_mfa_admin
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth import admin as django_auth_admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts import practitioner_admin, roles, services, views
from clinic.accounts.acting import user_at_work
from clinic.accounts.erasure import admin as erasure_admin
from clinic.accounts.errors import AccountError
from clinic.accounts.models import User
from clinic.accounts.services.invitations import INVITATION_LASTS
from clinic.consequences import AsksFirst
from clinic.contact import shown, text_number
from clinic.form_fields import PhoneField
from clinic.restricted_admin import GuardedAdmin

ROLE_CHOICES = list(roles.LABELS.items())


class InviteForm(forms.ModelForm[User]):
    """Somebody new: name, address and role. They choose their password themselves."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLE_CHOICES)

    class Meta:
        model = User
        fields = ("name", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True


class StaffForm(forms.ModelForm[User]):
    """Somebody who works here."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLE_CHOICES)
    active = forms.BooleanField(
        label=_("Works here"),
        required=False,
        help_text=_("Uncheck to sign this person out everywhere right away. Check again to send a new invitation."),
    )

    phone = PhoneField(
        label=_("Mobile phone for alerts"),
        required=False,
        max_length=80,
        help_text=_("Emergency alerts and other messages of work go there as texts too. Ask the person first."),
    )

    class Meta:
        model = User
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["role"].initial = next(iter(self.instance.groups.values_list("name", flat=True)), None)
        self.fields["active"].initial = self.instance.is_active
        self.fields["phone"].initial = shown(self.instance.texts_to)

    def clean_phone(self) -> str:
        """Return the number as texts are addressed; one that no text reaches is said at the field."""
        number = text_number(self.cleaned_data["phone"]) if self.cleaned_data["phone"] else ""
        if number is None:
            raise ValidationError(_("Use a mobile number in the United States, without an extension."))
        return number


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> Any:
        return ROLE_CHOICES

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() in roles.LABELS else queryset


@admin.register(User)
class UserAdmin(AsksFirst, GuardedAdmin[User]):
    """Staff. Patients' mailboxes are not listed."""

    lookups = frozenset({"role", "is_active__exact"})

    list_display = ("name", "email", "role", "is_active", "invited", "last_seen")
    list_filter = (RoleFilter, "is_active")
    search_fields = ("name", "email")
    ordering = ("name", "email")
    actions = ("send_invitation", "forget_second_factor")
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).filter(is_staff=True).prefetch_related("groups")

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        if not self.has_change_permission(request, obj):
            return super().get_form(request, obj, change, **kwargs)
        return super().get_form(request, obj, change, **kwargs | {"form": StaffForm if obj else InviteForm})

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return ("name", "email", "role", "phone", "active") if obj else ("name", "email", "role")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return ("email",) if obj else ()

    @admin.display(description=_("role"))
    def role(self, person: User) -> str:
        return ", ".join(str(roles.LABELS.get(group.name, group.name)) for group in person.groups.all())

    @admin.display(description=_("has a password"), boolean=True)
    def invited(self, person: User) -> bool:
        return person.has_usable_password()

    @admin.display(description=_("last signed in"), ordering="last_login")
    def last_seen(self, person: User) -> str:
        return formatting.moment(person.last_login) if person.last_login else "–"

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        now, cleaned = timezone.now(), form.cleaned_data
        if not change:
            new_user = services.invite(
                email=cleaned["email"], name=cleaned["name"], role=cleaned["role"], by=user_at_work(request), at=now
            )
            obj.__dict__.update(new_user.__dict__)
            return
        changes = {name: cleaned[name] for name in ("name", "role", "active")}
        services.update(obj, **changes, texts_to=cleaned["phone"], by=user_at_work(request), at=now)

    def response_add(self, request: HttpRequest, obj: User, post_url_continue: str | None = None) -> HttpResponse:
        """Say that the invitation is on its way, and how long its link works."""
        days = INVITATION_LASTS.days
        words = gettext("Invitation sent to %(email)s. The link works for %(days)d days.")
        messages.success(request, words % {"email": obj.email, "days": days})
        return HttpResponseRedirect(reverse("admin:accounts_user_changelist"))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Roles are given by the services alone."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Show what cannot be done as a sentence; nothing of it was done."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except AccountError as wrong:
            messages.error(request, str(wrong))
            return HttpResponseRedirect(request.get_full_path())

    @admin.action(description=_("Send a new invitation"), permissions=["change"])
    def send_invitation(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        self._each(request, queryset, services.invite_again, gettext("We sent %s a new invitation."))

    @admin.action(description=_("Remove lost second factors"), permissions=["change"])
    def forget_second_factor(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        self._each(request, queryset, services.forget_second_factor, gettext("%s will set up a new one at sign-in."))

    def _each(self, request: HttpRequest, people: QuerySet[User], deed: Any, done: str) -> None:
        for person in people:
            try:
                deed(person, by=user_at_work(request), at=timezone.now())
            except AccountError as wrong:
                messages.error(request, str(wrong))
            else:
                messages.success(request, done % person)


@login_not_required
def admin_sign_in(request: HttpRequest, extra_context: Any = None) -> HttpResponse:
    """Reached by staff who are signed in and have nothing in the admin, or are there already."""
    if not admin.site.has_permission(request):
        messages.info(request, gettext("Your work is here, not in the admin."))
    return redirect("accounts:landing")


# Imported here, so that Django finds the pages.
ERASURE = erasure_admin.ErasureAdmin
PRACTITIONERS = practitioner_admin.PractitionerAdmin


def _close_other_doors() -> None:
    """The modules named here have registered these models; unregistered they can be reached by nobody."""
    for module, model in (
        (django_auth_admin, Group),
        (allauth_account_admin, EmailAddress),
        (allauth_mfa_admin, Authenticator),
    ):
        if module and admin.site.is_registered(model):
            admin.site.unregister(model)


_close_other_doors()
# allauth's guard sends strangers to our sign-in page and refuses patients; the stock form is never shown.
admin.site.login = secure_admin_login(admin_sign_in)  # type: ignore[method-assign]
admin.site.logout = views.SignOut.as_view()  # type: ignore[method-assign]
admin.site.password_change = views.change_password  # type: ignore[method-assign,assignment]
admin.site.has_permission = roles.may_enter_admin  # type: ignore[method-assign]
