"""The library in the admin: writing in the stock form, reviewing on a page of its own, and nothing that runs."""

import re
from datetime import date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.accounts.models import User
from education import files, services
from education.models import Article, Reference, Section
from tests.education.drafts import approve, begun, fresh, rewrite, seen, through
from tests.education.shelf import WHOLE, load
from tests.support.cast import SignedIn
from tests.support.queries import Queries

State = Article.State
HOSTILE = "<img src=x onerror=z(1)>\"'><script>z(2)</script>"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def draft(edda: User, now: datetime) -> Article:
    return begun(by=edda, at=now)


def url(page: str, article: Article) -> str:
    return reverse(f"admin:education_article_{page}", args=[article.pk])


def fields_of(client: Client, article: Article) -> dict[str, Any]:
    """Return what the browser would send back: every field of the form as it stands."""
    response = client.get(url("change", article))
    forms = [response.context["adminform"].form, *response.context["inline_admin_formsets"]]
    found: dict[str, Any] = {}
    for form in forms:
        for one in [form] if form is forms[0] else [form.formset.management_form, *form.formset.forms]:
            for field in one:
                value = field.value()
                if value is not None and value is not False and value != []:
                    found[field.html_name] = (
                        [str(getattr(v, "pk", v)) for v in value] if isinstance(value, list) else value
                    )
    return found


def say(client: Client, page: str, article: Article, **said: Any) -> Any:
    return client.post(url(page, article), said)


# ——— writing


def test_what_is_typed_is_drawn_and_nothing_of_it_is_kept(edda: User, draft: Article, signed_in: SignedIn) -> None:
    client = signed_in(edda)
    typed = fields_of(client, draft) | {"title": "Typed just now", "sections-0-body": "A **new** word [@nobody-1900]."}
    before = (draft.title, list(draft.sections.values()), draft.editions.count())
    page = client.post(url("draft", draft), typed)
    assert (page.status_code, "no-store" in page["Cache-Control"]) == (200, True)
    assert "<h1>Typed just now</h1>" in page.text
    assert "A <strong>new</strong> word" in page.text
    assert "Preview: not public" in page.text
    assert "Not shown below" not in page.text
    draft.refresh_from_db()
    assert (draft.title, list(draft.sections.values()), draft.editions.count()) == before


def test_a_part_with_a_mistake_is_named_and_left_out_and_one_taken_away_is_gone(
    edda: User, draft: Article, signed_in: SignedIn
) -> None:
    client = signed_in(edda)
    first = draft.sections.get()
    second = Section.objects.create(article=draft, position=20, heading="A second part", body="More.")
    typed = fields_of(client, draft) | {"sections-0-heading": "", "sections-1-DELETE": "on", "summary": ""}
    page = unescape(client.post(url("draft", draft), typed).text)
    assert "Not shown below until it is mended" in page
    assert "<li>Heading: This field is required.</li>" in page
    assert "<li>Summary: This field is required.</li>" in page
    assert [heading in page for heading in (f">{first.heading}<", f">{second.heading}<")] == [False, False]


def test_an_article_that_was_never_saved_is_drawn_too(edda: User, signed_in: SignedIn) -> None:
    client = signed_in(edda)
    page = client.get(reverse("admin:education_article_add"))
    assert 'data-live-preview="/admin/education/article/add/draft/"' in page.text
    drawn = client.post("/admin/education/article/add/draft/", {"title": "Quite new", "slug": "new", "language": "es"})
    assert ("<h1>Quite new</h1>" in drawn.text, 'lang="es"' in drawn.text) == (True, True)
    assert Article.objects.count() == 0


def test_an_article_that_was_never_saved_is_drawn_with_every_kind_of_part(edda: User, signed_in: SignedIn) -> None:
    client, add = signed_in(edda), reverse("admin:education_article_add")
    parts = {
        "sections": {"position": "10", "heading": "First", "body": "Typed words [@nobody-1900]."},
        "questions": {"position": "10", "question": "Is it safe?", "answer": "Mostly."},
    }
    typed = {"title": "Quite new", "slug": "new", "language": "en", "summary": "Short."}
    for inline in client.get(add).context["inline_admin_formsets"]:
        prefix, asked = inline.formset.prefix, parts.get(inline.formset.prefix, {})
        typed |= {f"{prefix}-TOTAL_FORMS": str(int(bool(asked))), f"{prefix}-INITIAL_FORMS": "0"}
        typed |= {f"{prefix}-0-{name}": value for name, value in asked.items()}
    drawn = client.post(f"{add}draft/", typed)
    shown = [words in drawn.text for words in ("<h1>Quite new</h1>", "Typed words", "Is it safe?")]
    assert (drawn.status_code, shown, Article.objects.count()) == (200, [True] * 3, 0)


