"""The shipped articles: whole, honest about their figures, plain, and naming nobody."""

import copy
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from education import files
from education.blocks import blocks
from education.linter import lint
from education.markdown import cited
from education.topics import TOPICS
from intake.screening.ruleset import RULE_SETS
from tests.education import library_checks as checks

LIBRARY = Path(__file__).parents[2] / "education" / "library"
SLUGS = {
    "acupuncture-for-back-pain",
    "can-acupuncture-make-back-pain-worse",
    "who-should-be-careful",
    "your-first-visit",
    "after-your-visit",
    "red-flags-of-back-pain",
    "more-red-flags",
    "acupuncture-and-other-treatments",
    "choosing-a-practitioner-in-california",
    "needle-fear-expectation-and-nocebo",
}
ARTICLE_PARTS = {"slug", "title", "summary", "position", "topics", "rule_codes", "related", "takeaways", "sections"}
MORE_PARTS = {"claims", "questions", "side_effects", "guidelines"}
PARTS_OF = {
    "sections": {"heading", "body"},
    "claims": {"id", "statement", "certainty", "compared_with", "figures", "references"},
    "questions": {"question", "answer"},
    "side_effects": {"effect", "how_often", "count", "out_of", "unit", "what_to_do", "references"},
    "guidelines": {"body", "year", "says", "stance", "references"},
}
REFERENCE_PARTS = {"authors", "title", "journal", "year", "doi", "pmid", "url", "note"}


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((LIBRARY / f"{name}.toml").read_text(encoding="utf-8"))


ARTICLES = {path.stem: read(path.stem) for path in sorted(LIBRARY.glob("*.toml")) if path.stem != "references"}
REFERENCES = read("references")

every_article = pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())


def test_the_ten_articles_are_there_and_no_other() -> None:
    assert set(ARTICLES) == SLUGS
    assert {name: article["slug"] for name, article in ARTICLES.items()} == {slug: slug for slug in SLUGS}
    assert sorted(article["position"] for article in ARTICLES.values()) == list(range(1, 11))


@every_article
def test_an_article_has_all_its_parts_and_no_others(article: checks.Article) -> None:
    assert set(article) - MORE_PARTS == ARTICLE_PARTS
    assert (len(article["title"]) <= 80, len(article["summary"]) <= 200) == (True, True)
    assert 3 <= len(article["takeaways"]) <= 6
    assert len(article["sections"]) >= 4
    assert (bool(article.get("claims")), bool(article.get("questions"))) == (True, True)
    for kind, parts in PARTS_OF.items():
        assert [set(one) for one in article.get(kind, [])] == [parts] * len(article.get(kind, []))
    assert [line for _where, line in checks.passages(article) if not line.strip()] == []


@every_article
def test_topics_rules_and_related_articles_are_real(article: checks.Article) -> None:
    codes = {rule.code for rule_set in RULE_SETS.values() for rule in rule_set.rules}
    for name, real in (("topics", set(TOPICS)), ("rule_codes", codes), ("related", SLUGS - {article["slug"]})):
        assert (name, [one for one in article[name] if one not in real]) == (name, [])
        assert (name, len(set(article[name])), bool(article[name])) == (name, len(article[name]), True)


def test_every_topic_has_an_article() -> None:
    assert set(TOPICS) - {topic for article in ARTICLES.values() for topic in article["topics"]} == set()


@every_article
def test_every_reference_that_is_named_exists(article: checks.Article) -> None:
    assert [key for key in checks.keys_of(article) if key not in REFERENCES] == []
    assert len(checks.keys_of(article)) >= 3
    misread = [text for _where, text in checks.passages(article) if text.count("@") != len(cited(text))]
    assert misread == []


@every_article
def test_every_figure_has_its_reference(article: checks.Article) -> None:
    assert checks.bare_figures(article) == []


@pytest.mark.parametrize("slug", sorted(SLUGS))
def test_the_rooms_own_linter_has_nothing_to_say(slug: str) -> None:
    shipped = {article.key: article.document for article in files.read().articles}
    assert lint(shipped[slug]) == []


@every_article
def test_nothing_sells_hurries_or_names_a_person_or_a_number_to_call(article: checks.Article) -> None:
    assert checks.wrong_words(article) == []


@every_article
def test_special_blocks_and_values_are_what_the_page_can_show(article: checks.Article) -> None:
    assert checks.wrong_blocks(article) == []
    assert checks.wrong_values(article) == []


@every_article
def test_links_lead_to_our_own_pages_or_to_authorities(article: checks.Article) -> None:
    ours = {f"/articles/{slug}/" for slug in SLUGS - {article["slug"]}} | {"/intake/"}
    official = re.compile(r"https://(?:[a-z0-9-]+\.)*(?:ca\.gov|cdc\.gov|fda\.gov|cms\.gov|who\.int)/")
    assert [one for one in checks.addresses(article) if one not in ours and not official.match(one)] == []


