"""Pregnancy: only pairs, because each of them has other uses."""

from intake.screening.text.lexicon.shapes import Treats, names_in

_PRENATAL = names_in("prenatal, prenatals, prenatales")

TREATS = (
    Treats(
        code="for_pregnancy",
        ticks=(),
        conditions=("pregnancy",),
        pairs=(
            (
                _PRENATAL,
                names_in(
                    """
progesterone, progesterona, prometrium, endometrin, crinone, makena, utrogestan, cyclogest, progeffik
"""
                ),
            ),
            (
                _PRENATAL,
                names_in(
                    """
labetalol, trandate, methyldopa, metildopa, aldomet, aspirin 81, 81 mg aspirin, aspirina 81, baby aspirin,
low dose aspirin, aspirina infantil, diclegis, bonjesta, diclectin, cariban
"""
                ),
            ),
            (
                _PRENATAL,
                names_in("doxylamine, doxilamina"),
                names_in("pyridoxine, piridoxina, vitamin b6, vitamina b6, b6"),
            ),
        ),
        private=True,
    ),
)
