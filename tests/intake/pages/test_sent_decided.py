"""The page of a sent form, to which the message of a decision leads, says that it was read and where to read on."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts.models import User
from intake.review import services as review
from tests.intake.cases import case_of, seen_now
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
READ = "A practitioner has read your form."
WAITS = "A person reads every form."
LINK = f'<a href="{reverse("booking:record")}">Read what was decided</a>'


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (None, (False, True, False)),
        ({"outcome": "more", "question": "Since when?"}, (False, True, False)),
        ({"outcome": "delay", "until": "later"}, (True, False, True)),
        ({"outcome": "clear"}, (True, False, True)),
        ({"outcome": "refer", "patient_words": "Please see your doctor."}, (True, False, False)),
    ],
)
def test_it_says_that_it_was_read_and_where_the_decision_stands(
    said: dict[str, Any] | None,
    shown: tuple[bool, bool, bool],
    answers: Answers,
    ana: User,
    noor: User,
    now: datetime,
    signed_in: SignedIn,
) -> None:
    form = sent(answers(seizure="active"), by=ana, at=now - timedelta(hours=2))
    if said is not None:
        facts = said | ({"until": now.date() + timedelta(days=7)} if "until" in said else {})
        review.decide(case_of(form), by=noor, at=now, seen=seen_now(form), reason="Read.", **facts)
    text = signed_in(ana).get(reverse("intake:sent", args=[form.ref])).text
    assert (READ in text, WAITS in text, LINK in text) == shown
    assert ("We will contact you" in text) is shown[1]
