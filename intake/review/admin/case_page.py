"""What the case page shows: flags first, each with the answer behind it; the answers folded; what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.questionnaire import QUESTIONNAIRES, VISIT_UPDATE
from intake.questionnaire.dates import age_on
from intake.record.answer_words import by_step
from intake.record.later import known_before
from intake.record.models import Answers, Intake
from intake.review import holding, outcomes, standing
from intake.review.admin import answered_in, case_about, case_head, glance, what_changed
from intake.review.admin.flag_cards import Card, Changed, card, folded, told_once
from intake.review.admin.forms import CallForm, DecisionForm, FlagForm, usual_end
from intake.review.admin.holding_choices import filled_in
from intake.review.admin.language_words import interpreter_of, language_of
from intake.review.case_reading import version_of
from intake.review.coming_back import is_left_waiting
from intake.review.deciding_again import case_to_decide, settled_last
from intake.review.decision_rules import why_not_only_read
from intake.review.models import Alert, Case, Decision, DoctorLetter, Flag, Opinion
from intake.review.one_person import records_of
from intake.review.services import case_version
from intake.review.standing_value import LAPSED
from intake.screening import Tier

# So many changes since the last form stand open; the others are folded.
FIRST = 4


@dataclass
class CasePage:
    """Everything on the case page but the forms."""

    case: Case
    answers: Answers
    version: str
    age: int | None
    cards: list[Card]
    repeated: list[Card]
    settled: list[Card]
    alerts: list[Alert]
    closed_alerts: list[Alert]
    steps: list[dict[str, Any]]
    decisions: list[Decision]
    filler: str
    came: str
    chip: case_head.Chip
    flags_in_words: str
    needs_decision: bool
    before: Answers | None
    differences: list[Changed]
    glance: glance.Glance
    standing: standing.Standing
    visit: str
    # What they read, and what an interpreter is wanted for; empty for none.
    language: str
    interpreter: str
    # The languages besides English in which it was answered, in words.
    answered_in: str
    letters: list[DoctorLetter]
    opinions: list[Opinion]
    # The case of the same person that is decided on instead of this closed one.
    newer: Case | None = None
    stale: list[Changed] = field(default_factory=list)
    # The limits that have run out and made the person wait.
    ran_out: str = ""
    # Of records that may be the same person's, where what stands there makes this one wait.
    twins: list[Case] = field(default_factory=list)

    @property
    def answers_version(self) -> str:
        """Which state of the answers is shown, as people read it."""
        return version_of(self.answers)

    @property
    def decision(self) -> Decision | None:
        """The newest decision on this case, once it is closed by one."""
        mine = (decision for decision in self.decisions if decision.case_id == self.case.pk)
        return next(mine, None) if self.case.state == Case.State.CLOSED else None

    @property
    def decided(self) -> str:
        return case_head.sentence(self.decision) if self.decision else ""

    @property
    def closed_words(self) -> str:
        """Who closed it, where nothing was decided on it."""
        if self.case.state != Case.State.CLOSED or self.decision:
            return ""
        return case_head.closed_unjudged(self.case.closed_by.get_full_name() if self.case.closed_by else "")

    @property
    def has_cautions(self) -> bool:
        """Whether an open flag is one to read before needles."""
        return any(each.flag.tier >= Tier.CAUTION for each in self.open_cards)

    @property
    def referred(self) -> str:
        """That the person was referred and nothing takes it back, where the case does not end with that itself."""
        if self.decision or "refer" not in self.standing.reasons:
            return ""
        last = self.standing.decision
        if last is not None and last.outcome == Decision.Outcome.REFER:
            return case_head.referral(last.by, last.at)
        earlier = next((row for row in self.decisions if row.outcome == Decision.Outcome.REFER), None)
        return case_head.referral(earlier.by_name, earlier.at) if earlier else ""

    @property
    def emergencies(self) -> list[Card]:
        """What the call is about, while one is due: it stands beside the number."""
        return [each for each in self.cards if each.is_told_above]

    @property
    def is_cleared(self) -> bool:
        return self.decision is not None and self.decision.outcome in case_head.CLEARED

    @property
    def limits(self) -> list[str]:
        """The limits that hold for this person today, whichever of their cases or records they were set on."""
        return self.standing.limit_words if self.case.patient_id else []

    @property
    def is_withdrawn(self) -> bool:
        """Whether the patient has withdrawn consent to needles."""
        return self.case.patient_id is not None and self.standing.is_withdrawn

    @property
    def other_limits(self) -> list[str]:
        """The limits in force, where the decision on this case does not say the same already."""
        decided_limits = [str(word) for word in self.decision.limit_words()] if self.decision else []
        return [] if sorted(decided_limits) == sorted(self.limits) else self.limits

    @property
    def is_decided_again(self) -> bool:
        """Whether this is a closed case that can be decided again."""
        return self.case.state == Case.State.CLOSED and self.newer is None

    @property
    def holding(self) -> holding.Holding:
        """What holds for this person and is not to be lifted by the way."""
        return holding.with_words(holding.Holding.of(self.standing), self.decisions)

    def settle_with(self, forms: dict[int, FlagForm] | None) -> None:
        """Lay the form of each flag that can be settled beside it, also of those that are folded under another: as it
        was settled, or as sent.
        While somebody has to be called first nothing is decided, and no flag asks how.
        """
        if self.alerts:
            return
        settled = settled_last(self.case).values_list("pk", flat=True) if self.is_decided_again else ()
        shown = [*self.open_cards, *(each for each in self.settled if each.flag.pk in set(settled))]
        for each in shown if self.case.state != Case.State.CLOSED or self.is_decided_again else []:
            new = FlagForm.of(each.flag.pk, settled=each.resolution)
            each.form = new if forms is None else forms.get(each.flag.pk)

    @property
    def first_differences(self) -> list[Changed]:
        """As many as stand at a glance."""
        return self.differences[:FIRST]

    @property
    def further_differences(self) -> list[Changed]:
        return self.differences[FIRST:]

    @property
    def open_cards(self) -> list[Card]:
        """Every open flag, also those that are folded under another."""
        return [*self.cards, *(weaker for each in self.cards for weaker in each.folded)]

    @property
    def flag_errors(self) -> list[tuple[str, str]]:
        """What keeps a flag from being settled: where, and the sentence."""
        shown = [each for each in (*self.open_cards, *self.settled) if each.form]
        wrong = [(each.flag.pk, each.form.errors.values()) for each in shown if each.form]
        return [(f"settle-{key}", str(error)) for key, fields in wrong for errors in fields for error in errors]

    @property
    def name(self) -> str:
        """Who it is about, as the clinic or else the form knows them."""
        return self.case.patient.full_name if self.case.patient else self.case.intake.full_name or _("No name yet")


def page(case: Case, answers: Answers, before: Answers | None, *, at: datetime) -> CasePage:
    """Read what stands on the page: a fixed number of queries whatever the number of flags.

    `before` is what the patient sent earlier, if anything: what differs from it is listed and marked.
    """
    # Before anything of it is read: what comes between is newer than the version that is named.
    records = records_of(case.patient) if case.patient else []
    version = case_version(case, answers, records=records)
    intake = case.intake
    questionnaire = QUESTIONNAIRES[intake.questionnaire]
    today = timezone.localtime(at).date()
    raw = answers.raw
    known_answers = known_of(intake, answers, on=today)
    differences = what_changed.since_the_last_form(questionnaire, answers, before, known_answers)
    marked = {changed.code for changed in differences}
    about = case.flags.with_repeats().select_related("settled_by", "seen_by", "answers__intake")
    shown_flags = about.defer("answers__document").prefetch_related("resolutions")
    flags = list(shown_flags.order_by("-tier", "position", "id"))
    alerts = list(case.alerts.select_related("closed_by", "acknowledged_by", "intake").prefetch_related("calls"))
    head = case_head.chip(case.tier, [alert.closed_at for alert in alerts], on=today)
    called = bool(alerts) and all(alert.closed_at for alert in alerts)

    def card_of(flag: Flag) -> Card:
        over = called and flag.tier is Tier.EMERGENCY
        return card(
            flag, flag.answers.intake.questionnaire, over=head if over and head.kind == case_head.OVER else None
        )

    cards = [card_of(flag) for flag in flags]
    not_read = [span for flag in flags for span in flag.finding.get("not_read", [])]
    patient_standing = holding.standing_of(case, on=today, at=at)
    decisions = list(decisions_about(case, records))
    is_urgent = any(alert.closed_at is None for alert in alerts)
    for flag_card in cards:
        flag_card.is_told_above = is_urgent and flag_card.flag.tier is Tier.EMERGENCY
    newer = case_to_decide(case) if case.state == Case.State.CLOSED else case
    open_cards, repeated = told_once([flag_card for flag_card in cards if flag_card.flag.settled_by is None])
    return CasePage(
        case=case,
        answers=answers,
        version=version,
        age=age_on(intake.date_of_birth, today) if intake.date_of_birth else None,
        cards=folded(open_cards),
        repeated=repeated,
        settled=[flag_card for flag_card in cards if flag_card.flag.settled_by is not None],
        alerts=[alert for alert in alerts if alert.closed_at is None],
        closed_alerts=[alert for alert in alerts if alert.closed_at is not None],
        steps=[
            {
                "title": title,
                "changed": len(marked & {q.code for q, _words in lines}),
                "rows": answered_in.rows(lines, marked, answers, questionnaire),
            }
            for title, lines in [*by_step(questionnaire, raw), *what_changed.from_before(known_answers)]
        ],
        answered_in=answered_in.other_languages(answers),
        decisions=decisions,
        filler=case_about.intake_filler(raw),
        came=case_about.how_it_came(intake),
        chip=head,
        flags_in_words=case_head.flags_in_words(case, flags, again=[each.flag for each in repeated]),
        needs_decision=bool(why_not_only_read(case, on=today, is_left_waiting=is_left_waiting(case, patient_standing))),
        newer=newer if newer.pk != case.pk else None,
        before=before,
        differences=differences,
        ran_out=case_head.ran_out(decisions, on=today) if LAPSED in patient_standing.reasons else "",
        glance=glance.glance(questionnaire, raw, before, not_read=not_read, series=outcomes.series_of(records)),
        standing=patient_standing,
        visit=case_about.visit_of(case, records, at=at),
        language=language_of(case),
        interpreter=interpreter_of(case),
        letters=list(case.doctor_letters.defer("words")),
        opinions=list(case.opinions.select_related("to")),
        twins=standing.cases_of_twins(case.patient_id) if case.patient_id and patient_standing.has_twin else [],
    )


def known_of(intake: Intake, answers: Answers, *, on: date) -> Mapping[str, Any]:
    """Return what counted before an update, merged, by question; nothing for any other form."""
    if intake.questionnaire != VISIT_UPDATE.code:
        return {}
    return known_before(intake, on=on, sent_before=answers.frozen_at).answers


def decisions_about(case: Case, records: Sequence[int]) -> QuerySet[Decision]:
    """Return what was decided about this person, on earlier cases and on their other records too; the newest first."""
    return (
        Decision.objects.about(case, records).select_related("case").prefetch_related("replies").order_by("-at", "-id")
    )


def decision_form(shown: CasePage, *, typed: Mapping[str, Any], at: datetime) -> DecisionForm:
    """Return a decision form for the version that is shown; pre-selected are the usual last day, what keeps all that
    holds, and what was `typed` before and not saved.
    """
    today = timezone.localtime(at).date()
    usual = usual_end(shown.answers.raw, on=timezone.localtime(shown.answers.saved_at).date(), today=today)
    initial = {"seen": shown.version, "until": usual} | filled_in(shown.holding) | dict(typed)
    return DecisionForm(on=today, holding=shown.holding, initial=initial)


def sent_flag_forms(case: Case, data: Any) -> dict[int, FlagForm]:
    """Return what was sent about each flag of the case that is open, or of a closed case was settled last, by key."""
    keys = [*case.flags.filter(settled_by=None).values_list("pk", flat=True)]
    if case.state == Case.State.CLOSED:
        keys += settled_last(case).values_list("pk", flat=True)
    return {key: FlagForm.of(key, data) for key in keys}


def call_form(alert: Alert) -> CallForm:
    """Return an empty form for one emergency; its fields are told apart by their ids."""
    return CallForm(auto_id=f"{alert.ref}-%s", initial={"seen": alert.version})
