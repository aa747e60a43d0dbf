"""What the case page shows: flags first, each with the answer behind it; the answers folded; what was decided."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from clinic.accounts.models import User
from intake.admin.forms import USUAL_DAYS, CallForm, DecisionForm
from intake.models import Alert, Answers, Case, Decision, Flag
from intake.questionnaire import QUESTIONNAIRES
from intake.questionnaire.dates import age_on
from intake.services.errors import StaleAnswersError
from intake.services.review import version_of
from intake.wording import CONTACT, answer_of, by_step, rule_name, said, wording_of


@dataclass(frozen=True)
class Why:
    """A question and the answer that fired a flag, the matched words marked."""

    question: str
    answer: str | SafeString


@dataclass(frozen=True)
class Card:
    """One flag as the practitioner reads it."""

    flag: Flag
    name: str
    contact: str
    whys: list[Why]
    matched: list[dict[str, Any]]
    finding: dict[str, Any]


@dataclass
class Page:
    """Everything on the case page but the forms."""

    case: Case
    answers: Answers
    version: str
    age: int | None
    cards: list[Card]
    settled: list[Card]
    alerts: list[Alert]
    closed_alerts: list[Alert]
    steps: list[dict[str, Any]]
    decisions: list[Decision]
    filler: str
    needs_decision: bool
    changed: list[dict[str, str]] = field(default_factory=list)


def page(case: Case, answers: Answers, *, by: User, at: datetime) -> Page:
    """Read what stands on the page: a fixed number of queries whatever the number of flags."""
    intake = case.intake
    questionnaire = QUESTIONNAIRES[intake.questionnaire]
    raw = answers.raw
    flags = list(case.flags.select_related("settled_by", "seen_by").order_by("-urgency", "position", "id"))
    alerts = list(case.alerts.select_related("closed_by", "acknowledged_by", "intake").prefetch_related("calls"))
    filler = intake_filler(raw)
    return Page(
        case=case,
        answers=answers,
        version=version_of(answers),
        age=age_on(intake.date_of_birth, timezone.localtime(at).date()) if intake.date_of_birth else None,
        cards=[card(flag, intake.questionnaire) for flag in flags if flag.settled_by is None],
        settled=[card(flag, intake.questionnaire) for flag in flags if flag.settled_by is not None],
        alerts=[alert for alert in alerts if alert.closed_at is None],
        closed_alerts=[alert for alert in alerts if alert.closed_at is not None],
        steps=[
            {"title": title, "rows": [{"question": q, "wording": _(q.wording), "said": words} for q, words in found]}
            for title, found in by_step(questionnaire, raw)
        ],
        decisions=list(case.decisions.select_related("by")),
        filler=filler,
        needs_decision=case.urgency >= 3 or intake.engine_failed,
    )


def card(flag: Flag, questionnaire: str) -> Card:
    """Return a flag in words."""
    finding = flag.finding
    matched = [
        {**hit, "question": wording_of(questionnaire, hit["field"]), "status": hit["status"].replace("_", " ")}
        for hit in finding.get("matched", [])
    ]
    whys = [
        Why(wording_of(questionnaire, code), _answer(questionnaire, code, value, finding.get("matched", [])))
        for code, value in finding.get("because", {}).items()
    ]
    return Card(flag, rule_name(flag.code), str(CONTACT.get(flag.contact, flag.contact)), whys, matched, finding)


def intake_filler(raw: dict[str, Any]) -> str:
    """Say who filled the form in, in the words of the form."""
    question = QUESTIONNAIRES["new_patient"].question("form_filler")
    return ", ".join(said(question, raw.get("form_filler")))


def changed_rows(stale: StaleAnswersError, questionnaire: str) -> list[dict[str, str]]:
    """Return both versions of every answer that changed, in words."""
    return [
        {
            "question": wording_of(questionnaire, code),
            "before": answer_of(questionnaire, code, before),
            "now": answer_of(questionnaire, code, now),
        }
        for code, (before, now) in stale.changed.items()
    ]


def decision_form(version: str, *, at: datetime) -> DecisionForm:
    """Return an empty decision form for one version of the answers; nothing is pre-selected."""
    until = timezone.localtime(at).date() + timedelta(days=USUAL_DAYS)
    return DecisionForm(initial={"seen": version, "until": until})


def call_form() -> CallForm:
    return CallForm()


def _answer(questionnaire: str, code: str, value: Any, matched: list[dict[str, Any]]) -> str | SafeString:
    """Return the answer in words; in free text the words that were recognised are marked."""
    spans = sorted((hit["start"], hit["end"]) for hit in matched if hit["field"] == code)
    if not spans or not isinstance(value, str):
        return answer_of(questionnaire, code, value)
    pieces: list[tuple[str, str]] = []
    end = 0
    for start, stop in spans:
        if start >= end:
            pieces += [("span", value[end:start]), ("mark", value[start:stop])]
            end = stop
    pieces.append(("span", value[end:]))
    return format_html_join("", "<{0}>{1}</{0}>", pieces)
