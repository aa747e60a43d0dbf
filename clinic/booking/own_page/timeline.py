"""What happened, in the order of time: each source yields its items, and the page lays them into one line.

A room that adds something a patient should find again adds one function to SOURCES.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.booking import places
from clinic.booking.models import State
from clinic.booking.own_page.own_record import OwnForm, OwnRecord
from clinic.booking.views.mine import state_of
from clinic.languages import SOURCE
from clinic.site_settings.own_texts import in_language
from intake.questionnaire import NEW_PATIENT
from intake.record.consent_words import hash_in, risk_sheet_in
from intake.record.models import Consent, Source
from intake.review.models import Decision
from intake.treatment import note_words
from intake.treatment.models import TreatmentNote

Outcome = Decision.Outcome


class ItemKind(StrEnum):
    """What an item is about."""

    TOLD = "told"
    CHECK_IN = "check_in"
    DECIDED = "decided"
    CONSENTED = "consented"
    VISIT = "visit"

    @property
    def label(self) -> str:
        return str(_LABELS[self])


_LABELS = {
    ItemKind.TOLD: gettext_lazy("What you told us"),
    ItemKind.CHECK_IN: gettext_lazy("Check-in"),
    ItemKind.DECIDED: gettext_lazy("What was decided"),
    ItemKind.CONSENTED: gettext_lazy("What you agreed to"),
    ItemKind.VISIT: gettext_lazy("Visit"),
}


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened, or will. `words` is what a practitioner wrote, as it was written; `more` is a longer
    text below a title, such as the one that was agreed to.
    """

    at: datetime
    kind: ItemKind
    title: str
    lines: tuple[str, ...] = ()
    words: str = ""
    more_title: str = ""
    more: tuple[str, ...] = ()
    more_in: str = "en"
    url: str = ""
    url_words: str = ""

    @property
    def on(self) -> date:
        return timezone.localtime(self.at).date()


@dataclass(frozen=True)
class TimelineDay:
    """One day of the line with what happened on it."""

    on: date
    happened: tuple[TimelineItem, ...]

    @property
    def title(self) -> str:
        return formatting.day(self.on)


type_source = Callable[[OwnRecord], Iterable[TimelineItem]]


def days(record: OwnRecord) -> list[TimelineDay]:
    """Return the whole line, the latest day first; visits that are booked stand before today."""
    items = sorted((item for source in SOURCES for item in source(record)), key=lambda item: item.at, reverse=True)
    return [TimelineDay(on, tuple(group)) for on, group in groupby(items, key=lambda item: item.on)]


def _forms(record: OwnRecord) -> Iterator[TimelineItem]:
    """Every form as it stands now: readable without starting a change."""
    for form in record.forms:
        is_check_in = form.questionnaire.has_levels
        yield TimelineItem(
            at=form.sent_at,
            kind=ItemKind.CHECK_IN if is_check_in else ItemKind.TOLD,
            title=title_of(form),
            lines=tuple(_about_form(form)),
            url=reverse("booking:record_form", args=[form.ref]),
            url_words=_("Read what you told us"),
        )


def title_of(form: OwnForm) -> str:
    """Return what a patient calls the form."""
    return _("Your health form") if form.questionnaire is NEW_PATIENT else _(form.questionnaire.title)


def _about_form(form: OwnForm) -> Iterator[str]:
    intake, revision = form.answers.intake, form.answers.revision
    if revision > 1:
        yield ngettext(
            "You changed it %(n)d time since you first sent it.",
            "You changed it %(n)d times since you first sent it.",
            revision - 1,
        ) % {"n": revision - 1}
    if intake.source != Source.ONLINE:
        yield str(_HOW[Source(intake.source)])
    if form.answers.opened_at is None:
        yield _("No practitioner has read it yet.")


_HOW = {
    Source.PHONE: gettext_lazy("We filled it in with you by phone."),
    Source.PAPER: gettext_lazy("You filled it in on paper, and we typed it in."),
    Source.TABLET: gettext_lazy("You filled it in on our tablet."),
}


def _decisions(record: OwnRecord) -> Iterator[TimelineItem]:
    """What practitioners decided, in words for the patient; limits and reasons are between practitioners."""
    for decision in record.decisions:
        question = decision.question if decision.outcome == Outcome.MORE else ""
        yield TimelineItem(
            at=decision.at,
            kind=ItemKind.DECIDED,
            title=decided(record, decision),
            lines=(_("Decided by %(name)s.") % {"name": decision.by_name},),
            words="\n\n".join(part for part in (question, decision.patient_words) if part),
        )


