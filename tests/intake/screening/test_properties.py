"""What must hold for any answers at all, tried on answers nobody thought of."""

import copy
import random
from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from intake.questionnaire import NEW_PATIENT, Kind, Question
from intake.screening import Screening, Tier, screen
from tests.intake.screening.truth.case import ON
from tests.intake.screening.truth.tiers import RANK

Answers = dict[str, Any]

SAYINGS = (
    *(
        "",
        "none",
        "no",
        "lisinopril",
        "Eliquis 5 mg",
        "warfarin",
        "stopped Plavix yesterday",
        "my mother takes Xarelto",
    ),
    *(
        "Keppra",
        "gabapentin",
        "insulin",
        "prednisone",
        "chemo 4 weeks ago",
        "Imbruvica",
        "ginkgo",
        "aspirin",
        "clozapine",
    ),
    *("see photo", "I am pregnant", "no seizures", "seizure as a child", "aortic aneurysm", "pacemaker", "cellulitis"),
    *("I want to die", "I am not suicidal", "hemophilia", "와파린", "a\u2028b\x00c", "Fosamax, no chemo", "hospital"),
)
texts = st.one_of(
    st.sampled_from(SAYINGS), st.lists(st.sampled_from(SAYINGS), max_size=3).map(", ".join), st.text(max_size=40)
)
ages = st.sampled_from([0, 9, 10, 11, 12, 14, 15, 17, 18, 42, 49, 50, 60, 61, 69, 70, 110])
unhurried = settings(suppress_health_check=[HealthCheck.too_slow])  # drawing a form of seventy answers takes time


def an_answer(question: Question) -> st.SearchStrategy[Any]:
    """Any well-typed answer to one question."""
    values = sorted(question.values)
    match question.kind:
        case Kind.ONE:
            return st.sampled_from(values)
        case Kind.MANY | Kind.BODY_MAP:
            return st.lists(st.sampled_from(values), unique=True, max_size=4)
        case Kind.SCALE:
            return st.integers(0, 10)
        case Kind.NUMBER:
            return st.integers(1, 43)
        case Kind.CHECKBOX:
            return st.booleans()
        case Kind.DATE:
            return ages.map(lambda age: ON.replace(year=ON.year - age).isoformat())
        case _:
            return texts


BY_CODE = {question.code: an_answer(question) for question in NEW_PATIENT.questions}
forms = st.fixed_dictionaries({}, optional=BY_CODE)
full_forms = st.fixed_dictionaries(BY_CODE)
whole = st.one_of(forms, full_forms)

MANY = [question for question in NEW_PATIENT.questions if question.is_many]
POSITIVE = [(question.code, value) for question in MANY for value in sorted(question.values - {"none"})]
FEARED = {  # the answer to a warning question that says most, and the one it is changed from
    **dict.fromkeys(("rf_chest", "rf_tearing", "rf_stroke", "rf_saddle_numb", "rf_bladder_bowel"), "yes"),
    **dict.fromkeys(("rf_both_legs", "rf_leg_swelling", "rf_clumsy", "rf_fever", "rf_weight_loss"), "yes"),
    **dict.fromkeys(("rf_night_pain", "rf_iv_drugs", "rf_infection_recent", "rf_bleeding_now"), "yes"),
    **dict.fromkeys(("pregnancy_warning", "postpartum_warning", "early_preg_warning"), "yes"),
    **dict.fromkeys(("rf_breath_pain", "rf_procedure_recent", "needled_recent"), "yes"),
    "rf_leg_weak": "new_or_worse",
    "rf_trauma": "major_not_checked",
    "doctor_advised_against": "yes",
    "blood_thinner": "yes",
    "seizure": "active",
}


def rank(result: Screening) -> int:
    return RANK[str(result.tier)]


def codes(result: Screening) -> list[str]:
    return [found.code for found in result.findings]


@unhurried
@given(whole, st.sampled_from(POSITIVE))
def test_ticking_one_more_box_never_lowers_the_tier(answers: Answers, added: tuple[str, str]) -> None:
    code, value = added
    ticked = answers.get(code, [])
    assume(value not in ticked)
    assert rank(screen({**answers, code: [*ticked, value]}, on=ON)) >= rank(screen(answers, on=ON))


@unhurried
@given(whole, st.sampled_from(sorted(FEARED.items())))
def test_a_yes_in_place_of_a_no_never_lowers_the_tier(answers: Answers, feared: tuple[str, str]) -> None:
    code, value = feared
    before = screen({**answers, code: "no"}, on=ON)
    assert rank(screen({**answers, code: value}, on=ON)) >= rank(before)


@unhurried
@given(whole, st.sampled_from(sorted(FEARED.items())))
def test_an_answer_where_there_was_none_never_lowers_the_tier(answers: Answers, feared: tuple[str, str]) -> None:
    code, value = feared
    before = screen({key: answer for key, answer in answers.items() if key != code}, on=ON)
    assert rank(screen({**answers, code: value}, on=ON)) >= rank(before)


UNSURE = sorted(code for code, value in FEARED.items() if "not_sure" in NEW_PATIENT.question(code).values)


@unhurried
@given(whole, st.sampled_from(UNSURE))
def test_not_sure_in_place_of_a_no_never_lowers_the_tier(answers: Answers, code: str) -> None:
    before = screen({**answers, code: "no"}, on=ON)
    assert rank(screen({**answers, code: "not_sure"}, on=ON)) >= rank(before)


