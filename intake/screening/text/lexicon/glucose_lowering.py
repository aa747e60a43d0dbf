"""Insulin, sulfonylureas, glinides.

Metformin, SGLT2, DPP-4 and GLP-1 drugs and pioglitazone are left out on purpose. 'Insulin
resistance' does not count. The foreign names are from memory unless a comment says otherwise: a
native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Group, _

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
)
