"""The page of an import: upload, columns, dry run, import, undo. For administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from clinic.accounts.acting import user_at_work
from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.transfer.errors import TransferError
from clinic.transfer.forms import ColumnsForm, UploadForm
from clinic.transfer.importing import columns, services, undoing
from clinic.transfer.importing.dry_run import DryRun
from clinic.transfer.models import ImportRun
from clinic.transfer.views.common import page

# So many problems stand on the page; the count always says how many there are.
MOST_LISTED = 2_000
MOST_RUNS = 50


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(ADMINISTRATOR)
def imports(request: HttpRequest) -> HttpResponse:
    """Every file that came in, and a form for the next one."""
    sent = request.method == "POST"
    form = UploadForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = services.upload(data=file.read(), name=file.name or "", by=user_at_work(request), at=timezone.now())
        except TransferError as wrong:
            form.add_error("file", str(wrong))
        else:
            return redirect("transfer:import", run.ref)
    runs = ImportRun.objects.select_related("uploaded_by").defer("sealed")
    runs = runs.exclude(state=ImportRun.State.DROPPED)[:MOST_RUNS]
    return page(request, "imports", {"form": form, "runs": runs, "has_errors": bool(form.errors)})


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@role_required(ADMINISTRATOR)
def one_import(request: HttpRequest, ref: str) -> HttpResponse:
    """One file: its columns and, once they are sent, everything that importing it would do."""
    run = get_object_or_404(ImportRun.objects.select_related("imported_by", "undone_by"), ref=ref)
    if run.state != ImportRun.State.UPLOADED:
        return page(request, "imported", {"run": run})
    by, at = user_at_work(request), timezone.now()
    table, chosen = services.table_of(run), services.choices_of(run)
    trial: DryRun | None = None
    form = ColumnsForm(None, table=table, choices=chosen, types=[], people=[])
    if request.method == "POST":
        words = services.unknown_words(run, at=at)
        form = ColumnsForm(request.POST, table=table, choices=chosen, types=words[0], people=words[1])
        if form.is_valid():
            services.choose(run, choices=form.choices, by=by, at=at)
            trial = services.look(run, by=by, at=at)
            form = ColumnsForm(
                None, table=table, choices=form.choices, types=trial.unknown_types, people=trial.unknown_people
            )
    context = {
        "run": run,
        "form": form,
        "has_errors": bool(form.errors),
        "system": columns.system_of(table.headers),
        "rows": len(table.rows),
        "found": trial,
        "problems": trial.problems[:MOST_LISTED] if trial else [],
        "doubts": trial.doubts[:MOST_LISTED] if trial else [],
        "duplicates": trial.duplicates[:MOST_LISTED] if trial else [],
    }
    return page(request, "import", context)


@require_POST
@role_required(ADMINISTRATOR)
def bring_in(request: HttpRequest, ref: str) -> HttpResponse:
    """Import the file, whole or not at all."""
    run = get_object_or_404(ImportRun, ref=ref)
    try:
        imported_run = services.bring_in(run, by=user_at_work(request), at=timezone.now())
    except TransferError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _imported(imported_run))
    return redirect("transfer:import", ref)


def _imported(run: ImportRun) -> str:
    patients = ngettext("%(n)d patient was imported.", "%(n)d patients were imported.", run.patients)
    visits = ngettext("%(n)d visit was imported.", "%(n)d visits were imported.", run.visits)
    return f"{patients % {'n': run.patients}} {visits % {'n': run.visits}}"


@require_POST
@role_required(ADMINISTRATOR)
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the import back; say what stays and why."""
    run = get_object_or_404(ImportRun, ref=ref)
    try:
        undone = undoing.undo(run, by=user_at_work(request), at=timezone.now())
    except TransferError as wrong:
        messages.error(request, str(wrong))
        return redirect("transfer:import", ref)
    run.refresh_from_db()
    return page(request, "imported", {"run": run, "done": undone, "stays": undone.stays[:MOST_LISTED]})


@require_POST
@role_required(ADMINISTRATOR)
def drop(request: HttpRequest, ref: str) -> HttpResponse:
    """Forget the file."""
    run = get_object_or_404(ImportRun, ref=ref)
    try:
        services.drop(run, by=user_at_work(request), at=timezone.now())
    except TransferError as wrong:
        messages.error(request, str(wrong))
        return redirect("transfer:import", ref)
    messages.success(request, _("The file is forgotten. Nothing of it was imported."))
    return redirect("transfer:imports")
