"""Mutants of the cues: each small word that denies, dates, owns or splits, dropped; each limit shifted."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import Any

from intake.screening.text.lexicon import cue_denial, cue_ends, cue_family, cue_labels, cue_starts, cue_work, cues
from tests.mutants.mutant import SOUND, Mutant, Program

ROOM = "intake.screening.text"
# These keep their identity: the rules were compiled against them, and they hold no cue.
KEPT = (f"{ROOM}.lexicon", f"{ROOM}.hits")
LISTS: tuple[Any, ...] = (cues, cue_denial, cue_ends, cue_family, cue_labels, cue_starts, cue_work)


def cue_mutants() -> Iterator[Mutant]:
    """Every entry of every list of cues dropped, every number one less and one more."""
    for module in LISTS:
        for name in sorted(filter(str.isupper, vars(module))):
            value = getattr(module, name)
            for change, mutated in _changes(value):
                yield Mutant(f"cue {name}", change, _with_cue(module, name, mutated), words=_words_of(change, value))


def _changes(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield from ((f"{value} becomes {other}", other) for other in (value - 1, value + 1))
    elif isinstance(value, str):
        yield f"{value} becomes nothing", "\x00"
    elif isinstance(value, frozenset):
        yield from ((f"{word} dropped", value - {word}) for word in sorted(value))
    elif isinstance(value, tuple):
        yield from ((f"{word} dropped", tuple(kept for kept in value if kept != word)) for word in value)


def _words_of(change: str, value: object) -> str:
    """The dropped word, to ask the rows that hold it first."""
    return change.removesuffix(" dropped").strip("*") if isinstance(value, frozenset | tuple) else ""


def _with_cue(module: Any, name: str, value: object) -> Callable[[], AbstractContextManager[Program]]:
    return partial(_program_with_cue, module, name, value)


@contextmanager
def _program_with_cue(module: Any, name: str, value: object) -> Iterator[Program]:
    """A recogniser whose modules were all loaded anew while the cue was changed; put back afterwards."""
    sound = getattr(module, name)
    loaded = {key: module for key, module in sys.modules.items() if key.startswith(f"{ROOM}.") and not _is_kept(key)}
    package: Any = sys.modules[ROOM]
    try:
        setattr(module, name, value)
        for key in loaded:
            del sys.modules[key]
        fresh: Any = import_module(f"{ROOM}.recogniser")
        yield Program(replace(SOUND, scan=fresh.Recogniser().scan))
    finally:
        setattr(module, name, sound)
        sys.modules.update(loaded)
        for key, sound_module in loaded.items():
            setattr(package, key.rpartition(".")[2], sound_module)


def _is_kept(key: str) -> bool:
    return any(key == kept or key.startswith(f"{kept}.") for kept in KEPT)
