"""A minor who may consent alone: a practitioner's deed, what follows for booking and desk, and how it ends."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.accounts.services import link
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from intake.record.errors import ReviewError
from intake.record.models import OwnConsent
from intake.review import guardian, own_consent, standing
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.desk.test_minors import MISSING, SIXTEEN
from tests.desk.test_minors import child as child  # a fixture
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
HEARD = "Lives with a cousin, works and pays the rent."
BOTH = {"lives_apart": True, "manages_money": True}


@pytest.fixture
def noor(db: None) -> User:
    return User.objects.get(email="noor@clinic.example")


def allow(patient: Patient, by: User, **changes: object) -> OwnConsent:
    return own_consent.allow(patient, **(BOTH | {"reason": HEARD, "by": by, "at": NOW} | changes))  # type: ignore[arg-type]  # what a test changes


def test_a_signature_is_waited_for_no_longer_until_it_is_taken_back(
    child: Patient, visit: Appointment, treatment: VisitType, noor: User, rui: User
) -> None:
    assert standing.of_one(child, on=TODAY, at=NOW).waits_for_guardian
    allow(child, noor)
    stands = standing.of_one(child, on=TODAY, at=NOW)
    assert (stands.word, stands.reasons, stands.consents_alone) == ("ready", (), True)
    assert guardian.why_not(child, on=TODAY) == "No guardian needed."
    services.book(patient=child, visit_type=treatment, start=TWO + timedelta(hours=2), by=rui, at=NOW)
    visit.refresh_from_db()
    services.arrive(visit, by=rui, at=NOW)
    services.start(visit, by=rui, at=NOW)
    own_consent.take_back(child, reason="Has moved back home.", by=noor, at=NOW + timedelta(hours=1))
    assert standing.of_one(child, on=TODAY, at=NOW).waits_for_guardian
    assert guardian.why_not(child, on=TODAY) == ""
    deeds = Entry.objects.filter(deed__startswith="consent.alone").order_by("number").values_list("deed", "by")
    assert list(deeds) == [("consent.alone", noor.pk), ("consent.alone_ended", noor.pk)]
    assert HEARD not in str(list(Entry.objects.values()))


def test_it_is_one_word_on_every_linked_record(child: Patient, noor: User, rui: User) -> None:
    other = make_patient("zed@example.com", child.full_name)
    Patient.objects.filter(pk=other.pk).update(date_of_birth=SIXTEEN)
    link(child, other, by=rui, at=NOW)
    allow(Patient.objects.get(pk=other.pk), noor)
    assert standing.of_one(child, on=TODAY, at=NOW).consents_alone
    with pytest.raises(ReviewError, match="may consent alone already"):
        allow(child, noor)
    own_consent.take_back(child, reason="A mistake.", by=noor, at=NOW)
    assert not standing.of_one(other.pk, on=TODAY, at=NOW).consents_alone


@pytest.mark.parametrize(
    ("born", "counts"),
    [(date(2011, 3, 4), False), (date(2011, 3, 3), True), (date(2008, 3, 4), True), (date(2008, 3, 3), False)],
)
def test_it_holds_from_15_to_the_day_before_18(child: Patient, noor: User, born: date, counts: bool) -> None:
    """TODAY is March 3, 2026."""
    allow(child, noor)
    Patient.objects.filter(pk=child.pk).update(date_of_birth=born)
    child.refresh_from_db()
    assert own_consent.consents_alone(child, on=TODAY) is counts
    stands = standing.of_one(child, on=TODAY, at=NOW)
    grown = born == date(2008, 3, 3)
    assert (stands.consents_alone, stands.needs_guardian) == (counts, not counts and not grown)
    if not counts:
        with pytest.raises(ReviewError, match="Only a patient who is 15, 16 or 17"):
            allow(child, noor)


@pytest.mark.parametrize("born", [date(2012, 1, 1), date(2000, 1, 1)])
def test_a_linked_record_of_another_age_ends_it_for_the_desk_too(
    child: Patient, desk: Client, noor: User, rui: User, born: date
) -> None:
    """The standing waits for a signature then: no page may say that none is needed, or nobody could ever sign."""
    other = make_patient("zed@example.com", child.full_name)
    Patient.objects.filter(pk=other.pk).update(date_of_birth=born)
    allow(child, noor)
    assert own_consent.consents_alone(child, on=TODAY)
    link(child, other, by=rui, at=NOW)
    assert standing.of_one(child, on=TODAY, at=NOW).waits_for_guardian
    assert not own_consent.consents_alone(child, on=TODAY)
    assert guardian.why_not(child, on=TODAY) == ""
    assert "No guardian needed." not in plain(desk.get(reverse("desk:patient", args=[child.ref])).text)
    own_consent.take_back(child, reason="A mistake.", by=noor, at=NOW)
    with pytest.raises(ReviewError, match="A linked record has another birth date"):
        allow(child, noor)


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"lives_apart": False}, "lives_apart"),
        ({"manages_money": False}, "manages_money"),
        ({"reason": " \n "}, "reason"),
        ({"reason": "a" * 2001}, "reason"),
    ],
)
def test_both_facts_and_a_reason_are_wanted(child: Patient, noor: User, changes: dict[str, object], about: str) -> None:
    with pytest.raises(ReviewError) as refused:
        allow(child, noor, **changes)
    assert refused.value.about == about
    assert not OwnConsent.objects.exists()


def test_only_a_practitioner_says_so_and_nobody_edits_it(child: Patient, noor: User, rui: User) -> None:
    assert child.user is not None
    for by in (rui, child.user):
        with pytest.raises(PermissionDenied):
            allow(child, by)
    with pytest.raises(ReviewError, match="Nobody has written"):
        own_consent.take_back(child, reason="A mistake.", by=noor, at=NOW)
    allow(child, noor)
    with pytest.raises(PermissionDenied):
        own_consent.take_back(child, reason="A mistake.", by=rui, at=NOW)
    for deed in (lambda: OwnConsent.objects.update(is_allowed=False), lambda: OwnConsent.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()


def test_the_desk_reads_no_guardian_needed_and_no_reason(
    child: Patient, visit: Appointment, desk: Client, noor: User
) -> None:
    Patient.objects.filter(pk=child.pk).update(guardian_name="Invented Parent", guardian_phone="213-555-0142")
    pages = [
        reverse("desk:patient", args=[child.ref]),
        reverse("desk:visit", args=[visit.ref]),
        reverse("desk:day"),
        reverse("desk:guardian", args=[child.ref]),
        f"{reverse('desk:book')}?patient={child.ref}",
    ]
    before = "".join(plain(desk.get(page).text) for page in pages)
    # The positive control: until then each of these is said.
    for words in (
        MISSING,
        "Under 18. A parent or guardian signs",
        "under 18: a parent or guardian comes along",
        "Under 18: speak with",
    ):
        assert words in before
    assert "ask a practitioner to call them" in before
    allow(child, noor)
    texts = [plain(desk.get(page).text) for page in pages]
    assert ["No guardian needed." in text for text in texts] == [True, True, False, True, False]
    for text in texts:
        assert not any(words in text for words in (HEARD, MISSING, "comes along", "Under 18: speak with", "6922"))


def test_the_practitioner_writes_it_on_the_treatment_page_and_loses_nothing(child: Patient, noor: User) -> None:
    client, page = sign_in(noor), reverse("treatment:person", args=[child.ref])
    deed = reverse("treatment:alone", args=[child.ref])
    assert "Family Code § 6922" in plain(client.get(page).text)
    refused = client.post(deed, {"go": "allow", "lives_apart": "on", "reason": HEARD})
    assert "Check this box only if the patient manages their own money." in plain(refused.text)
    assert HEARD in plain(refused.text)
    ids = re.findall(r' id="([^"]+)"', refused.text)
    assert len(ids) == len(set(ids))
    unsaid = client.post(deed, {"go": "allow", "lives_apart": "on", "manages_money": "on", "reason": " "})
    assert "Write what you heard on the call" in plain(unsaid.text)
    assert "call (optional)" not in plain(unsaid.text)
    assert not OwnConsent.objects.exists()
    done = client.post(deed, {"go": "allow", "lives_apart": "on", "manages_money": "on", "reason": HEARD}, follow=True)
    assert "It ends on the 18th birthday." in plain(done.text)
    assert HEARD in plain(client.get(reverse("desk:record", args=[child.ref])).text)
    back = client.post(deed, {"go": "end", "reason": "Has moved back home."}, follow=True)
    assert "Taken back by" in plain(back.text)
    assert standing.of_one(child, on=TODAY, at=NOW).waits_for_guardian


def test_of_another_age_nothing_is_asked(child: Patient, noor: User) -> None:
    Patient.objects.filter(pk=child.pk).update(date_of_birth=date(1980, 1, 1))
    assert "6922" not in sign_in(noor).get(reverse("treatment:person", args=[child.ref])).text
