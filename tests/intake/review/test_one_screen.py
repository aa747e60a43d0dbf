"""The case on one screen: who and when first, pain and medicines at a glance, one line a flag with what decided it."""

from datetime import date, datetime, timedelta

import pytest

from clinic.accounts.models import Patient, User
from intake.pages import sending
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.review.admin.forms import usual_end
from intake.review.admin.glance import glance
from intake.review.next_visit import set_next_visit
from tests.booking.builders import make_practitioner
from tests.intake.cases import page
from tests.intake.forms import sent
from tests.intake.returning import full_form, needled, send_update
from tests.support.answers import Answers
from tests.support.cast import SignedIn
from tests.support.queries import Queries

pytestmark = pytest.mark.django_db
QUERIES = 27
NINE = {
    "devices": ["pacemaker"],
    "conditions": ["diabetes", "osteoporosis", "heart_disease", "fainting"],
    "allergies": ["latex"],
    "seizure": "remote",
    "blood_thinner": "yes",
    "inr_status": "above_range",
    "med_types": ["insulin_sugar"],
    "spine_dx": ["herniated_disc"],
    "meds_list": "warfarin 5 mg\nZyvotrex 2 mg",
}


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(**NINE, interpreter="es"), by=ana, at=now)


def test_the_head_says_who_when_with_whom_in_which_language_and_where_they_stand(
    held: Intake, noor: User, now: datetime, signed_in: SignedIn, frozen: object
) -> None:
    patient = Intake.objects.get(pk=held.pk).patient
    assert patient is not None
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel")
    set_next_visit(patient, at=now + timedelta(hours=3), practitioner=mei.pk, now=now)
    shown = signed_in(noor).get(page(held)).context["page"]
    told = (shown.language, shown.interpreter, shown.standing.word.label)
    assert told == ("English", "Spanish", "Waiting for practitioner")
    assert shown.visit.endswith("with Mei Beispiel, in 3\N{NO-BREAK SPACE}h")


@pytest.mark.parametrize(
    ("on_record", "on_form", "shown"), [("", "no", ""), ("no", "es", "Spanish"), ("Farsi", "no", "Farsi")]
)
def test_the_head_names_the_language_they_read_and_the_one_an_interpreter_is_wanted_for(
    held: Intake, noor: User, signed_in: SignedIn, on_record: str, on_form: str, shown: str
) -> None:
    intake = Intake.objects.get(pk=held.pk)
    assert intake.patient is not None
    Patient.objects.filter(pk=intake.patient.pk).update(language="es", interpreter=on_record)
    Intake.objects.filter(pk=held.pk).update(interpreter=on_form)
    response = signed_in(noor).get(page(held))
    head = response.context["page"]
    assert (head.language, head.interpreter) == ("Spanish", shown)
    assert (f"<strong>interpreter: {shown}</strong>" in response.text) == bool(shown)


def test_a_line_of_a_flag_holds_the_answer_or_the_words_that_decided_it(
    held: Intake, noor: User, signed_in: SignedIn
) -> None:
    cards = {card.name: card for card in signed_in(noor).get(page(held)).context["page"].cards}
    assert {name: card.deciding for name, card in cards.items() if name.startswith(("Weak", "Medicine", "Latex"))} == {
        "Latex or skin cleaner allergy": [("Latex", False)],
        "Weak bones": [("Weak bones (osteoporosis)", False)],
        "Medicine name not read": [("Zyvotrex 2 mg", True)],
    }
    assert cards["Blood thinner with a second risk"].deciding[0] == ("warfarin", True)
    assert "Blood thinner" not in cards  # the stronger one says it


