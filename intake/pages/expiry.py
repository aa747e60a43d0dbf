"""Drafts live for 30 days: then they are emptied, and changes that were begun and left are dropped."""

from datetime import datetime

from clinic import audit
from clinic.audit.transaction import audited_transaction
from intake.pages.drafts import COLUMNS, DRAFT_LIVES
from intake.record.identities import forget_identity
from intake.record.models import Answers, Intake


def expire_drafts(*, at: datetime, most: int = 500) -> int:
    """Empty the drafts whose 30 days are over and return how many; an open emergency keeps its form.

    Identity and answers go; that a form was begun, and the flags a practitioner has already seen, stay.
    """
    count = 0
    for intake in Intake.objects.lapsing(at=at)[:most]:
        with audited_transaction():
            locked = Intake.objects.select_for_update().filter(pk=intake.pk, submitted_at=None, expired_at=None).first()
            if locked is None:
                continue
            Answers.objects.filter(intake=locked).update(document={"raw": {}, "screens": {}, "saves": 0})
            if not locked.cases.exists():
                for column in COLUMNS:
                    setattr(locked, column, "")
                locked.date_of_birth = None
                forget_identity(locked)
            locked.expired_at, locked.place = at, ""
            locked.save()
            audit.record("intake.expired", on=locked, by=None, at=at)
            count += 1
    return count + _forget_changes(at=at, most=most)


def _forget_changes(*, at: datetime, most: int) -> int:
    """Drop changes of sent forms that were begun and left for 30 days; what was sent stands."""
    stale_changes = Answers.objects.filter(frozen_at=None, revision__gt=1, saved_at__lte=at - DRAFT_LIVES)
    count = 0
    for answers in stale_changes.filter(flags=None, decisions=None).select_related("intake")[:most]:
        with audited_transaction():
            if Answers.objects.filter(pk=answers.pk, frozen_at=None, saved_at=answers.saved_at).delete()[0]:
                audit.record("intake.change_expired", on=answers.intake, by=None, at=at)
                count += 1
    return count