def test_an_editor_begins_an_article_and_writes_on(edda: User, signed_in: SignedIn) -> None:
    client = signed_in(edda)
    empty = {f"{part}-{name}": "0" for part in ("sections", "claims", "questions", "side_effects", "guidelines")
             for name in ("TOTAL_FORMS", "INITIAL_FORMS")}  # fmt: skip
    said = {
        **empty,
        "title": "On sleep",
        "slug": "on-sleep",
        "summary": "Short.",
        "position": "5",
        "topics": ["back-pain", "fear"],
        "takeaways": "One.\r\nTwo.\r\n\r\n",
        "rule_codes": ["osteoporosis", "seizure_disorder"],
        "sections-TOTAL_FORMS": "1",
        "sections-0-position": "10",
        "sections-0-heading": "First",
        "sections-0-body": "Words.",
    }
    response = client.post(reverse("admin:education_article_add"), said)
    assert response.status_code == 302
    article = Article.objects.get(slug="on-sleep")
    assert (article.author, article.changed_by, article.state, article.key) == (edda, edda, State.DRAFT, "on-sleep")
    assert (article.takeaways, article.rule_codes) == (["One.", "Two."], ["osteoporosis", "seizure_disorder"])
    assert article.editions.get().document["sections"] == [{"heading": "First", "body": "Words."}]
    told = fields_of(client, article) | {"sections-0-body": "Other words.", "slug": "sneaked-in", "state": "published"}
    assert client.post(url("change", article), told).status_code == 302
    article = fresh(article)
    assert (article.slug, article.state, article.editions.count()) == ("on-sleep", State.DRAFT, 2)
    assert article.sections.get().body == "Other words."


@pytest.mark.heavy
def test_opening_and_saving_a_shipped_article_changes_nothing(
    edda: User, signed_in: SignedIn, size: Any, now: datetime
) -> None:
    services.load_library(files.read(), at=now)
    client = signed_in(edda)
    for article in Article.objects.all()[:: size(4, 1)]:
        told = fields_of(client, article)
        # The browser sends an empty pattern of each part besides.
        assert len(told) + 60 < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS, article.key
        response = client.post(url("change", article), told)
        assert response.status_code == 302, (article.key, response.context and response.context["errors"])
        assert (fresh(article).state, article.editions.count()) == (State.REVIEW, 1), article.key
    loaded = services.load_library(files.read(), at=now)
    assert len(loaded.unchanged) == Article.objects.count()


def test_two_editors_do_not_write_over_each_other(
    edda: User, draft: Article, signed_in: SignedIn, now: datetime
) -> None:
    client = signed_in(edda)
    told = fields_of(client, draft)
    rewrite(draft, "Somebody else's words.", by=edda, at=now)
    response = client.post(url("change", draft), told | {"sections-0-body": "Mine."})
    assert response.status_code == 200
    assert "Someone else changed this article" in response.text
    assert draft.sections.get().body == "Somebody else&#x27;s words.".replace("&#x27;", "'")


def test_flags_are_chosen_by_their_names_and_one_that_is_retired_stays(
    edda: User, signed_in: SignedIn, now: datetime
) -> None:
    article = load({"needles-and-the-back": WHOLE}, at=now)["needles-and-the-back"]
    Article.objects.filter(pk=article.pk).update(rule_codes=["was_a_rule"])
    client = signed_in(edda)
    text = client.get(url("change", article)).text
    names = re.findall(r'name="rule_codes" value="(\w+)"[^>]*>\s*([^<]+)</label>', text)
    assert ("osteoporosis", "Weak bones") in [(code, name.strip()) for code, name in names]
    assert [name.strip().casefold() for _code, name in names] == sorted(
        name.strip().casefold() for _code, name in names
    )
    assert 'data-search-in="id_rule_codes"' in text
    told = fields_of(client, article) | {"rule_codes": ["was_a_rule", "osteoporosis"]}
    assert client.post(url("change", article), told).status_code == 302
    assert fresh(article).rule_codes == ["was_a_rule", "osteoporosis"]


def test_a_source_that_does_not_exist_and_a_code_that_is_none_are_refused(
    edda: User, signed_in: SignedIn, now: datetime
) -> None:
    article = load({"needles-and-the-back": WHOLE}, at=now)["needles-and-the-back"]
    client = signed_in(edda)
    told = fields_of(client, article) | {"claims-0-references": "sample-2001 nobody-1999", "rule_codes": ["not_a_code"]}
    response = client.post(url("change", article), told)
    assert "There is no reference nobody-1999." in unescape(response.text)
    assert "There is no flag not_a_code. Choose from the list." in response.text


