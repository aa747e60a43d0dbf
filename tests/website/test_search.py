"""The search over articles and pages: what it finds, what it shows, and that nobody keeps what was asked."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from education.models import Article
from tests.access import sinks
from tests.education.shelf import SHORT, THIRD, WHOLE, shelve
from tests.support.queries import Queries


@pytest.fixture
def library(noor: User, now: datetime) -> dict[str, Article]:
    return shelve({"needles-and-the-back": WHOLE, "second-article": SHORT, "third-article": THIRD}, by=noor, at=now)


def ask(client: Client, words: str) -> Any:
    return client.post(reverse("website:search"), {"q": words})


def hits(text: str) -> list[str]:
    """The addresses that were found, in order."""
    return re.findall(r'<h3><a href="([^"]+)">', text[text.find('class="hits"') :]) if 'class="hits"' in text else []


def test_articles_and_pages_are_found_and_marked(client: Client, library: dict[str, Article]) -> None:
    text = ask(client, "needling").text

    assert "/articles/needles-and-the-back/" in hits(text)
    assert "<mark>Needles</mark> and the back" in text
    assert hits(ask(client, "prices").text)[0] == reverse("website:prices")


@pytest.mark.parametrize("words", ["cafe", "CAFÉ", "Cafë"])
def test_accents_and_capitals_make_no_difference(words: str, client: Client, library: dict[str, Article]) -> None:
    text = ask(client, words).text

    assert hits(text) == ["/articles/second-article/", "/articles/third-article/"]
    assert "<mark>Café</mark>" in text


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["<script>z(1)</script>", '"><img src=x onerror=z(1)>', "back <b>pain</b>"])
def test_what_was_typed_is_text(words: str, client: Client) -> None:
    text = ask(client, words).text

    assert "<script>z" not in text
    assert "<img src=x" not in text
    assert "<b>pain" not in text


def test_what_was_found_is_text_too(client: Client, noor: User, now: datetime) -> None:
    shelve({"odd": {**SHORT, "title": "<i>odd</i> & even", "summary": '"odd" <img src=x>'}}, by=noor, at=now)
    text = ask(client, "odd").text

    assert "&lt;i&gt;<mark>odd</mark>&lt;/i&gt; &amp; even" in text
    assert "<img src=x" not in text


@pytest.mark.django_db
def test_nothing_found_says_what_to_do(client: Client) -> None:
    text = ask(client, "zebra").text

    assert "0 pages found" in text
    assert "We found nothing with these words" in text


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["", "   ", "\0"])
def test_no_word_is_asked_for_kindly(words: str, client: Client) -> None:
    response = ask(client, words)

    assert (response.status_code, "Type a word first" in response.text) == (200, True)


@pytest.mark.django_db
def test_a_search_of_any_length_is_answered(client: Client) -> None:
    assert ask(client, "needle " * 5000).status_code == 200
    assert client.post(reverse("website:search")).status_code == 200


@pytest.mark.django_db
def test_what_was_asked_stands_in_its_box_and_nowhere_else(client: Client) -> None:
    said = "pregnantzq7"
    with sinks.listening(sinks.clinics_formatter()) as heard:
        response = ask(client, said)

    assert re.findall(rf"[^ ]*{said}[^ ]*", response.text) == [f'value="{said}"']
    assert re.findall(r"<title>\s*(.*?) – ", response.text) == ["Search"]
    assert said not in str(response.headers)
    assert response.headers["Cache-Control"] == "no-store"
    assert sinks.standing(heard.lines, said) == []
    assert sinks.standing(sinks.tables(), said) == []


@pytest.mark.django_db
def test_an_address_asks_nothing(client: Client) -> None:
    response = client.get(reverse("website:search"), {"q": "pregnantzq7"})

    assert (response.status_code, "pregnantzq7" in response.text) == (200, False)


@pytest.mark.django_db
def test_the_form_works_without_scripts_and_wants_its_token(client: Client) -> None:
    text = client.get(reverse("website:search")).text
    strict = Client(enforce_csrf_checks=True)

    assert re.search(r'<form class="search"[^>]* method="post"', text)
    assert "csrfmiddlewaretoken" in text
    assert strict.post(reverse("website:search"), {"q": "x"}).status_code == 403


def test_a_second_search_reads_nothing_again(client: Client, library: dict[str, Article], queries: Queries) -> None:
    ask(client, "needle")
    with queries(at_most=1):
        ask(client, "bruise")


def test_what_is_published_now_is_found_now(
    client: Client, library: dict[str, Article], noor: User, now: datetime
) -> None:
    assert hits(ask(client, "giraffe").text) == []
    shelve({"new": {**SHORT, "title": "The giraffe"}}, by=noor, at=now)

    assert hits(ask(client, "giraffe").text) == ["/articles/new/"]
