"""Where a person stands, as one value: a word, and what it means for a visit. `intake.review.standing` makes it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.review.models import Decision


class Word(StrEnum):
    """What the desk may know, in five words."""

    READY = "ready"
    FORM_MISSING = "form_missing"
    WAITING = "waiting"
    CONSULTATION_ONLY = "consultation_only"
    CALL = "call"

    @property
    def label(self) -> str:
        return str(_LABELS[self])

    @property
    def say(self) -> str:
        """What to say on the phone."""
        return str(_SAY[self])


_LABELS = {
    Word.READY: _("Ready"),
    Word.FORM_MISSING: _("Form missing"),
    Word.WAITING: _("Waiting for practitioner"),
    Word.CONSULTATION_ONLY: _("Consultation only"),
    Word.CALL: _("Call patient"),
}
_SAY = {
    Word.READY: _("Your form is complete. We look forward to seeing you."),
    Word.FORM_MISSING: _("Please fill in your form before the visit. I can send you the link or help you now."),
    Word.WAITING: _(
        "A practitioner must finish with your form before a treatment. We can book a consultation or a call."
    ),
    Word.CONSULTATION_ONLY: _("The practitioner has written to you. We can book a consultation or a call."),
    Word.CALL: _("Please hold. I am getting a practitioner on the line for you now."),
}
# Consent that is withdrawn, as the front desk may read it, without the reason, and as a practitioner does.
_NO_NEEDLES = _("No needles")
_NO_NEEDLES_SAY = _("We can book a consultation or a call. Your practitioner will talk with you about needles.")
_WITHDRAWN = _("No needles: consent withdrawn")
# A signature that is waited for tells nothing of anybody's health.
_GUARDIAN = _("Guardian’s signature missing")
_GUARDIAN_SAY = _(
    "A parent or guardian needs to sign before a treatment, here or on your visits page. We can book a consultation or "
    "a call."
)
# So long before a visit with needles what has changed since the last one can be told, and is asked for.
UPDATE_OPENS = timedelta(days=3)
# Reasons that are asked for by themselves.
UPDATE = "update"
TWIN = "twin"
# Limits that have run out.
LAPSED = "lapsed"
# Under 18, and no parent or guardian has signed.
GUARDIAN = "guardian"


class LastDecision(NamedTuple):
    """What a practitioner decided last about the person."""

    pk: int
    outcome: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """Where a person stands with us on a day. Limits and reasons are for practitioners only."""

    word: Word
    until: date | None = None
    limits: tuple[str, ...] = ()
    decision: LastDecision | None = None
    # A form that was sent and that no practitioner has opened.
    unread: bool = False
    reasons: tuple[str, ...] = ()
    # What a practitioner wrote beside the limits in force: which limb, which points.
    limit_notes: tuple[str, ...] = ()
    # The last day for which the newest full form is young enough.
    form_until: date | None = None
    # The last day on which a decision to treat that is in force holds.
    clear_until: date | None = None
    # The day until which a practitioner decided to wait.
    delayed_until: date | None = None
    # Whether the current risk sheet is signed. It keeps nobody from booking: it is asked before the needles.
    has_signed_risks: bool = False
    # Whether this is a minor who may consent alone: no parent or guardian signs or comes along.
    consents_alone: bool = False
    # The keys of the person's records: whoever has asked need not walk the links again.
    records: frozenset[int] = frozenset()

    @property
    def label(self) -> str:
        """The word as the front desk reads it: it need not know why there are no needles."""
        if self.waits_for_guardian:
            return str(_GUARDIAN)
        return str(_NO_NEEDLES) if self.says_no_needles else self.word.label

    @property
    def own_label(self) -> str:
        """The word as a practitioner reads it."""
        if self.waits_for_guardian:
            return str(_GUARDIAN)
        return str(_WITHDRAWN) if self.is_withdrawn and self.word is not Word.CALL else self.word.label

    @property
    def says_no_needles(self) -> bool:
        """Whether it is the patient who wants no needles: nobody waits for a practitioner's decision."""
        return self.is_withdrawn and self.word is Word.WAITING

    @property
    def say(self) -> str:
        """What the desk says on the phone."""
        if self.waits_for_guardian:
            return str(_GUARDIAN_SAY)
        return str(_NO_NEEDLES_SAY) if self.says_no_needles else self.word.say

    @property
    def wants_update(self) -> bool:
        """Whether nothing was sent since the last needles here: before the next ones an update is asked for.

        Nobody is kept from booking by it: it cannot be filled in long before the visit.
        """
        return UPDATE in self.reasons

    @property
    def is_delayed(self) -> bool:
        """Whether a practitioner decided to wait until a day that is still to come."""
        return "delay" in self.reasons

    @property
    def is_withdrawn(self) -> bool:
        """Whether consent to needles is withdrawn."""
        return "consent" in self.reasons

    @property
    def needs_guardian(self) -> bool:
        """Whether a signature of a parent or guardian is all that is waited for, or one of several things."""
        return GUARDIAN in self.reasons

    @property
    def waits_for_guardian(self) -> bool:
        """Whether that signature is all that is waited for: no practitioner can decide it."""
        return self.word is Word.WAITING and not set(self.reasons) - {GUARDIAN, UPDATE}

    @property
    def has_twin(self) -> bool:
        """Whether another record that may be the same person's keeps them waiting."""
        return TWIN in self.reasons

    def asks_for_update(self, starts_at: datetime, *, at: datetime) -> bool:
        """Whether, for a visit with needles that begins then, the update is due now."""
        is_due = self.wants_update and starts_at - at <= UPDATE_OPENS
        return self.word is Word.READY and is_due and not self.is_form_old(starts_at)

    def is_form_old(self, starts_at: datetime) -> bool:
        """Whether the form that counts today is too old on the day of a visit. It can be booked; a new form is due."""
        return self.form_until is not None and timezone.localtime(starts_at).date() > self.form_until

    def word_for(self, starts_at: datetime, *, needling: bool, at: datetime) -> Word:
        """Return the word for one visit: where needles are planned, a decision that ends before the day waits for a
        practitioner again; an update that is due, or a form too old for the day, is a form that is missing.
        """
        if not needling or self.word is not Word.READY:
            return self.word
        if not self.allows_needles(timezone.localtime(starts_at).date()):
            return Word.WAITING
        is_missing = self.is_form_old(starts_at) or self.asks_for_update(starts_at, at=at)
        return Word.FORM_MISSING if is_missing else Word.READY

    def is_unsure(self, starts_at: datetime, *, needling: bool, at: datetime) -> bool:
        """Whether a practitioner has something to say before that visit can take place: nobody says it will."""
        word = self.word_for(starts_at, needling=needling, at=at)
        return word is Word.CALL or (needling and word in (Word.CONSULTATION_ONLY, Word.WAITING))

    def ends_needles(self, starts_at: datetime) -> bool:
        """Whether a visit with needles that begins then cannot take place as it was decided: referred, consent
        withdrawn, no signature of a minor's guardian, delayed until a later day, or cleared until an earlier one.
        Somebody who has to be called is called first.
        """
        if self.word is Word.CALL:
            return False
        if self.is_withdrawn or self.needs_guardian or not {"refer", LAPSED}.isdisjoint(self.reasons):
            return True
        day = timezone.localtime(starts_at).date()
        is_too_early = self.delayed_until is not None and day < self.delayed_until
        return is_too_early or (self.clear_until is not None and self.clear_until < day)

    def may_move(self, *, needling: bool) -> bool:
        """Whether there may be another day on which a visit that is booked could take place."""
        return self.word not in (Word.CONSULTATION_ONLY, Word.WAITING) if needling else True

    @property
    def limit_words(self) -> list[str]:
        """The limits in words, the practitioner's own last; a code nobody knows any more is shown as it stands, never
        dropped.
        """
        labels = dict(Decision.Limit.choices)
        return [*(str(labels.get(code, code)) for code in self.limits), *self.limit_notes]

    def allows_needles(self, day: date) -> bool:
        """Say whether a visit with needles may be booked for a day; a decision that ends before it does not."""
        return self.word is Word.READY and (self.until is None or day <= self.until)

    @property
    def allows_consultation(self) -> bool:
        """Say whether a consultation or a phone review may be booked."""
        return self.word is not Word.CALL