@pytest.mark.parametrize("slug", ["a-first-article", "was-here", "Upper Case"])
def test_a_new_article_takes_nobodys_address(
    edda: User, draft: Article, signed_in: SignedIn, now: datetime, slug: str
) -> None:
    services.change_slug(begun(by=edda, at=now, slug="was-here"), slug="is-there", by=edda, at=now)
    response = signed_in(edda).post(reverse("admin:education_article_add"), {"slug": slug, "title": "T"})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors["slug"]


def test_an_editor_keeps_sources_and_the_key_stays(edda: User, noor: User, signed_in: SignedIn) -> None:
    client, page = signed_in(edda), reverse("admin:education_reference_add")
    told = {"key": "x-2001", "authors": "X", "title": "X", "year": "2001", "pmid": "1"}
    assert client.post(page, told).status_code == 302
    source = Reference.objects.get()
    assert source.changed_by == edda
    for bad in ({"url": "javascript:alert(1)"}, {"url": "http://example.org"}, {"doi": '10.1/x" onx=y'}, {"pmid": "x"}):
        assert client.post(page, told | {"key": "y-2001"} | bad).status_code == 200
    change = reverse("admin:education_reference_change", args=["x-2001"])
    client.post(change, told | {"key": "z-2001", "title": "Better"})
    assert [(one.key, one.title) for one in Reference.objects.all()] == [("x-2001", "Better")]
    assert signed_in(noor).post(change, told).status_code == 403


# ——— the review


