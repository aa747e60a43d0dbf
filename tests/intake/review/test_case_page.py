"""What the case page tells a practitioner with six minutes: what is missing, what changed, who comes next."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic import formatting
from clinic.accounts import roles
from clinic.accounts.models import Patient, User
from clinic.accounts.services import link
from clinic.audit.models import Entry
from intake.pages import sending
from intake.questionnaire import NEW_PATIENT
from intake.record.answer_words import rule_name, source_of
from intake.record.models import Intake
from intake.review import services as review
from intake.review.admin.flag_cards import card, folded
from intake.review.models import Decision
from intake.review.next_visit import set_next_visit
from intake.review.templatetags import signing
from intake.screening import RULES, RULESET
from tests.booking.builders import make_patient
from tests.intake.cases import CANARY, case_of, page, version
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn, make_staff
from tests.support.forms import links_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(seizure="active", anything_else=CANARY), by=ana, at=now)


@pytest.fixture
def alarmed(answers: Answers, zed: User, now: datetime) -> Intake:
    return sent(answers(full_name="Zed Invented", rf_saddle_numb="yes"), by=zed, at=now)


def decide(client: Client, intake: Intake, **said: object) -> Any:
    """Send a decision on the newest answers."""
    data = {"seen": version(client, intake), "reason": "Read with care.", **said}
    return client.post(reverse("admin:review_case_decide", args=[case_of(intake).ref]), data)


def test_the_visit_of_a_form_that_was_begun_and_not_sent_stands_on_its_case(
    answers: Answers, noor: User, signed_in: SignedIn, now: datetime
) -> None:
    """It was booked first: the queue, the day of the practitioner and the case say the same."""
    patient = make_patient("bo@example.com", "Bo Invented", ready=False)
    set_next_visit(patient, at=now + timedelta(days=2, hours=3), practitioner=None, now=now)
    begun = fill(answers(rf_saddle_numb="yes"), only={"rf_saddle_numb"}, by=patient.user, at=now)
    shown = signed_in(noor).get(page(begun)).text
    assert (case_of(begun).patient, "none booked" in shown) == (None, False)
    assert formatting.moment(now + timedelta(days=2, hours=3)) in shown


def test_a_form_begun_by_nobody_we_know_has_no_visit(
    answers: Answers, noor: User, signed_in: SignedIn, now: datetime
) -> None:
    set_next_visit(make_patient("bo@example.com", "Bo Invented", ready=False), at=now + timedelta(days=2), now=now)
    begun = fill(answers(rf_saddle_numb="yes"), only={"rf_saddle_numb"}, by=None, at=now)
    assert "none booked" in signed_in(noor).get(page(begun)).text


def test_everything_that_is_missing_is_said_at_once(held: Intake, noor: User, signed_in: SignedIn) -> None:
    response = decide(signed_in(noor), held, outcome="limits", reason="")
    assert {name: errors[0] for name, errors in response.context["decision"].errors.items()} == {
        "limits": "Choose at least one limit.",
        "until": "Set the day.",
        "reason": "Write the reason in a sentence. It stays with the decision.",
    }
    assert response.text.count("autofocus") == 1
    assert "<title>Error: Case" in " ".join(response.text.split())


@pytest.mark.parametrize(
    ("elsewhere", "field"),
    [
        ({"limits": ["no_heat"]}, "limits"),
        ({"question": "Which medicine?"}, "question"),
        ({"again": "2099-01-01"}, "again"),
    ],
)
def test_what_was_filled_in_under_another_outcome_is_asked_about_unless_it_was_folded_away(
    elsewhere: dict[str, Any], field: str, held: Intake, noor: User, signed_in: SignedIn
) -> None:
    client = signed_in(noor)
    assert list(decide(client, held, outcome="clear", **elsewhere).context["decision"].errors) == [field]
    assert Decision.objects.count() == 0
    assert decide(client, held, outcome="clear", folded="on", **elsewhere).status_code == 302
    assert Decision.objects.get().limits == []


@pytest.mark.parametrize(
    ("caution", "says"),
    [
        (
            {"allergies": ["latex"]},
            "Nothing on this form rules out needles. Read the cautions before the first needle.",
        ),
        ({}, "No flag here needs a decision."),
    ],
)
def test_a_case_that_needs_no_decision_says_so_and_who_closed_it(
    caution: dict[str, Any], says: str, answers: Answers, ana: User, noor: User, signed_in: SignedIn, now: datetime
) -> None:
    form, client = sent(answers(**caution), by=ana, at=now), signed_in(noor)
    shown = client.get(page(form))
    assert (says in shown.text, "No flag here" in shown.text) == (True, not caution)
    assert "Filled in by</dt><dd>The patient</dd>" in shown.text
    client.post(reverse("admin:review_case_seen", args=[case_of(form).ref]), {"seen": version(client, form)})
    closed = "Read and closed by Noor Inventada. No decision was needed."
    assert case_of(form).closed_by == noor
    assert closed in client.get(page(form)).text
    assert closed in client.get(reverse("admin:review_case_changelist"), {"tab": "closed"}).text


def test_a_delay_has_a_day_of_its_own(held: Intake, noor: User, signed_in: SignedIn, frozen: object) -> None:
    client = signed_in(noor)
    response = decide(client, held, outcome="delay", until="2026-06-01", again="2026-03-03")
    assert response.context["decision"].errors["again"] == ["The day must be in the future."]
    decide(client, held, outcome="delay", until="2026-06-01", again="2026-03-10")
    assert Decision.objects.get().until == date(2026, 3, 10)
    shown = " ".join(client.get(page(held)).text.split())
    assert "<strong>Delayed</strong> until Tue, Mar 10, 2026" in shown
    assert "a date</strong> until" not in shown


def test_a_day_in_another_year_says_so_in_the_queue(
    held: Intake, noor: User, signed_in: SignedIn, frozen: object
) -> None:
    client = signed_in(noor)
    decide(client, held, outcome="limits", limits=["no_heat"], until="2027-01-15")
    assert "until Jan 15, 2027" in client.get(reverse("admin:review_case_changelist"), {"tab": "closed"}).text


def test_limits_hold_until_their_own_day(held: Intake, noor: User, signed_in: SignedIn, frozen: object) -> None:
    decide(signed_in(noor), held, outcome="limits", limits=["no_heat", "short"], until="2026-06-01", folded="on")
    assert (Decision.objects.get().limits, Decision.objects.get().until) == (["no_heat", "short"], date(2026, 6, 1))


def test_what_changed_since_the_last_form_is_shown_marked_and_in_the_book(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client = signed_in(noor)
    assert "What changed since the last form" not in client.get(page(held)).text
    assert Entry.objects.filter(deed="case.compared").count() == 0
    sending.change(held, by=ana, at=now)
    sent(answers(seizure="remote", anything_else=CANARY), intake=held, by=ana, at=now)
    response = client.get(page(held))
    shown = [(row.code, row.before[:25], row.now[:25]) for row in response.context["page"].differences]
    assert shown == [("seizure", "Yes - in the last 12 mont", "Yes - over 10 years ago o")]
    assert [step["title"] for step in response.context["page"].steps if step["changed"]] == ["Your health"]
    compared = Entry.objects.get(deed="case.compared")
    assert (compared.by_id, compared.facts["version"].partition(".")[0]) == (noor.pk, "1")


def test_what_changed_twice_is_all_shown_until_somebody_decides_on_it(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client = signed_in(noor)
    twice: list[dict[str, Any]] = [{"seizure": "remote"}, {"seizure": "remote", "surgery": ["other_older"]}]
    for later, changed in enumerate(twice, 1):
        at = now + timedelta(minutes=later)
        sending.change(held, by=ana, at=at)
        sent(answers(**changed), intake=held, by=ana, at=at)
    shown = client.get(page(held)).context["page"]
    assert {row.code for row in shown.differences} == {"anything_else", "seizure", "surgery"}
    assert (shown.flags_in_words, len(shown.cards), len(shown.repeated)) == ("3 flags", 3, 1)
    decide(client, held, outcome="more", question="Which surgery?", reason="Both read.")
    at = now + timedelta(minutes=5)
    sending.change(held, by=ana, at=at)
    sent(answers(seizure="remote", surgery=["none"]), intake=held, by=ana, at=at)
    assert {row.code for row in client.get(page(held)).context["page"].differences} == {"surgery"}


def test_an_earlier_case_of_the_same_patient_is_in_the_history(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client = signed_in(noor)
    decide(client, held, outcome="clear", reason="Stable for years.")
    again = sent(answers(seizure="active"), by=ana, at=now + timedelta(days=200))
    assert case_of(again).pk != case_of(held).pk
    response = client.get(page(again))
    assert "Stable for years." in response.text
    assert page(held) in response.text


def test_what_was_decided_and_booked_on_linked_records_stands_on_the_case(
    held: Intake, answers: Answers, zed: User, noor: User, now: datetime, signed_in: SignedIn, frozen: object
) -> None:
    client = signed_in(noor)
    decide(client, held, outcome="clear", reason="Stable for years.")
    other = sent(answers(seizure="active", full_name="Ana Ejemplo"), by=zed, at=now)
    first, second = (Intake.objects.get(pk=form.pk).patient for form in (held, other))
    assert first is not None
    assert second is not None
    middle = Patient.objects.create(full_name="Ana Ejemplo", date_of_birth=first.date_of_birth, created_at=now)
    set_next_visit(middle, at=now + timedelta(days=2), now=now)
    apart = client.get(page(other))
    assert ("Stable for years." in apart.text, apart.context["page"].visit) == (False, "")
    link(first, middle, by=noor, at=now)
    link(middle, second, by=noor, at=now)
    response = client.get(page(other))
    assert "Stable for years." in response.text
    assert response.context["page"].visit == "Thu, Mar 5, 2026, 10:30 am"


def test_the_next_case_is_the_first_that_no_colleague_reads(
    held: Intake, alarmed: Intake, noor: User, now: datetime, signed_in: SignedIn, frozen: object
) -> None:
    client, queue = signed_in(noor), reverse("admin:review_case_changelist")
    assert "Next case: Zed Invented" in client.get(queue).text
    colleague = make_staff("tomas@clinic.example", "Tomás Ejemplo", roles.PRACTITIONER)
    review.claim(case_of(alarmed), by=colleague, at=now)
    assert "Next case: Ana Ejemplo" in client.get(queue).text
    review.claim(case_of(held), by=noor, at=now)
    assert "Next case: Ana Ejemplo" in client.get(queue).text
    review.claim(case_of(held), by=colleague, at=now + timedelta(minutes=16))
    with time_machine.travel(now + timedelta(minutes=17)):
        assert "Next case: Zed Invented" in signed_in(noor).get(queue).text


def test_private_questions_and_guessed_spellings_are_marked(
    answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    intake = sent(answers(pregnancy="yes", pregnancy_weeks="20", meds_list="levetiracetm"), by=ana, at=now)
    response = signed_in(noor).get(page(intake))
    private = {why.question for card in response.context["page"].cards for why in card.whys if why.private}
    assert private == {NEW_PATIENT.question("pregnancy").wording}
    possible = {hit["text"] for card in response.context["page"].cards for hit in card.matched if hit["possible"]}
    assert (possible, "possible spelling: ask" in response.text) == ({"levetiracetm"}, True)


def test_a_form_that_could_not_be_screened_says_so_in_the_queue_and_on_the_case(
    answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("intake.pages.readings.screen", broken)
    intake = sent(answers(), by=ana, at=now)
    client = signed_in(noor)
    assert "Not screened: read every answer" in client.get(reverse("admin:review_case_changelist")).text
    assert "The screening could not run on this form." in client.get(page(intake)).text


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("noor", "Review forms"),
        ("ada", "Invite a staff member"),
        ("edda", "Write an article"),
    ],
)
def test_the_index_says_what_to_do_next_and_every_link_on_it_works(
    who: str, says: str, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    response = client.get("/admin/")
    assert says in response.text
    links = [link for link in links_of(response.text, at="/admin/") if link.startswith("/")]
    assert {link: client.get(link, follow=True).status_code for link in links} == dict.fromkeys(links, 200)


def test_a_flag_has_a_name_and_a_weaker_one_is_folded_under_it(
    answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    intake = sent(answers(blood_thinner="yes", inr_status="above_range", meds_list="Tylenol"), by=ana, at=now)
    response = signed_in(noor).get(page(intake))
    shown = [(card.name, [weaker.name for weaker in card.folded]) for card in response.context["page"].cards]
    assert shown == [("Blood thinner with a second risk", ["Blood thinner"])]
    assert "1 weaker flag that this one covers" in response.text


def test_a_weaker_flag_stands_alone_where_the_stronger_does_not_stand_beside_it(
    answers: Answers, ana: User, now: datetime
) -> None:
    intake = sent(answers(blood_thinner="yes", inr_status="above_range", meds_list="Tylenol"), by=ana, at=now)
    weaker = case_of(intake).flags.get(code="anticoagulant")
    assert weaker.finding["under"] == "anticoagulant_high_risk"
    assert [each.name for each in folded([card(weaker, "new_patient")])] == ["Blood thinner"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Clinical teaching (from memory)", "Clinical teaching"),
        ("WHO 1999 s.II 2.2; clinical teaching (from memory)", "WHO 1999 s.II 2.2; Clinical teaching"),
        ("de Valois 2024; cut-offs partly from memory", "de Valois 2024; Clinical teaching"),
        ("Drug labels (from memory); BMAS practice (from memory)", "Clinical teaching"),
        ("IFOMPT 2020", "IFOMPT 2020"),
        ("Hsieh 2023 [V: abstract]; chiro.org [V]", "Hsieh 2023; chiro.org"),
        ("", ""),
    ],
)
def test_what_nobody_looked_up_is_called_clinical_teaching(source: str, shown: str) -> None:
    assert source_of(source) == shown


def test_no_page_says_from_memory_or_shows_a_mark() -> None:
    assert [rule.code for rule in RULES if "memory" in source_of(rule.source) or "[" in source_of(rule.source)] == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("cardio_renal_liver", "Heart, vessel, kidney or liver disease"),
        ("needle_anxiety", "Fear of needles"),
        ("of_another_house", "of_another_house"),
    ],
)
def test_a_rule_is_called_by_its_name_also_when_it_is_retired(code: str, name: str) -> None:
    assert rule_name(code) == name


def test_what_was_not_read_of_a_list_is_marked(
    answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    intake = sent(answers(meds_list="amlodipine, Zyvotrex 2 mg"), by=ana, at=now)
    response = signed_in(noor).get(page(intake))
    assert [(card.name, card.not_read) for card in response.context["page"].cards] == [
        ("Medicine name not read", ["Zyvotrex 2 mg"])
    ]
    assert "<mark>Zyvotrex 2 mg</mark>" in response.text


def test_rules_that_are_not_signed_are_called_a_draft(
    held: Intake, noor: User, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = f"Screening version {RULESET} is a draft:"
    for shown in (page(held), reverse("admin:review_case_counts")):
        assert draft in signed_in(noor).get(shown).text
    monkeypatch.setattr(signing, "SIGNED", frozenset({RULESET}))
    for shown in (page(held), reverse("admin:review_case_counts")):
        assert "is a draft" not in signed_in(noor).get(shown).text


def test_what_does_not_agree_is_said_line_by_line(
    answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    intake = sent(answers(meds_list="Entresto"), by=ana, at=now)
    text = signed_in(noor).get(page(intake)).text
    assert "Named: Entresto. Often given for: Heart disease (not just high cholesterol). It is not ticked: ask." in text
    assert "A medicine is named that is often given for a condition which is not ticked: ask" in text
