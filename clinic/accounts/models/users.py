"""Who signs in: a mailbox of patients, or a member of staff; and who treats."""

from typing import Any, ClassVar, NoReturn

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from clinic.accounts.querysets import (
    PractitionerQuerySet,
    UserQuerySet,
    normal_email,
)
from clinic.contact import phone_of_mailbox, shown
from clinic.outbox.letters import Way
from clinic.outbox.models import Letter
from clinic.outbox.texts import is_enabled
from clinic.text import new_reference, one_line


class _Manager(BaseUserManager["User"]):
    """Makes people; never a superuser."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new user; without a password nobody can sign in with one."""
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, *args: Any, **fields: Any) -> NoReturn:
        raise ImproperlyConfigured("This clinic has no superusers. Set it up with: manage.py first_run")

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=normal_email(username or ""))


UserManager = _Manager.from_queryset(UserQuerySet)


class User(AbstractBaseUser, PermissionsMixin):
    """Someone who can sign in: a patient's mailbox by e-mailed code, or a member of staff.

    A staff user has no patients, and the database itself keeps that promise on SQLite and PostgreSQL: `patients_key`
    is computed by the database, the user's own key for a patient and NULL for staff, and Patient.user points at it
    instead of at the primary key. A patient of a staff user has nothing to point at; making someone staff who has
    patients takes the key away from under them. Both fail as a broken foreign key when the transaction commits,
    whoever writes and however many write at once; no trigger to lose when a table is remade.

    Nobody is deleted: the visitors' book names people for ever. `is_active=False` is how someone leaves.
    Nobody is a superuser: a flag that skips every permission would open what patients told us (constraint).
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_reference, editable=False)
    email = models.EmailField(
        _("email"), unique=True, error_messages={"unique": _("Someone already uses this email address.")}
    )
    name = models.CharField(_("name"), max_length=150, blank=True, validators=[one_line])
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    # Of staff: the phone (+12135550142) that emergency alerts and other messages of work go to as texts too.
    texts_to = models.CharField(_("mobile phone for alerts"), max_length=20, blank=True, default="", db_default="")
    # Of staff: the language of the pages of their work, as they chose it; empty for English (decision 43).
    language = models.CharField(_("language"), max_length=10, blank=True, default="", db_default="", editable=False)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    # Goes up where every sign-in must end though the password stays: a second factor was taken away.
    sign_in_epoch = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    patients_key = models.GeneratedField(
        expression=Case(When(is_staff=False, then=F("id")), default=None),
        output_field=models.CharField(max_length=16, null=True),
        db_persist=True,
        unique=True,
    )

    # The role, once looked up on this object (roles.role_of).
    known_role: str | None

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ("name", "email")
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(name="nobody_is_superuser", condition=Q(is_superuser=False)),
            models.CheckConstraint(name="email_is_lower_case", condition=Q(email=Lower("email"))),
        ]

    def __str__(self) -> str:
        return self.name or self.address

    @property
    def is_phone(self) -> bool:
        """Whether this mailbox is a phone: its reader signs in by a code in a text message (decision 28)."""
        return bool(phone_of_mailbox(self.email))

    @property
    def address(self) -> str:
        """The address or number they sign in with, as people read it."""
        return shown(self.email)

    @property
    def ways(self) -> tuple[Way, ...]:
        """Of staff: every way that messages of work take, an email and, where a phone is known, a text message; each in
        the language they read.
        """
        email = Way(Letter.Channel.EMAIL, self.email, self.language)
        text = Way(Letter.Channel.TEXT, self.texts_to, self.language)
        return (email, text) if self.texts_to and is_enabled() else (email,)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What every session of this person carries and is compared with: the password's hash, and the epoch."""
        proof = f"{self.password}:{self.sign_in_epoch}" if self.sign_in_epoch else self.password
        salt = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"
        return salted_hmac(salt, proof, secret=secret, algorithm="sha256").hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = normal_email(self.email)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        self.email = normal_email(self.email)

    def get_full_name(self) -> str:
        return self.name or self.address

    def get_short_name(self) -> str:
        return self.name.split(" ")[0] or self.address


class Practitioner(models.Model):
    """A user who treats: licence, languages, and whether on duty now."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="practitioner", verbose_name=_("user"))
    licence = models.CharField(_("license number"), max_length=40, blank=True, validators=[one_line])
    title = models.CharField(_("title"), max_length=80, blank=True, validators=[one_line])
    languages = models.CharField(
        _("languages"),
        max_length=200,
        blank=True,
        validators=[one_line],
        help_text=_("For example: English, Spanish."),
    )
    bio = models.TextField(
        _("introduction"),
        max_length=600,
        blank=True,
        default="",
        db_default="",
        help_text=_("Two or three sentences for patients: training, experience, interests. Everyone can read it."),
    )
    on_duty = models.BooleanField(
        _("on duty"), default=True, help_text=_("Gets the alerts that need a call right away.")
    )

    objects = PractitionerQuerySet.as_manager()

    # Said by `with_work`.
    works_here: bool

    class Meta:
        verbose_name = _("practitioner")
        verbose_name_plural = _("practitioners")
        ordering = ("user__name",)
        default_permissions = ("change", "view")

    def __str__(self) -> str:
        return f"{self.user.name}, {self.title}" if self.title else self.user.name
