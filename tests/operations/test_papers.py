"""docs/operations.md: what it tells to type is there, what it tells to write is read, and its units are good ones."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands

from clinic.site_settings import services as site_settings
from tests.clinic.test_settings import start
from tests.support import environment

SECRET = "Zq8-rT2_vLm5-xWc9-nBd4-kJh7_pGf3-sYa6-invented-for-the-tests"


@pytest.fixture
def paper(root: Path) -> str:
    return (root / "docs/operations.md").read_text()


def _blocks(paper: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", paper, re.MULTILINE | re.DOTALL)


def test_every_command_that_is_named_is_there(paper: str) -> None:
    named = set(re.findall(r"manage\.py ([a-z_]+)", paper))
    assert {"start_check", "health", "setup", "let_in", "confirm_clock", "offline_page", "verify_audit"} <= named
    assert named - set(get_commands()) == set()


def test_the_settings_file_starts_production(paper: str, root: Path) -> None:
    (block,) = (block for block in _blocks(paper, "ini") if "CLINIC_MODE" in block)
    pairs = dict(line.split("=", 1) for line in block.splitlines() if "=" in line and not line.startswith("#"))
    told = {name: value.replace("…", SECRET) for name, value in pairs.items()}
    told["ANSWER_KEYS"] = environment.PRODUCTION["ANSWER_KEYS"]
    assert start(root, **told).stderr == ""
    described = set(re.findall(r"^\| `([A-Z_]+)`", (root / "docs/settings.md").read_text(), re.MULTILINE))
    assert set(told) <= described


def test_the_units_are_good_ones(paper: str, root: Path, tmp_path: Path) -> None:
    """systemd itself reads them, where it is there; everywhere: both services keep to themselves, and restart."""
    units = {
        match[1]: block
        for block in _blocks(paper, "ini")
        if (match := re.match(r"# /etc/systemd/system/(\S+)\n", block))
    }
    assert set(units) == {"clinic-web.socket", "clinic-web.service", "clinic-worker.service"}
    kept = (
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "CapabilityBoundingSet=\n",
        "Restart=always",
        "PrivateTmp=yes",
    )
    services = [block for name, block in units.items() if name.endswith(".service")]
    assert [line for block in services for line in kept if line not in block] == []
    if not (verify := shutil.which("systemd-analyze")):
        return
    for name, block in units.items():
        (tmp_path / name).write_text(block.replace("/srv/clinic/current/.venv/bin/python", "/bin/true"))
    done = subprocess.run(
        [verify, "verify", "--man=no", *(str(tmp_path / name) for name in units)], capture_output=True, text=True
    )
    assert [line for line in done.stderr.splitlines() if str(tmp_path) in line or "clinic-" in line] == []


@pytest.mark.django_db
def test_the_page_of_the_proxy_keeps_the_phone_number_and_911(tmp_path: Path) -> None:
    clinic = site_settings.current()
    clinic.name, clinic.phone, clinic.phone_tel = "Lantern Street", "213-555-0142", "+12135550142"
    clinic.save()
    call_command("offline_page", tmp_path / "offline.html", verbosity=0)
    page = (tmp_path / "offline.html").read_text()
    assert '<a href="tel:+12135550142">213-555-0142</a>' in page
    assert page.count("911") >= 2  # once a language
    assert not re.search(r"(?:src|href)=\"(?!tel:)", page)
