"""Text messages: who carries them, how they leave, what comes back, and what STOP promises."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from twilio.request_validator import RequestValidator

from clinic import sms_url
from clinic.outbox import delivery, inbound, letters, reachable
from clinic.outbox.letters import Way
from clinic.outbox.models import ContactPoint, InboundText, Letter
from clinic.outbox.texts import gsm
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from tests.outbox.text_server import TOKEN, TextServer, text_server
from tests.support.times import NOW

pytestmark = pytest.mark.django_db
PHONE = "+12135550142"
MINUTE = timedelta(minutes=1)
Post = Any


@pytest.fixture
def server(settings: Any) -> Iterator[TextServer]:
    """Twilio's own library against a server of this machine."""
    with text_server() as running:
        settings.SMS_URL = running.url
        yield running


@pytest.fixture
def kinds(kinds: dict[str, letters.type_teller]) -> dict[str, letters.type_teller]:
    """The kind of the other tests, with words for a text message."""
    letters.KINDS["test.greeting"] = lambda letter, at: letters.Message("Hi", "Good morning.", text="Good morning")
    return letters.KINDS


def text_to(number: str = PHONE, *, key: str = "greeting:1", at: datetime = NOW, **said: Any) -> Letter:
    letters.enqueue("test.greeting", key=key, to=[Way("text", number)], at=at, **said)
    return Letter.objects.get(key=f"{key}:text")


def state_of(letter: Letter) -> tuple[str, str]:
    letter.refresh_from_db(fields=["state", "trouble"])
    return letter.state, letter.trouble


def posted(address: str, told: dict[str, str], *, token: str = TOKEN, site: str = "http://localhost:8000") -> Any:
    """Post what Twilio would, signed with a token."""
    signature = RequestValidator(token).compute_signature(site + address, told)
    body = urlencode(told)
    return Client().post(
        address, body, content_type="application/x-www-form-urlencoded", headers={"X-Twilio-Signature": signature}
    )


def came_in(words: str, *, sid: str = "SM1", number: str = PHONE) -> str:
    """Have a text message come in; return what is answered."""
    response = posted(reverse("outbox:text"), {"MessageSid": sid, "From": number, "Body": words})
    assert response.status_code == 200
    return str(response.content.decode())


def reported(letter: Letter, status: str, *, sid: str = "", code: str = "") -> int:
    told = {"MessageSid": sid, "MessageStatus": status, "ErrorCode": code}
    return int(posted(reverse("outbox:report", args=[letter.ref]), told).status_code)


@pytest.mark.either_database  # a pure function
@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("", ""),
        ("console://", ""),
        ("file:///var/texts", ""),
        ("twilio://AC1:secret@?from=+12135550100", ""),
        ("twilio://AC1:secret@?service=MG1", ""),
        ("file://", "SMS_URL names no folder, for example file:///var/texts."),
        ("smpp://x", "SMS_URL must begin with twilio://, console:// or file://."),
        ("twilio://AC1@?from=+12135550100", "SMS_URL lacks the account or its token"),
        ("twilio://AC1:secret@?from=clinic", "SMS_URL names no number to send from"),
        ("twilio://AC1:secret@", "SMS_URL names no number to send from"),
    ],
)
def test_an_sms_url_is_read_or_refused_in_a_sentence_without_its_secret(url: str, wrong: str) -> None:
    said = sms_url.problem(url)
    assert said.startswith(wrong) if wrong else said == ""
    assert "secret" not in said


@pytest.mark.either_database  # a pure function
@pytest.mark.parametrize(
    ("text", "fits"),
    [("a" * 160, True), ("a" * 161, False), ("€" * 80, True), ("€" * 81, False), ("ł" * 70, True), ("ł" * 71, False)],
)
def test_what_one_message_holds(text: str, fits: bool) -> None:
    assert gsm.is_one_message(text) is fits
    assert gsm.plain("“Noor’s”  visit – 10\u202fam :\nyes") == '"Noor\'s" visit - 10 am: yes'


