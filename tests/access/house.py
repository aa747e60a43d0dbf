"""A clinic with one of everything, and the nine people who knock at its doors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.test import Client

from clinic.accounts import roles
from clinic.accounts.erasure import services as erasing
from clinic.accounts.models import Difference, Patient, User
from clinic.accounts.services import invite
from clinic.audit.models import Entry
from clinic.demo.forms import typed
from clinic.outbox.models import JobRun, Letter
from education.models import Article
from intake.pages import drafts, sending
from intake.record.models import Intake
from intake.review.models import Alert, Case
from tests.access import desk, schedule, transfer, treatment, visits
from tests.education.shelf import WHOLE, shelve
from tests.intake.forms import fill, sent
from tests.support.cast import make_mailbox, make_staff, sign_in

PRINCIPALS = ("anonymous", "ana", "zed", "rui", "noor", "edda", "ada", "half", "left")
GROUPS = {
    "everyone": PRINCIPALS,
    "patients": ("ana", "zed"),
    "staff": ("rui", "noor", "edda", "ada"),
    "strangers": ("anonymous", "left"),  # somebody who has left is nobody
}


@dataclass
class House:
    """What stands in the clinic, and a browser for each person."""

    people: dict[str, User]
    draft: Intake
    sent: Intake
    phoned: Intake
    difference: Difference
    alert: Alert
    letter: Letter
    article: Article
    cookies: dict[str, SimpleCookie] = field(default_factory=dict)
    paths: dict[Any, str] = field(default_factory=dict)  # of each address, with what stands in the house in its places

    @property
    def case(self) -> Case:
        """The case of what was sent."""
        return Case.objects.get(intake=self.sent)

    def client(self, who: str, *, csrf: bool = False) -> Client:
        """A browser as this person left it; two of them do not know of each other's cookies."""
        client = new_browser(csrf=csrf)
        client.cookies = SimpleCookie({name: morsel.value for name, morsel in self.cookies[who].items()})
        return client


def new_browser(*, csrf: bool = False) -> Client:
    """A browser that was never here; an error of ours comes back as the page that a person would see."""
    return Client(raise_request_exception=False, enforce_csrf_checks=csrf)


def build(*, at: datetime) -> House:
    """Furnish the clinic: Ana has a form she fills in (an emergency stands in it) and one she sent, Zed has his own."""
    people = {
        "ana": make_mailbox("ana@example.com"),
        "zed": make_mailbox("zed@example.com"),
        "rui": make_staff("rui@clinic.example", "Rui Amostra", roles.DESK),
        "noor": make_staff("noor@clinic.example", "Noor Inventada", roles.PRACTITIONER),
        "edda": make_staff("edda@clinic.example", "Edda Muster", roles.EDITOR),
        "ada": make_staff("ada@clinic.example", "Ada Sample", roles.ADMINISTRATOR),
        "left": make_staff("lea@clinic.example", "Lea Weg", roles.PRACTITIONER),
    }
    people["half"] = people["noor"]
    ana = people["ana"]
    mine = sent(typed(seizure="active"), by=ana, at=at)
    sent(typed(full_name="Zed Invented"), by=people["zed"], at=at)
    phoned = fill(typed(full_name="Pia Phoned", email=""), by=None, at=at)
    sending.submit(phoned, by=None, at=at)
    patient = Patient.objects.get(user=ana)
    difference = Difference.objects.create(patient=patient, field="phone", old="1", new="2", found_at=at)
    invite(email="new@clinic.example", name="Nia Nova", role=roles.EDITOR, by=people["ada"], at=at)
    erasing.ask(patient, by=ana, at=at)
    JobRun.objects.create(name="intake.review.jobs.expire", due=at)
    schedule.furnish(people["noor"])
    visits.furnish(people, at=at)
    desk.furnish(people["rui"], people["noor"], at=at)
    treatment.furnish(ana, people["noor"], at=at)
    transfer.furnish(people["ada"], at=at)
    draft = fill(
        typed(rf_saddle_numb="yes", email=ana.email),
        intake=drafts.start(by=ana, at=at),
        only={"full_name", "date_of_birth", "phone", "email", "form_filler", "pain_areas", "rf_saddle_numb"},
        by=ana,
        at=at,
    )
    article = shelve({"needles-and-the-back": WHOLE}, by=people["noor"], at=at)["needles-and-the-back"]
    alert, letter = Alert.objects.get(), Letter.objects.order_by("id")[0]
    house = House(people, draft, mine, phoned, difference, alert, letter, article)
    house.cookies = {who: _browser(who, people) for who in PRINCIPALS}
    # Let go of while signed in: the session itself is still there.
    User.objects.filter(pk=people["left"].pk).update(is_active=False)
    return house


def _browser(who: str, people: dict[str, User]) -> SimpleCookie:
    client = Client()
    if who != "anonymous":
        sign_in(people[who], client=client, second_factor=who != "half")
    return client.cookies


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside has not happened afterwards: sessions, cache, and the book included."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def entry() -> Entry:
    """The newest row of the book."""
    return Entry.objects.order_by("-number")[0]
