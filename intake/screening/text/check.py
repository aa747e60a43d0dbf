"""Looks for slips in the lexicon itself, for the system checks."""

from collections import Counter
from collections.abc import Iterable, Iterator

from intake.screening.text.hits import STOPPED_IS_NOT_TAKEN
from intake.screening.text.lexicon import LEXICON, Lexicon, cues
from intake.screening.text.normalise import normalise
from intake.screening.text.patterns import single_words


def problems(lexicon: Lexicon = LEXICON) -> list[str]:
    """One sentence for each slip; an empty list when the lexicon is sound."""
    return [*_codes(lexicon), *_groups(lexicon), *_references(lexicon), *_spellings(lexicon), *_quiet(lexicon)]


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(names).items() if times > 1)


def _codes(lexicon: Lexicon) -> Iterator[str]:
    codes = [
        *(group.code for group in lexicon.groups),
        *(sublist.code for sublist in lexicon.sublists),
        *(condition.code for condition in lexicon.conditions),
        *(word_list.code for word_list in lexicon.word_lists),
    ]
    for code in _twice(codes):
        yield f"Two lists of the lexicon share the code {code}."
    for code in sorted(STOPPED_IS_NOT_TAKEN.difference(codes)):
        yield f"{code} is treated as a blood thinner, but no list has that code."
    conditions = {condition.code for condition in lexicon.conditions}
    for condition in lexicon.conditions:
        if condition.stands_for not in conditions:
            yield f"Condition {condition.code} counts as {condition.counts_as}, which is no condition."
    lists = {word_list.code for word_list in lexicon.word_lists}
    for field, scope in lexicon.fields.items():
        for code in scope.word_lists:
            if code not in lists:
                yield f"Field {field} is read for {code}, which is no list of words."
    for condition in lexicon.conditions:
        for field in condition.only_in:
            if field not in lexicon.fields:
                yield f"Condition {condition.code} is looked for in {field}, which is not read."


def _groups(lexicon: Lexicon) -> Iterator[str]:
    for group in lexicon.groups:
        if not group.names:
            yield f"Group {group.code} is empty."
        for name in _twice(group.names):
            yield f"Group {group.code} lists {name} twice."
    for condition in lexicon.conditions:
        if not (condition.words or condition.patterns):
            yield f"Condition {condition.code} has no words."
        for word in _twice((*condition.words, *condition.patterns)):
            yield f"Condition {condition.code} lists {word} twice."
    for word_list in lexicon.word_lists:
        if not (word_list.phrases or word_list.patterns):
            yield f"Word list {word_list.code} is empty."
        for phrase in _twice((*word_list.phrases, *word_list.patterns)):
            yield f"Word list {word_list.code} lists {phrase} twice."


def _references(lexicon: Lexicon) -> Iterator[str]:
    drugs = {name for group in lexicon.groups for name in group.names}
    groups = {group.code: group for group in lexicon.groups}
    for sublist in lexicon.sublists:
        if sublist.all_of and sublist.all_of not in groups:
            yield f"Sub-list {sublist.code} is part of {sublist.all_of}, which is no group."
            continue
        named = (*sublist.members, *sublist.but_not)
        listed = frozenset(groups[sublist.all_of].names) if sublist.all_of else drugs
        if not named:
            yield f"Sub-list {sublist.code} names nothing."
        for name in named:
            if name not in listed:
                yield f"Sub-list {sublist.code} names {name}, which is in no group."
        for name in _twice(named):
            yield f"Sub-list {sublist.code} lists {name} twice."
    parts = {part for name in drugs for part in name.split()}
    for name in sorted(cues.TOPICAL_NAMES - parts):
        yield f"The topical names hold {name}, which is in no group."


def _spellings(lexicon: Lexicon) -> Iterator[str]:
    drugs = {name for group in lexicon.groups for name in group.names}
    words = {word for condition in lexicon.conditions for word in condition.words}
    shapes = [shape for condition in lexicon.conditions for shape in condition.patterns]
    words |= {word for shape in shapes for word in single_words(shape)}
    other_names = lexicon.other_medicines | lexicon.lookalikes
    for name, spellings in lexicon.misspellings.items():
        if name not in drugs | words:
            yield f"There are misspellings of {name}, which is not listed."
        for spelling in spellings:
            if spelling in drugs | words | other_names:
                yield f"{spelling} is a misspelling of {name} and a name of its own."
    for spelling in _twice(spelling for spellings in lexicon.misspellings.values() for spelling in spellings):
        yield f"The misspelling {spelling} is listed twice."


def _quiet(lexicon: Lexicon) -> Iterator[str]:
    drugs = {normalise(name).text for group in lexicon.groups for name in group.names}
    for name in sorted(drugs & (lexicon.other_medicines | lexicon.lookalikes)):
        yield f"{name} is listed, and also among the other medicines that raise nothing."
    for word in sorted(drugs & lexicon.stop_words):
        yield f"{word} is listed, and also a stop word."
