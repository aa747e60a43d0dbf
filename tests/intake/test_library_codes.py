"""The shipped articles and the rules know each other; a code that is misspelt or not served is told at the start."""

from dataclasses import replace

import pytest

from education import files
from intake import checks
from intake.screening.ruleset import RULE_SETS
from intake.screening.tier import Tier


def library_with(codes: list[str]) -> files.Library:
    shipped = files.read()
    first, *others = shipped.articles
    changed = replace(first, document={**first.document, "rule_codes": codes})
    return replace(
        shipped, articles=(changed, *(replace(o, document={**o.document, "rule_codes": []}) for o in others))
    )


def test_the_house_as_it_ships_is_whole() -> None:
    assert checks.articles_name_rules_that_exist() == []
    assert checks.every_serious_rule_has_an_article() == []


def test_a_code_that_does_not_exist_is_an_error_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = library_with(["no_such_rule"])
    monkeypatch.setattr(files, "read", lambda: changed)
    (told,) = checks.articles_name_rules_that_exist()
    assert (told.id, told.is_serious(), "no_such_rule" in told.msg) == ("intake.E001", True, True)
    assert told.hint


def test_every_serious_rule_without_an_article_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule for ruleset in RULE_SETS.values() for rule in ruleset.rules]
    serious = {rule.code for rule in rules if rule.tier >= Tier.CAUTION}
    one = min(serious)
    changed = library_with([one])
    monkeypatch.setattr(files, "read", lambda: changed)
    told = checks.every_serious_rule_has_an_article()
    assert len(told) == len(serious) - 1 > 20
    assert not any(one in message.msg.split() for message in told)


def test_notes_may_go_without_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule for ruleset in RULE_SETS.values() for rule in ruleset.rules]
    changed = library_with([r.code for r in rules if r.tier != Tier.NOTE])
    monkeypatch.setattr(files, "read", lambda: changed)
    assert checks.every_serious_rule_has_an_article() == []


def test_files_that_cannot_be_read_are_another_checks_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> files.Library:
        raise files.LibraryError("x.toml: broken")

    monkeypatch.setattr(files, "read", broken)
    assert checks.articles_name_rules_that_exist() == []
    assert checks.every_serious_rule_has_an_article() != []
