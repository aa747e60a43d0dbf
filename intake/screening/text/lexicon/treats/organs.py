"""Kidneys, liver and lungs."""

from intake.screening.text.lexicon.shapes import Treats, names_in
from intake.screening.text.lexicon.treats.water_pills import LOOP, POTASSIUM_SPARING

_RIFAXIMIN = names_in("rifaximin, rifaximina, xifaxan")

TREATS = (
    Treats(
        code="for_kidney_disease",
        ticks=("kidney_disease",),
        conditions=("kidney_disease",),
        names=names_in(
            """
acetato de calcio, aranesp, auryxia, binocrit, calcium acetate, cinacalcet, citrato ferrico, daprodustat,
darbepoetin, darbepoetina, difelikefalin, doxercalciferol, epoetin, epoetina, epogen, eprex,
eritropoyetina, erythropoietin, etelcalcetida, etelcalcetide, evrenzo, ferric citrate, finerenona,
finerenone, fosrenol, hectorol, jesduvroq, jinarc, jynarque, kerendia, ketosteril, korsuva,
lanthanum, lantano, lokelma, mimpara, mircera, neorecormon, paricalcitol, parsabiv, patiromer, phoslo,
procrit, renagel, renvela, retacrit, roxadustat, sensipar, sevelamer, sevelamero, sucroferric, tenapanor,
tolvaptan, vadadustat, vafseo, velphoro, veltassa, xphozah, zemplar, zirconium cyclosilicate
"""
        ),
        pairs=(
            (
                names_in("calcitriol, rocaltrol"),
                names_in(
                    """
sodium bicarbonate, sodium bicarb, bicarbonate, bicarb, bicarbonato
"""
                ),
            ),
            (
                names_in("epoetin, epogen, procrit, retacrit, aranesp"),
                names_in("calcitriol, rocaltrol"),
            ),
        ),
    ),
    Treats(
        code="for_liver_disease",
        ticks=("liver_disease",),
        conditions=("liver_disease",),
        names=names_in(
            """
obeticholic, obeticolico, ocaliva, terlipresina, terlipressin, terlivaz
"""
        ),
        pairs=(
            (
                names_in("lactulose, lactulosa, enulose, generlac, kristalose, duphalac"),
                (
                    *_RIFAXIMIN,
                    *names_in("nadolol, corgard, propranolol, inderal, furosemide, furosemida, lasix"),
                    *names_in("spironolactone, espironolactona, aldactone, aldactona"),
                ),
            ),
            (_RIFAXIMIN, (*POTASSIUM_SPARING, *LOOP)),
        ),
    ),
    Treats(
        code="for_lung_disease",
        ticks=("lung_disease",),
        conditions=("lung_disease",),
        names=names_in(
            """
aclidinio, aclidinium, alyftrek, anoro, bedaquilina, bedaquiline, bevespi, breztri, daliresp, daxas,
dornasa, dornase, duaklir, ensifentrine, esbriet, etambutol, ethambutol, incruse, indacaterol, isoniazid,
isoniazida, ivacaftor, kaftrio, kalydeco, nerandomilast, nintedanib, ofev, ohtuvayre, olodaterol, orkambi,
pirazinamida, pirfenidona, pirfenidone, pulmozyme, pyrazinamide, rifamate, rifater, roflumilast, seebri,
sirturo, spiolto, spiriva, stiolto, symdeko, symkevi, tiotropio, tiotropium, trelegy, trikafta, trimbow,
tudorza, ultibro, umeclidinio, umeclidinium
"""
        ),
    ),
)
