"""The water pills that are one side of several pairs, with their brands."""

from intake.screening.text.lexicon.shapes import names_in

LOOP = names_in(
    """
furosemide, furosemida, frusemide, torsemide, torasemide, torasemida, bumetanide, bumetanida, ethacrynic acid,
acido etacrinico, lasix, furoscix, seguril, demadex, soaanz, dytor, bumex, burinex, edecrin
"""
)
POTASSIUM_SPARING = names_in(
    """
spironolactone, espironolactona, eplerenone, eplerenona, aldactone, aldactona, carospir, inspra
"""
)
