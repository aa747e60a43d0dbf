"""Publication at its hour, exactly once; addresses that change; what the shelf offers."""

from datetime import UTC, datetime, timedelta

import pytest

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.outbox import worker
from education import jobs, services
from education.models import Article, Edition, Redirect
from education.services import ArticleError
from tests.education.drafts import approve, begun, fresh, rewrite, through
from tests.education.shelf import SHORT, WHOLE, shelve
from tests.support.queries import Queries

HOUR = timedelta(hours=1)
State = Article.State

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(edda: User, noor: User, now: datetime) -> Article:
    article = begun(by=edda, at=now)
    services.send_for_review(article, by=edda, at=now)
    approve(article, by=noor, at=now)
    return fresh(article)


def published_editions() -> int:
    return Edition.objects.filter(kind=Edition.Kind.PUBLISHED).count()


def test_it_is_published_at_its_hour_by_the_clock_once(approved: Article, edda: User, now: datetime) -> None:
    assert services.publish(approved, by=edda, at=now, when=now + HOUR) is None
    assert services.shelf() == ()
    worker.run_once(now=lambda: now + HOUR - timedelta(seconds=1))
    assert (published_editions(), fresh(approved).state) == (0, State.APPROVED)
    for minute in (0, 1, 2):
        worker.run_once(now=lambda minute=minute: now + HOUR + timedelta(minutes=minute))  # type: ignore[misc]  # bound here
    assert (published_editions(), fresh(approved).state, fresh(approved).publish_at) == (1, State.PUBLISHED, None)
    edition = fresh(approved).published
    assert edition is not None
    assert edition.made_by is None
    assert timedelta(0) <= edition.at - (now + HOUR) <= timedelta(minutes=1)
    assert [one.slug for one in services.shelf()] == ["a-first-article"]
    assert Entry.objects.filter(deed="article.published").count() == 1


def test_two_clocks_publish_once(approved: Article, edda: User, now: datetime) -> None:
    services.publish(approved, by=edda, at=now, when=now + HOUR)
    assert [services.publish_due(at=now + HOUR), services.publish_due(at=now + HOUR)] == [1, 0]
    jobs.publish_due(now + HOUR)
    assert published_editions() == 1


def test_a_time_that_has_passed_is_now(approved: Article, edda: User, now: datetime) -> None:
    assert services.publish(approved, by=edda, at=now, when=now - HOUR) is not None


def test_an_edit_takes_the_hour_back(approved: Article, edda: User, now: datetime) -> None:
    services.publish(approved, by=edda, at=now, when=now + HOUR)
    rewrite(approved, "Other words.", by=edda, at=now)
    assert services.publish_due(at=now + 2 * HOUR) == 0
    assert (fresh(approved).state, fresh(approved).publish_at) == (State.DRAFT, None)


def test_the_time_can_be_taken_back_and_chosen_anew(approved: Article, edda: User, now: datetime) -> None:
    services.publish(approved, by=edda, at=now, when=now + HOUR)
    services.unschedule(approved, by=edda, at=now)
    assert services.publish_due(at=now + 2 * HOUR) == 0
    services.publish(approved, by=edda, at=now, when=now + 3 * HOUR)
    assert services.publish_due(at=now + 3 * HOUR) == 1


def test_only_what_is_approved_is_published(edda: User, noor: User, now: datetime) -> None:
    article = begun(by=edda, at=now)
    with pytest.raises(ArticleError):
        services.publish(article, by=edda, at=now)
    with pytest.raises(ArticleError):
        services.publish(article, by=noor, at=now, when=now + HOUR)


# ——— addresses


def test_the_old_address_leads_to_the_article(approved: Article, edda: User, now: datetime) -> None:
    services.publish(approved, by=edda, at=now)
    services.change_slug(approved, slug="better-name", by=edda, at=now)
    services.change_slug(approved, slug="best-name", by=edda, at=now)
    assert set(Redirect.objects.values_list("old_slug", "article__slug")) == {
        ("a-first-article", "best-name"),
        ("better-name", "best-name"),
    }
    assert [(one.slug, one.path) for one in services.shelf()] == [("best-name", "/articles/best-name/")]
    assert fresh(approved).state == State.PUBLISHED


