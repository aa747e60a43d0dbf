"""Forms that were sent and never became anybody's record: kept for a while, then erased by the clock.

Nobody was treated on such a form, so no record stands upon it, and no two people need to weigh it. One about which a
practitioner decided, or that raised an emergency, says what the clinic did: it is kept as long as a record.
"""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.site_settings import services as site_settings
from clinic.transfer.retention import belongings
from clinic.transfer.retention.due_records import years_kept
from clinic.transfer.retention.periods import years_after
from clinic.transfer.retention.services import close_mailboxes, remove_messages, remove_rows
from intake.record.models import Intake
from intake.review.models import Alert, Decision

_MONTH = timedelta(days=30.44)


def due_forms(*, at: datetime) -> QuerySet[Intake]:
    """Return the sent forms that belong to nobody and whose time is over, the oldest first."""
    kept_for = site_settings.current().unclaimed_months * _MONTH
    kept_long = years_after(timezone.localtime(at).date(), -years_kept())
    long_ago = timezone.make_aware(datetime.combine(kept_long, datetime.min.time()))
    decided = Decision.objects.filter(case__intake=OuterRef("pk"))
    alerted = Alert.objects.filter(intake=OuterRef("pk"))
    nobodys = Intake.objects.filter(
        submitted_at__isnull=False, patient=None, meant_for=None, saved_at__lt=at - kept_for
    )
    says_what_we_did = Exists(decided.order_by()) | Exists(alerted.order_by())
    return nobodys.filter(~says_what_we_did | Q(saved_at__lt=long_ago)).order_by("saved_at", "pk")


def erase_unclaimed(*, at: datetime, most: int = 100) -> int:
    """Erase the forms whose time is over, each with everything that hangs on it; return how many."""
    count = 0
    for key in list(due_forms(at=at).values_list("pk", flat=True)[:most]):
        with audited_transaction():
            form = due_forms(at=at).select_for_update(of=("self",)).filter(pk=key).first()
            if form is not None:
                audit.record("form.erased", on=form, by=None, at=at)
                _erase(form)
                count += 1
    return count


def _erase(form: Intake) -> None:
    goes = belongings.rows_from({Intake: {form.pk}})
    mailboxes = list(_mailboxes_of(form))
    addresses = belongings.addresses_of([], mailboxes, [form]) - _of_other_forms(form)
    remove_messages(goes, addresses)
    belongings.remove_history(goes | {User: {box.pk for box in mailboxes}})
    belongings.end_sessions(mailboxes)
    remove_rows(goes)
    close_mailboxes(mailboxes)


def _mailboxes_of(form: Intake) -> QuerySet[User]:
    """The mailbox that confirmed the form, where it serves nothing else."""
    other_forms = Intake.objects.filter(user=OuterRef("pk")).exclude(pk=form.pk)
    return User.objects.filter(~Exists(other_forms), pk=form.user_id, is_staff=False, patients=None)


def _of_other_forms(form: Intake) -> set[str]:
    """Addresses that stand on another form too: somebody waits for an answer there."""
    if not form.email:
        return set()
    addresses = Intake.objects.exclude(pk=form.pk).filter(email__iexact=form.email).values_list("email", flat=True)
    return {word for email in addresses for word in (email, email.lower())}
