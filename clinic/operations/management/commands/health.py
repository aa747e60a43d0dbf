"""Say how the site is: exit code 0 while nothing is bad, else 1. What a monitor or a person at the terminal asks."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from clinic.operations import health


class Command(BaseCommand):
    help = "Says how database, worker, messages, tasks, clock, disk and backups are; exit code 1 when one is bad."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        findings = health.look(at=timezone.now())
        for finding in findings:
            self.stdout.write(f"{finding.level:<6} {finding.name:<22} {finding.words} {finding.do}".rstrip())
        if not health.is_good(findings):
            sys.exit(1)
