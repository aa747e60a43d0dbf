"""Looking for a case: by reference, birth date as people write it, or how words of the name begin; in every state.

What was typed is kept sealed in the session, never in an address: the browser's history names nobody. Each question is
narrow, by its own index. One condition with OR over the columns of two tables reads every case.
"""

from collections.abc import Iterable
from datetime import date

from django.contrib.sessions.backends.base import SessionBase
from django.db import models
from django.db.models import Q

from clinic.accounts.models import NameWord
from clinic.accounts.patient_search import ALIKE, find, parse_query
from clinic.accounts.spelling import words_of
from clinic.characters import clean_line
from clinic.encryption import UnsealError, seal, unseal
from clinic.prefixes import begins
from clinic.text import collapse, spoken
from intake.record.alike import forms_alike
from intake.record.models import FormIdentity
from intake.review.models import Case
from intake.review.querysets import QUEUE, CaseQuerySet

LONGEST = 100
# As many as a page and one more can show.
MOST = 51
KEPT = "review.search"
# A reference without its hyphen (clinic.text.new_short_reference).
_LETTERS = 8


def keep(words: str, *, session: SessionBase) -> None:
    """Keep what somebody looks for until they look for something else or sign out."""
    session[KEPT] = seal(collapse(words)[:LONGEST]).decode()


def kept(session: SessionBase) -> str:
    """Return what was looked for last; empty where nothing was."""
    try:
        return str(unseal(str(session.get(KEPT, "")).encode()))
    except UnsealError:
        return ""


def searched(typed: str, *, on: date) -> CaseQuerySet:
    """Return the cases that are meant, by state: to review, waiting, delayed, closed."""
    words = collapse(clean_line(typed))[:LONGEST]
    keys: set[int] = set()
    for cases in _asked(words, on=on):
        keys |= set(cases.order_by()[:MOST].values_list("pk", flat=True))
    if not keys and words_of(words):
        # Typed with more of the name than record or form has.
        people = [match.patient.pk for match in find(words, on=on) if match.name >= ALIKE]
        meant = Q(patient__in=people) | Q(patient=None, intake__in=forms_alike(words))
        keys |= set(Case.objects.filter(meant).order_by()[:MOST].values_list("pk", flat=True))
    places = [models.When(state=state, then=place) for place, state in enumerate(Case.State.values)]
    by_state = models.Case(*places, output_field=models.IntegerField())
    return Case.objects.filter(pk__in=keys).order_by(by_state, *QUEUE)


def _asked(words: str, *, on: date) -> Iterable[CaseQuerySet]:
    cases = Case.objects.all()
    # Read over the phone and typed as it is heard: with a hyphen, a space, or nothing in between.
    if len(code := spoken(words)) == _LETTERS:
        yield cases.filter(intake__reference=f"{code[: _LETTERS // 2]}-{code[_LETTERS // 2 :]}")
    if born := parse_query(words, on=on).born:
        yield cases.filter(patient__date_of_birth__in=born)
        yield cases.filter(patient=None, intake__date_of_birth__in=born)
    elif wanted := words_of(words):
        named, unnamed = cases, cases.filter(patient=None)
        for word in wanted:
            named = named.filter(patient__in=NameWord.objects.filter(begins("word", word)).values("patient"))
            part = begins("folded_name", word) | Q(folded_name__contains=f" {word}")
            unnamed = unnamed.filter(intake__in=FormIdentity.objects.filter(part).values("intake"))
        yield named
        yield unnamed
