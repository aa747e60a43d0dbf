"""The pages of signing in, and where each person lands."""

from typing import Any
from urllib.parse import urlencode

from allauth.account import views as allauth_views
from allauth.account.stages import LoginStage
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clinic import languages
from clinic.accounts import acting, codes, roles, second_factor, services, sessions
from clinic.accounts.errors import AccountError
from clinic.accounts.forms import ChoosePasswordForm, CodeRequestForm, StaffSignInForm
from clinic.accounts.models import Invitation, User
from clinic.choices import Option

# Where each role's work is; names of pages, because the rooms behind them are above this one.
WORK = {
    roles.PRACTITIONER: "desk:my_day",
    roles.DESK: "desk:day",
    roles.EDITOR: "admin:index",
    roles.ADMINISTRATOR: "admin:index",
}
START = "intake:start"
VISITS = "booking:mine"


class _BothWays:
    """One page with both ways in; what was begun before is not in the way of beginning again."""

    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign in, or open the page in another language with the address that was typed."""
        do = super().get if languages.asked(request) else super().post  # type: ignore[misc]  # of allauth's views
        response: HttpResponse = do(request, *args, **kwargs)
        return response

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]  # of allauth's views
        if languages.asked(self.request):
            kwargs = {name: value for name, value in kwargs.items() if name not in {"data", "files"}}
        return kwargs

    def typed(self) -> dict[str, str]:
        """Return what goes along into another language: the patient's address, never a password."""
        return {"email": self.request.POST.get("email", "")} if languages.asked(self.request) else {}

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> None:
        return None


class SignIn(_BothWays, allauth_views.LoginView):  # type: ignore[misc]  # allauth ships no types
    """Staff: password. The page shows the patients' way first."""

    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"staff_form": context["form"], "code_form": CodeRequestForm(initial=self.typed())}


class RequestCode(_BothWays, allauth_views.RequestLoginCodeView):  # type: ignore[misc]  # allauth ships no types
    """Patients: e-mail me a code."""

    template_name = "account/login.html"

    def form_valid(self, form: CodeRequestForm) -> HttpResponse:
        codes.CodeProcess.initiate(request=self.request, user=form.mailbox, email=form.cleaned_data["email"])
        return HttpResponseRedirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        code_form = CodeRequestForm(initial=self.typed()) if self.typed() else context["form"]
        return context | {"code_form": code_form, "staff_form": StaffSignInForm(request=self.request)}


class SignOut(allauth_views.LogoutView):  # type: ignore[misc]  # allauth ships no types
    """Leave, and take along what the browser kept."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


@require_GET
def landing(request: HttpRequest) -> HttpResponse:
    """Send each person to their own work."""
    user = request.user
    if isinstance(user, User) and sessions.held_for(request, user):
        return redirect("accounts:held")
    if role := roles.role_of(user):
        return redirect(WORK[role])
    if getattr(user, "is_staff", False):
        return render(request, "accounts/no_role.html", status=403)
    if len(acting.patients_of(request)) > 1 and acting.patient_for(request) is None:
        return redirect("accounts:patients")
    return redirect(VISITS if acting.patient_for(request) else START)


@require_http_methods(["GET", "POST"])
def patients(request: HttpRequest) -> HttpResponse:
    """Ask for whom the reader of a shared mailbox acts, and show everybody who is on it."""
    on_mailbox = acting.patients_of(request)
    chosen = next((p for p in on_mailbox if p.ref == request.POST.get("patient")), None)
    back = _way_back(request)
    if request.method == "POST" and chosen:
        acting.act_for(request, chosen)
        return redirect(back or VISITS)
    now = acting.patient_for(request)
    rows = [
        Option(patient.ref, patient.full_name, checked=patient == now, id=f"patient_{number}")
        for number, patient in enumerate(on_mailbox, 1)
    ]
    context = {"rows": rows, "missing": request.method == "POST", "next": back}
    return render(request, "accounts/patients.html", context | {"has_errors": context["missing"]})


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Open a page in another language, and keep it as the one that the person reads for whom the session acts.

    A member of staff keeps their own, for the pages of their work; of a patient that says nothing. Those have one
    address in every language: the button says which is meant.
    """
    code, address = languages.way_to(request.POST.get("to", ""))
    patient, user = acting.patient_for(request), acting.current_user(request)
    if user is not None and user.is_staff:
        code = request.POST.get("in", code)
        services.read_work_in(user, code, at=timezone.now())
        address = translate_url(address, code) if code in dict(settings.LANGUAGES) else address
    elif patient is not None and user is not None:
        services.choose_language(patient, code, by=user, at=timezone.now())
    return HttpResponseRedirect(address)


