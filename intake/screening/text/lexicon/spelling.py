"""How many slips of the pen a word forgives, by the length of the listed name.

A slip is a letter too many, too few or wrong, or two neighbours swapped (Damerau-Levenshtein). The
first letter is forgiven in long names only.
"""

from intake.screening.text.lexicon.shapes import words_of

Slips = tuple[tuple[int, int], ...]

DRUG_SLIPS: Slips = ((6, 1), (10, 2))  # from 6 letters one slip, from 10 two; shorter names none
CONDITION_SLIPS: Slips = ((7, 1), (12, 2))
SHORTEST_GUESS = 5  # a typed word of fewer letters is never taken for a slip
SHORTEST_HALF = 2  # letters of each half of a name with a space in it
JOINED_FROM = 6  # letters of both halves together, compared as written
JOINED_GUESS = 8  # and with slips


def slips_allowed(name: str, slips: Slips) -> int:
    """The largest number of slips this listed name forgives."""
    return max((allowed for letters, allowed in slips if len(name) >= letters), default=0)


# Words of shapes that forgive a slip too, or a spelling by ear: 'kidny failure', 'begiga'.
# Only beside the other words of a shape. Left out are words one slip from an ordinary one: infection (injection).
SHAPE_WORDS = words_of(
    "arteries artery ataque ataques attack attacks azucar bladder bleeding bowels breath breathe breathing catheter"
    " cerebral chronic collapsed compression congestive corazon coronary defensas derrame dialysis disease"
    " disorder dormida dormido embarazo enfermedad entumida failure fibrosis fracture fractures ganglios"
    " genitals heartbeat herida heridas higado hinchada huesos hypertension immune implant implanted"
    " insufficiency insuficiencia irregular kidney kidneys mechanical numbness orinar ovarian oxygen pancreatic"
    " pierna piernas plaquetas platelets presion pressure prostate pulmon pulmonary pulmones quimio radiation"
    " respirar rinones sangre stenosis stomach surgery swollen thyroid tingling transplant transplanted"
    " trasplante urinate urinating valvula vejiga vertebra vertebrae weakness"
)
SHAPE_SLIP_FROM = 6

# Short ones forgive three slips alone, each of which makes no other word: two letters inside swapped (grion), a double
# letter written once (chils, stol), and b for v as it sounds in Spanish (feber).
SHORT_SHAPE_WORDS = words_of(
    "groin fever fevers chills stool stools chest breath bleeding swollen swelling blood bloody urine numb tingling"
    " weakness seizure seizures bottom crotch genitals dizzy vomit vomiting fainted fiebre pecho orina sangre vejiga"
    " pierna piernas entrepierna nalgas calentura embarazo calf belly stomach"
)
SHORTEST_SHORT = 4  # letters of what was typed
