"""Bones and the stiff spine."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="osteoporosis",
        words=("osteoporosis",),
        patterns=lines_of(
            """
osteopor*
brittle bone|bones
weak|thin|fragile bones
huesos ..1 debiles|fragiles|porosos
compression fracture|fractures
vertebral fracture|fractures
fractura|fracturas ..2 compresion|vertebral|vertebrales
descalcific*
bones ..2 brittle|weak|thin|fragile|porous
broke|broken|fractured|crushed ..3 vertebra|vertebrae
t-score|tscore|dexa|t-scores ..4 #2.5-6
kyphoplast*|vertebroplast*|cifoplast*
bones ..3 glass|chalk
glass bone|bones
osteogenesis imperfecta
huesos ..1 vidrio|cristal
vertebral|compression|fragility|insufficiency ..1 fracture|fractures|fx|fxs ~ stress
collapsed|crushed|wedged ..1 vertebra|vertebrae
bones ..4 swiss|chalk|glass|crumbl*
bones ..2 break|snap|fracture ..2 easily|easy
huesos ..2 rompen|quiebran|fracturan
bone density ..3 #2.5-6
severe bone loss ~ dental|jaw|gum|teeth
thinning|porous|crumbling|soft bone|bones
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="ankylosis",
        words=(
            "ankylosing",
            "anquilosante",
        ),
        patterns=lines_of(
            """
ankylosing ..1
ankylosed|ankylosis
spondylitis ankyl*
bechterew*
bamboo spine
dish disease|syndrome
diffuse idiopathic ..2
forestier*
espondilitis anquil*
anquilos*
axial spondyloarth*|spondylarth*
spine|back|neck ..2 fused|fusing|stiffened ~ surgery|surgeon|screws|rods|fusion|operation|operated|hardware|
    cirugia|tornillos
bamboo spine|back
columna ..2 anquil*|cana de bambu
columna ..3 bambu
axspa|ax-spa
ank spond|spondy|spondylitis
columna ..2 pegada|soldada|fusionada|tiesa ~ cirugia|tornillos|operacion|operaron
fused neck|spine|back|vertebrae ~ surgery|surgeon|screws|rods|fusion|operation|operated|hardware|cirugia|l4|l5|s1|c5|
    c6|c7|disc|discs
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="dish",
        counts_as="ankylosis",
        words=("dish",),
        past=Past.NEVER,
        capitals=True,
    ),
)
