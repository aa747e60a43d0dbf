"""Signing in works where the token is checked; that every form carries one is seen in tests/access/test_safety.py."""

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from tests.accounts.helpers import app_of, digits, newest_code
from tests.support.cast import PASSWORD
from tests.support.forms import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict() -> Client:
    """A browser: the token is checked, as in life."""
    return Client(enforce_csrf_checks=True)


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
