"""Who may do what with an article, and what each deed leaves behind. Nobody approves their own."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from clinic.accounts import roles
from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.audit.models import Entry
from education import services
from education.models import Article, Edition, Reference, Section
from education.services import ArticleError, StaleArticleError
from tests.education.drafts import approve, begun, fresh, rewrite, seen, through

State, Kind = Article.State, Edition.Kind
LATER = timedelta(hours=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(edda: User, now: datetime) -> Article:
    return begun(by=edda, at=now)


@pytest.fixture
def in_review(draft: Article, edda: User, now: datetime) -> Article:
    services.send_for_review(draft, by=edda, at=now)
    return fresh(draft)


def kinds(article: Article) -> list[str]:
    return list(article.editions.order_by("number").values_list("kind", flat=True))


def test_from_the_first_word_to_the_patient(draft: Article, edda: User, noor: User, now: datetime, today: date) -> None:
    article = through(draft, editor=edda, practitioner=noor, at=now)
    assert kinds(article) == ["saved", "sent", "approved", "published"]
    assert (article.state, article.is_public) == (State.PUBLISHED, True)
    assert (article.last_reviewed, article.next_review_due) == (today, today + timedelta(days=365))
    edition = article.published
    assert edition is not None
    assert (edition.reviewer, edition.made_by, edition.rendered["reviewer"]) == (noor, edda, "Noor Inventada, L.Ac.")
    assert edition.rendered["reviewer_licence"] == "AC 00001"
    assert edition.rendered["author"] == "Edda Muster"
    assert [part["html"] for part in edition.rendered["sections"][0]["parts"]] == ["<p>Breathe out.</p>"]
    assert edition.plain == "A first article\nShort.\nBreathe.\nAll of it\nBreathe out."


@pytest.mark.parametrize("who", ["ana", "rui", "ada", "noor"])
def test_only_an_editor_writes_sends_and_moves(
    who: str, draft: Article, now: datetime, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    Section.objects.filter(article=draft).update(body="Other words.")
    with pytest.raises(PermissionDenied):
        services.save(draft, by=by, at=now)
    with pytest.raises(PermissionDenied):
        services.send_for_review(draft, by=by, at=now)
    with pytest.raises(PermissionDenied):
        services.change_slug(draft, slug="another", by=by, at=now)
    with pytest.raises(PermissionDenied):
        services.save_reference(Reference(key="x-2001", title="X", authors="X", year=2001), by=by, at=now)
    assert kinds(draft) == ["saved"]


@pytest.mark.parametrize("who", ["ana", "rui", "ada", "edda"])
def test_only_a_practitioner_approves_and_returns(
    who: str, in_review: Article, now: datetime, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        approve(in_review, by=by, at=now)
    with pytest.raises(PermissionDenied):
        services.return_to_author(in_review, seen=seen(in_review), reason="No.", by=by, at=now)
    assert fresh(in_review).state == State.REVIEW


@pytest.mark.parametrize("who", ["ana", "rui", "ada"])
def test_only_editors_and_practitioners_publish_and_archive(
    who: str, in_review: Article, noor: User, now: datetime, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    approve(in_review, by=noor, at=now)
    for deed in (services.publish, services.unschedule, services.archive):
        with pytest.raises(PermissionDenied):
            deed(in_review, by=by, at=now)
    assert fresh(in_review).state == State.APPROVED


def test_nobody_approves_their_own_even_as_a_practitioner(
    in_review: Article, edda: User, ada: User, noor: User, now: datetime
) -> None:
    became = accounts.change_role(edda, role=roles.PRACTITIONER, by=ada, at=now)
    assert roles.is_practitioner(became)
    assert became.has_perm("education.approve_article")
    with pytest.raises(PermissionDenied):
        approve(in_review, by=became, at=now)
    assert approve(in_review, by=noor, at=now).kind == Kind.APPROVED


def test_who_changed_a_word_of_somebody_elses_cannot_approve_it_either(
    in_review: Article, edda: User, ada: User, now: datetime
) -> None:
    second = accounts.invite(email="egon@clinic.example", name="Egon Exemplo", role=roles.EDITOR, by=ada, at=now)
    rewrite(in_review, "Breathe in.", by=second, at=now)
    services.send_for_review(in_review, by=edda, at=now)
    became = accounts.change_role(second, role=roles.PRACTITIONER, by=ada, at=now)
    with pytest.raises(PermissionDenied):
        approve(in_review, by=became, at=now)


def test_who_changed_a_source_of_it_cannot_approve_it_either(
    draft: Article, edda: User, noor: User, ada: User, now: datetime
) -> None:
    second = accounts.invite(email="egon@clinic.example", name="Egon Exemplo", role=roles.EDITOR, by=ada, at=now)
    source = Reference(key="x-2001", authors="X", title="X", year=2001, pmid="1")
    services.save_reference(source, by=second, at=now)
    rewrite(draft, "So [@x-2001].", by=edda, at=now)
    services.send_for_review(draft, by=edda, at=now)
    assert services.writers(fresh(draft)) == {edda.pk, second.pk}
    became = accounts.change_role(second, role=roles.PRACTITIONER, by=ada, at=now)
    with pytest.raises(PermissionDenied):
        approve(draft, by=became, at=now)
    approve(draft, by=noor, at=now)


def test_an_edit_during_review_makes_it_a_draft_again(
    in_review: Article, edda: User, noor: User, now: datetime
) -> None:
    opened = seen(in_review)
    rewrite(in_review, "Breathe in.", by=edda, at=now)
    assert fresh(in_review).state == State.DRAFT
    with pytest.raises(ArticleError, match="not in review"):
        services.approve(in_review, seen=opened, by=noor, at=now)
    services.send_for_review(in_review, by=edda, at=now)
    with pytest.raises(StaleArticleError):
        services.approve(in_review, seen=opened, by=noor, at=now)
    with pytest.raises(StaleArticleError):
        services.return_to_author(in_review, seen=opened, reason="No.", by=noor, at=now)
    assert kinds(in_review) == ["saved", "sent", "saved", "sent"]


def test_saving_without_a_change_changes_nothing(in_review: Article, edda: User, now: datetime) -> None:
    assert services.save(in_review, by=edda, at=now + LATER) is None
    assert (fresh(in_review).state, fresh(in_review).changed_at) == (State.REVIEW, now)


def test_an_edit_of_a_published_article_changes_nothing_public(
    draft: Article, edda: User, noor: User, now: datetime
) -> None:
    article = through(draft, editor=edda, practitioner=noor, at=now)
    rewrite(article, "Hold your breath.", by=edda, at=now + LATER)
    article = fresh(article)
    assert (article.state, article.is_public) == (State.DRAFT, True)
    (read,) = Edition.objects.published()
    assert "Hold your breath" not in str(read.rendered)
    with pytest.raises(ArticleError, match="must approve"):
        services.publish(article, by=edda, at=now + LATER)
    through(article, editor=edda, practitioner=noor, at=now + 2 * LATER)
    (read,) = Edition.objects.published()
    assert "Hold your breath" in str(read.rendered)
    assert read.rendered["first_published_at"] == now.isoformat()


def test_what_is_published_is_what_was_approved(draft: Article, edda: User, noor: User, now: datetime) -> None:
    services.send_for_review(draft, by=edda, at=now)
    approve(draft, by=noor, at=now)
    Section.objects.filter(article=draft).update(body="Slipped in past everybody.")
    services.publish(draft, by=edda, at=now)
    (read,) = Edition.objects.published()
    assert "Slipped in" not in str(read.rendered) + str(read.document)


def test_warnings_want_a_reason_that_stays_with_the_edition(
    draft: Article, edda: User, noor: User, now: datetime
) -> None:
    rewrite(draft, "There is no cure.", by=edda, at=now)
    services.send_for_review(draft, by=edda, at=now)
    with pytest.raises(ArticleError) as refused:
        approve(draft, by=noor, at=now, reason="  ")
    assert refused.value.about == "reason"
    edition = approve(draft, by=noor, at=now, reason="It says that there is none.")
    assert (edition.reason, edition.reviewer) == ("It says that there is none.", noor)


def test_a_return_wants_a_reason(in_review: Article, noor: User, now: datetime) -> None:
    with pytest.raises(ArticleError):
        services.return_to_author(in_review, seen=seen(in_review), reason=" ", by=noor, at=now)
    edition = services.return_to_author(in_review, seen=seen(in_review), reason="Too short.", by=noor, at=now)
    assert (edition.kind, edition.reason, fresh(in_review).state) == (Kind.RETURNED, "Too short.", State.DRAFT)


@pytest.mark.parametrize(("days", "good"), [(0, False), (1, True), (730, True), (731, False), (-5, False)])
def test_the_next_review_is_within_two_years(
    in_review: Article, noor: User, now: datetime, today: date, days: int, good: bool
) -> None:
    due = today + timedelta(days=days)
    if not good:
        with pytest.raises(ArticleError) as refused:
            services.approve(in_review, seen=seen(in_review), next_review=due, by=noor, at=now)
        assert refused.value.about == "next_review"
        return
    assert services.approve(in_review, seen=seen(in_review), next_review=due, by=noor, at=now).next_review_due == due


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("So [@nobody-1999].", "There is no reference nobody-1999."),
        ("{{claim:nothing}}", "there is no claim called nothing."),
        ("{{nonsense}}", "there is no special block nonsense."),
        ("{{icons:9/0|x}}", "write icons as"),
        ("Words {{emergency}} words", "a special block stands inside a paragraph"),
        ("So [@ nobody].", "A citation is not written"),
    ],
)
def test_what_would_not_draw_whole_is_not_sent(draft: Article, edda: User, now: datetime, body: str, said: str) -> None:
    rewrite(draft, body, by=edda, at=now)
    with pytest.raises(ArticleError, match=said.replace(".", r"\.")):
        services.send_for_review(draft, by=edda, at=now)


def test_it_is_sent_once(in_review: Article, edda: User, noor: User, now: datetime) -> None:
    with pytest.raises(ArticleError):
        services.send_for_review(in_review, by=edda, at=now)
    approve(in_review, by=noor, at=now)
    with pytest.raises(ArticleError):
        services.send_for_review(in_review, by=edda, at=now)
    with pytest.raises(ArticleError):
        approve(in_review, by=noor, at=now)


def test_an_archived_article_is_away_and_can_come_back(draft: Article, edda: User, noor: User, now: datetime) -> None:
    article = through(draft, editor=edda, practitioner=noor, at=now)
    services.archive(article, by=noor, at=now)
    assert list(Edition.objects.published()) == []
    assert services.shelf() == ()
    with pytest.raises(ArticleError):
        services.archive(article, by=noor, at=now)
    assert through(fresh(article), editor=edda, practitioner=noor, at=now + LATER).is_public


def test_the_book_says_who_did_what_and_no_word_of_it(draft: Article, edda: User, noor: User, now: datetime) -> None:
    rewrite(draft, "There is no cure, says Xanthippe.", by=edda, at=now)
    services.send_for_review(draft, by=edda, at=now)
    services.return_to_author(draft, seen=seen(draft), reason="Ask Xanthippe.", by=noor, at=now)
    services.send_for_review(draft, by=edda, at=now)
    approve(draft, by=noor, at=now, reason="Xanthippe is right.")
    services.publish(draft, by=edda, at=now, when=now + LATER)
    services.unschedule(draft, by=edda, at=now)
    services.publish(draft, by=edda, at=now)
    services.change_slug(draft, slug="xanthippe", by=edda, at=now)
    services.archive(draft, by=noor, at=now)
    rows = list(Entry.objects.filter(on=f"education.article:{draft.pk}").order_by("number"))
    assert [(row.deed, row.by) for row in rows] == [
        ("article.saved", edda),
        ("article.saved", edda),
        ("article.sent", edda),
        ("article.returned", noor),
        ("article.sent", edda),
        ("article.approved", noor),
        ("article.scheduled", edda),
        ("article.unscheduled", edda),
        ("article.published", edda),
        ("article.moved", edda),
        ("article.archived", noor),
    ]
    assert rows[5].facts == {"number": 6, "warnings": 1}
    told = " ".join(f"{row.on} {row.facts}" for row in rows).lower()
    assert not any(word in told for word in ("xanthippe", "cure", "breathe", 'article"', "first"))
