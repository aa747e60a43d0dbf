"""Who is looking at a form: from where, for whom, and what they may see and do. Made once, at the door (views.doors).

Somebody signed in with their mailbox, a stranger in the browser that began the form, a member of staff who types for a
person, or whoever holds the tablet the desk handed over: every page asks the viewer and never the request.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.accounts.acting import current_user
from clinic.accounts.identity import IDENTITY
from clinic.accounts.models import User
from intake.pages import begun_here, helped, proxy_entry
from intake.pages.forms import is_filled, reads
from intake.pages.tablet import session as tablet_session
from intake.pages.tablet.models import HandOver
from intake.questionnaire import Answer, Question, Questionnaire
from intake.record.models import Answers, Intake
from intake.screening import Finding, Reading, opened_by_text


class Channel(StrEnum):
    """From where somebody looks."""

    MAILBOX = "mailbox"
    BROWSER = "browser"
    DESK = "desk"
    TABLET = "tablet"


@dataclass(frozen=True, slots=True)
class Visibility:
    """Which answers of a form are not for these eyes: those kept back, and private ones where somebody helps."""

    kept_back: frozenset[str] = frozenset()
    is_helped: bool = False
    # Of those kept back the private ones that stood while somebody helped.
    before_help: frozenset[str] = frozenset()

    def hides_private(self, question: Question) -> bool:
        """Whether only clinicians may read the answer, and somebody fills the form in for the patient."""
        return self.is_helped and question.private

    def instead_of(self, question: Question) -> str:
        """Return what stands in place of an answer that was given and is not shown; nothing where it may be seen."""
        if question.code in self.before_help or self.hides_private(question):
            return _("Answered. Only clinicians can see it.")
        if question.code in self.kept_back:
            return _("You answered this before. We saved the answer and don’t show it on this tablet.")
        return ""

    def in_sight(self, findings: Iterable[Finding]) -> list[Finding]:
        """Leave out the findings that come of answers kept back alone."""
        return [finding for finding in findings if not self.kept_back or set(finding.because) - self.kept_back]

    def may_be_told(self, findings: Iterable[Finding]) -> list[Finding]:
        """Leave out what would hint at a private answer to somebody who fills the form in for the patient."""
        return [finding for finding in findings if not (self.is_helped and finding.private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who is looking, and from where.

    `user` is whoever is signed in, `begun_here` the drafts this browser began, `on_behalf` the form a member of staff
    fills in for somebody and `leave_to` where they go afterwards, `hand_over` the tablet's form.
    """

    channel: Channel
    user: User | None = None
    begun_here: tuple[str, ...] = ()
    on_behalf: str = ""
    leave_to: str = ""
    hand_over: HandOver | None = None

    @property
    def is_staff(self) -> bool:
        return self.channel is Channel.DESK

    @property
    def is_on_tablet(self) -> bool:
        return self.channel is Channel.TABLET

    def may_open(self, way: str = "") -> Q:
        """Return which forms open, asked of forms or of what belongs to them; `way` leads to the form.

        Their own once signed in, as long as the person is on that mailbox, or a draft begun in this very browser. A
        draft whose email is confirmed opens for that mailbox alone. Staff open forms in the admin only, but for the one
        they are filling in, until it is sent. A tablet opens what was handed over, until it is sent or given back.
        """
        unsent: dict[str, object] = {"submitted_at": None, "expired_at": None}
        match self.channel:
            case Channel.DESK:
                mine = {"ref": self.on_behalf, "entered_by": self.user}
                return _all(unsent | mine, way) if self.on_behalf else Q(pk__in=[])
            case Channel.TABLET:
                key = self.hand_over.pk if self.hand_over else 0
                handed = {"hand_overs": key, "hand_overs__opened_at__isnull": False, "hand_overs__ended_at": None}
                return _all(unsent | handed, way)
        begun = {"ref__in": self.begun_here, "email_confirmed_at": None, "accepted_at": None, "expired_at": None}
        return _all(begun, way) | (self._on_mailbox(way) if self.user else Q())

    def _on_mailbox(self, way: str) -> Q:
        """The forms of this mailbox, without those of somebody who is on another one by now."""
        condition = _all({"user": self.user}, way)
        for whose in ("patient", "meant_for"):
            condition &= Q(**{f"{way}{whose}": None}) | Q(**{f"{way}{whose}__user": self.user})
        return condition

    def of_form(self, intake: Intake) -> "FormViewer":
        """Return the same person, looking at a form they may open."""
        attributes = {item.name: getattr(self, item.name) for item in fields(Viewer)}
        return FormViewer(intake=intake, **attributes)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormViewer(Viewer):
    """Who is looking at which form, for whom, and what they may see and do there."""

    intake: Intake

    @property
    def questionnaire(self) -> Questionnaire:
        """What the form asks."""
        return self.intake.definition

    @property
    def is_known_here(self) -> bool:
        """Whether the clinic knows who the person is: their mailbox needs no code."""
        return bool(self.intake.entered_by_id) or self.is_on_tablet

    @property
    def types_for_patient(self) -> bool:
        """Whether a member of staff enters this form for the person."""
        return bool(self.intake.entered_by_id) and self.is_staff

    @property
    def may_confirm_mailbox(self) -> bool:
        """Whether a code may still make the form theirs on any device."""
        return not self.intake.is_confirmed and not self.is_known_here

    @property
    def has_to_confirm_mailbox(self) -> bool:
        """Whether the form cannot be sent before its mailbox is confirmed."""
        return bool(self.intake.email) and self.may_confirm_mailbox

    def sees(self, answers: Answers, valid: Mapping[str, Answer]) -> Visibility:
        """Return which of the answers these eyes may see; `valid` are the right ones among them."""
        return Visibility(self.kept_back(answers), is_helped(valid), helped.told_before(answers))

    def kept_back(self, answers: Answers) -> frozenset[str]:
        """Return the questions whose answers a tablet keeps to itself, and private ones told while somebody helped."""
        on_tablet = told_before(self.hand_over, answers) if self.hand_over else frozenset[str]()
        return on_tablet | helped.told_before(answers)

    def unreadable(self, answers: Answers) -> frozenset[str]:
        """Return the questions that have an answer these eyes may not read: no page may say whether a guess is it."""
        raw, private = answers.raw, frozenset[str]()
        if helped.is_by_somebody_else(raw):
            private = frozenset(
                q.code for q in self.questionnaire.questions if q.private and is_filled(raw.get(q.code))
            )
        return self.kept_back(answers) | private

    def in_sight(self, answers: Answers, reading: Reading) -> Reading:
        """Return the way these eyes are led: without the questions that only an answer they may not read has opened and
        that are not open. That a screen is there at all would tell the answer.
        """
        telling = opened_by(self.questionnaire, self.unreadable(answers))
        return replace(reading, shown=reading.shown - (telling - reading.still_open))


