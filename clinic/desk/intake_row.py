"""What the front desk sees of a form: who, when, how far, and one of five words. Nothing somebody answered."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.patient_search import PatientQuery
from clinic.accounts.querysets import normal_email
from clinic.accounts.spelling import words_of
from clinic.characters import clean_line, fold
from clinic.contact import digits_of
from clinic.desk.person_facts import facts_of
from clinic.desk.standing_words import badge_of, say_of
from clinic.prefixes import begins
from clinic.text import collapse
from intake.record.alike import forms_alike
from intake.record.models import FormIdentity, Intake
from intake.record.querysets import NAME_START, IntakeQuerySet
from intake.review import standing
from intake.review.models import NOBODYS, Alert
from intake.review.standing import Standing, Word

SHOWN_FOR = timedelta(days=30)
PAGE = 50
_MOST_SEARCHED = 500
_COLUMNS = (
    *("ref", "reference", "full_name", "date_of_birth", "phone", "interpreter", "language", "source"),
    *("started_at", "saved_at"),
    *(
        "submitted_at",
        "accepted_at",
        "expired_at",
        "email_confirmed_at",
        "email",
        "patient_id",
        "meant_for_id",
        "place",
    ),
)

STARTED, SENT, ACCEPTED, LAPSED = "started", "sent", "accepted", "lapsed"
STATUS_WORDS = {
    STARTED: _("Started"),
    SENT: _("To confirm by phone"),
    ACCEPTED: _("Accepted"),
    LAPSED: _("Expired"),
}


@dataclass(frozen=True)
class IntakeRow:
    """One form on the desk, and where its person stands."""

    form: Intake
    standing: Standing
    # How many more open calls came from the same place, of forms that nobody has confirmed either.
    more: int = 0

    @property
    def word(self) -> Word:
        return self.standing.word

    @property
    def status(self) -> str:
        if self.form.accepted_at:
            return ACCEPTED
        if self.form.submitted_at:
            return SENT
        return LAPSED if self.form.expired_at else STARTED

    @property
    def status_word(self) -> Any:
        return STATUS_WORDS[self.status]

    @property
    def when(self) -> str:
        return formatting.moment(self.form.submitted_at or self.form.started_at)

    @property
    def languages(self) -> list[str]:
        """What is to be known of the language of whoever filled it in."""
        return facts_of(self.form)

    @property
    def badge(self) -> str:
        return badge_of(self.standing)

    @property
    def say(self) -> str:
        if self.waits_for_a_word and not self.is_call:
            return gettext("We have your form. May I check your name and birth date?")
        return say_of(self.standing)

    @property
    def is_call(self) -> bool:
        return self.word is Word.CALL

    @property
    def waits_for_a_word(self) -> bool:
        """Sent, and nobody has shown that the mailbox is theirs: the desk calls and accepts."""
        return self.status == SENT


@dataclass(frozen=True)
class IntakeRowsPage:
    """One page of the list of forms."""

    lines: list[IntakeRow]
    number: int
    has_more: bool

    @property
    def previous_url(self) -> str:
        return f"?page={self.number - 1}" if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return f"?page={self.number + 1}" if self.has_more else ""

    @property
    def text(self) -> str:
        return gettext("Page %(n)d") % {"n": self.number}


def page(*, number: int, words: str = "", on: date, at: datetime) -> IntakeRowsPage:
    """Return a page of the forms of the last 30 days, and of older ones that still wait for somebody, newest first.

    With words: every form of a reference, or of a name that begins so; by one or two letters those of the last weeks.
    Drafts that name nobody say nothing: not shown.
    """
    first = (number - 1) * PAGE
    rows = _searched(words, first, since=at - SHOWN_FOR) if words else _recent(first, since=at - SHOWN_FOR)
    return IntakeRowsPage(_lines(rows[:PAGE], on=on, at=at), number, has_more=len(rows) > PAGE)


def _recent(first: int, *, since: datetime) -> list[Intake]:
    """Return the forms of a page and one more: those of the last weeks, then the older ones that wait.

    However old: what waits for the desk's call or a practitioner's never drops off the list. Each part is a walk
    along its own index, and the older part is asked for only where the newer one ends.
    """
    alerted = _alerted()
    newer = _of_somebody(Intake.objects.filter(saved_at__gte=since), alerted)
    rows = list(_in_order(newer)[first : first + PAGE + 1])
    if len(rows) > PAGE:
        return rows
    before = first + len(rows) if rows or not first else newer.count()
    begin, end = max(0, first - before), max(0, first - before) + PAGE + 1 - len(rows)
    older = Intake.objects.filter(saved_at__lt=since)
    return rows + _waiting(older, alerted, most=end)[begin:end]


def _searched(words: str, first: int, *, since: datetime) -> list[Intake]:
    """Return the forms of a page and one more: of a reference, else of a name, each by its own index."""
    words, alerted = collapse(clean_line(words))[:100], _alerted()
    named = Intake.objects.filter(reference=words.upper())
    if not first and (rows := list(_in_order(_of_somebody(named, alerted)))):
        return rows
    lately = Intake.objects.filter(saved_at__gte=since, full_name__istartswith=words)
    called = Intake.objects.named(words) if len(words) >= NAME_START else lately
    rows = list(_in_order(_of_somebody(called, alerted))[first : first + PAGE + 1])
    if rows or first or not fold(words):
        return rows
    # Spelled in another way, or typed over since: as folded, by an index of its own.
    identities = FormIdentity.objects.filter(begins("folded_name", fold(words)))
    spelled = Intake.objects.filter(pk__in=identities.values("intake"))
    # Typed in another order, or with more of the name than the form has.
    for forms in (spelled, Intake.objects.filter(pk__in=forms_alike(words))):
        if rows := list(_in_order(_of_somebody(forms, alerted))[: PAGE + 1]):
            return rows
    return []


def _in_order(forms: IntakeQuerySet) -> IntakeQuerySet:
    return forms.only(*_COLUMNS).order_by("-saved_at", "-id")


def _of_somebody(forms: IntakeQuerySet, alerted: Collection[int]) -> IntakeQuerySet:
    """Leave out drafts that name nobody, unless somebody has to be called for one."""
    return forms.exclude(~Q(pk__in=alerted), full_name="", submitted_at=None)


def _alerted() -> dict[int, bool]:
    """Return the forms with an open emergency, by the index of open alerts; whether each is about nobody we know."""
    visits = Alert.objects.filter(closed_at=None).values_list("intake_id", "case__visit_at")
    return {intake: visit_at == NOBODYS for intake, visit_at in visits}


def _to_accept(forms: IntakeQuerySet) -> IntakeQuerySet:
    return forms.filter(submitted_at__isnull=False, accepted_at=None)


def _waiting(forms: IntakeQuerySet, alerted: Collection[int], *, most: int) -> list[Intake]:
    """Return the forms among these that wait for somebody's call, the newest first: an emergency, or one to accept.

    Two narrow questions: one condition with OR reads every form there is.
    """
    queries = (_to_accept(forms), forms.filter(pk__in=alerted))
    by_key = {form.pk: form for rows in queries for form in _in_order(rows)[:most]}
    return sorted(by_key.values(), key=lambda form: (form.saved_at, form.pk), reverse=True)[:most]


def urgent(*, on: date, at: datetime) -> list[IntakeRow]:
    """Return the forms that wait for somebody's call: every emergency, and a page of those to accept."""
    alerted = _alerted()
    forms = Intake.objects.all()
    by_key = {
        form.pk: form for form in (*_in_order(forms.filter(pk__in=alerted)), *_in_order(_to_accept(forms))[:PAGE])
    }
    newest = sorted(by_key.values(), key=lambda form: (form.saved_at, form.pk), reverse=True)
    return _gathered(_lines(newest, on=on, at=at), alerted)


