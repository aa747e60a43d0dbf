"""The scan answers as the rules ask."""

import pytest

from intake.screening.text import Scan
from tests.intake.screening.text.reading import read


@pytest.mark.parametrize(
    ("text", "group", "current", "past_recent"),
    [
        ("stopped Eliquis yesterday", "ANTICOAG", False, True),
        ("stopped Eliquis yesterday", "ANTICOAG_NAMED", False, True),
        ("stopped Plavix yesterday", "ANTIPLATELET", False, True),
        ("stopped Coumadin yesterday", "WARFARIN", False, True),
        ("stopped blood thinners yesterday", "THINNER_WORDS", False, True),
        ("stopped ginkgo yesterday", "BLOOD_MOVING", False, True),
        ("stopped ginkgo yesterday", "SUPP_BLEED", True, True),
        ("stopped prednisone yesterday", "IMMUNO", True, True),
        ("stopped prednisone yesterday", "STEROID", True, True),
        ("stopped chemo yesterday", "CHEMO", True, True),
        ("stopped Imbruvica yesterday", "BTK", True, True),
        ("stopped prednisone last year", "IMMUNO", False, False),
        ("Eliquis", "ANTICOAG", True, False),
    ],
)
def test_a_recent_stop_counts_as_taken_except_for_the_blood_thinners(
    text: str, group: str, current: bool, past_recent: bool
) -> None:
    found = read(text)
    assert (found.med(group), found.med(group, "past_recent")) == (current, past_recent)


@pytest.mark.parametrize(
    ("text", "cancelled"),
    [
        ("my mother takes Eliquis", True),
        ("allergic to Eliquis", True),
        ("no Eliquis", True),
        ("stopped Eliquis last year", True),
        ("Eliquis", False),
        ("stopped Eliquis yesterday", False),
        ("Plavix", False),
    ],
)
def test_cancelled_stands_for_five_statuses(text: str, cancelled: bool) -> None:
    assert read(text).med("ANTICOAG", "cancelled") is cancelled


def test_a_topical_form_is_cancelled_and_six_weeks_are_not() -> None:
    assert read("voltaren gel").med("ASPIRIN_NSAID", "cancelled") is True
    found = read("finished chemo 5 weeks ago")
    assert (found.med("CHEMO", "past_6w"), found.med("CHEMO"), found.med("CHEMO", "cancelled")) == (
        True,
        False,
        False,
    )


def test_the_evidence_is_what_made_the_answer_true() -> None:
    found = read("no Eliquis. Coumadin, Plavix. Pacemaker.")
    assert [hit.name for hit in found.med_hits("ANTICOAG")] == ["coumadin"]
    assert [hit.name for hit in found.med_hits("ANTICOAG", "negated")] == ["eliquis"]
    assert [hit.name for hit in found.cond_hits("implanted_electronic_device")] == ["pacemaker"]
    assert found.cond_hits("pregnancy") == ()
    assert len(found.hits) == 4


def test_a_hit_tells_its_groups_and_sublists() -> None:
    (hit,) = read("Coumadin").hits
    assert (hit.kind, hit.groups, set(hit.sublists)) == ("drug", ("ANTICOAG",), {"ANTICOAG_NAMED", "WARFARIN"})


def test_a_condition_is_asked_by_its_exact_status() -> None:
    found = read("seizure as a child")
    assert (found.cond("seizure"), found.cond("seizure", "remote")) == (False, True)


def test_a_medicine_is_no_condition_of_the_same_name() -> None:
    assert read("Eliquis").cond("ANTICOAG") is False


def test_an_unknown_status_is_refused() -> None:
    with pytest.raises(KeyError):
        read("Eliquis").med("ANTICOAG", "yesterday")


def test_an_empty_scan_answers_no() -> None:
    empty = Scan()
    assert (empty.hits, empty.med("ANTICOAG"), empty.cond("seizure"), empty.words("crisis")) == (
        (),
        False,
        False,
        False,
    )
    assert (empty.unread("meds_list"), empty.says_none("meds_list")) == (False, False)
