"""The library for those who keep it: editors write beside a preview, practitioners review on a page of their own.

A row of the list opens the form for whoever may write and the review page for everybody else. Nothing here decides who
may do what: the services ask that again for each deed.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from clinic import formatting, languages
from clinic.accounts.acting import user_at_work
from clinic.restricted_admin import BoundedInline, GuardedAdmin
from education import services
from education.admin import pages, writing
from education.admin.forms import ArticleForm, ClaimForm, GuidelineForm, SideEffectForm
from education.models import Article, ArticleQuestion, Claim, Guideline, Reference, Section, SideEffect
from education.services.writing import lock

type_page = Callable[..., HttpResponse]
# More of one kind make no article that anybody reads, and a form that no browser likes.
MOST_PARTS = 40
# Beside the text; the browser unfolds what has a mistake.
FOLDED = ("collapse",)
WRITE, APPROVE = "education.change_article", "education.approve_article"


class WithTheArticle(BoundedInline):
    """Whoever may write the article may write its parts; there are no permissions beside."""

    extra = 0
    max_num: int | None = MOST_PARTS

    def _allowed(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.has_perm(WRITE)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission = _allowed


class SectionInline(WithTheArticle, admin.StackedInline[Section, Article]):
    model = Section
    fields = ("position", "heading", "body")


class ClaimInline(WithTheArticle, admin.StackedInline[Claim, Article]):
    model = Claim
    classes = FOLDED
    form = ClaimForm


class QuestionInline(WithTheArticle, admin.StackedInline[ArticleQuestion, Article]):
    model = ArticleQuestion
    classes = FOLDED
    fields = ("position", "question", "answer")


class SideEffectInline(WithTheArticle, admin.StackedInline[SideEffect, Article]):
    model = SideEffect
    classes = FOLDED
    form = SideEffectForm


class GuidelineInline(WithTheArticle, admin.StackedInline[Guideline, Article]):
    model = Guideline
    classes = FOLDED
    form = GuidelineForm


class ReviewFilter(admin.SimpleListFilter):
    """How the next review stands."""

    title = _("next review")
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("overdue", _("Overdue")),
            ("soon", _("Due within a month")),
            ("behind", _("The original is newer")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        today, choice = timezone.localdate(), self.value()
        if choice == "overdue":
            return queryset & Article.objects.overdue(today)
        if choice == "behind":
            return queryset & Article.objects.behind_original()
        return queryset & Article.objects.due_soon(today) if choice == "soon" else queryset


@admin.register(Article)
class ArticleAdmin(GuardedAdmin[Article]):
    """Articles by state and by their next review; one address a deed."""

    lookups = frozenset({"state__exact", ReviewFilter.parameter_name})
    form = ArticleForm
    inlines = (SectionInline, ClaimInline, QuestionInline, SideEffectInline, GuidelineInline)
    list_display = ("title", "in_language", "state", "is_read", "author_name", "changed", "reviewed", "due")
    list_filter = ("state", ReviewFilter)
    list_select_related = ("author", "translation_of__published")
    list_per_page = 50
    search_fields = ("title", "slug")
    sortable_by = ()
    ordering = ("position", "title")
    actions = None
    show_facets = admin.ShowFacets.ALWAYS
    fieldsets = (
        (None, {"fields": ("title", "slug", "language", "translation_of", "summary")}),
        (_("In lists"), {"fields": ("position", "topics", "takeaways")}),
        (_("Where it appears"), {"fields": ("rule_codes", "related", "seen")}),
    )

    @admin.display(description=_("published"), boolean=True)
    def is_read(self, article: Article) -> bool:
        return article.is_public

    @admin.display(description=_("language"))
    def in_language(self, article: Article) -> str:
        """The language, and for a translation that its original says something else by now."""
        original = article.translation_of.published if article.translation_of else None
        [language] = languages.known([article.language])
        if article.is_public and original and original.digest != article.translated_from:
            return _("%(language)s (the original is newer)") % {"language": gettext(language.english)}
        return gettext(language.english)

    @admin.display(description=_("author"))
    def author_name(self, article: Article) -> str:
        return str(article.author or _("included with the site"))

    @admin.display(description=_("changed"))
    def changed(self, article: Article) -> str:
        return formatting.short_moment(article.changed_at)

    @admin.display(description=_("last reviewed"), empty_value="–")
    def reviewed(self, article: Article) -> str | None:
        return formatting.calendar_date(article.last_reviewed) if article.last_reviewed else None

    @admin.display(description=_("next review"), empty_value="–")
    def due(self, article: Article) -> str | None:
        return formatting.calendar_date(article.next_review_due) if article.next_review_due else None

    # ——— writing, in the stock form

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        """Hold the article while somebody's words are written: a second editor waits, and is told then."""
        article = super().get_object(request, object_id, from_field)
        return lock(article) if article and request.method == "POST" else article

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return ("slug", "language", "translation_of") if obj else ()

    def get_form(self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        related: Any = form.base_fields["related"]
        related.queryset = Article.objects.exclude(pk=obj.pk) if obj else Article.objects.all()
        related.widget.can_add_related = related.widget.can_change_related = False
        return form

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            self._allow(request)
            return redirect("admin:education_article_review", pages.find(object_id).ref)
        return super().change_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Write the head and nothing beside it: a state decided meanwhile stays as it is."""
        if change:
            obj.save(update_fields=[name for name in form.changed_data if name not in {"seen", "related"}])
        else:
            obj.key, obj.author, obj.changed_at = obj.slug, user_at_work(request), timezone.now()
            obj.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Write the parts, then freeze what the whole says now; one transaction."""
        super().save_related(request, form, formsets, change)
        services.save(form.instance, by=user_at_work(request), at=timezone.now())

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The editions and the book say it."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The editions and the book say it."""

    def draft(self, request: HttpRequest, ref: str) -> HttpResponse:
        """Draw what stands in the form now, as a patient would see it, and keep nothing; "add" is a new article."""
        self._allow(request)
        if not request.user.has_perm(WRITE):
            raise PermissionDenied
        self.check_counts(request)
        article = None if ref == "add" else pages.find(ref)
        form = self.get_form(request, article, change=article is not None)(request.POST, instance=article)
        formsets, _inlines = self._create_formsets(request, form.instance, change=article is not None)  # type: ignore[attr-defined]  # the stubs leave it out
        document, problems = writing.document_of_form(form, formsets)
        return pages.drawn(request, form.instance, document, problems)

    # ——— the pages and deeds of its life

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(f"<slug:ref>/{name}/", self.admin_site.admin_view(view), name=f"education_article_{name}")
            for name, view in (
                ("review", self._page(pages.review)),
                ("preview", self._page(pages.preview)),
                ("send", self._deed(pages.send, WRITE)),
                ("approve", self._deed(pages.approve, APPROVE)),
                ("return", self._deed(pages.return_to_author, APPROVE)),
                ("publish", self._deed(pages.publish, WRITE, APPROVE)),
                ("unschedule", self._deed(pages.unschedule, WRITE, APPROVE)),
                ("archive", self._deed(pages.archive, WRITE, APPROVE)),
                ("address", self._deed(pages.change_slug, WRITE)),
                ("follow", self._deed(pages.follow, WRITE)),
            )
        ]
        draft = never_cache(require_POST(self.draft))
        own.append(path("<slug:ref>/draft/", self.admin_site.admin_view(draft), name="education_article_draft"))
        return [*own, *super().get_urls()]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The versions of the article, instead of the stock list of who pressed save."""
        return pages.versions(request, self._allow(request), object_id)

    def _page(self, view: type_page) -> type_page:
        @never_cache
        @require_GET
        def page(request: HttpRequest, ref: str) -> HttpResponse:
            return view(request, self._allow(request), ref)

        return page

    def _deed(self, view: type_page, *permissions: str) -> type_page:
        """A deed for whoever holds one of these permissions; the service asks again, and more."""

        @require_POST
        def deed(request: HttpRequest, ref: str) -> HttpResponse:
            context = self._allow(request)
            if not any(map(request.user.has_perm, permissions)):
                raise PermissionDenied
            return view(request, context, ref)

        return deed

    def _allow(self, request: HttpRequest) -> dict[str, Any]:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self.admin_site.each_context(request)


@admin.register(Reference)
class ReferenceAdmin(GuardedAdmin[Reference]):
    """The sources that articles cite, shared by all of them."""

    list_display = ("key", "authors", "year", "title")
    search_fields = ("key", "authors", "title")
    ordering = ("key",)
    sortable_by = ()
    actions = None
    fields = ("key", "authors", "title", "journal", "year", "doi", "pmid", "url", "note")

    def get_readonly_fields(self, request: HttpRequest, obj: Reference | None = None) -> Any:
        return ("key",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Reference, form: Any, change: bool) -> None:
        services.save_reference(obj, by=user_at_work(request), at=timezone.now())
