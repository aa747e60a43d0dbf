"""Write the page that the proxy shows while the site itself does not answer: the phone number, and 911.

It stands alone: no stylesheet, no script, no picture. Write it anew when the clinic's name or phone changes.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.template.loader import render_to_string
from django.utils import translation

from clinic.site_settings import services as site_settings


class Command(BaseCommand):
    help = "Writes the page that the proxy shows while the site does not answer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="where the proxy reads it, for example /srv/clinic/offline.html")

    def handle(self, *args: Any, **options: Any) -> None:
        clinic, parts = site_settings.current(), []
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                parts.append(render_to_string("operations/_offline.html", {"clinic": clinic, "code": code}))
        page = render_to_string("operations/offline.html", {"clinic": clinic, "parts": parts})
        options["file"].write_text(page, encoding="utf-8")
        self.stdout.write(f"Written: {options['file']}.")
