"""The language is changed in the middle of a small form: what was typed goes along, and nothing else happens."""

import pytest
from django.core import mail
from django.test import Client

from clinic.outbox.models import Letter

pytestmark = pytest.mark.django_db


def test_the_address_to_sign_in_with_goes_along_and_no_code_is_sent(client: Client) -> None:
    assert 'form="code-by-email" formaction="/es/account/sign-in/"' in client.get("/account/sign-in/").text
    for path in ("/es/account/sign-in/", "/es/account/sign-in/code/"):
        page = client.post(path, {"email": "ana@example.com", "password": "never-shown", "go": "in-es"})
        assert (page.status_code, '<html lang="es"' in page.text) == (200, True)
        assert 'value="ana@example.com"' in page.text
        assert ("never-shown" in page.text, 'class="error' in page.text) == (False, False)
    assert (Letter.objects.count(), mail.outbox) == (0, [])


def test_what_is_looked_for_is_looked_for_in_the_other_language(client: Client) -> None:
    assert 'form="site-search" formaction="/es/search/"' in client.get("/search/").text
    page = client.post("/es/search/", {"q": "aguja", "go": "in-es"})
    assert ('value="aguja"' in page.text, 'id="found"' in page.text) == (True, True)
    assert 'role="alert"' not in client.post("/es/search/", {"q": "", "go": "in-es"}).text
