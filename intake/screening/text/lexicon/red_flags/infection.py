"""An infection that was treated in a hospital, of the blood, the spine, a bone, the heart: germs that seed a spine.

The working specification has a question for it and no list: the words are ours, and a clinician must sign them.
"""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE
from intake.screening.text.lexicon.shapes import WordList, lines_of

_THREE_MONTHS = 92  # days, as the question says
_DEEP = "spine|spinal|disc|disk|vertebra|vertebrae|bone|bones|joint|columna|disco|vertebra|vertebras|hueso|huesos"

INFECTION = (
    WordList(
        code="rft_infection",
        patterns=lines_of(
            f"""
sepsis|septicemia|bacteremia|bacteriemia|urosepsis
septic shock
was|went|got|became|turned septic
blood|bloodstream infection|infections
infeccion ..2 sangre
bacteria|bacterias|germ|germs|staph|strep|mrsa ..6 blood|bloodstream|sangre
sangre infectada
osteomyelitis|osteomielitis|discitis|diskitis|spondylodiscitis|espondilodiscitis|endocarditis
epidural|spinal|spine|psoas|paraspinal abscess|infection
absceso ..2 epidural|columna|psoas
infection|infections|infeccion ..3 {_DEEP} ~ ear|denied
{_DEEP} infection|infections
infected ..2 {_DEEP}|port|picc|pacemaker|valve
iv|intravenous|intravenoso|intravenosos ..1 antibiotic|antibiotics|antibiotico|antibioticos
antibiotic|antibiotics|antibiotico|antibioticos ..3 iv|drip|intraven*|vena|suero|picc
hospital|hospitalized|hospitalised|admitted|hospitalizad*|internad*|internaron ..5 infection|infeccion|pneumonia|
    neumonia
meningitis ~ vaccine|vaccinated|shot|vacuna
"""
        ),
        most_days=_THREE_MONTHS,
        bridge=BRIDGE,
    ),
)
