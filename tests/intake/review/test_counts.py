"""How often the screening speaks over the clinic's own forms: counts, for those who answer for the rules."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.text import new_reference, new_short_reference
from intake.pages import sending
from intake.record.models import Intake
from intake.review.admin import alarms
from intake.review.models import Flag
from intake.screening import Tier
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(answers: Answers, ana: User, zed: User, now: datetime) -> list[Intake]:
    """Five forms that are held for a fever, and six that raise nothing."""
    fever = {"rf_fever": "yes", "rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
    ill, well = sent(answers(**fever), by=ana, at=now), sent(answers(full_name="Zed Invented"), by=zed, at=now)
    return [ill, *_like(ill, 4), well, *_like(well, 5)]


def _like(intake: Intake, times: int) -> list[Intake]:
    """The same form, sent by as many others: sending each would take half a minute."""
    others = []
    answers, flags = intake.current(), list(Flag.objects.filter(answers__intake=intake))
    for _time in range(times):
        other = Intake.objects.get(pk=intake.pk)
        other.pk, other.ref, other.reference = None, new_reference(), new_short_reference()
        other.save(force_insert=True)
        answers.pk, answers.intake = None, other
        answers.save(force_insert=True)
        for flag in flags:
            flag.pk, flag.answers = None, answers
            flag.save(force_insert=True)
        others.append(other)
    return others


def counted(client: Client) -> alarms.AlarmPage:
    page: alarms.AlarmPage = client.get(reverse("admin:review_case_counts")).context["load"]
    return page


def test_shares_stand_beside_their_aims(many: list[Intake], noor: User, signed_in: SignedIn) -> None:
    page = counted(signed_in(noor))
    assert page.people == 11
    assert [(row.tier, row.share, row.aim) for row in page.tiers] == [
        ("emergency", "", "about 5%"),
        ("hold", "45%", "about 20%"),
        ("caution", "", "about 45%"),
        ("note", "", ""),
        ("clear", "55%", ""),
    ]
    assert [(row.name, row.share, row.alone) for row in page.codes] == [("Fever", "45%", "45%")]


def test_below_five_forms_nothing_is_counted(answers: Answers, ana: User, noor: User, now: datetime) -> None:
    sent(answers(rf_fever="yes"), by=ana, at=now)
    assert alarms.page() == alarms.AlarmPage(people=0, tiers=(), codes=(), findings="")


def test_a_flag_on_fewer_than_five_forms_has_no_line(
    many: list[Intake], answers: Answers, ana: User, now: datetime
) -> None:
    sent(answers(conditions=["diabetes"]), by=ana, at=now + timedelta(days=1))
    assert [row.name for row in alarms.page().codes] == ["Fever"]


def test_one_small_tier_cannot_be_worked_out_from_the_others() -> None:
    counts = {Tier.EMERGENCY: 2, Tier.HOLD: 30, Tier.CAUTION: 40, Tier.NOTE: 10, Tier.CLEAR: 18}
    assert alarms._hidden(counts) == {Tier.EMERGENCY, Tier.NOTE}
    assert alarms._hidden(counts | {Tier.NOTE: 4}) == {Tier.EMERGENCY, Tier.NOTE}
    assert alarms._hidden(dict.fromkeys(Tier, 9)) == set()


def test_only_the_newest_answers_of_a_form_count(
    many: list[Intake], answers: Answers, ana: User, now: datetime
) -> None:
    later = now + timedelta(days=1)
    sending.change(many[0], by=ana, at=later)
    sent(answers(conditions=["diabetes"]), intake=many[0], by=ana, at=later)
    assert alarms.page().codes == []
    assert {row.tier: row.share for row in alarms.page().tiers} == {
        "emergency": "",
        "hold": "",
        "caution": "",
        "note": "",
        "clear": "55%",
    }


def test_forms_of_an_older_questionnaire_are_not_mixed_in(many: list[Intake]) -> None:
    Intake.objects.update(version="2.1")
    assert alarms.page().people == 0


def test_the_number_of_queries_does_not_grow_with_the_forms(many: list[Intake]) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        alarms.page()
    assert len(queries) == 2


def test_who_looked_stands_in_the_book_without_a_count(many: list[Intake], ada: User, signed_in: SignedIn) -> None:
    response = signed_in(ada).get(reverse("admin:review_case_counts"))
    assert response.status_code == 200
    assert "Ana" not in response.text
    line = Entry.objects.get(deed="screening.counted")
    assert (line.by_id, line.facts) == (ada.pk, {})


def test_the_front_desk_and_editors_do_not_see_it(rui: User, edda: User, signed_in: SignedIn) -> None:
    address = reverse("admin:review_case_counts")
    assert signed_in(edda).get(address).status_code == 403
    assert signed_in(rui).get(address).status_code == 302
    assert Entry.objects.filter(deed="screening.counted").count() == 0


def test_the_work_of_both_leads_there(noor: User, ada: User, signed_in: SignedIn) -> None:
    address = reverse("admin:review_case_counts")
    assert address in signed_in(noor).get(reverse("admin:index")).text
    assert address in signed_in(ada).get(reverse("admin:index")).text
