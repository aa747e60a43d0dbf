"""Sittings laid over each other in order of time."""

from datetime import date, timedelta
from typing import Any

import pytest

from intake.questionnaire import CHECK_IN, VISIT_UPDATE
from intake.questionnaire.visit_update.windows import WINDOWS, aged
from intake.screening import Given, Reading, Record, read, record_for_check_in, record_of, screen
from intake.screening.finding import Written
from tests.intake.screening.truth.case import HEALTHY, ON


def day(number: int) -> date:
    """That many days before the screening."""
    return ON - timedelta(days=number)


def full(days: int = 0, **changes: Any) -> Given:
    return Given({code: value for code, value in {**HEALTHY, **changes}.items() if value not in (None, "")}, day(days))


def test_the_newest_answer_counts() -> None:
    record = record_of(
        full(30, pain_trend="worse", skin=["shingles"], skin_area="arm"),
        [Given({"pain_trend": "same", "skin": ["none"]}, day(20)), Given({"pain_trend": "better"}, day(10))],
        on=ON,
    )
    assert (record.answers["pain_trend"], record.answers["skin"]) == ("better", ["none"])
    assert record.answers["bleeding"] == ["none"]


def test_answers_about_an_earlier_day_are_dropped() -> None:
    record = record_of(full(30), [Given({"day_eaten": "no", "day_new_event": ["surgery"]}, day(20))], on=ON)
    assert not [code for code in record.answers if code.startswith("day_")]
    assert screen({}, on=ON, questionnaire=VISIT_UPDATE, record=record).codes == frozenset()


def test_what_was_written_is_kept_with_its_days() -> None:
    record = record_of(
        full(30, anything_else="pacemaker", meds_list="warfarin"),
        [
            Given({"anything_else": "fell in May", "meds_list": "warfarin"}, day(20)),
            Given({"anything_else": "better now", "meds_list": "lisinopril"}, day(10)),
        ],
        on=ON,
    )
    assert record.answers["anything_else"] == "pacemaker\nfell in May\nbetter now"
    assert record.texts["anything_else"] == (
        Written("pacemaker", day(30)),
        Written("fell in May", day(20)),
        Written("better now", day(10)),
    )
    assert (record.answers["meds_list"], record.texts["meds_list"]) == (
        "lisinopril",
        (Written("lisinopril", day(10)),),
    )


def test_a_list_that_was_sent_back_as_it_stood_is_no_younger() -> None:
    record = record_of(full(30, meds_list="warfarin"), [Given({"meds_list": "warfarin"}, day(3))], on=ON)
    assert record.texts["meds_list"] == (Written("warfarin", day(30)),)


def test_a_window_is_counted_from_the_day_its_answer_was_given() -> None:
    before = full(200, surgery=["spine_last_12w"], pain_duration="under_4w")
    update = Given({"surgery": ["spine_last_12w"]}, day(84))
    record = record_of(before, [update], on=ON)
    assert (record.answers["surgery"], record.answers["pain_duration"]) == (["spine_last_12w"], "3_12m")
    assert record_of(before, [update], on=ON + timedelta(days=1)).answers["surgery"] == ["spine_older"]


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: f"{window.code} {window.value}")
def test_a_windowed_answer_lapses_the_day_after_its_window(window: Any) -> None:
    answer = [window.value] if window.code in ("surgery", "conditions") else window.value
    last = ON + timedelta(days=window.days)
    assert aged(window.code, answer, given=ON, on=last) == answer
    then = aged(window.code, answer, given=ON, on=last + timedelta(days=1))
    assert then == (list(window.then) if isinstance(answer, list) else next(iter(window.then), None))


def test_other_ticks_stay_and_none_stands_twice() -> None:
    ticks = ["other_last_6w", "other_older", "spine_older"]
    assert aged("surgery", ticks, given=ON, on=ON + timedelta(days=43)) == ["other_older", "spine_older"]


def test_an_answer_without_a_window_never_ages() -> None:
    assert aged("bleeding", ["low_platelets"], given=ON, on=ON + timedelta(days=9000)) == ["low_platelets"]
    assert aged("pain_now", 5, given=ON, on=ON + timedelta(days=9000)) == 5


def test_the_place_of_a_word_is_its_place_in_the_whole_text() -> None:
    record = record_of(full(9, anything_else="pacemaker"), on=ON)
    result = screen({"anything_else": "I take Eliquis"}, on=ON, questionnaire=VISIT_UPDATE, record=record)
    text = "pacemaker\nI take Eliquis"
    assert sorted((hit.text, text[hit.start : hit.end]) for hit in result.hits) == [
        ("Eliquis", "Eliquis"),
        ("pacemaker", "pacemaker"),
    ]
    found = next(finding for finding in result.findings if finding.code == "anticoagulant")
    assert found.because == {"anything_else": text}


