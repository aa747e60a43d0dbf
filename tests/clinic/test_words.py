"""The check of words: an old word that people would read is found, and nothing else is."""

from pathlib import Path

import pytest

from tests.support import words


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with one template and one module, without an old word."""
    for folder in ("templates/website", "templates/desk", "clinic/website", "intake", "education/library"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "templates/website/home.html").write_text('<h1>{% translate "Hours" %}</h1>')
    (tmp_path / "clinic/website/pages.py").write_text('TITLE = _("Schedule")\n')
    return tmp_path


def test_no_old_word_is_on_screen() -> None:
    assert [str(finding) for finding in words.findings()] == []


def test_a_clone_without_old_words_is_clean(clone: Path) -> None:
    assert words.findings(clone) == []


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ('<p>{% translate "Send us an e-mail." %}</p>', "e-mail"),
        ("{% blocktranslate trimmed %}Your visit is\n  cancelled.{% endblocktranslate %}", "cancelled"),
        ('<img src="/a.svg" alt="The tram stop">', "tram"),
        ("<p>Read the visitors’ book</p>", "visitors’ book"),
        ('{% translate "Letters" as title %}', "Letters"),
        ('{% translate "Go on with the form" %}', "Go on"),
        ("<p>It is yours and not the paper's.</p>", "the paper's"),
    ],
)
def test_an_old_word_in_a_template_is_found(clone: Path, source: str, word: str) -> None:
    (clone / "templates/website/planted.html").write_text(source)

    assert word in [finding.word for finding in words.findings(clone)]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ('TITLE = _("The diary")\n', "diary"),
        ('kind = Field(verbose_name="kind of visit")\n', "kind of visit"),
        ('said = ngettext("%(n)d newcomer", "%(n)d newcomers", n)\n', "newcomers"),
        ('field = Field(help_text=_("Steps, lift, toilets."))\n', "toilets"),
    ],
)
def test_an_old_word_in_python_is_found(clone: Path, source: str, word: str) -> None:
    (clone / "clinic/website/planted.py").write_text(source)

    assert [(finding.place, finding.word) for finding in words.findings(clone)][-1] == (
        "clinic/website/planted.py:1",
        word,
    )


def test_an_old_word_in_an_article_is_found(clone: Path) -> None:
    article = 'title = "Colours of a bruise"\nslug = "colour"\n[[sections]]\nbody = "See somebody today."\n'
    (clone / "education/library/bruise.toml").write_text(article)

    assert {finding.word for finding in words.findings(clone)} == {"Colours", "somebody"}


def test_the_place_and_the_better_word_are_named(clone: Path) -> None:
    (clone / "templates/website/planted.html").write_text('{% load i18n %}\n<p>{% translate "Toilet" %}</p>\n')

    assert [str(finding) for finding in words.findings(clone)] == [
        "templates/website/planted.html:2: “Toilet” is an old word, write: restroom"
    ]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("templates/website/planted.html", '<a class="colour" href="/demo/letters/">{{ diary }}</a>{# the diary #}'),
        ("templates/website/planted.html", "{% blocktranslate %}License {{ licence }}{% endblocktranslate %}"),
        ("templates/website/planted.html", "<p>Use eight letters and digits. Write a letter to your doctor.</p>"),
        ("clinic/website/planted.py", '"""The diary of letters."""\nCODE = "cancelled"  # the diary\n'),
        ("clinic/website/planted.py", 'TEXT = _("License %(licence)s")\n'),
    ],
)
def test_code_comments_and_addresses_may_hold_any_word(clone: Path, name: str, source: str) -> None:
    (clone / name).write_text(source)

    assert words.findings(clone) == []


def test_only_the_folders_that_are_to_do_are_left_out(clone: Path) -> None:
    (clone / "templates/desk/day.html").write_text("<p>The diary</p>")
    assert words.is_to_do("templates/desk/day.html") is ("templates/desk" in words.TO_DO)
    assert bool(words.findings(clone)) is ("templates/desk" not in words.TO_DO)
