"""What was signed can be told from the record."""

from hashlib import sha256

import pytest

from intake.questionnaire import consent


def test_the_hash_is_that_of_the_version_and_the_very_words() -> None:
    signed = "\n".join([consent.CONSENT_VERSION, *consent.RISK_SHEET])
    assert consent.consent_hash() == sha256(signed.encode()).hexdigest()


def test_another_word_is_another_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    before = consent.consent_hash()
    monkeypatch.setattr(consent, "RISK_SHEET", (*consent.RISK_SHEET[:-1], "Other words."))
    assert consent.consent_hash() != before


def test_the_sheet_names_every_risk_that_is_signed_for() -> None:
    sheet = " ".join(consent.RISK_SHEET).lower()
    risks = ("bruise", "bleeding", "soreness", "tiredness", "fainting", "infection", "nerve injury", "collapsed lung")
    assert [risk for risk in risks if risk not in sheet] == []
