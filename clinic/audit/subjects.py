"""Everything that is about one patient, asked by the patient's reference.

The log names records, and the rooms above know which of them belong to a patient: one of them hands in how it finds
them, because this room may not ask upwards.
"""

from collections.abc import Callable, Iterable

from django.apps import apps

_finders: list[Callable[[str], Iterable[str]]] = []


def register(finder: Callable[[str], Iterable[str]]) -> None:
    """Hand in a function from a patient's reference to the names, in the log, of everything about them."""
    if finder not in _finders:
        _finders.append(finder)


def names_about(ref: str) -> list[str]:
    """Return the names, in the log, of every record with this reference and of everything about that patient."""
    own = {f"{model._meta.label_lower}:{ref}" for model in apps.get_models()}
    return sorted(own.union(*(finder(ref) for finder in _finders)))
