"""Ordinary words that lie one slip away from a listed name, and are never taken for it."""

_WORDS = """
cancel cancels emulate emulates horizonte horizontes modifican recombine refactor sizing solaris symlink repro
celulitis cellulite sienta
angioma arthritic aspiring
benefit benefits brilliant buffering
concussion concussions confusion contusion contusions corte cortes cortex cortez culebrina
dangshen diafisis
efficient extra
fragment
horizon humid humita hydra
infecta infectar inflect inflected inflects info
liliana liquid liviana lyric lyrical lyrics
medro metal microns microwave microwaves millipede morin motril motriz
neural neuronitis neurotic
petal platal policy program programs puritan pyrimidine
reflexes
shingle shingled single singles starlit stent subvenir
trenada
vinaza
alicia anaden anadio anadir anakin apart arena aristocrat astrid azucar bienes biologia biological
biologists bipolar boiled boiling bones bonita brexit campbell campo capri cardenal catalan clean collar
corta cortan cortar cortas decian decidan declan decorate descarta dolares downer eureka europa exacta
fermin fitness flota forster forte fortress frozen groin imran incarnate inhuman insulated insultar
lanus lever levers madura mantas matas mediate medical medicals medico medicos mejora mejoran mejorar
mejoras mental modifica modificar motin muera negaba nitro pacers palace pedian pegasus platino poesia
poseia profiling propia quimica quimicas quimico quimicos quimioterapeuta rename rotas sabria saxon
several siglos staff stasis stroked suspect talvez tanaka thin thinkers thinner topical vivian volveran
warrant
"""

STOP_WORDS = frozenset(_WORDS.split())
