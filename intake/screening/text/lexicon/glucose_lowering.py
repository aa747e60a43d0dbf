"""Insulin, sulfonylureas, glinides.

Metformin, SGLT2, DPP-4 and GLP-1 drugs and pioglitazone are left out on purpose. 'Insulin
resistance' does not count. The foreign names are from memory unless a comment says otherwise: a
native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _, names_in

HYPOGLY = Group(
    code="HYPOGLY",
    title=_("Insulin, sulfonylureas, glinides"),
    rule="diabetes_neuropathy",
    fuzzy={
        "insulin": (
            "lantus",
            "basaglar",
            "toujeo",
            "semglee",
            "levemir",
            "tresiba",
            "humalog",
            "admelog",
            "lyumjev",
            "novolog",
            "fiasp",
            "apidra",
            "humulin",
            "novolin",
            "afrezza",
            "soliqua",
            "xultophy",
        ),
        "glipizide": ("glucotrol",),
        "glyburide": ("diabeta", "glynase", "micronase", "glucovance"),
        "glimepiride": ("amaryl", "duetact"),
        "chlorpropamide": (),
        "tolbutamide": (),
        "repaglinide": ("prandin",),
        "nateglinide": ("starlix",),
    },
    exact=(
        "tolazamide",
        "prandimet",
        "metaglip",
        "pramlintide",
        "symlin",
        "rezvoglar",
        "myxredlin",
        "merilog",
        "ryzodeg",
    ),
    foreign=(
        "glibenclamide",
        "glibenclamida",
        "euglucon",  # checked in a public source
        "daonil",
        "gliclazide",
        "gliclazida",
        "diamicron",
        "mitiglinide",
        "인슐린",
        "아마릴",
        "胰岛素",
        "胰島素",
        "格列美脲",
        "亚莫利",
        "格列齐特",
        "达美康",
        "格列本脲",
    ),
    world=names_in(
        """
abasaglar, abasria, acetohexamide, actrapid, amarwin, aspart, awiqli, azulix, azulix mf, basalin,
basalog, betaglim, bi-euglucon, bi-euglucon m, bieuglucon, biosulin, blisto, caninsulin, carbutamide,
clorpropamida, degludec, detemir, diabenese, diabinese, diamicron mr, dianormax, diaprel, dymelor,
eglucent, euglim, eurepa, fastic, gansulin, gemer, getryl, glargina, glargine, glaritus, glibemet,
glibenclamid, glibenclamidum, glibenese, glibomet, glibornuride, gliburida, gliclazid, glimepirid,
glimepirida, glimestar, glimetal, glimisave, glimpid, glimulin, glimy, glinate, glipizida, gliquidona,
gliquidone, glisoxepide, glix, glizid, glorion, gluconorm, gluconorm g, gluconorm-g, glufast,
gluformin g, glulisina, glulisine, glurenor, glurenorm, glyburida, glycinorm, glyciphage g,
glyclopyramide, glycomet gp, glycomet-gp, glyloc, glynase mf, glypride, humalog junior, humalog mix,
huminsulin, humulina, hypurin, icodec, imefas, insogen, insugen, insulatard, insulin aspart,
insulin degludec, insulin detemir, insulin glargine, insulin lispro, insulina, insulina aspart,
insulina glargina, insulina lispro, insulina nph, insulina rapida, insulina regular, insulinum,
insuman, isophane, kirsty, lantus solostar, liprolog, lispro, lusduna, marzibeta, metahexamide,
mindiab, minidiab, minodiab, mitiglinida, mixtard, nateglinida, norfaben, novolog mix, novomix,
novonorm, novorapid, nph insulin, prandilin, predian, rastinon, reclide, recosulin, repaglinida,
roname, semi-euglucon, semidaonil, starsis, sulfonilurea, sulfonylurea, sulfonylureas, suliqua,
tolazamida, tolbutamida, toujeo solostar, trazec, trurapi, uni diamicron, wadil, wosulin, zoryl
"""
    ),
)
