"""Names that are taken only as they are written.

`EXACT_ONLY` lie too near to ordinary words for a slip to be forgiven. `LIST_ONLY`, short forms and names that
are also first names, count in a list of medicines alone.
"""

from intake.screening.text.lexicon.shapes import names_in

EXACT_ONLY = frozenset(
    names_in(
        """
alin, actron, antalgin, artren, carbatol, criam, firac, ivor, kirsty, marvil, nise, rokan, urbanol,
waran
"""
    )
)

LIST_ONLY = frozenset(
    names_in(
        """
alin, ivor, kirsty, pred, warf, warf-5, mtx, lev, cbz, vpa, phb, ptu, apix, rivarox, uft, ts-1, lmwh,
hbpm, asa, aza, azath, mmf, mpa, tacro, csa, cya, 6-mp, 6mp, rtx, ifx, toci, lcm, brv, pht, clb, ltg,
tpm, oxc, zns, gbp, pgb, enox, dabi, edox, clopi, tica, melox, dolac, nise, basalin, boost
"""
    )
)
