"""WHO: the people of the clinic. Nothing medical is stored in this room."""

from datetime import date, datetime
from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ImproperlyConfigured
from django.db import models, transaction
from django.db.models import Case, F, Q, When
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.accounts.phonetics import sound
from clinic.accounts.portrait_rows import Portrait as Portrait
from clinic.accounts.querysets import (
    DifferenceQuerySet,
    InvitationQuerySet,
    PatientQuerySet,
    UserQuerySet,
    normal_email,
)
from clinic.accounts.refolding import runs_of_numbers, words_of_patient
from clinic.accounts.texting.reached import Reached
from clinic.contact import phone_of_mailbox, shown
from clinic.outbox.letters import Way
from clinic.outbox.models import Letter
from clinic.outbox.texts import is_enabled
from clinic.text import fold, new_reference, one_line


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
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
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
        """Of staff: every way that messages of work take, an email and, where a phone is known, a text message."""
        email = Way(Letter.Channel.EMAIL, self.email)
        return (email, Way(Letter.Channel.TEXT, self.texts_to)) if self.texts_to and is_enabled() else (email,)

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

    class Meta:
        verbose_name = _("practitioner")
        verbose_name_plural = _("practitioners")
        ordering = ("user__name",)
        default_permissions = ("change", "view")

    def __str__(self) -> str:
        return f"{self.user.name}, {self.title}" if self.title else self.user.name


class Present(models.TextChoices):
    """Whether a parent or guardian comes along to the visits of somebody under 18."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_SURE = "not_sure", _("Not sure yet")


class Correction(models.TextChoices):
    """Why the desk corrects what a record says of a person."""

    TOLD = "told", _("The patient told us")
    MISTYPED = "mistyped", _("We typed it wrong")
    NEW_NAME = "new_name", _("A new name, for example after marriage")
    DOCUMENT = "document", _("Seen on an identity document")


class Ended(models.TextChoices):
    """Why somebody is no longer a patient: nothing is sent any more, the history stays."""

    MOVED = "moved", _("Moved away")
    DECEASED = "deceased", _("Died")
    STOPPED = "stopped", _("Asked us to stop")


class Patient(Reached):
    """A person who is treated: identity and contact, nothing medical.

    Never identified by e-mail: a mailbox (User) may be read by a family. Without a mailbox `user` is empty.
    """

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    user = models.ForeignKey(
        User,
        to_field="patients_key",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="patients",
        verbose_name=_("signs in as"),
    )
    full_name = models.CharField(_("full name"), max_length=200, validators=[one_line])
    folded_name = models.CharField(max_length=400, editable=False)
    preferred_name = models.CharField(_("preferred name"), max_length=100, blank=True, validators=[one_line])
    date_of_birth = models.DateField(_("date of birth"))
    phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[one_line])
    email = models.EmailField(_("email"), blank=True)
    interpreter = models.CharField(_("interpreter"), max_length=40, blank=True, validators=[one_line])
    emergency_contact = models.CharField(_("emergency contact"), max_length=200, blank=True, validators=[one_line])
    guardian_name = models.CharField(_("parent or guardian"), max_length=200, blank=True, validators=[one_line])
    guardian_phone = models.CharField(
        _("phone of parent or guardian"), max_length=40, blank=True, validators=[one_line]
    )
    guardian_present = models.CharField(
        _("parent or guardian comes along"), max_length=10, blank=True, choices=Present.choices
    )
    may_bring = models.CharField(_("who else may bring the child"), max_length=200, blank=True, validators=[one_line])
    ended_why = models.CharField(_("no longer a patient"), max_length=10, blank=True, choices=Ended.choices)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PatientQuerySet.as_manager()

    class Meta:
        verbose_name = _("patient")
        verbose_name_plural = _("patients")
        ordering = ("folded_name",)
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["folded_name", "date_of_birth"], name="patient_by_name"),
            models.Index(fields=["date_of_birth"], name="patient_by_birth_date"),
            models.Index(Lower("email"), name="patient_by_email"),
            models.Index(fields=["created_at"], name="patient_by_arrival"),
        ]
        constraints = [
            # Spellings that can be one name are compared under the mailbox's lock (services.take_in); no index can.
            models.UniqueConstraint(
                fields=["user", "full_name", "date_of_birth"],
                condition=Q(user__isnull=False),
                name="one_patient_per_person_and_mailbox",
            ),
            models.CheckConstraint(
                name="patient_ended_for_a_reason",
                condition=Q(ended_why="", ended_at=None) | (~Q(ended_why="") & Q(ended_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        is_new = self._state.adding
        self.folded_name = fold(self.full_name)
        with transaction.atomic():
            super().save(*args, **kwargs)
            self._keep_words(is_new=is_new)
            self._keep_runs(is_new=is_new)

    @property
    def called(self) -> str:
        """How they are spoken to: in full, and the name they prefer."""
        return f"{self.full_name} (“{self.preferred_name}”)" if self.preferred_name else self.full_name

    def _keep_words(self, *, is_new: bool) -> None:
        wanted = NameWord.rows_of(self.full_name, self.preferred_name)
        known = set() if is_new else set(self.name_words.values_list("word", "sound"))
        if wanted != known:
            if known:
                self.name_words.all().delete()
            NameWord.objects.bulk_create(NameWord(patient=self, word=word, sound=key) for word, key in wanted)

    def _keep_runs(self, *, is_new: bool) -> None:
        wanted = PhoneRun.rows_of(self.phone, self.guardian_phone)
        known = set() if is_new else set(self.phone_runs.values_list("digits", flat=True))
        if wanted != known:
            if known:
                self.phone_runs.all().delete()
            PhoneRun.objects.bulk_create(PhoneRun(patient=self, digits=digits) for digits in wanted)


class NameWord(models.Model):
    """A word a patient's name is found by, and how it sounds: what a search looks up (kept by Patient.save)."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="name_words")
    word = models.CharField(max_length=40)
    sound = models.CharField(max_length=6)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["word", "patient"], name="name_word_by_word"),
            models.Index(fields=["sound", "patient"], name="name_word_by_sound"),
        ]

    def __str__(self) -> str:
        return self.sound

    @classmethod
    def rows_of(cls, full_name: str, preferred_name: str = "") -> set[tuple[str, str]]:
        """Return word and sound of everything somebody of this name is found by."""
        return {(word, sound(word)) for word in words_of_patient(full_name, preferred_name)}


