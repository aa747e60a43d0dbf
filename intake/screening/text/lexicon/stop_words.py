"""Ordinary words that lie one slip away from a listed name, and are never taken for it."""

_WORDS = """
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
"""

STOP_WORDS = frozenset(_WORDS.split())
