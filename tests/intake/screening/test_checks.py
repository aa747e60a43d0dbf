"""The proof that rules and questions fit can fail: each kind of slip is found and named."""

from dataclasses import replace

import pytest

from intake.questionnaire import NEW_PATIENT, Choice, Kind, Question, Questionnaire, Screen, Step
from intake.screening import Advice, Contact, NamedFact, Rule, RuleSet, Stage, Tier, problems
from intake.screening.checks.questions import question_problems
from intake.screening.checks.rules import rule_problems

YES = (Choice("no", "No"), Choice("yes", "Yes"))


def form(*questions: Question, walk: tuple[str, ...] = (), screens: tuple[Screen, ...] = ()) -> Questionnaire:
    asked = screens or (Screen("only", "Only", questions),)
    return Questionnaire("little", "Little", "1", (Step("step", "Step", asked),), walk)


LITTLE = form(
    Question("one", "One?", Kind.ONE, YES),
    Question("many", "Many?", Kind.MANY, YES),
    Question("count", "How many?", Kind.NUMBER, minimum=0, maximum=9),
    Question("meds_list", "Medicines?", Kind.LONG_TEXT, scanned=True),
)


def rule(code: str, when: str, *questions: str, stage: Stage = Stage.BASE, advice: str = "always") -> Rule:
    return Rule(
        name=code,
        code=code,
        tier=Tier.NOTE,
        stage=stage,
        questions=questions,
        when=when,
        why="w",
        action="a",
        source="s",
        advice=(Advice("Rest.", when=advice),),
    )


def told(*rules: Rule, facts: tuple[NamedFact, ...] = ()) -> list[str]:
    return list(rule_problems(RuleSet(version="test", rules=rules, facts=facts), LITTLE))


def test_the_house_is_sound() -> None:
    assert problems() == []


def test_a_questionnaire_without_rules_is_told() -> None:
    assert problems({"new_patient": NEW_PATIENT}, {}) == ["The questionnaire new_patient has no rules."]


@pytest.mark.parametrize(
    ("when", "slip"),
    [
        ("shoe = yes", "there is no question shoe"),
        ("one = maybe", "one has no choice maybe"),
        ("one in {yes, maybe}", "one has no choice maybe"),
        ("one has yes", "one is not a question of many choices"),
        ("many = yes", "many is not a question of one choice"),
        ("picked(one)", "one is not a question of many choices"),
        ("picked(count)", "count is not a question of many choices"),
        ("answered(shoe)", "there is no question shoe"),
        ("one < 3", "one is not a question with a number"),
        ("count < shoe + 1", "shoe is not a question with a number"),
        ("age < 18", "there is no question date_of_birth"),
        ("med(HERBS)", "there is no medicine group HERBS"),
        ("med(ANTICOAG, maybe)", "there is no status maybe"),
        ("cond(gout)", "there is no condition gout"),
        ("words(joy)", "there is no word list joy"),
        ("words(crisis, remote)", "there is no status remote"),
        ("unread(one)", "one is not a scanned question"),
        ("says_none(shoe)", "shoe is not a scanned question"),
        ("fired(nobody)", "there is no rule nobody"),
        ("intake(nobody)", "there is no rule nobody of the full form"),
        ("fact(nothing)", "there is no fact nothing"),
        ("intake_fact(nothing)", "there is no fact nothing of the full form"),
        ("one =", "Expected a name, not 'the end', in 'one ='"),
    ],
)
def test_a_name_that_does_not_exist_is_told(when: str, slip: str) -> None:
    listed = ("one", "many", "count")
    assert f"The rule x: {slip}." in told(rule("x", when, *listed))
    assert f"The advice of x: {slip}." in told(rule("x", "always", *listed, advice=when))
    assert f"The fact f: {slip}." in told(rule("x", "fact(f)"), facts=(NamedFact("f", when, "F"),))


@pytest.mark.parametrize(
    "when",
    [
        "one in {yes, no} AND many has no",
        "count >= count + 1 OR answered(meds_list)",
        "med(WARFARIN, past_6w) OR med(NSAID_SECOND_RISK) OR cond(past_harm, remote) OR words(crisis, cancelled)",
        "unread(meds_list) OR says_none(meds_list) OR none_mixed() OR always",
        "intake(anticoagulant) OR intake_fact(infection_risk_a)",
    ],
)
def test_names_that_exist_are_quiet(when: str) -> None:
    assert told(rule("x", when, "one", "many", "count", "meds_list")) == []


