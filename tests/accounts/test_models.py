"""What the database itself promises about people, on both engines."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from clinic.accounts.models import LinkedPatient, Patient, User

BORN = date(1980, 2, 29)


def make_patient(user: User | None, name: str = "Ana Costa") -> Patient:
    return Patient.objects.create(user=user, full_name=name, date_of_birth=BORN)


def settle_foreign_keys() -> None:
    """Ask the database for what it would ask at COMMIT."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        else:
            connection.check_constraints()


@pytest.mark.parametrize("typed", ["Ana@Example.COM", " ana@example.com ", "ANA@EXAMPLE.COM", "ａｎａ@example.com"])
def test_an_address_has_one_form(db: None, typed: str) -> None:
    made = User.objects.create_user(typed)
    assert made.email == "ana@example.com"
    assert User.objects.by_email("aNa@exAmple.com").get() == made


def test_one_address_is_one_user(ana: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("ANA@example.com")


def test_the_database_refuses_an_address_in_capitals(ana: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=ana.pk).update(email="Ana@Example.com")


def test_nobody_is_a_superuser(ana: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=ana.pk).update(is_superuser=True)
    with pytest.raises(ImproperlyConfigured):
        User.objects.create_superuser("boss@clinic.example", "a-long-password")
    with pytest.raises((ImproperlyConfigured, CommandError)):
        call_command("createsuperuser", interactive=False, email="boss@clinic.example")


def test_a_patient_has_a_mailbox_and_a_mailbox_has_patients(ana: User) -> None:
    ana_costa, her_son = make_patient(ana), make_patient(ana, "Rafael Costa")
    make_patient(None, "Ana Costa")
    settle_foreign_keys()
    assert list(ana.patients.order_by("pk")) == [ana_costa, her_son]
    assert ana_costa.user_id == ana.pk
    assert list(Patient.objects.on_mailbox(ana).order_by("pk")) == [ana_costa, her_son]


@pytest.mark.django_db(transaction=True)
def test_a_staff_user_can_have_no_patient(noor: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Patient.objects.create(user_id=noor.pk, full_name="Ana Costa", date_of_birth=BORN)
    assert Patient.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_user_with_patients_cannot_become_staff(ana: User, zed: User) -> None:
    make_patient(ana)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=ana.pk).update(is_staff=True)
    assert not User.objects.get(pk=ana.pk).is_staff
    # The same deed is allowed where no patient stands behind it: it is the patient that keeps it from happening.
    User.objects.filter(pk=zed.pk).update(is_staff=True)
    assert User.objects.get(pk=zed.pk).patients_key is None


def test_one_person_on_one_mailbox_is_one_record(ana: User) -> None:
    make_patient(ana, "Ana Núñez")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_patient(ana, "Ana Núñez")
    make_patient(None, "Ana Núñez")


def test_two_standing_links_between_the_same_records_are_refused(ana: User, rui: User) -> None:
    one, other = make_patient(ana), make_patient(None)
    facts = {"linked_at": rui.date_joined, "linked_by": rui}
    LinkedPatient.objects.create(earlier=one, later=other, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkedPatient.objects.create(earlier=one, later=other, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkedPatient.objects.create(earlier=other, later=one, **facts)


def test_names_in_print_hold_nothing_but_names(ana: User) -> None:
    assert str(make_patient(ana)) == "Ana Costa"
    assert str(ana) == "ana@example.com"
