"""Every rule, question and list as one document, made from the data: for the people who must sign it."""

import csv
import io
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from intake.questionnaire import QUESTIONNAIRES, Question, Questionnaire
from intake.questionnaire.visit_update.windows import WINDOWS, CarryWindow
from intake.screening.changes import CHANGES, Changes
from intake.screening.digest import digest
from intake.screening.retired import RETIRED
from intake.screening.rule import Advice, NamedFact, Rule
from intake.screening.ruleset import RULE_SETS
from intake.screening.text import lexicon
from intake.screening.tier import Tier
from intake.screening.version import RULESET

SIGNATURES = (
    (
        "Tiers, contact times, the two ways down after a doctor's check, the themes that became notes, the age lines "
        "of 50 and 65, the wording of emergencies",
        "A licensed clinician (emergency or primary care) and the clinic's licensed acupuncturist",
    ),
    (
        "The signs in words of which the working specification has no list (a fall or a crash, both legs, fluid that "
        "leaks, an aneurysm that hurts, a baby that moves less, clumsy hands, lost weight): that they are a hold with "
        "a call the same day, that a fall without a time is a note unless the pain is new",
        "A licensed clinician (emergency or primary care)",
    ),
    (
        "Every list of medicines, with its parts, the names that count only as written, and the medicines that point "
        "at a condition; that COX-2 drugs raise nothing, that betamethasone counts as tablets, drops and injections "
        "only, that prostacyclins are platelet drugs; again twice a year",
        "A pharmacist",
    ),
    (
        "Every Spanish word, cue and question; celulitis, ataques, azúcar and derrame as the people of this clinic use "
        "them; the words of despair also by the crisis line",
        "A native speaker who works in health care",
    ),
    ("Brand names of Korea, China, India and the Philippines", "A speaker or pharmacist of that market"),
    ("ICD-10-CM codes", "A certified coder"),
    ("The lines that could reveal HIV or a pregnancy", "The clinic's privacy officer"),
)
"""What must be signed, and by whom."""

Row = tuple[str, str]
"""A label and what stands under it."""


@dataclass(frozen=True)
class DossierEntry:
    """One rule, fact, question or list: its code, its name, and its rows. `tier` only for rules."""

    code: str
    name: str
    rows: tuple[Row, ...]
    tier: str = ""


@dataclass(frozen=True)
class DossierSection:
    title: str
    entries: tuple[DossierEntry, ...]


@dataclass(frozen=True)
class Dossier:
    """The whole document."""

    version: str
    digest: str
    changes: Changes
    retired: Mapping[str, str]
    sections: tuple[DossierSection, ...]
    signatures: tuple[tuple[str, str], ...] = SIGNATURES


def dossier() -> Dossier:
    """Make the document from the data as it stands."""
    return Dossier(RULESET, digest(), CHANGES, RETIRED, tuple(_sections()))


def as_csv(whole: Dossier) -> str:
    """Return it as a table: section, code, name, tier, label, text."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(("section", "code", "name", "tier", "label", "text"))
    for section in (*_before_the_rules(whole), *whole.sections):
        for entry in section.entries:
            for label, text in entry.rows:
                table.writerow((section.title, entry.code, _cell(entry.name), entry.tier, label, _cell(text)))
    return out.getvalue()


def _before_the_rules(whole: Dossier) -> Iterator[DossierSection]:
    """What the printed page says first: what changed, and who signs for what."""
    changes = whole.changes
    kinds = {"New": changes.new, "Wider": changes.wider, "Narrower": changes.narrower, "Retired": changes.retired}
    changed = [DossierEntry(code, "", (("Changed", kind),)) for kind, codes in kinds.items() for code in codes]
    reasons = [DossierEntry("", subject, (("Why", reason),)) for subject, reason in changes.reasons.items()]
    yield DossierSection(f"What changed since {changes.before}", (*changed, *reasons))
    signed = tuple(DossierEntry("", signer, (("Signs", subject),)) for subject, signer in whole.signatures)
    yield DossierSection("Who must sign", signed)


def _cell(text: str) -> str:
    """A cell that begins with a sign would be run as a formula by a spreadsheet."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _sections() -> Iterator[DossierSection]:
    """One form after the other; a rule or a fact that runs over several stands with the first."""
    printed: set[Rule | NamedFact] = set()
    for code, questionnaire in QUESTIONNAIRES.items():
        rules = RULE_SETS[code]
        for tier in reversed(Tier):
            tier_rules = tuple(_rule(rule) for rule in rules.rules if rule.tier is tier and rule not in printed)
            if tier_rules:
                yield DossierSection(f"{questionnaire.title}: rules, {tier}", tier_rules)
        facts = tuple(_fact(fact) for fact in rules.facts if fact not in printed)
        if facts:
            yield DossierSection(f"{questionnaire.title}: facts", facts)
        yield DossierSection(f"{questionnaire.title}: questions", tuple(_questions(questionnaire)))
        printed.update(rules.rules, rules.facts)
    yield DossierSection("Answers that age", tuple(_window(window) for window in WINDOWS))
    yield from _lists()


