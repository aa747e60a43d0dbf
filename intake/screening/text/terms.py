"""The lexicon compiled for looking up: the terms, and every way each of them is written.

A term of a medicine, a condition or a list of words is one listed name or phrase, or all shapes of one
condition or list together (`patterns`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from intake.screening.text.clauses import CJK, sentences
from intake.screening.text.hits import HitKind
from intake.screening.text.lexicon import Condition, Lexicon, Scope, WordList, cues
from intake.screening.text.lexicon.spelling import slips_allowed
from intake.screening.text.normalise import normalise
from intake.screening.text.patterns import not_with, single_words

_CJK = re.compile(f"[{CJK}]")
DRUGS = "drugs"
_SHARED_LAYER = {"bleeding_carrier": "bleeding_disorder"}  # a 'hemophilia carrier' has no hemophilia
_GLUED_FROM = 9  # letters: from here on a phrase may be typed without its spaces


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One listed name, with all that decides its status.

    `bridge`: words that may stand between a cue and the name; `slips`: how many it forgives.
    """

    name: str
    kind: HitKind
    groups: tuple[str, ...]
    sublists: tuple[str, ...] = ()
    condition: Condition | None = None
    word_list: WordList | None = None
    bridge: frozenset[str] = cues.BRIDGE
    slips: int = 0
    patterns: tuple[str, ...] = ()
    not_beside: frozenset[str] = frozenset()
    list_only: bool = False

    @property
    def layer(self) -> str:
        """Names of one layer share no word: the medicines, each condition, each list of words."""
        if self.kind in (HitKind.DRUG, HitKind.KNOWN):
            return DRUGS
        return _SHARED_LAYER.get(self.groups[0], self.groups[0])

    def is_bare_sign(self, word: str) -> bool:
        """True for a word that is a sign only where something is said of it: 'blood'."""
        return self.word_list is not None and word in self.word_list.bare


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
    return (*_drugs(lexicon), *_known_phrases(lexicon), *_conditions(lexicon), *_phrases(lexicon))


def in_scope(term: Term, scope: Scope, field: str) -> bool:
    """Whether this term is looked for in this field."""
    if term.layer == DRUGS:
        return scope.drugs and (scope.list_only or not term.list_only)
    if term.condition is not None:
        only_in, not_in = term.condition.only_in, term.condition.not_in
        return scope.conditions and field not in not_in and (not only_in or field in only_in)
    return term.word_list is not None and term.word_list.code in scope.word_lists


def writings(terms: Iterable[Term], misspellings: Mapping[str, tuple[str, ...]]) -> tuple[Writing, ...]:
    """Every way these terms are written, but for the Chinese, Japanese and Korean ones."""
    terms_by_writing: dict[tuple[tuple[str, ...], tuple[bool, ...]], list[Term]] = {}
    for term in terms:
        if term.patterns:
            continue
        for name in (term.name, *misspellings.get(term.name, ())):
            if is_cjk(name):
                continue
            for written in _ways(name):
                terms_by_writing.setdefault(written, []).append(term)
    return tuple(Writing(*written, tuple(meanings)) for written, meanings in terms_by_writing.items())


def _drugs(lexicon: Lexicon) -> Iterator[Term]:
    groups: dict[str, list[str]] = {}
    listed = {name for group in lexicon.groups for name in group.names}
    for group in lexicon.groups:
        for name in dict.fromkeys(group.names):
            groups.setdefault(name, []).append(group.code)
    for treats in lexicon.treats:
        for name in lexicon.named_by(treats):
            groups.setdefault(name, []).append(treats.code)
    members = {sublist.code: frozenset(lexicon.members(sublist)) for sublist in lexicon.sublists}
    for name, codes in groups.items():
        yield Term(
            name=name,
            kind=HitKind.DRUG,
            groups=tuple(codes),
            sublists=tuple(code for code, names in members.items() if name in names),
            slips=_slips(name, lexicon) if name in listed else 0,
            list_only=name in lexicon.list_only,
        )


def _slips(name: str, lexicon: Lexicon) -> int:
    """How many slips a listed name forgives: single words in Latin letters only, and never those taken as written."""
    as_written = name in lexicon.exact_only or name in lexicon.list_only
    return 0 if as_written or not is_one_word(name) else slips_allowed(normalise(name).text, lexicon.drug_slips)


def _known_phrases(lexicon: Lexicon) -> Iterator[Term]:
    """Other medicines of two words or more: they use up their words."""
    for name in sorted(lexicon.other_medicines | lexicon.lookalikes):
        if " " in name:
            yield Term(name=name, kind=HitKind.KNOWN, groups=())


def _conditions(lexicon: Lexicon) -> Iterator[Term]:
    for condition in lexicon.conditions:
        stands_for = (condition.stands_for,)
        bridge = cues.BRIDGE | cues.BRIDGE_CONDITION
        words = [(word, frozenset[str]()) for word in condition.words]
        for shape in condition.patterns:
            alone = (word for word in single_words(shape) if slips_allowed(word, lexicon.condition_slips))
            words.extend((word, not_with(shape)[1]) for word in alone)
        for word, not_beside in dict(words).items():
            yield Term(
                name=word,
                kind=HitKind.CONDITION,
                groups=stands_for,
                condition=condition,
                bridge=bridge,
                slips=slips_allowed(word, lexicon.condition_slips) if is_one_word(word) else 0,
                not_beside=not_beside,
            )
        if condition.patterns:
            yield Term(
                condition.code, HitKind.CONDITION, stands_for, (), condition, None, bridge, 0, condition.patterns
            )


def _phrases(lexicon: Lexicon) -> Iterator[Term]:
    for words in lexicon.word_lists:
        bridge = cues.BRIDGE.union(words.bridge)
        for phrase in words.phrases:
            yield Term(phrase, HitKind.WORDS, (words.code,), word_list=words, bridge=bridge)
        if words.patterns:
            yield Term(words.code, HitKind.WORDS, (words.code,), (), None, words, bridge, 0, words.patterns)


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
