"""A versioned set of rules, compiled, and the run over them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from intake.questionnaire import CHECK_IN, NEW_PATIENT, VISIT_UPDATE, Questionnaire
from intake.questionnaire.expression import EvaluationState, Get, IntakeFact, Node, leaves
from intake.screening.because import Because
from intake.screening.conflicts import CONFLICTS
from intake.screening.facts import FACTS
from intake.screening.finding import Finding, Record, Screening
from intake.screening.fold import folded
from intake.screening.form import ScreenedForm, form_of
from intake.screening.may_hold import MayHold
from intake.screening.parts import Scanner
from intake.screening.rule import NamedFact, Rule
from intake.screening.rules import CHECK_IN_RULES, RULES, VISIT_UPDATE_RULES, most_serious_first
from intake.screening.run import Run
from intake.screening.text import Scan, scan
from intake.screening.tier import Stage, Tier
from intake.screening.told import TOLD
from intake.screening.version import RULESET

NO_RECORD = Record()


@dataclass(frozen=True)
class RuleSet:
    """The rules of one questionnaire. A changed copy (``dataclasses.replace``) is another, compiled on first use.

    `handed_on` are the facts that a check-in asks of the screening before it.
    """

    version: str
    rules: tuple[Rule, ...]
    facts: tuple[NamedFact, ...]
    scan: Scanner = scan
    handed_on: tuple[str, ...] = ()

    def screen(
        self,
        answers: Mapping[str, object],
        *,
        on: date,
        questionnaire: Questionnaire = NEW_PATIENT,
        record: Record = NO_RECORD,
        text: Scan | None = None,
    ) -> Screening:
        """Return what the answers raise on that day. What is no valid answer is ignored; nothing raises."""
        form = form_of(questionnaire)
        run = Run(form, answers, on=on, record=record, facts=self._fact_tests, scan=self.scan, text=text)
        fired = self._fire(run)
        findings = folded(tuple(self._finding(rule, run, form) for rule in fired), self._implied)
        return Screening(
            tier=max((rule.tier for rule in fired), default=Tier.CLEAR),
            ruleset=self.version,
            findings=findings,
            unanswered=run.unanswered(form),
            shown=run.shown,
            hits=tuple(run.text.hits),
            facts=frozenset(name for name in self.handed_on if run.fact(name)),
        )

    def _fire(self, run: Run) -> list[Rule]:
        """The rules that fire, most serious first. What a stage fires is seen by the next stage only."""
        fired: list[Rule] = []
        run.may_hold = may_hold = self._may_hold.among(run.values, run.named)
        for stage in self._stages:
            now = [rule for rule, test in stage if test in may_hold and test(run.get, run)]
            run.fired.update(rule.code for rule in now)
            fired += now
        return sorted(fired, key=lambda rule: self._place[rule.code])

    def _finding(self, rule: Rule, run: Run, form: ScreenedForm) -> Finding:
        because = Because(run, self._rule_trees, self._facts_by_name)
        because.follow(rule.tree)
        return Finding(
            code=rule.code,
            name=rule.name,
            tier=rule.tier,
            because=because.answers(form.in_order(because.codes)),
            matched=because.matched(),
            why=rule.why,
            action=rule.action,
            advice=tuple(line.text for line in rule.advice if line.tree.test(run.get, run)),
            contact=rule.contact,
            source=rule.source,
            icd10=rule.icd10,
            facts=tuple(dict.fromkeys(because.facts)),
            not_read=tuple(dict.fromkeys(because.not_read)),
            private=because.private or not form.private.isdisjoint(because.codes),
        )

    @cached_property
    def _stages(self) -> tuple[tuple[tuple[Rule, Callable[[Get, EvaluationState], bool]], ...], ...]:
        return tuple(tuple((rule, rule.tree.test) for rule in self.rules if rule.stage is stage) for stage in Stage)

    @cached_property
    def _may_hold(self) -> MayHold:
        trees = [*(rule.tree for rule in self.rules), *(fact.tree for fact in self.facts)]
        return MayHold(trees, self._facts_by_name)

    @cached_property
    def _place(self) -> Mapping[str, tuple[int, int]]:
        return {rule.code: (-rule.tier.rank, place) for place, rule in enumerate(self.rules)}

    @cached_property
    def _implied(self) -> Mapping[str, frozenset[str]]:
        return {rule.code: frozenset(rule.implies) for rule in self.rules}

    @cached_property
    def _rule_trees(self) -> Mapping[str, Node]:
        return {rule.code: rule.tree for rule in self.rules}

    @cached_property
    def _facts_by_name(self) -> Mapping[str, NamedFact]:
        return {fact.name: fact for fact in self.facts}

    @cached_property
    def _fact_tests(self) -> Mapping[str, Callable[[Get, EvaluationState], bool]]:
        return {fact.name: fact.tree.test for fact in self.facts}


def handed_on_to(check_in: Iterable[Rule]) -> tuple[str, ...]:
    """The facts of the last full screening that these rules of a check-in ask about."""
    return tuple(sorted({leaf.name for rule in check_in for leaf in leaves(rule.tree) if isinstance(leaf, IntakeFact)}))


NEW_PATIENT_RULES = RuleSet(
    version=RULESET, rules=RULES, facts=FACTS + TOLD + CONFLICTS, handed_on=handed_on_to(CHECK_IN_RULES)
)

RULE_SETS: Mapping[str, RuleSet] = {
    NEW_PATIENT.code: NEW_PATIENT_RULES,
    VISIT_UPDATE.code: replace(NEW_PATIENT_RULES, rules=most_serious_first(*RULES, *VISIT_UPDATE_RULES)),
    CHECK_IN.code: RuleSet(version=RULESET, rules=CHECK_IN_RULES, facts=()),
}
"""The rules of each questionnaire in this release, by its code. Those of the full form run over an update too."""


def screen(
    answers: Mapping[str, object],
    *,
    on: date,
    questionnaire: Questionnaire = NEW_PATIENT,
    record: Record = NO_RECORD,
    text: Scan | None = None,
    rule_sets: Mapping[str, RuleSet] = RULE_SETS,
) -> Screening:
    """Screen the answers of a questionnaire as they stand on that day, finished or not.

    Answers are JSON values by question code; ``age`` may stand for ``date_of_birth``. Hidden answers do not
    count, and what is no valid answer is ignored. The same answers give the same result, in whatever order
    they come. `record` is what an update is laid over and what a check-in asks about. `text` is what `read`
    has recognised in these very answers, so that it is not read twice. `rule_sets` are the rules in force.
    """
    return rule_sets[questionnaire.code].screen(answers, on=on, questionnaire=questionnaire, record=record, text=text)
