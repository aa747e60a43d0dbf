"""What the case page shows: flags first, each with the answer behind it; the answers folded; what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from education.services import articles_for
from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES, VISIT_UPDATE, Question, Questionnaire
from intake.questionnaire.dates import age_on
from intake.record.answer_words import CONTACT, answer_of, by_step, rule_name, said, source_of, wording_of
from intake.record.errors import StaleAnswersError
from intake.record.later import known_before
from intake.record.models import Answers, Intake, Source
from intake.review import standing
from intake.review.admin import case_head
from intake.review.admin.forms import USUAL_DAYS, CallForm, DecisionForm
from intake.review.models import Alert, Case, Decision, Flag
from intake.review.services import version_of
from intake.screening import Tier

# Given anew with every form: their differences say nothing.
SIGNED = frozenset({"consent_truth", "consent_risks", "consent_privacy", "signature", "guardian_signature"})


@dataclass(frozen=True)
class Why:
    """A question and the answer that fired a flag, the matched words marked."""

    code: str
    question: str
    # The answer in words, in pieces: a text, and whether its words were recognised.
    answer: list[tuple[str, bool]]
    plain: str
    private: bool


@dataclass(frozen=True)
class Changed:
    """One question whose answer differs from what was sent before, in words."""

    code: str
    question: str
    before: str
    now: str
    private: bool = False


@dataclass(frozen=True)
class Card:
    """One flag as the practitioner reads it."""

    flag: Flag
    name: str
    chip: case_head.Chip
    contact: str
    whys: list[Why]
    matched: list[dict[str, Any]]
    finding: dict[str, Any]
    source: str
    not_read: list[str]
    facts: list[str]
    articles: list[tuple[str, str]]
    # The same rule as it fired before on this case, the newest first, and what reads differently now.
    earlier: list["Card"] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)
    folded: list["Card"] = field(default_factory=list)
    """Weaker flags that say nothing this one does not."""


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
    stale: list[Changed] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)
    # Of records that may be the same person's, where what stands there makes this one wait.
    twins: list[Case] = field(default_factory=list)

    @property
    def decision(self) -> Decision | None:
        """The newest decision on this case, once it is closed by one."""
        mine = (decision for decision in self.decisions if decision.case_id == self.case.pk)
        return next(mine, None) if self.case.state == Case.State.CLOSED else None

    @property
    def decided(self) -> str:
        return case_head.sentence(self.decision) if self.decision else ""

    @property
    def is_cleared(self) -> bool:
        return self.decision is not None and self.decision.outcome in case_head.CLEARED

    @property
    def other_limits(self) -> list[str]:
        """The limits in force, where the decision on this case does not say the same already."""
        said = [str(word) for word in self.decision.limit_words()] if self.decision else []
        return [] if sorted(said) == sorted(self.limits) else self.limits

    @property
    def name(self) -> str:
        """Who it is about, as the clinic or else the form knows them."""
        return self.case.patient.full_name if self.case.patient else self.case.intake.full_name or _("No name yet")


def page(case: Case, answers: Answers, before: Answers | None, *, at: datetime) -> CasePage:
    """Read what stands on the page: a fixed number of queries whatever the number of flags.

    `before` is what the patient sent earlier, if anything: what differs from it is listed and marked.
    """
    intake = case.intake
    questionnaire = QUESTIONNAIRES[intake.questionnaire]
    today = timezone.localtime(at).date()
    raw = answers.raw
    differences = differences_of(questionnaire, before.raw, raw) if before else []
    marked = {changed.code for changed in differences}
    shown_flags = case.flags.with_repeats().select_related("settled_by", "seen_by", "answers__intake")
    flags = list(shown_flags.defer("answers__document").order_by("-tier", "position", "id"))
    alerts = list(case.alerts.select_related("closed_by", "acknowledged_by", "intake").prefetch_related("calls"))
    head = case_head.chip(case.tier, [alert.closed_at for alert in alerts], on=today)
    called = bool(alerts) and all(alert.closed_at for alert in alerts)

    def card_of(flag: Flag) -> Card:
        over = called and flag.tier is Tier.EMERGENCY
        return card(
            flag, flag.answers.intake.questionnaire, over=head if over and head.kind == case_head.OVER else None
        )

    cards = [card_of(flag) for flag in flags]
    theirs = standing.of_one(case.patient_id, on=today, at=at) if case.patient_id else None
    open_cards, repeated = told_once([shown for shown in cards if shown.flag.settled_by is None])
    return CasePage(
        case=case,
        answers=answers,
        version=version_of(answers),
        age=age_on(intake.date_of_birth, today) if intake.date_of_birth else None,
        cards=folded(open_cards),
        repeated=repeated,
        settled=[shown for shown in cards if shown.flag.settled_by is not None],
        alerts=[alert for alert in alerts if alert.closed_at is None],
        closed_alerts=[alert for alert in alerts if alert.closed_at is not None],
        steps=[
            {
                "title": title,
                "changed": len(marked & {q.code for q, _words in found}),
                "rows": [
                    {"question": q, "wording": _(q.wording), "said": words, "changed": q.code in marked}
                    for q, words in found
                ],
            }
            for title, found in [*by_step(questionnaire, raw), *from_before(intake, on=today)]
        ],
        decisions=list(decisions_about(case)),
        filler=intake_filler(raw),
        came=how_it_came(intake),
        chip=head,
        flags_in_words=case_head.flags_in_words(case, flags),
        needs_decision=case.tier >= Tier.HOLD or intake.engine_failed,
        before=before,
        differences=differences,
        limits=theirs.limit_words if theirs else [],
        twins=standing.cases_of_twins(case.patient_id) if case.patient_id and theirs and theirs.has_twin else [],
    )


def from_before(intake: Intake, *, on: date) -> Iterator[tuple[str, list[tuple[Question, list[str]]]]]:
    """Yield what an update leaves as it was, as the last full form and the updates since say it."""
    if intake.questionnaire != VISIT_UPDATE.code:
        return
    before = dict(known_before(intake, on=on).answers)
    for title, rows in by_step(NEW_PATIENT, before):
        yield _("Before: %(step)s") % {"step": title}, rows


def decisions_about(case: Case) -> QuerySet[Decision]:
    """Return what was decided about this person, on earlier cases too; the newest first."""
    about = Q(case=case) | Q(case__patient=case.patient_id) if case.patient_id else Q(case=case)
    return Decision.objects.filter(about).select_related("case").order_by("-at", "-id")


def differences_of(questionnaire: Questionnaire, before: dict[str, Any], now: dict[str, Any]) -> list[Changed]:
    """Return the questions answered differently, in the order of the form; signatures differ every time."""
    found = []
    for question in questionnaire.questions:
        old, new = said(question, before.get(question.code)), said(question, now.get(question.code))
        if sorted(old) != sorted(new) and question.code not in SIGNED:
            words = [", ".join(said_) or _("Not answered") for said_ in (old, new)]
            found.append(Changed(question.code, _(question.wording), words[0], words[1], question.private))
    return found


def card(flag: Flag, questionnaire: str, *, over: case_head.Chip | None = None) -> Card:
    """Return a flag in words. Nobody is to be called once it is decided on, or its emergency `over`."""
    finding = flag.finding
    matched = [
        {**hit, "question": wording_of(questionnaire, hit["field"]), "status": hit["status"].replace("_", " ")}
        for hit in finding.get("matched", [])
    ]
    whys = [
        Why(
            code,
            wording_of(questionnaire, code),
            _answer(questionnaire, code, value, finding.get("matched", [])),
            answer_of(questionnaire, code, value),
            is_private(questionnaire, code),
        )
        for code, value in finding.get("because", {}).items()
    ]
    contact = "" if over or flag.settled_by_id else str(CONTACT.get(flag.contact, flag.contact))
    chip = over or case_head.Chip(flag.tier, flag.get_tier_display())
    name = _(finding["name"]) if finding.get("name") else rule_name(flag.code)
    source = source_of(finding.get("source", ""))
    because = finding.get("because", {})
    not_read = [because[item["field"]][item["start"] : item["end"]] for item in finding.get("not_read", [])]
    facts = [_(fact) for fact in finding.get("facts", [])]
    articles = articles_for([flag.code])
    return Card(flag, name, chip, contact, whys, matched, finding, source, not_read, facts, articles)


def told_once(cards: list[Card]) -> tuple[list[Card], list[Card]]:
    """Return open flags, each rule once as it fired last and with what changed since; and the rows they replace."""
    newest = [shown for shown in cards if not shown.flag.is_repeated]  # type: ignore[attr-defined]  # with_repeats
    repeated = [shown for shown in cards if shown.flag.is_repeated]  # type: ignore[attr-defined]  # with_repeats
    for shown in newest:
        same = [other for other in repeated if other.flag.code == shown.flag.code]
        shown.earlier.extend(sorted(same, key=lambda other: other.flag.pk, reverse=True))
        shown.changes.extend(_changes_of(shown))
    return newest, repeated


def _changes_of(shown: Card) -> list[Changed]:
    """What the answers behind a flag were when it fired before, where they differ."""
    if not shown.earlier:
        return []
    before = {why.code: why for why in shown.earlier[0].whys}
    now = {why.code: why for why in shown.whys}
    missing = _("Not answered")
    rows = [
        Changed(
            code,
            (now.get(code) or before[code]).question,
            before[code].plain if code in before else missing,
            now[code].plain if code in now else missing,
            (now.get(code) or before[code]).private,
        )
        for code in dict.fromkeys([*now, *before])
    ]
    return [row for row in rows if row.before != row.now]


def folded(cards: list[Card]) -> list[Card]:
    """Put each weaker flag under the stronger one that says all of it, where that one still stands beside it."""
    standing = {(card.flag.answers_id, card.flag.code): card for card in cards}
    top: list[Card] = []
    for each in cards:
        stronger = standing.get((each.flag.answers_id, each.finding.get("under", "")))
        (top if stronger is None else stronger.folded).append(each)
    return top


def intake_filler(raw: dict[str, Any]) -> str:
    """Say who filled the form in, in the words of the form."""
    question = QUESTIONNAIRES["new_patient"].question("form_filler")
    return ", ".join(said(question, raw.get("form_filler")))


def how_it_came(intake: Intake) -> str:
    """Say how the form came where the front desk had a hand in it, and whose; nothing for a form from home."""
    way = str(intake.get_source_display())
    if intake.source == Source.TABLET:
        names = dict.fromkeys(intake.hand_overs.exclude(opened_at=None).values_list("made_by__name", flat=True))
        handed = _("%(way)s, set up by %(name)s") % {"way": way, "name": ", ".join(names)}
        return handed if names else way
    if intake.entered_by is not None:
        return _("%(way)s, entered by %(name)s") % {"way": way, "name": intake.entered_by.name}
    return ""


def stale_rows(stale: StaleAnswersError, questionnaire: str) -> list[Changed]:
    """Return both versions of every answer that changed while the page was open, in words."""
    return [
        Changed(
            code,
            wording_of(questionnaire, code),
            answer_of(questionnaire, code, before),
            answer_of(questionnaire, code, now),
            is_private(questionnaire, code),
        )
        for code, (before, now) in stale.changed.items()
    ]


def is_private(questionnaire: str, code: str) -> bool:
    """Whether an answer is for the patient's and the clinician's eyes only."""
    return any(question.private for question in QUESTIONNAIRES[questionnaire].questions if question.code == code)


def decision_form(version: str, *, at: datetime) -> DecisionForm:
    """Return an empty decision form for one version of the answers; nothing is pre-selected."""
    today = timezone.localtime(at).date()
    return DecisionForm(on=today, initial={"seen": version, "until": today + timedelta(days=USUAL_DAYS)})


def call_form() -> CallForm:
    return CallForm()


def _answer(questionnaire: str, code: str, value: Any, matched: list[dict[str, Any]]) -> list[tuple[str, bool]]:
    """Return the answer in words, in pieces; in free text the words that were recognised are told apart."""
    spans = sorted((hit["start"], hit["end"]) for hit in matched if hit["field"] == code)
    if not spans or not isinstance(value, str):
        return [(answer_of(questionnaire, code, value), False)]
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in spans:
        if start >= end:
            pieces += [(value[end:start], False), (value[start:stop], True)]
            end = stop
    return [*pieces, (value[end:], False)]
