"""Treatments that imply low white cells.

A person who gets one of these has, or had, few white cells.
"""

from intake.screening.text.lexicon.shapes import Group, _

NEUTRO_TX = Group(
    code="NEUTRO_TX",
    title=_("Treatments that imply low white cells"),
    rule="neutropenia_risk",
    fuzzy={
        "filgrastim": ("neupogen", "zarxio", "nivestym", "releuko"),
        "pegfilgrastim": ("neulasta", "fulphila", "udenyca", "ziextenzo"),
    },
    exact=(
        "granix",
        "nypozi",
        "leukine",
        "sargramostim",
        "nyvepria",
        "fylnetra",
        "stimufend",
        "rolvedon",
        "ryzneuta",
        "mozobil",
        "plerixafor",
    ),
)
