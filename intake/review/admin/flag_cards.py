"""One flag as the practitioner reads it: a line with what decided it, and all that made it behind the line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from education.services import articles_for
from intake.questionnaire import QUESTIONNAIRES
from intake.record.answer_words import CONTACT, answer_of, rule_name, source_of, wording_of
from intake.review.admin import case_head
from intake.review.admin.forms import FlagForm
from intake.review.models import Flag, Resolution
from intake.screening import Tier

# The rule that finds two answers which cannot both be right: what decides it is what does not agree.
CONFLICT = "answers_conflict"
# More of the words that decided a flag than this many say less.
MOST_WORDS = 3


@dataclass(frozen=True)
class FlagReason:
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


@dataclass
class Card:
    """One flag as the practitioner reads it."""

    flag: Flag
    name: str
    chip: case_head.Chip
    contact: str
    whys: list[FlagReason]
    matched: list[dict[str, Any]]
    finding: dict[str, Any]
    source: str
    not_read: list[str]
    facts: list[str]
    articles: list[tuple[str, str]]
    # The same rule as it fired before on this case, the newest first, and what reads differently now.
    earlier: list["Card"] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)
    # Weaker flags that say nothing this one does not.
    folded: list["Card"] = field(default_factory=list)
    resolution: Resolution | None = None
    form: FlagForm | None = None
    # Its answer and what to do about it stand beside the call that is due.
    is_told_above: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it waits to be read first: an emergency, or what was typed about it has a mistake."""
        return (self.chip.kind == Tier.EMERGENCY and not self.is_told_above) or bool(self.form and self.form.errors)

    @property
    def is_private(self) -> bool:
        """Whether an answer behind it is for the patient's and the clinician's eyes only."""
        return any(why.private for why in self.whys)

    @property
    def is_conflict(self) -> bool:
        """Whether its answers stand side by side because they cannot both be right."""
        return self.flag.code == CONFLICT

    @property
    def deciding(self) -> list[tuple[str, bool]]:
        """What fired it, in few words: each with whether it was read in a text (marked) or chosen."""
        if self.is_conflict and self.facts:
            return [(fact, False) for fact in self.facts[:MOST_WORDS]]
        words = [(text, True) for text in self.not_read]
        words += [(hit["text"], True) for hit in self.matched]
        # Of a text only the words that were recognized; an answer that was chosen stands whole.
        text_fields = {hit["field"] for hit in self.finding.get("matched", []) + self.finding.get("not_read", [])}
        words += [(why.plain, False) for why in self.whys if why.code not in text_fields]
        return list(dict.fromkeys(words))[:MOST_WORDS]


def card(flag: Flag, questionnaire: str, *, over: case_head.Chip | None = None) -> Card:
    """Return a flag in words. Nobody is to be called once it is decided on, or its emergency `over`."""
    finding = flag.finding
    matched = [
        {**hit, "question": wording_of(questionnaire, hit["field"]), "status": hit["status"].replace("_", " ")}
        for hit in finding.get("matched", [])
    ]
    whys = [
        FlagReason(
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
    newest = max(flag.resolutions.all(), key=lambda resolution: resolution.pk, default=None)
    return Card(flag, name, chip, contact, whys, matched, finding, source, not_read, facts, articles, resolution=newest)


def told_once(cards: list[Card]) -> tuple[list[Card], list[Card]]:
    """Return open flags, each rule once as it fired last and with what changed since; and the rows they replace."""
    newest = [flag_card for flag_card in cards if not flag_card.flag.is_repeated]  # type: ignore[attr-defined]  # with_repeats
    repeated = [flag_card for flag_card in cards if flag_card.flag.is_repeated]  # type: ignore[attr-defined]  # with_repeats
    for flag_card in newest:
        same = [older_card for older_card in repeated if older_card.flag.code == flag_card.flag.code]
        flag_card.earlier.extend(sorted(same, key=lambda older_card: older_card.flag.pk, reverse=True))
        flag_card.changes.extend(_changes_of(flag_card))
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


def is_private(questionnaire: str, code: str) -> bool:
    """Whether an answer is for the patient's and the clinician's eyes only."""
    return any(question.private for question in QUESTIONNAIRES[questionnaire].questions if question.code == code)


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


def accepted_unless_settled(cards: Iterable[Card]) -> int:
    """How many open flags above a note are accepted with precaution by whoever allows needles and settles none."""
    return sum(each.form is not None and Tier(each.flag.tier) > Tier.NOTE for each in cards)
