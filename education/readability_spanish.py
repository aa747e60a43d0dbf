"""How easy a Spanish text is to read: Szigriszt's perspicuity, on the INFLESZ scale for health texts.

Ease = 206.835 - 62.3 × syllables per word - words per sentence (Szigriszt Pazos, 1993). Below 40 a text is very hard,
from 55 normal, from 65 quite easy, from 80 very easy (INFLESZ; Barrio-Cantalejo and others, 2008). The English grade
says nothing about Spanish, whose words are longer. Pure: nothing of Django.
"""

import re

_WORD = re.compile(r"[a-záéíóúüñ]+", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?]+(?=[\s\"'”’)\]]|$)|\n|:(?=\s)|;(?=\s)")
# The u of que and guía is not spoken.
_SILENT = re.compile(r"(?<=[qg])u(?=[eiéí])")
# A strong vowel with the weak ones that lean on it, or weak ones alone: one syllable each.
_NUCLEUS = re.compile(r"[iuü]?[aeoáéíóú](?:[iuü](?![aeoáéíóú])|y(?![a-záéíóúüñ]))?|[iuü]+|\by\b")


def ease(text: str) -> float:
    """Return the ease of a plain text, one decimal; a text without words is 100. A line is at least one sentence."""
    sentences = [words for part in _SENTENCE_ENDS.split(text) if (words := words_of(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 100.0
    per_word = sum(map(syllables, words)) / len(words)
    return round(206.835 - 62.3 * per_word - len(words) / len(sentences), 1)


def words_of(text: str) -> list[str]:
    """Return the words of a text; figures are no words."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Return how many syllables a Spanish word has."""
    return max(1, len(_NUCLEUS.findall(_SILENT.sub("", word.lower()))))