def test_an_old_text_without_a_day_is_not_new() -> None:
    record = Record(answers={"anything_else": "I want to die"})
    assert screen({}, on=ON, questionnaire=VISIT_UPDATE, record=record).codes == frozenset()


def test_lists_that_grew_are_known_until_they_are_asked_again() -> None:
    before = full(30, rf_breath_pain=None)
    assert record_of(before, on=ON).grown == {"devices", "spine_dx"}
    assert record_of(before, [Given({"devices": ["none"]}, day(9))], on=ON).grown == {"spine_dx"}
    assert record_of(full(30), on=ON).grown == frozenset()


# a check-in


def checked(record: Record, **answers: Any) -> frozenset[str]:
    return screen(answers, on=ON, questionnaire=CHECK_IN, record=record).codes


def test_a_check_in_asks_the_last_full_screening_with_its_updates() -> None:
    before = full(30)
    update = Given({"meds_list": "Eliquis"}, day(2))
    assert checked(record_for_check_in(before), fu_nerve=["numb_lasting"]) == {"fu_numb"}
    assert checked(record_for_check_in(before, [update]), fu_nerve=["numb_lasting"]) == {"fu_spinal_bleed"}


def test_a_check_in_knows_what_an_update_took_back() -> None:
    before = full(30, meds_list="Eliquis")
    record = record_for_check_in(before, [Given({"meds_list": "none"}, day(2))])
    assert checked(record, fu_nerve=["numb_lasting"]) == {"fu_numb"}


def test_a_check_in_reads_the_answers_of_the_day_of_the_visit() -> None:
    before = full(100, surgery=["spine_last_12w"])
    assert "infection_risk_a" in record_for_check_in(before).facts
    assert "infection_risk_a" not in record_for_check_in(before, [Given({}, day(2))]).facts


def test_an_answer_that_the_full_form_hid_is_none() -> None:
    hidden = full(age=70, pregnancy="yes")
    assert "pregnancy" not in record_for_check_in(hidden).answers
    assert checked(record_for_check_in(hidden), fu_preg="yes") == frozenset()


def test_what_the_last_full_form_found_stands_among_the_reasons() -> None:
    record = record_for_check_in(full(meds_list="Eliquis", conditions=["diabetes"]))
    answers: dict[str, Any] = {"fu_nerve": ["numb_lasting"], "fu_fever": "yes"}
    found = {each.code: each for each in screen(answers, on=ON, questionnaire=CHECK_IN, record=record).findings}
    assert found["fu_spinal_bleed"].because == {"fu_nerve": ["numb_lasting"]}
    assert found["fu_spinal_bleed"].facts == ("Blood thinner",)
    assert found["fu_sepsis"].facts == ("A body that fights infection less well, or holds hardware",)
    assert [(code, found[code].private) for code in sorted(found)] == [
        ("fu_sepsis", False),
        ("fu_spinal_bleed", False),
    ]


def test_a_private_answer_of_the_full_form_makes_a_finding_private() -> None:
    record = record_for_check_in(full(pregnancy="postpartum", postpartum_warning="no"))
    (found,) = screen({"fu_fever": "yes"}, on=ON, questionnaire=CHECK_IN, record=record).findings
    assert (found.code, found.because, found.private) == (
        "fu_sepsis",
        {"pregnancy": "postpartum", "fu_fever": "yes"},
        True,
    )


# a draft of an update


def drafted(record: Record, **typed: Any) -> Reading:
    return read(VISIT_UPDATE, typed, on=ON, record=record)


def test_in_a_draft_nothing_is_answered_beforehand() -> None:
    reading = drafted(record_of(full(), on=ON), rf_chest="no", day_eaten="yes")
    assert reading.answers == {"rf_chest": "no", "day_eaten": "yes"}
    assert {"rf_tearing", "skin", "meds_list", "day_feeling"} <= set(reading.missing)
    assert not {"rf_chest", "day_eaten"} & set(reading.missing)


def test_no_change_is_offered_where_the_old_answer_may_stand() -> None:
    reading = drafted(record_of(full(rf_chest="yes", skin=["shingles"], skin_area="arm"), on=ON))
    assert {"rf_tearing", "skin", "skin_area", "meds_list"} <= reading.standing
    assert not {"rf_chest", "day_eaten", "surgery", "bleeding"} & reading.standing


def test_a_draft_holds_only_what_was_typed_in_it() -> None:
    record = record_of(full(anything_else="pacemaker", meds_list="warfarin"), on=ON)
    reading = drafted(record, anything_else="better now")
    assert reading.answers == {"anything_else": "better now"}
    assert {"inr_status", "rf_bleeding_now"} <= reading.shown


def test_what_is_not_asked_again_is_dropped_from_a_draft() -> None:
    record = record_of(full(), on=ON)
    assert drafted(record, surgery=["spine_older"]).answers == {}
    assert drafted(record, surgery=["spine_older"], day_new_event=["surgery"]).answers == {
        "surgery": ["spine_older"],
        "day_new_event": ["surgery"],
    }
