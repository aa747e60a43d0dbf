"""What went wrong after a treatment."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="past_harm",
        words=(
            "neumotorax",
            "hospitalized",
            "pneumothorax",
            "collapsed lung",
            "lung collapsed",
            "lung collapse",
            "punctured lung",
            "chest tube",
            "seizure",
            "hospital",
        ),
        patterns=lines_of(
            """
neumotora*
pulmon ..2 colaps*|perforad*
perforaron ..2 pulmon
convulsion*
hospitaliz*|hospitalis*
intensive care
nerve injury|damage
sepsis|blood infection
necrotizing ..1
"""
        ),
        past=Past.NEVER,
        only_in=("reaction_detail",),
    ),
)
