"""An article in another language: found in its language everywhere, and behind when its original changed."""

from datetime import datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import translation

from clinic.accounts.models import User
from clinic.audit.models import Entry
from education import files, services
from education.admin.forms import ArticleForm
from education.documents import digest, normal, problems
from education.models import Article
from tests.education.bilingual import KEY, ORIGINAL, SECOND, shipped
from tests.education.shelf import REFERENCES, SHORT, publish
from tests.support.cast import sign_in

ENGLISH_PATH, SPANISH_PATH = f"/articles/{ORIGINAL}/", f"/es/articles/{KEY}/"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def library(noor: User, now: datetime) -> dict[str, Article]:
    """All three on the shelf, by key."""
    services.load_library(shipped(), at=now)
    return {key: publish(Article.objects.get(key=key), by=noor, at=now) for key in (ORIGINAL, SECOND, KEY)}


# ——— where it is found


def test_an_edition_is_read_at_its_own_address_and_each_names_the_other(
    client: Client, library: dict[str, Article], settings: Any
) -> None:
    settings.SITE_URL = "https://clinic.example"
    english, spanish = client.get(ENGLISH_PATH).text, client.get(SPANISH_PATH).text
    links = [
        f'<link rel="alternate" hreflang="{code}" href="https://clinic.example{path}">'
        for code, path in (("en", ENGLISH_PATH), ("es", SPANISH_PATH))
    ]

    for text in (english, spanish):
        assert [link in text for link in links] == [True, True]
        assert "Este artículo está solo en inglés" not in text
    assert f'<a href="{SPANISH_PATH}" hreflang="es" lang="es">Español</a>' in english
    assert f'<a href="{ENGLISH_PATH}" hreflang="en" lang="en">English</a>' in spanish
    assert f'<link rel="canonical" href="https://clinic.example{SPANISH_PATH}">' in spanish
    for words in (
        '<div class="reading" lang="es">',
        '"inLanguage": "es"',
        "Qué se sabe",
        "Certeza baja",
        ">Referencias<",
    ):
        assert words in spanish, words
    assert f'<a href="{ENGLISH_PATH}" hreflang="en" lang="en">Needles and the back</a>' in spanish
    assert f'href="{SPANISH_PATH}print/" hreflang="es"' in client.get(f"{ENGLISH_PATH}print/").text
    # One that nobody has translated says so, and names no other language to a search engine.
    only = client.get(f"/es/articles/{SECOND}/").text
    assert ("Este artículo está solo en inglés" in only, 'rel="alternate" hreflang' in only) == (True, False)


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        (f"/es/articles/{ORIGINAL}/", SPANISH_PATH),
        (f"/es/articles/{ORIGINAL}/print/", f"{SPANISH_PATH}print/"),
        (f"/articles/{KEY}/", ENGLISH_PATH),
    ],
)
def test_the_address_of_another_language_leads_to_the_edition_in_this_one(
    path: str, leads: str, client: Client, library: dict[str, Article], noor: User, now: datetime
) -> None:
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (302, leads)
    services.archive(library[KEY], by=noor, at=now)
    assert client.get(f"/es/articles/{ORIGINAL}/").status_code == 200
    assert client.get(f"/es/articles/{KEY}/")["Location"] == f"/es/articles/{ORIGINAL}/"


def test_lists_feed_sitemap_search_and_advice_speak_the_language(client: Client, library: dict[str, Article]) -> None:
    spanish, english = client.get("/es/articles/").text, client.get("/articles/").text
    assert f'<a href="{SPANISH_PATH}">Las agujas y la espalda</a>' in spanish
    assert f'<a href="/es/articles/{SECOND}/" lang="en">A second article</a>' in spanish
    assert (spanish.count('class="card leads"'), english.count('class="card leads"')) == (2, 2)
    assert KEY not in english
    assert "Las agujas" in client.get("/es/articles/topics/dolor-de-espalda/").text
    assert KEY in client.get("/es/articles/feed/").text
    assert KEY not in client.get("/articles/feed/").text

    urls = ElementTree.fromstring(client.get("/sitemap.xml").text).findall(f"{MAP}url")  # noqa: S314  (our own answer)
    named = {url.findtext(f"{MAP}loc", "").partition("8000")[2]: len(list(url)) for url in urls}
    plain = named[f"/articles/{SECOND}/"]
    assert (named[ENGLISH_PATH] - plain, named[SPANISH_PATH] - plain) == (2, 2)

    found = client.post("/es/search/", {"q": "moretón de las agujas"}).text
    assert (SPANISH_PATH in found, ENGLISH_PATH in found) == (True, False)
    assert SPANISH_PATH not in client.post("/search/", {"q": "moretón"}).text
    with translation.override("es"):
        assert services.articles_for(["pregnancy_any"]) == [("Las agujas y la espalda", SPANISH_PATH)]
    assert services.articles_for(["pregnancy_any"]) == [("Needles and the back", ENGLISH_PATH)]


