"""Defenses against infection: medicines for HIV, antibodies that are missing, sickle cells.

Of the medicines for HIV every integrase, protease and non-nucleoside drug and every fixed combination; not those that
also keep people from catching it (tenofovir with emtricitabine, cabotegravir, lenacapavir), and not Paxlovid. The word
immunoglobulin alone is as often a blood test, so that it counts with its treatment.
"""

from intake.screening.text.lexicon.shapes import Treats, names_in

TREATS = (
    Treats(
        code="for_immune_weak",
        ticks=("immune_weak",),
        conditions=("immune_weak",),
        names=(
            *names_in(
                """
abacavir, aptivus, atazanavir, atripla, bictegravir, biktarvy, cabenuva, cimduo, combivir, complera,
crixivan, darunavir, delavirdine, delstrigo, dolutegravir, doravirina, doravirine, dovato, dutrebis,
edurant, efavirenz, elvitegravir, epzicom, etravirina, etravirine, eviplera, evotaz, fosamprenavir,
genvoya, indinavir, intelence, invirase, isentress, juluca, kaletra, kivexa, lamivudina zidovudina,
lamivudine zidovudine, lexiva, lopinavir, nelfinavir, nevirapina, nevirapine, norvir, odefsey, pifeltro,
prezcobix, prezista, raltegravir, rescriptor, reyataz, rezolsta, rilpivirina, rilpivirine, ritonavir,
rukobia, saquinavir, stocrin, stribild, sunlenca, sustiva, symfi, symtuza, telzir, temixys, tipranavir,
tivicay, triumeq, trizivir, trogarzo, viracept, viramune, vitekta, zidovudine lamivudine
"""
            ),
            *names_in(
                """
alyglo, asceniv, bivigam, cutaquig, cuvitru, flebogamma, gammagard, gammaglobulina, gammaked, gammaplex,
gamunex, hizentra, hyqvia, immune globulin infusion, immune globulin infusions, immunoglobulin infusion,
immunoglobulin infusions, immunoglobulin replacement, immunoglobulin therapy, inmunoglobulina intravenosa,
inmunoglobulina humana, ivig, octagam, panzyga, privigen, scig, xembify, yimmugo
"""
            ),
            *names_in("adakveo, crizanlizumab, endari, oxbryta, voxelotor"),
        ),
        private=True,
    ),
)