def test_two_rules_or_facts_of_one_code_are_told() -> None:
    fact = NamedFact("f", "always", "F")
    assert told(rule("x", "fact(f)"), rule("x", "always"), facts=(fact, fact)) == [
        "Two rules share the code x.",
        "Two rules share the name x.",
        "Two facts share the code f.",
    ]


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        (Stage.BASE, ["The rule x reads y, which does not run in an earlier stage."]),
        (Stage.COMBINED, []),
    ],
)
def test_a_rule_that_reads_its_own_stage_is_told(stage: Stage, found: list[str]) -> None:
    assert told(rule("x", "NOT fired(y)", stage=stage), rule("y", "always")) == found
    through_a_fact = (NamedFact("f", "fired(y)", "F"),)
    assert told(rule("x", "fact(f)", stage=stage), rule("y", "always"), facts=through_a_fact) == found


def test_a_fact_that_nobody_reads_or_that_reads_another_is_told() -> None:
    facts = (NamedFact("f", "fact(g)", "F"), NamedFact("g", "always", "G"))
    assert told(rule("x", "fact(f)"), facts=facts) == [
        "The fact f reads another fact: write it out.",
        "The fact g is read by no rule.",
    ]
    assert told(rule("x", "always", advice="fact(g)"), facts=facts[1:]) == []


def test_a_rule_lists_the_questions_it_reads() -> None:
    assert told(rule("x", "one = yes")) == ["The rule x reads one and does not list it."]
    assert told(rule("x", "one = yes", "one", "shoe")) == ["The rule x lists shoe, which is no question."]


def test_a_rule_raises_something() -> None:
    assert told(replace(rule("x", "always"), tier=Tier.CLEAR)) == ["The rule x raises nothing."]


@pytest.mark.parametrize(
    ("questions", "slip"),
    [
        ((Question("a", "A?", Kind.TEXT), Question("a", "A?", Kind.TEXT)), "The question a stands twice."),
        ((Question("a", "A?", Kind.ONE),), "The question a: it needs choices."),
        ((Question("a", "A?", Kind.TEXT, YES),), "The question a: it can have no choices."),
        ((Question("a", "A?", Kind.MANY, (*YES, YES[0])),), "The question a: the choice no stands twice."),
        (
            (Question("a", "A?", Kind.SCALE),),
            "The question a: a number, and only a number, has a smallest and a largest value.",
        ),
        (
            (Question("a", "A?", Kind.TEXT, scanned=True),),
            "The question a: it is scanned, but the recogniser does not know it, or the other way round.",
        ),
        (
            (Question("meds_list", "A?", Kind.TEXT),),
            "The question meds_list: it is scanned, but the recogniser does not know it, or the other way round.",
        ),
        ((Question("a", "A?", Kind.TEXT, show_if="b = yes"),), "The show-if of a: there is no question b."),
        (
            (Question("a", "A?", Kind.TEXT, show_if="b ="),),
            "The show-if of a: Expected a name, not 'the end', in 'b ='.",
        ),
        ((Question("a", "A?", Kind.TEXT, show_if="none_mixed()"),), "The show-if of a: it may not ask the rules."),
        ((Question("a", "A?", Kind.TEXT, anew_if="b = yes"),), "The anew-if of a: there is no question b."),
        (
            (Question("a", "A?", Kind.ONE, YES, anew_if="before_a = no"),),
            "The anew-if of a: there is no question before_a.",
        ),
        (
            (Question("a", "A?", Kind.TEXT, show_if="intake(nobody)"),),
            "The show-if of a: there is no rule nobody of the full form.",
        ),
        (
            (
                Question("a", "A?", Kind.ONE, YES, show_if="b = yes"),
                Question("b", "B?", Kind.ONE, YES, show_if="a = yes"),
            ),
            "The show-ifs of a, b, a wait for each other.",
        ),
        (
            (Question("meds_list", "M?", Kind.TEXT, scanned=True, show_if="med(ANTICOAG)"),),
            "The text of meds_list is scanned, but it is shown only after the scan.",
        ),
    ],
)
def test_a_slip_in_a_question_is_told(questions: tuple[Question, ...], slip: str) -> None:
    assert list(question_problems(form(*questions))) == [slip]


def test_five_questions_on_a_red_flag_screen_are_told() -> None:
    flags = tuple(Question(letter, "?", Kind.ONE, YES, red_flag=True) for letter in "abcde")
    assert list(question_problems(form(*flags[:4]))) == []
    assert list(question_problems(form(*flags))) == ["The screen only asks red flags and more than 4 questions."]