def decided(record: OwnRecord, decision: Decision) -> str:
    """Return a decision in one sentence for the patient; one for needles that they had said no to allows none."""
    if decision.outcome in (Outcome.CLEAR, Outcome.LIMITS) and not record.consents_at(decision.at):
        return _("Your practitioner read your form. You do not want needles, so we use none.")
    sentences = {
        Outcome.CLEAR: _("Your practitioner read your form. Needles are possible."),
        Outcome.LIMITS: _("Your practitioner read your form. Needles are possible, with some care."),
        Outcome.MORE: _("Your practitioner asked you a question."),
        Outcome.DELAY: _("Your practitioner would like to wait before any needles."),
        Outcome.REFER: _("Your practitioner would like to talk with you before any treatment."),
    }
    sentence = sentences[Outcome(decision.outcome)]
    if decision.until and decision.outcome in (Outcome.CLEAR, Outcome.LIMITS):
        sentence += " " + _("This holds until %(day)s.") % {"day": formatting.day(decision.until)}
    elif decision.until and decision.outcome == Outcome.DELAY:
        sentence += " " + _("We look at it again on %(day)s.") % {"day": formatting.day(decision.until)}
    return sentence


def _consents(record: OwnRecord) -> Iterator[TimelineItem]:
    for consent in record.consents:
        yield TimelineItem(
            at=consent.at,
            kind=ItemKind.CONSENTED,
            title=_("You read the risks of acupuncture and agreed"),
            lines=tuple(signed(consent)),
            more_title=_("The text you agreed to"),
            more_in=consent.language,
            more=risk_sheet_in(consent.language) if consent.text_hash == hash_in(consent.language) else (),
        )


def signed(consent: Consent) -> Iterator[str]:
    """Yield who signed, and which text it was."""
    if consent.signed_name:
        yield _("Signed as %(name)s.") % {"name": consent.signed_name}
    if consent.guardian_name:
        yield _("Signed by a parent or guardian: %(name)s.") % {"name": consent.guardian_name}
    yield _("Version %(version)s of the text.") % {"version": consent.text_version}


def _replies(record: OwnRecord) -> Iterator[TimelineItem]:
    for reply in record.replies:
        title = _("You answered your practitioner’s question")
        yield TimelineItem(at=reply.at, kind=ItemKind.TOLD, title=title, words=reply.text)


def _consent_changes(record: OwnRecord) -> Iterator[TimelineItem]:
    for change in record.consent_changes:
        title = _("You agreed to needles again") if change.is_given else _("You withdrew your consent to needles")
        lines = (_("Written down by %(name)s.") % {"name": change.by_name},)
        yield TimelineItem(at=change.at, kind=ItemKind.CONSENTED, title=title, lines=lines)


def _done(note: TreatmentNote) -> Iterator[str]:
    """Yield what a note says was done and advised; limits are between practitioners."""
    for label, words in note_words.rows_for_the_patient(note.content):
        yield f"{label}: {words}"
    for added in note.addenda.all():
        yield _("Added by %(name)s: %(words)s") % {"name": added.by_name, "words": added.text}


def _visits(record: OwnRecord) -> Iterator[TimelineItem]:
    for visit in record.visits:
        if visit.state == State.MOVED:
            continue  # the visit it became stands there with its own time
        place, clock = places.of_room(visit.room), formatting.clock(visit.starts_at, zone=places.zone_of(visit.room))
        beside = formatting.visit_beside(
            minutes=visit.length, with_name=visit.practitioner.user.name, place=place.name if place else ""
        )
        note = record.notes.get(visit.ref)
        yield TimelineItem(
            at=visit.starts_at,
            kind=ItemKind.VISIT,
            title=f"{clock}: {in_language(visit.visit_type.name)}",
            lines=(f"{beside}. {state_of(visit)}.",),
            more_title=_("What was done") if note else "",
            more=tuple(_done(note)) if note else (),
            more_in=get_language() or SOURCE.code,
            url=reverse("booking:visit", args=[visit.ref]),
            url_words=_("About this visit"),
        )


# What the line is made of.
SOURCES: tuple[type_source, ...] = (_forms, _decisions, _replies, _consents, _consent_changes, _visits)
