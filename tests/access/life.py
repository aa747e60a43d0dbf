"""One whole life of a form, over the pages: every text in it carries a mark of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from clinic.accounts import roles
from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment
from clinic.demo.forms import typed
from intake.questionnaire import NEW_PATIENT
from intake.review.models import Alert, Case
from tests.access import schedule, visits
from tests.accounts.helpers import newest_code
from tests.intake.walker import SIGN, Walker, fields, number_of
from tests.support.cast import make_staff, sign_in

MARK = "CNRY7F3A"
ADDRESS = "ana@example.com"

# Every answer that is typed freely, and the rule in whose way it stands.
CLINICAL: Mapping[str, str] = {
    code: f"{MARK}{code.replace('_', '')} levetiracetam"
    for code in (
        "skin_area",
        "meds_list",
        "allergies_other",
        "reaction_detail",
        "anything_else",
        "preferred_name",
        "goal_text",
        "imaging_when",
        "provider_contact",
    )
}
# Who somebody is may stand on the record and on the desk, and nowhere a stranger looks.
NAME, PHONE = "Ana Cnryname Ejemplo", "213-555-7318"
# What the practitioner writes is as private as what the patient does.
WORDS = {word: f"{MARK}{word} says the practitioner" for word in ("reason", "question", "note", "limits")}
LATE = {word: f"{MARK}{word} typed too late" for word in ("held", "kept")}
EVERY = [*CLINICAL.values(), *WORDS.values(), *LATE.values()]


class Recorder(Client):
    """A browser that remembers everything it was answered."""

    def __init__(self, answers: list[Any]) -> None:
        super().__init__(raise_request_exception=False)
        self.answers = answers

    def request(self, **request: Any) -> Any:
        response = super().request(**request)
        self.answers.append(response)
        return response


@dataclass
class Life:
    """What came of it: everything that was answered, and the people."""

    answers: list[Any] = field(default_factory=list)
    people: dict[str, User] = field(default_factory=dict)

    def browser(self, who: str = "") -> Recorder:
        browser = Recorder(self.answers)
        if who:
            sign_in(self.people[who], client=browser)
        return browser


def free_text() -> set[str]:
    """Return the questions of the form that take any text and say nothing about who somebody is."""
    known = {"guardian_signature", "signature"}
    return {q.code for q in NEW_PATIENT.questions if q.kind in {"text", "long_text"} and not q.identity} - known


def live(clock: time_machine.Traveller) -> Life:
    """Begin, be stopped, go on, send, be read, asked and decided about, change, add extras, be signed out."""
    life = Life()
    for who, role in (("noor", roles.PRACTITIONER), ("rui", roles.DESK), ("ada", roles.ADMINISTRATOR)):
        life.people[who] = make_staff(f"{who}@clinic.example", who.title(), role)
    ana = Walker(life.browser(), typed(**_answers())).begin()
    _is_stopped_and_goes_on(ana)
    ana.walk()
    ana.get("check")
    _confirms_and_sends(ana)
    _is_called_and_asked(life)
    ana.get("sent")
    _changes(ana)
    _is_decided(life)
    _books_and_cancels(life, ana)
    _adds_extras(ana)
    _types_too_late(life, ana, clock)
    _the_others_look(life)
    call_command("worker", once=True)
    return life


def _answers() -> dict[str, Any]:
    extras = {"goal_text", "preferred_name", "imaging_when", "provider_contact"}
    texts = {code: text for code, text in CLINICAL.items() if code not in extras}
    return texts | {
        "full_name": NAME,
        "phone": PHONE,
        "email": ADDRESS,
        "skin": ["eczema_psoriasis"],
        "allergies": [_first("allergies")],
        "treatments_tried": ["acupuncture"],
        "acupuncture_reaction": "moderate",
        "imaging": [_first("imaging")],
    }


def _first(code: str) -> str:
    return next(choice.value for choice in NEW_PATIENT.question(code).choices if choice.value != "none")


def _is_stopped_and_goes_on(ana: Walker) -> None:
    ana.walk(until="rf_saddle_numb")
    stopped = ana.send(number_of("rf_saddle_numb"), rf_saddle_numb="yes")
    assert "/stop/" in stopped["Location"]
    ana.client.get(stopped["Location"])
    ana.client.post(stopped["Location"])
    ana.send(number_of("rf_saddle_numb"), rf_saddle_numb="no")


def _confirms_and_sends(ana: Walker) -> None:
    assert ana.send(SIGN)["Location"] == ana.url("confirm")
    asked = ana.client.post(ana.url("confirm"))
    call_command("worker", once=True)
    code = newest_code(ADDRESS)
    assert ana.client.post(asked["Location"], {"code": code, "next": ana.url("confirm")})["Location"] == ana.url(
        "confirm"
    )
    assert ana.client.post(ana.url("send"))["Location"] == ana.url("sent")


def _case(name: str) -> str:
    return reverse(f"admin:review_case_{name}", args=[_newest().ref])


def _newest() -> Case:
    return Case.objects.order_by("-id")[0]


def _decide(noor: Client, **said: Any) -> None:
    page = noor.get(_case("change"))
    told = {"seen": page.context["page"].version, "reason": WORDS["reason"]} | said
    assert noor.post(_case("decide"), told).status_code == 302


def _is_called_and_asked(life: Life) -> None:
    noor, alert = life.browser("noor"), Alert.objects.get()
    call = reverse("admin:review_case_call", args=[_newest().ref, alert.ref])
    noor.post(reverse("admin:review_case_changelist"), {"q": NAME}, follow=True)
    noor.post(_case("claim"))
    # Twice wrong first: what was typed comes back on the page, and only there.
    noor.post(call, {"note": WORDS["note"]})
    assert (
        noor.post(call, {"outcome": "reached", "note": WORDS["note"], "close": "on", "seen": alert.version}).status_code
        == 302
    )
    noor.post(_case("decide"), {"seen": "1.1", "outcome": "more", "reason": WORDS["reason"], "question": ""})
    _decide(noor, outcome="more", question=WORDS["question"])


def _changes(ana: Walker) -> None:
    ana.client.post(ana.url("change"))
    ana.send(number_of("anything_else"), query="?then=check", anything_else=f"{CLINICAL['anything_else']} again")
    assert ana.send(SIGN)["Location"] == ana.url("sent")


def _is_decided(life: Life) -> None:
    _decide(life.browser("noor"), outcome="limits", limits=["no_heat"], until="2026-05-01", reason=WORDS["limits"])


def _books_and_cancels(life: Life, ana: Walker) -> None:
    """A visit that a practitioner has cleared: its letters, addresses and calendar file say nothing of why."""
    schedule.furnish(life.people["noor"])
    kind = visits.offered_by(life.people["noor"])
    times, client = reverse("booking:times", args=[kind.pk]), ana.client
    client.get(reverse("booking:book"))
    slot = client.get(times).text.partition('name="slot" value="')[2].partition('"')[0]
    booked = client.post(times, {"slot": slot})["Location"]
    client.post(f"/visits/waiting/{kind.pk}/", {"practitioner": "any", "until": "2026-04-01"})
    for page in ("/visits/", booked, f"{booked}move/", f"{booked}cancel/", f"{booked}visit.ics"):
        assert client.get(page).status_code == 200, page
    assert client.post(f"{booked}cancel/", {"reason": "cannot_come"}).status_code == 303


def _adds_extras(ana: Walker) -> None:
    ana.get("extras")
    more = {code: CLINICAL[code] for code in ("goal_text", "preferred_name", "imaging_when", "provider_contact")}
    sent = ana.client.post(ana.url("extras"), more | {"share_permission": "yes", "providers": ["primary_care"]})
    assert sent["Location"] == ana.url("sent"), sent.text
    ana.get("sent")


def _types_too_late(life: Life, ana: Walker, clock: time_machine.Traveller) -> None:
    """Once in a browser whose sign-in has ended, once in one that never was signed in."""
    ana.client.post(ana.url("change"))
    number = number_of("anything_else")
    page = ana.page(number)
    clock.shift(timedelta(minutes=40))
    late = ana.send(number, page=page, anything_else=LATE["held"])
    assert late["Location"] == reverse("accounts:signed_out")
    # Whoever signs in again finds it on a page of their own.
    sign_in(User.objects.get(email=ADDRESS), client=ana.client)
    assert LATE["held"] in ana.client.get(reverse("accounts:held")).text
    told = fields(NEW_PATIENT.screen(number), ana.raw | {"anything_else": LATE["kept"]})
    stranger = life.browser().post(ana.url("screen", number), told | {"asked": "anything_else", "seen": "1"})
    assert stranger.status_code == 403


def _the_others_look(life: Life) -> None:
    life.browser("noor").get(_case("change"))
    desk, person = life.browser("rui"), Patient.objects.get(user__email=ADDRESS)
    for name in ("day", "week", "tasks", "forms", "sheet", "paper", "waiting", "reports", "find", "close"):
        assert desk.get(reverse(f"desk:{name}")).status_code == 200, name
    desk.get(reverse("desk:patient", args=[person.ref]))
    desk.get(reverse("desk:behalf", args=[person.ref]))
    for visit in Appointment.objects.all():
        desk.get(reverse("desk:visit", args=[visit.ref]))
    desk.post(reverse("desk:find"), {"q": NAME})
    ada = life.browser("ada")
    for name in ("index", "audit_entry_changelist", "outbox_letter_changelist", "accounts_user_changelist"):
        ada.get(reverse(f"admin:{name}"))
    assert Patient.objects.get().full_name == NAME


def everywhere(answers: list[Any], part: Callable[[Any], str]) -> list[tuple[str, str]]:
    """Return one part of every response beside the path that it answered."""
    return [(response.request["PATH_INFO"], part(response)) for response in answers]
