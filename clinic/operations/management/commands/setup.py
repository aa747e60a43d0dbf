"""Say what stands between this clinic and its first booking: exit code 0 when nothing does, else 1."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from clinic.operations import setup


class Command(BaseCommand):
    help = "Says what is left to do before the first booking, and where; exit code 1 while something is."

    def handle(self, *args: Any, **options: Any) -> None:
        steps = setup.steps(at=timezone.now())
        for step in steps:
            self.stdout.write(f"done  {step.name}" if step.is_done else f"TO DO {step.name}: {step.missing}")
            if not step.is_done:
                self.stdout.write(f"      {setup.address(step)}")
        if not all(step.is_done for step in steps):
            sys.exit(1)
