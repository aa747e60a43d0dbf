"""The two short forms as a person meets them: last answers beside the question, nothing filled in, what comes of it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from intake.pages.tablet import services as tablets
from intake.questionnaire import CHECK_IN, VISIT_UPDATE
from intake.record.models import Intake
from intake.review import services as review
from intake.review.follow_up.models import CheckIn, FollowUpTask, NoCheckIns
from intake.review.models import Alert, Case
from intake.review.next_visit import set_next_visit
from intake.review.services import case_version
from tests.intake.returning import full_form, needled
from tests.support.cast import SignedIn
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
UPDATE, HOW_ARE_YOU = "/intake/update/", "/intake/check-in/"


@pytest.fixture
def patient(ana: User, noor: User) -> Patient:
    """Ana: numbness and bladder were fine, a swollen leg was not; needled last week, and she comes in two days."""
    patient = full_form(ana, rf_fever="no", meds_list="lisinopril", pain_trend="better")
    for case in Case.objects.not_closed():
        review.mark_read(case, by=noor, at=NOW, seen=case_version(case))
    needled(patient, at=NOW - timedelta(days=7))
    set_next_visit(patient, at=NOW + timedelta(days=2), now=NOW)
    return patient


@pytest.fixture
def browser(patient: Patient, ana: User, signed_in: SignedIn) -> Client:
    return signed_in(ana)


def begin(browser: Client, door: str) -> Intake:
    response = browser.post(door)
    form = Intake.objects.exclude(over=None).get()
    assert response["Location"] == reverse("intake:screen", args=[form.ref, 1])
    return form


def number_of(form: Intake, code: str) -> int:
    return form.definition.number_of(code)


def open_screen(browser: Client, form: Intake, code: str) -> str:
    return browser.get(reverse("intake:screen", args=[form.ref, number_of(form, code)])).text


def save(browser: Client, form: Intake, code: str, /, **typed: Any) -> Any:
    screen = form.definition.screen(number_of(form, code))
    codes = ",".join(question.code for question in screen.questions)
    seen = form.current().screen_version(screen.code)
    url = reverse("intake:screen", args=[form.ref, number_of(form, code)])
    return browser.post(url, {"asked": codes, "visible": codes, "seen": seen, "beside": "1", **typed})


def raw(form: Intake) -> dict[str, Any]:
    return {code: value for code, value in Intake.objects.get(pk=form.pk).current().raw.items() if value}


def checked(page: str) -> list[str]:
    return re.findall(r'name="([^"]+)"[^>]*\bchecked', page)


# ——— the update


def test_the_old_answer_is_shown_and_nothing_is_filled_in(browser: Client) -> None:
    form = begin(browser, UPDATE)
    page = open_screen(browser, form, "blood_thinner")
    assert "Last time you told us: <strong>No</strong>" in page
    assert (checked(page), raw(form)) == ([], {})


def test_no_change_is_an_answer_of_this_sitting(browser: Client) -> None:
    form = begin(browser, UPDATE)
    save(browser, form, "blood_thinner", **{"keep-blood_thinner": "same", "keep-med_types": "same"})
    assert raw(form) == {"blood_thinner": "no", "med_types": ["none"]}
    assert checked(open_screen(browser, form, "blood_thinner")) == ["keep-blood_thinner", "keep-med_types"]


def test_a_new_answer_counts_where_both_are_tapped(browser: Client) -> None:
    form = begin(browser, UPDATE)
    save(browser, form, "blood_thinner", **{"keep-blood_thinner": "same", "blood_thinner": "yes"})
    assert raw(form) == {"blood_thinner": "yes"}


def test_without_either_it_is_asked_again(browser: Client) -> None:
    form = begin(browser, UPDATE)
    page = save(browser, form, "blood_thinner").text
    assert "Choose “No change”, or give a new answer." in page
    assert raw(form) == {}


def test_a_list_is_shown_to_be_edited_and_an_unedited_one_is_no_answer(browser: Client) -> None:
    form = begin(browser, UPDATE)
    assert re.search(
        r"<textarea[^>]*name=\"meds_list\"[^>]*>\s*lisinopril</textarea>", open_screen(browser, form, "meds_list")
    )
    save(browser, form, "meds_list", meds_list="lisinopril")
    assert raw(form) == {}
    save(browser, form, "meds_list", meds_list="lisinopril, Eliquis")
    assert raw(form) == {"meds_list": "lisinopril, Eliquis"}


def test_still_no_to_all_of_these_only_where_all_were_no(browser: Client) -> None:
    form = begin(browser, UPDATE)
    assert 'value="still_no"' in open_screen(browser, form, "rf_saddle_numb")
    assert 'value="still_no"' not in open_screen(browser, form, "pain_trend")
    save(browser, form, "rf_saddle_numb", go="still_no")
    assert raw(form) == dict.fromkeys(("rf_leg_weak", "rf_saddle_numb", "rf_bladder_bowel"), "no")
    save(browser, form, "pain_trend", go="still_no")
    assert "pain_trend" not in raw(form)


def test_the_one_old_answer_of_a_screen_stands_with_one_tap(browser: Client) -> None:
    form = begin(browser, UPDATE)
    page = open_screen(browser, form, "pain_trend")
    assert ('value="no_change"' in page, "keep-pain_trend" in page, checked(page)) == (True, False, [])
    assert "Last time you told us: <strong>" in page
    assert save(browser, form, "pain_trend", go="no_change")["Location"].endswith(
        f"/{number_of(form, 'day_new_event')}/"
    )
    assert raw(form) == {"pain_trend": "better"}
    # Answered, it is a box among the others again, and shows what was said.
    page = open_screen(browser, form, "pain_trend")
    assert ('value="no_change"' in page, checked(page)) == (False, ["keep-pain_trend"])


def test_what_was_typed_counts_where_no_change_is_tapped_too(browser: Client) -> None:
    form = begin(browser, UPDATE)
    save(browser, form, "pain_trend", go="no_change", pain_trend="worse")
    assert raw(form) == {"pain_trend": "worse"}


def test_several_old_answers_never_stand_with_one_tap_unless_all_were_no(ana: User, signed_in: SignedIn) -> None:
    patient = full_form(ana, blood_thinner="yes", inr_status="not_warfarin", rf_bleeding_now="no")
    needled(patient, at=NOW - timedelta(days=7))
    set_next_visit(patient, at=NOW + timedelta(days=2), now=NOW)
    browser = signed_in(ana)
    form = begin(browser, UPDATE)
    page = open_screen(browser, form, "blood_thinner")
    assert ('value="no_change"' in page, 'value="still_no"' in page) == (False, False)
    for go in ("no_change", "still_no"):
        save(browser, form, "blood_thinner", go=go)
        assert raw(form) == {}


def test_a_warning_sign_that_was_not_no_is_asked_anew(ana: User, noor: User, signed_in: SignedIn) -> None:
    patient = full_form(ana, rf_night_pain="yes")
    needled(patient, at=NOW - timedelta(days=7))
    set_next_visit(patient, at=NOW + timedelta(days=2), now=NOW)
    browser = signed_in(ana)
    form = begin(browser, UPDATE)
    page = open_screen(browser, form, "rf_night_pain")
    assert "keep-rf_night_pain" not in page
    assert 'value="still_no"' not in page
    save(browser, form, "rf_night_pain", **{"keep-rf_night_pain": "same"})
    assert "rf_night_pain" not in raw(form)


def walk(browser: Client, form: Intake, **day: Any) -> None:
    """Tap "no change" on every screen, and answer what is asked of today."""
    for screen in form.definition.main_screens:
        keep = {f"keep-{question.code}": "same" for question in screen.questions}
        asked = {question.code: day[question.code] for question in screen.questions if question.code in day}
        save(browser, form, screen.questions[0].code, **(keep | asked))


TODAY = {
    "day_new_event": ["none"],
    "day_eaten": "yes",
    "day_substances": ["none"],
    "day_feeling": "no",
    "day_missed_dose": ["none"],
}


def test_an_update_is_checked_and_sent_without_a_signature(browser: Client) -> None:
    form = begin(browser, UPDATE)
    walk(browser, form, **TODAY, pain_duration="3_12m")
    page = browser.get(reverse("intake:check", args=[form.ref])).text
    assert "Send my answers" in page
    response = browser.post(reverse("intake:send", args=[form.ref]), follow=True)
    assert "A practitioner will read them before we use needles." in response.text
    form.refresh_from_db()
    assert (form.accepted_at, form.consents.count()) == (NOW, 0)


def test_it_is_asked_in_the_last_days_before_a_visit_and_not_earlier(browser: Client, patient: Patient) -> None:
    set_next_visit(patient, at=NOW + timedelta(days=9), now=NOW)
    assert "from Mon, Mar 9" in browser.get(UPDATE).text
    browser.post(UPDATE)
    assert not Intake.objects.exclude(over=None).exists()
    assert "what has changed?" not in browser.get(reverse("booking:mine")).text


@pytest.mark.parametrize("address", ["/intake/", "/visits/"])
def test_what_waits_stands_on_the_person_s_own_pages(browser: Client, address: str) -> None:
    page = browser.get(address).text
    assert f'href="{UPDATE}"' in page
    assert f'href="{HOW_ARE_YOU}"' in page


def test_on_the_tablet_no_old_answer_is_shown(patient: Patient, rui: User, client: Client) -> None:
    _handed, code = tablets.hand_over(patient, by=rui, at=NOW)
    client.post(reverse("tablet:start"), {"code": code})
    born = patient.date_of_birth
    day = {"date_of_birth-day": born.day, "date_of_birth-month": born.month, "date_of_birth-year": born.year}
    response = client.post(reverse("tablet:who"), day, follow=True)
    form = Intake.objects.exclude(over=None).get()
    assert response.request["PATH_INFO"] == reverse("intake:screen", args=[form.ref, 1])
    pages = [response.text, open_screen(client, form, "meds_list"), open_screen(client, form, "rf_saddle_numb")]
    assert not [page for page in pages if "Last time" in page or "lisinopril" in page or "still_no" in page]
    # What is not shown cannot be called unchanged: all of it is asked.
    assert [page for page in pages if "keep-" in page] == []
    # A list takes the old one's place: it says that it has to be whole.
    assert [page.count("Please write the whole list, also what you told us before.") for page in pages] == [0, 1, 0]


def test_after_six_months_a_full_form_begins_as_a_copy_to_confirm(ana: User, signed_in: SignedIn) -> None:
    patient = full_form(ana, at=NOW - timedelta(days=200), rf_night_pain="yes", seizure="past_10y")
    browser = signed_in(ana)
    assert "We show your last answers." in browser.get(UPDATE).text
    browser.post(UPDATE)
    form = Intake.objects.get(submitted_at=None)
    assert (form.questionnaire, form.meant_for, "seizure" in raw(form)) == ("new_patient", patient, False)
    page = open_screen(browser, form, "seizure")
    assert 'name="keep-seizure"' in page
    assert [name for name in checked(page) if name == "seizure"] == []
    save(browser, form, "seizure", **{"keep-seizure": "same"})
    save(browser, form, "rf_night_pain", **{"keep-rf_night_pain": "same", "keep-rf_trauma": "same"})
    assert (raw(form)["seizure"], raw(form)["rf_trauma"], "rf_night_pain" in raw(form)) == ("past_10y", "no", False)
    browser.post(UPDATE)
    assert Intake.objects.filter(submitted_at=None).count() == 1


# ——— the check-in


def test_the_page_says_what_an_emergency_is_before_it_asks_for_a_code(client: Client) -> None:
    page = client.get(HOW_ARE_YOU).text
    assert page.index("We are closed right now") < page.index("Is this an emergency?") < page.index("Send me a code")


def test_a_code_leads_back_to_the_same_door(client: Client, patient: Patient) -> None:
    response = client.post(HOW_ARE_YOU, {"email": "ana@example.com"})
    assert response["Location"].endswith("?next=%2Fintake%2Fcheck-in%2F")
    assert "Write an email like name@example.com" in client.post(HOW_ARE_YOU, {"email": "ana"}).text


def test_short_of_breath_is_met_at_once(browser: Client) -> None:
    form = begin(browser, HOW_ARE_YOU)
    response = save(browser, form, "fu_breath", fu_breath="yes")
    assert response["Location"] == reverse("intake:stop_at", args=[form.ref, 1])
    stop = browser.get(response["Location"]).text
    assert "Call 911 or go to an emergency room now. Tell them you had acupuncture" in stop
    assert "Your last acupuncture here: <strong>Tue, Feb 24, 2026: Low back</strong>. Tell them." in stop
    assert (Alert.objects.get().intake, FollowUpTask.objects.get().kind) == (form, "emergency")


def answer_all(browser: Client, form: Intake, **changes: Any) -> str:
    from tests.intake.returning import FINE

    for screen in form.definition.main_screens:
        typed = {q.code: {**FINE, **changes}.get(q.code, "") for q in screen.questions}
        save(browser, form, screen.questions[0].code, **typed)
    return str(browser.post(reverse("intake:send", args=[form.ref]), follow=True).text)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "What you feel is common after a visit."),
        ({"fu_call": "yes"}, "A practitioner will call you."),
        ({"fu_faint": "fainted"}, "Please be seen by a doctor today"),
        ({"fu_skin": ["still_bleeding"]}, "Please get help now"),
    ],
)
def test_the_last_page_says_what_to_do_by_level(browser: Client, changes: dict[str, Any], says: str) -> None:
    assert says in answer_all(browser, begin(browser, HOW_ARE_YOU), **changes)


@pytest.mark.parametrize(
    ("faint", "calls"),
    [("no", ["We will call you today."]), ("fainted", ["Please be seen by a doctor today"])],
)
def test_the_last_page_promises_one_call_and_says_nothing_twice(browser: Client, faint: str, calls: list[str]) -> None:
    """Of two rules, one of today and one of the next working day; where they shall see a doctor that alone is said."""
    text = answer_all(browser, begin(browser, HOW_ARE_YOU), fu_needle="whole_needle", fu_call="yes", fu_faint=faint)
    said = ("Please be seen by a doctor today", "We are also being told", "We will call you today.", "next working day")
    assert [(words, text.count(words)) for words in said if words in text] == [(words, 1) for words in calls]


@pytest.mark.parametrize("closed", [False, True])
def test_an_emergency_that_was_taken_back_is_called_about_and_nothing_says_that_all_is_well(
    closed: bool, browser: Client, noor: User
) -> None:
    form = begin(browser, HOW_ARE_YOU)
    save(browser, form, "fu_breath", fu_breath="yes")
    answer_all(browser, form)
    alert = Alert.objects.get()
    if closed:
        review.log_call(alert, by=noor, at=NOW, outcome="advised", note="", close=True, seen=alert.version)
    text = browser.get(reverse("intake:sent", args=[form.ref])).text
    assert ("We will still call you" in text, "What you feel is common" in text) == (not closed, closed)


def test_somebody_may_tell_again_and_may_ask_to_be_left_in_peace(browser: Client, patient: Patient) -> None:
    answer_all(browser, begin(browser, HOW_ARE_YOU))
    assert "Tell us how you are" in browser.get(HOW_ARE_YOU).text
    browser.post(reverse("intake:check_ins_stop"))
    assert NoCheckIns.objects.get().why == "opted_out"
    browser.post(reverse("intake:check_ins_stop"), {"again": "1"})
    assert not NoCheckIns.objects.exists()


def test_a_stranger_s_visit_is_nobody_else_s(zed: User, patient: Patient, signed_in: SignedIn) -> None:
    page = signed_in(zed).get(HOW_ARE_YOU).text
    assert "We have no visit with needles to ask you about." in page
    assert CheckIn.objects.filter(patient=patient).exists()


def test_both_are_short() -> None:
    assert len(CHECK_IN.main_screens) <= 6
    assert len(VISIT_UPDATE.main_screens) <= 25