def _way_back(request: HttpRequest) -> str:
    """Return the page of ours that asked for whom somebody is here; nothing for any other address."""
    url = request.POST.get(REDIRECT_FIELD_NAME, request.GET.get(REDIRECT_FIELD_NAME, ""))
    return url if url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None) else ""


@login_not_required
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody who was invited choose a password. Looking at the page changes nothing."""
    now = timezone.now()
    usable = Invitation.objects.usable(at=now).filter(token_hash=services.hash_of(token)).select_related("user").first()
    if usable is None:
        return _quiet(render(request, "accounts/invitation_over.html", status=404))
    form = ChoosePasswordForm(request.POST if request.method == "POST" else None, user=usable.user)
    if request.method == "POST" and form.is_valid():
        try:
            services.accept_invitation(token, password=form.cleaned_data["password1"], at=now)
        except (AccountError, ValidationError) as wrong:
            form.add_error(None, wrong if isinstance(wrong, ValidationError) else str(wrong))
        else:
            messages.success(request, _("Your password is set. Sign in with it now."))
            return _quiet(redirect("account_login"))
    return _quiet(render(request, "accounts/invitation.html", {"form": form, "invited": usable.user}))


def _quiet(response: HttpResponse) -> HttpResponse:
    """The address of this page is a secret, told to nobody: no request from here says more than which site it is from.

    Not `no-referrer`: with it browsers call the origin of the form "null", and Django refuses to take it.
    """
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


@login_not_required
@require_GET
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say kindly why somebody is signed out, and that nothing is lost."""
    ended = request.session.get(sessions.ENDED)
    if request.user.is_authenticated or not ended:
        return HttpResponseRedirect(reverse("account_login"))
    next_url = reverse("accounts:held") if request.session.get(sessions.HELD) else ended["next"]
    return render(request, "accounts/signed_out.html", {"ended": ended, "next": next_url})


@require_GET
def held(request: HttpRequest) -> HttpResponse:
    """Show what was typed when a session ended as one button that saves it."""
    typed = sessions.held_for(request, request.user) if isinstance(request.user, User) else None
    if typed is None:
        return redirect("accounts:landing")
    return render(request, "accounts/held.html", {"held": typed})


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Do not save what was typed when the session ended."""
    sessions.drop_held(request)
    return redirect("accounts:landing")


@require_http_methods(["GET", "HEAD", "POST"])
def sign_ins(request: HttpRequest) -> HttpResponse:
    """Show where somebody is signed in, and end one of them or all others, for whoever showed minutes ago who they are.

    Raises PermissionDenied for a stranger, whom the gate in front has sent to sign in.
    """
    at, user, this = timezone.now(), acting.user_at_work(request), request.session.session_key
    is_fresh = second_factor.is_fresh(request, user) if user.is_staff else codes.is_fresh(request, at=at)
    if request.method == "POST":
        if not is_fresh:
            return _show_again(request, user)
        if "others" in request.POST:
            ended, message = (
                services.end_other_sign_ins(user, this=this, at=at),
                _("You are signed out everywhere else."),
            )
        else:
            ended = services.end_sign_in(user, ref=request.POST.get("ref", ""), at=at)
            message = _("You are signed out on that device.")
        messages.info(request, message if ended else _("There was nothing to sign out: it was over already."))
        return redirect("accounts:sign_ins")
    rows = services.open_sign_ins(user, at=at)
    elsewhere = any(row.session_key != this for row in rows)
    context = {"rows": rows, "this": this, "elsewhere": elsewhere, "is_fresh": is_fresh, "person": user}
    return render(request, "accounts/sign_ins.html", context)


def _show_again(request: HttpRequest, user: User) -> HttpResponse:
    """Ask once more who somebody is: staff for their password, patients for a code; both come back to the page."""
    page = reverse("accounts:sign_ins")
    if user.is_staff:
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({REDIRECT_FIELD_NAME: page})}")
    return codes.start(request, email=user.email, next_url=page, again=True)


def change_password(request: HttpRequest, extra_context: Any = None) -> HttpResponse:
    """The admin's link to change a password leads to the one page that does."""
    return redirect("account_change_password")
