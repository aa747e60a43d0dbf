"""The one place where an amount of money becomes words."""

from decimal import Decimal

# Signs that stand before the amount and mean one currency wherever they are read.
SIGNS = {"USD": "$", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "GBP": "£", "EUR": "€"}


def amount_in_words(amount: Decimal, currency: str) -> str:
    """Return $95, €1,250.50 or 95 CHF: no decimals where there are none to tell."""
    number = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    sign = SIGNS.get(currency)
    return f"{sign}{number}" if sign else f"{number}\N{NO-BREAK SPACE}{currency}"
