"""Bone-building medicines.

Xgeva is left out: it is given for cancer. The foreign names are from memory unless a comment says
otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _

BONE = Group(
    code="BONE",
    title=_("Bone-building medicines"),
    rule="osteoporosis",
    exact=(
        "alendronate",
        "fosamax",
        "binosto",
        "risedronate",
        "actonel",
        "atelvia",
        "ibandronate",
        "boniva",
        "zoledronic",
        "reclast",
        "prolia",
        "jubbonti",
        "teriparatide",
        "forteo",
        "bonsity",
        "abaloparatide",
        "tymlos",
        "romosozumab",
        "evenity",
    ),
    foreign=("alendronato",),
)
