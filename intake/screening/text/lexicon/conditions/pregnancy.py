"""Pregnancy."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="pregnancy",
        words=(
            "embarazada",
            "임신",
            "怀孕",
            "懷孕",
        ),
        patterns=lines_of(
            """
pregnant|preggers|preggo
embarazad*
encinta
semanas|meses ..1 embarazo
mi embarazo
expecting a|an|our|my|another ..2 baby|babies|child|twins|triplets|boy|girl|son|daughter
expecting twins|triplets
expecting ..3 january|february|march|april|may|june|july|august|september|october|november|december|baby
baby is due
my due date
positive pregnancy test
pregnancy test ..2 positive
first|second|third|1st|2nd|3rd trimester
prueba ..2 embarazo ..2 positiva
esperando|espero ..1 bebe|gemelos
weeks gestation
high-risk pregnancy
current pregnancy
carrying twins|triplets
carrying a baby
weeks|months|wks along
con|en meses|semanas de embarazo
"""
        ),
        past=Past.APPLIES,
    ),
    Condition(
        code="expecting",
        counts_as="pregnancy",
        words=("expecting",),
        past=Past.APPLIES,
        near=(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "baby",
        ),
    ),
)
