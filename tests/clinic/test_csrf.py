"""Every form that changes something carries its token, and signing in works where the token is checked."""

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from clinic.accounts.models import User
from intake.record.models import Intake
from tests.accounts.helpers import app_of, digits, newest_code
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import PASSWORD, SignedIn
from tests.support.forms import TOKEN, forms_of, links_of, send

pytestmark = pytest.mark.django_db

# How many pages of one view are read: a link to the next case, letter or question shows nothing new.
SAME_VIEW = 4
BEGINNINGS = {
    "": ["/", "/account/sign-in/", "/intake/", "/account/password/forgotten/"],
    "ana": ["/account/landing/", "/intake/", "/account/patients/"],
    "noor": ["/account/landing/", "/account/second-factor/", "/admin/review/case/?tab=closed"],
    "rui": ["/account/landing/", "/account/second-factor/"],
    "edda": ["/account/landing/", "/account/second-factor/"],
    "ada": ["/account/landing/", "/account/second-factor/"],
}


@pytest.fixture
def strict() -> Client:
    """A browser: the token is checked, as in life."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def forms_in_every_state(answers: Answers, ana: User, zed: User, now: datetime) -> list[Intake]:
    held = sent(answers(seizure="active"), by=ana, at=now)
    alarmed = sent(answers(full_name="Zed Invented", rf_saddle_numb="yes"), by=zed, at=now)
    draft = fill(answers(full_name="Ana Ejemplo"), only={"full_name"}, by=ana, at=now)
    return [held, alarmed, draft]


def test_staff_sign_in_by_password_and_app_through_the_real_pages(strict: Client, noor: User) -> None:
    secret = app_of(noor)
    page = strict.get(reverse("account_login"))
    page = send(strict, page, having="password", login=noor.email, password=PASSWORD)
    page = send(strict, page, having="code", code=digits(secret))
    assert page.redirect_chain[-1][0] == reverse("admin:review_case_changelist")


def test_a_patient_signs_in_by_code_through_the_real_pages(strict: Client, ana: User) -> None:
    page = strict.get(reverse("account_login"))
    page = send(strict, page, having="email", email=ana.email)
    code = newest_code(ana.email)
    assert code is not None
    page = send(strict, page, having="code", code=code)
    assert (page.status_code, page.wsgi_request.user) == (200, ana)


def test_a_form_without_its_token_is_refused(strict: Client, noor: User) -> None:
    strict.get(reverse("account_login"))
    refused = strict.post(reverse("account_login"), {"login": noor.email, "password": PASSWORD})
    assert refused.status_code == 403


@pytest.mark.either_database  # the tokens stand in the templates
@pytest.mark.parametrize("who", BEGINNINGS)
def test_every_form_on_every_page_carries_its_token(
    who: str, forms_in_every_state: list[Intake], request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who)) if who else Client()
    if not who:
        client.post(reverse("intake:begin"))
    pages = walk(client, BEGINNINGS[who])
    posts = {address: [form for form in forms_of(page) if form.method == "post"] for address, page in pages.items()}
    without = [address for address, forms in posts.items() for form in forms if not form.fields.get(TOKEN)]
    assert without == []
    assert sum(len(forms) for forms in posts.values()) > 1


def walk(client: Client, beginnings: list[str]) -> dict[str, str]:
    """Follow every link from the first pages on; return address → page, a few of each view."""
    waiting, pages, views = list(beginnings), dict[str, str](), Counter[str]()
    while waiting:
        address = waiting.pop(0)
        view = view_of(address)
        if address in pages or not view or views[view] >= SAME_VIEW:
            continue
        views[view] += 1
        response: Any = client.get(address, follow=True)
        pages[address] = ""
        if response.headers["Content-Type"].startswith("text/html"):
            pages[address] = response.text
            waiting += links_of(response.text, at=response.request["PATH_INFO"])
    return pages


def view_of(address: str) -> str:
    """Name the view behind an address; nothing for an address that is none of ours."""
    try:
        return resolve(address.partition("?")[0]).view_name or address
    except Resolver404:
        return ""
