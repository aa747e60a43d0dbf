"""A candidate beside the rules in force: tried over past forms, signed by two people, and only then in force."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from intake.questionnaire import NEW_PATIENT
from intake.record.errors import ReviewError
from intake.review.models import Case, Flag
from intake.review.rule_trial import in_force, services
from intake.review.rule_trial.models import RuleSignature, RuleTrial
from intake.screening import RULE_SETS, Tier, problems
from intake.screening.candidate import CandidateRules
from intake.screening.rules import RULES
from tests.intake.forms import sent
from tests.intake.returning import full_form, needled, send_check_in, send_update
from tests.support.answers import Answers
from tests.support.cast import SignedIn, make_staff
from tests.support.queries import Queries

pytestmark = pytest.mark.django_db

RULE = {rule.code: rule for rule in RULES}
# Skin counts only where it is infected; latex is a rule of its own; a numb hand says nothing by itself.
CANDIDATE = CandidateRules(
    version="9.9.0",
    changed=(replace(RULE["skin_infection"], when="skin has {infected, shingles} OR cond(skin_infection)"),),
    added={
        NEW_PATIENT.code: (
            replace(RULE["metal_or_contact_allergy"], code="latex_alone", name="Latex", when="allergies has latex"),
        )
    },
)

FEVER = {"fu_fever": "yes"} | dict.fromkeys(("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent"), "no")


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> CandidateRules:
    monkeypatch.setattr("intake.screening.candidate.CANDIDATE", CANDIDATE)
    return CANDIDATE


@pytest.fixture
def sami(db: None) -> User:
    return make_staff("sami@clinic.example", "Sami Ficticio", "practitioner")


@pytest.fixture
def wound(answers: Answers, ana: User, now: datetime) -> Case:
    """Ana's form says an open wound: a hold today, nothing under the candidate."""
    return Case.objects.get(intake=sent(answers(skin=["open_wound"], skin_area="left shin"), by=ana, at=now))


def everything_stored() -> dict[str, list[Any]]:
    """Every row of the rooms that keep what patients told and what was decided."""
    rooms = ("record", "review", "pages", "treatment")
    models = [model for model in apps.get_models() if model._meta.app_label in rooms]
    ours = (RuleTrial, RuleSignature)
    return {m._meta.label: list(m._base_manager.order_by("pk").values()) for m in models if m not in ours}


def test_a_trial_tells_what_would_change_and_changes_nothing(
    carried: CandidateRules, wound: Case, answers: Answers, zed: User, now: datetime
) -> None:
    latex = Case.objects.get(
        intake=sent(answers(full_name="Zed Invented", allergies=["latex"]), by=zed, at=now + timedelta(days=1))
    )
    before = everything_stored()
    trial = services.try_candidate(by=None, at=now)
    assert everything_stored() == before
    tally = trial.tally
    assert (trial.forms, trial.failed, tally.changed) == (2, 0, 2)
    assert {code: (each.count, each.forms) for code, each in tally.gained.items()} == {"latex_alone": (1, [latex.ref])}
    assert {code: (each.count, each.forms) for code, each in tally.lost.items()} == {"skin_infection": (1, [wound.ref])}
    assert {move: each.forms for move, each in tally.moved.items()} == {(Tier.HOLD, Tier.CLEAR): [wound.ref]}
    line = Entry.objects.get(deed="rules.tried")
    facts = {"candidate": "9.9.0", "digest": carried.digest, "active": RULE_SETS["new_patient"].version, "forms": 2}
    assert line.facts == facts


