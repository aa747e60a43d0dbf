"""Anticonvulsants with other common uses.

A note only, and none where the seizure rule fired. Clonazepam, diazepam tablets and acetazolamide
are left out on purpose. The foreign names are from memory unless a comment says otherwise: a native
speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

AED_MULTI = Group(
    code="AED_MULTI",
    title=_("Anticonvulsants with other common uses"),
    rule="anticonvulsant_other_use",
    fuzzy={
        "lamotrigine": ("lamictal", "subvenite"),
        "valproate": ("depakote", "depakene", "divalproex"),
        "carbamazepine": ("tegretol", "carbatrol", "equetro", "epitol"),
        "oxcarbazepine": ("trileptal", "oxtellar"),
        "topiramate": ("topamax", "trokendi", "qudexy"),
        "zonisamide": ("zonegran",),
        "gabapentin": ("neurontin", "gralise", "horizant"),
        "pregabalin": ("lyrica",),
        "primidone": ("mysoline",),
    },
    exact=(
        "valproic",
        "zonisade",
        "eprontia",
        "qsymia",
    ),
    foreign=(
        "valproico",
        "epival",
        "valprosid",
        "atemperator",
        "depakine",
        "epilim",
        "orfil",
        "ácido valproico",
        "丙戊酸",
        "德巴金",
        "卡马西平",
        "得理多",
        "拉莫三嗪",
        "加巴喷丁",
        "乐瑞卡",
        "테그레톨",
        "라믹탈",
        "뉴론틴",
        "리리카",
    ),
    phrases=("valproic acid",),
    world=names_in(
        """
acido valproico, apo-carbamazepine, apydan, bapex, barzepin, bipolam, carbamacepina, carbamazepin,
carbamazepina, carbamazepinum, carbatol, carbazina, cbz, clostedal, convulex, convulsofin, criam,
crisomet, crisugabalin, dafex, depakin, depakine chrono, depamide, desizon, desval, dicorate,
divalprex, divalproato, divalproex sodium, encorate, epilenil, epilex, epilim chrono, epitomax,
ergenyl, excegran, ferbin, finlepsin, gabaneural, gabantin, gabapentina, gabapentinum, gabapin,
gabateva, gabexol, gabix, garbapia, gbp, labileno, lamepil, lametec, lamictin, lamitor, lamogard,
lamosyn, lamotrigin, lamotrigina, lamotrix, leptilan, leptilanil, lirica, ltg, lyribastad, martesia,
maxgalin, mazetol, mirogabalin, mylepsinum, mysolin, nervalin, neugaba, neugeron, neurontine, neurotol,
nextop, oleptal, orfiril, oxc, oxcarb, oxcarbacepina, oxcarbazepina, oxeptal, oxetol, oxrate, pgb,
pregabalina, pregabid, pregalin, pregastar, pregeb, primidona, protalgine, sincronil, sodium valproate,
tarlige, tegretal, tegretol cr, tegrital, timonil, topamac, topepsil, topictal, topimax, topiramato,
topiramatum, topirol, torvate, tpm, trileptin, valcote, valpakine, valparin, valproato,
valproato de magnesio, valproato semisodico, valproato sodico, valproin, valprol, valpromida,
valpromide, vpa, zeptol, zns, zonimid, zonisamida, zonisep
"""
    ),
)
