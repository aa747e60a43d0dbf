"""The bill of materials names every package of the lock; an audit that looked at nothing is a failure."""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from clinic.management import supply

PARTS = [supply.Package("django", "5.2.19", ("a" * 64,)), supply.Package("pillow", "12.0", ())]


def entry(name: str, number: str, *weaknesses: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "version": number, "vulns": list(weaknesses)}


def test_the_bill_names_what_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert supply.main(["sbom", str(tmp_path / "bill.json")]) == 0
    bill = json.loads((tmp_path / "bill.json").read_text())
    listed = {part["name"]: part for part in bill["components"]}
    assert listed["django"]["version"] == version("django")
    assert [name for name, part in listed.items() if not part["hashes"]] == []
    assert f"{len(listed)} packages" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("dependencies", "wrong"),
    [
        ([entry("Django", "5.2.19"), entry("pillow", "12.0")], []),
        ([entry("django", "5.2.19")], ["pillow 12.0 was not checked: no word about it"]),
        ([], ["django 5.2.19 was not checked: no word about it", "pillow 12.0 was not checked: no word about it"]),
        (
            [{"name": "django", "version": "5.2.19", "skip_reason": "not found"}, entry("pillow", "12.0")],
            ["django 5.2.19 was not checked: not found"],
        ),
        (
            [entry("django", "5.2.19", {"id": "INVENTED-1", "fix_versions": ["5.2.20"]}), entry("pillow", "12.0")],
            ["django 5.2.19: INVENTED-1, mended in 5.2.20"],
        ),
        ([entry("django", "5.2.18"), entry("pillow", "12.0")], ["django 5.2.19 was not checked: no word about it"]),
    ],
)
def test_what_was_not_checked_is_as_wrong_as_what_is_weak(dependencies: list[Any], wrong: list[str]) -> None:
    assert supply.verdict(PARTS, {"dependencies": dependencies}) == wrong


def test_an_audit_without_its_tool_fails_in_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "silent").write_text("#!/bin/sh\necho No module named pip_audit >&2\nexit 1\n")
    (tmp_path / "silent").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "silent"))
    assert supply.main(["audit"]) == 1
    assert capsys.readouterr().out.startswith("Nothing was checked. pip-audit: No module named pip_audit")
    assert supply.main([]) == 2