def test_updates_and_check_ins_are_tried_as_they_were_sent(
    carried: CandidateRules, ana: User, noor: User, now: datetime
) -> None:
    patient = full_form(ana)
    needled(patient, at=now - timedelta(days=20), visit="FIRST")
    send_update(patient, by=ana, at=now - timedelta(days=10), skin=["open_wound"], skin_area="left shin")
    check_in = needled(patient, at=now - timedelta(days=3))
    send_check_in(check_in, by=ana, at=now - timedelta(days=1), **FEVER)
    # What came later counts for none of them.
    send_update(patient, by=ana, at=now, skin=["none"])
    trial = services.try_candidate(by=None, at=now)
    assert (trial.forms, trial.failed) == (4, 0)
    lost = {code: each.count for code, each in trial.tally.lost.items()}
    assert lost == {"skin_infection": 1, "fu_sepsis": 1}  # a check-in asks what the rules on trial found before


def test_two_practitioners_put_it_in_force(
    carried: CandidateRules, wound: Case, noor: User, sami: User, ada: User, answers: Answers, zed: User, now: datetime
) -> None:
    with pytest.raises(ReviewError, match="Try the candidate"):
        services.sign(digest=carried.digest, by=noor, at=now)
    services.try_candidate(newest=1, by=noor, at=now)
    with pytest.raises(ReviewError, match="Try the candidate"):  # the newest alone are not all
        services.sign(digest=carried.digest, by=noor, at=now)
    services.try_candidate(by=noor, at=now)
    with pytest.raises(PermissionDenied):
        services.sign(digest=carried.digest, by=ada, at=now)
    with pytest.raises(ReviewError, match="has changed"):
        services.sign(digest="0" * 16, by=noor, at=now)
    services.sign(digest=carried.digest, by=noor, at=now)
    with pytest.raises(ReviewError, match="signed already"):
        services.sign(digest=carried.digest, by=noor, at=now)
    assert in_force.rule_sets() is RULE_SETS
    assert Entry.objects.filter(deed="rules.in_force").count() == 0

    services.sign(digest=carried.digest, by=sami, at=now)
    assert in_force.rule_sets() == carried.rule_sets
    raw = answers(full_name="Zed Invented", skin=["open_wound"], skin_area="left shin", allergies=["latex"])
    form = sent(raw, by=zed, at=now + timedelta(days=1))
    flags = Flag.objects.filter(answers__intake=form).values_list("code", "ruleset")
    assert sorted(flags) == [("latex_alone", "9.9.0"), ("metal_or_contact_allergy", "9.9.0")]
    assert Entry.objects.filter(deed="rules.signed").count() == 2
    assert Entry.objects.get(deed="rules.in_force").by_id == sami.pk


