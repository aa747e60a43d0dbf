"""What the views of this room share: who is at work, and pages that nobody's browser keeps."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PART = "imports"


def page(request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """Show a page of this room; no browser and no proxy keeps it."""
    response = render(request, f"transfer/{template}.html", {"part": PART, **context}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
