"""Which answer is read for what."""

from datetime import date
from typing import Any

import pytest

from intake.screening.text import scan
from tests.intake.screening.text.reading import TODAY, read, statuses

EVERYTHING = "Eliquis and seizure. I want to die."


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("meds_list", {"eliquis": "current", "seizure": "current", "want to die": "current"}),
        ("anything_else", {"eliquis": "current", "seizure": "current", "want to die": "current"}),
        ("goal_text", {"eliquis": "current", "seizure": "current", "want to die": "current"}),
        ("reaction_detail", {"eliquis": "current", "seizure": "current", "want to die": "current"}),
        ("allergies_other", {"eliquis": "allergy", "want to die": "current"}),
        ("skin_area", {"want to die": "current"}),
        ("imaging_when", {"want to die": "current"}),
        ("full_name", {}),
        ("provider_contact", {}),
        ("nobody_asked", {}),
    ],
)
def test_each_field_is_read_for_its_own(field: str, found: dict[str, str]) -> None:
    assert statuses(EVERYTHING, field) == found


def test_every_medicine_named_under_allergies_is_one() -> None:
    text = "I take 华法林, aspirin, no Plavix, my mother takes Eliquis"
    assert set(statuses(text, "allergies_other").values()) == {"allergy"}


def test_hits_of_all_fields_come_out_in_the_order_of_the_fields() -> None:
    found = scan({"meds_list": "Plavix, Eliquis", "goal_text": "aspirin"}, on=TODAY).hits
    assert [(hit.field, hit.name) for hit in found] == [
        ("meds_list", "plavix"),
        ("meds_list", "eliquis"),
        ("goal_text", "aspirin"),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (date(2026, 3, 16), "past_recent"),
        (date(2026, 3, 11), "past_recent"),
        (date(2026, 3, 10), "past"),
        (date(2026, 3, 17), "past_recent"),
    ],
)
def test_a_time_in_an_older_text_counts_from_the_day_it_was_written(written: date, expected: str) -> None:
    found = scan({"meds_list": "stopped Eliquis 9 days ago"}, on=TODAY, written={"meds_list": written})
    assert [str(hit.status) for hit in found.hits] == [expected]


def test_childhood_lies_as_far_back_in_an_older_text() -> None:
    fields = {"anything_else": "a seizure 9 years ago"}
    assert scan(fields, on=TODAY).cond("seizure", "remote") is False
    assert scan(fields, on=TODAY, written={"anything_else": date(2025, 3, 1)}).cond("seizure", "remote") is True


def test_text_that_is_no_text_is_passed_over() -> None:
    junk: dict[str, Any] = {"meds_list": 5, "goal_text": None, "anything_else": ["Eliquis"]}
    assert scan(junk, on=TODAY).hits == ()


def test_a_hit_marks_the_typed_words() -> None:
    raw = "Ｔake fenitoi\u0301na  5mg,\nBlood-Thinner!"
    found = read(raw).hits
    assert [(hit.text, raw[hit.start : hit.end] == hit.text) for hit in found] == [
        ("fenitoi\u0301na", True),
        ("Blood-Thinner", True),
    ]


@pytest.mark.parametrize(
    ("raw", "typed"),
    [
        ("ﬁsh oil", "ﬁsh oil"),  # one raw letter, two plain ones
        ("x fenitoína", "fenitoína"),
        ("x\u0301 Eliqui\u0301s\u0301 y", "Eliqui\u0301s\u0301"),
        ("eliquis5mg", "eliquis"),
        ("와파린을", "와파린"),
        ("\u110b\u116a\u1111\u1161\u1105\u1175\u11ab", "\u110b\u116a\u1111\u1161\u1105\u1175\u11ab"),
        ("İ Eliquis", "Eliquis"),
        ("½ Eliquis", "Eliquis"),
    ],
)
def test_the_marks_survive_letters_that_change_length(raw: str, typed: str) -> None:
    assert [hit.text for hit in read(raw).hits] == [typed]
