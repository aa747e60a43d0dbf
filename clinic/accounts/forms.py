"""The forms of signing in, and of choosing a password."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows import password_reset
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clinic.accounts import codes, newest_code, second_factor
from clinic.accounts.models import User
from clinic.accounts.querysets import normal_email
from clinic.accounts.services.logins import mailbox_address
from clinic.form_fields import NO_ADDRESS, NO_ADDRESS_OR_PHONE, EmailField
from clinic.outbox.texts import is_enabled

CODE = _("Code")


def email_field(label: Any) -> EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
    return EmailField(label=label, widget=widget, max_length=254)


class SignInField(forms.CharField):
    """An email address or, where the clinic sends text messages, a mobile phone: the mailbox it stands for."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text.strip():
            return ""
        address = mailbox_address(text)
        if not address:
            raise ValidationError(NO_ADDRESS_OR_PHONE if is_enabled() else NO_ADDRESS, code="invalid")
        return address


def sign_in_field() -> forms.CharField:
    if not is_enabled():
        return email_field(_("Your email address"))
    widget = forms.TextInput(attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"})
    return SignInField(label=_("Your email or mobile phone"), widget=widget, max_length=254)


def code_field(label: Any = CODE) -> forms.CharField:
    attrs = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
    return forms.CharField(label=label, max_length=40, widget=forms.TextInput(attrs=attrs))


def password_field(label: Any, *, new: bool = False) -> forms.CharField:
    attrs = {"autocomplete": "new-password" if new else "current-password"}
    return forms.CharField(label=label, strip=False, max_length=200, widget=forms.PasswordInput(attrs=attrs))


class CodeRequestForm(allauth_forms.RequestLoginCodeForm):  # type: ignore[misc]  # allauth ships no types
    """A patient's address. It never says whether anybody is known by it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = sign_in_field()

    @property
    def mailbox(self) -> Any:
        """The patients' mailbox of the address, once the form is valid; None where nobody is known by it."""
        return self._user

    def clean_email(self) -> str:
        address = normal_email(self.cleaned_data["email"])
        # Named by allauth, which reads it.
        self._user = codes.patient_of(address)
        if not newest_code.may_ask(context.request, address):
            raise ValidationError(
                _("We have sent enough codes to this address for now. Use the newest one, or try again in an hour."),
                code="too_many",
            )
        return address


class CodeForm(allauth_forms.ConfirmLoginCodeForm):  # type: ignore[misc]  # allauth ships no types
    """The code of the newest email. Five tries a session, counted where parallel requests cannot slip through."""

    field_order = ("code",)
    action = "confirm_login_code"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if not newest_code.redeem(context.request, self.expected_code or "", typed, action=self.action):
            raise get_adapter().validation_error("incorrect_code")
        return typed


class ResetCodeForm(CodeForm):
    """The code of a forgotten password: the same rules."""

    action = "confirm_reset_code"


class StaffSignInForm(allauth_forms.LoginForm):  # type: ignore[misc]  # allauth ships no types
    """Address and password of staff."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field(_("Work email"))
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"] = password_field(_("Password"))

    def clean_login(self) -> str:
        return normal_email(self.cleaned_data["login"])


class ResetRequestForm(allauth_forms.ResetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The address of somebody on the staff who forgot the password. It never says whether there is one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = email_field(_("Work email"))

    def clean_email(self) -> str:
        address = normal_email(self.cleaned_data["email"])
        self.users = [user] if (user := codes.staff_of(address)) else []
        if not newest_code.may_ask(context.request, address):
            raise ValidationError(
                _("We have sent enough codes to this address for now. Use the newest one, or try again in an hour."),
                code="too_many",
            )
        return address

    def save(self, request: Any, **kwargs: Any) -> str:
        address: str = self.cleaned_data["email"]
        codes.ResetProcess.initiate(request=request, user=self.users[0] if self.users else None, email=address)
        return address


class _TwicePasswordForm(forms.Form):
    """A new password, typed twice, checked against the rules for this user."""

    password1 = password_field(_("New password"), new=True)
    password2 = password_field(_("Repeat the new password"), new=True)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["password1"].help_text = _("Use at least 12 characters. Three or four words in a row work well.")

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        password, repeated = cleaned.get("password1"), cleaned.get("password2")
        if password and repeated and password != repeated:
            self.add_error("password2", _("Enter the same password both times."))
        return cleaned


class ChoosePasswordForm(_TwicePasswordForm):
    """The first password of somebody who was invited."""


class NewPasswordForm(_TwicePasswordForm):
    """The new password after a reset by code."""

    def __init__(self, *args: Any, temp_key: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        if not codes.reset_stands(context.request, self.user):
            raise ValidationError(_("You can no longer choose a new password here. Ask for a new code."), code="over")
        return super().clean()

    def save(self) -> None:
        password_reset.reset_password(self.user, self.cleaned_data["password1"])


class ChangePasswordForm(_TwicePasswordForm):
    """Another password for somebody who knows the old one."""

    oldpassword = password_field(_("Your current password"))
    field_order = ("oldpassword", "password1", "password2")

    def clean_oldpassword(self) -> str:
        old: str = self.cleaned_data["oldpassword"]
        if not self.user.check_password(old):
            raise get_adapter().validation_error("enter_current_password")
        return old

    def save(self) -> None:
        get_adapter().set_password(self.user, self.cleaned_data["password1"])


class ActivateAppForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    """The six digits that prove the app is set up."""

    code = code_field(_("Six digits"))


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A new passkey; its name can be left as it is proposed."""

    name = forms.CharField(label=_("Name"), required=False, max_length=100)


class NamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Another name for a passkey."""

    name = forms.CharField(label=_("Name"), max_length=100)


class _LaterForm(BaseAuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """allauth's check of a code, and digits of an earlier half minute than those used before are none."""

    def clean_code(self) -> str:
        code: str = super().clean_code()
        if not second_factor.is_later(self.authenticator, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondFactorForm(_LaterForm, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The second step of signing in: the app's digits or a recovery code."""

    code = code_field()


class SecondFactorAgainForm(_LaterForm, ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """The same, asked once more."""

    code = code_field()
