"""python -m tests.support.catalogs gather | check | missing LANGUAGE [FOLDER …] | take LANGUAGE FILE
       | mark LANGUAGE checked|signed NAME [FOLDER …]

gather    puts today's strings into every catalog of locale/ and of settings.LANGUAGES (make messages)
check     says what keeps a shipped language from being whole
missing   prints, as JSON, the strings a language lacks; of these folders or files only, where some are named
take      puts the texts of such a file into the catalog, and says which were not taken and why
mark      writes down that somebody checked, or a clinician signed, the texts of these folders as they stand today
"""

import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import django
from django.conf import settings

from clinic.languages import BY_CODE, SOURCE
from tests.support.catalogs import check, files, packages, states
from tests.support.catalogs.gather import BASE, gathered

LONGEST = 40  # sentences of one language; the rest is counted


def main(arguments: Sequence[str]) -> int:
    """Do what was asked; return the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    django.setup()
    match list(arguments):
        case ["gather"]:
            return _gather()
        case ["check"]:
            return _check()
        case ["missing", code, *below]:
            print(json.dumps(packages.missing(code, gathered(), tuple(below)), ensure_ascii=False, indent=1))
            return 0
        case ["take", code, name]:
            items = json.loads(Path(name).read_text(encoding="utf-8"))
            return _said(code, list(packages.take(code, items, gathered())))
        case ["mark", code, ("checked" | "signed") as state, name, *below]:
            print(f"{states.mark(code, state, by=name, on=date.today(), below=tuple(below))} texts")
            return 0
    print(__doc__)
    return 2


def shipped() -> list[str]:
    """Return the codes of the languages that have a catalog of their own to be checked."""
    return [code for code, _name in settings.LANGUAGES if code != SOURCE.code]


def _gather() -> int:
    template = gathered()
    begun = [code for code in BY_CODE if code != SOURCE.code and files.folder(code).exists()]
    for code in dict.fromkeys([*shipped(), *begun]):
        files.write(code, packages.merged(code, template), BASE)
        lacking = len(packages.missing(code, template))
        print(f"{code}: {len(check.needed(code, template))} strings, {lacking} to translate")
    print(f"{len(files.entries(template))} strings in English")
    return 0


def _check() -> int:
    template = gathered()
    return max((_said(code, list(check.problems(code, template))) for code in shipped()), default=0)


def _said(code: str, sentences: list[str]) -> int:
    for sentence in sentences[:LONGEST]:
        print(f"{code}: {sentence}")
    if len(sentences) > LONGEST:
        print(f"{code}: … and {len(sentences) - LONGEST} more")
    return 1 if sentences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
