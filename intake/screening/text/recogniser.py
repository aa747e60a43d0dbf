"""Reads what patients wrote: the medicines, conditions and crisis phrases in it, and what is said of each."""

from collections.abc import Iterator, Mapping
from datetime import date

from intake.screening.text.clauses import Clause, remove_first, sentences
from intake.screening.text.finder import Finder, Span
from intake.screening.text.hits import Hit, Kind, Scan, Status
from intake.screening.text.lexicon import LEXICON, Lexicon
from intake.screening.text.normalise import Plain, normalise
from intake.screening.text.reading import Reading
from intake.screening.text.status import Story
from intake.screening.text.terms import Term, all_terms, in_scope
from intake.screening.text.unread import Reader


class Recogniser:
    """A lexicon, compiled. Building one takes a moment; scanning with it does not change it."""

    def __init__(self, lexicon: Lexicon = LEXICON) -> None:
        self._fields = lexicon.fields
        self._reader = Reader(lexicon)
        self._finders: dict[str, Finder] = {}
        built: dict[frozenset[Term], Finder] = {}
        terms = all_terms(lexicon)
        known = lexicon.other_medicines | lexicon.lookalikes
        never_close = lexicon.stop_words | {part for name in known for part in (name, *name.split("-"))}
        for field, scope in lexicon.fields.items():
            looked_for = tuple(term for term in terms if in_scope(term, scope, field))
            key = frozenset(looked_for)
            if key not in built:
                built[key] = Finder(looked_for, misspellings=lexicon.misspellings, never_close=never_close)
            self._finders[field] = built[key]

    def scan(self, fields: Mapping[str, str], *, on: date, written: Mapping[str, date] | None = None) -> Scan:
        """Scan the texts, question code by question code; codes that hold no scanned text are passed over.

        `on` is the day of the screening. `written` gives the day of a text that is older: its 'two days
        ago' counts from then. Source: the clinic's screening specification, part 2.
        """
        texts = {code: text for code, text in fields.items() if code in self._finders and isinstance(text, str)}
        hits: list[Hit] = []
        for code, text in texts.items():
            day = (written or {}).get(code, on)
            hits.extend(self._hits(code, text, older_by=max((on - day).days, 0)))
        named = {hit.field for hit in hits if hit.kind is Kind.DRUG}
        return Scan(
            hits,
            unread=lambda code: self._reader.is_unread(texts.get(code, ""), names_a_drug=code in named),
            says_none=lambda code: self._reader.says_none(texts.get(code, "")),
        )

    def _hits(self, field: str, text: str, *, older_by: int) -> Iterator[Hit]:
        plain = normalise(text)
        finder = self._finders[field]
        for sentence in sentences(plain, whole=finder.whole):
            found = [self._find(finder, clause, plain) for clause in sentence]
            if not any(found):
                continue
            told = [(clause, spans) for clause, spans in zip(sentence, found, strict=True) if clause.words]
            story = Story([Reading(clause, spans, older_by=older_by) for clause, spans in told])
            for index, (_clause, spans) in enumerate(told):
                for span in spans:
                    yield from self._mean(field, plain, span, story, index)

    @staticmethod
    def _find(finder: Finder, clause: Clause, plain: Plain) -> list[Span]:
        remove_first(clause)
        return finder.find(clause, plain)

    def _mean(self, field: str, plain: Plain, span: Span, story: Story, index: int) -> Iterator[Hit]:
        start, end = plain.raw_span(span.start, span.end)
        for term in span.terms:
            if term.kind is Kind.DRUG and self._fields[field].all_allergy:
                status = Status.ALLERGY
            else:
                status = story.status(index, span, term)
            yield Hit(
                field=field,
                text=plain.raw[start:end],
                name=term.name,
                kind=term.kind,
                groups=term.groups,
                status=status,
                possible=span.possible,
                start=start,
                end=end,
                sublists=term.sublists,
            )


RECOGNISER = Recogniser()
