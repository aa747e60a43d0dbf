"""The part of schema.org's vocabulary that our pages speak: types with their parents, properties and what these hold.

Written down by hand; what our pages do not use is left out. `mistakes` holds data against it.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

PARENTS = {
    "Thing": (),
    "Intangible": ("Thing",),
    "Audience": ("Intangible",),
    "PeopleAudience": ("Audience",),
    "MedicalAudience": ("PeopleAudience",),
    "Person": ("Thing",),
    "Organization": ("Thing",),
    "LocalBusiness": ("Organization",),
    "MedicalBusiness": ("LocalBusiness",),
    "MedicalOrganization": ("Organization",),
    "MedicalClinic": ("MedicalBusiness", "MedicalOrganization"),
    "CreativeWork": ("Thing",),
    "Comment": ("CreativeWork",),
    "Question": ("Comment",),
    "Answer": ("Comment",),
    "WebPage": ("CreativeWork",),
    "MedicalWebPage": ("WebPage",),
    "FAQPage": ("WebPage",),
}
PROPERTIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Thing": {"name": ("Text",), "url": ("URL",), "description": ("Text",), "image": ("URL",), "sameAs": ("URL",)},
    "Audience": {"audienceType": ("Text",)},
    "Person": {"jobTitle": ("Text",), "worksFor": ("Organization",)},
    "Organization": {"telephone": ("Text",), "email": ("Text",), "address": ("Text",), "logo": ("URL",)},
    "CreativeWork": {
        "about": ("Thing",),
        "author": ("Organization", "Person"),
        "citation": ("CreativeWork", "Text"),
        "creditText": ("Text",),
        "dateModified": ("Date", "DateTime"),
        "datePublished": ("Date", "DateTime"),
        "headline": ("Text",),
        "inLanguage": ("Text",),
        "isAccessibleForFree": ("Boolean",),
        "isPartOf": ("CreativeWork", "URL"),
        "mainEntity": ("Thing",),
        "publisher": ("Organization", "Person"),
        "text": ("Text",),
        "timeRequired": ("Duration",),
    },
    "WebPage": {"lastReviewed": ("Date",), "reviewedBy": ("Organization", "Person")},
    "MedicalWebPage": {"medicalAudience": ("MedicalAudience",)},
    "Question": {"acceptedAnswer": ("Answer",), "suggestedAnswer": ("Answer",), "answerCount": ("Integer",)},
}
# What search engines ask for before they show anything of it.
REQUIRED = {
    "MedicalWebPage": (
        "name",
        "url",
        "description",
        "inLanguage",
        "publisher",
        "datePublished",
        "lastReviewed",
        "reviewedBy",
    ),
    "FAQPage": ("mainEntity",),
    "Question": ("name", "acceptedAnswer"),
    "Answer": ("text",),
    "Person": ("name",),
    "MedicalClinic": ("name", "url"),
}


def mistakes(data: Any) -> list[str]:
    """Return what is wrong with a whole document; nothing for a good one."""
    if not isinstance(data, dict) or data.get("@context") != "https://schema.org":
        return ["The context is not https://schema.org."]
    graph = data.get("@graph")
    if set(data) != {"@context", "@graph"} or not isinstance(graph, list) or not graph:
        return ["The document is not a graph."]
    return [said for node in graph for said in _of_node(node, "@graph")]


def lineage(kind: str) -> Iterator[str]:
    """Yield a type and all its ancestors."""
    yield kind
    for parent in PARENTS[kind]:
        yield from lineage(parent)


def _of_node(node: Any, where: str) -> Iterator[str]:
    kind = node.get("@type") if isinstance(node, dict) else None
    if kind not in PARENTS:
        yield f"{where}: the vocabulary knows no type {kind!r}."
        return
    known = {name: holds for one in lineage(kind) for name, holds in PROPERTIES.get(one, {}).items()}
    yield from (f"{where}: {kind} lacks {name}." for name in REQUIRED.get(kind, ()) if not node.get(name))
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        if name not in known:
            yield f"{where}: {kind} has no property {name}."
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _of_value(one, known[name], f"{where} > {kind}.{name}")


def _of_value(value: Any, allowed: tuple[str, ...], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if not set(lineage(value["@type"]) if value.get("@type") in PARENTS else ()) & set(allowed):
            yield f"{where}: holds {value.get('@type')}, not {' or '.join(allowed)}."
        yield from _of_node(value, where)
    elif not any(_is(value, kind) for kind in allowed):
        yield f"{where}: {value!r} is no {' or '.join(allowed)}."


def _is(value: Any, kind: str) -> bool:
    if kind == "Boolean":
        return isinstance(value, bool)
    if kind == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str) or not value.strip():
        return False
    if kind == "URL":
        return urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).netloc) and " " not in value
    if kind == "Duration":
        return re.fullmatch(r"PT\d+M", value) is not None
    if kind == "Date":
        return re.fullmatch(r"\d{4}(-\d\d)?", value) is not None or _reads(date.fromisoformat, value)
    if kind == "DateTime":
        return "T" in value and _reads(datetime.fromisoformat, value)
    return kind == "Text"


def _reads(read: Any, value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True
