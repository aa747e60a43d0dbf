"""Who is treated: identity and contact, and what they are found by."""

from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models.users import User
from clinic.accounts.phonetics import sound
from clinic.accounts.querysets import (
    PatientQuerySet,
)
from clinic.accounts.refolding import runs_of_numbers, words_of_patient
from clinic.accounts.texting.reached import Reached
from clinic.text import fold, new_reference, one_line


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

    @property
    def ended_words(self) -> str:
        """Why nothing is booked, sent or asked any more, and what to do if that is wrong; empty for a patient."""
        if not self.ended_why:
            return ""
        return gettext(
            "No longer a patient: %(why)s. If that has changed, open their page first and press “A patient again”."
        ) % {"why": self.get_ended_why_display()}

    def _keep_words(self, *, is_new: bool) -> None:
        wanted = NameWord.rows_of(self.full_name, self.preferred_name)
        stored_words = set() if is_new else set(self.name_words.values_list("word", "sound"))
        if wanted != stored_words:
            if stored_words:
                self.name_words.all().delete()
            NameWord.objects.bulk_create(NameWord(patient=self, word=word, sound=key) for word, key in wanted)

    def _keep_runs(self, *, is_new: bool) -> None:
        wanted = PhoneRun.rows_of(self.phone, self.guardian_phone)
        stored_runs = set() if is_new else set(self.phone_runs.values_list("digits", flat=True))
        if wanted != stored_runs:
            if stored_runs:
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
