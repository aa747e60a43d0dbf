"""Which listed terms count in their company: 'port' only with 'chest', 'transplant' not with 'hair'."""

from collections.abc import Iterable, Sequence

from intake.screening.text.clauses import Clause
from intake.screening.text.lexicon import Condition
from intake.screening.text.normalise import Plain
from intake.screening.text.terms import Term


def counting(
    terms: Iterable[Term], company: frozenset[str], clause: Clause, first: int, plain: Plain | None = None
) -> tuple[Term, ...]:
    """The terms that count in this company: 'port' only with 'chest', 'transplant' not with 'hair'."""
    return tuple(
        term
        for term in terms
        if company.isdisjoint(term.not_beside)
        and (term.condition is None or _keeps(term.condition, company, clause, first, plain))
    )


def _keeps(condition: Condition, company: frozenset[str], clause: Clause, first: int, plain: Plain | None) -> bool:
    if not company.isdisjoint(condition.not_near):
        return False
    if condition.near and company.isdisjoint(condition.near):
        return False
    if condition.not_after and (_follows(condition.not_after, clause, first) or _has_accent(clause, first, plain)):
        return False
    if condition.not_after_small and plain is not None and _follows(condition.not_after_small, clause, first):
        return _typed(clause, first, plain).isupper()
    return not condition.capitals or plain is None or _typed(clause, first, plain).isupper()


def _follows(words: Sequence[str], clause: Clause, first: int) -> bool:
    return first > 0 and clause.words[first - 1] in words


def _has_accent(clause: Clause, first: int, plain: Plain | None) -> bool:
    """Typed with an accent: 'tía', who is no TIA."""
    return plain is not None and not _typed(clause, first, plain).isascii()


def _typed(clause: Clause, index: int, plain: Plain) -> str:
    """The word as it was typed."""
    start, end = plain.raw_span(clause.starts[index], clause.ends[index])
    return plain.raw[start:end]