def test_a_text_leaves_by_twilios_library_and_a_file_takes_it_elsewhere(
    kinds: Any, server: TextServer, settings: Any, tmp_path: Path
) -> None:
    letter = text_to()
    delivery.send_next(at=NOW)
    (taken,) = server.taken
    assert (taken.to, taken.text, taken.ref) == (PHONE, "Good morning", letter.ref)
    assert state_of(letter) == ("sent", "")
    settings.SMS_URL = f"file://{tmp_path}"
    text_to(key="greeting:2")
    delivery.send_next(at=NOW)
    (line,) = (tmp_path / "texts.jsonl").read_text().splitlines()
    assert (json.loads(line)["to"], json.loads(line)["text"]) == (PHONE, "Good morning")


@pytest.mark.parametrize(
    ("awkward", "state", "trouble", "marked"),
    [
        ({"fails": True}, "due", "TextRefusedError 20503", ""),
        ({"silent": True}, "due", "ConnectionError", ""),
        ({"refuses": 20429}, "due", "TextRefusedError 20429", ""),
        ({"refuses": 21614}, "dead", "TextRefusedError 21614", "unreachable"),
        ({"refuses": 21610}, "dead", "TextRefusedError 21610", "stopped"),
    ],
)
def test_what_does_not_leave_is_tried_again_or_becomes_a_call(
    awkward: dict[str, Any], state: str, trouble: str, marked: str, kinds: Any, server: TextServer
) -> None:
    for name, value in awkward.items():
        setattr(server, name, value)
    letter = text_to()
    delivery.send_next(at=NOW)
    assert state_of(letter) == (state, trouble)
    assert reachable.obstacle(letter) == marked
    assert Letter.objects.to_call(NOW).exists() is (state == "dead")


@pytest.mark.parametrize(
    ("hour", "urgent", "leaves_at"),
    [(20, False, 20), (21, False, 32), (23, True, 23), (7, False, 8), (8, False, 8)],
)
def test_texts_wait_for_the_end_of_the_quiet_hours_and_that_is_no_try(
    hour: int, urgent: bool, leaves_at: int, kinds: Any, server: TextServer
) -> None:
    midnight = timezone.localtime(NOW).replace(hour=0, minute=0, second=0, microsecond=0)
    at = midnight + timedelta(hours=hour)
    letter = text_to(at=at, urgent=urgent)
    while delivery.send_next(at=at):
        pass
    assert len(server.taken) == (leaves_at == hour)
    if leaves_at != hour:
        assert delivery.send_next(at=midnight + timedelta(hours=leaves_at) - MINUTE) is None
        delivery.send_next(at=midnight + timedelta(hours=leaves_at))
    letter.refresh_from_db(fields=["state", "tries"])
    assert (letter.state, letter.tries, len(server.taken)) == ("sent", 1, 1)


def test_a_text_that_failed_once_waits_for_the_morning_and_keeps_no_worker_busy(kinds: Any, server: TextServer) -> None:
    evening = timezone.localtime(NOW).replace(hour=19, minute=58, second=0, microsecond=0)
    letter = text_to(at=evening)
    server.fails = True
    delivery.send_next(at=evening)
    server.fails = False
    night, morning = evening + timedelta(hours=1, minutes=40), evening + timedelta(hours=12, minutes=2)
    assert [delivery.send_next(at=night + n * MINUTE) is not None for n in range(3)] == [True, False, False]
    assert delivery.send_next(at=morning) is not None
    letter.refresh_from_db(fields=["state", "tries"])
    assert (letter.state, letter.tries, len(server.taken)) == ("sent", 2, 1)


def test_a_text_put_off_for_days_by_a_wrong_clock_is_due(kinds: Any, server: TextServer) -> None:
    letter = text_to(at=NOW)
    Letter.objects.filter(pk=letter.pk).update(tries=1, due=NOW + timedelta(days=31))
    assert delivery.send_next(at=NOW) is not None
    assert len(server.taken) == 1


