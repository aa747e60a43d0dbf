"""Looking for a case: by reference, by birth date as people write it, or by how the name begins; in every state.

Narrow questions, each by its own index. One condition with OR over the columns of two tables reads every case.
"""

from collections.abc import Iterable
from datetime import date

from django.db import models

from clinic.accounts.patient_search import parse_query
from clinic.accounts.spelling import words_of
from clinic.characters import clean_line
from clinic.prefixes import begins
from clinic.text import collapse, fold
from intake.record.models import FormIdentity
from intake.review.models import Case
from intake.review.querysets import QUEUE, CaseQuerySet

LONGEST = 100
# As many as a page and one more can show.
MOST = 51


def searched(typed: str, *, on: date) -> CaseQuerySet:
    """Return the cases that are meant, by state: to review, waiting, delayed, closed."""
    words = collapse(clean_line(typed))[:LONGEST]
    keys: set[int] = set()
    for cases in _asked(words, on=on):
        keys |= set(cases.order_by()[:MOST].values_list("pk", flat=True))
    places = [models.When(state=state, then=place) for place, state in enumerate(Case.State.values)]
    by_state = models.Case(*places, output_field=models.IntegerField())
    return Case.objects.filter(pk__in=keys).order_by(by_state, *QUEUE)


def _asked(words: str, *, on: date) -> Iterable[CaseQuerySet]:
    cases = Case.objects.all()
    yield cases.filter(intake__reference=words.upper())
    if born := parse_query(words, on=on).born:
        yield cases.filter(patient__date_of_birth__in=born)
        yield cases.filter(patient=None, intake__date_of_birth__in=born)
    elif words_of(words):
        folded = fold(words)
        yield cases.filter(begins("patient__folded_name", folded))
        said = FormIdentity.objects.filter(begins("folded_name", folded))
        yield cases.filter(patient=None, intake__in=said.values("intake"))