# ——— following the original


def test_a_translation_whose_original_changed_is_behind_until_somebody_says_otherwise(
    client: Client, library: dict[str, Article], edda: User, noor: User, now: datetime
) -> None:
    spanish, original = library[KEY], library[ORIGINAL]
    review = reverse("admin:education_article_review", args=[spanish.ref])
    assert (list(Article.objects.behind_original()), "The original is newer" in sign_in(edda).get(review).text) == (
        [],
        False,
    )
    section = original.sections.first()
    assert section is not None
    section.body = f"{section.body}\n\nNew words."
    section.save()
    services.save(original, by=edda, at=now)
    assert list(Article.objects.behind_original()) == []  # nobody reads the new words yet
    services.send_for_review(original, by=edda, at=now)
    publish(original, by=noor, at=now + timedelta(days=1))

    assert list(Article.objects.behind_original()) == [spanish]
    page = sign_in(edda).get(review).text
    assert ("The original is newer" in page, "New words." in page) == (True, True)
    assert 'href="/admin/education/article/?review=behind"' in sign_in(edda).get("/admin/").text
    listed = sign_in(edda).get(reverse("admin:education_article_changelist"), {"review": "behind"}).text
    assert ("Spanish (the original is newer)" in listed, "A second article" in listed) == (True, False)
    assert "El artículo en inglés es más nuevo" in client.get(SPANISH_PATH).text
    assert "newer" not in client.get(ENGLISH_PATH).text

    original.refresh_from_db()
    says: dict[str, Any] = {"seen": original.published.digest if original.published else "", "by": edda, "at": now}
    with pytest.raises(PermissionDenied):
        services.follow_original(spanish, **{**says, "by": noor})
    with pytest.raises(services.StaleArticleError):
        services.follow_original(spanish, **{**says, "seen": spanish.translated_from})
    with pytest.raises(services.ArticleError):
        services.follow_original(original, **says)
    sign_in(edda).post(reverse("admin:education_article_follow", args=[spanish.ref]), {"seen": says["seen"]})

    assert list(Article.objects.behind_original()) == []
    assert "es más nuevo" not in client.get(SPANISH_PATH).text
    assert Entry.objects.get(deed="article.followed").by == edda


def test_an_editor_begins_a_translation_into_another_language_once(library: dict[str, Article], edda: User) -> None:
    typed = {"title": "X", "slug": "x", "summary": "X", "position": 1, "takeaways": "X"}

    def wrong(original: str, language: str) -> list[str]:
        form = ArticleForm(data={**typed, "translation_of": library[original].pk, "language": language})
        return [name for name in form.errors if name in {"language", "translation_of"}]

    assert wrong(SECOND, "es") == []
    assert wrong(SECOND, "en") == ["language"]
    assert wrong(ORIGINAL, "es") == ["translation_of"]
    assert wrong(KEY, "es") == ["translation_of"]  # a translation has none of its own


# ——— the drawing


def test_the_drawing_says_in_words_what_it_shows_and_another_one_is_a_problem(
    client: Client, noor: User, now: datetime
) -> None:
    whole = {**SHORT, "sections": [{"heading": "How", "body": "So.\n\n{{drawing:pain-signals}}"}]}
    document = normal(whole, REFERENCES)
    services.load_library(files.Library((files.Shipped("drawn", document, digest(document)),), REFERENCES), at=now)
    publish(Article.objects.get(key="drawn"), by=noor, at=now)
    text = client.get("/articles/drawn/").text
    figure = text[text.index("<figure") : text.index("</figure>")]

    assert ('role="img" aria-label="A needle in the lower back' in figure, figure.count("<li>")) == (True, 4)
    assert problems(document) == []
    assert "no drawing called other" in " ".join(
        problems({**document, "sections": [{"heading": "How", "body": "{{drawing:other}}"}]})
    )