def _window(window: CarryWindow) -> DossierEntry:
    then = ", ".join(window.then) or "counts as not asked"
    return DossierEntry(f"{window.code}: {window.value}", "", (("Counts for", f"{window.days} days"), ("Then", then)))


def _rule(rule: Rule) -> DossierEntry:
    rows = (
        ("Fires when", rule.when),
        ("Round", rule.stage.name.lower()),
        ("Why", rule.why),
        ("Practitioner", rule.action),
        *(("Patient reads", _advice(line)) for line in rule.advice),
        ("Call", str(rule.contact)),
        ("Source", rule.source),
        ("ICD-10-CM", ", ".join(rule.icd10)),
        ("Reads", ", ".join(rule.questions)),
        ("Folds under it", ", ".join(rule.implies)),
    )
    return DossierEntry(rule.code, rule.name, _filled(rows), str(rule.tier))


def _advice(line: Advice) -> str:
    return line.text if line.when == "always" else f"{line.text} (when {line.when})"


def _fact(fact: NamedFact) -> DossierEntry:
    return DossierEntry(fact.name, fact.meaning, (("Holds when", fact.when),))


def _questions(questionnaire: Questionnaire) -> Iterator[DossierEntry]:
    for step in questionnaire.steps:
        for question in step.questions:
            yield DossierEntry(
                question.code, question.wording, _filled((("Step", step.title), *_of_question(question)))
            )
    for question in questionnaire.from_visit:
        rows = (("Step", "The record of the visit: nobody is asked"), *_of_question(question))
        yield DossierEntry(question.code, question.wording, _filled(rows))


def _of_question(question: Question) -> Iterator[Row]:
    marks = [mark for mark in ("required", "private", "red_flag", "identity", "scanned") if getattr(question, mark)]
    yield "Kind", ", ".join([str(question.kind), *(mark.replace("_", " ") for mark in marks)])
    yield "Asked when", question.show_if
    yield "No change is not offered when", question.anew_if
    yield "In an update", "added to the old text" if question.appended else ""
    yield "Hint", question.hint
    yield "Why we ask", question.why
    yield "New in", question.since
    for choice in question.choices:
        yield "Choice", f"{choice.value}: {choice.label}" + (f" (new in {choice.since})" if choice.since else "")


def _lists() -> Iterator[DossierSection]:
    """Every list of every file of the lexicon, as it stands."""
    for module in sorted(iter_modules(lexicon.__path__), key=lambda each: each.name):
        lists = vars(import_module(f"{lexicon.__name__}.{module.name}"))
        entries = [
            entry
            for name, value in lists.items()
            if name.isupper() and not name.startswith("_")
            for entry in _entries(name, value)
        ]
        if entries:
            yield DossierSection(f"Words: {module.name.replace('_', ' ')}", tuple(entries))


def _entries(name: str, value: Any) -> Iterator[DossierEntry]:
    """A list of shapes is an entry for each; anything else is one entry."""
    if is_dataclass(value) and not isinstance(value, type):
        yield _shape(name, value)
    elif isinstance(value, tuple) and value and all(is_dataclass(each) for each in value):
        yield from (_shape(name, each) for each in value)
    elif words := _words(value):
        yield DossierEntry(name, "", (("Words", words),))


def _shape(name: str, shape: Any) -> DossierEntry:
    code = str(getattr(shape, "code", name))
    title = str(getattr(shape, "title", "") or getattr(shape, "meaning", ""))
    rows = [
        (each.name.replace("_", " ").capitalize(), _words(getattr(shape, each.name)))
        for each in fields(shape)
        if each.name not in {"code", "title", "meaning"}
    ]
    return DossierEntry(code, title, _filled(tuple(rows)))


def _words(value: Any) -> str:
    """The words of a list on one line, in the order of the file; a set in the order of the alphabet."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {words}" if (words := _words(value[key])) else str(key) for key in value)
    if isinstance(value, Set):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return "; ".join(map(_pair, value)) if all(map(_has_sides, value)) else ", ".join(map(_words, value))
    return "" if value is None or value is False else str(value)


def _has_sides(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(side, tuple) for side in value)


def _pair(sides: tuple[tuple[str, ...], ...]) -> str:
    """Medicines that count only together: a reader must see which stands on which side."""
    return " + ".join(_words(side) for side in sides)


def _filled(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple((label, text) for label, text in rows if text)
