"""What must hold for any update and any check-in, tried on answers nobody thought of."""

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from intake.questionnaire import CHECK_IN, NEW_PATIENT, VISIT_UPDATE, Questionnaire
from intake.screening import Given, Level, Record, Screening, Tier, record_for_check_in, record_of, screen
from intake.screening.form import form_of
from tests.intake.screening.test_properties import an_answer, json_values, rank, texts, unhurried, whole
from tests.intake.screening.truth.case import ON

Answers = dict[str, Any]

ONLY_NEW_TEXT = {"crisis_words", "crisis_words_check", "red_flag_in_text", "recent_vascular_event", "answers_conflict"}
"""Rules that old text raises no more. Which answers the text contradicts changes with it."""


def answers_to(questionnaire: Questionnaire) -> st.SearchStrategy[Answers]:
    by_code = {code: an_answer(question) for code, question in questionnaire.answerable.items()}
    by_code |= {"hours_since_visit": st.sampled_from([0, 24, 47, 48, 672, 673, 5000])}
    return st.fixed_dictionaries({}, optional={code: by_code[code] for code in questionnaire.answerable})


updates = answers_to(VISIT_UPDATE)
check_ins = answers_to(CHECK_IN)


def full(answers: Answers, days: int = 0) -> Given:
    day = ON - timedelta(days=days)
    return Given(form_of(NEW_PATIENT).valid(answers, day), day)


def updated(before: Answers, answers: Answers, days: int = 0) -> Screening:
    return screen(answers, on=ON, questionnaire=VISIT_UPDATE, record=record_of(full(before, days), on=ON))


def checked_in(before: Answers, answers: Answers) -> Screening:
    return screen(answers, on=ON, questionnaire=CHECK_IN, record=record_for_check_in(full(before)))


@unhurried
@given(whole)
def test_an_update_without_a_change_finds_what_the_full_form_found(before: Answers) -> None:
    first, later = screen(before, on=ON), updated(before, {})
    assert later.codes - ONLY_NEW_TEXT == first.codes - ONLY_NEW_TEXT


@unhurried
@given(whole, st.sampled_from(sorted(question.code for question in VISIT_UPDATE.carried if question.red_flag)))
def test_an_old_red_flag_counts_until_it_is_answered_anew(before: Answers, code: str) -> None:
    assume(code in before and before[code] not in ("no", [], ["none"]))
    result = updated(before, {})
    assert code in result.unanswered or code not in result.shown
    assert rank(result) >= rank(updated({**before, code: "no"}, {})) or code == "rf_head_neck"


@unhurried
@given(whole, updates, st.integers(0, 500))
def test_an_update_is_the_full_form_with_the_new_answers_in_place(before: Answers, answers: Answers, days: int) -> None:
    result = updated(before, answers, days)
    assert result == updated(before, dict(reversed(answers.items())), days)
    assert set(result.unanswered) <= result.shown
    assert not set(result.unanswered) & form_of(VISIT_UPDATE).valid(answers, ON).keys()


@unhurried
@given(updates, st.integers(0, 3000))
def test_nothing_known_from_before_is_no_no(answers: Answers, days: int) -> None:
    given_ = form_of(VISIT_UPDATE).valid(answers, ON)
    result = updated({}, answers, days)
    must = {question.code for question in VISIT_UPDATE.main_questions if question.required}
    assert set(result.unanswered) == (must & result.shown) - given_.keys()


FEARED_AFTER = {
    "fu_breath": "yes",
    "fu_head": "yes",
    "fu_fever": "yes",
    "fu_faint": "seizure",
    "fu_preg": "yes",
    "fu_belly": "yes",
    "fu_pain_change": "worse_lot",
    "fu_tired_drive": "still",
    "fu_needle": "broken_inside",
    "fu_call": "yes",
    "rf_iv_drugs": "yes",
    "rf_infection_recent": "yes",
    "rf_procedure_recent": "yes",
}
QUIET = {"fu_pain_change": "same"}
TICKS = [
    (question.code, value)
    for question in CHECK_IN.questions
    if question.is_many
    for value in sorted(question.values - {"none", "no"})
]


@unhurried
@given(whole, check_ins, st.sampled_from(sorted(FEARED_AFTER.items())))
def test_a_yes_after_a_visit_never_lowers_the_tier(before: Answers, answers: Answers, feared: tuple[str, str]) -> None:
    code, value = feared
    quiet = checked_in(before, {**answers, code: QUIET.get(code, "no")})
    assert rank(checked_in(before, {**answers, code: value})) >= rank(quiet)


@unhurried
@given(whole, check_ins, st.sampled_from(sorted(FEARED_AFTER.items())))
def test_an_answer_after_a_visit_never_lowers_what_none_was(
    before: Answers, answers: Answers, feared: tuple[str, str]
) -> None:
    code, value = feared
    none = checked_in(before, {key: answer for key, answer in answers.items() if key != code})
    assert rank(checked_in(before, {**answers, code: value})) >= rank(none)


@unhurried
@given(whole, check_ins, st.sampled_from(TICKS))
def test_one_more_tick_after_a_visit_never_lowers_the_tier(
    before: Answers, answers: Answers, added: tuple[str, str]
) -> None:
    code, value = added
    ticked = answers.get(code, [])
    assume(value not in ticked)
    assert rank(checked_in(before, {**answers, code: [*ticked, value]})) >= rank(checked_in(before, answers))


DAY_FEARED = {
    "day_eaten": ("no", "yes"),
    "day_feeling": ("yes", "no"),
    "day_substances": (["alcohol"], ["none"]),
    "day_missed_dose": (["blood_thinner"], ["none"]),
    "day_new_event": (["seizure"], ["none"]),
}


@unhurried
@given(whole, updates, st.sampled_from(sorted(DAY_FEARED)))
def test_a_yes_about_today_never_lowers_the_tier(before: Answers, answers: Answers, code: str) -> None:
    feared, quiet = DAY_FEARED[code]
    assert rank(updated(before, {**answers, code: feared})) >= rank(updated(before, {**answers, code: quiet}))


@unhurried
@given(whole, check_ins)
def test_no_answer_is_never_fine(before: Answers, answers: Answers) -> None:
    result = checked_in(before, answers)
    given_ = form_of(CHECK_IN).valid(answers, ON)
    missing = [q.code for q in CHECK_IN.questions if q.required and q.code in result.shown and q.code not in given_]
    assert list(result.unanswered) == missing
    if missing:
        assert result.level is not Level.ROUTINE
    if result.level is None:
        assert result.tier in (Tier.CLEAR, Tier.NOTE)


@unhurried
@given(whole, check_ins)
def test_what_is_known_from_before_never_lowers_a_check_in(before: Answers, answers: Answers) -> None:
    after = {code: answer for code, answer in answers.items() if code not in ("fu_preg", "fu_pain_now")}
    assert rank(checked_in(before, after)) >= rank(checked_in({}, after))


junk = st.dictionaries(
    st.one_of(st.sampled_from(sorted({*VISIT_UPDATE.known, *CHECK_IN.known})), texts), json_values, max_size=12
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(junk, junk)
def test_any_junk_is_screened_without_an_exception(before: Answers, answers: Answers) -> None:
    for questionnaire in (VISIT_UPDATE, CHECK_IN):
        record = Record(answers=before, fired=frozenset(map(str, before)), facts=frozenset(map(str, before)))
        assert screen(answers, on=ON, questionnaire=questionnaire, record=record).tier in Tier
