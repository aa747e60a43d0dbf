"""The staff read names: no code of the software stands on their pages, but where one is typed or searched for."""

import re
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.core.cache import caches
from django.urls import reverse

from clinic.audit.sentences import SENTENCES
from clinic.outbox import kinds_and_tasks as names
from clinic.outbox import letters
from clinic.outbox.models import JobRun, Letter
from clinic.outbox.worker import JOBS
from tests.access.house import House, undone
from tests.languages.test_crawl import STAFF
from tests.support.pseudo import texts_of
from tests.support.times import NOW

CODE = re.compile(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")
# Placeholders are typed into messages, rule codes into articles; the log is searched by its codes, which stand folded;
# the components of the design are shown with their names.
TYPED = ("/desk/messages/", "/desk/languages/", "/admin/education/article/", "/admin/education/reference/")
SHOWN = (*TYPED, "/admin/audit/", "/design/")


def codes_on(page: str) -> list[str]:
    """Return what looks like a code: words with underscores, kinds of messages, and deeds of the log."""
    text = " ".join(texts_of(page))
    dotted = {code for code in (*letters.KINDS, *names.KINDS, *names.TASKS, *SENTENCES) if f" {code} " in f" {text} "}
    return sorted({*CODE.findall(text), *dotted})


@pytest.mark.usefixtures("quiet")
def test_no_page_of_the_staff_shows_a_code(house: House) -> None:
    paths = {path for path in house.paths.values() if path.startswith((*STAFF, "/system/", "/account/"))}
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    JobRun.objects.get_or_create(name="clinic.booking.remind", defaults={"due": NOW})
    for who in ("rui", "noor", "edda", "ada"):
        client = house.client(who)
        for path in sorted(path for path in paths - seen if not path.startswith(SHOWN)):
            with undone():
                response = client.get(path)
            if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
                seen.add(path)
                if codes := codes_on(response.text):
                    found[f"{who} {path}"] = codes
    caches["process"].clear()
    assert len(seen) > 90
    assert found == {}, "\n".join(f"{where}: {codes}" for where, codes in found.items())


def test_a_code_on_a_page_is_seen() -> None:
    assert codes_on("<p>booking.reminder</p><p title='rf_fever'>Fever</p>") == ["booking.reminder", "rf_fever"]


def test_every_kind_of_message_and_every_task_has_a_name() -> None:
    for config in apps.get_app_configs():
        for module in ("letters", "jobs"):
            if find_spec(f"{config.name}.{module}"):
                import_module(f"{config.name}.{module}")
    ours = {name for name in JOBS if not name.startswith("tests.")}
    kinds = {kind for kind in letters.KINDS if not kind.startswith(("intake.", "tests."))}
    assert (kinds - set(names.KINDS), ours - set(names.TASKS), set(names.TASKS) - ours) == (set(), set(), set())


@pytest.mark.usefixtures("quiet")
def test_the_list_of_messages_says_what_they_are_and_of_a_form_no_more(house: House) -> None:
    for kind in ("booking.reminder", "intake.question", "account.code", "gone.kind"):
        Letter.objects.create(kind=kind, key=f"k {kind}", to="a@example.com", written_at=NOW, due=NOW)
    text = house.client("ada").get(reverse("admin:outbox_letter_changelist")).text
    shown = ["Visit reminder", "About a form", "Sign-in code", "Other message"]
    assert [words in text for words in (*shown, "intake.question", "booking.reminder")] == [True] * 4 + [False] * 2
