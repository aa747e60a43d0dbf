"""What the clinic may say about itself, and the sentence for what it may not."""

import pytest
from django.core.exceptions import ValidationError

from clinic.site_settings.validators import currency_code, web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://maps.example/door",
        "https://www.openstreetmap.org/search?query=12%20Lantern%20Street",
        "https://maps.example:8443/a?b=c#d",
    ],
)
def test_a_whole_https_address_may_stand(address: str) -> None:
    web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://maps.example/door",
        "javascript:alert(1)",
        "data:text/html,hello",
        "//maps.example/door",
        "maps.example/door",
        "https://",
        "https://ada:secret@maps.example/",
        "https://maps.example/\nhttps://other.example/",
        "https://maps.example/\x07door",
        "https://[maps.example/",
        'https://maps.example/" onclick="x',
        " https://maps.example/",
    ],
)
def test_any_other_link_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        web_address(address)


def test_the_sentence_says_what_to_type() -> None:
    with pytest.raises(ValidationError) as refused:
        web_address("maps.example")

    assert refused.value.messages == [
        "Copy the whole address from the browser. It starts with https://, for example https://maps.example/door."
    ]


@pytest.mark.parametrize("code", ["usd", "US", "USDX", "$", "U1D", ""])
def test_a_currency_is_three_capital_letters(code: str) -> None:
    with pytest.raises(ValidationError):
        currency_code(code)
    currency_code("USD")