def test_a_candidate_that_changes_loses_its_signatures(
    carried: CandidateRules, noor: User, sami: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.try_candidate(by=noor, at=now)
    for person in (noor, sami):
        services.sign(digest=carried.digest, by=person, at=now)
    assert in_force.rule_sets() is not RULE_SETS
    other = replace(carried, changed=(replace(carried.changed[0], action="Ask a doctor."),))
    monkeypatch.setattr("intake.screening.candidate.CANDIDATE", other)
    assert in_force.rule_sets() is RULE_SETS
    with pytest.raises(ReviewError, match="has changed"):
        services.sign(digest=carried.digest, by=noor, at=now)
    with pytest.raises(ReviewError, match="Try the candidate"):  # the trial was of other rules too
        services.sign(digest=other.digest, by=noor, at=now)


def test_a_candidate_that_fails_on_a_form_is_not_signed(
    carried: CandidateRules, wound: Case, noor: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(carried, changed=(replace(carried.changed[0], when="fact(no_such_fact)"),))
    monkeypatch.setattr("intake.screening.candidate.CANDIDATE", broken)
    assert services.try_candidate(by=noor, at=now).failed == 1
    with pytest.raises(ReviewError, match="must be able to read"):
        services.sign(digest=broken.digest, by=noor, at=now)


def test_neither_is_ever_edited(carried: CandidateRules, noor: User, now: datetime) -> None:
    trial = services.try_candidate(by=noor, at=now)
    signature = services.sign(digest=carried.digest, by=noor, at=now)
    for row in (trial, signature):
        for deed in (row.save, row.delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                deed()


def test_practitioners_see_cases_and_administrators_counts(
    carried: CandidateRules, wound: Case, noor: User, ada: User, signed_in: SignedIn, now: datetime
) -> None:
    address = reverse("admin:review_case_rules")
    client = signed_in(noor)
    client.post(reverse("admin:review_case_try_rules"))
    page = client.get(address).text
    assert wound.ref in page
    assert "Hold becomes No flags" in page
    assert "skin has {infected, open_wound, shingles}" in page
    counts = signed_in(ada).get(address).text
    assert wound.ref not in counts
    assert "Fewer than 5" in counts
    assert "Sign</button>" not in counts
    assert [line.by_id for line in Entry.objects.filter(deed="rules.read").order_by("number")] == [noor.pk, ada.pk]


def test_signing_on_the_page(carried: CandidateRules, noor: User, signed_in: SignedIn, now: datetime) -> None:
    services.try_candidate(by=noor, at=now)
    client, address = signed_in(noor), reverse("admin:review_case_sign_rules")
    digest = re.findall(r'name="digest" value="(\w+)"', client.get(reverse("admin:review_case_rules")).text)
    assert digest == [carried.digest]
    client.post(address, {"digest": digest[0]})
    assert RuleSignature.objects.count() == 0  # the tick is missing
    page = client.post(address, {"digest": digest[0], "agreed": "yes"}, follow=True).text
    assert "A second practitioner has to sign too" in page
    assert RuleSignature.objects.get().by_id == noor.pk


def test_the_command_counts_and_names_no_case(carried: CandidateRules, wound: Case) -> None:
    out, progress = StringIO(), StringIO()
    call_command("rule_trial", stdout=out, stderr=progress)
    assert "1 of 1 forms" in progress.getvalue()
    assert "lost skin_infection: fewer than 5" in out.getvalue()
    assert wound.ref not in out.getvalue()
    assert RuleTrial.objects.get().is_whole


def test_a_stopped_trial_keeps_nothing(carried: CandidateRules, wound: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("intake.review.rule_trial.services._difference", stop)
    with pytest.raises(SystemExit) as end:
        call_command("rule_trial", stdout=StringIO(), stderr=StringIO())
    assert (end.value.code, RuleTrial.objects.count()) == (130, 0)


def test_without_a_candidate_nothing_is_asked(noor: User, signed_in: SignedIn, queries: Queries) -> None:
    with queries(0):
        assert in_force.rule_sets() is RULE_SETS
    assert "carries no candidate" in signed_in(noor).get(reverse("admin:review_case_rules")).text
    err = StringIO()
    with pytest.raises(SystemExit):
        call_command("rule_trial", stderr=err)
    assert "no candidate" in err.getvalue()


@pytest.mark.parametrize(
    ("candidate", "sentence"),
    [
        (replace(CANDIDATE, version="3.0.0"), "is called 3.0.0"),
        (replace(CANDIDATE, changed=(replace(RULE["fever_illness"], code="no_rule"),)), "which is no rule"),
        (replace(CANDIDATE, changed=(replace(RULE["fever_illness"], tier=Tier.NOTE),)), "another tier"),
        (replace(CANDIDATE, dropped=frozenset({"no_rule"})), "drops no_rule"),
        (replace(CANDIDATE, dropped=frozenset({"diabetes_neuropathy"})), "In the candidate 9.9.0"),
        (replace(CANDIDATE, added={"new_patient": (RULE["fever_illness"],)}), "was in use"),
        (replace(CANDIDATE, changed=(replace(RULE["fever_illness"], when="rf_fever = maybe"),)), "maybe"),
    ],
)
def test_a_candidate_that_does_not_fit_stops_the_server(
    candidate: CandidateRules, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.screening.candidate.CANDIDATE", CANDIDATE)
    assert problems() == []
    monkeypatch.setattr("intake.screening.candidate.CANDIDATE", candidate)
    assert any(sentence in problem for problem in problems())