class PhoneRun(models.Model):
    """The digits of a patient's numbers from one place on: any run of digits is the beginning of one (Patient.save)."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="phone_runs")
    digits = models.CharField(max_length=40)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["digits", "patient"], name="phone_run_by_digits")]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def rows_of(cls, *numbers: str) -> set[str]:
        """Return every run that these numbers are found by."""
        return runs_of_numbers(*numbers)


class Difference(models.Model):
    """A later form said something else about a person than their record does: the desk asks and settles it."""

    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="differences", verbose_name=_("patient")
    )
    field = models.CharField(_("what"), max_length=40)
    old = models.CharField(_("on record"), max_length=300, blank=True)
    new = models.CharField(_("on the new form"), max_length=300, blank=True)
    found_at = models.DateTimeField(_("found on"), default=timezone.now)
    seen_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken = models.BooleanField(_("record changed"), default=False)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        ordering = ("found_at", "pk")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="difference_settled_by_somebody",
                condition=Q(seen_at=None, seen_by=None) | Q(seen_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.patient}: {self.field}"

    @property
    def is_swapped(self) -> bool:
        """Whether it is a birth date whose day and month stand in each other's place."""
        if self.field != "date_of_birth":
            return False
        old, new = date.fromisoformat(self.old), date.fromisoformat(self.new)
        return (old.year, old.month, old.day) == (new.year, new.day, new.month)


class LinkedPatient(models.Model):
    """Two records of one person, tied by a link that can be undone; nothing is moved."""

    earlier = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="links_onward")
    later = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="links_back")
    linked_at = models.DateTimeField()
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("linked record")
        verbose_name_plural = _("linked records")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(name="link_is_ordered", condition=Q(earlier__lt=F("later"))),
            models.UniqueConstraint(
                fields=["earlier", "later"], condition=Q(undone_at=None), name="one_standing_link_per_pair"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} – {self.later}"


class NotOnePerson(models.Model):
    """The desk has looked at two alike records and says that they are two people: nobody is asked again."""

    earlier = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")
    later = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(name="apart_is_ordered", condition=Q(earlier__lt=F("later"))),
            models.UniqueConstraint(fields=["earlier", "later"], name="two_people_are_said_once"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} – {self.later_id}"


class Invitation(models.Model):
    """A one-time link with which a new member of staff chooses a password. Only the link's hash is stored."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text=_("Used, replaced or canceled."))
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="one_standing_invitation_per_user"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)

    def is_open(self, *, at: datetime) -> bool:
        """Say whether the link still works."""
        return self.ended_at is None and at < self.expires_at and self.user.is_active


# Where Django looks for the models of a package of this room.
from clinic.accounts.erasure.models import ErasureRequest  # noqa: E402, F401  (it needs Patient)
from clinic.accounts.texting.reached import TextConsent  # noqa: E402, F401  (registered with this app)
