"""Four roles hold exactly what the table says, and nothing clinical but a practitioner's."""

import io
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from clinic.accounts import roles
from clinic.accounts.models import User


def held(role: str) -> set[str]:
    rows = Group.objects.get(name=role).permissions.select_related("content_type")
    return {f"{row.content_type.app_label}.{row.codename}" for row in rows}


def test_a_migrated_database_has_the_roles(db: None) -> None:
    assert {role: held(role) for role in roles.PERMISSIONS} == {
        role: set(names) for role, names in roles.PERMISSIONS.items()
    }


def test_writing_them_again_changes_nothing_and_mends_what_was_changed(db: None) -> None:
    before = {role: held(role) for role in roles.PERMISSIONS}
    group = Group.objects.get(name=roles.DESK)
    group.permissions.add(Permission.objects.get(codename="decide_case"))
    Group.objects.get(name=roles.PRACTITIONER).permissions.clear()
    call_command("roles", stdout=io.StringIO())
    assert {role: held(role) for role in roles.PERMISSIONS} == before


def test_a_name_no_room_has_is_said_and_nothing_is_written(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(roles.PERMISSIONS, roles.EDITOR, ("education.change_article_that_is_not",))
    monkeypatch.setitem(roles.PERMISSIONS, roles.DESK, ("accounts.view_patient",))
    before = held(roles.DESK)
    with pytest.raises(CommandError, match=r"'editor'.*education\.change_article_that_is_not"):
        call_command("roles", stdout=io.StringIO())
    assert held(roles.DESK) == before
    roles.write(forgiving=True)
    assert held(roles.DESK) == {"accounts.view_patient"}


@pytest.mark.parametrize("role", [roles.DESK, roles.EDITOR, roles.ADMINISTRATOR])
def test_nothing_clinical_outside_the_practice(db: None, role: str) -> None:
    assert not [name for name in held(role) if name.startswith(("record.", "review."))]
    assert [name for name in held(roles.PRACTITIONER) if name.startswith(("record.", "review."))]


def test_nobody_may_delete_anything_about_people(db: None) -> None:
    deleting = [name for role in roles.PERMISSIONS for name in held(role) if name.startswith("accounts.delete_")]
    assert deleting == []


def test_the_role_of_each_of_the_cast(noor: User, rui: User, edda: User, ada: User, ana: User) -> None:
    cast = (noor, rui, edda, ada, ana, AnonymousUser())
    assert [roles.role_of(person) for person in cast] == [
        roles.PRACTITIONER,
        roles.DESK,
        roles.EDITOR,
        roles.ADMINISTRATOR,
        None,
        None,
    ]
    assert (roles.is_practitioner(noor), roles.is_practitioner(ada)) == (True, False)
    assert (roles.is_administrator(ada), roles.is_administrator(rui)) == (True, False)


def test_a_patient_in_a_group_has_no_role(ana: User) -> None:
    ana.groups.add(Group.objects.get(name=roles.PRACTITIONER))
    assert roles.role_of(ana) is None


@pytest.mark.parametrize(("who", "allowed"), [("noor", True), ("rui", True), ("ada", False), ("ana", False)])
def test_the_decorator_lets_in_only_whom_it_names(request: pytest.FixtureRequest, who: str, allowed: bool) -> None:
    view: Callable[..., HttpResponse] = roles.role_required(roles.DESK, roles.PRACTITIONER)(
        lambda _request: HttpResponse("in")
    )
    asked = HttpRequest()
    asked.user = request.getfixturevalue(who)
    if allowed:
        assert view(asked).content == b"in"
    else:
        with pytest.raises(PermissionDenied):
            view(asked)


def test_nobody_is_given_a_permission_of_their_own(rui: User) -> None:
    decide = Permission.objects.get(codename="decide_case")
    with pytest.raises(roles.OwnPermissionError, match="Give this person a role"), transaction.atomic():
        rui.user_permissions.add(decide)
    with pytest.raises(roles.OwnPermissionError), transaction.atomic():
        decide.user_set.set([rui])  # the other end of the same relation
    assert not rui.has_perm("review.decide_case")
    assert rui.user_permissions.count() == 0
