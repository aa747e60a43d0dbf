"""How a patient is reached: kept with their record, and decided in one place."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic import contact
from clinic.languages import SOURCE, of_messages
from clinic.outbox.letters import Way
from clinic.outbox.models import Letter
from clinic.outbox.texts import is_enabled


class ChosenChannel(models.TextChoices):
    """What a person would rather have, where we know an address for each."""

    EMAIL = "email", _("Email")
    TEXT = "text", _("Text messages")
    BOTH = "both", _("Email and text messages")


class NamedAs(models.TextChoices):
    """How a message to a family says for whom it is."""

    INITIALS = "initials", _("By initials")
    FIRST = "first", _("By first name")


class Reached(models.Model):
    """What is kept of how a patient wants to be reached; part of Patient."""

    channel = models.CharField(
        _("messages by"), max_length=5, choices=ChosenChannel, default=ChosenChannel.EMAIL, db_default="email"
    )
    # The very number for which they agreed to text messages (+12135550142): another number is not agreed to.
    texts_to = models.CharField(_("agreed to texts at"), max_length=20, blank=True, default="", db_default="")
    named_as = models.CharField(
        _("named in messages"), max_length=10, choices=NamedAs, default=NamedAs.INITIALS, db_default="initials"
    )

    # The language they read: that of the form they sent last, or as they chose. Messages are written in it, in English
    # where only an emergency speaks it (clinic.languages).
    language = models.CharField(_("language"), max_length=10, default=SOURCE.code, db_default=SOURCE.code)
    # When they said so themselves, if they did: no form and no page they only read says otherwise after that.
    language_chosen_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    if TYPE_CHECKING:  # columns of Patient
        full_name: str
        preferred_name: str
        phone: str
        email: str
        ended_why: str
        user: Any

    @property
    def email_for_messages(self) -> str:
        """Where emails go: the mailbox they sign in with, else what was written down; nowhere once they ended."""
        if self.ended_why:
            return ""
        return str(self.user.email) if self.user and not self.user.is_phone else self.email

    @property
    def text_for_messages(self) -> str:
        """The number that text messages may go to: agreed to, and still theirs; empty where there is none."""
        if not self.texts_to or self.ended_why or not is_enabled():
            return ""
        return self.texts_to if contact.text_number(self.phone) == self.texts_to else ""

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways messages take: email, text or both as they chose, what there is where there is but one; a call of
        the desk where there is none. Nothing at all for somebody who is no longer a patient.
        """
        if self.ended_why:
            return ()
        email, text = self.email_for_messages, self.text_for_messages
        language = of_messages(self.language)
        ways = []
        if email and (self.channel != ChosenChannel.TEXT or not text):
            ways.append(Way(Letter.Channel.EMAIL, email, language))
        if text and (self.channel != ChosenChannel.EMAIL or not email):
            ways.append(Way(Letter.Channel.TEXT, text, language))
        return tuple(ways) or (Way(Letter.Channel.CALL, self.phone, language),)

    @property
    def message_ways(self) -> tuple[Way, ...]:
        """The same without the call: empty where no message can reach them."""
        return tuple(way for way in self.ways if way.channel != Letter.Channel.CALL)

    @property
    def told_by(self) -> str:
        """How they hear of something, for a sentence: by email, by text message, by both, or by a call."""
        channels = {way.channel for way in self.message_ways}
        if not channels:
            return gettext("by phone")
        if len(channels) > 1:
            return gettext("by email and text message")
        return gettext("by email") if Letter.Channel.EMAIL in channels else gettext("by text message")

    @property
    def named(self) -> str:
        """How a message to a family names them: their first name or their initials, as they chose."""
        words = self.full_name.split()
        if self.named_as == NamedAs.FIRST:
            return self.preferred_name or words[0]
        return " ".join(f"{word[0].upper()}." for word in (words[:1] + words[1:][-1:]))

    def named_in_a_family(self) -> str:
        """The same where others are reached at the same mailbox or phone; empty where they are alone there. One query
        where it may be a family.
        """
        # Whoever signs in there, whoever the desk wrote down with it: each by its own index.
        shared = [models.Q(user=self.user.pk)] if self.user else []
        if email := self.email_for_messages.lower():
            shared += [models.Q(user__email=email), models.Q(low=email)]
        if text := self.text_for_messages:
            shared.append(models.Q(texts_to=text))
        if not shared:
            return ""
        people = type(self)._default_manager.alias(low=Lower("email")).order_by()
        first, *others = (people.filter(arm).values_list("pk") for arm in shared)
        return self.named if len(first.union(*others)[:2]) > 1 else ""


class TextConsent(models.Model):
    """A person agreed to text messages at a number, or took that back: when and how. Never changed."""

    class How(models.TextChoices):
        BOOKING = "booking", _("when booking")
        FORM = "form", _("in the health form")
        PAGE = "page", _("on their own page")
        DESK = "desk", _("told the front desk")
        STOP = "stop", _("answered STOP")
        START = "start", _("answered START")

    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="text_consents")
    number = models.CharField(max_length=20)
    agreed = models.BooleanField()
    how = models.CharField(max_length=10, choices=How)
    # Whoever wrote it down; nobody where a phone answered.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        app_label = "accounts"
        verbose_name = _("consent to text messages")
        verbose_name_plural = _("consents to text messages")
        default_permissions = ()
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.pk)
