"""Medicines that are mostly given for one condition: named without its tick, somebody asks.

Many have other uses, so this is a note and no more. A pair counts only with both sides named. Metformin alone,
the weight injections and the drugs that also prevent HIV are left out on purpose. Names match as written, never
by a slip of the pen. A pharmacist must check them.
"""

from intake.screening.text.lexicon.shapes import Treats, names_in

TREATS = (
    Treats(
        code="for_heart_disease",
        ticks=("heart_disease",),
        conditions=("heart_disease",),
        names=names_in(
            """
acoramidis, aficamten, amiodarona, amiodarone, attruby, betapace, bidil, camzyos, corlanor, digoxin,
digoxina, dofetilide, dronedarone, entresto, flecainida, flecainide, imdur, isordil, isosorbida,
isosorbide, ivabradina, ivabradine, lanoxin, mavacamten, multaq, nicorandil, nitroglicerina,
nitroglycerin, nitrostat, pacerone, propafenona, propafenone, ranexa, ranolazina, ranolazine, rythmol,
sacubitril, sotalol, tafamidis, tikosyn, trimetazidina, trimetazidine, vastarel, vericiguat, verquvo,
vyndamax
"""
        ),
        pairs=(
            (
                names_in("carvedilol, bisoprolol, metoprolol, nebivolol"),
                names_in(
                    """
furosemide, furosemida, torsemide, torasemida, bumetanide, lasix,
demadex, bumex
"""
                ),
            ),
            (
                names_in(
                    """
furosemide, furosemida, torsemide, torasemida, bumetanide, lasix,
demadex, bumex
"""
                ),
                names_in(
                    """
spironolactone, espironolactona, eplerenone, eplerenona, aldactone,
inspra
"""
                ),
            ),
            (
                names_in("carvedilol, bisoprolol, metoprolol"),
                names_in(
                    """
spironolactone, espironolactona, eplerenone, eplerenona,
dapagliflozin, farxiga, empagliflozin, jardiance
"""
                ),
                names_in("lisinopril, losartan, enalapril, ramipril, valsartan"),
            ),
        ),
    ),
    Treats(
        code="for_vessels",
        ticks=("heart_disease", "stroke_tia", "recent_event"),
        conditions=("heart_disease", "stroke", "tia"),
        pairs=(
            (
                names_in("ANTIPLATELET"),
                names_in("aspirin, aspirina, asa"),
            ),
        ),
    ),
    Treats(
        code="for_stroke_tia",
        ticks=("stroke_tia",),
        conditions=("stroke", "tia"),
        names=names_in(
            """
aggrenox, asasantin, asasantine, dipiridamol, dipyridamole, nimodipine, nimodipino, nymalize
"""
        ),
    ),
    Treats(
        code="for_kidney_disease",
        ticks=("kidney_disease",),
        conditions=("kidney_disease",),
        names=names_in(
            """
aranesp, auryxia, calcium acetate, cinacalcet, daprodustat, darbepoetin, difelikefalin,
doxercalciferol, epoetin, epogen, eritropoyetina, etelcalcetide, evrenzo, ferric citrate, finerenona,
finerenone, fosrenol, hectorol, jesduvroq, jynarque, kerendia, ketosteril, korsuva, lanthanum, lokelma,
mimpara, mircera, paricalcitol, parsabiv, patiromer, phoslo, procrit, renagel, renvela, retacrit,
roxadustat, sensipar, sevelamer, sucroferric, tenapanor, tolvaptan, vadadustat, vafseo, velphoro,
veltassa, xphozah, zemplar
"""
        ),
        pairs=(
            (
                names_in("calcitriol, rocaltrol"),
                names_in("sodium bicarbonate, bicarbonato"),
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
obeticholic, ocaliva, terlipressin, terlivaz
"""
        ),
        pairs=(
            (
                names_in("lactulose, lactulosa"),
                names_in(
                    """
rifaximin, xifaxan, spironolactone, espironolactona,
nadolol, propranolol, furosemide, furosemida
"""
                ),
            ),
            (
                names_in("rifaximin, xifaxan"),
                names_in("spironolactone, espironolactona, furosemide, furosemida"),
            ),
        ),
    ),
    Treats(
        code="for_lung_disease",
        ticks=("lung_disease",),
        conditions=("lung_disease",),
        names=names_in(
            """
aclidinium, alyftrek, anoro, bedaquiline, bevespi, breztri, daliresp, dornase, duaklir, ensifentrine,
esbriet, etambutol, ethambutol, incruse, indacaterol, isoniazid, isoniazida, ivacaftor, kalydeco,
nerandomilast, nintedanib, ofev, ohtuvayre, olodaterol, orkambi, pirazinamida, pirfenidona,
pirfenidone, pulmozyme, pyrazinamide, roflumilast, seebri, sirturo, spiolto, spiriva, stiolto, symdeko,
trelegy, trikafta, trimbow, tudorza, ultibro, umeclidinium
"""
        ),
    ),
    Treats(
        code="for_immune_weak",
        ticks=("immune_weak",),
        conditions=("immune_weak",),
        names=names_in(
            """
abacavir, adakveo, atazanavir, atripla, bictegravir, biktarvy, cabenuva, complera, crizanlizumab,
cuvitru, darunavir, delstrigo, dolutegravir, doravirine, dovato, edurant, efavirenz, endari, epzicom,
evotaz, gammagard, gamunex, genvoya, hizentra, intelence, isentress, ivig, juluca, kaletra, lopinavir,
odefsey, oxbryta, pifeltro, prezcobix, prezista, privigen, raltegravir, reyataz, rilpivirine, rukobia,
stribild, sunlenca, symfi, symtuza, tivicay, triumeq, trizivir, trogarzo, voxelotor, xembify
"""
        ),
        private=True,
    ),
    Treats(
        code="for_cancer",
        ticks=("cancer_now", "cancer_past"),
        conditions=("cancer", "cancer_spread"),
        names=names_in(
            """
abiraterona, abiraterone, adagrasib, afatinib, afinitor, alecensa, alectinib, alpelisib, anastrozol,
anastrozole, apalutamide, arimidex, aromasin, atezolizumab, avelumab, axitinib, bavencio, bicalutamida,
bicalutamide, binimetinib, braftovi, brigatinib, cabometyx, cabozantinib, capivasertib, casodex,
cemiplimab, cetuximab, crizotinib, cyramza, dabrafenib, darolutamide, degarelix, dostarlimab,
durvalumab, elacestrant, eligard, encorafenib, enzalutamide, erbitux, erdafitinib, erleada, erlotinib,
exemestane, exemestano, faslodex, femara, firmagon, flutamide, fulvestrant, gefitinib, gilotrif,
goserelin, goserelina, herceptin, imfinzi, inavolisib, inlyta, ipilimumab, iressa, ivosidenib,
jemperli, keytruda, krazati, lanreotide, lapatinib, lenvatinib, lenvima, letrozol, letrozole,
leuprolide, leuprorelin, libtayo, lorbrena, lorlatinib, lumakras, lupron, mekinist, mektovi, neratinib,
nexavar, nilutamide, nivolumab, nolvadex, nubeqa, octreotide, opdivo, opdualag, orgovyx, orserdu,
osimertinib, panitumumab, pazopanib, pembrolizumab, pemigatinib, perjeta, pertuzumab, phesgo, piqray,
ramucirumab, regorafenib, relugolix, sandostatin, selpercatinib, soltamox, somatuline, sorafenib,
sotorasib, stivarga, tafinlar, tagrisso, tamoxifen, tamoxifeno, tarceva, tecentriq, tislelizumab,
toripalimab, trametinib, trastuzumab, trelstar, triptorelin, truqap, tucatinib, vandetanib, vectibix,
vemurafenib, votrient, wyost, xalkori, xgeva, xtandi, yervoy, zoladex, zometa, zytiga
"""
        ),
    ),
    Treats(
        code="for_diabetes",
        ticks=("diabetes",),
        conditions=("diabetes",),
        names=names_in(
            """
acarbosa, acarbose, actos, alogliptin, bydureon, byetta, dulaglutida, dulaglutide, exenatide, galvus,
glucobay, glyxambi, invokamet, janumet, januvia, jentadueto, linagliptin, linagliptina, miglitol,
nesina, onglyza, pioglitazona, pioglitazone, qtern, rybelsus, saxagliptin, segluromet, sitagliptin,
sitagliptina, synjardy, teneligliptin, tradjenta, trajenta, trijardy, trulicity, victoza, vildagliptin,
vildagliptina, voglibose, xigduo
"""
        ),
        pairs=(
            (
                names_in("metformin, metformina, glucophage"),
                names_in(
                    """
empagliflozin, jardiance, dapagliflozin, farxiga, forxiga,
canagliflozin, invokana, ozempic, semaglutide, mounjaro,
liraglutide, tirzepatide
"""
                ),
            ),
        ),
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
    Treats(
        code="for_fainting",
        ticks=("fainting",),
        conditions=("fainting",),
        names=names_in(
            """
droxidopa, florinef, fludrocortisona, fludrocortisone, midodrina, midodrine, northera, orvaten,
proamatine
"""
        ),
    ),
    Treats(
        code="for_pregnancy",
        ticks=(),
        conditions=("pregnancy",),
        pairs=(
            (
                names_in("prenatal, prenatals, prenatales"),
                names_in(
                    """
progesterone, progesterona, prometrium, endometrin, crinone, makena,
utrogestan
"""
                ),
            ),
            (
                names_in("prenatal, prenatals, prenatales"),
                names_in(
                    """
labetalol, methyldopa, metildopa, aspirin 81, baby aspirin, diclegis,
bonjesta
"""
                ),
            ),
        ),
        private=True,
    ),
)
