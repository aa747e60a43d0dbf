"""A serious reaction is something somebody must do: it waits in the register, holds the case, and is told next time."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts.models import Patient, User
from intake.record.errors import ReviewError
from intake.review import services as review
from intake.review import standing
from intake.review.models import Case, Flag
from intake.treatment import last_visit, register
from intake.treatment.models import AdverseEvent
from tests.desk.forms import case_of, decide, make_sent
from tests.intake.treatment.notes import begun, signed
from tests.support.answers import Answers
from tests.support.cast import SignedIn
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

CHEST: dict[str, Any] = {"has_reactions": "yes", "reactions": ["breath"], "regions": ["chest"]}
SERIOUS = CHEST | {"severity": "serious"}
REGISTER, MY_DAY = reverse("treatment:register"), reverse("desk:my_day")


@pytest.fixture
def patient(answers: Answers, noor: User) -> Patient:
    """Somebody who is read and cleared."""
    found = make_sent(answers, at=NOW - timedelta(days=3), seizure="remote")
    decide(found, "clear", by=noor, at=NOW - timedelta(days=2))
    return found


def word(patient: Patient) -> str:
    return standing.of_one(patient, on=TODAY, at=NOW).word


def serious(patient: Patient, noor: User, how: str) -> None:
    """Write a serious reaction down: in a note, as told, or as judged."""
    if how == "note":
        signed(patient, noor, at=NOW, **SERIOUS)
        return
    told = {"kind": "breath", "severity": "serious" if how == "told" else "mild", "source": "told", "source_ref": "X"}
    event = register.register(patient=patient, happened_at=NOW, action="referred", by=noor, at=NOW, **told)
    if how == "judged":
        register.assess(
            event,
            severity="serious",
            action="referred",
            outcome="ongoing",
            words="",
            is_refuted=False,
            by=noor,
            at=NOW,
        )


@pytest.mark.parametrize("how", ["note", "told", "judged"])
def test_it_holds_the_case_until_a_practitioner_decides(patient: Patient, noor: User, how: str) -> None:
    assert word(patient) == "ready"
    serious(patient, noor, how)
    case = case_of(patient)
    assert (word(patient), case.state, case.get_tier_display()) == ("waiting", "open", "Hold")
    flag = Flag.objects.get(code="serious_reaction")
    assert (flag.case, flag.finding["facts"]) == (case, ["Chest pain or shortness of breath"])
    with pytest.raises(ReviewError):
        review.mark_read(case, by=noor, at=NOW, seen=review.case_version(case))
    decide(patient, "clear", by=noor, at=NOW)
    assert word(patient) == "ready"


def test_a_second_one_after_the_decision_holds_again(patient: Patient, noor: User) -> None:
    serious(patient, noor, "note")
    decide(patient, "clear", by=noor, at=NOW)
    signed(patient, noor, at=NOW, **SERIOUS | {"reactions": ["seizure"]})
    assert word(patient) == "waiting"
    facts = Flag.objects.get(code="serious_reaction").finding["facts"]
    assert facts == ["Chest pain or shortness of breath", "Seizure"]


@pytest.mark.parametrize("severity", ["mild", "moderate"])
def test_a_lesser_one_holds_nobody(patient: Patient, noor: User, severity: str) -> None:
    signed(patient, noor, at=NOW, **CHEST | {"severity": severity})
    assert (word(patient), Case.objects.not_closed().count()) == ("ready", 0)


def test_it_waits_in_the_register_and_on_the_day_until_it_is_judged(
    patient: Patient, noor: User, signed_in: SignedIn
) -> None:
    serious(patient, noor, "note")
    event = AdverseEvent.objects.get()
    assert (list(AdverseEvent.objects.to_assess()), event.action) == ([event], "unknown")
    client = signed_in(noor)
    assert "1 adverse event to judge" in client.get(MY_DAY).text
    page = client.get(reverse("treatment:event", args=[event.ref])).text
    # Nobody said what was done and what came of it: nothing is chosen.
    assert [name for name in ("action", "outcome") if f'name="{name}"' not in page] == []
    assert page.count("checked") == 1  # how bad it was, which the note said
    client.post(reverse("treatment:event", args=[event.ref]), {"severity": "serious", "outcome": "resolved"})
    assert AdverseEvent.objects.to_assess().count() == 1
    said = {"severity": "serious", "action": "referred", "outcome": "resolved"}
    client.post(reverse("treatment:event", args=[event.ref]), said)
    assert AdverseEvent.objects.to_assess().count() == 0


def test_the_next_note_tells_it_first_and_repeats_nothing(
    patient: Patient, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    signed(patient, noor, at=now - timedelta(days=1), **SERIOUS)
    draft = begun(patient, noor, at=now)
    assert draft.content == {}
    page = signed_in(noor).get(reverse("treatment:draft", args=[draft.ref])).text
    assert page.index("Last time") < page.index("Chest pain or shortness of breath") < page.index("What was done")


def test_last_time_is_the_last_visit_and_what_was_ever_serious(patient: Patient, noor: User, now: datetime) -> None:
    for days, kind, severity in ((9, "faint", "mild"), (8, "lung", "serious"), (2, "bleeding", "mild")):
        happened = CHEST | {"reactions": [kind], "severity": severity}
        # After the serious one a practitioner has to decide: needles all the same are explained.
        why = "We talked about it." if days == 2 else ""
        signed(patient, noor, at=now - timedelta(days=days), past_reason=why, **happened)
    assert [event.kind for event in last_visit.last_time(patient, before=now)] == ["bleeding", "lung"]


def test_what_is_missing_of_an_event_is_named(patient: Patient, noor: User, signed_in: SignedIn) -> None:
    page = signed_in(noor).post(reverse("treatment:new_event", args=[patient.ref]), {}).text
    for sentence in (
        "Choose what happened.",
        "Choose how bad it was.",
        "Choose what was done.",
        "Choose what came of it.",
    ):
        assert sentence in page
    assert ("This field is required." in page, "Not said yet" in page) == (False, False)
