"""A second opinion: a colleague is asked by a message that names nobody, and answers on the case, where it stays."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.outbox.models import Letter
from intake.record.models import Intake
from intake.review import services as review
from intake.review.models import Case, Opinion
from intake.review.opinion import asked_of, write
from tests.booking.builders import make_practitioner
from tests.intake.cases import case_of, page, seen_now
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
QUESTION = "Would you needle below the scar?"


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(seizure="active"), by=ana, at=now)


def test_a_colleague_is_asked_and_answers_on_the_case(held: Intake, noor: User, signed_in: SignedIn) -> None:
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel").user
    address = reverse("admin:review_case_opinion", args=[case_of(held).ref])
    client = signed_in(noor)
    asked = {"to": mei.pk, "text": QUESTION, "seen": seen_now(held)}
    assert client.post(address, asked)["Location"] == page(held)
    letter = Letter.objects.get(kind="intake.opinion")
    assert (letter.to, letter.about_ref) == ("mei@clinic.example", case_of(held).ref)
    theirs = signed_in(mei)
    assert QUESTION in theirs.get(page(held)).text
    theirs.post(address, {"text": "No, above it.", "seen": seen_now(held)})
    assert [(note.text, note.to, note.by) for note in Opinion.objects.all()] == [
        (QUESTION, mei, noor),
        ("No, above it.", None, mei),
    ]
    deeds = list(Entry.objects.filter(deed__startswith="opinion.").order_by("number").values_list("deed", flat=True))
    assert deeds == ["opinion.asked", "opinion.given"]
    assert Letter.objects.filter(kind="intake.opinion").count() == 1


def test_only_a_colleague_who_treats_here_can_be_asked_and_never_without_words(
    held: Intake, noor: User, rui: User, signed_in: SignedIn
) -> None:
    client, address = signed_in(noor), reverse("admin:review_case_opinion", args=[case_of(held).ref])
    for wrong in ({"to": rui.pk, "text": QUESTION}, {"to": noor.pk, "text": QUESTION}, {"text": "  "}):
        assert client.post(address, wrong).context["note"].errors
    assert (Opinion.objects.count(), Letter.objects.filter(kind="intake.opinion").count()) == (0, 0)


def test_a_note_is_never_changed(held: Intake, noor: User, signed_in: SignedIn) -> None:
    told = {"text": QUESTION, "seen": seen_now(held)}
    signed_in(noor).post(reverse("admin:review_case_opinion", args=[case_of(held).ref]), told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.update(by_name="Somebody else")


def test_my_day_lists_what_is_asked_of_me_until_i_answer_or_the_case_is_closed(
    held: Intake, answers: Answers, zed: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel").user
    other = sent(answers(full_name="Zed Invented", seizure="active"), by=zed, at=now)
    for form in (held, other):
        write(case_of(form), text=QUESTION, to=mei, seen=seen_now(form), by=noor, at=now)
    assert [note.case for note in asked_of(mei)] == [case_of(held), case_of(other)]
    page_ = signed_in(mei).get(reverse("desk:my_day")).text
    assert ("Your opinion is asked" in page_, QUESTION in page_) == (True, False)
    assert "Your opinion is asked" not in signed_in(noor).get(reverse("desk:my_day")).text
    write(case_of(held), text="No, above it.", seen=seen_now(held), by=mei, at=now)
    assert [note.case for note in asked_of(mei)] == [case_of(other)]
    seen = seen_now(other)
    review.decide(case_of(other), by=noor, at=now, seen=seen, outcome="clear", reason="Read with care.")
    assert list(asked_of(mei)) == []


def test_a_note_about_answers_that_changed_meanwhile_comes_back_with_what_was_typed(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client, seen = signed_in(noor), seen_now(held)
    sent(answers(seizure="no", needle_feelings="very_anxious"), by=ana, at=now)
    address = reverse("admin:review_case_opinion", args=[Case.objects.get().ref])
    response = client.post(address, {"text": QUESTION, "seen": seen})
    assert ("Another form of this person came" in response.text, QUESTION in response.text) == (True, True)
    assert Opinion.objects.count() == 0
    again = client.post(address, {"text": QUESTION, "seen": response.context["note"]["seen"].value()})
    assert (again.status_code, Opinion.objects.count()) == (302, 1)


def test_asked_about_a_closed_case_it_stands_on_the_day_of_the_colleague(
    held: Intake, noor: User, now: datetime
) -> None:
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel").user
    seen = seen_now(held)
    review.decide(case_of(held), by=noor, at=now, seen=seen, outcome="clear", reason="Read with care.")
    write(case_of(held), text=QUESTION, to=mei, seen=seen_now(held), by=noor, at=now + timedelta(minutes=1))
    assert [note.case for note in asked_of(mei)] == [case_of(held)]


@pytest.mark.parametrize("asks", [True, False])
def test_a_decision_that_was_typed_comes_back_after_the_note(
    held: Intake, noor: User, signed_in: SignedIn, asks: bool
) -> None:
    client, case = signed_in(noor), case_of(held)
    address = reverse("admin:review_case_change", args=[case.ref])
    page_ = client.get(address).text
    assert 'id="opinion-text" name="text" form="decision-form"' in page_
    assert 'id="opinion-to" form="decision-form"' in page_ or 'form="decision-form" id="opinion-to"' in page_
    flag = case.flags.get()
    typed = {
        "outcome": "limits",
        "limits": ["no_heat", "short"],
        "reason": "Only half written",
        f"flag{flag.pk}-why": "Spoke with the doctor",
        "seen": seen_now(held),
    }
    typed = typed if asks else {"seen": typed["seen"], "until": ""}
    saved = client.post(reverse("admin:review_case_opinion", args=[case.ref]), typed | {"text": QUESTION})
    assert (saved["Location"], Opinion.objects.count(), case.decisions.count()) == (address, 1, 0)
    # Sealed on the way, shown once, and not judged yet.
    assert "half written" not in str(dict(client.session))
    page_ = client.get(address).text
    for words in ("Only half written</textarea>", 'value="Spoke with the doctor"'):
        assert (words in page_) is asks
    assert len(re.findall(r'name="(?:outcome|limits)"[^>]* checked', page_)) == (3 if asks else 0)
    assert 'class="error"' not in page_
    assert "Only half written" not in client.get(address).text


@pytest.mark.parametrize("deed", ["decide", "seen"])
def test_where_a_colleague_holds_the_case_it_is_said_before_anything_is_saved(
    answers: Answers, zed: User, noor: User, now: datetime, signed_in: SignedIn, deed: str
) -> None:
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel").user
    case = case_of(sent(answers(full_name="Zed Invented", needle_feelings="very_anxious"), by=zed, at=now))
    review.claim(case, by=mei, at=now)
    seen = seen_now(case.intake)
    typed = {"seen": seen, "outcome": "clear", "reason": "Read with care."}
    client, address = signed_in(noor), reverse(f"admin:review_case_{deed}", args=[case.ref])
    warned = client.post(address, typed).text
    assert "Mei Beispiel took this case. Ask them first, or press again to save all the same." in warned
    case.refresh_from_db()
    assert (case.state, 'name="anyway" value="1"' in warned) == ("open", True)
    client.post(address, typed | {"anyway": "1"})
    case.refresh_from_db()
    assert case.state == "closed"
