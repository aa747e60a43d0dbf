"""A letter to the patient's doctor: ticked facts, no answer copied, edited before it is kept, and kept for good."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from intake.pages import sending
from intake.record.models import Intake
from intake.review import services as review
from intake.review.decision_rules import Settled
from intake.review.models import Case, DoctorLetter
from tests.intake.cases import case_of, page, seen_now
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
CANARY = "levetiracetam for my secret seizures"


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(seizure="active", conditions=["osteoporosis"], meds_list=CANARY), by=ana, at=now)


def test_a_letter_is_drafted_from_ticks_edited_kept_and_printed(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client, case = signed_in(noor), case_of(held)
    address = reverse("admin:review_case_doctor", args=[case.ref])
    flag = case.flags.get(code="osteoporosis")
    said = {"to": "Dr. Invented\nPlace 1", "request": "advise", "facts": [f"flag-{flag.pk}", "pain"]}
    draft = client.post(address, said).context["form"]["text"].value()
    assert [line for line in draft.splitlines() if line.startswith("–")] == ["– Weak bones", "– Pain now: 4 of 10"]
    assert "Please tell us whether acupuncture is safe, and within which limits." in draft
    assert "Seizures" not in draft  # it was not ticked
    assert [word for word in CANARY.split() if word in draft and len(word) > 3] == []
    assert DoctorLetter.objects.count() == 0
    seen = review.case_version(case)
    edited = said | {"text": f"{draft}\n\nPlease call me.", "keep": "yes", "seen": seen}
    kept = client.post(address, edited, follow=True)
    letter = DoctorLetter.objects.get()
    assert kept.redirect_chain[0][0] == reverse("admin:review_case_doctor_letter", args=[case.ref, letter.ref])
    assert "Please call me." in kept.text
    assert kept.redirect_chain[0][0] in client.get(page(held)).text
    deeds = list(Entry.objects.filter(by=noor).values_list("deed", flat=True))
    assert deeds.count("doctor_letter.written") == deeds.count("doctor_letter.read") == 1


def test_what_is_missing_is_said_and_nothing_is_kept(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client, address = signed_in(noor), reverse("admin:review_case_doctor", args=[case_of(held).ref])
    empty = client.post(address, {"keep": "yes"})
    assert {name: errors[0] for name, errors in empty.context["form"].errors.items()} == {
        "to": "Write the doctor’s name.",
        "request": "Choose what you ask for.",
    }
    client.post(address, {"to": "Dr. Invented", "request": "see", "text": "  ", "keep": "yes"})
    client.post(address, {"to": "Dr. Invented", "request": "see", "facts": ["flag-999999"], "text": "x", "keep": "yes"})
    assert DoctorLetter.objects.count() == 0


def test_a_kept_letter_is_never_changed_and_opens_under_its_own_case_alone(
    held: Intake, answers: Answers, zed: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client, case = signed_in(noor), case_of(held)
    said = {"to": "Dr. Invented", "request": "inform", "text": "Dear colleague", "keep": "yes"}
    said["seen"] = review.case_version(case)
    client.post(reverse("admin:review_case_doctor", args=[case.ref]), said)
    letter = DoctorLetter.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        DoctorLetter.objects.filter(pk=letter.pk).update(by_name="Somebody else")
    other = case_of(sent(answers(full_name="Zed Invented", seizure="active"), by=zed, at=now))
    wrong = reverse("admin:review_case_doctor_letter", args=[other.ref, letter.ref])
    assert client.get(wrong).status_code == 404


def test_a_letter_says_and_keeps_from_which_answers_it_was_written(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client, case = signed_in(noor), case_of(held)
    address = reverse("admin:review_case_doctor", args=[case.ref])
    said = {"to": "Dr. Invented", "request": "inform", "facts": ["pain"]}
    drafted = client.post(address, said).context["form"]
    assert "From what they told us by Mar 3, 2026, please note:" in drafted["text"].value()
    kept = said | {"text": drafted["text"].value(), "seen": drafted["seen"].value(), "keep": "yes"}
    printed = client.post(address, kept)["Location"]
    assert "told us something new" not in client.get(printed).text
    sending.change(held, by=ana, at=now)
    sent(answers(seizure="no", meds_list="aspirin", email=ana.email), intake=held, by=ana, at=now + timedelta(hours=1))
    # The one that is printed says so; another on the same draft is not kept, and the page has what is new.
    assert "The patient told us something new after this was written." in client.get(printed).text
    refused = client.post(address, kept)
    assert (DoctorLetter.objects.count(), "Not kept: the answers" in refused.text) == (1, True)
    assert refused.context["form"]["seen"].value() == review.case_version(case_of(held))
    assert refused.context["form"]["text"].value() == kept["text"]


def _facts(form: Intake, noor: User, signed_in: SignedIn) -> list[str]:
    case = Case.objects.filter(intake=form).order_by("-pk")[0]
    shown = signed_in(noor).get(reverse("admin:review_case_doctor", args=[case.ref]))
    return [str(label) for _key, label in shown.context["form"].fields["facts"].choices]


def test_a_letter_offers_each_fact_once_and_only_what_is_so_now(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    case = case_of(held)
    seizure, bones = (case.flags.get(code=code) for code in ("seizure_disorder", "osteoporosis"))
    settled = {seizure.pk: Settled("refuted", "A faint, long ago."), bones.pk: Settled("resolved", "A scan was fine.")}
    review.decide(case, by=noor, at=now, seen=seen_now(held), outcome="clear", reason="Read.", flags=settled)
    facts = _facts(held, noor, signed_in)
    assert [fact for fact in facts if "eizure" in fact] == []
    assert [fact for fact in facts if "Weak bones" in fact] == ["Weak bones (resolved with the patient)"]
    sending.change(held, by=ana, at=now)
    again = answers(seizure="no", conditions=["osteoporosis"], meds_list="aspirin", email=ana.email)
    sent(again, intake=held, by=ana, at=now)
    facts = _facts(held, noor, signed_in)
    assert len(facts) == len(set(facts))
    assert [fact for fact in facts if "Weak bones" in fact or "eizure" in fact] == ["Weak bones"]


def test_a_fact_that_was_told_twice_on_one_case_is_offered_once(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    sending.change(held, by=ana, at=now)
    again = answers(seizure="active", conditions=["osteoporosis"], meds_list="aspirin", email=ana.email)
    sent(again, intake=held, by=ana, at=now)
    before = _facts(held, noor, signed_in)
    review.decide(case_of(held), by=noor, at=now, seen=seen_now(held), outcome="clear", reason="Read.")
    assert case_of(held).flags.filter(code="osteoporosis").count() == 2
    facts = _facts(held, noor, signed_in)
    assert (facts.count("Weak bones"), len(facts)) == (1, len(set(facts)))
    assert facts == before
