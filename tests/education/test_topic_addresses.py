"""A topic has an address in the words of its language; the address it had before leads there for good."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from clinic import languages
from education.topics import TOPICS, WORDS

pytestmark = pytest.mark.django_db


def test_every_language_that_has_words_has_one_for_each_topic_and_no_two_alike() -> None:
    assert set(WORDS) <= {language.code for language in languages.whole()}
    for code, words in WORDS.items():
        assert list(words) == list(TOPICS), code
        assert len(set(words.values())) == len(words), code
        assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", word) for word in words.values()), code
        # A word must not be the slug of another topic: the old address would lead astray.
        assert not set(words.values()) & set(TOPICS), code


@pytest.mark.parametrize("slug", list(TOPICS))
def test_the_old_spanish_address_leads_to_the_new_one_for_good(client: Client, slug: str) -> None:
    old = client.get(f"/es/articles/topics/{slug}/")
    with translation.override("es"):
        new = reverse("education:topic", args=[slug])
    assert (old.status_code, old.headers["Location"]) == (301, new)
    assert client.get(new).status_code == 200
    assert client.get(f"/articles/topics/{slug}/").status_code == 200


def test_each_page_names_its_other_language_and_itself(client: Client) -> None:
    page = client.get("/es/articles/topics/embarazo/").text
    assert 'hreflang="en" href="http://testserver/articles/topics/pregnancy/"' in page.replace(
        "http://localhost:8000", "http://testserver"
    )
    assert 'href="/articles/topics/pregnancy/"' in page
    assert "/es/articles/topics/embarazo/" in client.get("/articles/topics/pregnancy/").text


@pytest.mark.parametrize("path", ["/articles/topics/embarazo/", "/es/articles/topics/no-tal-tema/"])
def test_a_word_of_another_language_and_no_topic_are_no_page(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
