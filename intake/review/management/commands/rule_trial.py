"""Runs the candidate rules beside those of the release over every stored form, and keeps what would change."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.utils import timezone

from intake.management.plain_command import PlainCommand
from intake.management.quiet import STOPPED_BY_CTRL_C
from intake.record.answer_words import rule_name
from intake.record.errors import ReviewError
from intake.review.admin.alarms import FEWEST
from intake.review.rule_trial import services
from intake.review.rule_trial.models import RuleTrial
from intake.screening.trial import ChangedForms


class Command(PlainCommand):
    help = (
        "Run the candidate rules and those of the release over every stored form, as last sent and on its day, and "
        "keep what would change for the page of candidate rules. Prints counts and no case: those stand on the page, "
        "for practitioners. Nothing is written to any case. Ctrl-C stops it, and then nothing is kept."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--newest", type=int, metavar="N", help="only the newest N forms; not enough to sign on")

    def handle(self, *args: Any, **options: Any) -> None:
        newest = options["newest"]
        total = services.stored_forms() if newest is None else min(newest, services.stored_forms())

        def progress(done: int) -> None:
            self.stderr.write(f"\r{done} of {total} forms", ending="")

        try:
            trial = services.try_candidate(newest=newest, progress=progress, by=None, at=timezone.now())
        except ReviewError as refused:
            self.stderr.write(str(refused))
            sys.exit(1)
        except KeyboardInterrupt:
            self.stderr.write("\nStopped. Nothing is kept; start it again to try the candidate.")
            sys.exit(STOPPED_BY_CTRL_C)
        self.stderr.write("")
        self._tell(trial)

    def _tell(self, trial: RuleTrial) -> None:
        tally = trial.tally
        self.stdout.write(f"{trial.version} ({trial.digest}) beside {trial.active_version}, on {trial.forms} forms")
        self.stdout.write(f"{tally.changed} would change, {trial.failed} could not be read")
        for (before, after), changed in tally.moved.items():
            self.stdout.write(f"  {before} becomes {after}: {_few(changed.count)}")
        self._codes("gained", tally.gained)
        self._codes("lost", tally.lost)

    def _codes(self, what: str, codes: dict[str, ChangedForms]) -> None:
        for code, changed in codes.items():
            self.stdout.write(f"  {what} {code}: {_few(changed.count)}   {rule_name(code)}")


def _few(count: int) -> str:
    return str(count) if count >= FEWEST else f"fewer than {FEWEST}"
