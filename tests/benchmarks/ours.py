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
MEDICINES = (
    "lisinopril 10 mg in the morning, metformin 500 mg twice a day with food, atorvastatin 20 mg at night, "
    "vitamin D 2000 units, fish oil, ibuprofen 400 mg now and then for my back, stopped gabapentin last year, "
    "my doctor talked about Eliquis but I never took it, turmeric capsules and a magnesium tablet"
)


@dataclass(frozen=True)
class Draft:
    """A draft with every question answered: where it is, and the cookies that open it."""

    ref: str
    session: str
    versions: dict[str, int]

    @property
    def cookies(self) -> str:
        return f"session={self.session}; csrf={CSRF}"

    def page(self, code: str) -> Request:
        return Request("GET", f"/intake/{self.ref}/{number_of(code)}/", self.cookies)

    def post(self, code: str, field: str, *values: Any) -> Request:
        """Continue on a screen, with one answer that changes from request to request."""
        screen = screen_of(code)
        codes = ",".join(question.code for question in screen.questions)

        def form(sent: int) -> dict[str, Any]:
            self.versions[code] += 1
            return {
                **as_posted(screen),
                field: values[sent % len(values)],
                "csrfmiddlewaretoken": CSRF,
                "seen": self.versions[code] - 1,
                "asked": codes,
                "visible": codes,
                "go": "continue",
            }

        return Request("POST", f"/intake/{self.ref}/{number_of(code)}/", self.cookies, form, expected=303)


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
    from intake import services
    from intake.querysets import SESSION_DRAFTS

    for command in ("migrate", "createcachetable", "roles"):
        call_command(command, verbosity=0)
    static_files.gather()
    at = timezone.now()
    intake = fill(services.start(at=at), typed(meds_list=MEDICINES), at=at)
    session = SessionStore()
    session[SESSION_DRAFTS] = [intake.ref]
    session["alive"] = at.timestamp()
    session.save()
    answers = intake.current()
    versions = {screen.code: answers.screen_version(screen.code) for screen in questionnaire().main_screens}
    print(json.dumps({"ref": intake.ref, "session": session.session_key, "versions": versions}))


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
<body><a class="skip-link" href="#main">Skip to the main part</a>
<header class="site-header"><div class="wrap"><a class="brand" href="/"><span>The clinic</span></a></div></header>
<div class="wrap"><a class="back-link" href="/">Back</a><main id="main" tabindex="-1">
<h1>{title}</h1><p class="why">{why}</p>
<form method="post" novalidate>{{% csrf_token %}}
{fields}
<button class="button">Continue</button></form></main></div>
<footer class="site-footer"><ul><li><a href="/privacy/">Privacy</a></li></ul></footer></body></html>
"""

if __name__ == "__main__":
    main()
