"""An address that names a language in another way than ours leads to the page it means, and nowhere else."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/ES/", "/es/"),
        ("/es-MX/contact/", "/es/contact/"),
        ("/es_mx/contact/?a=1&b=%20", "/es/contact/?a=1&b=%20"),
        ("/Ko/emergency/", "/ko/emergency/"),
        ("/zh-Hant/emergency/", "/zh-hant/emergency/"),
        ("/zh-CN/emergency/", "/zh-hans/emergency/"),
        ("/en/", "/"),
        ("/en-US/contact/", "/contact/"),
        ("/en//elsewhere.example/", "/elsewhere.example/"),
        ("/en/%5Celsewhere.example/", "/%5Celsewhere.example/"),
        ("/ES//elsewhere.example/", "/es//elsewhere.example/"),
    ],
)
def test_a_language_written_otherwise_leads_to_the_address_it_means(client: Client, typed: str, meant: str) -> None:
    for response in (client.get(typed), client.post(typed)):
        assert (response.status_code, response["Location"]) == (307, meant)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/fr/", "/fr-CA/contact/", "/espanol/", "/ens/", "/es/es/"])
def test_what_names_no_language_of_ours_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
