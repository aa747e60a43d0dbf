"""Sugar and bones. What can drop the sugar too low stands with the glucose-lowering medicines."""

from intake.screening.text.lexicon.shapes import Treats, names_in

_METFORMIN = names_in(
    """
metformin, metformina, glucophage, glucophage xr, glumetza, fortamet, riomet, dabex, predial, glycomet, glyciphage
"""
)
_BESIDE_METFORMIN = names_in(
    """
empagliflozin, empagliflozina, jardiance, gibtulio, dapagliflozin, dapagliflozina, farxiga, forxiga, oxra,
udiliv, canagliflozin, canagliflozina, invokana, ertugliflozin, ertugliflozina, steglatro, bexagliflozin,
brenzavvy, sotagliflozin, inpefa, ipragliflozin, luseogliflozin, tofogliflozin, ozempic, semaglutide,
semaglutida, wegovy, mounjaro, tirzepatide, tirzepatida, zepbound, liraglutide, liraglutida, saxenda,
lixisenatide, lixisenatida, adlyxin, lyxumia
"""
)

TREATS = (
    Treats(
        code="for_diabetes",
        ticks=("diabetes",),
        conditions=("diabetes",),
        names=names_in(
            """
acarbosa, acarbose, actoplus, actos, alogliptin, alogliptina, anagliptin, bydureon, byetta, competact,
dulaglutida, dulaglutide, efficib, eucreas, evogliptin, exenatida, exenatide, galvus, galvus met,
gemigliptin, glucobay, glyset, glyxambi, icandra, invokamet, istavel, janumet, januvia, jentadueto, kazano,
kombiglyze, komboglyze, linagliptin, linagliptina, miglitol, nesina, omarigliptin, onglyza, oseni, pioglitazona,
pioglitazone, pioz, precose, qtern, qternmet, ristfor, rybelsus, saxagliptin, saxagliptina, segluromet,
sitagliptin, sitagliptina, steglujan, suganon, synjardy, teneligliptin, tradjenta, trajenta, trelagliptin,
trijardy, trulicity, velmetia, victoza, vildagliptin, vildagliptina, vipdomet, vipidia, voglibosa, voglibose,
vokanamet, xigduo, zemiglo, zituvio, zomarist
"""
        ),
        pairs=((_METFORMIN, _BESIDE_METFORMIN),),
    ),
    Treats(
        code="for_osteoporosis",
        ticks=("osteoporosis",),
        conditions=("osteoporosis",),
        names=names_in(
            """
calcitonin, calcitonina, evista, fortical, miacalcin, raloxifene, raloxifeno
"""
        ),
    ),
)
