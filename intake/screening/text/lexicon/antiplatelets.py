"""Antiplatelets.

Aspirin alone is not in this group. Limaprost is common in Korea for lumbar stenosis. The foreign
names are from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _

ANTIPLATELET = Group(
    code="ANTIPLATELET",
    title=_("Antiplatelets"),
    rule="antiplatelet",
    fuzzy={
        "clopidogrel": ("plavix",),
        "prasugrel": ("effient",),
        "ticagrelor": ("brilinta",),
        "ticlopidine": ("ticlid",),
        "vorapaxar": ("zontivity",),
        "dipyridamole": ("persantine", "aggrenox"),
        "cilostazol": ("pletal",),
        "anagrelide": ("agrylin",),
        "pentoxifylline": ("trental",),
    },
    exact=("coplavix",),
    foreign=(
        "limaprost",  # checked in a public source
        "opalmon",
        "triflusal",
        "disgren",
        "sarpogrelate",
        "anplag",
        "indobufen",
        "beraprost",
        "pletaal",
        "plavitor",
        "iscover",
        "duoplavin",
        "플라빅스",
        "클로피도그렐",
        "브릴린타",
        "프레탈",
        "오팔몬",
        "안플라그",
        "디스그렌",
        "氯吡格雷",
        "波立维",
        "波立維",
        "泰嘉",
        "替格瑞洛",
        "倍林达",
        "西洛他唑",
    ),
)