def test_an_address_can_be_taken_back(approved: Article, edda: User, now: datetime) -> None:
    services.change_slug(approved, slug="better-name", by=edda, at=now)
    services.change_slug(approved, slug="a-first-article", by=edda, at=now)
    assert list(Redirect.objects.values_list("old_slug", flat=True)) == ["better-name"]


@pytest.mark.parametrize(
    "slug", ["second", "moved-away", "Upper", "two--hyphens", "-x", "x-", "a b", "", "é", "a" * 81]
)
def test_an_address_is_nobody_elses_and_of_one_shape(approved: Article, edda: User, now: datetime, slug: str) -> None:
    begun(by=edda, at=now, slug="second")
    services.change_slug(begun(by=edda, at=now, slug="moved-away"), slug="third", by=edda, at=now)
    with pytest.raises(ArticleError) as refused:
        services.change_slug(approved, slug=slug, by=edda, at=now)
    assert refused.value.about == "slug"
    assert fresh(approved).slug == "a-first-article"


def test_the_same_address_is_no_move(approved: Article, edda: User, now: datetime) -> None:
    services.change_slug(approved, slug="a-first-article", by=edda, at=now)
    assert not Redirect.objects.exists()


# ——— the shelf and reading


def test_articles_for_codes_are_titles_and_addresses(noor: User, now: datetime) -> None:
    shelve({"needles-and-the-back": WHOLE, "second-article": SHORT}, by=noor, at=now)
    assert services.articles_for(["pregnancy_any", "no_such_code"]) == [
        ("Needles and the back", "/articles/needles-and-the-back/")
    ]
    assert services.articles_for([]) == services.articles_for(["no_such_code"]) == []


def test_reading_is_one_select_and_the_shelf_another(noor: User, now: datetime, queries: Queries) -> None:
    shelve({"needles-and-the-back": WHOLE, "second-article": SHORT}, by=noor, at=now)
    with queries(1):
        edition = Edition.objects.published().filter(published_as__slug="needles-and-the-back").get()
    assert edition.rendered["version"] == 1
    services.forget_shelf()
    with queries(1):
        assert len(services.shelf()) == 2
    with queries(0):
        services.articles_for(["pregnancy_any"])


def test_everything_of_an_article_is_in_its_finished_page(noor: User, now: datetime) -> None:
    article = shelve({"needles-and-the-back": WHOLE, "second-article": SHORT}, by=noor, at=now)["needles-and-the-back"]
    assert article.published is not None
    page = article.published.rendered
    shown = [(section["id"], [part["kind"] for part in section["parts"]]) for section in page["sections"]]
    assert shown == [
        ("section-what-is-known", ["html", "claim", "icons", "icons", "html"]),
        ("section-when-not-to-wait", ["html", "emergency"]),
        ("evidence", ["claim"]),
        ("side-effects", ["side_effects"]),
        ("guidelines", ["guidelines"]),
    ]
    assert [line["id"] for line in page["toc"]] == [name for name, _parts in shown] + ["questions", "references"]
    assert [(one["number"], one["href"], one["label"]) for one in page["references"]] == [
        (1, "https://doi.org/10.1234/invented.1", "doi:10.1234/invented.1"),
        (2, "https://guidelines.example/nobody", "guidelines.example"),
    ]
    assert page["sections"][0]["parts"][1]["references"] == [1]
    assert page["sections"][0]["parts"][2] == {
        "kind": "icons",
        "count": 9,
        "of": 100,
        "caption": 'had a bruise <a class="cite" href="#reference-1">[1]</a>',
        "text": "had a bruise",
    }
    assert page["sections"][1]["parts"][1] == {"kind": "emergency"}, "The card is never frozen: numbers change."
    assert page["questions"][0]["text"] == "A little. Say so, and we stop."
    assert (page["minutes"], page["related"]) == (1, ["second-article"])


def test_the_times_of_a_page_are_whole_and_aware(approved: Article, edda: User, now: datetime) -> None:
    edition = services.publish(approved, by=edda, at=now)
    assert edition is not None
    assert datetime.fromisoformat(edition.rendered["published_at"]).astimezone(UTC) == now


def test_many_articles_cost_no_more_queries(edda: User, noor: User, now: datetime, queries: Queries) -> None:
    for number in range(3):
        article = begun(by=edda, at=now, slug=f"article-{number}")
        through(article, editor=edda, practitioner=noor, at=now)
        services.forget_shelf()
        with queries(1):
            assert len(services.shelf()) == number + 1
