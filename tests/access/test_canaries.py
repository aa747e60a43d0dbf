"""Where a patient's answers stand after a whole life of a form: sealed, and before the eyes of those who may read."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import pytest
import time_machine
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client

from clinic.accounts.models import Patient, User
from clinic.outbox import letters
from intake.pages import drafts, readings
from intake.questionnaire import NEW_PATIENT
from tests.access import sinks
from tests.access.life import ADDRESS, CLINICAL, EVERY, MARK, NAME, PHONE, WORDS, Life, free_text, live
from tests.access.sinks import standing
from tests.audit.books import recorded
from tests.intake.walker import Walker
from tests.support.times import NOW

pytestmark = pytest.mark.django_db

# Where identity may stand in the clear: on the record, on the form, and on what the desk has to ask.
OF_A_PERSON = {"table accounts_patient", "table record_intake", "table record_formidentity", "table record_consent"}


@pytest.fixture
def life(frozen: time_machine.Traveller) -> Life:
    return live(frozen)


def test_every_free_answer_of_the_form_carries_a_mark() -> None:
    assert set(CLINICAL) == free_text()


def test_no_answer_stands_where_it_must_not(frozen: time_machine.Traveller) -> None:
    with sinks.listening(sinks.clinics_formatter()) as heard:
        life = live(frozen)
    places: dict[str, Iterable[tuple[str, str]]] = {
        "letters": sinks.letters(),
        "book": sinks.book(),
        "sessions": sinks.sessions(),
        "admin log": sinks.admin_history(),
        "tables": sinks.tables(),
        "names": sinks.names(),
        "titles": sinks.titles(life),
        "addresses": sinks.addresses(life),
        "headers": sinks.headers(life),
        "log": heard.lines,
    }
    looked_at = {what: list(found) for what, found in places.items()}
    assert {what: len(found) for what, found in looked_at.items() if not found and what != "admin log"} == {}
    assert {what: there for what, found in looked_at.items() if (there := standing(found, MARK, "levetiracetam"))} == {}
    # Who somebody is stands on the record: not in the book, the log, a letter, an address, a title or a header.
    assert set(standing(looked_at.pop("tables"), NAME, PHONE)) == OF_A_PERSON
    for what in ("letters", "book", "sessions", "titles", "addresses", "headers", "log"):
        assert standing(looked_at[what], NAME, PHONE) == [], what
    assert set(standing(looked_at["names"], NAME)) == {"the name of a accounts.Patient"}


def test_every_answer_stands_on_the_pages_of_those_who_may_read_it(life: Life) -> None:
    # The other half: a house that showed nothing to anybody would pass everything above.
    found = sinks.pages(life)
    for text in [*CLINICAL.values(), *WORDS.values()]:
        assert {place.split("/")[1] for place in standing(found, text)} <= {"intake", "admin"}, text
        assert standing(found, text), text
    for text in CLINICAL.values():
        assert any(place.startswith("/admin/review/case/") for place in standing(found, text)), text
    # The patient reads the question, not what colleagues write to each other.
    assert [
        p
        for text in (WORDS["reason"], WORDS["note"], WORDS["limits"])
        for p in standing(found, text)
        if p[:8] == "/intake/"
    ] == []
    assert any(place.startswith("/intake/") for place in standing(found, WORDS["question"]))
    desk = [(place, text) for place, text in found if place.startswith("/desk/")]
    named = {place.split("/")[2] for place in standing(desk, NAME)}
    assert {"forms", "people"} <= named <= {"", "forms", "people", "visits", "week", "sheet", "paper", "waiting"}
    assert standing(desk, *EVERY, "levetiracetam", "seizure") == []


# ——— exceptions: where they are written down, and what the person sees


def broken(*args: Any, **kwargs: Any) -> Any:
    answer = f"{MARK} levetiracetam"
    raise ValueError(f"cannot read {answer}")


@pytest.mark.parametrize("breaks", ["save", "rules"])
def test_an_exception_says_nothing_of_what_was_typed(
    breaks: str, monkeypatch: pytest.MonkeyPatch, frozen: time_machine.Traveller
) -> None:
    ana = Walker(Client(raise_request_exception=False)).begin()
    page = ana.page(1)
    monkeypatch.setattr(*((drafts, "save_screen", broken) if breaks == "save" else (readings, "screen", broken)))
    with sinks.listening(sinks.clinics_formatter()) as heard, sinks.listening(logging.Formatter()) as control:
        response = ana.send(1, page=page, full_name=NAME, emergency_contact=f"{MARK} levetiracetam")
    assert response.status_code == (500 if breaks == "save" else 303)
    assert standing(heard.lines, MARK, NAME, "levetiracetam") == []
    assert any("ValueError" in line and "broken" in line for _who, line in heard.lines), (
        "It is written down, without its words."
    )
    if breaks == "save":
        # The control: an ordinary formatter writes the words of the exception.
        assert standing(control.lines, MARK) != []
        assert standing([("500", response.text)], MARK, NAME, "Traceback", "ValueError", "save_screen", ".py") == []


# ——— each check sees what is planted for it


PLANTED = f"{MARK}planted"


def in_a_letter() -> None:
    letters.enqueue("account.code", key=f"key {PLANTED}", to=ADDRESS, at=NOW, sealed=letters.Message("A", "B"))


def in_a_sealed_letter() -> None:
    letters.enqueue("account.code", key="k", to=ADDRESS, at=NOW, sealed=letters.Message("A", PLANTED))


def in_a_sent_mail() -> None:
    EmailMessage("subject", f"body {PLANTED}", to=[ADDRESS]).send()


def in_the_book() -> None:
    recorded("test.planted", on=None, by=None, at=NOW, word=PLANTED)


def in_a_session() -> None:
    session = SessionStore()
    session["planted"] = PLANTED
    session.save()


def in_the_admin_log() -> None:
    user = User.objects.create_user("who@clinic.example", name="Who")
    LogEntry.objects.create(user=user, action_flag=CHANGE, object_repr="case", change_message=PLANTED)


def in_the_cache() -> None:
    cache.set("planted", {"answer": PLANTED}, 60)


def in_a_name() -> None:
    Patient.objects.create(full_name=PLANTED, date_of_birth="1984-04-27")


@pytest.mark.parametrize(
    ("plant", "look"),
    [
        (in_a_letter, sinks.letters),
        (in_a_sealed_letter, sinks.letters),
        (in_a_sent_mail, sinks.letters),
        (in_the_book, sinks.book),
        (in_a_session, sinks.sessions),
        (in_a_session, sinks.tables),
        (in_the_admin_log, sinks.admin_history),
        (in_the_cache, sinks.tables),
        (in_a_name, sinks.names),
    ],
)
def test_what_is_planted_is_found(plant: Callable[[], None], look: Callable[[], Iterable[tuple[str, str]]]) -> None:
    assert standing(look(), PLANTED) == []
    plant()
    assert standing(look(), PLANTED) != []


def test_what_is_planted_in_an_answer_is_found() -> None:
    response: Any = HttpResponse(f"<title>\n{PLANTED}</title>", headers={"Location": f"/?answer={PLANTED}"})
    response.set_cookie("answer", PLANTED)
    response.request = {"PATH_INFO": "/planted/"}
    life = Life(answers=[response])
    for look in (sinks.titles, sinks.addresses, sinks.headers, sinks.pages):
        assert standing(look(life), PLANTED) == ["/planted/"], look.__name__


def test_what_is_planted_in_the_log_is_found() -> None:
    with sinks.listening(sinks.clinics_formatter()) as heard:
        logging.getLogger("intake.planted").debug("The answer is %s.", PLANTED)
    assert standing(heard.lines, PLANTED) == ["log intake.planted"]


def test_an_unsealed_answer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from clinic import encryption

    monkeypatch.setattr(encryption, "seal", lambda value: str(value).encode())
    intake = drafts.start(at=NOW)
    asked = NEW_PATIENT.screen(NEW_PATIENT.number_of("anything_else"))
    monkeypatch.setattr(encryption, "unseal", lambda sealed: {"raw": {}, "screens": {}})
    drafts.save_screen(
        intake, screen_=asked, raw={"anything_else": PLANTED}, asked={"anything_else"}, seen=0, by=None, at=NOW
    )
    assert standing(sinks.tables(), PLANTED) == ["table record_answers"]
