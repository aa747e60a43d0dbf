from decimal import Decimal

import pytest

from clinic.site_settings.money import amount_in_words


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("95", "USD", "$95"),
        ("95.00", "USD", "$95"),
        ("95.50", "USD", "$95.50"),
        ("0.05", "USD", "$0.05"),
        ("1250", "EUR", "€1,250"),
        ("1250.10", "GBP", "£1,250.10"),
        ("120", "CHF", "120\N{NO-BREAK SPACE}CHF"),
    ],
)
def test_an_amount_is_said_as_people_write_it(amount: str, currency: str, said: str) -> None:
    assert amount_in_words(Decimal(amount), currency) == said