def test_the_walk_through_the_pages(
    edda: User, noor: User, draft: Article, signed_in: SignedIn, now: datetime, today: date
) -> None:
    editor, practitioner = signed_in(edda), signed_in(noor)
    assert practitioner.get(url("change", draft)).headers["Location"] == url("review", draft)
    assert "Send for review" in editor.get(url("review", draft)).text
    assert say(editor, "send", draft).headers["Location"] == url("review", draft)
    page = practitioner.get(url("review", draft))
    assert "Approve" in page.text
    assert "Approve" not in editor.get(url("review", draft)).text
    opened = page.context["seen"]
    assert say(practitioner, "return", draft, seen=opened, reason="").status_code == 200
    assert say(practitioner, "return", draft, seen=opened, reason="Too short.").status_code == 302
    say(editor, "send", draft)
    assert say(practitioner, "approve", draft, seen=opened, next_review="2026-09-03").status_code == 302
    assert fresh(draft).state == State.APPROVED
    later = timezone.localtime(now + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    assert say(editor, "publish", draft, when=later).status_code == 302
    assert fresh(draft).publish_at == now + timedelta(hours=2)
    assert say(editor, "unschedule", draft).status_code == 302
    assert say(editor, "publish", draft, when="").status_code == 302
    assert (fresh(draft).state, fresh(draft).next_review_due) == (State.PUBLISHED, date(2026, 9, 3))
    assert say(editor, "address", draft, slug="a-better-name").status_code == 302
    assert fresh(draft).slug == "a-better-name"
    assert say(practitioner, "archive", draft).status_code == 302
    assert fresh(draft).state == State.ARCHIVED


def test_a_refusal_brings_the_page_back_with_what_was_typed(
    edda: User, noor: User, draft: Article, signed_in: SignedIn, now: datetime
) -> None:
    rewrite(draft, "No cure.", by=edda, at=now)
    services.send_for_review(draft, by=edda, at=now)
    client = signed_in(noor)
    page = client.get(url("review", draft))
    assert "No trial shows a cure" in page.text
    response = say(client, "approve", draft, seen=page.context["seen"], next_review="2026-05-05")
    assert response.status_code == 200
    assert "Say in a sentence why" in response.text
    assert 'value="2026-05-05"' in response.text
    rewrite(draft, "Other words.", by=edda, at=now)
    services.send_for_review(draft, by=edda, at=now)
    response = say(client, "approve", draft, seen=page.context["seen"], reason="Fine.")
    assert "The article changed after you opened this page" in response.text
    assert fresh(draft).state == State.REVIEW


def test_a_wrong_address_and_a_wrong_time_are_told(
    edda: User, draft: Article, noor: User, signed_in: SignedIn, now: datetime
) -> None:
    client = signed_in(edda)
    assert "Use lowercase letters" in say(client, "address", draft, slug="Not So").text
    services.send_for_review(draft, by=edda, at=now)
    approve(draft, by=noor, at=now)
    assert "Write day and time like this" in say(client, "publish", draft, when="tomorrow").text
    assert fresh(draft).publish_at is None


@pytest.mark.parametrize(
    ("who", "forbidden"),
    [
        ("noor", ["send", "address"]),
        ("edda", ["approve", "return"]),
        ("ada", ["send", "address", "approve", "return", "publish", "unschedule", "archive"]),
    ],
)
def test_each_deed_belongs_to_its_people(
    who: str, forbidden: list[str], draft: Article, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    for page in forbidden:
        assert say(client, page, draft, seen=seen(draft), reason="x").status_code == 403, page
    assert (fresh(draft).state, draft.editions.count()) == (State.DRAFT, 1)


def test_pages_of_articles_that_are_none_are_not_found(noor: User, signed_in: SignedIn) -> None:
    client = signed_in(noor)
    for page in ("review", "preview", "history", "change"):
        assert client.get(reverse(f"admin:education_article_{page}", args=["BCDF2345GHJK6789"])).status_code == 404


def test_a_writer_who_became_a_practitioner_is_told_that_a_colleague_reviews_it(
    edda: User, draft: Article, signed_in: SignedIn, ada: User, now: datetime
) -> None:
    from clinic.accounts import services as accounts

    services.send_for_review(draft, by=edda, at=now)
    became = accounts.change_role(edda, role="practitioner", by=ada, at=now)
    page = signed_in(became).get(url("review", draft)).text
    assert "a colleague must review it" in page
    assert "Approve" not in page


# ——— what stands there cannot run


@pytest.fixture
def hostile(edda: User, noor: User, now: datetime) -> Article:
    """Published, then rewritten: every field that an editor can write holds something that wants to run."""
    article = through(begun(by=edda, at=now), editor=edda, practitioner=noor, at=now)
    said = dict.fromkeys(("authors", "title", "note"), HOSTILE)
    Reference.objects.create(key="evil-2001", year=2001, pmid="1", changed_at=now, **said)
    for name in ("title", "summary"):
        setattr(article, name, HOSTILE)
    article.topics, article.rule_codes, article.takeaways = [HOSTILE], [HOSTILE], [HOSTILE]
    article.save()
    Section.objects.create(article=article, heading=HOSTILE, body=f"{HOSTILE} [x](javascript:z(3)) [@evil-2001]")
    article.claims.create(name="x", statement=HOSTILE, certainty="low", figures=HOSTILE, references=["evil-2001"])
    article.questions.create(question=HOSTILE, answer=HOSTILE)
    article.side_effects.create(effect=HOSTILE, how_often=HOSTILE, what_to_do=HOSTILE)
    article.guidelines.create(body=HOSTILE, year=2001, says=HOSTILE, stance="for")
    services.save(article, by=edda, at=now)
    return fresh(article)


@pytest.mark.parametrize("who", ["edda", "noor", "ada"])
def test_nothing_an_editor_writes_becomes_a_tag(
    who: str, hostile: Article, request: pytest.FixtureRequest, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    pages = [url(page, hostile) for page in ("review", "preview", "history")]
    pages += [url("history", hostile) + "?edition=5", reverse("admin:education_article_changelist")]
    pages += [reverse("admin:education_reference_changelist"), url("change", hostile)]
    for page in pages:
        text = client.get(page, follow=True).text
        assert "onerror" in text or "reference" in page, page
        assert "<img src=x" not in text, page
        assert "<script>z" not in text, page
        assert "javascript:z" not in text.replace("[x](javascript:z(3))", ""), page


def test_the_preview_of_what_nobody_reviewed_names_no_reviewer(
    edda: User, noor: User, draft: Article, signed_in: SignedIn, now: datetime
) -> None:
    article, client = through(draft, editor=edda, practitioner=noor, at=now), signed_in(edda)
    assert "Noor Inventada" in client.get(url("preview", article)).text
    services.send_for_review(article, by=edda, at=now)
    assert "Noor Inventada" not in client.get(url("preview", article)).text
    rewrite(article, "Hold your breath.", by=edda, at=now)
    assert "Noor Inventada" not in client.get(url("preview", article)).text


def test_the_preview_is_the_page_of_a_patient_and_never_public(
    edda: User, draft: Article, signed_in: SignedIn, client: Client
) -> None:
    response = signed_in(edda).get(url("preview", draft))
    assert "Breathe out." in response.text
    assert "Preview: not public" in response.text
    assert "Noor Inventada" not in response.text
    assert "noindex" in response.text
    assert "no-store" in response.headers["Cache-Control"]
    assert client.get("/articles/a-first-article/").status_code == 404


def test_the_preview_of_a_spanish_edition_stands_in_its_readers_frame(
    edda: User, draft: Article, signed_in: SignedIn
) -> None:
    Article.objects.filter(pk=draft.pk).update(language="es")
    spanish = signed_in(edda).get(url("preview", draft)).text
    assert ('<html lang="es"' in spanish, 'href="/es/contact/"' in spanish) == (True, True)
    assert 'href="/contact/"' not in spanish.replace('href="/contact/" hreflang', "")
    Article.objects.filter(pk=draft.pk).update(language="en")
    assert '<html lang="en"' in signed_in(edda).get(url("preview", draft)).text


# ——— lists and versions


def test_versions_show_who_did_what_and_each_change_word_by_word(
    edda: User, noor: User, draft: Article, signed_in: SignedIn, now: datetime
) -> None:
    rewrite(draft, "Breathe slowly out.", by=edda, at=now)
    services.send_for_review(draft, by=edda, at=now)
    services.return_to_author(draft, seen=seen(draft), reason="Too short.", by=noor, at=now)
    client = signed_in(noor)
    page = client.get(url("history", draft))
    assert [one.number for one in page.context["editions"]] == [4, 3, 2, 1]
    assert all(said in page.text for said in ("Too short.", "Noor Inventada", "Edda Muster", "Changes requested"))
    page = client.get(url("history", draft) + "?edition=2")
    assert "<ins>" in page.text
    assert "slowly" in page.text
    assert "It is the same as the previous version" in client.get(url("history", draft) + "?edition=3").text
    for odd in ("99", "x", "-1", "2" * 30, "²", ""):
        assert client.get(url("history", draft), {"edition": odd}).status_code == 200


def test_the_list_counts_and_finds_what_is_overdue(
    edda: User, noor: User, draft: Article, signed_in: SignedIn, now: datetime, frozen: Any
) -> None:
    through(draft, editor=edda, practitioner=noor, at=now)
    begun(by=edda, at=now, slug="still-a-draft")
    frozen.shift(timedelta(days=364))
    client, page = signed_in(noor), reverse("admin:education_article_changelist")
    assert client.get(page, {"review": "overdue"}).context["cl"].result_count == 0
    assert client.get(page, {"review": "soon"}).context["cl"].result_count == 1
    frozen.shift(timedelta(days=1))
    client = signed_in(noor)
    response = client.get(page, {"review": "overdue"})
    assert [one.slug for one in response.context["cl"].result_list] == ["a-first-article"]
    assert "Overdue (1)" in response.text
    assert client.get(page, {"state__exact": "draft"}).context["cl"].result_count == 1
    assert "is being reviewed" in client.get(url("review", draft)).text


@pytest.mark.parametrize(
    "odd", ["title__contains=x", "changed_by__password__startswith=a", "published__plain__contains=x"]
)
def test_the_list_answers_nothing_it_does_not_offer(noor: User, signed_in: SignedIn, odd: str) -> None:
    response = signed_in(noor).get(f"{reverse('admin:education_article_changelist')}?{odd}")
    assert response.status_code == 400


def test_lists_and_pages_ask_no_more_for_three_than_for_one(
    edda: User, noor: User, signed_in: SignedIn, now: datetime, queries: Queries
) -> None:
    client = signed_in(noor)
    counted: dict[str, set[int]] = {}
    first = through(begun(by=edda, at=now, slug="article-0"), editor=edda, practitioner=noor, at=now)
    for number in range(1, 4):
        for page in (reverse("admin:education_article_changelist"), url("review", first), url("history", first)):
            client.get(page)
            with queries() as told:
                client.get(page)
            counted.setdefault(page, set()).add(len(told))
        through(begun(by=edda, at=now, slug=f"article-{number}"), editor=edda, practitioner=noor, at=now)
        Section.objects.create(article=first, heading=f"More {number}", body="More.")
    assert [len(found) for found in counted.values()] == [1, 1, 1]
    assert max(max(found) for found in counted.values()) <= 24


def test_the_first_page_leads_each_role_to_its_work(
    edda: User, noor: User, draft: Article, signed_in: SignedIn, now: datetime
) -> None:
    services.send_for_review(draft, by=edda, at=now)
    index, listed = reverse("admin:index"), reverse("admin:education_article_changelist")
    assert f'href="{listed}?state__exact=review"' in signed_in(noor).get(index).text
    assert f'href="{reverse("admin:education_article_add")}"' in signed_in(edda).get(index).text
