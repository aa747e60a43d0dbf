"""What is still missing of something new, place by place:

    python -m tests.support.missing contraindication spleen_enlarged
    python -m tests.support.missing field pronouns

docs/adding.md says what goes into each place. The exit code is 1 while a place is missing.
"""

import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import django


@dataclass(frozen=True)
class Place:
    """One place: where it is, what stands there, and whether it does."""

    where: str
    what: str
    done: bool

    def __str__(self) -> str:
        return f"{'done   ' if self.done else 'MISSING'}  {self.where}: {self.what}"


def contraindication(code: str) -> Iterator[Place]:
    """Yield the places of a rule."""
    from education import files
    from intake.questionnaire import QUESTIONNAIRES
    from intake.screening.changes import CHANGES
    from intake.screening.digest import parted
    from intake.screening.ruleset import RULE_SETS
    from intake.screening.tier import Tier
    from tests.intake.screening.truth import CASES
    from tests.intake.screening.truth.tiers import TIERS

    rule = next((rule for rules in RULE_SETS.values() for rule in rules.rules if rule.code == code), None)
    asked = {question.code for form in QUESTIONNAIRES.values() for question in form.questions}
    reads = rule.questions if rule else ()
    yield Place("intake/questionnaire/new_patient/", "the question it reads", bool(reads) and asked.issuperset(reads))
    yield Place("intake/screening/rules/", f"the rule {code}", rule is not None)
    is_said = not parted() and CHANGES.now == QUESTIONNAIRES["new_patient"].version
    yield Place("intake/screening/version.py, changes.py", "the version, its digest and what it changed", is_said)
    fires = any(code in (case.fires | (case.exactly or frozenset())) for case in CASES)
    quiet = any(code in case.quiet for case in CASES)
    is_shown = fires and quiet and (rule not in RULE_SETS["new_patient"].rules or code in TIERS)
    yield Place("tests/intake/screening/truth/", "a row that fires, a near miss, and the tier in tiers.py", is_shown)
    if rule is None or rule.tier >= Tier.CAUTION:
        yield Place("education/library/*.toml", "rule_codes of an article that helps", code in files.read().codes)
    yield from _healthy(reads)
    yield _in_spanish("intake/questionnaire/", "intake/screening/")


def _healthy(codes: Collection[str]) -> Iterator[Place]:
    """Yield the healthy forms that lack an answer: only a question without "no" or "none" is answered there by hand."""
    from clinic.demo.forms import HEALTHY
    from intake.questionnaire import NEW_PATIENT
    from tests.intake.screening.truth.case import HEALTHY as SCREENED

    always = {
        question.code for question in NEW_PATIENT.main_questions if question.required and question.show_if == "always"
    }
    for where, answers in (("clinic/demo/forms.py", HEALTHY), ("tests/intake/screening/truth/case.py", SCREENED)):
        if lacking := sorted(always.intersection(codes).difference(answers)):
            yield Place(where, f"HEALTHY answers {', '.join(lacking)}", False)


def _in_spanish(*below: str) -> Place:
    """Return the words of these folders in Spanish, which is there as a whole."""
    from tests.support.catalogs import packages
    from tests.support.catalogs.gather import gathered

    how = "python -m tests.support.catalogs gather, then missing es and take es"
    return Place("locale/es", f"the new words ({how})", not packages.missing("es", gathered(), below))


def field(name: str) -> Iterator[Place]:
    """Yield the places of something a patient tells about who they are."""
    from clinic.accounts.identity import IDENTITY
    from clinic.accounts.models import Patient
    from intake.questionnaire import NEW_PATIENT
    from intake.record.models import Intake

    code = next((code for code, kept in IDENTITY.items() if kept == name), name)
    asked = {question.code for question in NEW_PATIENT.questions if question.identity}
    columns = {column.name for column in Intake._meta.get_fields()}
    yield Place("intake/questionnaire/new_patient/about.py", f"the question {code}, identity=True", code in asked)
    yield Place("clinic/accounts/identity.py", "question and field", name in IDENTITY.values())
    yield Place(
        "clinic/accounts/models/patients.py", "Patient's field", name in {f.name for f in Patient._meta.get_fields()}
    )
    yield Place("intake/record/models/intake.py", "Intake's column", code in columns)
    yield Place("migrations", "manage.py makemigrations, then ruff format", _migrated())
    yield _in_spanish("intake/questionnaire/", "clinic/accounts/")


def _migrated() -> bool:
    from django.core.management import call_command

    try:
        call_command("makemigrations", "accounts", "record", check_changes=True, dry_run=True, verbosity=0)
    except SystemExit:
        return False
    return True


KINDS = {"contraindication": contraindication, "field": field}


def main(arguments: list[str]) -> int:
    if len(arguments) != 2 or arguments[0] not in KINDS:
        print(__doc__)
        return 2
    django.setup()
    places = list(KINDS[arguments[0]](arguments[1]))
    print("\n".join(map(str, places)))
    return int(not all(place.done for place in places))


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    sys.exit(main(sys.argv[1:]))
