"""The papers about security say what is there: every number once, every file that is named."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROW = re.compile(r"^\| (\d+\.(?:\d+\.\d+|\*)) \| ([12]?) \| (.+?) \| (\w+) \| (.*) \|$", re.MULTILINE)
ROOMS = ("clinic", "intake", "education", "tests/support")
NAMED = re.compile(
    r"(?<![\w/])((?:clinic|intake|education|tests|templates|docs|requirements)/[\w/.-]*\.(?:py|html|md|toml|txt|json))\b"
)
# What the standard has at both levels in each chapter (OWASP ASVS 5.0.0, counted); two chapters stand as one line.
IN_CHAPTER = {1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 11: 14, 12: 9, 13: 13, 14: 9, 15: 13, 16: 16}
IN_ONE_LINE = {10: 29, 17: 7}


@pytest.fixture
def asvs(root: Path) -> str:
    return (root / "docs" / "asvs.md").read_text(encoding="utf-8")


def test_every_requirement_has_one_verdict(asvs: str) -> None:
    rows = ROW.findall(asvs)
    assert [number for number, count in Counter(row[0] for row in rows).items() if count > 1] == []
    assert {row[3] for row in rows} <= {"kept", "signed", "open", "none"}
    counted = Counter(int(row[0].split(".")[0]) for row in rows if row[1])
    assert counted == IN_CHAPTER
    assert sum(counted.values()) + sum(IN_ONE_LINE.values()) == 70 + 183
    assert [row[0] for row in rows if row[3] == "kept" and not row[4].strip()] == []


def test_each_that_we_do_otherwise_has_its_reason(asvs: str) -> None:
    signed = {row[0] for row in ROW.findall(asvs) if row[3] == "signed"}
    assert signed == set(re.findall(r"^- \*\*([\d.]+)\*\*", asvs, re.MULTILINE))


def papers(root: Path) -> list[Path]:
    """Every paper, source file and template that says how things are; not those that say how they were."""
    found = [root / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
    for folder, ending in (("docs", "md"), ("templates", "html"), *((room, "py") for room in ROOMS)):
        found += sorted((root / folder).rglob(f"*.{ending}"))
    return [
        path
        for path in found
        if "migrations" not in path.parts and "**Superseded**" not in path.read_text(encoding="utf-8")
    ]


def test_each_file_that_is_named_is_there(root: Path) -> None:
    missing = [
        f"{path.relative_to(root)} names {named}"
        for path in papers(root)
        for named in sorted(set(NAMED.findall(path.read_text(encoding="utf-8"))))
        if not any((start / named).exists() for start in (root, root / "templates", root / "templates" / "admin"))
    ]
    assert missing == []


def test_a_file_that_is_not_there_is_noticed() -> None:
    assert NAMED.findall("See clinic/no_such.py, (`tests/x/test_y.py`) and intake/a/b.html.") == [
        "clinic/no_such.py",
        "tests/x/test_y.py",
        "intake/a/b.html",
    ]
