"""Who fills in the form: a parent's 'my son' is the patient, and so may be a helper's 'my mother'."""

from datetime import date

import pytest

from intake.screening import screen
from tests.intake.screening.truth.case import HEALTHY

ON = date(2026, 3, 16)


def found(told_by: str, text: str) -> set[str]:
    """The rules that fire on a text besides those that fire on who tells it."""
    child = {"age": 9} if told_by == "parent_guardian" else {}
    form = {**HEALTHY, "form_filler": told_by, **child}
    if child:
        form.pop("pregnancy")
    by_itself = {finding.code for finding in screen(form, on=ON).findings}
    codes = {finding.code for finding in screen({**form, "anything_else": text}, on=ON).findings}
    return codes - by_itself - {"answers_conflict"}


@pytest.mark.parametrize(
    ("told_by", "text", "expected"),
    [
        ("parent_guardian", "my son had a seizure in January", {"seizure_disorder"}),
        ("parent_guardian", "my daughter takes Keppra", {"seizure_disorder"}),
        ("parent_guardian", "my epileptic son", {"seizure_disorder"}),
        ("parent_guardian", "my oldest has epilepsy", {"seizure_disorder"}),
        ("parent_guardian", "My son is shy. He has epilepsy.", {"seizure_disorder"}),
        ("parent_guardian", "my mother has epilepsy", set()),
        ("parent_guardian", "family history: epilepsy", set()),
        ("helper", "my mother has a pacemaker", {"implanted_electronic_device"}),
        ("helper", "my dad's pacemaker was replaced", {"implanted_electronic_device"}),
        ("helper", "My wife is hard of hearing. She has osteoporosis.", {"osteoporosis"}),
        ("helper", "her sister has epilepsy", set()),
        ("helper", "my dog has seizures", set()),
        ("self", "my son had a seizure in January", set()),
        ("self", "my mother has a pacemaker", set()),
        ("self", "My wife is hard of hearing. She has osteoporosis.", set()),
    ],
)
def test_my_child_and_my_mother_are_the_patient_where_somebody_else_tells(
    told_by: str, text: str, expected: set[str]
) -> None:
    assert found(told_by, text) == expected
