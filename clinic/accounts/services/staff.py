"""Staff: asking someone in, changing what they may do, and letting them go.

The clinic always keeps one active administrator who can sign in. Every deed that could take the last one away first
locks the administrators' group, so that two administrators cannot dismiss each other in the same moment.
"""

from datetime import datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from clinic import audit, languages
from clinic.accounts import letters, roles, second_factor, signals
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Practitioner, User
from clinic.accounts.querysets import UserQuerySet, normal_email
from clinic.accounts.services.invitations import new_link, send_invitation
from clinic.audit.transaction import audited_transaction
from clinic.contact import clean_email, text_number
from clinic.form_fields import NO_ADDRESS


@audited_transaction()
def invite(*, email: str, name: str, role: str, by: User | None, at: datetime) -> User:
    """Ask someone to work here: a user without a password, and a letter with a link to choose one.

    Raises AccountError for an address somebody already signs in with (nothing of theirs is touched), for what is no
    address, and for an unknown role.
    """
    user = _new_staff(email=email, name=name, role=role)
    send_invitation(user, by=by, at=at)
    audit.record("staff.invited", on=user, by=by, at=at, role=role)
    return user


@audited_transaction()
def read_work_in(user: User, language: str, *, at: datetime) -> None:
    """Keep the language in which a member of staff reads the pages of their work and gets messages about it."""
    locked = User.objects.select_for_update().get(pk=user.pk)
    kept = language if language in {each.code for each in languages.whole()} - {languages.SOURCE.code} else ""
    if locked.language == kept:
        return
    locked.language = user.language = kept
    locked.save(update_fields=["language"])
    audit.record("staff.language_chosen", on=locked, by=user, at=at, language=kept or languages.SOURCE.code)


@audited_transaction()
def first_administrator(*, email: str, name: str, at: datetime) -> tuple[User, str]:
    """Return the clinic's first administrator and a link to choose a password; again, until it was used once.

    Raises AccountError when somebody already can sign in as an administrator.
    """
    _lock_administrators()
    if _administrators().exists():
        raise AccountError(_("This clinic already has an administrator. Ask them for an invitation."))
    waiting = User.objects.staff().active().in_role(roles.ADMINISTRATOR).filter(email=normal_email(email)).first()
    user = waiting or _new_staff(email=email, name=name, role=roles.ADMINISTRATOR)
    link = new_link(user, by=None, at=at)
    audit.record("staff.first_administrator", on=user, at=at)
    return user, link


def _new_staff(*, email: str, name: str, role: str) -> User:
    address = normal_email(clean_email(email) or "")
    if role not in roles.PERMISSIONS:
        raise AccountError(_("There is no role called %(role)s.") % {"role": role})
    if not address:
        raise AccountError(str(NO_ADDRESS))
    refusal = AccountError(_("Someone already signs in with this address. Nothing was changed. Use another address."))
    if User.objects.by_email(address).exists():
        raise refusal
    try:
        with transaction.atomic():
            user = User.objects.create_user(address, name=name.strip(), is_staff=True)
    except IntegrityError as wrong:  # the other one was a moment faster
        raise refusal from wrong
    _put_in_role(user, role)
    return user


def _put_in_role(user: User, role: str) -> None:
    user.groups.set([Group.objects.get_or_create(name=role)[0]])
    roles.forget(user)
    if role == roles.PRACTITIONER:
        Practitioner.objects.get_or_create(user=user)
    else:
        Practitioner.objects.filter(user=user).update(on_duty=False)


@audited_transaction()
def update(
    user: User, *, name: str, role: str, active: bool, texts_to: str | None = None, by: User, at: datetime
) -> User:
    """Make name, role, the phone for alerts and whether somebody works here what they should be; all of it
    or, with an AccountError, nothing.

    Locks are taken in the order all of this room takes them: the group, the person, and the book last.
    """
    _lock_administrators()
    person = User.objects.select_for_update().get(pk=user.pk)
    if {role} != {group.name for group in person.groups.all()}:
        person = change_role(person, role=role, by=by, at=at)
    if name.strip() != person.name:
        person = rename(person, name=name, by=by, at=at)
    if texts_to is not None and texts_to != person.texts_to:
        person = text_to(person, number=texts_to, by=by, at=at)
    return (reactivate if active else deactivate)(person, by=by, at=at)


@audited_transaction()
def text_to(user: User, *, number: str, by: User, at: datetime) -> User:
    """Keep the phone to which messages of work go as texts too; empty for none. Raises AccountError for a number that
    no text message reaches. (They have said yes to the administrator; STOP from the phone ends it.)
    """
    mobile = text_number(number) if number.strip() else ""
    if mobile is None:
        raise AccountError(_("Text messages need a mobile number in the United States. Check the phone number first."))
    user.texts_to = mobile
    user.save(update_fields=["texts_to"])
    audit.record("staff.phone_changed", on=user, by=by, at=at)
    return user


@audited_transaction()
def rename(user: User, *, name: str, by: User, at: datetime) -> User:
    """Change the name people read."""
    user.name = name.strip()
    user.save(update_fields=["name"])
    audit.record("staff.renamed", on=user, by=by, at=at)
    return user