@every_article
def test_every_section_and_the_whole_can_be_read_at_grade_nine(article: checks.Article) -> None:
    by_place: dict[str, list[str]] = {}
    for where, words in checks.words_of(article):
        by_place.setdefault(where, []).append(words)
    grades = {where: round(checks.grade("\n".join(words)), 1) for where, words in by_place.items()}
    hard = {
        where: found for where, found in grades.items() if found > 9 and len(" ".join(by_place[where]).split()) > 40
    }
    assert hard == {}
    assert checks.grade("\n".join(words for _where, words in checks.words_of(article))) <= 9


def test_the_five_questions_about_getting_worse_are_answered() -> None:
    asked = ARTICLES["can-acupuncture-make-back-pain-worse"]["questions"]
    wanted = ("right after treatment", "wrong place", "another condition", "before it gets better", "afterward")
    answers = {part: [one["answer"] for one in asked if part in one["question"]] for part in wanted}
    assert {part: len(found) for part, found in answers.items()} == dict.fromkeys(wanted, 1)
    assert answers["before it gets better"][0].startswith("No.")
    assert [part for part, found in answers.items() if len(found[0].split()) < 40] == []


@pytest.mark.parametrize(
    "slug",
    [
        "can-acupuncture-make-back-pain-worse",
        "after-your-visit",
        "red-flags-of-back-pain",
        "more-red-flags",
        "needle-fear-expectation-and-nocebo",
        "acupuncture-and-other-treatments",
        "acupuncture-for-back-pain",
    ],
)
def test_an_article_that_speaks_of_getting_worse_shows_the_emergency_card(slug: str) -> None:
    shown = [block.name for one in ARTICLES[slug]["sections"] for block in blocks(one["body"])]
    assert shown.count("emergency") >= 1


def test_nobody_is_told_to_stop_a_blood_thinner() -> None:
    told = ARTICLES["acupuncture-and-other-treatments"]["takeaways"]
    assert told[0].startswith("Never stop or skip a blood thinner for acupuncture.")
    assert [one["body"] for one in ARTICLES["acupuncture-for-back-pain"]["guidelines"] if one["stance"] == "against"]


def test_references_are_whole_and_their_numbers_have_the_right_shape() -> None:
    assert {key: set(one) for key, one in REFERENCES.items()} == dict.fromkeys(REFERENCES, REFERENCE_PARTS)
    shapes = {"doi": r"10\.\d{4,9}/\S+", "pmid": r"\d{7,8}", "url": r"https://\S+"}
    wrong = [
        (key, name)
        for key, one in REFERENCES.items()
        for name, shape in shapes.items()
        if one[name] and not re.fullmatch(shape, one[name])
    ]
    assert wrong == []
    assert [key for key, one in REFERENCES.items() if not (one["authors"] and one["title"] and one["journal"])] == []
    assert [key for key, one in REFERENCES.items() if not 1990 <= one["year"] <= 2026] == []
    numbers = [one[name] for one in REFERENCES.values() for name in ("doi", "pmid") if one[name]]
    assert len(numbers) == len(set(numbers))


BAD = {
    "bare_figures": ("It helped 9 in 100 people.", "It helped 47.6% of them.", "{{icons:9/100|Some people}}"),
    "wrong_words": (
        "This cures pain.",
        "Results are guaranteed.",
        "It heals.",
        "A detox for you.",
        "It is risk-free.",
        "Come now!",
        "Call (213) 555-0100.",
        "Call 213-555-0100.",
        "Dr. Example will see you.",
        "Jane Example, MD can help.",
    ),
    "wrong_blocks": ("{{guidelines}}", "{{claim:nobody}}", "{{icons:nine}}", "{{surprise}}", "See {{emergency}} here."),
}


@pytest.mark.parametrize(("check", "body"), [(check, body) for check, bodies in BAD.items() for body in bodies])
def test_a_bad_article_is_caught(check: str, body: str) -> None:
    article = copy.deepcopy(ARTICLES["needle-fear-expectation-and-nocebo"])
    assert getattr(checks, check)(article) == []
    article["sections"][0]["body"] = body
    assert len(getattr(checks, check)(article)) == 1


def test_a_hard_text_is_graded_hard_and_a_plain_one_plain() -> None:
    hard = "Contraindications necessitate comprehensive evaluation preceding acupuncture administration."
    assert checks.grade(hard) > 20
    assert checks.grade("Rest for a day. Call us if it still hurts.") < 3
