"""System checks: articles and rules know each other, and who a person is has a question, a column and a field."""

from collections.abc import Mapping
from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register

from clinic.accounts.identity import IDENTITY
from clinic.accounts.models import Patient
from education import files
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.screening.ruleset import RULE_SETS
from intake.screening.tier import Tier


@register()
def articles_name_rules_that_exist(**_kwargs: Any) -> list[CheckMessage]:
    """A code an article names is one of a rule: no patient would ever be offered it otherwise."""
    tiers = _tiers()
    return [
        Error(
            f"The article {key} names the rule {code}, which does not exist.",
            hint="Codes are permanent and stand in intake/screening/rules: correct rule_codes in education/library.",
            id="intake.E001",
        )
        for code, keys in _served().items()
        if code not in tiers
        for key in keys
    ]


@register()
def every_serious_rule_has_an_article(**_kwargs: Any) -> list[CheckMessage]:
    """Whoever gives an answer that is an emergency, a hold or a caution can read about it."""
    served = _served()
    return [
        Warning(
            f"No article helps a patient whose form raised {code}.",
            hint="Name the code in rule_codes of an article in education/library.",
            id="intake.W001",
        )
        for code, tier in sorted(_tiers().items())
        if tier >= Tier.CAUTION and code not in served
    ]


@register()
def identity_has_both_ends(**_kwargs: Any) -> list[CheckMessage]:
    """Whatever says who a person is has its question, its column on the form and its field on the record."""
    hint = "The list is in clinic/accounts/identity.py."
    return [Error(sentence, hint=hint, id="intake.E002") for sentence in identity_problems(IDENTITY)]


def identity_problems(identity: Mapping[str, str]) -> list[str]:
    """Return a sentence for every end of the list that is missing, and for every question that it leaves out."""
    asked_codes = {question.code for question in NEW_PATIENT.questions if question.identity}
    columns = {column.name for column in Intake._meta.get_fields()}
    fields = {field.name for field in Patient._meta.get_fields()}
    problems = [f"No question with identity=True asks {code}." for code in identity if code not in asked_codes]
    problems += [f"No record keeps {code}, which says who a person is." for code in sorted(asked_codes - set(identity))]
    problems += [f"The form has no column {code}." for code in identity if code not in columns]
    return problems + [f"Patient has no field {field}." for field in identity.values() if field not in fields]


def _tiers() -> dict[str, Tier]:
    return {rule.code: rule.tier for ruleset in RULE_SETS.values() for rule in ruleset.rules}


def _served() -> dict[str, list[str]]:
    """The codes that articles name; none where the files cannot be read, which education's own check tells."""
    try:
        return files.read().codes
    except files.LibraryError:
        return {}
