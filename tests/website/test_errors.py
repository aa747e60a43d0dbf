"""Every error page says what to do; the one for a lost database holds what was typed, and only for its owner."""

import re
from collections.abc import Callable

import psycopg
import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.utils import translation
from django.utils.translation import gettext

from clinic import languages
from clinic.accounts.models import User
from clinic.website import errors
from tests.support.cast import sign_in

TYPED = "warfarin 5 mg every evening, and sometimes ibuprofen\nfor my knee"
HANDLERS: dict[int, Callable[[HttpRequest], HttpResponse]] = {
    400: errors.bad_request,
    403: errors.forbidden,
    404: errors.not_found,
    405: errors.method_not_allowed,
    413: errors.too_large,
    429: errors.too_many,
    500: errors.server_error,
    503: errors.database_away,
}


def asked(method: str = "GET", path: str = "/intake/abc/3/", **more: str) -> HttpRequest:
    """A request as it reaches an error page: numbered, and past nothing else."""
    request = RequestFactory().generic(method, path)
    request.META |= {"CLINIC_REQUEST_ID": "0123456789ab"} | more
    return request


def sent(data: dict[str, object], *, ours: bool = True, **more: str) -> HttpRequest:
    """A posted form, with a valid token where it is ours."""
    first = RequestFactory().get("/")
    token = get_token(first)
    factory = RequestFactory(enforce_csrf_checks=True)
    factory.cookies["csrf"] = first.META["CSRF_COOKIE"]
    request = factory.post("/intake/abc/3/?x=1", data | ({"csrfmiddlewaretoken": token} if ours else {}))
    request._dont_enforce_csrf_checks = False  # type: ignore[attr-defined]  # the factory switches the check off
    request.META |= {"CSRF_COOKIE": first.META["CSRF_COOKIE"]} | more
    return request


@pytest.mark.parametrize("status", HANDLERS)
def test_an_error_page_needs_no_database_and_says_what_to_do(status: int) -> None:
    # No `db` fixture: a query here would fail the test.
    response = HANDLERS[status](asked())

    assert response.status_code == status
    assert len(re.findall(r"<h1\b", response.text)) == 1
    assert "0123456789ab" in response.text
    assert 'href="tel:911"' in response.text
    assert "Go to the home page" in response.text


@pytest.mark.parametrize("status", HANDLERS)
def test_an_error_page_says_the_same_in_spanish_by_its_own_name(status: int) -> None:
    page = HANDLERS[status](asked()).text
    folded = page.partition('<details class="other-words" lang="es">')[2].partition("</details>")[0]
    title = re.search(r"<h1>(.*?)</h1>", page)
    assert title is not None
    with translation.override("es"):
        spanish = HANDLERS[status](asked(path="/es/intake/abc/3/")).text
        said = gettext(title[1].replace("&#x27;", "'"))
    assert ("<summary>Español</summary>" in folded, f"<h2>{said}</h2>" in folded) == (True, True)
    assert (said != title[1], 'href="/es/"' in folded, 'href="tel:911"' in folded) == (True, True, True)
    assert ("<summary>English</summary>" in spanish, f"<h2>{title[1]}</h2>" in spanish) == (True, True)


def test_an_address_that_leads_nowhere_says_so_in_spanish_too_and_the_staff_have_one_language(
    client: Client, rui: User
) -> None:
    assert "<summary>Español</summary>" in client.get("/no-such-page/").text
    refused = sign_in(rui).get("/desk/reports/no-such/")
    assert "<summary>Español</summary>" not in errors.forbidden(asked(path="/desk/")).text
    assert refused.status_code == 404


def test_what_was_typed_stands_on_the_page_once_and_can_be_sent_again_from_either_language() -> None:
    page = errors.database_away(sent({"meds_list": TYPED})).text
    assert (page.count('name="meds_list"'), page.count('<form class="form" id="send-again"')) == (1, 1)
    assert '<button class="button" type="submit" form="send-again">Intentar de nuevo</button>' in page


def test_a_form_that_is_too_long_is_413_not_400() -> None:
    assert errors.bad_request(asked(), RequestDataTooBig()).status_code == 413
    assert errors.bad_request(asked(), SuspiciousOperation()).status_code == 400


def test_a_lost_database_gives_back_what_was_typed_and_sends_it_to_the_same_address() -> None:
    response = errors.database_away(
        sent({"meds_list": TYPED, "blood_thinner": "yes", "skin": ["infected", "shingles"]})
    )

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert 'action="/intake/abc/3/?x=1"' in response.text
    assert f"\n{TYPED}</textarea>" in response.text
    assert '<input type="hidden" name="blood_thinner" value="yes">' in response.text
    assert response.text.count('name="skin"') == 2
    assert response.text.count('name="csrfmiddlewaretoken"') == 1


@pytest.mark.parametrize("page", ["database_away", "csrf_failure"])
def test_a_page_that_gives_back_what_was_typed_says_that_a_file_is_not_kept(page: str) -> None:
    words = "The file you chose cannot be kept here."
    with_file = sent(
        {"alt": "The door", "picture": SimpleUploadedFile("door.png", b"\x89PNG")}, HTTP_SEC_FETCH_SITE="same-origin"
    )
    without = sent({"alt": "The door"}, HTTP_SEC_FETCH_SITE="same-origin")
    assert getattr(errors, page)(with_file).text.count(words) == 1
    assert words not in getattr(errors, page)(without).text


def test_what_was_typed_is_escaped() -> None:
    response = errors.database_away(sent({"a": "<script>alert(1)</script> and more than thirty letters", "b": '"><b>'}))

    assert "<script>alert" not in response.text
    assert '"><b>' not in response.text


