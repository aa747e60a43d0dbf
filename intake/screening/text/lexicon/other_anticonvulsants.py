"""Anticonvulsants with other common uses.

A note only, and none where the seizure rule fired. Clonazepam, diazepam tablets and acetazolamide
are left out on purpose. The foreign names are from memory unless a comment says otherwise: a native
speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _

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
)
