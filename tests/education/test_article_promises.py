"""What the articles promise of the software is there: each such sentence stands beside the feature that keeps it."""

import re
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.booking.errors import FormNotRead
from clinic.booking.services import needles
from clinic.site_settings import services as site_settings
from education import files
from education.rendering import plain_of
from intake.questionnaire import CHECK_IN, NEW_PATIENT, VISIT_UPDATE
from intake.questionnaire.model import Questionnaire
from intake.review.doctor_letter import DoctorLetter
from intake.review.follow_up.models import CheckIn
from intake.review.follow_up.querysets import ASK_AFTER, REMIND_AFTER
from intake.review.standing import UPDATE_OPENS, Standing, Word
from intake.review.withdrawal import withdraw_consent
from intake.screening import Contact, Tier
from intake.screening.ruleset import RULE_SETS
from tests.support.times import NOW

FIRST, AFTER, FLAGS = "your-first-visit", "after-your-visit", "red-flags-of-back-pain"
MORE_FLAGS = "more-red-flags"
WORSE, CAREFUL = "can-acupuncture-make-back-pain-worse", "who-should-be-careful"
OTHERS, CHOOSING = "acupuncture-and-other-treatments", "choosing-a-practitioner-in-california"
# Sentences that speak of a part of the software: each of them has to stand below.
SPEAKS = re.compile(
    r"check-in|hours later, we|you are after 48 hours|at 72 hours|before each|our website|contact page|print it"
    r"|come back later|private and are|write to your doctor|fill in the form for you|take it back"
    r"|call you that day|right away what to do|book a consultation|our health form asks about"
    r"|before your first needle\.|within 2 working days:$|our form, we will call you|after a first treatment"
)
HEADINGS = {"The 48-hour check-in"}
RULES = {rule.code: rule for rule in RULE_SETS["new_patient"].rules}
MEDICAL_CHECK = ("spine_cord_or_instability", "child_red_flag", "chest_or_belly_pain")

type_kept = Callable[[Client], bool]


def asks(questionnaire: Questionnaire, *codes: str) -> bool:
    return {question.code for question in questionnaire.questions} >= set(codes)


def after(time: timedelta, count: int) -> bool:
    return time == timedelta(hours=count)


def shows(client: Client, name: str, text: str) -> bool:
    return text in client.get(reverse(name)).text


def is_emergency(code: str) -> bool:
    return RULES[code].tier is Tier.EMERGENCY and bool(RULES[code].advice)


def prints(client: Client) -> bool:
    return reverse("education:print", args=[AFTER]) == f"/articles/{AFTER}/print/"


def no_needle_without_a_reader() -> bool:
    """A visit with needles does not begin on a form that nobody has read."""
    unread = Standing(Word.READY, unread=True)
    visit: Any = SimpleNamespace(visit_type=SimpleNamespace(needling=True), patient=SimpleNamespace(pk=1))
    with patch("intake.review.standing.of", lambda *_args, **_named: {1: unread}), pytest.raises(FormNotRead):
        needles.require_read(visit, at=NOW)
    return True


def names_every_red_flag() -> bool:
    served = files.read().codes
    return all({FLAGS, MORE_FLAGS} & set(served[code]) for code in RULES if code.startswith("rf_"))


