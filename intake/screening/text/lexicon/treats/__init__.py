"""Medicines that are mostly given for one condition: named without its tick, somebody asks.

Many have other uses, so this is a note and no more. A pair counts only with all its sides named. Metformin alone,
the weight injections alone and the drugs that also prevent HIV are left out on purpose. Names match as written, never
by a slip of the pen: a medicine stands here under its generic name in English and Spanish, its usual brands, and with
its salt where that is a phrase of its own ('metoprolol succinate'). A pharmacist must check them.
"""

from intake.screening.text.lexicon.treats import cancer, defenses, heart, metabolism, organs, pregnancy

TREATS = (
    *heart.TREATS,
    *organs.TREATS,
    *defenses.TREATS,
    *cancer.TREATS,
    *metabolism.TREATS,
    *pregnancy.TREATS,
)
