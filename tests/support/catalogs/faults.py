"""What can be wrong with one translation: a form too few, a placeholder or a tag that differs, an edge that moved."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

PLACEHOLDER = re.compile(r"%%|%\(\w+\)[sdif]|%[sdif]|\{\w*(?:![rsa])?(?::[^{}]*)?\}")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_EDGES = re.compile(r"\A(\s*).*?(\s*)\Z", re.DOTALL)


def faults(english: str, plural: str, texts: Sequence[str], *, forms: int) -> Iterator[str]:
    """Yield a sentence for each fault of a translation; `plural` is empty where there is one form only."""
    wanted = forms if plural else 1
    if len(texts) != wanted:
        yield f"has {len(texts)} plural forms of {wanted}"
    for number, text in enumerate(texts):
        if not text.strip():
            yield "is missing" if wanted == 1 else f"is missing its plural form {number}"
            continue
        # The form for one may leave the number out, as English may.
        like = (english, plural) if plural and number == 0 and forms > 1 else (plural or english,)
        yield from _one(like, text)


def _one(like: Sequence[str], text: str) -> Iterator[str]:
    if all(_placeholders(text) != _placeholders(english) for english in like):
        yield f"has other placeholders: {_listed(_placeholders(text))}, not {_listed(_placeholders(like[0]))}"
    if all(_tags(text) != _tags(english) for english in like):
        yield f"has other tags: {_listed(_tags(text))}, not {_listed(_tags(like[0]))}"
    formatted = any(PLACEHOLDER.search(english) for english in like)
    if formatted and _bare(text) and not any(_bare(english) for english in like):
        yield "has a bare % beside placeholders"
    if all(_edges(text) != _edges(english) for english in like):
        yield "begins or ends with other spaces or lines"


def _placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


def _bare(text: str) -> bool:
    return "%" in PLACEHOLDER.sub("", text)


def _tags(text: str) -> Counter[str]:
    return Counter(TAG.findall(text))


def _edges(text: str) -> tuple[str, ...]:
    match = _EDGES.match(text)
    return match.groups() if match else ()


def _listed(names: Counter[str]) -> str:
    return " ".join(sorted(names.elements())) or "none"
