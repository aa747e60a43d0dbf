"""Our side of the benchmark: a filled-in draft, the browser that may open it, and the hand-written twin of a page."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from tests.benchmarks.servers import Request

CSRF = "benchmarkbenchmarkbenchmarkbench"
DRAFTS = 12
MEDICINES = (
    "lisinopril 10 mg in the morning, metformin 500 mg twice a day with food, atorvastatin 20 mg at night, "
    "vitamin D 2000 units, fish oil, ibuprofen 400 mg now and then for my back, stopped gabapentin last year, "
    "my doctor talked about Eliquis but I never took it, turmeric capsules and a magnesium tablet"
)


@dataclass(frozen=True)
class Draft:
    """Drafts with every question answered: where they are, and the cookies that open them.

    Several, saved in turn: a form remembers what was changed in it, and nobody saves one form a thousand times.
    """

    refs: list[str]
    session: str
    versions: list[dict[str, int]]
    # A published article: where it is, and its finished form.
    article: str
    finished: dict[str, Any]

    @property
    def cookies(self) -> str:
        return f"session={self.session}; csrf={CSRF}"

    def page(self, code: str) -> Request:
        return Request("GET", f"/intake/{self.refs[0]}/{number_of(code)}/", self.cookies)

    def post(self, code: str, field: str, *values: Any) -> Request:
        """Continue on a screen, with one answer that changes from request to request."""
        screen = screen_of(code)
        codes = ",".join(question.code for question in screen.questions)

        def form(sent: int) -> dict[str, Any]:
            versions = self.versions[sent % len(self.refs)]
            versions[code] += 1
            return {
                **as_posted(screen),
                field: values[sent // len(self.refs) % len(values)],
                "csrfmiddlewaretoken": CSRF,
                "seen": versions[code] - 1,
                "asked": codes,
                "visible": codes,
                "go": "continue",
            }

        paths = [f"/intake/{ref}/{number_of(code)}/" for ref in self.refs]
        return Request("POST", paths[0], self.cookies, form, expected=303, paths=paths)


def prepare(environment: Mapping[str, str], folder: Path) -> Draft:
    """Make the database of this environment and one whole draft in it, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.ours"]
    done = subprocess.run(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return Draft(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.utils import timezone

    from clinic.demo import static_files
    from clinic.demo.forms import typed
    from clinic.demo.stories import fill
    from intake.pages import begun_here, drafts

    for command in ("migrate", "createcachetable", "roles"):
        call_command(command, verbosity=0)
    static_files.gather()
    at = timezone.now()
    intakes = [fill(drafts.start(at=at), typed(meds_list=MEDICINES), at=at) for _n in range(DRAFTS)]
    session = SessionStore()
    session[begun_here.DRAFTS] = refs = [intake.ref for intake in intakes]
    session[begun_here.ALIVE] = session[begun_here.BEGAN] = at.timestamp()
    session.save()
    codes = [screen.code for screen in questionnaire().main_screens]
    versions = [{code: intake.current().screen_version(code) for code in codes} for intake in intakes]
    path, finished = publish_the_library()
    told = {"refs": refs, "session": session.session_key, "versions": versions}
    print(json.dumps({**told, "article": path, "finished": finished}))


def publish_the_library() -> tuple[str, dict[str, Any]]:
    """Publish the articles that ship with the house; return where the first of them is, and its finished form."""
    from django.contrib.auth.models import Group
    from django.utils import timezone

    from clinic.accounts import roles
    from clinic.accounts.models import Practitioner, User
    from education import files, services
    from education.documents import digest, document_of
    from education.models import Article, Edition

    at = timezone.now()
    noor = User.objects.create_user("noor@clinic.example", "a-lantern-in-the-street", name="Noor", is_staff=True)
    noor.groups.add(Group.objects.get(name=roles.PRACTITIONER))
    Practitioner.objects.create(user=noor, licence="AC 00001", title="L.Ac.", languages="English")
    services.load_library(files.read(), at=at)
    for article in Article.objects.all():
        services.approve(article, seen=digest(document_of(article)), by=noor, at=at, reason="Read.")
        services.publish(article, by=noor, at=at)
    first = services.shelf()[0]
    return first.path, Edition.objects.get(pk=first.edition).rendered


def questionnaire() -> Any:
    from intake.questionnaire import NEW_PATIENT

    return NEW_PATIENT


def screen_of(code: str) -> Any:
    return next(screen for screen in questionnaire().main_screens if screen.code == code)


def number_of(code: str) -> int:
    return 1 + [screen.code for screen in questionnaire().main_screens].index(code)


def as_posted(screen: Any) -> dict[str, Any]:
    """Return what a browser would send for the healthy patient."""
    from clinic.demo.forms import HEALTHY

    return {question.code: HEALTHY[question.code] for question in screen.questions if question.code in HEALTHY}


def by_hand(code: str) -> str:
    """Return the page of a screen as somebody would write it by hand: one template, no widget, no loop."""
    screen = screen_of(code)
    fields = "\n".join(_by_hand(question) for question in screen.questions)
    return PAGE.format(title=escape(screen.title), why=escape(screen.why), fields=fields)


def _by_hand(question: Any) -> str:
    name, kind = question.code, "checkbox" if question.is_many else "radio"
    wording, hint = escape(question.wording), escape(question.hint)
    error = f'{{% if errors.{name} %}}<p class="error" id="{name}-error">{{{{ errors.{name} }}}}</p>{{% endif %}}'
    if not question.choices:
        return (
            f'<div class="question"><label for="{name}">{wording}</label><p class="hint">{hint}</p>{error}'
            f'<input id="{name}" name="{name}" value="{{{{ a.{name} }}}}"></div>'
        )
    rows = "\n".join(
        f'<label class="choice"><input type="{kind}" name="{name}" value="{value}"'
        f'{{% if "{value}" in a.{name} %}} checked{{% endif %}}><span>{escape(label)}</span></label>'
        for value, label in question.labels.items()
    )
    return f'<fieldset class="question"><legend>{wording}</legend><p class="hint">{hint}</p>{error}{rows}</fieldset>'


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/site.css"><script src="/static/site.js" defer></script></head>
<body><a class="skip-link" href="#main">Skip to main content</a>
<header class="site-header"><div class="wrap"><a class="brand" href="/"><span>The clinic</span></a></div></header>
<div class="wrap"><a class="back-link" href="/">Back</a><main id="main" tabindex="-1">
<h1>{title}</h1><p class="why">{why}</p>
<form method="post" novalidate>{{% csrf_token %}}
{fields}
<button class="button">Continue</button></form></main></div>
<footer class="site-footer"><ul><li><a href="/privacy/">Privacy</a></li></ul></footer></body></html>
"""

# A list of visits as somebody would write it by hand: a page that extends another, and a loop.
BASE = PAGE[: PAGE.index("<h1>")].replace("{{%", "{%").replace("%}}", "%}").replace("{title}", "The desk")
BASE += "{% block content %}{% endblock %}</main></div></body></html>"
LOOP = """{% extends "base.html" %}{% block content %}<h1>Visits</h1><ul>
{% for visit in things %}<li id="{{ visit.ref }}"><a href="/visit/{{ visit.ref }}/">{{ visit.at }} {{ visit.name }}</a>
<p>{{ visit.kind }}</p>{% if visit.ref %}<button name="deed" value="arrive">Arrived</button>{% endif %}</li>
{% endfor %}</ul>{% endblock %}"""

# An article as somebody would write it by hand: one template, one row.
ARTICLE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ a.title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="{{ a.summary }}">
<link rel="stylesheet" href="/static/site.css"><script src="/static/site.js" defer></script></head>
<body><a class="skip-link" href="#main">Skip to main content</a>
<header class="site-header"><div class="wrap"><a class="brand" href="/"><span>The clinic</span></a></div></header>
<div class="wrap"><a class="back-link" href="/articles/">All articles</a><main id="main" tabindex="-1"><article>
<h1>{{ a.title }}</h1><p class="lead">{{ a.summary }}</p>
<p>{{ a.minutes }} minutes to read · Reviewed by {{ a.reviewer }}, {{ a.last_reviewed }} · {{ a.next_review_due }}</p>
<ol>{% for line in a.toc %}<li><a href="#{{ line.id }}">{{ line.heading }}</a></li>{% endfor %}</ol>
<ol>{% for line in a.toc %}<li><a href="#{{ line.id }}">{{ line.heading }}</a></li>{% endfor %}</ol>
<ul>{% for line in a.takeaways %}<li>{{ line|safe }}</li>{% endfor %}</ul>
{% for section in a.sections %}<h2 id="{{ section.id }}">{{ section.heading }}</h2>
{% for part in section.parts %}
{% if part.kind == "html" %}{{ part.html|safe }}
{% elif part.kind == "claim" %}<div id="{{ part.id }}"><p>{{ part.statement|safe }}</p><p>{{ part.certainty }}</p>
<dl><dt>Compared with</dt><dd>{{ part.compared_with|safe }}</dd><dt>In figures</dt><dd>{{ part.figures|safe }}</dd></dl>
<p>{% for number in part.references %}<a href="#reference-{{ number }}">[{{ number }}]</a>{% endfor %}</p></div>
{% elif part.kind == "icons" %}<figure>{{ part.count }} in {{ part.of }}<figcaption>{{ part.caption|safe }}</figcaption>
</figure>
{% elif part.kind == "side_effects" %}<table>{% for row in part.rows %}<tr><th>{{ row.effect|safe }}</th>
<td>{{ row.how_often|safe }}</td><td>{{ row.what_to_do|safe }}</td></tr>{% endfor %}</table>
{% elif part.kind == "guidelines" %}<ul>{% for one in part.for %}<li>{{ one.body }}, {{ one.year }}: {{ one.says|safe }}
</li>{% endfor %}</ul><ul>{% for one in part.against %}<li>{{ one.body }}, {{ one.year }}: {{ one.says|safe }}</li>
{% endfor %}</ul>{% elif part.kind == "emergency" %}<p>Call <a href="tel:911">911</a>.</p>{% endif %}
{% endfor %}{% endfor %}
<h2 id="questions">Questions</h2>
{% for one in a.questions %}<h3 id="{{ one.id }}">{{ one.question }}</h3>{{ one.html|safe }}{% endfor %}
<h2 id="references">References</h2><ol>{% for one in a.references %}<li id="{{ one.id }}">{{ one.authors }}. <cite>
{{ one.title }}</cite>. {{ one.journal }}. {{ one.year }}. {{ one.note }}
<a href="{{ one.href }}">{{ one.label }}</a></li>
{% endfor %}</ol></article></main></div>
<footer class="site-footer"><ul><li><a href="/privacy/">Privacy</a></li></ul></footer></body></html>
"""

if __name__ == "__main__":
    main()
