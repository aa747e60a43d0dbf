"""Articles for the tests: invented, short, with one of everything; on the shelf by the same services as real ones."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from clinic.accounts.models import User
from education import services
from education.documents import digest, document_of, normal
from education.files import Library, Shipped
from education.models import Article

REFERENCES: Mapping[str, Mapping[str, Any]] = {
    "sample-2001": {
        "authors": "Sample A, Muster E, et al.",
        "title": "Needles, invented",
        "journal": "Journal of Invented Studies",
        "year": 2001,
        "doi": "10.1234/invented.1",
        "pmid": "123456",
        "url": "",
        "note": "",
    },
    "sample-2002": {
        "authors": "Muster E",
        "title": "A guideline for nobody",
        "journal": "",
        "year": 2002,
        "doi": "",
        "pmid": "",
        "url": "https://guidelines.example/nobody",
        "note": "Recommendation 7.",
    },
}
WHOLE: Mapping[str, Any] = {
    "title": "Needles and the back",
    "summary": "What needles may do for a back, in short words.",
    "position": 1,
    "topics": ["back-pain", "safety"],
    "rule_codes": ["pregnancy_any"],
    "related": ["second-article"],
    "takeaways": ["They help some people.", "They cannot do **everything** [@sample-2001]."],
    "sections": [
        {
            "heading": "What is known",
            "body": "Some people feel better [@sample-2001]. Others do not [@sample-2002; @sample-2001].\n\n"
            "{{claim:better}}\n\n{{icons:9/100|had a bruise [@sample-2001]}}\n\n{{icons:2/100|felt faint}}\n\n"
            "[Begin](/intake/) with our questions.",
        },
        {"heading": "When not to wait", "body": "Some signs are urgent.\n\n{{emergency}}"},
    ],
    "claims": [
        {
            "id": "better",
            "statement": "Pain eases a little.",
            "certainty": "low",
            "compared_with": "no treatment",
            "figures": "10 of 100 people",
            "references": ["sample-2001"],
        },
        {
            "id": "bones",
            "statement": "Bones do not change.",
            "certainty": "high",
            "compared_with": "",
            "figures": "",
            "references": ["sample-2002"],
        },
    ],
    "questions": [{"question": "Does it hurt?", "answer": "A little [@sample-2001]. Say so, and we stop."}],
    "side_effects": [
        {
            "effect": "A bruise",
            "how_often": "9 in 100 patients",
            "count": 9,
            "out_of": 100,
            "unit": "patients",
            "what_to_do": "Nothing.",
            "references": ["sample-2001"],
        },
        {
            "effect": "A faint",
            "how_often": "2 in 100 patients",
            "count": 2,
            "out_of": 100,
            "unit": "patients",
            "what_to_do": "Lie down.",
            "references": [],
        },
    ],
    "guidelines": [
        {
            "body": "An invented board",
            "year": 2002,
            "says": "It may be tried.",
            "stance": "for",
            "references": ["sample-2002"],
        },
        {"body": "Another board", "year": 2003, "says": "Do not offer it.", "stance": "against", "references": []},
    ],
}
SHORT: Mapping[str, Any] = {
    **{part: [] for part in ("claims", "questions", "side_effects", "guidelines", "related", "rule_codes")},
    "title": "A second article",
    "summary": "Short, and about something else.",
    "position": 2,
    "topics": ["fear"],
    "takeaways": ["It is short."],
    "sections": [{"heading": "All of it", "body": "Breathe out. Café."}],
}
THIRD: Mapping[str, Any] = {**SHORT, "title": "A third article", "position": 3, "topics": ["back-pain"]}


def load(told: Mapping[str, Mapping[str, Any]], *, at: datetime) -> dict[str, Article]:
    """Bring articles into review, by slug."""
    documents = {slug: normal(one, REFERENCES) for slug, one in told.items()}
    shipped = tuple(Shipped(slug, document, digest(document)) for slug, document in documents.items())
    services.load_library(Library(shipped, REFERENCES), at=at)
    return {slug: Article.objects.get(slug=slug) for slug in told}


def shelve(told: Mapping[str, Mapping[str, Any]], *, by: User, at: datetime) -> dict[str, Article]:
    """Load, approve and publish articles."""
    return {slug: publish(article, by=by, at=at) for slug, article in load(told, at=at).items()}


def publish(article: Article, *, by: User, at: datetime) -> Article:
    """Approve and publish what is in review."""
    services.approve(article, seen=digest(document_of(article)), by=by, at=at, reason="Invented, for a test.")
    services.publish(article, by=by, at=at)
    article.refresh_from_db()
    return article
