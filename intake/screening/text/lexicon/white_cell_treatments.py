"""Treatments that imply low white cells.

A person who gets one of these has, or had, few white cells.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

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
    world=names_in(
        """
accofil, aphexda, biograstim, cegfila, cosela, dulastin, efbemalenograstim, eflapegrastim,
empegfilgrastim, extimia, filatil, filgrastimum, g-csf, gcsf, gm-csf, grafeel, granocyte, grastofil,
grasustek, lenograstim, leucomax, leukocim, lipegfilgrastim, lonquex, mecapegfilgrastim, molgramostim,
motixafortide, neukine, neulapeg, neulastim, neupeg, neutrogin, nivestim, peg-grafeel, pegfilgrastimum,
pegstim, pelgraz, pelmeg, ratiograstim, telpegfilgrastim, tevagrastim, zarzio
"""
    ),
)