def test_a_walk_that_goes_nowhere_or_twice_is_told() -> None:
    a = Question("a", "A?", Kind.TEXT)
    assert list(question_problems(form(a, walk=("only", "only", "else")))) == [
        "The walked screen only stands twice.",
        "The walk of little names else, which is no screen before the form is sent.",
    ]


def test_a_screen_that_stands_twice_is_told() -> None:
    twice = (Screen("a", "A", ()), Screen("a", "A", ()))
    assert list(question_problems(form(screens=twice))) == ["The screen a stands twice."]


AGAIN = replace(
    form(Question("one", "One?", Kind.ONE, YES, show_if="before_one = yes", anew_if="NOT before_one = no")),
    from_intake=(Question("one", "One?", Kind.ONE, YES), Question("old", "Old?", Kind.MANY, YES)),
    from_visit=(Question("hours", "Hours?", Kind.NUMBER, minimum=0, maximum=9),),
)


def test_an_update_may_name_what_was_answered_before_and_what_the_visit_tells() -> None:
    assert list(question_problems(AGAIN)) == []
    read = rule("x", "old has yes AND hours <= 3 AND one = yes", "old", "hours", "one")
    assert list(rule_problems(RuleSet(version="test", rules=(read,), facts=()), AGAIN)) == []


@pytest.mark.parametrize(
    ("when", "slip"),
    [
        ("before_one = maybe", "before_one has no choice maybe"),
        ("before_hours = yes", "there is no question before_hours"),
        ("before_old = yes", "before_old is not a question of one choice"),
        ("picked(before_shoe)", "there is no question before_shoe"),
    ],
)
def test_an_old_answer_that_nobody_gave_is_told(when: str, slip: str) -> None:
    read = rule("x", when, "before_one", "before_hours", "before_old", "before_shoe")
    assert f"The rule x: {slip}." in list(rule_problems(RuleSet(version="test", rules=(read,), facts=()), AGAIN))


def test_a_rule_without_a_name_is_told() -> None:
    assert told(replace(rule("x", "always"), name="")) == ["The rule x has no name."]


_SLIP = "Then treat as seizure_disorder, and seizure_disorder again."


@pytest.mark.parametrize(
    "slip",
    [
        replace(rule("x", "always"), name=_SLIP),
        replace(rule("x", "always"), why=_SLIP),
        replace(rule("x", "always"), action=_SLIP),
        replace(rule("x", "always"), advice=(Advice(_SLIP),)),
    ],
)
def test_a_code_in_what_people_read_is_told(slip: Rule) -> None:
    assert told(slip) == ["The rule x says seizure_disorder to people who read."]


@pytest.mark.parametrize(
    ("tier", "contact", "wrong"),
    [
        (Tier.NOTE, Contact.NONE, []),
        (Tier.CAUTION, Contact.NONE, []),
        (Tier.HOLD, Contact.NONE, ["The rule strong implies weak, which is not weaker."]),
        (Tier.EMERGENCY, Contact.NONE, ["The rule strong implies weak, which is not weaker."]),
        (Tier.CAUTION, Contact.TWO_DAYS, []),
        (Tier.CAUTION, Contact.SAME_DAY, ["The rule strong implies weak, which is not weaker."]),
    ],
)
def test_only_what_is_weaker_and_called_no_sooner_is_folded(tier: Tier, contact: Contact, wrong: list[str]) -> None:
    strong = replace(rule("strong", "always"), tier=Tier.HOLD, contact=Contact.TWO_DAYS, implies=("weak",))
    assert told(strong, replace(rule("weak", "always"), tier=tier, contact=contact)) == wrong


def test_a_rule_that_implies_a_stranger_is_told() -> None:
    assert told(replace(rule("x", "always"), implies=("y",))) == ["The rule x implies y, which is no rule."]


def flagged(*show_ifs: str) -> list[str]:
    """What is wrong with the length of a screen of red flags, each shown on its condition."""
    asked = [Question(f"q{n}", "?", Kind.ONE, YES, show_if=when, red_flag=True) for n, when in enumerate(show_ifs)]
    return [sentence for sentence in question_problems(form(*asked)) if "red flags" in sentence]


def test_a_question_that_follows_up_another_on_its_screen_does_not_make_the_screen_too_long() -> None:
    too_long = ["The screen only asks red flags and more than 4 questions."]
    assert flagged(*["always"] * 4, "q0 = yes") == []
    assert flagged(*["always"] * 5) == too_long
    assert flagged(*["always"] * 4, "q0 =") == too_long
