"""Taking old rows out of the book, in the open: the rows go, and what went is chained in their place."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.audit import type_fact
from clinic.audit.chain import PRUNED
from clinic.audit.models import Entry, Pruning
from clinic.audit.services import append
from clinic.audit.verification import verify

# HIPAA keeps the record of activity six years: 45 CFR 164.316(b)(2)(i).
KEPT_FOR = timedelta(days=6 * 366)


class PruneError(Exception):
    """Why nothing was removed, as a sentence."""


@dataclass(frozen=True)
class Pruned:
    """How many rows went, and the number of the last of them."""

    rows: int
    through: int


def prune(*, before: date, by: AbstractBaseUser | None, at: datetime) -> Pruned | None:
    """Remove the rows at the book's beginning that are older than a date; return what went, None for nothing.

    The pruning is itself a row of the book, with the number and hash of the last row removed, in the same
    transaction. Raises PruneError for rows younger than six years and for a book that is not whole.
    """
    begins = datetime.combine(before, time.min, timezone.get_default_timezone())
    if begins > at - KEPT_FOR:
        raise PruneError(_("Entries are kept for six years. Choose an earlier date."))
    verdict = verify()
    if verdict.broken is not None:
        raise PruneError(_("Nothing was removed. Entry %(number)d is broken.") % {"number": verdict.broken})
    # The first row that stays; what a clock set wrong put after it stays too.
    kept = Entry.objects.filter(at__gte=begins).order_by("number").values_list("number", flat=True).first()
    old = Entry.objects.filter(number__lte=verdict.last.number if kept is None else kept - 1)
    return _remove(old.order_by("-number").first(), before=before, by=by, at=at)


@transaction.atomic
def _remove(last: Entry | None, *, before: date, by: AbstractBaseUser | None, at: datetime) -> Pruned | None:
    if last is None:
        return None
    old = Entry.objects.filter(number__lte=last.number)
    rows = old.count()
    facts: dict[str, type_fact] = {
        "before": before.isoformat(),
        "rows": rows,
        "through": last.number,
        "hash": last.hash,
    }
    append(PRUNED, on="", by=by, at=at, facts=facts)
    door = Pruning.objects.create(opened_at=at)
    old.delete()
    door.delete()
    return Pruned(rows=rows, through=last.number)
