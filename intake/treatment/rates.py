"""How often something goes wrong here, beside what was published. A rate never stands without what it is out of.

Published: Bäumler P, Zhang W, Stübinger T, Irnich D. Acupuncture-related adverse events: systematic review and
meta-analyses of prospective clinical studies. BMJ Open 2021;11:e045961, from its abstract. Studies differed a good
deal in what they counted, and so may we: the two stand beside each other, they are not a contest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from intake.screening.load import wilson
from intake.treatment.models import AdverseEvent, TreatmentNote
from intake.treatment.querysets import NoteQuerySet
from intake.treatment.vocabulary import EventKind, Severity

SOURCE = (
    "Bäumler P, Zhang W, Stübinger T, Irnich D. Acupuncture-related adverse events: systematic review and "
    "meta-analyses of prospective clinical studies. BMJ Open 2021;11:e045961."
)


@dataclass(frozen=True)
class Published:
    """A rate as it was published, with its 95 % interval, all per `per`."""

    rate: float
    low: float
    high: float
    per: int
    studies: int


@dataclass(frozen=True)
class Rate:
    """So many of so many here, beside what was published."""

    name: Any
    count: int
    of: int
    published: Published

    @property
    def per(self) -> float | None:
        """Our rate in the unit of the published one; None while there is nothing to count it out of."""
        return round(self.count / self.of * self.published.per, 2) if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Its 95 % interval (Wilson), in the same unit."""
        if not self.of:
            return None
        low, high = wilson(self.count, self.of)
        return round(low * self.published.per, 2), round(high * self.published.per, 2)

    @property
    def is_above(self) -> bool:
        """Whether even the low end of ours lies above the published rate: then somebody should look."""
        return self.interval is not None and self.interval[0] > self.published.rate


ANY_PATIENT = Published(9.31, 5.10, 14.62, 100, 11)
ANY_TREATMENT = Published(7.57, 1.43, 17.95, 100, 5)
SERIOUS_PATIENT = Published(1.01, 0.23, 2.33, 10_000, 11)
SERIOUS_TREATMENT = Published(7.98, 1.39, 20.00, 1_000_000, 14)


# Fewer than so many may point at a person: whoever may only count reads that they are fewer.
FEW = 5


@dataclass(frozen=True)
class Counts:
    """The register in numbers, for a span of time; nobody is named."""

    treatments: int
    patients: int
    events: int
    untied: int
    to_assess: int
    rates: tuple[Rate, ...]
    kinds: tuple[tuple[str, int], ...]
    severities: tuple[tuple[str, int], ...]


def counts(*, begin: datetime, end: datetime) -> Counts:
    """Count the register over the visits of a span of time. Out of: signed notes of visits with
    needles, and the patients who have one.

    An event that belongs to no signed note of the span is in no rate; `untied` says how many there are.
    """
    notes = TreatmentNote.objects.with_needles().between(begin, end)
    events = AdverseEvent.objects.counting().between(begin, end)
    treatments, patients = notes.count(), _people(notes)
    after = notes.filter(visit_ref__in=events.values("visit_ref"))
    badly = notes.filter(visit_ref__in=events.serious().values("visit_ref"))
    rates = (
        Rate(_("Any event, of patients"), _people(after), patients, ANY_PATIENT),
        Rate(_("Any event, of treatments"), after.count(), treatments, ANY_TREATMENT),
        Rate(_("Serious events, of patients"), _people(badly), patients, SERIOUS_PATIENT),
        Rate(_("Serious events, of treatments"), badly.count(), treatments, SERIOUS_TREATMENT),
    )
    by_kind = dict(events.order_by().values_list("kind").annotate(Count("id")))
    by_severity = dict(events.order_by().values_list("severity").annotate(Count("id")))
    return Counts(
        treatments=treatments,
        patients=patients,
        events=sum(by_kind.values()),
        untied=events.exclude(visit_ref__in=notes.values("visit_ref")).count(),
        to_assess=AdverseEvent.objects.to_assess().count(),
        rates=rates,
        kinds=_in_words(by_kind, EventKind),
        severities=_in_words(by_severity, Severity),
    )


def _people(notes: NoteQuerySet) -> int:
    return notes.order_by().values("patient").distinct().count()


def _in_words(counted: Mapping[str, int], choices: Any) -> tuple[tuple[str, int], ...]:
    return tuple((str(choices(code).label), counted[code]) for code in choices.values if counted.get(code))
