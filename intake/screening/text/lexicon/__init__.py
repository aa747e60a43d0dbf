"""The words the recogniser knows, as data: one file for each group of medicines, and the rest beside.

A pharmacist must check the medicines, and native speakers the foreign names, before a clinic goes
live and then twice a year.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.screening.text.lexicon.anticoagulants import ANTICOAG
from intake.screening.text.lexicon.antiplatelets import ANTIPLATELET
from intake.screening.text.lexicon.as_written import EXACT_ONLY, LIST_ONLY
from intake.screening.text.lexicon.aspirin_nsaid import ASPIRIN_NSAID
from intake.screening.text.lexicon.bleeding_treatments import BLEED_TX
from intake.screening.text.lexicon.bone import BONE
from intake.screening.text.lexicon.chemotherapy import CHEMO
from intake.screening.text.lexicon.conditions import CONDITIONS
from intake.screening.text.lexicon.fields import FIELDS, Scope
from intake.screening.text.lexicon.glucose_lowering import HYPOGLY
from intake.screening.text.lexicon.immunosuppressants import IMMUNO
from intake.screening.text.lexicon.marrow import MARROW
from intake.screening.text.lexicon.misspellings import MISSPELLINGS
from intake.screening.text.lexicon.ordinary import ORDINARY
from intake.screening.text.lexicon.other_anticonvulsants import AED_MULTI
from intake.screening.text.lexicon.other_medicines import LOOKALIKES, OTHER_MEDICINES
from intake.screening.text.lexicon.seizure_medicines import AED_SEIZURE
from intake.screening.text.lexicon.sequels import SEQUELS
from intake.screening.text.lexicon.shapes import Condition, Group, Past, Sequel, SubList, Treats, WordList
from intake.screening.text.lexicon.spelling import CONDITION_SLIPS, DRUG_SLIPS, Slips
from intake.screening.text.lexicon.stop_words import STOP_WORDS
from intake.screening.text.lexicon.sublists import SUBLISTS
from intake.screening.text.lexicon.supplements import SUPP_BLEED
from intake.screening.text.lexicon.treats import TREATS
from intake.screening.text.lexicon.unread import NONE_PHRASES, NONE_WORDS, UNREAD_PHRASES
from intake.screening.text.lexicon.white_cell_treatments import NEUTRO_TX
from intake.screening.text.lexicon.word_lists import WORD_LISTS

GROUPS = (
    ANTICOAG,
    ANTIPLATELET,
    ASPIRIN_NSAID,
    SUPP_BLEED,
    IMMUNO,
    CHEMO,
    BLEED_TX,
    NEUTRO_TX,
    AED_SEIZURE,
    AED_MULTI,
    HYPOGLY,
    BONE,
    MARROW,
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the recogniser is compiled from; a changed copy makes another recogniser."""

    groups: tuple[Group, ...] = GROUPS
    sublists: tuple[SubList, ...] = SUBLISTS
    conditions: tuple[Condition, ...] = CONDITIONS
    word_lists: tuple[WordList, ...] = WORD_LISTS
    sequels: tuple[Sequel, ...] = SEQUELS
    treats: tuple[Treats, ...] = TREATS
    misspellings: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MISSPELLINGS)
    lookalikes: frozenset[str] = LOOKALIKES
    other_medicines: frozenset[str] = OTHER_MEDICINES
    stop_words: frozenset[str] = STOP_WORDS
    ordinary: frozenset[str] = ORDINARY
    exact_only: frozenset[str] = EXACT_ONLY
    list_only: frozenset[str] = LIST_ONLY
    drug_slips: Slips = DRUG_SLIPS
    condition_slips: Slips = CONDITION_SLIPS
    none_words: tuple[str, ...] = NONE_WORDS
    none_phrases: tuple[str, ...] = NONE_PHRASES
    unread_phrases: tuple[str, ...] = UNREAD_PHRASES
    fields: Mapping[str, Scope] = field(default_factory=lambda: FIELDS)

    def members(self, sublist: SubList) -> tuple[str, ...]:
        """The names a sub-list stands for."""
        if not sublist.all_of:
            return sublist.members
        group = next(group for group in self.groups if group.code == sublist.all_of)
        return tuple(name for name in group.names if name not in sublist.but_not)

    @staticmethod
    def named_by(treats: Treats) -> tuple[str, ...]:
        """The names of medicines that are asked about; a group stands for itself and is left out."""
        sides = (side for pair in treats.pairs for side in pair)
        in_pairs = (name for side in sides for name in side if not name.isupper())
        return tuple(dict.fromkeys((*treats.names, *in_pairs)))


LEXICON = Lexicon()

__all__ = (
    "GROUPS",
    "LEXICON",
    "Condition",
    "Group",
    "Lexicon",
    "Past",
    "Scope",
    "Slips",
    "SubList",
    "Treats",
    "WordList",
)
