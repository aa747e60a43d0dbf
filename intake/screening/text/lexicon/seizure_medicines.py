"""Anticonvulsants used almost only for seizures.

Rescue sprays count. Any of these beside 'seizures: no' is also a conflict. The foreign names are
from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

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
    world=names_in(
        """
alepsal, alepsal compuesto, barbexaclona, barbexaclone, barbilixir, beclamide, brevipil, brivajoy,
brivaracetamum, brv, buccolam, castilium, cenobamato, clb, cloba, clobakem, clobamac, clobazamum,
comizial, desitrend, difetoin, dilantin infatabs, diphantoine, diphedan, epanutin, epictal, epidyolex,
epilantin, epileptin, epistatus, eptoin, esliban, eslicarbazepina, estiripentol, ethosuximidum,
etosuximida, ezogabine, felbamato, fenfluramina, fenitoina sodica, fenitoine, fenobarbital sodico,
fenobarbitone, fensuximida, fosfenitoina, frisium, ganaxolona, gardenal, garoin, hidantal, hidantin,
hidantoina, inovelon, keppra xr, kopodex, lacolep, lacopsy, lacosam, lacosamida, lacoset, lacotem,
lacoxa, lcm, lethira, lev, levebon, levecetam, levepsy, levera, levesam, levetiracetamum, levezam,
levigress, levipil, levroxa, likozam, luminal, luminaletas, luminalette, maliasin, matever, mebaral,
mefenitoina, mephenytoin, mephobarbital, mesantoin, mesuximide, methylphenobarbital, metilfenobarbital,
milontin, noiafren, nubriveo, ontozry, ospolot, paramethadione, perampanelum, perapil, perizam,
petinimid, petinutin, phb, phenacemide, pheneturide, phenobarb, phenobarbitone, phensuximide,
phenytoin sodium, pht, potiga, prodilantin, prominal, retigabine, rufinamida, sabrilex,
seizure rescue spray, sevenal, sezaby, sulthiame, sultiame, sultiamo, suxilep, suxinutin, taloxa,
tapclob, tiagabina, torleva, tridione, trimetadiona, trimethadione, trobalt, urbadan, urbanol, urbanyl,
valtoco nasal, vigabatrina, vigadexa, zarondan, zebinix
"""
    ),
)
