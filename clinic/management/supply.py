"""What the house is made of, and whether any of it has a known weakness.

    python clinic/management/supply.py sbom FILE     every package that runs, with version and hashes (CycloneDX 1.6)
    python clinic/management/supply.py audit         asks pip-audit about each; fails too when it did not check them all

A tool that is green because it looked at nothing is worse than none: what was checked is counted against the lock.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parent.parent.parent / "requirements" / "runtime.txt"
PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Package:
    """A package of the lock: its name, its version and the SHA-256 of each file it may come as."""

    name: str
    version: str
    hashes: tuple[str, ...]


def packages(lock: str) -> list[Package]:
    """Return the packages of a lock's text, in its order."""
    starts = [*PINNED.finditer(lock)]
    ends = [*(match.start() for match in starts[1:]), len(lock)]
    return [
        Package(match[1].lower().replace("_", "-"), match[2], tuple(HASH.findall(lock[match.start() : end])))
        for match, end in zip(starts, ends, strict=True)
    ]


def sbom(parts: list[Package]) -> dict[str, Any]:
    """Return the bill of materials as CycloneDX 1.6 (ECMA-424): one component a package."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "clinic"}},
        "components": [
            {
                "type": "library",
                "name": part.name,
                "version": part.version,
                "purl": f"pkg:pypi/{part.name}@{part.version}",
                "hashes": [{"alg": "SHA-256", "content": digest} for digest in part.hashes],
            }
            for part in parts
        ],
    }


def verdict(parts: list[Package], report: dict[str, Any]) -> list[str]:
    """Return what is wrong after pip-audit's report (`--format json`): weaknesses, and packages it did not check."""
    entries = {
        (entry["name"].lower().replace("_", "-"), entry.get("version", "")): entry for entry in report["dependencies"]
    }
    wrong = []
    for part in parts:
        entry = entries.get((part.name, part.version))
        if entry is None or "vulns" not in entry:
            why = (entry or {}).get("skip_reason", "no word about it")
            wrong.append(f"{part.name} {part.version} was not checked: {why}")
            continue
        for weakness in entry["vulns"]:
            mended = ", ".join(weakness.get("fix_versions") or []) or "none yet"
            wrong.append(f"{part.name} {part.version}: {weakness['id']}, mended in {mended}")
    return wrong


def audit(lock: Path) -> int:
    """Print what is wrong with the packages of a lock, and how many were checked; return the exit code."""
    parts = packages(lock.read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--no-deps", "--disable-pip", "-r", str(lock)]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        report = json.loads(process.stdout)
    except ValueError:
        last = (process.stderr.strip().splitlines() or ["it said nothing"])[-1]
        sys.stdout.write(f"Nothing was checked. pip-audit: {last}\n")
        sys.stdout.write(f"Install it beside the house: {sys.executable} -m pip install pip-audit\n")
        return 1
    wrong = verdict(parts, report)
    sys.stdout.write("\n".join([*wrong, f"{len(parts)} packages, {len(wrong)} wrong.\n"]))
    return 1 if wrong or not parts else 0


def main(arguments: list[str]) -> int:
    """Do what was asked; without a known word, say how it is used."""
    if arguments[:1] == ["audit"] and len(arguments) == 1:
        return audit(LOCK)
    if arguments[:1] == ["sbom"] and len(arguments) == 2:
        parts = packages(LOCK.read_text(encoding="utf-8"))
        Path(arguments[1]).write_text(json.dumps(sbom(parts), indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(f"{len(parts)} packages are listed in {arguments[1]}.\n")
        return 0
    sys.stdout.write(__doc__ or "")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
