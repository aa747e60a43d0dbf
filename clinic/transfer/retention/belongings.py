"""Everything that belongs to a person, in every table: found by following the keys, so that no room is forgotten.

The database itself proves that nothing was overlooked: whatever still points at a removed row breaks the transaction.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Model

from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment, AppointmentEvent, Cell
from clinic.contact import text_number
from clinic.transfer.models import ErasureOrder
from intake.record.models import Intake
from intake.treatment.models import AdverseEvent

# What stays behind without a name: what the reports count, and what says that it was erased.
STAYS: frozenset[type[Model]] = frozenset({Patient, Appointment, AppointmentEvent, Cell, AdverseEvent, ErasureOrder})
_AT_ONCE = 400
type_rows = dict[type[Model], set[Any]]


def rows_of(patients: Collection[int]) -> type_rows:
    """Return the keys of every row that goes with people, by model; the people themselves stay."""
    goes = rows_from({Patient: set(patients), Intake: _forms(patients)})
    return {model: keys for model, keys in goes.items() if model is not Patient}


def rows_from(start: type_rows) -> type_rows:
    """Return the keys of these rows and of every row that hangs on them, by model."""
    goes: type_rows = defaultdict(set, {model: set(keys) for model, keys in start.items()})
    follow = [(model, set(keys)) for model, keys in start.items()]
    while follow:
        model, keys = follow.pop()
        for related, name in _pointing_at(model):
            new_keys = set(_keys(related, name, keys)) - goes[related]
            if new_keys and not (related is Intake and name == "meant_for"):
                goes[related] |= new_keys
                follow.append((related, new_keys))
    return {model: keys for model, keys in goes.items() if keys}


def mailboxes_of(patients: Collection[int]) -> list[User]:
    """Return the mailboxes that nobody else reads: no patient but these, and no member of staff."""
    users = User.objects.filter(patients__in=patients, is_staff=False).distinct()
    return list(users.exclude(patients__in=Patient.objects.exclude(pk__in=patients)))


def addresses_of(patients: list[Patient], mailboxes: list[User], forms: list[Intake]) -> set[str]:
    """Return the addresses and numbers that are only theirs, as messages are sent to them."""
    addresses: set[str] = set()
    rows: list[Patient | Intake] = [*patients, *forms]
    for row in rows:
        addresses |= {row.email, row.email.lower(), text_number(row.phone) or ""}
    addresses |= {patient.texts_to for patient in patients} | {user.email for user in mailboxes}
    addresses |= {text_number(user.address) or "" for user in mailboxes}
    own_keys = {patient.pk for patient in patients}
    other_patients = Patient.objects.exclude(pk__in=own_keys)
    shared = set(other_patients.filter(email__in=addresses).values_list("email", flat=True))
    shared |= set(other_patients.filter(texts_to__in=addresses).values_list("texts_to", flat=True))
    staff = User.objects.exclude(pk__in=[user.pk for user in mailboxes])
    shared |= set(staff.filter(email__in=addresses).values_list("email", flat=True))
    shared |= set(staff.filter(texts_to__in=addresses).values_list("texts_to", flat=True))
    return addresses - {address for word in shared for address in (word, word.lower())} - {""}


def names_of(rows: type_rows) -> Iterator[str]:
    """Yield how messages name these rows."""
    for model, keys in rows.items():
        column = "ref" if any(field.name == "ref" for field in model._meta.concrete_fields) else "pk"
        for some in _chunks(keys):
            for value in model._base_manager.filter(pk__in=some).values_list(column, flat=True):
                yield f"{model._meta.label_lower}:{value}"


def names_about(ref: str) -> list[str]:
    """Return how the audit log names everything of a patient; for whoever looks a patient up there."""
    patients = set(Patient.objects.filter(ref=ref).values_list("pk", flat=True))
    if not patients:
        return []
    visits = set(Appointment.objects.filter(patient__in=patients).values_list("pk", flat=True))
    events = set(AdverseEvent.objects.filter(patient__in=patients).values_list("pk", flat=True))
    named_rows: type_rows = {Patient: patients, Appointment: visits, AdverseEvent: events}
    return list(names_of(rows_of(patients) | named_rows))


def remove_history(rows: type_rows) -> None:
    """Remove what the admin wrote down about rows; it names them in words."""
    for model, keys in rows.items():
        kind = ContentType.objects.get_for_model(model)
        for some in _chunks({str(key) for key in keys}):
            LogEntry.objects.filter(content_type=kind, object_id__in=some).delete()


def end_sessions(users: Iterable[User]) -> None:
    """Remove the sessions of people; one that is over may still lie there."""
    keys = {str(user.pk) for user in users}
    for session in Session.objects.iterator(chunk_size=_AT_ONCE):
        if session.get_decoded().get("_auth_user_id") in keys:
            session.delete()


def _forms(patients: Collection[int]) -> set[int]:
    """Return forms that no key leads to: begun at the desk for them, or sent from their mailbox and never accepted."""
    begun = Intake.objects.filter(meant_for__in=patients, patient=None).values_list("pk", flat=True)
    sent = Intake.objects.filter(user__in=mailboxes_of(patients), patient=None).values_list("pk", flat=True)
    return {*begun, *sent}


def _pointing_at(model: type[Model]) -> Iterator[tuple[type[Model], str]]:
    relations: Any = model._meta.get_fields(include_hidden=True)
    for relation in relations:
        is_key = relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
        related: Any = relation.related_model
        if is_key and related not in STAYS:
            yield related, relation.field.name


def _keys(model: type[Model], name: str, keys: Collection[Any]) -> Iterator[Any]:
    for some in _chunks(keys):
        yield from model._base_manager.filter(**{f"{name}__in": some}).values_list("pk", flat=True)


def _chunks(keys: Collection[Any]) -> Iterator[list[Any]]:
    key_list = list(keys)
    return (key_list[start : start + _AT_ONCE] for start in range(0, len(key_list), _AT_ONCE))
