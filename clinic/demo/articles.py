"""The demo clinic's library: the shipped articles, read by a demo practitioner and published, and one draft."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone

from clinic.accounts.models import User
from education import files, services
from education.documents import digest, document_of
from education.models import Article, Section

# So long it took to read them, in the story of the demo.
READ_AFTER = timedelta(days=2)
DUE, OVERDUE = "acupuncture-and-other-treatments", timedelta(days=3)


def open_the_library(staff: Mapping[str, User], *, at: datetime, now: datetime) -> None:
    """Load, approve and publish the shipped articles through the services, and begin one more that nobody has read.

    One of them was to be read again some days ago.
    """
    services.load_library(files.read(), by=staff["edda"], at=at)
    read_at = at + READ_AFTER
    for article in Article.objects.in_review():
        services.approve(
            article,
            seen=digest(document_of(article)),
            reason="Reviewed for the demo. Every number has a source. A real clinic does its own review.",
            by=staff["noor"],
            at=read_at,
            next_review=timezone.localdate(now) - OVERDUE if article.slug == DUE else None,
        )
        services.publish(article, by=staff["edda"], at=read_at)
    begin_a_draft(by=staff["edda"], at=read_at)


def begin_a_draft(*, by: User, at: datetime) -> None:
    """Something to try the form, the preview and the review on."""
    draft = Article.objects.create(
        key="draft-what-to-wear",
        slug="draft-what-to-wear",
        title="Draft: what to wear to your visit",
        summary="A demo draft for trying out writing and review.",
        position=900,
        topics=["first-visit"],
        takeaways=["This is a draft. Write what a patient should remember here."],
        author=by,
        changed_by=by,
        changed_at=at,
    )
    Section.objects.create(
        article=draft,
        position=10,
        heading="Loose clothes",
        body="Wear something that you can roll up to the knee and the elbow.\n\nThis draft is invented.",
    )
    services.save(draft, by=by, at=at)