PROMISES: dict[tuple[str, str], type_kept] = {
    (FIRST, "A practitioner reads it before your first needle."): lambda _c: no_needle_without_a_reader(),
    (CAREFUL, "A practitioner reads your form before your first needle."): lambda _c: no_needle_without_a_reader(),
    (FIRST, "You can stop and come back later."): lambda c: shows(c, "intake:start", reverse("intake:resume")),
    (FIRST, "Some questions are private and are shown only to clinicians."): lambda _c: any(
        question.private for question in NEW_PATIENT.questions
    ),
    (FIRST, "A helper can fill in the form for you, and an interpreter is free."): lambda _c: (
        "helper" in {choice.value for choice in NEW_PATIENT.question("form_filler").choices}
    ),
    (FIRST, "Then the form tells you right away what to do."): lambda _c: all(
        is_emergency(code) for code in RULES if code.startswith("rf_")
    ),
    (FIRST, "You can book a consultation, which is a talk without needles."): lambda _c: (
        Standing(Word.WAITING).allows_consultation
    ),
    (
        FIRST,
        "If you are unsure who is calling, hang up and dial the number on our contact page yourself.",
    ): lambda c: shows(c, "website:contact", site_settings.current().phone),
    (
        FIRST,
        "In the 3 days before each later visit with needles, we ask whether anything has changed:",
    ): lambda _c: (
        UPDATE_OPENS.days == 3
        and asks(VISIT_UPDATE, "rf_stroke", "meds_list", "day_missed_dose", "rf_fever", "pregnancy")
    ),
    (FIRST, "You can take it back at any time."): lambda _c: bool(reverse("booking:no_needles") and withdraw_consent),
    (FIRST, "You can print it."): prints,
    (FIRST, "About 48 hours later, we ask how you are."): lambda _c: after(ASK_AFTER, 48),
    (AFTER, "We ask how you are after 48 hours."): lambda _c: after(ASK_AFTER, 48),
    (AFTER, "About 48 hours after your visit, we ask you how you are."): lambda _c: after(ASK_AFTER, 48),
    (
        AFTER,
        "We ask about breathing, feeling and strength, fever, the needle spots, dizziness, your pain, and your "
        "medicines.",
    ): lambda _c: asks(CHECK_IN, "fu_breath", "fu_nerve", "fu_fever", "fu_skin", "fu_faint", "fu_pain_now", "fu_meds"),
    (AFTER, "If we do not hear from you, we ask again at 72 hours."): lambda _c: after(REMIND_AFTER, 72),
    (AFTER, "We call some patients, for example after a first treatment."): lambda _c: (
        CheckIn(is_first=True, areas=[]).wants_call and not CheckIn(is_first=False, areas=[]).wants_call
    ),
    (AFTER, "Call us during opening hours, or tell us in the check-in, for:"): lambda _c: asks(
        CHECK_IN, "fu_pain_change", "fu_tired_drive", "fu_needle", "fu_meds"
    ),
    (WORSE, "Tell us in the room or in the check-in, and take it easy that day."): lambda _c: asks(CHECK_IN, "fu_text"),
    (FLAGS, "The signs below are the ones that our health form asks about."): lambda _c: names_every_red_flag(),
    (MORE_FLAGS, 'Say "not sure" on our health form, and we will call you that day.'): lambda _c: (
        RULES["red_flag_unsure"].contact is Contact.SAME_DAY
    ),
    (FLAGS, 'Say "not sure" on the form, and we will call you that day.'): lambda _c: (
        RULES["red_flag_unsure"].contact is Contact.SAME_DAY
    ),
    (MORE_FLAGS, "If you write such words on our form, we will call you."): lambda _c: is_emergency("crisis_words"),
    (MORE_FLAGS, "Tell us on the form, and we will call you within 2 working days:"): lambda _c: all(
        (RULES[code].tier, RULES[code].contact) == (Tier.HOLD, Contact.TWO_DAYS) for code in MEDICAL_CHECK
    ),
    (
        CAREFUL,
        "With neck pain and a new kind of headache, or a sore scalp or jaw, we will call you that day before we do "
        "anything.",
    ): lambda _c: RULES["head_neck_warning"].contact is Contact.SAME_DAY,
    (OTHERS, "With your permission, we write to your doctor."): lambda _c: (
        asks(NEW_PATIENT, "share_permission") and bool(DoctorLetter)
    ),
    (CHOOSING, "Our own practitioners' numbers are on our website."): lambda c: shows(
        c, "website:practitioners", "License AC 00001"
    ),
}


def sentences(article: files.Shipped) -> set[str]:
    return {one.strip() for one in re.split(r"(?<=[.!?:])\s|\n", plain_of(article.document)) if one.strip()}


ORIGINALS = {article.key: sentences(article) for article in files.read().articles if not article.original}


@pytest.mark.django_db
@pytest.mark.either_database  # pages and rules: nothing here depends on the engine
def test_what_the_articles_promise_is_there(client: Client, noor: User) -> None:
    clinic = site_settings.current()
    clinic.phone = "213-555-0142"
    clinic.save()
    assert [promise for promise in PROMISES if promise[1] not in ORIGINALS[promise[0]]] == []
    assert [promise for promise, is_kept in PROMISES.items() if not is_kept(client)] == []


def test_no_article_speaks_of_the_software_without_a_feature_beside_it() -> None:
    speaking = {(key, one) for key, said in ORIGINALS.items() for one in said - HEADINGS if SPEAKS.search(one)}
    assert speaking - set(PROMISES) == set()
    assert len(speaking) > len(PROMISES) / 2
