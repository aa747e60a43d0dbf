"""The case at a glance: pain now and PEG beside what they were, where it hurts, the medicines as they were typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from intake.questionnaire import Question, Questionnaire
from intake.record.answer_words import said
from intake.record.models import Answers
from intake.review.outcomes import Series

PEG = ("peg_pain", "peg_enjoy", "peg_activity")
# What says more than the list: blood thinners, and which kinds of medicine there are.
KINDS = ("blood_thinner", "med_types")
NO_SERIES = Series()
NONE: tuple[Any, ...] = ("no", "none", ["none"])

Line = list[tuple[str, bool]]


@dataclass(frozen=True)
class Glance:
    """What stands first on a case; empty where the form did not ask."""

    pain_now: str
    peg: str
    # PEG of the form before, and when that was sent.
    peg_before: str
    sent_before: datetime | None
    regions: list[str]
    areas: list[str]
    # Each line of the list in pieces: a text, and whether no list of ours holds it.
    medicines: list[Line]
    kinds: list[str]
    # Pain over time: every form of this person with a number.
    series: Series

    @property
    def has_anything(self) -> bool:
        """Whether the form asked any of it."""
        return bool(self.pain_now or self.peg or self.areas or self.medicines or self.has_course)

    @property
    def has_course(self) -> bool:
        """Whether there is a line to draw: one point is the number that stands here anyway."""
        return len(self.series.points) > 1


def glance(
    questionnaire: Questionnaire,
    raw: Mapping[str, Any],
    before: Answers | None,
    *,
    not_read: Sequence[Mapping[str, Any]],
    series: Series = NO_SERIES,
) -> Glance:
    """Return the glance on answers as typed; `not_read` are the spans that the findings did not recognize."""
    codes = {question.code: question for question in questionnaire.questions}
    regions = [str(code) for code in raw.get("pain_areas") or []] if "pain_areas" in codes else []
    return Glance(
        pain_now=_number(raw.get("pain_now")),
        peg=peg_of(raw),
        peg_before=peg_of(before.raw) if before else "",
        sent_before=before.frozen_at if before else None,
        regions=regions,
        areas=said(codes["pain_areas"], regions) if regions else [],
        medicines=_lines(raw.get("meds_list") or "", [span for span in not_read if span["field"] == "meds_list"]),
        kinds=_kinds(codes, raw),
        series=series,
    )


def _kinds(codes: Mapping[str, Question], raw: Mapping[str, Any]) -> list[str]:
    """Return the kinds of medicine that are ticked, and what was said of blood thinners where it is not No."""
    ticked = {code: said(codes[code], raw[code]) for code in KINDS if code in codes and raw.get(code, "no") not in NONE}
    thinner = [
        _("Blood thinner: %(answer)s") % {"answer": ", ".join(words)} for words in [ticked.get(KINDS[0])] if words
    ]
    return [*thinner, *ticked.get(KINDS[1], [])]


def peg_of(raw: Mapping[str, Any]) -> str:
    """Return the mean of the three PEG questions with one decimal; empty where one was not answered."""
    numbers = [_number(raw.get(code)) for code in PEG]
    return f"{sum(map(int, numbers)) / len(PEG):.1f}" if all(numbers) else ""


def _number(value: Any) -> str:
    return str(value) if str(value).isdigit() else ""


def _lines(text: str, not_read: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Cut a list into its lines, and each line where something was not read."""
    lines: list[Line] = []
    start = 0
    for line in text.splitlines(keepends=True):
        pieces, end = [], start
        for span in sorted(not_read, key=lambda span: int(span["start"])):
            first, last = max(span["start"], start), min(span["end"], start + len(line))
            if first < last and first >= end:
                pieces += [(text[end:first], False), (text[first:last], True)]
                end = last
        pieces.append((text[end : start + len(line)].rstrip("\r\n"), False))
        if visible_pieces := [(words, marked) for words, marked in pieces if words.strip()]:
            lines.append(visible_pieces)
        start += len(line)
    return lines