def test_what_clearing_accepts_is_said_beside_the_button(
    answers: Answers, ana: User, zed: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    said = "open flags are accepted with precaution unless you settle them."
    two = sent(answers(seizure="active", conditions=["osteoporosis"]), by=ana, at=now)
    text = signed_in(noor).get(page(two)).text
    assert f"If you clear, 2 {said}" in text
    assert text.index(said) < text.index("Save decision")
    # Notes ask for no precaution, and nothing has to be said of none.
    none = sent(answers(full_name="Zed Invented", needle_fear="very"), by=zed, at=now)
    text = signed_in(noor).get(page(none)).text
    assert ("Save decision" in text, "with precaution unless" in text) == (True, False)


def test_answers_that_do_not_agree_stand_side_by_side(
    answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    response = signed_in(noor).get(page(sent(answers(blood_thinner="no", meds_list="Eliquis"), by=ana, at=now)))
    conflict = next(card for card in response.context["page"].open_cards if card.is_conflict)
    assert conflict.deciding == [("Blood thinner: No, but the text names one taken now or in the last 14 days", False)]
    assert [why.plain for why in conflict.whys] == ["No", "Eliquis"]
    assert 'class="because side-by-side"' in response.text


def test_at_a_glance_stand_pain_peg_then_and_now_areas_and_medicines(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    sending.change(held, by=ana, at=now)
    better = {"pain_now": "2", "peg_pain": "3", "peg_enjoy": "2", "peg_activity": "2"}
    sent(answers(**NINE, interpreter="es", pain_areas=["neck", "low_back"], **better), intake=held, by=ana, at=now)
    seen = signed_in(noor).get(page(held)).context["page"].glance
    assert (seen.pain_now, seen.peg, seen.peg_before, seen.areas) == ("2", "2.3", "4.7", ["Neck", "Low back"])
    assert seen.medicines == [[("warfarin 5 mg", False)], [("Zyvotrex 2 mg", True)]]
    assert seen.kinds[0] == "Blood thinner: Yes"


def test_pain_over_time_stands_at_a_glance_once_there_is_a_second_number(
    ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    patient = full_form(ana, pain_now="7", peg_pain="6", peg_enjoy="6", peg_activity="6")
    first = Intake.objects.get(patient=patient)
    client = signed_in(noor)
    assert "glance-course" not in client.get(page(first)).text
    for number in range(3):
        needled(patient, at=now - timedelta(days=20 - number), visit=f"VISIT{number}")
    update = send_update(patient, by=ana, at=now, pain_now="3", peg_pain="2", peg_enjoy="4", peg_activity="4")
    shown = client.get(page(update))
    series = shown.context["page"].glance.series
    assert [(point.origin, point.pain, point.peg) for point in series.points] == [
        ("new_patient", 7, 6.0),
        ("visit_update", 3, 3.3),
    ]
    assert '<details class="glance-course">' in shown.text
    assert "Better by an amount that matters" in shown.text


def test_what_was_not_read_is_marked_across_lines_and_nothing_is_lost() -> None:
    text = "one\nsomething new\r\n\nlast"
    spans = [{"field": "meds_list", "start": 4, "end": 13}, {"field": "allergies", "start": 0, "end": 3}]
    seen = glance(NEW_PATIENT, {"meds_list": text}, None, not_read=spans)
    assert seen.medicines == [[("one", False)], [("something", True), (" new", False)], [("last", False)]]
    assert (seen.peg, seen.pain_now, seen.has_anything) == ("", "", True)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ({"pregnancy": "yes", "pregnancy_weeks": "20"}, date(2026, 7, 21)),
        ({"pregnancy": "yes", "pregnancy_weeks": ""}, date(2026, 6, 1)),
        ({"pregnancy": "no", "pregnancy_weeks": "20"}, date(2026, 6, 1)),
        ({}, date(2026, 6, 1)),
    ],
)
def test_limits_usually_end_on_the_due_date_or_after_ninety_days(said: dict[str, str], until: date) -> None:
    assert usual_end(said, on=date(2026, 3, 3), today=date(2026, 3, 3)) == until


def test_a_pregnancy_that_is_over_by_the_calendar_ends_nothing() -> None:
    said = {"pregnancy": "yes", "pregnancy_weeks": "39"}
    assert usual_end(said, on=date(2026, 1, 1), today=date(2026, 3, 3)) == date(2026, 6, 1)


def test_the_page_costs_the_same_with_one_flag_and_with_eleven(
    held: Intake, answers: Answers, zed: User, noor: User, now: datetime, signed_in: SignedIn, queries: Queries
) -> None:
    client = signed_in(noor)
    few = sent(answers(full_name="Zed Invented", seizure="active"), by=zed, at=now)
    for intake in (few, held):
        address = page(intake)
        client.get(address)
        with queries(QUERIES):
            client.get(address)


def test_an_update_says_in_two_columns_what_it_changes_of_the_last_form(
    ana: User, noor: User, now: datetime, signed_in: SignedIn, frozen: object
) -> None:
    patient = full_form(ana, at=now - timedelta(days=30), meds_list="lisinopril", blood_thinner="no")
    needled(patient, at=now - timedelta(days=7))
    form = send_update(patient, by=ana, at=now, blood_thinner="yes", meds_list="lisinopril")
    shown = signed_in(noor).get(page(form))
    changes = {row.code: (row.before, row.now) for row in shown.context["page"].differences}
    assert changes["blood_thinner"] == ("No", "Yes")
    assert "meds_list" not in changes
    assert not [code for code in changes if code.startswith("day_")]  # the last form never asked them
    assert "What changed since the last form" in shown.text
