"""Medicines that can stop white-cell production.

The group fires no rule by itself: it shows on the chart, and it is an infection risk with fever.
The foreign names are from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _

MARROW = Group(
    code="MARROW",
    title=_("Medicines that can stop white-cell production"),
    rule=None,
    exact=(
        "clozapine",
        "clozaril",
        "versacloz",
        "deferiprone",
        "ferriprox",
        "valganciclovir",
        "valcyte",
        "methimazole",
        "propylthiouracil",
    ),
    foreign=(
        "leponex",
        "metamizole",
        "metamizol",
        "dipyrone",
        "dipirona",
        "melubrina",
    ),
)
