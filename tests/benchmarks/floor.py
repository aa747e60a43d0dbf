"""The floor: the least a hand-written Django project could do for the same page or the same form.

    GET  /constant/         five kilobytes of text behind the default middleware
    GET  /page/<name>/      one row read, one template written out by hand with the same questions
    GET  /article/          one row read, an article written out by hand from it
    GET  /one/              one row read by its key, its name said
    GET  /loop/<n>/         one template that extends another and loops over n things of a list, nothing read
    POST /book/             a person locked, an overlap looked for, one visit written, behind CSRF
    POST /form/             forty fields validated, sealed, one row of JSON written, behind CSRF

One file, no rooms, no sessions of its own, no book, no screening.
"""

import json
import os
import zlib
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import django
import django_stubs_ext
from cryptography.fernet import Fernet
from django import forms
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from environs import Env

FIELDS = 40
KEY = Fernet(b"ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtMTI=")

django_stubs_ext.monkeypatch()

if not settings.configured:
    database: dict[str, Any] = Env().dj_db_url("FLOOR_DATABASE_URL", "sqlite://:memory:")
    database |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}  # kept, as ours are
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
    settings.configure(
        SECRET_KEY="a floor keeps no secret",
        ALLOWED_HOSTS=["localhost", "127.0.0.1"],
        DATABASES={"default": database},
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        INSTALLED_APPS=["django.contrib.sessions", "django.contrib.contenttypes", "django.contrib.auth"],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [os.environ.get("FLOOR_TEMPLATES", "")],
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
    )
    django.setup()

from django.db import connection, models, transaction  # noqa: E402  (a model needs the settings above)


class Row(models.Model):
    """One form: its answers as JSON, or sealed."""

    answers = models.JSONField(default=dict)
    sealed = models.BinaryField(default=b"")

    objects: ClassVar[models.Manager["Row"]] = models.Manager()

    class Meta:
        app_label = "floor"

    def __str__(self) -> str:
        return str(self.pk)


class Visit(models.Model):
    """From when until when; whose it is stands in the row that is locked."""

    start = models.DateTimeField(db_index=True)
    end = models.DateTimeField()

    objects: ClassVar[models.Manager["Visit"]] = models.Manager()

    class Meta:
        app_label = "floor"

    def __str__(self) -> str:
        return str(self.pk)


class FortyFields(forms.Form):
    """Forty choices, as an intake would have them."""

    for _number in range(FIELDS):
        locals()[f"q{_number}"] = forms.ChoiceField(choices=[("no", "No"), ("yes", "Yes"), ("not_sure", "Not sure")])


def constant(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("x" * 5120)


def page(request: HttpRequest, name: str) -> HttpResponse:
    row = Row.objects.get(pk=1)
    return render(request, f"{name}.html", {"a": row.answers, "errors": {}})


def article(request: HttpRequest) -> HttpResponse:
    row = Row.objects.get(pk=3)
    return render(request, "article.html", {"a": row.answers})


def loop(request: HttpRequest, number: int) -> HttpResponse:
    things = [{"at": "9:00 am", "name": f"Bo Board {n}", "kind": "Talk", "ref": f"R{n}"} for n in range(number)]
    return render(request, "loop.html", {"things": things})


def one(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(Row.objects.get(pk=2)))


def book(request: HttpRequest) -> HttpResponse:
    start = datetime.fromtimestamp(int(request.POST["start"]), UTC)
    end = start + timedelta(minutes=15)
    with transaction.atomic():
        Row.objects.select_for_update().get(pk=2)
        if Visit.objects.filter(start__lt=end, end__gt=start).exists():
            return HttpResponse("taken", status=409)
        Visit.objects.create(start=start, end=end)
    return HttpResponseRedirect("/constant/")


def form(request: HttpRequest) -> HttpResponse:
    bound = FortyFields(request.POST)
    if not bound.is_valid():
        return HttpResponse("no", status=400)
    row = Row.objects.get(pk=2)
    row.sealed = KEY.encrypt(zlib.compress(json.dumps(bound.cleaned_data).encode(), 1))
    row.save(update_fields=["sealed"])
    return HttpResponseRedirect("/constant/")


urlpatterns = [
    path("constant/", constant),
    path("page/<slug:name>/", page),
    path("article/", article),
    path("one/", one),
    path("loop/<int:number>/", loop),
    path("book/", book),
    path("form/", form),
]

application = get_wsgi_application()


def make(answers: dict[str, Any], article: dict[str, Any]) -> None:
    """Make the one table and its three rows."""
    with connection.schema_editor() as editor:
        editor.create_model(Row)
        editor.create_model(Visit)
    Row.objects.create(pk=1, answers=answers)
    Row.objects.create(pk=2)
    Row.objects.create(pk=3, answers=article)


if __name__ == "__main__":
    make(json.loads(os.environ["FLOOR_ANSWERS"]), json.loads(os.environ["FLOOR_ARTICLE"]))