@audited_transaction()
def change_role(user: User, *, role: str, by: User, at: datetime) -> User:
    """Give a member of staff another role; what the old one allowed ends at once.

    Raises AccountError for the last administrator, for patients and for an unknown role.
    """
    if role not in roles.PERMISSIONS:
        raise AccountError(_("There is no role called %(role)s.") % {"role": role})
    _lock_administrators()
    locked = User.objects.select_for_update().get(pk=user.pk)
    if not locked.is_staff:
        raise AccountError(_("Only staff have a role. Invite this person with another address."))
    if role != roles.ADMINISTRATOR:
        _require_another_administrator(locked)
    signals.team_changes.send(User, at=at)
    _put_in_role(locked, role)
    audit.record("staff.role_changed", on=locked, by=by, at=at, role=role)
    return locked


@audited_transaction()
def deactivate(user: User, *, by: User, at: datetime) -> User:
    """Let someone go: signed out everywhere at once, password and links gone, name kept in the book for ever.

    Sessions carry a hash of the password: with it they end, and stay ended should the person ever come back.
    Raises AccountError for the last administrator.
    """
    _lock_administrators()
    locked = User.objects.select_for_update().get(pk=user.pk)
    if not locked.is_active:
        return locked
    _require_another_administrator(locked)
    signals.team_changes.send(User, at=at)
    locked.is_active = False
    locked.set_unusable_password()
    locked.save(update_fields=["is_active", "password"])
    locked.invitations.filter(ended_at=None).update(ended_at=at)
    Practitioner.objects.filter(user=locked).update(on_duty=False)
    _drop_second_factors(locked)
    audit.record("staff.deactivated", on=locked, by=by, at=at)
    return locked


@audited_transaction()
def reactivate(user: User, *, by: User, at: datetime) -> User:
    """Let someone come back: active again, and a letter with a link to choose a new password."""
    locked = User.objects.select_for_update().get(pk=user.pk)
    if locked.is_active:
        return locked
    signals.team_changes.send(User, at=at)
    locked.is_active = True
    locked.save(update_fields=["is_active"])
    if locked.is_staff:
        send_invitation(locked, by=by, at=at)
    audit.record("staff.reactivated", on=locked, by=by, at=at)
    return locked


@audited_transaction()
def forget_second_factor(user: User, *, by: User, at: datetime) -> None:
    """Somebody lost phone, key and recovery codes: remove them all; the next sign-in asks for a new one.

    Ask the person face to face first. Every sign-in of theirs ends. Raises AccountError when somebody asks for
    themselves.
    """
    if user.pk == by.pk:
        raise AccountError(_("Another administrator must do this for you."))
    locked = User.objects.select_for_update().get(pk=user.pk)
    _drop_second_factors(locked)
    audit.record("staff.second_factor_forgotten", on=locked, by=by, at=at)


@audited_transaction()
def let_in(*, email: str, at: datetime) -> tuple[User, str]:
    """Give the last administrator who lost the second factor a new way in: a link to choose a password, and none of
    the old factors. Asked on the machine itself; everybody who works here is told.

    Raises AccountError for whoever is no active administrator, and where another one could do it.
    """
    _lock_administrators()
    user = User.objects.staff().active().in_role(roles.ADMINISTRATOR).filter(email=normal_email(email)).first()
    if user is None:
        raise AccountError(_("No active administrator signs in with this address."))
    other_administrators = [
        administrator
        for administrator in _administrators().exclude(pk=user.pk)
        if second_factor.is_enrolled(administrator)
    ]
    if other_administrators:
        raise AccountError(_("Another administrator can do this: %(name)s.") % {"name": other_administrators[0]})
    _drop_second_factors(user)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    link = new_link(user, by=None, at=at)
    for colleague in User.objects.staff().active().order_by("pk"):
        letters.let_in(user, to=colleague.email, at=at)
    audit.record("staff.let_in", on=user, by=None, at=at)
    return user, link


def _drop_second_factors(user: User) -> None:
    from allauth.mfa.models import Authenticator

    Authenticator.objects.filter(user=user).delete()
    end_sign_ins(user)


def end_sign_ins(user: User) -> None:
    """End every session of a person at its next request, whatever it was opened with."""
    User.objects.filter(pk=user.pk).update(sign_in_epoch=F("sign_in_epoch") + 1)
    user.refresh_from_db(fields=["sign_in_epoch"])


@audited_transaction()
def update_practitioner(
    practitioner: Practitioner, *, licence: str, title: str, languages: str, on_duty: bool, by: User, at: datetime
) -> Practitioner:
    """Keep licence, title, languages and duty of a practitioner up to date."""
    practitioner.licence, practitioner.title = licence.strip(), title.strip()
    practitioner.languages, practitioner.on_duty = languages.strip(), on_duty
    practitioner.save()
    audit.record("staff.practitioner_updated", on=practitioner.user, by=by, at=at, on_duty=on_duty)
    return practitioner


def _lock_administrators() -> None:
    """Hold the administrators' group until the transaction ends; what is read after this is true until then."""
    Group.objects.get_or_create(name=roles.ADMINISTRATOR)
    Group.objects.select_for_update().get(name=roles.ADMINISTRATOR)


def _administrators() -> UserQuerySet:
    """Return the administrators who can sign in: active, with a password."""
    return (
        User.objects.staff()
        .active()
        .in_role(roles.ADMINISTRATOR)
        .exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    )


def _require_another_administrator(user: User) -> None:
    able = set(_administrators().values_list("pk", flat=True))
    if able == {user.pk}:
        raise AccountError(_("This is the last administrator. Make someone else an administrator first."))
