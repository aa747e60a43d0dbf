"""Mutants of the word lists: a name, phrase, misspelling, stop word or condition word less, another distance."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import OSA

from intake.screening.text import LEXICON
from intake.screening.text.lexicon import Condition, Group, WordList
from tests.mutants.mutant import Mutant, with_lexicon

LISTS_OF_A_GROUP = ("exact", "foreign", "phrases", "world")
LISTS_OF_A_CONDITION = ("words", "patterns", "near", "not_near", "also_removed", "only_in", "not_in", "not_after")
# As far as anybody might guess a name: what a stop word could be taken for at all.
FARTHEST = {"drug": ((6, 1), (10, 2)), "condition": ((7, 1), (12, 2))}


def name_mutants() -> Iterator[Mutant]:
    """Each name and phrase of each group dropped, and each group without its spelling help."""
    for group in LEXICON.groups:
        for generic, brands in group.fuzzy.items():
            others = {name: kept for name, kept in group.fuzzy.items() if name != generic}
            # The brands of a dropped generic stay, under the first of them.
            orphans = {brands[0]: brands[1:]} if brands else {}
            yield _group_mutant(group, generic, fuzzy={**others, **orphans})
            for brand in brands:
                fewer = tuple(name for name in brands if name != brand)
                yield _group_mutant(group, brand, fuzzy={**group.fuzzy, generic: fewer})
        for field in LISTS_OF_A_GROUP:
            for name in getattr(group, field):
                yield _group_mutant(group, name, **{field: _without(getattr(group, field), name)})
        as_written = with_lexicon(exact_only=LEXICON.exact_only | set(group.names))
        yield Mutant(f"group {group.code}", "no spelling help", as_written)


def sublist_mutants() -> Iterator[Mutant]:
    """Each member of each sub-list dropped; each exception of a sub-list forgotten."""
    for sublist in LEXICON.sublists:
        others = [other for other in LEXICON.sublists if other is not sublist]
        members = LEXICON.members(sublist)
        for name in members:
            fewer = replace(sublist, members=_without(members, name), all_of="", but_not=())
            made = with_lexicon(sublists=(*others, fewer))
            yield Mutant(f"sub-list {sublist.code}", f"{name} dropped", made, words=name.lower())
        for name in sublist.but_not:
            more = replace(sublist, but_not=_without(sublist.but_not, name))
            made = with_lexicon(sublists=(*others, more))
            yield Mutant(f"sub-list {sublist.code}", f"{name} not left out", made, words=name.lower())


def spelling_mutants() -> Iterator[Mutant]:
    """Each misspelling dropped; each distance and the length it starts at shifted by one."""
    for name, accepted in LEXICON.misspellings.items():
        for typed in accepted:
            fewer = {**LEXICON.misspellings, name: _without(accepted, typed)}
            yield Mutant("misspellings", f"{typed} dropped", with_lexicon(misspellings=fewer), words=typed)
    for field in ("drug_slips", "condition_slips"):
        slips = getattr(LEXICON, field)
        for place, (letters, allowed) in enumerate(slips):
            for step in (
                (letters - 1, allowed),
                (letters + 1, allowed),
                (letters, allowed - 1),
                (letters, allowed + 1),
            ):
                changed = (*slips[:place], step, *slips[place + 1 :])
                yield Mutant(field, f"{slips[place]} becomes {step}", with_lexicon(**{field: changed}))
        yield Mutant(field, "no slip forgiven", with_lexicon(**{field: ()}))


def silent_word_mutants() -> Iterator[Mutant]:
    """Each stop word that keeps something from firing, each look-alike and other known medicine dropped."""
    for word in sorted(filter(resembles_a_name, LEXICON.stop_words)):
        yield Mutant("stop words", f"{word} dropped", with_lexicon(stop_words=LEXICON.stop_words - {word}), words=word)
    for word in sorted(LEXICON.lookalikes | LEXICON.other_medicines):
        made = with_lexicon(lookalikes=LEXICON.lookalikes - {word}, other_medicines=LEXICON.other_medicines - {word})
        yield Mutant("other medicines", f"{word} dropped", made, words=word.lower())


def resembles_a_name(word: str) -> bool:
    """Without the stop list this word would be taken for a listed name."""
    drugs = {name for group in LEXICON.groups for name in group.fuzzy_names}
    conditions = {name for condition in LEXICON.conditions for name in condition.words if name.isalpha()}
    return _near(word, drugs, FARTHEST["drug"]) or _near(word, conditions, FARTHEST["condition"])


def _near(word: str, names: set[str], slips: tuple[tuple[int, int], ...]) -> bool:
    return any(
        name[0] == word[0]
        and OSA.distance(name, word) <= max((allowed for letters, allowed in slips if len(name) >= letters), default=0)
        for name in names
    )


def condition_mutants() -> Iterator[Mutant]:
    """Each word and each restriction of each condition dropped; each way of the past changed."""
    for condition in LEXICON.conditions:
        for field in LISTS_OF_A_CONDITION:
            for word in getattr(condition, field):
                fewer: Condition = _changed(condition, **{field: _without(getattr(condition, field), word)})
                made = _with_condition(condition, fewer)
                yield Mutant(f"condition {condition.code}", f"{word} dropped", made, words=_first_word(word))
        for past in type(condition.past):
            if past is not condition.past:
                made = _with_condition(condition, replace(condition, past=past))
                yield Mutant(
                    f"condition {condition.code}",
                    f"the past {past}",
                    made,
                    words=_first_word((*condition.words, *condition.patterns)[0]),
                )


def phrase_mutants() -> Iterator[Mutant]:
    """Each phrase, shape and bridge of the lists of an intake, each word for none and of an unreadable list dropped."""
    for listed in LEXICON.word_lists:
        if listed.code.startswith("followup"):
            continue
        for field in ("phrases", "patterns", "bridge", "not_in_sentence_with"):
            for word in getattr(listed, field):
                fewer: WordList = _changed(listed, **{field: _without(getattr(listed, field), word)})
                yield Mutant(
                    f"{listed.code} {field}", f"{word} dropped", _with_word_list(listed, fewer), words=_first_word(word)
                )
    for field in ("none_words", "none_phrases", "unread_phrases"):
        for word in getattr(LEXICON, field):
            made = with_lexicon(**{field: _without(getattr(LEXICON, field), word)})
            yield Mutant(field, f"{word} dropped", made, words=word)


def treats_mutants() -> Iterator[Mutant]:
    """Each medicine that is mostly given for one condition dropped, and each pair."""
    for treats in LEXICON.treats:
        for field in ("names", "pairs", "conditions"):
            for one in getattr(treats, field):
                fewer = _changed(treats, **{field: tuple(kept for kept in getattr(treats, field) if kept != one)})
                others = tuple(fewer if kept is treats else kept for kept in LEXICON.treats)
                word = one if isinstance(one, str) else one[0][0]
                yield Mutant(f"{treats.code} {field}", f"{one} dropped", with_lexicon(treats=others), words=word)


def as_written_mutants() -> Iterator[Mutant]:
    """Each name that is taken as written only, or counts in a list of medicines only, treated like the others."""
    for field in ("exact_only", "list_only"):
        for name in sorted(getattr(LEXICON, field)):
            made = with_lexicon(**{field: getattr(LEXICON, field) - {name}})
            yield Mutant(field, f"{name} dropped", made, words=name)


def _first_word(shape: str) -> str:
    """A word of a shape that some row is likely to hold."""
    return shape.split(" ")[0].split("|")[0].strip("*()").lower()


def field_mutants() -> Iterator[Mutant]:
    """Each scanned field of the intake read for less, or for more."""
    for code, scope in LEXICON.fields.items():
        if code.startswith("fu_"):
            continue
        changes: list[Mapping[str, Any]] = [
            {"drugs": not scope.drugs},
            {"conditions": not scope.conditions},
            {"word_lists": ()},
        ]
        if scope.drugs:
            changes.append({"all_allergy": not scope.all_allergy})
        for change in changes:
            fields = {**LEXICON.fields, code: replace(scope, **change)}
            yield Mutant("fields", f"{code} with {dict(change)}", with_lexicon(fields=fields))


def _group_mutant(group: Group, name: str, **change: Any) -> Mutant:
    return Mutant(f"group {group.code}", f"{name} dropped", _with_group(group, **change), words=name.lower())


def _with_group(group: Group, **change: Any) -> Any:
    groups = tuple(replace(group, **change) if kept is group else kept for kept in LEXICON.groups)
    return with_lexicon(groups=groups)


def _with_condition(condition: Condition, other: Condition) -> Any:
    return with_lexicon(conditions=tuple(other if kept is condition else kept for kept in LEXICON.conditions))


def _with_word_list(words: WordList, other: WordList) -> Any:
    return with_lexicon(word_lists=tuple(other if kept is words else kept for kept in LEXICON.word_lists))


def _changed(entry: Any, **change: Any) -> Any:
    return replace(entry, **change)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(kept for kept in names if kept != name)
