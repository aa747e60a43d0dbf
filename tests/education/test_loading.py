"""The shipped articles: they come into review, twice is once, and what a clinic has edited is its own."""

import copy
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from clinic.accounts.models import User
from clinic.audit.models import Entry
from education import files, services
from education.documents import digest, document_of, normal
from education.linter import lint
from education.models import Article, Edition, Reference, Section
from education.services import LoadedLibrary
from tests.education.drafts import begun, fresh, rewrite, through
from tests.education.shelf import REFERENCES, SHORT, WHOLE, publish

LATER = timedelta(days=1)
State = Article.State
CORRECTED = {**REFERENCES, "sample-2001": {**REFERENCES["sample-2001"], "title": "Needles, corrected"}}

pytestmark = pytest.mark.django_db


def library(*, changed: str = "", references: Any = REFERENCES, **articles: Any) -> files.Library:
    """Two shipped articles; `changed` stands in the second one's section."""
    told = {
        "needles-and-the-back": copy.deepcopy(dict(WHOLE)),
        "second-article": copy.deepcopy(dict(SHORT)),
        **articles,
    }
    if changed:
        told["second-article"]["sections"][0]["body"] = changed
    documents = {key: normal(one, references) for key, one in told.items()}
    shipped = tuple(files.Shipped(key, document, digest(document)) for key, document in documents.items())
    return files.Library(shipped, references)


def load(at: datetime, **said: Any) -> LoadedLibrary:
    return services.load_library(library(**said), at=at)


def second() -> Article:
    return Article.objects.get(key="second-article")


def test_new_articles_wait_for_a_practitioner_and_nothing_is_public(now: datetime) -> None:
    assert load(now) == LoadedLibrary(added=["needles-and-the-back", "second-article"])
    waiting = Article.objects.filter(state=State.REVIEW, published=None, author=None)
    assert waiting.count() == Article.objects.count() == 2
    assert list(Edition.objects.published()) == []
    assert set(Edition.objects.values_list("kind", flat=True)) == {"sent"}
    assert Entry.objects.filter(deed="article.loaded", by=None).count() == 2


def test_the_working_copy_says_what_the_file_says(now: datetime) -> None:
    load(now)
    for shipped in library().articles:
        assert document_of(Article.objects.get(key=shipped.key)) == shipped.document


def test_twice_is_once(now: datetime) -> None:
    load(now)
    rows = Entry.objects.count()
    assert load(now + LATER) == LoadedLibrary(unchanged=["needles-and-the-back", "second-article"])
    assert (Edition.objects.count(), Section.objects.count(), Entry.objects.count()) == (2, 3, rows)


def test_a_new_version_goes_into_review_and_the_old_one_stays_public(noor: User, now: datetime) -> None:
    load(now)
    publish(second(), by=noor, at=now)
    assert load(now + LATER, changed="Newer.").updated == ["second-article"]
    assert (second().state, second().is_public) == (State.REVIEW, True)
    (read,) = Edition.objects.published()
    assert "Newer" not in str(read.rendered)
    publish(second(), by=noor, at=now + LATER)
    assert load(now + 2 * LATER, changed="Newer.").unchanged == ["needles-and-the-back", "second-article"]


def test_what_was_edited_here_is_never_overwritten(edda: User, now: datetime) -> None:
    load(now)
    rewrite(second(), "Our own words.", by=edda, at=now)
    for changed in ("", "Newer."):
        assert load(now + LATER, changed=changed).kept == ["second-article"]
        assert document_of(second())["sections"][0]["body"] == "Our own words."
    assert second().state == State.DRAFT


def test_an_edit_that_was_taken_back_is_no_edit(edda: User, now: datetime) -> None:
    load(now)
    body = second().sections.get().body
    rewrite(second(), "Our own words.", by=edda, at=now)
    rewrite(second(), body, by=edda, at=now)
    assert load(now + LATER, changed="Newer.").updated == ["second-article"]


def test_another_address_is_no_edit_and_no_second_article(edda: User, now: datetime) -> None:
    load(now)
    services.change_slug(second(), slug="moved", by=edda, at=now)
    assert load(now + LATER, changed="Newer.").updated == ["second-article"]
    assert (second().slug, Article.objects.count()) == ("moved", 2)


def test_what_was_archived_here_stays_away(noor: User, now: datetime) -> None:
    load(now)
    services.archive(second(), by=noor, at=now)
    assert load(now + LATER, changed="Newer.").left_out == ["second-article"]
    assert second().state == State.ARCHIVED


def test_an_address_that_is_taken_is_left_to_its_owner(edda: User, now: datetime) -> None:
    mine = begun(by=edda, at=now, slug="mine")
    services.change_slug(mine, slug="second-article", by=edda, at=now)
    assert load(now).left_out == ["second-article"]
    services.change_slug(mine, slug="elsewhere", by=edda, at=now)
    assert load(now).left_out == ["second-article"]