@unhurried
@given(whole, st.sampled_from(["weak_checked", "organ_pain_checked"]), st.sampled_from(["no", "not_sure", None]))
def test_only_a_yes_to_a_doctors_check_leads_down(answers: Answers, code: str, answer: str | None) -> None:
    before = screen({**answers, code: "yes"}, on=ON)
    assert rank(screen({**answers, code: answer}, on=ON)) >= rank(before)


OF_SOMEBODY_ELSE = (
    *("My mother takes Xarelto.", "My father had a heart attack last week.", "My sister has epilepsy and diabetes."),
    *("My husband has a pacemaker.", "My brother has hemophilia.", "Mi hermana toma warfarina.", "My dog has a fever."),
)
DENIED = (
    *("No fever, no chills.", "I have never had a seizure.", "No blood thinners.", "I do not take Plavix."),
    *("No diabetes.", "Sin diabetes.", "Nunca he tenido convulsiones.", "No estoy encinta.", "Cancer was ruled out."),
    *("No chest pain.", "I am not pregnant.", "No pacemaker."),
)


@unhurried
@given(whole, st.lists(st.sampled_from(SAYINGS), max_size=2), st.sampled_from(OF_SOMEBODY_ELSE + DENIED))
def test_a_denial_or_a_sentence_about_somebody_else_never_raises_above_a_note(
    answers: Answers, said: list[str], added: str
) -> None:
    if added in OF_SOMEBODY_ELSE:  # a helper's mother may be the patient
        answers = {**answers, "form_filler": "self"}
    text = ". ".join(said)
    before = screen({**answers, "anything_else": text}, on=ON)
    after = screen({**answers, "anything_else": f"{text}. {added}"}, on=ON)
    raised = {found.code for found in after.findings if found.tier > Tier.NOTE} - set(codes(before))
    assert raised == set()
    assert rank(after) <= max(rank(before), RANK["note"])


@unhurried
@given(whole, st.randoms(use_true_random=False))
def test_the_order_of_answers_and_choices_never_matters(answers: Answers, shuffler: random.Random) -> None:
    turned = {code: _turned(answers[code], shuffler) for code in shuffler.sample(sorted(answers), len(answers))}
    before, after = screen(answers, on=ON), screen(turned, on=ON)
    assert (codes(after), after.tier, after.unanswered) == (codes(before), before.tier, before.unanswered)


def _turned(answer: Any, shuffler: random.Random) -> Any:
    return shuffler.sample(answer, len(answer)) if isinstance(answer, list) else answer


@unhurried
@given(whole)
def test_the_same_answers_are_screened_alike_and_left_as_they_were(answers: Answers) -> None:
    kept = copy.deepcopy(answers)
    assert screen(answers, on=ON) == screen(kept, on=ON)
    assert answers == kept


@unhurried
@given(whole)
def test_findings_stand_most_serious_first_and_once_each(answers: Answers) -> None:
    result = screen(answers, on=ON)
    ranks = [RANK[str(found.tier)] for found in result.findings]
    assert ranks == sorted(ranks, reverse=True)
    assert len(codes(result)) == len(set(codes(result)))
    assert rank(result) == max(ranks, default=0)


@unhurried
@given(whole)
def test_a_hidden_answer_changes_nothing(answers: Answers) -> None:
    result = screen(answers, on=ON)
    seen = screen({code: answer for code, answer in answers.items() if code in result.shown}, on=ON)
    assert (seen.findings, seen.tier, seen.unanswered, seen.shown) == (
        result.findings,
        result.tier,
        result.unanswered,
        result.shown,
    )


@unhurried
@given(whole)
def test_what_is_unanswered_is_shown_required_and_empty(answers: Answers) -> None:
    result = screen(answers, on=ON)
    for code in result.unanswered:
        assert code in result.shown
        assert NEW_PATIENT.question(code).required
        assert answers.get(code) in (None, "", [], False) or not str(answers[code]).strip()


NOT_CLINICAL = {
    "full_name": "Invented",
    "phone": "213-555-0100",
    "interpreter": "no",
    "signature": "Invented",
    "consent_risks": True,
    "peg_pain": 5,
    "imaging": ["mri"],
}


@unhurried
@given(whole, st.sampled_from(sorted(NOT_CLINICAL)))
def test_what_is_left_unanswered_never_changes_the_tier(answers: Answers, code: str) -> None:
    left = {key: answer for key, answer in answers.items() if key not in (code, "imaging_when")}
    assert screen(left, on=ON).tier == screen({**left, code: NOT_CLINICAL[code]}, on=ON).tier


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts, st.dates().map(str)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=2)),
    max_leaves=5,
)
junk = st.dictionaries(st.one_of(st.sampled_from(sorted(BY_CODE)), st.text(max_size=8)), json_values, max_size=12)


@unhurried
@given(junk, st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_any_junk_is_screened_without_an_exception(answers: Answers, on: date) -> None:
    assert str(screen(answers, on=on).tier) in RANK


@unhurried
@given(whole, st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_any_form_is_screened_on_any_day(answers: Answers, on: date) -> None:
    assert str(screen(answers, on=on).tier) in RANK
