"""Anticonvulsants used almost only for seizures.

Rescue sprays count. Any of these beside 'seizures: no' is also a conflict. The foreign names are
from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _

AED_SEIZURE = Group(
    code="AED_SEIZURE",
    title=_("Anticonvulsants used almost only for seizures"),
    rule="seizure_disorder",
    fuzzy={
        "levetiracetam": ("keppra", "spritam"),
        "brivaracetam": ("briviact",),
        "lacosamide": ("vimpat", "motpoly"),
        "phenytoin": ("dilantin", "phenytek"),
        "perampanel": ("fycompa",),
        "cenobamate": ("xcopri",),
        "eslicarbazepine": ("aptiom",),
        "rufinamide": ("banzel",),
        "vigabatrin": ("sabril",),
        "clobazam": ("onfi", "sympazan"),
        "ethosuximide": ("zarontin",),
        "methsuximide": ("celontin",),
        "felbamate": ("felbatol",),
        "tiagabine": ("gabitril",),
        "phenobarbital": (),
        "epidiolex": (),
        "fenfluramine": ("fintepla",),
        "stiripentol": ("diacomit",),
        "valtoco": ("diastat",),
        "nayzilam": (),
    },
    exact=(
        "roweepra",
        "elepsia",
        "ganaxolone",
        "ztalmy",
        "libervant",
        "peganone",
        "ethotoin",
        "vigadrone",
        "vigafyde",
        "fosphenytoin",
        "cerebyx",
    ),
    foreign=(
        "fenitoina",
        "epamin",
        "fenobarbital",
        "케프라",
        "딜란틴",
        "开浦兰",
        "左乙拉西坦",
        "苯妥英",
    ),
)