def opened_by(questionnaire: Questionnaire, hidden: frozenset[str]) -> frozenset[str]:
    """Return the questions that one of these answers, or a word recognised in its text, may have opened."""
    by_text = {q.code for q in questionnaire.questions if q.scanned} & hidden
    of_text = opened_by_text(questionnaire) if by_text else frozenset()
    return frozenset(q.code for q in questionnaire.questions if q.code in of_text or reads(q) & hidden)


def viewer_of(request: HttpRequest) -> Viewer:
    """Return who is looking. One query where a tablet was handed over, none otherwise."""
    user, key = current_user(request), tablet_session.key(request)
    if user is not None:
        channel = Channel.DESK if user.is_staff else Channel.MAILBOX
    else:
        channel = Channel.TABLET if key else Channel.BROWSER
    handed = HandOver.objects.select_related("intake", "made_by").filter(pk=key).first() if key else None
    return Viewer(
        channel=channel,
        user=user,
        begun_here=begun_here.refs(request, at=timezone.now()),
        on_behalf=proxy_entry.open_ref(request),
        leave_to=proxy_entry.way_back(request),
        hand_over=handed,
    )


def is_helped(valid: Mapping[str, Answer]) -> bool:
    """Whether somebody fills the form in for the patient, as its right answers say."""
    return valid.get("form_filler", "self") != "self"


def told_before(hand_over: HandOver, answers: Answers) -> frozenset[str]:
    """Return the questions that were answered before the tablet was handed over.

    The desk makes the code and knows the birth date: whoever opens the form anew sees nothing that was told before.
    Who the person is stands on the desk's own page and is shown.
    """
    if hand_over.opened_at is None:
        return frozenset()
    first = answers.intake.definition.main_screens[0].questions
    identity_codes = {question.code for question in first} if any(question.identity for question in first) else set()
    given_here = {
        code
        for entry in answers.document.get("history", [])
        if datetime.fromisoformat(entry["at"]) >= hand_over.opened_at
        for code in entry["was"]
    }
    answered = {code for code, value in answers.raw.items() if is_filled(value)}
    return frozenset(answered - given_here - identity_codes - set(IDENTITY))


def _all(wanted: Mapping[str, object], way: str) -> Q:
    return Q(*((f"{way}{name}", value) for name, value in wanted.items()))
