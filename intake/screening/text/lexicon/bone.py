"""Bone-building medicines.

Xgeva is left out: it is given for cancer. The foreign names are from memory unless a comment says
otherwise: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

BONE = Group(
    code="BONE",
    title=_("Bone-building medicines"),
    rule="osteoporosis",
    exact=(
        "alendronate",
        "fosamax",
        "binosto",
        "risedronate",
        "actonel",
        "atelvia",
        "ibandronate",
        "boniva",
        "zoledronic",
        "reclast",
        "prolia",
        "jubbonti",
        "teriparatide",
        "forteo",
        "bonsity",
        "abaloparatide",
        "tymlos",
        "romosozumab",
        "evenity",
    ),
    foreign=("alendronato",),
    world=names_in(
        """
abaloparatida, acido alendronico, acido ibandronico, acido pamidronico, acido risedronico,
acido zoledronico, aclasta, adronat, adrovance, alendix, alendronate sodium, alendronato sodico,
alendronic, alendronic acid, alendros, aminomux, apo-alendronate, aredia, bandrone, bazedoxifene,
bazedoxifeno, bifosa, bildyos, bomyntra, bondronat, bone building shot, bonefos, bonemax, bonese,
bonoteo, bonviva, clasteon, clodronate, clodronato, clodronic, conbriza, conexxence, denfos, denosumab,
denosumabum, didrocal, didronel, dronal, duavee, ductonar, edirol, eladynos, eldecalcitol, enzilum,
etidronate, etidronato, etidronic, evfraxy, femorel, forsteo, fosavance, fosval, genalen,
ibandronate sodium, ibandronato, ibandronic, ibandronic acid, ibone, idrofos, incadronate, ipriflavona,
ipriflavone, lendrate, livogiva, marvil, maxmarvil, meliba, minodronate, minodronic, modifical,
movymia, neridronate, neridronato, olpadronate, optinate, ospomyv, osseor, osteofos, osteoral, ostex,
osvyrti, pamidronate, pamidronato, pamidronic, porosal, protelos, ranelato de estroncio, recalbon,
risedon, risedronate sodium, risedronato, risedronic, risedronic acid, risofos, romosozumabum, seralis,
skelid, sondelbay, stoboclo, strontium ranelate, teribone, teriparatida, teriparatidum, terrosa,
tiludronate, tiludronic, viviant, zadenvi, zoldron, zoledronate, zoledronato, zoledronic acid,
zoledronico, zyclast
"""
    ),
)
