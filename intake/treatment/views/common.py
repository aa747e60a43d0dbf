"""What the views of this room share: who is at work, and pages that nobody's browser keeps."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from clinic.accounts.models import User

looked_at_or_sent = require_http_methods(["GET", "HEAD", "POST"])


def who(request: HttpRequest) -> User:
    """Return the member of staff at work."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def page(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """Show a page of this room; no browser and no proxy keeps it."""
    response = render(request, f"treatment/{template}.html", dict(context))
    response.headers["Cache-Control"] = "no-store"
    return response


def file_of(document: Mapping[str, Any], *, name: str) -> JsonResponse:
    """Hand a document out as a file; its name says nothing about anybody."""
    response = JsonResponse(document, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def add_error(form: Form, about: str, sentence: str) -> None:
    """Put a sentence where it belongs: beside its field, or at the top."""
    form.add_error(about if about in form.fields else None, sentence)
