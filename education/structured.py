"""An article as data for search engines: schema.org MedicalWebPage and FAQPage, in JSON-LD.

It says what the page says and nothing more: who wrote it, who reviewed it and when, and what it cites.
"""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from education.article_page import ArticlePage, NumberedReference

# What could end a script element early, or begin anything in it.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}


def json_ld(reading: ArticlePage, *, url: str, language: str, clinic: Any, site: str) -> SafeString:
    """Return the content of a script element of type application/ld+json; no markup can end it early."""
    publisher = _without_gaps(
        {"@type": "MedicalClinic", "name": clinic.name, "url": f"{site}/", "telephone": clinic.phone}
    )
    graph = [_page(reading, url=url, language=language, publisher=publisher)]
    if reading.questions:
        graph.append(_questions(reading, url=url, language=language))
    value = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return mark_safe(value.translate(_ESCAPES))  # noqa: S308  (every <, > and & is written as \u003C …)


def _page(reading: ArticlePage, *, url: str, language: str, publisher: dict[str, Any]) -> dict[str, Any]:
    return _without_gaps(
        {
            "@type": "MedicalWebPage",
            "@id": url,
            "url": url,
            "name": reading.title,
            "headline": reading.title,
            "description": reading.summary,
            "inLanguage": language,
            "isAccessibleForFree": True,
            "timeRequired": f"PT{reading.minutes}M",
            "datePublished": reading.first_published_at.isoformat(),
            "dateModified": reading.published_at.isoformat(),
            "lastReviewed": reading.last_reviewed and reading.last_reviewed.isoformat(),
            "reviewedBy": reading.reviewer and {"@type": "Person", "name": reading.reviewer},
            "author": {"@type": "Person", "name": reading.author} if reading.author else publisher,
            "publisher": publisher,
            "medicalAudience": {"@type": "MedicalAudience", "audienceType": "Patient"},
            "citation": [_citation(reference) for reference in reading.references],
        }
    )


def _citation(reference: NumberedReference) -> dict[str, Any]:
    # The page itself says the rest of it; what is said twice is carried twice to every phone.
    return {"@type": "CreativeWork"} | ({"url": reference.href} if reference.href else {"name": reference.title})


def _questions(reading: ArticlePage, *, url: str, language: str) -> dict[str, Any]:
    return {
        "@type": "FAQPage",
        "@id": f"{url}#questions",
        "url": f"{url}#questions",
        "inLanguage": language,
        "mainEntity": [
            {
                "@type": "Question",
                "name": question["question"],
                "acceptedAnswer": {"@type": "Answer", "text": question["text"]},
            }
            for question in reading.questions
        ],
    }


def _without_gaps(value: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty: a search engine takes an empty name for a mistake."""
    return {name: value for name, value in value.items() if value not in ("", None, [])}
