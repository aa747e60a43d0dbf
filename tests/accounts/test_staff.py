"""Asking in, changing roles, letting go; and the last administrator stays."""

import re
import threading
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import connection, connections

from clinic.accounts import roles, services
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Invitation, Practitioner, User
from clinic.audit.models import Entry
from clinic.outbox.models import Letter
from tests.support.cast import PASSWORD, make_staff
from tests.support.times import NOW

LINK = re.compile(r"/account/invitation/([^/\s]+)/")


def token_in(letter: Letter) -> str:
    found = LINK.search((letter.sealed or {})["body"])
    assert found
    return found[1]


def invite(ada: User, email: str = "new@clinic.example", role: str = roles.EDITOR, at: datetime = NOW) -> User:
    return services.invite(email=email, name="Nia Nova", role=role, by=ada, at=at)


def test_an_invitation_makes_staff_without_a_password_and_a_letter_with_a_link(ada: User) -> None:
    made = invite(ada, email="New@Clinic.example")
    letter = Letter.objects.get(kind="account.invitation")
    assert (made.email, made.is_staff, made.has_usable_password()) == ("new@clinic.example", True, False)
    assert roles.role_of(made) == roles.EDITOR
    assert letter.to == "new@clinic.example"
    assert "http://localhost:8000/account/invitation/" in (letter.sealed or {})["body"]
    assert Entry.objects.latest("number").deed == "staff.invited"


def test_the_link_is_long_and_only_its_hash_is_stored(ada: User) -> None:
    invite(ada)
    token = token_in(Letter.objects.get(kind="account.invitation"))
    stored = Invitation.objects.get()
    assert len(token) >= 43  # 256 bits
    assert token not in str(Invitation.objects.values().get())
    assert stored.token_hash == services.hash_of(token)


def test_a_link_sets_the_password_once(ada: User) -> None:
    made = invite(ada)
    token = token_in(Letter.objects.get(kind="account.invitation"))
    services.accept_invitation(token, password=PASSWORD, at=NOW)
    made.refresh_from_db()
    assert made.check_password(PASSWORD)
    with pytest.raises(AccountError):
        services.accept_invitation(token, password="another-long-password", at=NOW)
    made.refresh_from_db()
    assert made.check_password(PASSWORD)


@pytest.mark.parametrize(("later", "works"), [(timedelta(days=7, seconds=-1), True), (timedelta(days=7), False)])
def test_a_link_lives_for_seven_days(ada: User, later: timedelta, works: bool) -> None:
    made = invite(ada)
    token = token_in(Letter.objects.get(kind="account.invitation"))
    if works:
        services.accept_invitation(token, password=PASSWORD, at=NOW + later)
    else:
        with pytest.raises(AccountError):
            services.accept_invitation(token, password=PASSWORD, at=NOW + later)
    made.refresh_from_db()
    assert made.has_usable_password() is works


def test_a_weak_password_does_not_use_up_the_link(ada: User) -> None:
    invite(ada)
    token = token_in(Letter.objects.get(kind="account.invitation"))
    with pytest.raises(ValidationError):
        services.accept_invitation(token, password="short", at=NOW)
    assert services.accept_invitation(token, password=PASSWORD, at=NOW).has_usable_password()


def test_a_second_invitation_ends_the_first_link(ada: User) -> None:
    made = invite(ada)
    first = token_in(Letter.objects.get(kind="account.invitation"))
    services.invite_again(made, by=ada, at=NOW)
    second = next(t for t in map(token_in, Letter.objects.filter(kind="account.invitation")) if t != first)
    with pytest.raises(AccountError):
        services.accept_invitation(first, password=PASSWORD, at=NOW)
    assert services.accept_invitation(second, password=PASSWORD, at=NOW) == made
    with pytest.raises(AccountError, match="already chosen"):
        services.invite_again(User.objects.get(pk=made.pk), by=ada, at=NOW)


@pytest.mark.parametrize("whose", ["ana", "noor"])
def test_an_address_that_is_taken_is_left_alone(request: pytest.FixtureRequest, ada: User, whose: str) -> None:
    theirs: User = request.getfixturevalue(whose)
    before = User.objects.filter(pk=theirs.pk).values().get()
    with pytest.raises(AccountError, match="Nothing was changed"):
        invite(ada, email=theirs.email.upper(), role=roles.ADMINISTRATOR)
    assert User.objects.filter(pk=theirs.pk).values().get() == before
    assert not Letter.objects.exists()


@pytest.mark.parametrize(("email", "role"), [("not an address", roles.DESK), ("x@clinic.example", "owner")])
def test_what_is_no_address_or_role_is_refused(ada: User, email: str, role: str) -> None:
    with pytest.raises(AccountError):
        invite(ada, email=email, role=role)


def test_a_practitioner_is_on_duty_until_the_role_changes(ada: User) -> None:
    made = invite(ada, role=roles.PRACTITIONER)
    assert Practitioner.objects.get(user=made).on_duty is True
    services.change_role(made, role=roles.DESK, by=ada, at=NOW)
    assert Practitioner.objects.get(user=made).on_duty is False
    assert roles.role_of(User.objects.get(pk=made.pk)) == roles.DESK


def test_a_new_role_takes_the_old_rights_away_at_once(ada: User, noor: User) -> None:
    assert User.objects.get(pk=noor.pk).has_perm("review.decide_case")
    services.change_role(noor, role=roles.EDITOR, by=ada, at=NOW)
    assert not User.objects.get(pk=noor.pk).has_perm("review.decide_case")


