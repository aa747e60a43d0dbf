"""Bring the articles that ship with the house into clinical review."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from education import files, services
from education.linter import lint


class Command(BaseCommand):
    help = (
        "Loads the articles of education/library. New ones and new versions wait for a practitioner; nothing becomes "
        "public, and nothing that was edited here is touched. May be run as often as you like."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="only read the files and say what is wrong with them; needs no database",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            library = files.read()
        except files.LibraryError as wrong:
            raise CommandError(str(wrong)) from wrong
        mistakes = list(files.mistakes(library))
        if options["check"]:
            self._tell_warnings(library)
        if mistakes:
            raise CommandError("\n".join(mistakes))
        if not options["check"]:
            self._load(library)

    def _load(self, library: files.Library) -> None:
        self.stdout.write(f"Reading {len(library.articles)} articles and {len(library.references)} references …")
        try:
            loaded = services.load_library(library, at=timezone.now())
        except KeyboardInterrupt:
            self.stderr.write("\nStopped. Nothing was changed.")
            sys.exit(130)
        for keys, outcome in (
            (loaded.added, "new, now in clinical review"),
            (loaded.updated, "a new version, now in clinical review"),
            (loaded.unchanged, "as it was"),
            (loaded.kept, "edited here, left alone"),
            (loaded.left_out, "left out: archived here, or its address is taken"),
            (loaded.kept_references, "reference edited here, left alone"),
        ):
            for key in keys:
                self.stdout.write(f"{key}: {outcome}.")
        waiting = len(loaded.added) + len(loaded.updated)
        self.stdout.write(f"{waiting} of {len(library.articles)} articles wait for a practitioner's approval.")

    def _tell_warnings(self, library: files.Library) -> None:
        for article in library.articles:
            warnings = lint(article.document, language=article.language)
            self.stdout.write(f"{article.key}: {len(warnings)} warnings")
            for warning in warnings:
                self.stdout.write(f"  {warning.kind}, {warning.where}: “{warning.words}”. {warning.hint}")
