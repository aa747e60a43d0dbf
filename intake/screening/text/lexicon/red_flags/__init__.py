"""Warning signs that patients tell in words though they answered No to the question.

A sign that is denied, about somebody else or older than six weeks stays quiet. Foreign words are from
memory: a native speaker must check them.
"""

from intake.screening.text.lexicon.red_flags.bladder import BLADDER
from intake.screening.text.lexicon.red_flags.body import BODY
from intake.screening.text.lexicon.red_flags.infection import INFECTION
from intake.screening.text.lexicon.red_flags.injury import INJURY
from intake.screening.text.lexicon.red_flags.limbs import LIMBS
from intake.screening.text.lexicon.red_flags.saddle import SADDLE
from intake.screening.text.lexicon.red_flags.spine import SPINE
from intake.screening.text.lexicon.red_flags.stroke import STROKE
from intake.screening.text.lexicon.red_flags.trunk import TRUNK

RED_FLAGS = (*SADDLE, *BLADDER, *LIMBS, *STROKE, *TRUNK, *BODY, *SPINE, *INJURY, *INFECTION)