@pytest.mark.parametrize("words", ["STOP", " stop. ", "Unsubscribe", "QUIT!"])
def test_after_stop_nothing_leaves_until_start(words: str, kinds: Any, server: TextServer) -> None:
    assert "<Message>" not in came_in(words)
    alone, beside = text_to(), text_to(key="greeting:2")
    letters.enqueue("test.greeting", key="greeting:2", to="ana@example.com", at=NOW)
    code = letters.Message("", "", text="BCDF")
    letters.enqueue("account.code", key="code", to=[Way("text", PHONE)], at=NOW, sealed=code, urgent=True)
    while delivery.send_next(at=NOW):
        pass
    assert server.taken == []
    # Whom nothing else reaches is called; whom an email reaches is not; a code was asked for by nobody we know.
    assert (state_of(alone), state_of(beside)) == (("dead", "stopped"), ("skipped", "stopped"))
    assert Letter.objects.get(key="code:text").state == "skipped"
    assert "<Message>" not in came_in("Start", sid="SM2")
    text_to(key="greeting:3")
    delivery.send_next(at=NOW)
    assert len(server.taken) == 1


@pytest.mark.either_database  # a pure function
@pytest.mark.parametrize(
    ("words", "keyword"),
    [
        *(
            (words, "stop")
            for words in ("STOP please", "Please stop texting me!", "stop stop", "Opt out", "opt-out now")
        ),
        *(
            (words, "stop")
            for words in ("STOP 🙏🏽", "Stop pls", "STOP thank you", "Please stop sending texts to this number")
        ),
        *(
            (words, "stop")
            for words in ("alto", "Parar por favor", "no más mensajes", "No more texts", "cancel", "END")
        ),
        *((words, "") for words in ("Cancel please", "cancel my visit", "My bus does not stop there", "yes please")),
        *((words, "") for words in ("The end", "please", "", "thanks", "Can you stop by?", "non-stop pain")),
        *((words, "start") for words in ("start", "Yes", "ALTA")),
        *((words, "help") for words in ("help", "Ayuda", "info")),
    ],
)
def test_which_words_stop_in_other_words_too(words: str, keyword: str) -> None:
    assert inbound.keyword_of(words) == keyword


def test_a_stop_the_carrier_does_not_know_is_confirmed_once_in_its_language(kinds: Any, server: TextServer) -> None:
    ClinicProfile.objects.update_or_create(pk=1, defaults={"name": "Lantern", "phone": "213-555-0100"})
    site_settings.forget()
    assert "Lantern: you get no more texts from us. Reply START to get them again." in came_in("Stop texting me")
    assert ContactPoint.objects.get().stopped_at
    later = [came_in(words, sid=f"SM-{words}") for words in ("stop please", "STOP", "It hurts")]
    assert ["<Message>" in answer for answer in later] == [False, False, False], "After STOP nothing of ours follows."
    assert "Para llamarnos" in came_in("ayuda", sid="SM8", number="+12135550144")
    came_in("START", sid="SM9")
    assert "nobody reads texts here" in came_in("It hurts", sid="SM10"), "To START nothing of ours was said."


def test_help_and_other_words_are_answered_once_and_kept_nowhere(server: TextServer) -> None:
    ClinicProfile.objects.update_or_create(pk=1, defaults={"name": "Lantern", "phone": "213-555-0100"})
    site_settings.forget()
    assert "Lantern: nobody reads texts here. Call us: 213-555-0100. In an emergency call 911." in came_in("It hurts")
    assert "<Message>" not in came_in("It still hurts", sid="SM2"), "Whatever answers by itself is not talked to."
    assert "Lantern: visit messages. Call us: 213-555-0100." in came_in("help", sid="SM3")
    assert "<Message>" not in came_in("help", sid="SM3"), "The same message told twice."
    assert [str(value) for row in InboundText.objects.values() for value in row.values() if "hurt" in str(value)] == []


