"""Addresses of signing in. Only what is used: what allauth offers besides (sign-up, addresses, social) is not here."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from clinic.accounts import views
from clinic.one_commit import with_the_session

type_view = Callable[..., HttpResponse]


def staff(view: type_view) -> type_view:
    """Passwords and second factors are for staff; for patients these pages do not exist."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not request.user.is_staff:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


own = [
    path("landing/", views.landing, name="landing"),
    path("patients/", views.patients, name="patients"),
    path("language/", views.language, name="language"),
    path("invitation/<slug:token>/", views.invitation, name="invitation"),
    path("signed-out/", views.signed_out, name="signed_out"),
    path("sign-ins/", views.sign_ins, name="sign_ins"),
    path("unsaved/", views.held, name="held"),
    path("unsaved/drop/", views.drop, name="drop"),
]

urlpatterns = [
    path("", include((own, "accounts"))),
    path("sign-in/", views.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", with_the_session(views.RequestCode.as_view()), name="account_request_login_code"),
    path("sign-in/code/confirm/", account.confirm_login_code, name="account_confirm_login_code"),
    path("sign-out/", views.SignOut.as_view(), name="account_logout"),
    # /account/password/         staff
    path("password/", staff(account.password_change), name="account_change_password"),
    path("password/again/", staff(account.reauthenticate), name="account_reauthenticate"),
    path("password/forgotten/", with_the_session(account.password_reset), name="account_reset_password"),
    path("password/forgotten/code/", account.confirm_password_reset_code, name="account_confirm_password_reset_code"),
    path("password/forgotten/new/", account.complete_password_reset, name="account_complete_password_reset"),
    path("password/forgotten/done/", account.password_reset_from_key_done, name="account_password_reset_completed"),
    # /account/second-factor/    staff
    path("second-factor/", staff(second.index), name="mfa_index"),
    path("second-factor/show/", second.authenticate, name="mfa_authenticate"),
    path("second-factor/again/", staff(second.reauthenticate), name="mfa_reauthenticate"),
    path("second-factor/app/", staff(totp.activate_totp), name="mfa_activate_totp"),
    path("second-factor/app/remove/", staff(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("second-factor/recovery/", staff(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("second-factor/recovery/new/", staff(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("second-factor/recovery/file/", staff(recovery.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("second-factor/passkeys/", staff(passkey.list_webauthn), name="mfa_list_webauthn"),
    path("second-factor/passkeys/add/", staff(passkey.add_webauthn), name="mfa_add_webauthn"),
    path("second-factor/passkeys/again/", staff(passkey.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("second-factor/passkeys/<int:pk>/name/", staff(passkey.edit_webauthn), name="mfa_edit_webauthn"),
    path("second-factor/passkeys/<int:pk>/remove/", staff(passkey.remove_webauthn), name="mfa_remove_webauthn"),
]
