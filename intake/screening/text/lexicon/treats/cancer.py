"""Cancer: hormone blockers, antibodies, and the kinase inhibitors that are no chemotherapy.

What lowers the white cells stands with the chemotherapy, and raises a hold by itself.
"""

from intake.screening.text.lexicon.shapes import Treats, names_in

_HORMONES = names_in(
    """
abiraterona, abiraterone, anastrozol, anastrozole, apalutamida, apalutamide, arimidex, aromasin,
bicalutamida, bicalutamide, buserelin, camcevi, casodex, darolutamida, darolutamide, decapeptyl, degarelix,
elacestrant, eligard, enzalutamida, enzalutamide, erleada, eulexin, exemestane, exemestano, faslodex,
femara, firmagon, flutamida, flutamide, fulvestrant, goserelin, goserelina, letrozol, letrozole,
leuprolida, leuprolide, leuprorelin, leuprorelina, lupron, nilandron, nilutamide, nolvadex, nubeqa,
orgovyx, orserdu, prostap, relugolix, soltamox, suprefact, tamoxifen, tamoxifeno, trelstar, triptorelin,
triptorelina, xtandi, yonsa, zoladex, zytiga
"""
)
_ANTIBODIES = names_in(
    """
atezolizumab, avelumab, bavencio, camrelizumab, cemiplimab, cetuximab, cosibelimab, cyramza, dostarlimab,
durvalumab, erbitux, hercessi, herceptin, herzuma, imfinzi, imjudo, ipilimumab, jemperli, kanjinti,
keytruda, libtayo, loqtorzi, margenza, margetuximab, nivolumab, ogivri, ontruzant, opdivo, opdualag,
panitumumab, pembrolizumab, perjeta, pertuzumab, phesgo, ramucirumab, retifanlimab, sintilimab, tecentriq,
tevimbra, tislelizumab, toripalimab, trastuzumab, trazimera, tremelimumab, tyvyt, unloxcyt, vectibix,
yervoy, zanidatamab, ziihera, zynyz
"""
)
_INHIBITORS = names_in(
    """
adagrasib, afatinib, afinitor, alecensa, alectinib, alpelisib, alunbrig, anlotinib, apatinib,
augtyro, avapritinib, axitinib, ayvakit, balversa, binimetinib, braftovi, brigatinib, cabometyx,
cabozantinib, capivasertib, capmatinib, caprelsa, ceritinib, cobimetinib, cometriq,
cotellic, crizotinib, dabrafenib, dacomitinib, encorafenib, ensacove, ensartinib, entrectinib,
erdafitinib, erlotinib, fotivda, fruzaqla, futibatinib, gavreto, gefitinib, gilotrif, icotinib,
inavolisib, infigratinib, inlyta, iressa, itovebi, ivosidenib, krazati, lapatinib, larotrectinib, lazcluze,
lazertinib, leclaza, lenvatinib, lenvima, lorbrena, lorlatinib, lumakras, lytgobi, mekinist, mektovi,
mobocertinib, neratinib, nerlynx, nexavar, ojemda, osimertinib, pazopanib, pemazyre, pemigatinib, piqray,
pralsetinib, qinlock, regorafenib, repotrectinib, retevmo, ripretinib, rozlytrek, selpercatinib, sorafenib,
sotorasib, stivarga, sunvozertinib, tabrecta, tafinlar, tagrisso, taletrectinib, tarceva, tepmetko,
tepotinib, tivozanib, tovorafenib, trametinib, truqap, tucatinib, tukysa, tykerb, vandetanib, vemurafenib,
vitrakvi, vizimpro, votrient, xalkori, zelboraf, zongertinib, zykadia
"""
)
_BONE_AND_GLANDS = names_in(
    """
aukelso, bilprevda, bynfezia, lanreotida, lanreotide, mycapssa, octreotida, octreotide, osenvelt,
sandostatin, somatuline, wyost, xbryk, xgeva, zometa
"""
)

TREATS = (
    Treats(
        code="for_cancer",
        ticks=("cancer_now", "cancer_past"),
        conditions=("cancer", "cancer_spread"),
        names=(*_HORMONES, *_ANTIBODIES, *_INHIBITORS, *_BONE_AND_GLANDS),
    ),
)
