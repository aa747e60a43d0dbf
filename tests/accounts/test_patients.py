"""Taking people in: one mailbox may serve a family, and nobody is merged or overwritten by e-mail."""

from datetime import date
from typing import Any

import pytest

from clinic.accounts import services
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Difference, Patient, User
from clinic.audit.models import Entry
from tests.support.times import NOW

ANA = {
    "full_name": "Ana Costa",
    "date_of_birth": date(1980, 2, 29),
    "phone": "555 0100",
    "email": "ana@example.com",
    "interpreter": "no",
    "emergency_contact": "Bo Costa 555 0101",
}


def take_in(user: User | None, **other: Any) -> Patient:
    return services.take_in(identity=ANA | other, user=user, by=user, at=NOW)


def test_a_new_person_is_a_new_record(ana: User) -> None:
    made = take_in(ana)
    assert (made.full_name, made.phone, made.user_id, made.created_at) == ("Ana Costa", "555 0100", ana.pk, NOW)
    assert not Entry.objects.exists()  # accepting the form writes the line, last of all


@pytest.mark.parametrize("spelled", ["Ana Costa", "ana  costa", "ÁNA COSTÀ"])
def test_the_same_person_on_the_same_mailbox_is_the_same_record(ana: User, spelled: str) -> None:
    first = take_in(ana)
    assert take_in(ana, full_name=spelled) == first
    assert Patient.objects.count() == 1


@pytest.mark.parametrize("other", [{"full_name": "Rafael Costa"}, {"date_of_birth": date(2012, 5, 1)}])
def test_another_person_on_the_same_mailbox_is_another_record(ana: User, other: dict[str, Any]) -> None:
    first = take_in(ana)
    assert take_in(ana, **other) != first
    assert ana.patients.count() == 2


def test_the_same_person_on_another_mailbox_is_another_record(ana: User, zed: User) -> None:
    assert take_in(ana) != take_in(zed)


def test_without_a_mailbox_everybody_is_new(ana: User) -> None:
    first = take_in(ana)
    second, third = take_in(None), take_in(None)
    assert len({first.pk, second.pk, third.pk}) == 3


def test_an_accepted_form_never_changes_a_record_and_each_difference_is_a_task(ana: User) -> None:
    first = take_in(ana)
    before = Patient.objects.filter(pk=first.pk).values().get()
    again = take_in(ana, phone="555 0199", interpreter="es", emergency_contact="")
    assert Patient.objects.filter(pk=again.pk).values().get() == before
    assert list(Difference.objects.open().values_list("field", "old", "new")) == [
        ("phone", "555 0100", "555 0199"),
        ("interpreter", "no", "es"),
    ]


def test_the_same_difference_is_asked_once(ana: User) -> None:
    take_in(ana)
    take_in(ana, phone="555 0199")
    take_in(ana, phone="555 0199")
    assert Difference.objects.open().count() == 1


@pytest.mark.parametrize(("take", "phone"), [(True, "555 0199"), (False, "555 0100")])
def test_the_desk_settles_a_difference(ana: User, rui: User, take: bool, phone: str) -> None:
    patient = take_in(ana)
    take_in(ana, phone="555 0199")
    difference = Difference.objects.get()
    services.settle(difference, take=take, by=rui, at=NOW)
    services.settle(difference, take=not take, by=rui, at=NOW)  # the second click comes too late
    patient.refresh_from_db()
    difference.refresh_from_db()
    assert (patient.phone, difference.seen_by, difference.taken) == (phone, rui, take)
    assert not Difference.objects.open().exists()


def test_the_book_says_what_was_settled_and_never_the_value(ana: User, rui: User) -> None:
    take_in(ana)
    take_in(ana, phone="555 0199")
    services.settle(Difference.objects.get(), take=True, by=rui, at=NOW)
    entry = Entry.objects.latest("number")
    assert (entry.deed, entry.facts) == ("patient.difference_settled", {"field": "phone", "taken": True})


def test_staff_have_no_patients(noor: User) -> None:
    with pytest.raises(AccountError, match="staff member"):
        take_in(noor)
    assert not Patient.objects.exists()


@pytest.mark.parametrize("missing", ["full_name", "date_of_birth"])
def test_nobody_is_taken_in_without_name_and_birth_date(ana: User, missing: str) -> None:
    with pytest.raises(AccountError):
        take_in(ana, **{missing: None})


def test_two_records_of_one_person_are_linked_and_the_link_undone(ana: User, zed: User, rui: User) -> None:
    one, other, stranger = take_in(ana), take_in(None), take_in(zed)
    linked = services.link(other, one, by=rui, at=NOW)
    assert services.link(one, other, by=rui, at=NOW) == linked
    assert list(Patient.objects.linked_with(one)) == [other]
    assert list(Patient.objects.linked_with(other)) == [one]
    assert list(Patient.objects.linked_with(stranger)) == []
    services.unlink(linked, by=rui, at=NOW)
    assert list(Patient.objects.linked_with(one)) == []
    assert services.link(one, other, by=rui, at=NOW) != linked
    with pytest.raises(AccountError):
        services.link(one, one, by=rui, at=NOW)


def test_an_address_gets_one_mailbox(db: None, noor: User) -> None:
    made = services.ensure_login("New@Example.com")
    assert made is not None
    assert (made.email, made.is_staff, made.has_usable_password()) == ("new@example.com", False, False)
    assert services.ensure_login("new@example.COM") == made
    assert services.ensure_login(noor.email) is None
    with pytest.raises(AccountError):
        services.ensure_login("not an address")


def test_a_mailbox_that_was_closed_stays_closed(ana: User) -> None:
    User.objects.filter(pk=ana.pk).update(is_active=False)
    assert services.ensure_login(ana.email) is None
