"""Antiplatelets.

Aspirin alone is not in this group. Limaprost is common in Korea for lumbar stenosis. The foreign
names are from memory unless a comment says otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

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
    world=names_in(
        """
abciximab, aflen, aggrastat, agrelin, anagrelida, antiplaq, asantin, asasantin, ascal, aurlumyn, axcer,
beraprosta, brilique, cangrelor, carbasalate, carbasalate calcium, careload, caripul, ceruvin,
cibrogan, cilodoc, cilostal, citaz, clavix, clavixin, clodelib, cloflow, clopact, clopi, clopicard,
clopid, clopidogrel bisulfate, clopidogrelum, clopigrel, clopilet, clopitab, clopivas, cloricromen,
cloricromene, clovix, deplatt, dipiridamol, ditazol, ditazole, dorner, efient, ekistol, elorgan,
epoprostenol, eptifibatide, flolan, flucogrel, grendis, grepid, ibustrin, ilomedin, ilomedine,
iloprost, indobufene, integrilin, kengreal, kengrexal, kentadin, limaprost alfadex, noklot, norplat,
orenitram, ozagrel, pentoxi, pentoxifilina, pentoxifyllin, persantin, picotamida, picotamide,
pladogrel, plagerine, plagril, platless, plavedin, plavogrel, pletoz, possia, prasita, prasugrel hcl,
prasugrelum, remodulin, reopro, sarpogrelato, selexipag, stiloz, stromix, sufisal, tagren, tecnosal,
thromboreductin, tica, ticaflo, ticagrelorum, ticlodix, ticlopidina, tiklid, tiklyd, tirofiban,
treprostinil, trepulmix, trifusal, trombex, tyvaso, uptravi, veletri, ventavis, xagrid, yutrepia,
zilast, zylagren, zyllt
"""
    ),
)