def test_a_patient_is_given_no_role(ada: User, ana: User) -> None:
    with pytest.raises(AccountError):
        services.change_role(ana, role=roles.PRACTITIONER, by=ada, at=NOW)
    assert ana.groups.count() == 0


def test_the_last_administrator_can_neither_leave_nor_change_role(ada: User) -> None:
    with pytest.raises(AccountError, match="last administrator"):
        services.deactivate(ada, by=ada, at=NOW)
    with pytest.raises(AccountError, match="last administrator"):
        services.change_role(ada, role=roles.DESK, by=ada, at=NOW)
    ada.refresh_from_db()
    assert (ada.is_active, roles.role_of(ada)) == (True, roles.ADMINISTRATOR)


def test_an_invited_administrator_without_a_password_does_not_count(ada: User) -> None:
    invite(ada, role=roles.ADMINISTRATOR)
    with pytest.raises(AccountError, match="last administrator"):
        services.deactivate(ada, by=ada, at=NOW)


def test_one_of_two_administrators_may_leave(ada: User) -> None:
    other = make_staff("bea@clinic.example", "Bea Sample", roles.ADMINISTRATOR)
    services.deactivate(ada, by=other, at=NOW)
    assert not User.objects.get(pk=ada.pk).is_active
    with pytest.raises(AccountError, match="last administrator"):
        services.deactivate(other, by=other, at=NOW)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["deactivate", "change_role"])
def test_two_administrators_cannot_dismiss_each_other_at_once(way: str) -> None:
    for _round in range(5):
        User.objects.in_role(roles.ADMINISTRATOR).update(is_active=False)
        pair = [make_staff(f"{n}{_round}@clinic.example", f"Admin {n}", roles.ADMINISTRATOR) for n in "ab"]
        barrier, refused = threading.Barrier(2), []

        def dismiss(whom: User, by: User) -> None:
            barrier.wait()  # noqa: B023  (both threads end within the round)
            try:
                if way == "deactivate":
                    services.deactivate(whom, by=by, at=NOW)
                else:
                    services.change_role(whom, role=roles.DESK, by=by, at=NOW)
            except AccountError:
                refused.append(whom)  # noqa: B023  (both threads end within the round)
            finally:
                connections.close_all()

        threads = [threading.Thread(target=dismiss, args=args) for args in (pair, pair[::-1])]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        left = User.objects.active().in_role(roles.ADMINISTRATOR)
        assert (len(refused), left.count()) == (1, 1)


def test_whoever_leaves_keeps_the_name_and_nothing_else(ada: User, noor: User) -> None:
    services.deactivate(noor, by=ada, at=NOW)
    noor.refresh_from_db()
    assert (noor.name, noor.is_active, noor.has_usable_password()) == ("Noor Inventada", False, False)
    assert Practitioner.objects.get(user=noor).on_duty is False


def test_whoever_comes_back_chooses_a_new_password(ada: User, noor: User) -> None:
    services.deactivate(noor, by=ada, at=NOW)
    services.reactivate(noor, by=ada, at=NOW)
    services.accept_invitation(
        token_in(Letter.objects.get(kind="account.invitation")), password="a-quite-new-password", at=NOW
    )
    noor.refresh_from_db()
    assert noor.is_active
    assert noor.check_password("a-quite-new-password")


def test_leaving_kills_an_unused_invitation(ada: User) -> None:
    made = invite(ada)
    token = token_in(Letter.objects.get(kind="account.invitation"))
    services.deactivate(made, by=ada, at=NOW)
    with pytest.raises(AccountError):
        services.accept_invitation(token, password=PASSWORD, at=NOW)


def test_nobody_removes_their_own_second_factor(ada: User) -> None:
    with pytest.raises(AccountError):
        services.forget_second_factor(ada, by=ada, at=NOW)


def test_every_deed_stands_in_the_book(ada: User) -> None:
    made = invite(ada, role=roles.PRACTITIONER)
    services.rename(made, name="Nia Neu", by=ada, at=NOW)
    services.update_practitioner(
        made.practitioner, licence="AC 9", title="L.Ac.", languages="English", on_duty=True, by=ada, at=NOW
    )
    services.change_role(made, role=roles.EDITOR, by=ada, at=NOW)
    services.deactivate(made, by=ada, at=NOW)
    services.reactivate(made, by=ada, at=NOW)
    assert list(Entry.objects.order_by("number").values_list("deed", flat=True)) == [
        "staff.invited",
        "staff.renamed",
        "staff.practitioner_updated",
        "staff.role_changed",
        "staff.deactivated",
        "staff.reactivated",
    ]
    assert set(Entry.objects.values_list("by", flat=True)) == {ada.pk}


def test_a_deed_that_cannot_be_written_down_is_not_done(ada: User, noor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_facts: object) -> None:
        raise RuntimeError("the book is closed")

    monkeypatch.setattr("clinic.audit.record", broken)
    with pytest.raises(RuntimeError):
        services.deactivate(noor, by=ada, at=NOW)
    noor.refresh_from_db()
    assert noor.is_active


def test_the_groups_are_locked_on_postgresql(ada: User) -> None:
    if connection.vendor == "postgresql":
        assert "FOR UPDATE" in str(Group.objects.select_for_update().filter(name=roles.ADMINISTRATOR).query)
    else:
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
