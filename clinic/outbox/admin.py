"""The outbox for staff: what left, what waits, what was given up; never what a letter says."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from clinic import formatting
from clinic.outbox import delivery
from clinic.outbox.kinds_and_tasks import name_of_kind, name_of_task
from clinic.outbox.models import JobRun, Letter
from clinic.restricted_admin import GuardedAdmin


class ReadOnlyAdmin:
    """Nothing is added or changed by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Letter)
class LetterAdmin(ReadOnlyAdmin, GuardedAdmin[Letter]):
    lookups = frozenset({"state__exact"})
    list_display = ("sort", "to", "state", "tries", "due_at", "finished", "trouble")
    list_filter = ("state",)
    search_fields = ("to__exact", "ref__exact")
    search_help_text = _("A full email address or reference.")
    ordering = ("-id",)
    sortable_by = ()
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    # Never `sealed` and `rendered`: a sign-in code stands in them.
    fields = ("sort", "to", "state", "tries", "trouble", "written", "due_at", "send_by", "finished", "ref", "about")
    actions = ("send_again",)

    @admin.display(description=_("type"))
    def sort(self, letter: Letter) -> str:
        """The type; of what the intake writes no more than that, for the rest would say what was decided."""
        return name_of_kind(letter.kind)

    @admin.display(description=_("created"))
    def written(self, letter: Letter) -> str:
        return formatting.short_moment(letter.written_at)

    @admin.display(description=_("send by"), empty_value="-")
    def send_by(self, letter: Letter) -> str | None:
        return formatting.short_moment(letter.expires) if letter.expires else None

    @admin.display(description=_("due"))
    def due_at(self, letter: Letter) -> str:
        return formatting.short_moment(letter.due)

    @admin.display(description=_("finished"), empty_value="-")
    def finished(self, letter: Letter) -> str | None:
        return formatting.short_moment(letter.finished_at) if letter.finished_at else None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Letter]:
        return super().get_queryset(request).defer("sealed", "rendered")

    def has_send_again_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("outbox.change_letter")

    @admin.action(description=_("Send again"), permissions=["send_again"])
    def send_again(self, request: HttpRequest, letters: QuerySet[Letter]) -> None:
        assert request.user.is_authenticated  # noqa: S101  (the admin lets nobody else in)
        at = timezone.now()
        sent = sum(delivery.send_again(letter, by=request.user, at=at) for letter in letters)
        if sent:
            sentence = ngettext("%(n)d email will be sent again.", "%(n)d emails will be sent again.", sent)
            self.message_user(request, sentence % {"n": sent}, messages.SUCCESS)
        if sent < len(letters):
            only = _("Only failed emails can be sent again.")
            self.message_user(request, only, messages.WARNING)


@admin.register(JobRun)
class JobRunAdmin(ReadOnlyAdmin, GuardedAdmin[JobRun]):
    list_display = ("task", "last", "ok", "next")
    fields = ("task", "next", "last", "ok")
    ordering = ("name",)
    actions = None

    @admin.display(description=_("name"), ordering="name")
    def task(self, job: JobRun) -> str:
        return name_of_task(job.name)

    @admin.display(description=_("last run"), ordering="last_run", empty_value="-")
    def last(self, job: JobRun) -> str | None:
        return formatting.short_moment(job.last_run) if job.last_run else None

    @admin.display(description=_("due"), ordering="due")
    def next(self, job: JobRun) -> str:
        return formatting.short_moment(job.due)

    def has_view_permission(self, request: HttpRequest, obj: JobRun | None = None) -> bool:
        return request.user.has_perm("outbox.view_letter")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)
