"""Conditions that people name in their own words, and what the past tense does to each.

Each is a family: its stems with all endings, its short forms, its lay words, in English and Spanish. A word
of a family that is missing is a fault of the list. Never a bleeding disorder: factor V Leiden, protein C or S
deficiency, antiphospholipid syndrome. Never a skin infection: a stomach or mouth ulcer, ulcerative colitis.
Foreign words are from memory: a native speaker must check them.
"""

from intake.screening.text.lexicon.conditions import (
    blood,
    bones,
    defences,
    devices,
    harm,
    heart,
    nerves,
    organs,
    pregnancy,
    skin,
)

CONDITIONS = (
    *blood.CONDITIONS,
    *nerves.CONDITIONS,
    *skin.CONDITIONS,
    *devices.CONDITIONS,
    *heart.CONDITIONS,
    *organs.CONDITIONS,
    *defences.CONDITIONS,
    *bones.CONDITIONS,
    *pregnancy.CONDITIONS,
    *harm.CONDITIONS,
)
