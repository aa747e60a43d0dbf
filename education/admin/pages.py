"""The pages of an article's life: the review, its versions, the preview; and one function a deed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from clinic.accounts.acting import user_at_work
from clinic.accounts.models import User
from education import services
from education.admin.forms import ApproveForm, PublishForm, ReturnForm, SlugForm
from education.article_page import reading_of
from education.differences import TextDifference, differences
from education.documents import digest, document_of, problems
from education.linter import lint
from education.models import Article
from education.rendering import render as finished
from education.services.following import original_now
from education.services.publishing import facts_of
from education.services.reviewing import REVIEWED_EVERY
from education.views import article_page

# Versions on one page: an article has a handful a year.
VERSIONS = 100


@dataclass(frozen=True)
class Deeds:
    """What this person may do with the article in its state."""

    write: bool
    send: bool
    approve: bool
    wrote_it: bool
    publish: bool
    archive: bool


def review(request: HttpRequest, context: dict[str, Any], ref: str, **bound: forms.Form) -> HttpResponse:
    """Show what changed since patients read it, what the linter found, and what can be done now.

    `bound` are forms of deeds that were refused, with their sentences.
    """
    article = find(ref)
    document = document_of(article)
    version, public = digest(document), article.published
    deeds = _deeds(article, user_at_work(request))
    today = timezone.localdate()
    empty: dict[str, forms.Form] = {
        "approve_form": ApproveForm(initial={"seen": version, "next_review": today + REVIEWED_EVERY}),
        "return_form": ReturnForm(initial={"seen": version}),
        "publish_form": PublishForm(),
        "slug_form": SlugForm(initial={"slug": article.slug}),
    }
    page_context = {
        "title": article.title,
        "article": article,
        "deeds": deeds,
        "problems": problems(document),
        "warnings": lint(document, language=article.language),
        "public": public,
        "differences": differences(public.document, document) if public else [],
        **_original(article),
        "is_overdue": bool(public and article.next_review_due and article.next_review_due <= today),
        "last": article.editions.select_related("made_by").defer("document", "rendered", "plain").first(),
        "has_errors": any(form.errors for form in bound.values()),
        "seen": version,
    }
    return render(request, "admin/education/article/review.html", context | page_context | empty | bound)


def versions(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    """Show every version, the newest first, and what one of them changed (`?edition=` its number)."""
    article = find(ref)
    listed = article.editions.select_related("made_by", "reviewer").defer("document", "rendered", "plain")[:VERSIONS]
    number, changed = request.GET.get("edition", ""), None
    if number.isascii() and number.isdigit() and len(number) < 9:
        changed = _changed_by(article, int(number))
    page_context = {
        "title": _("Versions of %(title)s") % {"title": article.title},
        "article": article,
        "editions": listed,
        "number": int(number) if changed is not None else None,
        "differences": changed,
    }
    return render(request, "admin/education/article/versions.html", context | page_context)


def preview(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    """Draw the working copy as a patient would see it."""
    article = find(ref)
    return drawn(request, article, document_of(article), [])


def drawn(request: HttpRequest, article: Article, document: dict[str, Any], problems: list[str]) -> HttpResponse:
    """Draw a document of an article as a patient would see it, with what is wrong with it above."""
    at = timezone.now()
    # What nobody has reviewed carries no reviewer's name: `approved` is empty as soon as somebody writes or sends.
    with translation.override(article.language):
        page = finished(document, facts_of(article, article.approved, at=None))
    reading = reading_of(page, slug=article.slug, at=at, on=timezone.localtime(at).date())
    return article_page(request, replace(reading, language=article.language), preview=True, problems=problems)


def send(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    success = _("Sent. A practitioner will review it.")
    return _do(request, ref, lambda article, **by_and_at: services.send_for_review(article, **by_and_at), success)


def approve(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    form = ApproveForm(request.POST)

    def deed(article: Article, **by_and_at: Any) -> object:
        cleaned = form.cleaned_data
        return services.approve(
            article, seen=cleaned["seen"], reason=cleaned["reason"], next_review=form.day, **by_and_at
        )

    return _do_form(request, context, ref, "approve_form", form, deed, _("Approved. It can be published now."))


def return_to_author(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    form = ReturnForm(request.POST)

    def deed(article: Article, **by_and_at: Any) -> object:
        return services.return_to_author(article, **form.cleaned_data, **by_and_at)

    return _do_form(request, context, ref, "return_form", form, deed, _("Returned. It is a draft again."))


def publish(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    form = PublishForm(request.POST)

    def deed(article: Article, **by_and_at: Any) -> object:
        return services.publish(article, when=form.cleaned_data["when"], **by_and_at)

    when = form.cleaned_data.get("when") if form.is_valid() else None
    later = when is not None and when > timezone.now() + timedelta(seconds=1)
    success = _("It will be published at the time you chose.") if later else _("Published. Patients can read it.")
    return _do_form(request, context, ref, "publish_form", form, deed, success)


def unschedule(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    success = _("Scheduled publishing is canceled. The article is not published.")
    return _do(request, ref, lambda article, **by_and_at: services.unschedule(article, **by_and_at), success)


def archive(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    success = _("Unpublished. Patients can no longer find it.")
    return _do(request, ref, lambda article, **by_and_at: services.archive(article, **by_and_at), success)


def change_slug(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    form = SlugForm(request.POST)

    def deed(article: Article, **by_and_at: Any) -> object:
        return services.change_slug(article, slug=form.cleaned_data["slug"], **by_and_at)

    success = _("The address is changed. The old address leads to the new one.")
    return _do_form(request, context, ref, "slug_form", form, deed, success)


def follow(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    version = request.POST.get("seen", "")[:64]
    success = _("Noted. The translation says what its original says now.")
    return _do(
        request, ref, lambda article, **by_and_at: services.follow_original(article, seen=version, **by_and_at), success
    )


def find(ref: str) -> Article:
    with_it = ("author", "published", "approved__reviewer", "translation_of__published")
    article = Article.objects.select_related(*with_it).filter(ref=ref).first()
    if article is None:
        raise Http404
    return article


def _do(request: HttpRequest, ref: str, deed: Callable[..., object], success: str) -> HttpResponse:
    """Do what needs no form; a refusal is a message on the page."""
    try:
        deed(find(ref), by=user_at_work(request), at=timezone.now())
    except services.ArticleError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, success)
    return redirect("admin:education_article_review", ref)


def _do_form(
    request: HttpRequest,
    context: dict[str, Any],
    ref: str,
    name: str,
    form: forms.Form,
    deed: Callable[..., object],
    success: str,
) -> HttpResponse:
    """Do what a form says; on any refusal the page comes back with the sentence and what was typed."""
    article = find(ref)
    if form.is_valid():
        try:
            deed(article, by=user_at_work(request), at=timezone.now())
        except services.ArticleError as refused:
            form.add_error(refused.about or None, str(refused))
        else:
            messages.success(request, success)
            return redirect("admin:education_article_review", ref)
    return review(request, context, ref, **{name: form})


def _deeds(article: Article, by: User) -> Deeds:
    writes, reviews = by.has_perm("education.change_article"), by.has_perm("education.approve_article")
    state, in_review = Article.State(article.state), article.state == Article.State.REVIEW
    wrote_it = reviews and in_review and by.pk in services.writers(article)
    return Deeds(
        write=writes,
        send=writes and state in {Article.State.DRAFT, Article.State.PUBLISHED, Article.State.ARCHIVED},
        approve=reviews and in_review and not wrote_it,
        wrote_it=wrote_it,
        publish=(writes or reviews) and state == Article.State.APPROVED,
        archive=(writes or reviews) and state != Article.State.ARCHIVED,
    )


def _original(article: Article) -> dict[str, Any]:
    """Return how a translation stands to its original, and what changed there since it was translated."""
    now = original_now(article)
    if now is None:
        return {}
    changed = differences(now.before, now.edition.document) if now.is_newer and now.before is not None else []
    return {"original": now, "original_differences": changed}


def _changed_by(article: Article, number: int) -> list[TextDifference] | None:
    edition = article.editions.filter(number=number).only("document", "number").first()
    if edition is None:
        return None
    before = article.editions.filter(number__lt=number).order_by("-number").only("document").first()
    return differences(before.document if before else None, edition.document)
