"""The practitioner's instrument, measured: nine flags on a screen and a half, a caution in four clicks, a question."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from clinic.accounts.models import User
from intake.record.models import Intake
from intake.review.models import Case, Decision, Reply
from intake.review.next_visit import set_next_visit
from tests.booking.builders import make_practitioner
from tests.intake.forms import sent
from tests.intake.returning import full_form, needled, send_update
from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import known
from tests.journeys.staff import fine, fine_at_both_widths
from tests.support.answers import Answers
from tests.support.browser import DESKTOP, follow, has_focus

NINE = {
    "devices": ["pacemaker"],
    "conditions": ["diabetes", "osteoporosis", "heart_disease", "fainting"],
    "allergies": ["latex"],
    "seizure": "remote",
    "spine_dx": ["herniated_disc"],
    "med_types": ["insulin_sugar"],
    "blood_thinner": "yes",
    "inr_status": "above_range",
    "meds_list": "warfarin 5 mg\nmetformin",
}


def test_nine_flags_stand_on_a_screen_and_a_half(open_page: OpenPage, noor: User, answers: Answers, ana: User) -> None:
    intake = sent(answers(**NINE), by=ana, at=timezone.now())
    page = open_page(width="desktop")
    known(page, noor)
    page.goto(reverse("admin:review_case_change", args=[Case.objects.get(intake=intake).ref]))
    assert page.locator(".left > section > article.flag").count() >= 9
    assert page.evaluate("() => document.documentElement.scrollHeight") <= 1.5 * DESKTOP["height"]
    first = page.locator("article.flag").first
    expect(first.get_by_text("Suggested").first).to_be_hidden()
    first.locator("summary").first.click()
    expect(first.get_by_text("Suggested").first).to_be_visible()
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true })")
    fine(page)


def test_two_flags_and_what_changed_stand_on_a_screen_and_a_half(open_page: OpenPage, noor: User, ana: User) -> None:
    """The head, the line of what clearing accepts and three answers of an update, as the demo's Milo has them."""
    now = timezone.now()
    patient = full_form(ana, at=now - timedelta(days=30), conditions=["osteoporosis"])
    needled(patient, at=now - timedelta(days=7))
    news = {"blood_thinner": "yes", "inr_status": "not_warfarin", "rf_bleeding_now": "no"}
    send_update(patient, by=ana, at=now, **news)
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel")
    set_next_visit(patient, at=now + timedelta(hours=19), practitioner=mei.pk, now=now)
    page = open_page(width="desktop")
    known(page, noor)
    page.goto(reverse("admin:review_case_change", args=[Case.objects.not_closed().latest("pk").ref]))
    expect(page.locator("table.changes tbody tr")).to_have_count(3)
    assert page.locator(".left > section > article.flag").count() >= 2
    expect(page.get_by_text("open flags are accepted with precaution unless you settle them.")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollHeight") <= 1.5 * DESKTOP["height"]
    fine_at_both_widths(page)


@both_ways
def test_a_caution_is_read_and_decided_in_four_clicks(
    open_page: OpenPage, scripts: bool, noor: User, answers: Answers, ana: User
) -> None:
    sent(answers(conditions=["osteoporosis"], full_name="Ana Ejemplo"), by=ana, at=timezone.now())
    page = open_page(width="desktop")
    known(page, noor)
    page.goto(reverse("accounts:landing"))
    expect(page.get_by_role("heading", level=1)).to_have_text("My day")
    fine(page)
    clicks = 0

    def click(role: str, name: str) -> None:
        nonlocal clicks
        clicks += 1
        follow(page.get_by_role(role, name=name, exact=True))  # type: ignore[arg-type]  # a role of the page

    click("link", "Ana Ejemplo")
    expect(page.locator("article.flag")).to_contain_text("Weak bones (osteoporosis)")
    click("button", "I have read it: close the case")
    expect(page.locator(".messagelist")).to_contain_text("Marked as read.")
    assert (clicks <= 4, Case.objects.get().state) == (True, "closed")


def test_the_queue_is_walked_by_key_and_a_name_stands_in_no_address(
    open_page: OpenPage, noor: User, answers: Answers, ana: User, zed: User
) -> None:
    for who, name in ((ana, "Ana Ejemplo"), (zed, "Zed Invented")):
        sent(answers(full_name=name, seizure="active"), by=who, at=timezone.now())
    page = open_page(width="desktop")
    known(page, noor)
    page.goto(reverse("admin:review_case_changelist"))
    page.keyboard.press("j")
    assert has_focus(page.get_by_role("link", name="Ana Ejemplo", exact=True))
    page.keyboard.press("j")
    assert has_focus(page.get_by_role("link", name="Zed Invented", exact=True))
    page.keyboard.press("k")
    page.keyboard.press("/")
    page.keyboard.type("invented")
    page.keyboard.press("Enter")
    expect(page.locator("table.queue tbody .patient")).to_have_count(1)
    assert page.url.endswith("?tab=found")
    fine(page)


def test_a_question_is_asked_answered_and_read(open_page: OpenPage, noor: User, answers: Answers, ana: User) -> None:
    intake: Intake = sent(answers(seizure="active"), by=ana, at=timezone.now() - timedelta(minutes=5))
    page = open_page(width="desktop")
    known(page, noor)
    address = reverse("admin:review_case_change", args=[Case.objects.get(intake=intake).ref])
    page.goto(address)
    page.get_by_label("More information").check()
    page.get_by_label("Question for the patient").fill("When was the last one?")
    page.get_by_label("Reason").fill("The date is missing.")
    follow(page.get_by_role("button", name="Save decision"))

    phone = open_page(width="phone")
    known(phone, ana)
    phone.goto(reverse("intake:sent", args=[intake.ref]))
    expect(phone.get_by_text("When was the last one?")).to_be_visible()
    fine(phone)
    follow(phone.get_by_role("button", name="Send my answer"))
    expect(phone.get_by_text("Write your answer first.")).to_be_visible()
    fine(phone)
    phone.get_by_label("Your answer").fill("In May. I take Eliquis now.")
    follow(phone.get_by_role("button", name="Send my answer"))
    expect(phone.get_by_text("Your practitioner will read your answer.")).to_be_visible()
    fine(phone)

    page.goto(address)
    expect(page.locator(".history")).to_contain_text("In May. I take Eliquis now.")
    expect(page.locator("article.flag", has_text="Blood thinner").first).to_contain_text("Eliquis")
    follow(page.get_by_role("button", name="Take this case"))
    page.get_by_label("Clear with limits").check()
    page.get_by_label("Keep needles out of the named limb").check()
    page.get_by_label("Limits in words").fill("Right arm.")
    page.get_by_label("Reason").fill("Read.")
    follow(page.get_by_role("button", name="Save decision"))
    expect(page.locator(".messagelist")).to_contain_text("Your decision is saved.")
    assert (Reply.objects.count(), Decision.objects.order_by("-pk")[0].limit_note) == (1, "Right arm.")


def test_my_day_and_the_calendar_link_read_well_at_both_widths(open_page: OpenPage, noor: User) -> None:
    page = open_page(width="desktop")
    known(page, noor)
    for address in (reverse("desk:my_day"), reverse("desk:my_page"), reverse("desk:calendar_link")):
        page.goto(address)
        fine_at_both_widths(page)
    follow(page.get_by_role("button", name="Make a link"))
    expect(page.locator("code.calendar-link")).to_be_visible()
    fine_at_both_widths(page)
