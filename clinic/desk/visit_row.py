"""One visit as the desk reads it: who, when, where it stands, whether the patient is ready, and what can be done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import formatting
from clinic.booking import places, transitions
from clinic.booking.models import Appointment, State
from clinic.booking.querysets import AHEAD, HERE, AppointmentQuerySet
from clinic.desk import form_states
from clinic.desk.person_facts import facts_of, is_minor
from clinic.desk.standing_words import BADGES, IN, NOT_READ_SAY, UPDATE_DUE, UPDATE_SAY
from intake.questionnaire.dates import age_on
from intake.review import standing
from intake.review.standing import Standing, Word

# How a block looks on the board (desk.css); the word beside it says the same.
SHAPES = {
    State.BOOKED: "booked",
    State.CONFIRMED: "booked",
    State.ARRIVED: "arrived",
    State.WITH: "arrived",
    State.COMPLETED: "done",
    State.NO_SHOW: "missed",
    State.CANCELLED: "cancelled",
}
# Deed → what its button says. Which of them a visit has depends on its state and on the clock.
ACTIONS: dict[str, Any] = {
    "arrive": gettext_lazy("Arrived"),
    "start": gettext_lazy("Start"),
    "complete": gettext_lazy("Complete"),
    "confirm": gettext_lazy("Confirm"),
    "no_show": gettext_lazy("No-show"),
    "undo_arrival": gettext_lazy("Undo arrival"),
    "undo_no_show": gettext_lazy("Undo no-show"),
}
_LATE = timedelta(minutes=10)
_STATES = dict(State.choices)


@dataclass
class VisitRow:
    """One visit on the desk."""

    visit: Appointment
    standing: Standing
    on: date
    at: datetime
    # What the button of its treatment note says, on a practitioner's own day.
    note: Any = ""

    @cached_property
    def url(self) -> str:
        """The page of the visit; its deeds stand below it. Asked of the resolver once: a day has many."""
        return f"{_visits()}{self.visit.ref}/"

    @cached_property
    def day(self) -> date:
        """The day of the visit in the clinic's zone."""
        return timezone.localtime(self.visit.starts_at).date()

    @cached_property
    def name(self) -> str:
        return self.visit.patient.called

    @cached_property
    def time(self) -> str:
        return formatting.clock(self.visit.starts_at)

    @cached_property
    def until(self) -> str:
        return formatting.clock(self.visit.ends_at)

    @cached_property
    def room(self) -> str:
        """The room, its place where there are several, and the time there if it is another; empty for a call."""
        return places.room_and_clock(self.visit.room, self.visit.starts_at)

    @cached_property
    def shape(self) -> str:
        if self.visit.state in AHEAD and not self.is_ready:
            return "held"
        return SHAPES.get(State(self.visit.state), "cancelled")

    @cached_property
    def status(self) -> str:
        """Where it stands, and that somebody is late."""
        word = str(_STATES[self.visit.state])
        if self.visit.state in AHEAD and self.is_today and self.visit.starts_at + _LATE < self.at:
            return _("%(state)s, late") % {"state": word}
        return word

    @cached_property
    def word(self) -> Word:
        """The word for this very visit."""
        return self.standing.word_for(self.visit.starts_at, needling=self.visit.visit_type.needling, at=self.at)

    @cached_property
    def wants_update(self) -> bool:
        """Say whether the form that is missing is the short one before every visit with needles."""
        is_due = self.standing.asks_for_update(self.visit.starts_at, at=self.at)
        return self.word is Word.FORM_MISSING and is_due and self.shows_word

    @cached_property
    def ended(self) -> str:
        """Why the person is no longer a patient, in words that stand before everything else; empty if they are one."""
        if not self.visit.patient.ended_why:
            return ""
        return _("No longer a patient: %(why)s") % {"why": self.visit.patient.get_ended_why_display()}

    @cached_property
    def is_ready(self) -> bool:
        return self.word is Word.READY and not self.ended

    @property
    def label(self) -> str:
        """The word as the front desk reads it."""
        if self.ended:
            return self.ended
        if self.word is self.standing.word:
            return self.standing.label
        return str(UPDATE_DUE) if self.wants_update else self.word.label

    @property
    def own_label(self) -> str:
        """The word as a practitioner reads it."""
        if self.ended:
            return self.ended
        return self.standing.own_label if self.word is self.standing.word else self.label

    @cached_property
    def badge(self) -> str:
        """The shape of the word. Green is for what a practitioner has read, and nothing else."""
        if self.ended:
            return BADGES[Word.WAITING]
        return IN if self.is_ready and self.standing.unread else BADGES[self.word]

    @cached_property
    def is_unread(self) -> bool:
        """Say whether needles are booked on a form that no practitioner has read."""
        return self.standing.unread and self.visit.visit_type.needling and self.shows_word and not self.ended

    @property
    def say(self) -> str:
        """What to say on the phone; nothing about somebody who is no longer a patient."""
        if self.ended:
            return ""
        if self.is_ready:
            return str(NOT_READ_SAY) if self.is_unread else Word.READY.say
        if self.word is self.standing.word:
            return self.standing.say
        return str(UPDATE_SAY) if self.wants_update else self.word.say

    @property
    def say_in_the_list(self) -> str:
        """The same, where there is something to say beyond a welcome."""
        return self.say if self.is_unread or (self.is_ahead and not self.is_ready) else ""

    @cached_property
    def limit_words(self) -> list[str]:
        """The limits in words, for practitioners only; the desk may know that there are some."""
        return self.standing.limit_words if self.shows_word else []

    @property
    def shows_word(self) -> bool:
        """Whoever has been treated or does not come needs no word any more."""
        return self.visit.state in (*AHEAD, *HERE)

    @cached_property
    def form(self) -> str:
        return str(form_states.WORDS[form_states.state_of(self.visit)])

    @property
    def wants_form(self) -> bool:
        """Whether whoever comes has still to fill one in: here, on a tablet, is one way."""
        if self.ended:
            return False
        filled = (form_states.DONE, form_states.TO_ACCEPT)
        return self.wants_update or (self.shows_word and form_states.state_of(self.visit) not in filled)

    @property
    def is_today(self) -> bool:
        return self.day == self.on

    @property
    def is_ahead(self) -> bool:
        return self.visit.state in AHEAD

    @cached_property
    def languages(self) -> list[str]:
        """What is to be known of the patient's language."""
        return facts_of(self.visit.patient)

    @cached_property
    def minor(self) -> bool:
        """Whether a parent or guardian has to come along."""
        return is_minor(self.visit.patient, on=self.day) and not self.standing.consents_alone

    @property
    def age(self) -> int:
        """How old the patient is on the day of the visit."""
        return age_on(self.visit.patient.date_of_birth, self.day)

    @cached_property
    def primary_action(self) -> tuple[str, Any] | None:
        """What is most likely done next, as deed and word; None when nothing is left to do."""
        deeds = self.deeds
        first = deeds[0] if deeds else None
        return None if first and first[0] == "confirm" else first

    @cached_property
    def deeds(self) -> list[tuple[str, Any]]:
        """Every deed of one click that this visit allows now, the likeliest first."""
        state, begun = State(self.visit.state), self.visit.starts_at <= self.at
        if state in AHEAD and self.ended:
            names = []  # it is canceled, or they are a patient again
        elif state in AHEAD:
            names = ["arrive"] if self.is_today else []
            names += ["no_show"] if begun else []
            names += ["confirm"] if state == State.BOOKED and not begun else []
        elif state == State.ARRIVED:
            names = ["start", "complete", "undo_arrival"]
        elif state == State.WITH:
            names = ["complete"]
        else:
            names = ["undo_no_show"] if state == State.NO_SHOW else []
        return [(name, ACTIONS[name]) for name in names]

    @property
    def may_move(self) -> bool:
        return transitions.may(self.visit.state, State.MOVED) and not self.ended

    @property
    def may_cancel(self) -> bool:
        return transitions.may(self.visit.state, State.CANCELLED)

    @property
    def may_be_error(self) -> bool:
        return transitions.may(self.visit.state, State.IN_ERROR)


@cache
def _visits() -> str:
    return reverse("desk:visit", args=["X"]).removesuffix("X/")


def visit_rows(visits: AppointmentQuerySet, *, on: date, at: datetime, most: int | None = None) -> list[VisitRow]:
    """Return the lines of visits: one query for them with their forms, a few for where the patients stand."""
    listed_visits = list(form_states.with_forms(visits.with_people(), on=on)[:most])
    standings = standing.of({visit.patient_id for visit in listed_visits}, on=on, at=at)
    return [VisitRow(visit, standings[visit.patient_id], on, at) for visit in listed_visits]
