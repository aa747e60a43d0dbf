"""A patient's record as the clinic itself has it: the patient's own page, with nothing kept back."""

from collections.abc import Iterator
from functools import cached_property

from clinic.booking.own_page.own_record import OwnForm, OwnRecord
from intake.record.models import Answers


class WholeRecord(OwnRecord):
    """Every sent form with every answer, whoever filled it in."""

    @cached_property
    def revisions(self) -> list[OwnForm]:
        sent = Answers.objects.filter(intake__patient__in=self.keys, frozen_at__isnull=False)
        rows = sent.select_related("intake").order_by("-frozen_at", "-revision")
        return [OwnForm(row, is_helped=False) for row in rows]


def forms_of_nobody() -> Iterator[OwnForm]:
    """Yield the forms that were sent and belong to no patient yet, in every revision."""
    sent = Answers.objects.filter(intake__patient=None, frozen_at__isnull=False)
    for row in sent.select_related("intake").order_by("pk").iterator(chunk_size=50):
        yield OwnForm(row, is_helped=False)