def test_a_foreign_form_is_never_handed_back_with_a_valid_token() -> None:
    response = errors.database_away(sent({"meds_list": TYPED}, ours=False))

    assert response.status_code == 503
    assert "warfarin" not in response.text
    assert "<form" not in response.text


@pytest.mark.parametrize("name", ["password", "password1", "oldpassword", "code"])
def test_a_typed_secret_never_goes_back_into_a_page(name: str) -> None:
    response = errors.database_away(sent({"login": "noor@clinic.example", name: "a-lantern-in-the-street"}))

    assert "a-lantern-in-the-street" not in response.text


def test_the_code_of_a_visit_type_is_no_secret() -> None:
    request = sent({"code": "follow-up", "name": "Follow-up visit"})
    request.path = request.path_info = "/admin/booking/visittype/add/"
    assert 'value="follow-up"' in errors.database_away(request).text


def test_a_stale_token_from_our_own_page_gives_the_form_back() -> None:
    ours = errors.csrf_failure(sent({"meds_list": TYPED}, ours=False, HTTP_SEC_FETCH_SITE="same-origin"))
    theirs = errors.csrf_failure(sent({"meds_list": TYPED}, ours=False, HTTP_SEC_FETCH_SITE="cross-site"))

    assert (ours.status_code, theirs.status_code) == (403, 403)
    assert TYPED in ours.text
    assert "warfarin" not in theirs.text
    assert "<form" not in theirs.text


def test_a_database_lost_before_the_view_is_a_503_too() -> None:
    try:
        raise OperationalError("gone")
    except OperationalError:
        response = errors.server_error(asked())

    assert response.status_code == 503


@pytest.mark.parametrize(
    "reason",
    [OperationalError("gone"), InterfaceError("closed"), psycopg.errors.ReadOnlySqlTransaction("a standby")],
    ids=["gone", "closed", "read only"],
)
def test_a_session_that_a_lost_database_did_not_save_is_a_503_with_what_was_typed(reason: Exception) -> None:
    """Django says that somebody else has deleted the session, which is a bad request."""
    try:
        try:
            raise UpdateError from reason
        except UpdateError as unsaved:
            raise SessionInterrupted("deleted") from unsaved
    except SessionInterrupted as interrupted:
        response = errors.bad_request(sent({"meds_list": TYPED}), interrupted)
    assert response.status_code == 503
    assert TYPED in response.text
    assert errors.bad_request(sent({"meds_list": TYPED}), SessionInterrupted("deleted")).status_code == 400


def test_a_page_that_cannot_be_drawn_still_says_something(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> str:
        raise ValueError("no manifest")

    monkeypatch.setattr(errors, "render_to_string", broken)
    response = errors.server_error(asked())

    assert response.status_code == 500
    assert "call 911" in response.text


def test_an_empty_405_gets_a_page_and_keeps_what_is_allowed() -> None:
    response = errors.friendly_bodies(lambda _request: HttpResponseNotAllowed(["POST"]))(asked())

    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert "<h1>" in response.text


def test_a_405_with_words_of_its_own_keeps_them() -> None:
    said = HttpResponse("own words", status=405)

    assert errors.friendly_bodies(lambda _request: said)(asked()) is said


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 minute"),
        (60, "1 minute"),
        (61, "2 minutes"),
        (7140, "119 minutes"),
        (7141, "2 hours"),
        (86400, "24 hours"),
    ],
)
def test_the_page_about_too_many_tries_says_when_to_come_back(seconds: int, words: str) -> None:
    response = errors.too_many(asked(), seconds)

    assert f"Wait <strong>{words}</strong>" in response.text
    assert response.headers["Retry-After"] == str(seconds)


def test_the_wait_is_said_in_the_words_of_each_language() -> None:
    page = errors.too_many(asked(), 3180).text
    assert "Wait <strong>53 minutes</strong>" in page
    assert "Espere <strong>53 minutos</strong>" in page


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["/intake/start/", "/es/intake/start/"])
@pytest.mark.parametrize("code", [language.code for language in languages.urgent()])
def test_who_began_too_many_forms_reads_the_wait_in_the_safety_language_they_chose(
    client: Client, door: str, code: str
) -> None:
    answers = [client.post(door, {"go": f"in-{code}"}) for _again in range(11)]
    page = answers[-1].text
    own = page.partition(f'<details class="other-words" lang="{code}" open>')[2].partition("</details>")[0]
    with translation.override(code):
        title, number = gettext("Please wait a little"), gettext("Go to the home page")
    assert (answers[-1].status_code, title != "Please wait a little") == (429, True)
    assert [words in own for words in (f"<h2>{title}</h2>", number, 'href="tel:911"', "minute")] == [True] * 3 + [False]


def test_a_wait_that_is_not_known_is_ten_minutes() -> None:
    response = errors.too_many(asked())

    assert "Wait ten minutes" in response.text
    assert "Retry-After" not in response.headers


def test_an_empty_429_gets_its_page_and_keeps_its_wait() -> None:
    def refused(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=429, headers={"Retry-After": "600"})

    response = errors.friendly_bodies(refused)(asked())

    assert (response.status_code, response.headers["Retry-After"]) == (429, "600")
    assert "Wait <strong>10 minutes</strong>" in response.text


@pytest.mark.parametrize("handler", [errors.server_error, errors.database_away])
def test_a_page_that_may_come_the_next_time_can_be_asked_for_again(
    handler: Callable[[HttpRequest], HttpResponse],
) -> None:
    again = 'class="button" href="/intake/abc/3/"'

    assert again in handler(asked()).text
    assert again not in handler(asked("POST")).text
    assert 'href="//evil.example/"' not in handler(asked(path="//evil.example/")).text


def test_a_page_that_is_not_there_offers_a_search() -> None:
    assert 'href="/search/"' in errors.not_found(asked()).text
