"""How hard a text is to read: the Flesch–Kincaid grade, for English.

Grade = 0.39 × words per sentence + 11.8 × syllables per word - 15.59 (Kincaid and others, 1975, for the US Navy): the
school year in which the text is read with ease. Pure: nothing of Django.
"""

import re

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*", re.IGNORECASE)
# A full stop inside a figure (1.5) or a short form (e.g.) ends no sentence.
_SENTENCE_ENDS = re.compile(r"[.!?]+(?=[\s\"'”’)\]]|$)|\n|:(?=\s)|;(?=\s)")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """Return the grade of a plain text, one decimal, never below 0; a text without words is 0.

    A line break, a colon and a semicolon end a sentence: a list item and a heading are read as one.
    """
    sentences = [words for part in _SENTENCE_ENDS.split(text) if (words := words_of(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    per_sentence = len(words) / len(sentences)
    per_word = sum(map(syllables, words)) / len(words)
    return max(0.0, round(0.39 * per_sentence + 11.8 * per_word - 15.59, 1))


def words_of(text: str) -> list[str]:
    """Return the words of a text; figures are no words."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Return how many syllables an English word has, by its groups of vowels: good on average, not for each word."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(_VOWELS.findall(letters))
    if re.search(r"[^aeiouy]e$", letters) and not re.search(r"[^aeiouy]le$", letters):
        groups -= 1  # make, tense; not: needle, whose ending is spoken
    elif re.search(r"[^aeiouydt]ed$", letters) or re.search(r"[^aeiouyscxzhg]es$", letters):
        groups -= 1  # asked, makes; not: started, needed, uses
    groups += len(re.findall(r"ia(?!n$|l$)|io(?!n)|[iu]um|eo(?![up])|ua(?!r)", letters))
    return max(1, groups)
