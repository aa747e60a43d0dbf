"""The run: stages, conflicts, hidden answers, evidence, advice, order, and what is no answer at all."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from intake.questionnaire import NEW_PATIENT
from intake.screening import RULES, RULESET, Finding, NamedFact, Rule, RuleSet, Screening, Stage, Tier, screen
from intake.screening.ruleset import NEW_PATIENT_RULES
from tests.intake.screening.truth.case import HEALTHY, ON


def screened(**changes: Any) -> Screening:
    answers = {**HEALTHY, **changes}
    return screen({code: answer for code, answer in answers.items() if answer is not None}, on=ON)


def finding(code: str, **changes: Any) -> Finding:
    return next(found for found in screened(**changes).findings if found.code == code)


def test_the_healthy_form_is_clear_and_complete() -> None:
    result = screened()
    assert (result.tier, result.findings, result.unanswered, result.hits) == (Tier.CLEAR, (), (), ())
    assert result.ruleset == RULESET


def test_a_code_names_one_rule() -> None:
    assert [code for code, number in Counter(rule.code for rule in RULES).items() if number > 1] == []


def test_the_stages_are_those_of_the_specification() -> None:
    later = {stage: {rule.code for rule in RULES if rule.stage is stage} for stage in Stage}
    assert later[Stage.COMBINED] == {
        "rf_spinal_infection",
        "rf_chest_or_aortic",
        "anticoagulant_high_risk",
        "possible_malignancy",
        "spine_cord_or_instability",
        "red_flag_in_text",
        "stiff_spine_injury",
        "antiplatelet_high_risk",
        "numb_skin",
        "herniated_disc",
        "disc_limb_pain",
    }
    assert later[Stage.UNLESS] == {
        "fever_illness",
        "spinal_infection_possible",
        "head_neck_warning",
        "chest_or_belly_pain",
        "crisis_words_check",
        "seizure_remote",
        "anticonvulsant_other_use",
        "breath_pain",
        "ankylosed_spine",
        "limb_weakness_stable",
        "chest_or_belly_lasting",
        "weight_loss_unsure",
    }
    assert later[Stage.LATE] == {"night_pain_worse", "night_pain_ask"}
    assert later[Stage.CONFLICT] == {"answers_conflict"}


def test_emergency_and_hold_offer_no_disease_codes() -> None:
    serious = [rule for rule in RULES if rule.tier >= Tier.HOLD]
    disease = [code for rule in serious for code in rule.icd10 if code[0] not in "RZ"]
    assert disease == []


def test_every_rule_says_why_what_to_do_and_where_from() -> None:
    assert [rule.code for rule in RULES if not (rule.why and rule.action and rule.source)] == []


def test_every_rule_has_a_name_of_its_own_and_a_reason_in_one_line() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES if "_" in rule.name or not rule.name[0].isupper()] == []


def test_tiers_are_ordered() -> None:
    assert sorted(Tier, key=str) != sorted(Tier)
    assert sorted(Tier) == [Tier.CLEAR, Tier.NOTE, Tier.CAUTION, Tier.HOLD, Tier.EMERGENCY]
    assert (Tier.NOTE < Tier.CAUTION, Tier.HOLD <= Tier.HOLD, Tier.CLEAR > Tier.NOTE, Tier.HOLD >= Tier.NOTE) == (
        True,
        True,
        False,
        True,
    )
    assert str(max(Tier.NOTE, Tier.EMERGENCY)) == "emergency"


def test_findings_come_most_serious_first() -> None:
    many = {"rf_stroke": "yes", "conditions": ["diabetes"], "implants": ["joint"], "needle_feelings": "panic_faint"}
    result = screened(**many, age=17)
    assert result.tier is Tier.EMERGENCY
    assert [found.tier.rank for found in result.findings] == sorted(
        (found.tier.rank for found in result.findings), reverse=True
    )


def test_the_order_of_answers_and_rules_changes_nothing() -> None:
    ill = {"rf_fever": "yes", "conditions": ["diabetes"], "meds_list": "Eliquis", "spine_dx": ["stenosis"]}
    answers = {**HEALTHY, **ill}
    turned = dict(reversed(answers.items()))
    assert screen(answers, on=ON) == screen(turned, on=ON)
    shuffled = replace(NEW_PATIENT_RULES, rules=tuple(reversed(RULES)))
    assert shuffled.screen(answers, on=ON).codes == screen(answers, on=ON).codes


# because


def test_a_finding_carries_the_answers_that_fired_it_and_no_others() -> None:
    found = finding("rf_cauda_equina", rf_saddle_numb="yes", rf_both_legs="yes", rf_stroke="yes")
    assert found.because == {"rf_saddle_numb": "yes", "rf_both_legs": "yes"}


def test_a_finding_follows_the_rules_and_facts_it_reads() -> None:
    risks = {"rf_fever": "yes", "rf_infection_recent": "yes", "devices": ["heart_valve"], "rf_iv_drugs": "no"}
    found = finding("rf_spinal_infection", **risks)
    assert found.because == {"rf_fever": "yes", "rf_infection_recent": "yes", "devices": ["heart_valve"]}
    assert found.facts == (
        "A route for germs straight to the spine",
        "A body that fights infection less well, or holds hardware",
    )


def test_the_answers_of_a_finding_stand_in_the_order_of_the_form() -> None:
    found = finding("spine_dx_no_limb_signs", spine_dx=["stenosis"])
    order = [question.code for question in NEW_PATIENT.questions]
    assert list(found.because) == sorted(found.because, key=order.index)


def test_matched_words_stand_with_their_field_and_status() -> None:
    found = finding("anticoagulant", meds_list="aspirin, Eliquis 5 mg", inr_status="not_warfarin", rf_bleeding_now="no")
    assert [(hit.field, hit.text, hit.name, str(hit.status)) for hit in found.matched] == [
        ("meds_list", "Eliquis", "eliquis", "current")
    ]
    assert found.because == {"meds_list": "aspirin, Eliquis 5 mg"}


def test_both_sides_of_a_conflict_are_shown() -> None:
    found = finding("answers_conflict", meds_list="Plavix", rf_bleeding_now="no")
    assert found.because == {"med_types": ["none"], "meds_list": "Plavix"}
    assert found.facts == ("The text names an antiplatelet that is not ticked",)


def test_a_none_with_another_choice_counts_as_the_choice_and_is_a_conflict() -> None:
    result = screened(conditions=["none", "lung_disease"], skin=["none", "eczema_psoriasis"], skin_area="elbow")
    assert result.codes == {"lung_disease", "skin_patches", "answers_conflict"}
    conflict = result.findings[-1]
    assert conflict.because == {"skin": ["none", "eczema_psoriasis"], "conditions": ["none", "lung_disease"]}


def test_an_age_is_told_by_the_birth_date_or_by_itself() -> None:
    assert finding("minor", age=17).because == {"age": 17}
    assert finding("minor", age=12, date_of_birth="2009-03-16").because == {"date_of_birth": "2009-03-16"}
    assert finding("minor", age=None, date_of_birth="2009-03-16").because == {"date_of_birth": "2009-03-16"}


@pytest.mark.parametrize(
    ("changes", "code", "private"),
    [
        ({"pregnancy": "yes", "pregnancy_warning": "no"}, "pregnancy", True),
        ({"rf_night_pain": "yes", "rf_iv_drugs": "yes", "rf_infection_recent": "no"}, "rf_spinal_infection", True),
        ({"rf_fever": "yes", "surgery": ["spine_last_12w"]}, "rf_spinal_infection", False),
        ({"rf_chest": "yes"}, "rf_chest_or_aortic", False),
        # medicines that would reveal HIV or a pregnancy
        ({"meds_list": "Biktarvy"}, "answers_conflict", True),
        ({"meds_list": "prenatal vitamins, labetalol"}, "answers_conflict", True),
        ({"meds_list": "Entresto"}, "answers_conflict", False),
    ],
)
def test_a_finding_behind_which_a_private_answer_stands_is_private(
    changes: dict[str, Any], code: str, private: bool
) -> None:
    assert finding(code, **changes).private is private


# advice


@pytest.mark.parametrize(
    ("changes", "advice"),
    [
        ({"rf_stroke": "yes"}, ("Call 911 now, even if it went away.",)),
        ({"rf_leg_weak": "new_or_worse"}, ("Go to an emergency room today.",)),
        (
            {"rf_head_neck": ["scalp_jaw"], "age": 50},
            ("Go to an emergency room today; your sight may be at risk.",),
        ),
        (
            {"rf_stroke": "yes", "rf_head_neck": ["scalp_jaw", "eyelid_sight"], "age": 49},
            (
                "Call 911 now, even if it went away.",
                "Call 911 now: a droopy eyelid, uneven pupils or a change in sight needs a scan at once.",
            ),
        ),
    ],
)
def test_advice_is_given_where_its_own_condition_holds(changes: dict[str, Any], advice: tuple[str, ...]) -> None:
    assert finding("rf_sudden_neuro", pain_areas=["neck"], **changes).advice == advice


@pytest.mark.parametrize(("warning", "lines"), [("yes", 2), ("not_sure", 2)])
def test_after_a_birth_the_crisis_line_is_added(warning: str, lines: int) -> None:
    found = finding("rf_pregnancy_warning", pregnancy="postpartum", postpartum_warning=warning)
    assert len(found.advice) == lines
    assert "988" in found.advice[-1]


def test_without_a_birth_the_crisis_line_is_left_out() -> None:
    assert len(finding("rf_pregnancy_warning", pregnancy="yes", pregnancy_warning="yes").advice) == 1


# hidden and missing answers


def test_a_hidden_answer_does_not_count() -> None:
    result = screened(rf_head_neck=["eyelid_sight"], rf_iv_drugs="yes", cancer_treatment=["chemo_6w"])
    assert (result.tier, result.findings) == (Tier.CLEAR, ())
    assert not result.shown & {"rf_head_neck", "rf_iv_drugs", "cancer_treatment"}


def test_hiding_a_question_hides_what_depends_on_it() -> None:
    chain = {"treatments_tried": ["acupuncture"], "acupuncture_reaction": "severe", "reaction_detail": "collapsed lung"}
    assert "prior_reaction_severe" in screened(**chain).codes
    hidden = screened(**chain | {"treatments_tried": ["none"]})
    assert hidden.codes == frozenset()
    assert not hidden.shown & {"acupuncture_reaction", "reaction_detail"}


def test_text_of_a_hidden_question_is_not_read() -> None:
    tried = {"treatments_tried": ["acupuncture"], "reaction_detail": "I take warfarin and want to die"}
    assert "crisis_words" in screened(acupuncture_reaction="moderate", **tried).codes
    hidden = screened(acupuncture_reaction="mild", **tried)
    assert (hidden.codes, hidden.hits) == (frozenset(), ())
    assert "inr_status" not in hidden.shown


@pytest.mark.parametrize("field", ["meds_list", "anything_else", "goal_text"])
def test_a_medicine_in_any_text_opens_its_question(field: str) -> None:
    result = screened(**{field: "warfarin"})
    assert {"inr_status", "rf_bleeding_now"} <= result.shown
    assert {"inr_status", "rf_bleeding_now"} <= {*result.unanswered}


def test_what_is_shown_required_and_empty_is_listed_in_the_order_of_the_form() -> None:
    result = screened(rf_chest=None, full_name="  ", rf_fever="yes", email=None, signature=None, consent_truth=False)
    assert result.unanswered == (
        "full_name",
        "rf_chest",
        "needled_recent",
        "rf_iv_drugs",
        "rf_infection_recent",
        "rf_procedure_recent",
        "consent_truth",
        "signature",
    )


def test_missing_answers_never_change_the_tier() -> None:
    assert screen({}, on=ON).tier is Tier.CLEAR
    assert len(screen({}, on=ON).unanswered) == sum(
        question.required and question.show_if == "always" for question in NEW_PATIENT.main_questions
    )


def test_an_age_stands_for_the_birth_date() -> None:
    assert "date_of_birth" not in screened(age=42).unanswered
    assert "date_of_birth" in screened(age=None).unanswered
    assert screened(age=9, date_of_birth="1984-03-16").codes == frozenset()


# what is no answer


@pytest.mark.parametrize(
    "junk",
    [
        {"rf_chest": "YES"},
        {"rf_chest": ["yes"]},
        {"rf_chest": {"yes": 1}},
        {"rf_chest": True},
        {"skin": "infected"},
        {"skin": ["INFECTED", 7, None, ["infected"]]},
        {"skin": {"infected": True}},
        {"meds_list": ["warfarin"]},
        {"meds_list": 17},
        {"age": "17"},
        {"age": 17.0},
        {"age": True},
        {"age": -1},
        {"age": 111},
        {"date_of_birth": "2026-03-17"},
        {"date_of_birth": "1915-03-16"},
        {"date_of_birth": "yesterday"},
        {"shoe_size": 42},
        {"pain_now": "11"},
        {"": ""},
    ],
)
def test_what_is_no_answer_is_ignored(junk: dict[str, Any]) -> None:
    assert screened(**junk).tier is Tier.CLEAR


def test_the_known_values_of_a_list_count() -> None:
    assert screened(skin=["infected", "itchy", 7, "infected"], skin_area="arm").codes == {"skin_infection"}
    assert finding("skin_infection", skin=["infected", "itchy", 7, "infected"]).because == {"skin": ["infected"]}


@pytest.mark.parametrize(
    ("code", "value"), [("pregnancy_weeks", 44), ("pregnancy_weeks", 0), ("pain_now", 11), ("consent_truth", "on")]
)
def test_a_number_or_tick_out_of_range_is_unanswered(code: str, value: object) -> None:
    result = screened(**{code: value, "pregnancy": "yes", "pregnancy_warning": "no"})
    assert (code in result.unanswered) is NEW_PATIENT.question(code).required


# other rule sets


def little(*rules: Rule, facts: tuple[NamedFact, ...] = ()) -> RuleSet:
    return RuleSet(version="test", rules=rules, facts=facts)


def rule(code: str, when: str, tier: Tier = Tier.NOTE, stage: Stage = Stage.BASE) -> Rule:
    return Rule(code=code, name=code, tier=tier, stage=stage, questions=(), when=when, why="w", action="a", source="s")


def test_a_rule_sees_only_what_earlier_stages_fired() -> None:
    rules = little(
        rule("late", "fired(early)", stage=Stage.COMBINED),
        rule("peer", "fired(early)"),
        rule("early", "always"),
        rule("last", "fired(late) AND NOT fired(peer)", stage=Stage.UNLESS),
    )
    assert rules.screen({}, on=ON).codes == {"early", "late", "last"}


def test_a_changed_tier_changes_the_result() -> None:
    stricter = tuple(replace(each, tier=Tier.HOLD) if each.code == "lung_disease" else each for each in RULES)
    answers = {**HEALTHY, "conditions": ["lung_disease"]}
    assert replace(NEW_PATIENT_RULES, rules=stricter).screen(answers, on=ON).tier is Tier.HOLD
    assert screen(answers, on=ON).tier is Tier.CAUTION


def test_the_day_is_handed_in() -> None:
    answers = {**HEALTHY, "date_of_birth": "2008-03-16"}
    answers.pop("age")
    eve = screen(answers, on=date(2026, 3, 15)).codes
    assert ("minor" in eve, "minor" in screen(answers, on=ON).codes) == (True, False)