def test_a_report_turns_a_text_into_a_call_and_marks_the_number(kinds: Any, server: TextServer) -> None:
    letter = text_to()
    delivery.send_next(at=NOW)
    sid = server.taken[0].sid
    assert reported(letter, "sent", sid=sid) == 204
    assert state_of(letter) == ("sent", "")
    for _again in range(3):
        assert reported(letter, "undelivered", sid=sid, code="30003") == 204
    assert state_of(letter) == ("dead", "Reported 30003")
    assert list(Letter.objects.to_call(NOW)) == [letter]
    # The next one waits for nobody: the number is marked until somebody has asked.
    later = text_to(key="greeting:2")
    delivery.send_next(at=NOW)
    assert state_of(later) == ("dead", "unreachable")
    assert len(server.taken) == 1


def test_late_and_foreign_reports_change_nothing(kinds: Any, server: TextServer, rui: Any) -> None:
    letter = text_to()
    delivery.send_next(at=NOW)
    first = server.taken[0].sid
    reported(letter, "undelivered", sid=first, code="30003")
    assert delivery.send_again(letter, by=rui, at=NOW)
    delivery.send_next(at=NOW)
    assert len(server.taken) == 2
    reported(letter, "failed", sid=first, code="30003")
    assert state_of(letter)[0] == "sent", "A late report of the first try says nothing of the second."
    reported(letter, "delivered", sid=server.taken[1].sid)
    reported(letter, "failed", sid=server.taken[1].sid, code="30003")
    assert state_of(letter)[0] == "sent", "What has arrived has arrived."
    assert posted(reverse("outbox:report", args=["BCDFGHJKLMNPQRST"]), {"MessageStatus": "failed"}).status_code == 204


def test_whoever_does_not_sign_is_refused(kinds: Any, server: TextServer, settings: Any) -> None:
    letter = text_to()
    delivery.send_next(at=NOW)
    addresses = (reverse("outbox:text"), reverse("outbox:report", args=[letter.ref]), reverse("outbox:bounce"))
    told = {"MessageStatus": "failed", "From": PHONE, "Body": "STOP", "MessageSid": "SM1"}
    for address in addresses:
        assert Client(enforce_csrf_checks=True).post(address, told).status_code == 403
        assert posted(address, told, token="another-token").status_code == 403
        assert posted(address, told, site="https://elsewhere.example").status_code == 403
    settings.SMS_URL = "console://"
    assert posted(addresses[0], told).status_code == 403
    assert state_of(letter) == ("sent", "")
    assert not ContactPoint.objects.exists()


def test_a_bounced_email_becomes_a_call_and_marks_the_address(kinds: Any, settings: Any) -> None:
    settings.BOUNCE_SECRET = "s" * 32
    letters.enqueue("test.greeting", key="k", to="Ana@Example.com", at=NOW)
    letter = delivery.send_next(at=NOW)
    assert letter is not None
    body = json.dumps({"event": "bounced", "message_id": letter.message_id, "code": "5.1.1"})
    signature = "sha256=" + _signed(body)
    for _again in range(2):
        response = Client().post(
            reverse("outbox:bounce"), body, content_type="application/json", headers={"X-Clinic-Signature": signature}
        )
        assert response.status_code == 204
    assert state_of(letter) == ("dead", "Reported 5.1.1")
    assert ContactPoint.objects.get().address == "ana@example.com"
    wrong = Client().post(
        reverse("outbox:bounce"), body + " ", content_type="application/json", headers={"X-Clinic-Signature": signature}
    )
    assert wrong.status_code == 403


def _signed(body: str) -> str:
    import hashlib
    import hmac

    return hmac.new(b"s" * 32, body.encode(), hashlib.sha256).hexdigest()
