"""What readers meet: lists, topics, articles; headings, contents, references, and addresses that were."""

import re
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import translation

from clinic.accounts.models import User
from clinic.site_settings import services as site_settings
from education import files, services
from education.article_page import reading_of
from education.models import Article
from education.rendering import ArticleFacts, render
from tests.education.shelf import SHORT, WHOLE, load, publish, shelve
from tests.support.cast import SignedIn
from tests.support.queries import Queries

PATH = "/articles/needles-and-the-back/"
LISTS = ("/articles/", "/articles/topics/back-pain/", "/articles/topics/pregnancy/")
PAGES = (*LISTS, PATH, f"{PATH}print/")

type_library = dict[str, Article]


def headings(text: str) -> list[tuple[int, str]]:
    """The headings of a page in order: level and words."""
    found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", text, flags=re.DOTALL)
    return [(int(level), re.sub(r"<[^>]+>", "", words).strip()) for level, words in found]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_h1_a_title_a_way_back_and_no_level_left_out(
    path: str, client: Client, library: type_library
) -> None:
    text = client.get(path).text
    levels = [level for level, _words in headings(text)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert re.search(r"<title>\s*[^<]{5,}– [^<]+</title>", text)
    assert 'class="back-link"' in text


def test_the_list_shows_every_article_in_order_with_its_topics(client: Client, library: type_library) -> None:
    text = client.get("/articles/").text
    titles = [words for level, words in headings(text) if level == 3]

    assert titles == ["Needles and the back", "A second article", "A third article"]
    assert 'href="/articles/topics/fear/"' in text
    assert "/articles/topics/medicines/" not in text


def test_a_topic_shows_its_articles_only(client: Client, library: type_library) -> None:
    titles = [words for level, words in headings(client.get("/articles/topics/back-pain/").text) if level == 2]

    assert titles == ["Needles and the back", "A third article", "Other topics"]


@pytest.mark.django_db
def test_lists_without_articles_say_so(client: Client) -> None:
    assert "Our first articles are being reviewed" in client.get("/articles/").text
    assert "We have not reviewed an article on this topic yet." in client.get("/articles/topics/fear/").text
    assert client.get("/articles/topics/no-such-topic/").status_code == 404


def test_an_article_shows_all_that_stands_behind_it(client: Client, library: type_library) -> None:
    text = client.get(PATH).text

    for words in (
        "They help some people.",
        "Low certainty",
        "High certainty",
        "Compared with",
        "no treatment",
        "10 of 100 people",
        "9 in 100",
        "had a bruise",
        "These suggest it",
        "These advise against it",
        "An invented board",
        "Do not offer it.",
        "Does it hurt?",
        "Reviewed by Noor Inventada",
        "Mar 3, 2026",
        ">Mar 3, 2027</time>",
        "license AC 00001",
        "minute to read",
        "A second article",
        "What the four dots mean",
    ):
        assert words in text, words
    assert "This article is being reviewed" not in text


def test_the_contents_lead_to_every_section(client: Client, library: type_library) -> None:
    text = client.get(PATH).text
    beside, folded = re.findall(r"<ol>(<li><a href=\"#.*?)</ol>", text)[:2]
    targets = re.findall(r'href="#([^"]+)"', beside)

    assert beside == folded
    assert targets[:2] == ["section-what-is-known", "section-when-not-to-wait"]
    assert targets[-2:] == ["questions", "references"]
    assert [one for one in targets if f'id="{one}"' not in text] == []


def test_no_name_of_a_place_stands_twice_and_every_way_inside_the_page_leads_somewhere(
    client: Client, library: type_library
) -> None:
    text = client.get(PATH).text
    ids = re.findall(r'\sid="([^"]+)"', text)

    assert len(ids) == len(set(ids))
    assert {target for target in re.findall(r'href="#([^"]+)"', text) if target not in ids} == set()


def test_a_reference_has_its_links_and_a_way_back_to_each_place_that_cites_it(
    client: Client, library: type_library
) -> None:
    text = client.get(PATH).text
    first = text[text.index('<li id="reference-1">') : text.index('<li id="reference-2">')]
    cited = re.findall(r'id="(cite-1-\d+)"', text)

    assert 'Sample A, Muster E, et al. <cite lang="en">Needles, invented.</cite>' in first
    assert 'href="https://doi.org/10.1234/invented.1"' in first
    assert 'href="https://pubmed.ncbi.nlm.nih.gov/123456/"' in first
    assert re.findall(r'href="#(cite-1-\d+)"', first) == cited
    assert len(cited) >= 5
    assert 'href="https://guidelines.example/nobody"' in text


def test_the_emergency_card_is_the_clinics_own(client: Client, library: type_library) -> None:
    clinic = site_settings.current()
    clinic.emergency_number = "112"
    clinic.save()
    text = client.get(PATH).text
    card = text[text.index('<div class="emergency-card">') :]

    assert 'href="tel:112"' in card[:2000]
    assert "911" not in text


def test_the_side_effects_are_a_table_however_they_are_drawn(client: Client, library: type_library) -> None:
    text = client.get(PATH).text
    table = text[text.index("<table") : text.index("</table>")]

    assert len(re.findall(r'<th scope="col" role="columnheader">', table)) == 3
    assert len(re.findall(r'<th scope="row" role="rowheader">', table)) == 2
    assert table.count('role="cell"') == 4
    assert table.count('data-label="How often"') == 2
    assert "<caption>" in table


def test_an_article_whose_review_is_overdue_says_so(client: Client, library: type_library, now: datetime) -> None:
    due = library["needles-and-the-back"].next_review_due
    assert due is not None
    days = {}
    for shift in (-1, 0):
        at = now + (due - now.date()) + timedelta(days=shift)
        with time_machine.travel(at, tick=False):
            days[shift] = client.get(PATH)

    assert ["This article is being reviewed" in page.text for page in days.values()] == [False, True]
    assert days[-1].headers["ETag"] != days[0].headers["ETag"]


def test_previous_and_next_follow_the_list(client: Client, library: type_library) -> None:
    middle = client.get("/articles/second-article/").text

    assert re.findall(r'rel="(prev|next)" href="([^"]+)"', middle) == [
        ("prev", PATH),
        ("next", "/articles/third-article/"),
    ]
    assert 'rel="prev"' not in client.get(PATH).text


@pytest.mark.parametrize(
    "key",
    [
        *("red-flags-of-back-pain", "more-red-flags"),
        *("senales-de-alarma-del-dolor-de-espalda", "mas-senales-de-alarma"),
    ],
)
def test_an_article_about_when_not_to_wait_folds_its_evidence_and_no_sign(key: str, now: datetime) -> None:
    document = next(one.document for one in files.read().articles if one.key == key)
    reading = reading_of(render(document, ArticleFacts()), slug=key, at=now, on=now.date())
    assert [section["heading"] for section in reading.sections if section["folds"]] == []
    folded = [part["kind"] for section in reading.sections for part in section["parts"] if part["folds"]]
    assert (folded, len(reading.sections) > 6, reading.is_urgent) == (["claim"], True, True)


def test_who_reads_when_not_to_wait_is_not_asked_to_begin_a_form(client: Client, noor: User, now: datetime) -> None:
    services.load_library(files.read(), at=now)
    asks = {}
    for slug in ("more-red-flags", "your-first-visit"):
        publish(Article.objects.get(slug=slug), by=noor, at=now)
        asks[slug] = "next-step" in client.get(f"/articles/{slug}/").text
    assert asks == {"more-red-flags": False, "your-first-visit": True}


def test_what_is_said_of_a_source_is_in_the_language_of_the_article(now: datetime) -> None:
    documents = {one.key: one.document for one in files.read().articles}
    with translation.override("es"):
        page = render(documents["acupuntura-para-el-dolor-de-espalda"], ArticleFacts())
    notes = {one["number"]: one["note"] for one in page["references"] if one["note"]}
    english = {row["note"] for row in documents["acupuncture-for-back-pain"]["references"].values()}
    assert len(notes) > 5
    assert [note for note in notes.values() if note in english] == []


def test_the_page_for_paper_has_nothing_to_tap_and_everything_open(client: Client, library: type_library) -> None:
    text = client.get(f"{PATH}print/").text

    assert "<details" in text
    assert text.count("<details") == text.count(" open>")
    assert '<meta name="robots" content="noindex">' in text
    assert "<button" not in text


def test_staff_and_patients_read_the_same_bytes_as_everybody(
    client: Client, library: type_library, ana: User, noor: User, signed_in: SignedIn
) -> None:
    # Only the number of the request stands in no article.
    pages = {
        who: reader.get(PATH).content for who, reader in (("x", client), ("a", signed_in(ana)), ("n", signed_in(noor)))
    }

    assert len(set(pages.values())) == 1


def test_an_article_is_one_row_and_then_none(client: Client, library: type_library, queries: Queries) -> None:
    site_settings.current()
    services.shelf()
    with queries(1):
        client.get(PATH)
    with queries(0):
        client.get(PATH)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_drawn_from_the_shelf(path: str, client: Client, library: type_library, queries: Queries) -> None:
    site_settings.current()
    services.forget_shelf()
    with queries(1):
        client.get(path)


# ——— addresses that were, and addresses that are not yet


def test_what_is_in_review_is_not_there(client: Client, noor: User, now: datetime) -> None:
    load({"not-yet": SHORT}, at=now)

    assert client.get("/articles/not-yet/").status_code == 404


def test_an_edit_changes_nothing_public_until_it_is_published(
    client: Client, library: type_library, edda: User, noor: User, now: datetime
) -> None:
    article = library["second-article"]
    article.sections.update(body="Hold your breath.")
    services.save(article, by=edda, at=now)
    before = client.get("/articles/second-article/")
    services.send_for_review(article, by=edda, at=now)
    publish(article, by=noor, at=now)
    after = client.get("/articles/second-article/")

    assert ("Hold your breath" in before.text, "Hold your breath" in after.text) == (False, True)
    assert before.headers["ETag"] != after.headers["ETag"]


def test_an_old_address_leads_to_the_new_one_for_good(
    client: Client, library: type_library, edda: User, now: datetime
) -> None:
    services.change_slug(library["second-article"], slug="a-new-name", by=edda, at=now)
    services.change_slug(library["second-article"], slug="a-newer-name", by=edda, at=now)

    for old in ("second-article", "a-new-name"):
        for rest in ("", "print/"):
            response = client.get(f"/articles/{old}/{rest}")
            assert (response.status_code, response.headers["Location"]) == (301, f"/articles/a-newer-name/{rest}")
    # A browser that keeps it for ever would turn in circles when the old name comes back.
    assert response.headers["Cache-Control"] == "no-store"
    services.change_slug(library["second-article"], slug="second-article", by=edda, at=now)
    assert client.get("/articles/second-article/").status_code == 200
    assert client.get("/articles/a-new-name/").headers["Location"] == "/articles/second-article/"


def test_an_archived_article_is_gone_and_says_what_to_do(
    client: Client, library: type_library, edda: User, now: datetime
) -> None:
    services.change_slug(library["second-article"], slug="a-new-name", by=edda, at=now)
    services.archive(library["second-article"], by=edda, at=now)

    for path in ("/articles/a-new-name/", "/articles/second-article/", "/articles/a-new-name/print/"):
        response = client.get(path)
        assert response.status_code == 410
        assert "We took it down." in response.text
        assert "A second article" not in response.text
        assert response.headers["Cache-Control"] == "no-store"


def test_what_another_worker_has_just_published_is_there(client: Client, library: type_library, now: datetime) -> None:
    # This worker remembers the shelf as it was before.
    remembered = services.shelf()
    noor = User.objects.get(email="noor@clinic.example")
    shelve({"just-now": {**SHORT, "title": "Just now"}}, by=noor, at=now)
    from django.core.cache import caches

    caches["process"].set("education.shelf", remembered, 5)
    response = client.get("/articles/just-now/", follow=True)

    assert (response.status_code, "Just now" in response.text) == (200, True)


def test_pages_answer_only_to_reading(client: Client, library: type_library) -> None:
    assert {client.post(path).status_code for path in PAGES} == {405}


def test_nothing_of_an_article_stands_in_the_address_of_its_neighbours() -> None:
    assert reverse("education:article", args=["x"]) == "/articles/x/"
    assert WHOLE["rule_codes"][0] not in PATH
