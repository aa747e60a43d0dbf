"""Administrators keep people; nobody else sees them; nothing can be asked that the page does not offer."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from clinic.accounts import roles
from clinic.accounts.models import Practitioner, User
from clinic.outbox.models import Letter
from tests.accounts.helpers import app_of, has_app
from tests.support.cast import SignedIn, make_staff, sign_in

LIST = reverse("admin:accounts_user_changelist")
ADD = reverse("admin:accounts_user_add")


def page_of(person: User) -> str:
    return reverse("admin:accounts_user_change", args=[person.pk])


def save(client: Client, person: User, **other: str) -> Any:
    told = {"name": person.name, "role": person.groups.get().name, "active": "on"} | other
    return client.post(page_of(person), {key: said for key, said in told.items() if said}, follow=True)


def test_an_administrator_invites(signed_in: SignedIn, ada: User) -> None:
    answer = signed_in(ada).post(
        ADD, {"name": "Nia Nova", "email": "Nia@Clinic.example", "role": roles.DESK}, follow=True
    )
    made = User.objects.get(email="nia@clinic.example")
    assert answer.status_code == 200
    assert (made.name, made.is_staff, roles.role_of(made), made.has_usable_password()) == (
        "Nia Nova",
        True,
        roles.DESK,
        False,
    )
    assert Letter.objects.get().to == "nia@clinic.example"
    assert "Invitation sent to nia@clinic.example. The link works for 7 days." in answer.text


@pytest.mark.parametrize("whose", ["ana", "noor"])
def test_an_address_that_is_taken_is_a_sentence_at_the_field(
    request: pytest.FixtureRequest, signed_in: SignedIn, ada: User, whose: str
) -> None:
    theirs = request.getfixturevalue(whose)
    before = User.objects.filter(pk=theirs.pk).values().get()
    page = signed_in(ada).post(ADD, {"name": "Mallory", "email": theirs.email.upper(), "role": roles.ADMINISTRATOR})
    assert "Someone already uses this email address" in page.text
    assert User.objects.filter(pk=theirs.pk).values().get() == before
    assert not Letter.objects.exists()


def test_there_is_no_password_to_see_or_type(signed_in: SignedIn, ada: User, noor: User) -> None:
    client = signed_in(ada)
    for page in (ADD, page_of(noor), LIST):
        text = client.get(page).text
        assert 'type="password"' not in text
        assert noor.password not in text
    for path in (f"/admin/accounts/user/{noor.pk}/password/", f"/admin/accounts/user/{noor.pk}/change/password/"):
        assert client.get(path).status_code in {302, 404}
    assert client.get("/admin/password_change/").headers["Location"] == reverse("account_change_password")


def test_an_administrator_changes_name_and_role(signed_in: SignedIn, ada: User, edda: User) -> None:
    save(signed_in(ada), edda, name="Edda Neu", role=roles.PRACTITIONER)
    edda = User.objects.get(pk=edda.pk)
    assert (edda.name, roles.role_of(edda)) == ("Edda Neu", roles.PRACTITIONER)
    assert Practitioner.objects.filter(user=edda).exists()


def test_an_administrator_lets_go_and_takes_back(signed_in: SignedIn, ada: User, noor: User) -> None:
    client, theirs = signed_in(ada), sign_in(noor)
    assert theirs.get("/admin/").status_code == 200
    save(client, noor, active="")
    assert theirs.get("/admin/").status_code == 302
    assert not User.objects.get(pk=noor.pk).is_active
    save(client, noor)
    assert User.objects.get(pk=noor.pk).is_active
    assert Letter.objects.filter(to=noor.email, kind="account.invitation").count() == 1


@pytest.mark.parametrize("change", [{"role": roles.DESK}, {"active": ""}])
def test_the_last_administrator_reads_why_not(signed_in: SignedIn, ada: User, change: dict[str, str]) -> None:
    page = save(signed_in(ada), ada, name="Ada Neu", **change)
    ada = User.objects.get(pk=ada.pk)
    assert "This is the last administrator" in page.text
    assert (ada.is_active, roles.role_of(ada), ada.name) == (True, roles.ADMINISTRATOR, "Ada Sample")


def test_rights_cannot_be_slipped_in(signed_in: SignedIn, ada: User, rui: User) -> None:
    decide = str(Group.objects.get(name=roles.PRACTITIONER).permissions.get(codename="decide_case").pk)
    save(
        signed_in(ada),
        rui,
        is_superuser="on",
        is_staff="",
        groups=str(Group.objects.get(name=roles.PRACTITIONER).pk),
        user_permissions=decide,
        password="planted",
        email="other@clinic.example",
        patients_key="x",
    )
    after = User.objects.get(pk=rui.pk)
    assert (after.is_superuser, after.is_staff, after.email, after.password) == (False, True, rui.email, rui.password)
    assert [group.name for group in after.groups.all()] == [roles.DESK]
    assert after.user_permissions.count() == 0


def test_nobody_is_deleted(signed_in: SignedIn, ada: User, noor: User) -> None:
    client = signed_in(ada)
    assert client.get(reverse("admin:accounts_user_delete", args=[noor.pk])).status_code == 403
    assert client.post(reverse("admin:accounts_user_delete", args=[noor.pk]), {"post": "yes"}).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [noor.pk], "post": "yes"})
    assert User.objects.filter(pk=noor.pk).exists()


def test_patients_mailboxes_are_not_listed(signed_in: SignedIn, ada: User, ana: User, noor: User) -> None:
    client = signed_in(ada)
    text = client.get(LIST).text
    assert noor.email in text
    assert ana.email not in text
    assert client.get(f"{LIST}?q=ana").text.count("ana@example.com") == 0
    assert client.get(page_of(ana)).status_code == 302


@pytest.mark.parametrize(
    "probe",
    [
        "password__startswith=md5",
        "password__regex=.",
        "groups__permissions__codename=decide_case",
        "patients_key__isnull=True",
        "invitations__token_hash__startswith=a",
        "email__regex=(",
        "is_superuser__exact=0",
        "_connector=OR",
    ],
)
def test_only_what_the_page_offers_can_be_asked(signed_in: SignedIn, ada: User, probe: str) -> None:
    assert signed_in(ada).get(f"{LIST}?{probe}").status_code in {302, 400}


def test_an_offered_filter_does_work(signed_in: SignedIn, ada: User, noor: User) -> None:
    """The control: refusing everything would pass the test above."""
    client = signed_in(ada)
    assert noor.email in client.get(f"{LIST}?role=practitioner").text
    assert noor.email not in client.get(f"{LIST}?role=editor").text
    assert noor.email in client.get(f"{LIST}?is_active__exact=1").text


@pytest.mark.parametrize("odd", ["?q=%00", "?p=999999", "?o=99", "?e=1", "?q=" + "x" * 3000, "?is_active__exact=abc"])
def test_odd_questions_are_answered(signed_in: SignedIn, ada: User, odd: str) -> None:
    assert signed_in(ada).get(LIST + odd).status_code in {200, 302, 400, 404}


def test_a_bad_choice_in_a_list_is_refused(signed_in: SignedIn, ada: User) -> None:
    answer = signed_in(ada).post(LIST, {"action": "send_invitation", "_selected_action": ["a\0b"]})
    assert answer.status_code == 400


@pytest.mark.parametrize("key", ["abc", "99999999999999999999", "1"])
def test_odd_keys_are_answered(signed_in: SignedIn, ada: User, key: str) -> None:
    client = signed_in(ada)
    for tail in ("change/", "history/", ""):
        assert client.get(f"/admin/accounts/user/{key}/{tail}").status_code in {302, 404}


def test_practitioners_are_kept_up_to_date(signed_in: SignedIn, ada: User, noor: User) -> None:
    page = reverse("admin:accounts_practitioner_change", args=[noor.practitioner.pk])
    told = {"licence": "AC 77", "title": "DAOM", "languages": "English, Spanish", "user": ada.pk}
    signed_in(ada).post(page, told)
    noor.practitioner.refresh_from_db()
    kept = noor.practitioner
    assert (kept.licence, kept.title, kept.languages, kept.on_duty, kept.user) == (
        "AC 77",
        "DAOM",
        "English, Spanish",
        False,
        noor,
    )


def test_actions_send_a_new_invitation_and_forget_a_factor(signed_in: SignedIn, ada: User, noor: User) -> None:
    app_of(noor)
    new = make_staff("new@clinic.example", "Nia Nova", roles.DESK)
    new.set_unusable_password()
    new.save()
    client = signed_in(ada)
    for action, whom in (("send_invitation", new), ("send_invitation", noor), ("forget_second_factor", noor)):
        answer = client.post(LIST, {"action": action, "_selected_action": [whom.pk]}, follow=True)
        assert answer.status_code == 200
    assert list(Letter.objects.values_list("to", flat=True)) == ["new@clinic.example"]
    assert not has_app(noor)


MINE = [LIST, ADD, reverse("admin:accounts_practitioner_changelist")]


@pytest.mark.parametrize("person", ["noor", "edda"])
@pytest.mark.parametrize("page", MINE)
def test_others_in_the_admin_keep_nobody(request: pytest.FixtureRequest, person: str, page: str) -> None:
    client = sign_in(request.getfixturevalue(person))
    assert client.get("/admin/").status_code == 200
    assert client.get(page).status_code == 403
    assert client.post(page, {"name": "x", "email": "x@clinic.example", "role": roles.ADMINISTRATOR}).status_code == 403
    assert not User.objects.filter(email="x@clinic.example").exists()


@pytest.mark.parametrize("page", ["/admin/", LIST, ADD, "/admin/review/case/", "/admin/jsi18n/", "/admin/login/"])
def test_the_front_desk_is_led_from_the_admin_to_the_desk(signed_in: SignedIn, rui: User, page: str) -> None:
    client = signed_in(rui)
    answer = client.get(page, follow=True)
    assert answer.redirect_chain[-1][0] == "/desk/"
    assert "Your work is here, not in the admin" in answer.text
    assert client.post(page).status_code in {302, 403}


@pytest.mark.parametrize("page", ["/admin/", "/admin/login/", LIST])
def test_patients_and_strangers_never_see_the_admin(client: Client, signed_in: SignedIn, ana: User, page: str) -> None:
    assert signed_in(ana).get(page, follow=True).status_code == 403
    assert client.get(page, follow=True).redirect_chain[-1][0].startswith(reverse("account_login"))


def test_other_apps_doors_are_closed() -> None:
    registered = {f"{model._meta.label_lower}" for model in admin.site._registry}
    assert not registered & {"auth.group", "account.emailaddress", "mfa.authenticator", "accounts.patient"}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(
    signed_in: SignedIn, ada: User, queries: Any, count: int
) -> None:
    for n in range(count):
        make_staff(f"p{n}@clinic.example", f"Person {n}", roles.DESK)
    client = signed_in(ada)
    client.get(LIST)
    with queries(at_most=10):
        page = client.get(LIST)
    assert page.text.count("@clinic.example") >= count