def test_a_changed_source_brings_its_articles_into_review(now: datetime) -> None:
    load(now)
    loaded = load(now + LATER, references=CORRECTED)
    assert (loaded.updated, loaded.unchanged) == (["needles-and-the-back"], ["second-article"])
    assert Reference.objects.get(key="sample-2001").title == "Needles, corrected"


def test_a_source_edited_here_is_never_overwritten(edda: User, now: datetime) -> None:
    load(now)
    source = Reference.objects.get(key="sample-2001")
    source.title = "Our own title"
    services.save_reference(source, by=edda, at=now)
    loaded = load(now + LATER, references=CORRECTED)
    assert (loaded.kept_references, loaded.kept) == (["sample-2001"], ["needles-and-the-back"])
    assert Reference.objects.get(key="sample-2001").title == "Our own title"


def test_who_brings_them_is_their_author_and_cannot_approve_them(edda: User, noor: User, now: datetime) -> None:
    services.load_library(library(), by=edda, at=now)
    assert second().author == edda
    assert services.writers(second()) == {edda.pk}
    publish(second(), by=noor, at=now)


def test_a_clinics_own_article_is_not_touched(edda: User, noor: User, now: datetime) -> None:
    mine = through(begun(by=edda, at=now), editor=edda, practitioner=noor, at=now)
    load(now)
    assert fresh(mine).state == State.PUBLISHED


# ——— the command and the files


def run(*said: str) -> str:
    out = StringIO()
    call_command("load_library", *said, stdout=out)
    return out.getvalue()


def test_the_command_loads_what_ships_and_says_what_it_did() -> None:
    shipped = files.read()
    first, again = run(), run()
    assert all(f"{article.key}: new, now in clinical review.\n" in first for article in shipped.articles)
    assert f"{len(shipped.articles)} of {len(shipped.articles)} articles wait" in first
    assert all(f"{article.key}: as it was.\n" in again for article in shipped.articles)
    assert "0 of" in again
    for article in shipped.articles:
        assert document_of(Article.objects.get(key=article.key)) == article.document


def test_what_ships_is_whole_and_honest() -> None:
    shipped = files.read()
    assert list(files.mistakes(shipped)) == []
    warned = {article.key: lint(article.document, language=article.language) for article in shipped.articles}
    assert {key: warnings for key, warnings in warned.items() if warnings} == {}


ARTICLE = """
slug = "one"
title = "One"
summary = "Short."
takeaways = ["One."]
related = {related}
topics = ["{topic}"]
[[sections]]
heading = "{heading}"
body = "{body}"
"""


def folder(tmp_path: Path, *, name: str = "one", **said: str) -> Path:
    told = {"body": "One.", "related": "[]", "topic": "safety", "heading": "One"} | said
    (tmp_path / "references.toml").write_text('[x-2001]\nauthors = "X"\ntitle = "X"\nyear = 2001\npmid = "1"\n')
    (tmp_path / f"{name}.toml").write_text(ARTICLE.format(**told))
    return tmp_path


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"body": "So [@y-2001]."}, "one: There is no reference y-2001."),
        ({"related": '["two"]'}, "one: the related article two is not in the library."),
        ({"body": "[two](/articles/two/)"}, "one: it links to /articles/two/, which is not in the library."),
        ({"topic": "nonsense"}, "one: There is no topic nonsense."),
        ({"body": "[x](javascript:alert)"}, "one: a link in it is not allowed"),
        ({"heading": "x" * 121}, f"one: {'x' * 121}: heading: "),
        ({}, ""),
    ],
)
def test_mistakes_in_files_are_told_with_the_name_of_the_file(tmp_path: Path, said: dict[str, str], told: str) -> None:
    found = list(files.mistakes(files.read(folder(tmp_path, **said))))
    assert len(found) == bool(told)
    assert "".join(found).startswith(told)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path, name="two")
    with pytest.raises(files.LibraryError, match=r"two.toml: its slug has to be two"):
        files.read(path)
    (tmp_path / "two.toml").write_text("slug = ")
    files.read.cache_clear()
    with pytest.raises(files.LibraryError, match=r"two\.toml"):
        files.read(path)
    (tmp_path / "two.toml").write_text('slug = "two"')
    with pytest.raises(files.LibraryError, match=r"two\.toml: title is missing"):
        files.read(path)


def test_the_command_refuses_files_with_mistakes_and_loads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = files.read(folder(tmp_path, body="So [@y-2001]."))
    monkeypatch.setattr(files, "read", lambda: broken)
    with pytest.raises(CommandError, match="There is no reference y-2001"):
        run()
    assert not Article.objects.exists()


def test_check_reads_and_tells_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = files.read(folder(tmp_path, body="It cures 9%."))
    monkeypatch.setattr(files, "read", lambda: doubtful)
    said = run("--check")
    assert "one: 3 warnings" in said
    assert "advertising, One: “cures”." in said
    assert not Article.objects.exists()
