"""Of whom a clause speaks: relatives, friends and pets, people who are cared for, and 'she' who was named before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from intake.screening.text import times
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.lexicon import cue_family, cue_pronouns, cues

if TYPE_CHECKING:
    from intake.screening.text.clause_reading import ClauseReading

SOMEBODY = CuePhrases(*cue_pronouns.FAMILY_SOMEBODY)
_DIMINUTIVES = ("ito", "ita")


def ends(here: ClauseReading) -> list[int]:
    """The words after 'my mother', 'brother' at the start, 'a guy at work' and the like, in order."""
    positions: set[int] = set()
    for index in range(len(here.words)):
        if _is_somebody_else(here, index, somebody=here.after_somebody or bool(positions)):
            positions.add(index + 1)
    for end in sorted(positions):  # 'my brother and sister both'
        while here.words[end : end + 1] and here.words[end] in cues.AND and here.is_relative_at(end + 1):
            end += 2
            positions.add(end)
    positions = {
        end for end in positions if _following(here.words, end - 1) not in cues.AND or here.is_relative_at(end + 1)
    }
    return sorted(positions.union(last for _, last in here.places(SOMEBODY)))


def is_relative(words: Sequence[str], in_hit: Sequence[int], index: int) -> bool:
    """True for a noun of the family that is not part of a hit ('baby aspirin')."""
    if index >= len(words) or in_hit[index]:
        return False
    word = words[index].removesuffix("'s")
    if word in cue_family.FAMILY_TWO_WORDS:
        return index > 0 and words[index - 1] in cue_family.FAMILY_TWO_WORDS[word]
    return word in cue_family.FAMILY_NOUN or _small(word) in cue_family.FAMILY_NOUN


def is_the_patient(here: ClauseReading, index: int) -> bool:
    """'My son', where a parent fills in the form."""
    return here.words[index].removesuffix("'s") in here.own


def tells_of_somebody(words: Collection[str]) -> bool:
    """True when one of the words is 'she', 'his' and the like."""
    return not cue_pronouns.PRONOUNS.isdisjoint(words)


def _is_somebody_else(here: ClauseReading, index: int, *, somebody: bool) -> bool:
    words = here.words
    if not here.own and (_is_somebody_again(words, index) if somebody else here.alone and _is_one_alone(here, index)):
        return True
    if _is_one_by_age(words, index):
        return not here.own
    if not here.is_relative_at(index):
        return False
    before = index
    while before and (words[before - 1] in cue_family.FAMILY_BETWEEN or times.is_number(words[before - 1])):
        before -= 1
    owner = words[before - 1] if before else ""
    if (not owner or owner in cue_family.MINE) and is_the_patient(here, index):
        return False
    if owner in cue_family.FAMILY_OWNER or (owner.endswith("'s") and here.is_relative_at(before - 1)):
        return True
    if (
        before and here.is_relative_at(before - 1) and _is_somebody_else(here, before - 1, somebody=False)
    ):  # 'mi tía abuela'
        return True
    noun = words[index].removesuffix("'s")
    article = owner in cue_family.FAMILY_ARTICLE or (index > before and times.is_number(words[index - 1]))
    is_self = before > article and words[before - article - 1] in cue_family.FAMILY_SELF
    if noun in cue_family.FAMILY_NEEDS_OWNER:
        return article and not is_self and _does_something(here, index)
    if is_self:
        return False
    if words[index].endswith("'s") or (noun in cue_family.FAMILY_CALLED and owner in cue_family.CALLED_AFTER):
        return True
    if somebody and owner in cues.AND:  # 'abuela con diabetes y abuelo con derrame'
        return True
    return article or cue_family.FAMILY_HEADS.issuperset(words[:before])


def _is_somebody_again(words: Sequence[str], index: int) -> bool:
    """'She', and 'one has … the other had'; not 'he tenido', which is 'I have had'."""
    if words[index] in cue_pronouns.PRONOUNS_OF_SUBJECT:
        if words[index] in cue_pronouns.I_HAVE and _following(words, index).endswith(cue_pronouns.DONE_IN_SPANISH):
            return False
        return cue_pronouns.PRONOUN_DOES_TO_ME.isdisjoint(words[index + 1 : index + 4])
    return words[index] in cue_pronouns.ONE_OF_THEM and _following(words, index) in cue_family.FAMILY_HAS


def _is_one_alone(here: ClauseReading, index: int) -> bool:
    """'He has a stent', where nobody was named: not the person of the form, who writes 'I'."""
    words = here.words
    if words[index] not in cue_pronouns.PRONOUNS_ALONE:
        return False
    at = index + ("'" not in words[index])  # of the verb: 'he has', 'he's'
    if words[at : at + 1] == [] or (at > index and words[at] not in cue_pronouns.PRONOUN_DOES):
        return False
    if not cue_pronouns.PRONOUN_DOES_TO_ME.isdisjoint(words[at + 1 : at + 4]):
        return False
    done = words[at + 1] if at + 1 < len(words) and not here.in_hit[at + 1] else ""
    return done not in cue_pronouns.PRONOUN_HAS_DONE and not done.endswith(cue_pronouns.DONE)


def _is_one_by_age(words: Sequence[str], index: int) -> bool:
    """'My oldest has seizures': a child; 'my oldest injury' is none."""
    return (
        index > 0
        and words[index] in cue_family.ONE_BY_AGE
        and words[index - 1] in cue_family.FAMILY_OWNER
        and _following(words, index) in cue_family.FAMILY_HAS
    )


def _does_something(here: ClauseReading, index: int) -> bool:
    """'The baby has a fever'; 'the patient has one' tells of the person of the form."""
    noun = here.words[index].removesuffix("'s")
    if noun in cue_family.FAMILY_OF_THE_FORM:
        return False
    return noun != here.words[index] or _following(here.words, index) in cue_family.FAMILY_HAS


def _following(words: Sequence[str], index: int) -> str:
    return words[index + 1] if index + 1 < len(words) else ""


def _small(word: str) -> str:
    """The noun of a Spanish diminutive: 'sobrinita' is a sobrina."""
    bare = word.removesuffix("s")
    return bare[:-3] + bare[-1] + word[len(bare) :] if bare.endswith(_DIMINUTIVES) else ""