def calls(*, on: date, at: datetime) -> list[IntakeRow]:
    """Return the forms with an open emergency: whoever has to be called has one."""
    alerted = _alerted()
    return _gathered(_lines(_in_order(Intake.objects.filter(pk__in=alerted)), on=on, at=at), alerted)


def _gathered(lines: list[IntakeRow], alerted: Mapping[int, bool]) -> list[IntakeRow]:
    """Put whom we know first, and make one line of the calls of one place that nobody has confirmed.

    A machine can make such forms in any number; the list of forms shows each.
    """
    own_lines: list[IntakeRow] = []
    places: dict[str, list[IntakeRow]] = {}
    for line in lines:
        nobodys = alerted.get(line.form.pk, False) and line.form.is_nobodys
        (places.setdefault(line.form.place, []) if nobodys else own_lines).append(line)
    return own_lines + [replace(first, more=len(rest)) for first, *rest in places.values()]


def to_accept() -> IntakeQuerySet:
    """Return the forms that were sent by somebody who has not shown that the mailbox is theirs."""
    return _to_accept(Intake.objects.all())


def to_confirm(asked: PatientQuery) -> list[Intake]:
    """Return the sent forms that wait for a call and are meant by what was typed into the box, the newest first.

    Whoever sent a form without an e-mail has no record yet: all that is known of them stands on the form. One query.
    """
    waiting = to_accept().only(*_COLUMNS).order_by("-saved_at", "-id")[:_MOST_SEARCHED]
    return [form for form in waiting if _is_meant(form, asked)][:PAGE]


def _is_meant(form: Intake, asked: PatientQuery) -> bool:
    names = words_of(form.full_name)
    by_name = bool(asked.words) and all(any(name.startswith(word) for name in names) for word in asked.words)
    by_day = form.date_of_birth in asked.born
    by_phone = bool(asked.phone) and asked.phone in digits_of(form.phone)
    return by_name or by_day or by_phone or (bool(asked.email) and normal_email(form.email) == asked.email)


def _lines(rows: Iterable[Intake], *, on: date, at: datetime) -> list[IntakeRow]:
    forms = list(rows)
    standings = standing.of_forms(forms, on=on, at=at)
    return [IntakeRow(form=form, standing=standings[form.pk]) for form in forms]
