"""The lexicon compiled for looking up: the terms, and every way each of them is written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from intake.screening.text.clauses import CJK, sentences
from intake.screening.text.hits import Kind
from intake.screening.text.lexicon import Condition, Lexicon, Scope, WordList, cues
from intake.screening.text.lexicon.spelling import slips_allowed
from intake.screening.text.normalise import normalise

_CJK = re.compile(f"[{CJK}]")
_GLUED_FROM = 9  # letters: from here on a phrase may be typed without its spaces


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One listed name, with all that decides its status.

    `bridge`: words that may stand between a cue and the name; `slips`: how many it forgives.
    """

    name: str
    kind: Kind
    groups: tuple[str, ...]
    sublists: tuple[str, ...] = ()
    condition: Condition | None = None
    word_list: WordList | None = None
    bridge: frozenset[str] = cues.BRIDGE
    slips: int = 0


@dataclass(frozen=True, slots=True)
class Writing:
    """One way terms are written: words in a row; `hyphen[i]` asks for a hyphen before word i."""

    words: tuple[str, ...]
    hyphen: tuple[bool, ...]
    terms: tuple[Term, ...]

    @property
    def length(self) -> tuple[int, int, int]:
        """The longest writing wins: words, then letters, then hyphens."""
        return len(self.words), sum(map(len, self.words)), sum(self.hyphen)


def is_cjk(text: str) -> bool:
    """True for a Chinese, Japanese or Korean name, which matches anywhere in a clause."""
    return _CJK.search(text) is not None


def is_one_word(name: str) -> bool:
    """True for a name that the spelling rule can apply to."""
    return " " not in name and not is_cjk(name)


def all_terms(lexicon: Lexicon) -> tuple[Term, ...]:
    """Every listed name of the lexicon, once for each thing it can mean."""
    return (*_drugs(lexicon), *_conditions(lexicon), *_phrases(lexicon))


def in_scope(term: Term, scope: Scope, field: str) -> bool:
    """Whether this term is looked for in this field."""
    if term.kind is Kind.DRUG:
        return scope.drugs
    if term.condition is not None:
        return scope.conditions and (not term.condition.only_in or field in term.condition.only_in)
    return term.word_list is not None and term.word_list.code in scope.word_lists


def writings(terms: Iterable[Term], misspellings: Mapping[str, tuple[str, ...]]) -> tuple[Writing, ...]:
    """Every way these terms are written, but for the Chinese, Japanese and Korean ones."""
    found: dict[tuple[tuple[str, ...], tuple[bool, ...]], list[Term]] = {}
    for term in terms:
        for name in (term.name, *misspellings.get(term.name, ())):
            if is_cjk(name):
                continue
            for written in _ways(name):
                found.setdefault(written, []).append(term)
    return tuple(Writing(*written, tuple(meanings)) for written, meanings in found.items())


def _drugs(lexicon: Lexicon) -> Iterator[Term]:
    groups: dict[str, list[str]] = {}
    forgiving = {name for group in lexicon.groups for name in group.fuzzy_names}
    for group in lexicon.groups:
        for name in dict.fromkeys(group.names):
            groups.setdefault(name, []).append(group.code)
    members = {sublist.code: frozenset(lexicon.members(sublist)) for sublist in lexicon.sublists}
    for name, codes in groups.items():
        yield Term(
            name=name,
            kind=Kind.DRUG,
            groups=tuple(codes),
            sublists=tuple(code for code, names in members.items() if name in names),
            slips=slips_allowed(name, lexicon.drug_slips) if name in forgiving else 0,
        )


def _conditions(lexicon: Lexicon) -> Iterator[Term]:
    for condition in lexicon.conditions:
        for word in condition.words:
            yield Term(
                name=word,
                kind=Kind.CONDITION,
                groups=(condition.stands_for,),
                condition=condition,
                slips=slips_allowed(word, lexicon.condition_slips) if is_one_word(word) else 0,
            )


def _phrases(lexicon: Lexicon) -> Iterator[Term]:
    for word_list in lexicon.word_lists:
        bridge = cues.BRIDGE.union(word_list.bridge)
        for phrase in word_list.phrases:
            yield Term(
                name=phrase,
                kind=Kind.WORDS,
                groups=(word_list.code,),
                word_list=word_list,
                bridge=bridge,
            )


def _ways(name: str) -> Iterator[tuple[tuple[str, ...], tuple[bool, ...]]]:
    """A name as listed and, when it is long enough, with any of its spaces left out."""
    clause = sentences(normalise(name))[0][0]
    words, hyphen = clause.words, clause.hyphen
    letters = sum(character.isalpha() for word in words for character in word)
    gaps = [
        (False,) if index == 0 or tied or letters < _GLUED_FROM else (False, True) for index, tied in enumerate(hyphen)
    ]
    for glued in product(*gaps):
        joined: list[str] = []
        ties: list[bool] = []
        for word, tied, stuck in zip(words, hyphen, glued, strict=True):
            if stuck:
                joined[-1] += word
            else:
                joined.append(word)
                ties.append(tied)
        yield tuple(joined), tuple(ties)
