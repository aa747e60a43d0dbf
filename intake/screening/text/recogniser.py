"""Reads what patients wrote: the medicines, conditions and crisis phrases in it, and what is said of each."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from itertools import pairwise

from intake.screening.text.boxes import form_of
from intake.screening.text.clause_reading import ClauseReading
from intake.screening.text.clauses import Clause, Sentence, remove_first, sentences
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.finder import Finder, Span
from intake.screening.text.hits import Hit, HitKind, HitStatus, NotRead, Scan
from intake.screening.text.lexicon import LEXICON, Lexicon, cue_family, cue_pronouns
from intake.screening.text.lexicon.sequels import ENOUGH_SEQUELS, SEQUEL_BACK
from intake.screening.text.near import near
from intake.screening.text.normalise import Plain, normalise
from intake.screening.text.once import Found, Once
from intake.screening.text.others import opens_with_it
from intake.screening.text.relatives import tells_of_somebody
from intake.screening.text.sequels import Sequels
from intake.screening.text.status import Story
from intake.screening.text.terms import DRUGS, Term, all_terms, in_scope
from intake.screening.text.unread import Reader

CARRIER = CuePhrases(*cue_family.CARRIER)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NOT_TOLD = frozenset({HitStatus.FAMILY, HitStatus.NEGATED})  # a time before counts for what was told alone
NOTHING = normalise("")


class Recogniser:
    """A lexicon, compiled when it is first needed. Scanning with it does not change it."""

    def __init__(self, lexicon: Lexicon = LEXICON) -> None:
        self._lexicon = lexicon

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._lexicon)

    @cached_property
    def _sequels(self) -> Sequels:
        terms = {term.name: term for term in all_terms(self._lexicon) if term.patterns and term.word_list is not None}
        return Sequels(self._lexicon.sequels, terms)

    @cached_property
    def _finders(self) -> Mapping[str, Finder]:
        """A finder for each field; fields that are read for the same share one."""
        lexicon = self._lexicon
        built: dict[frozenset[Term], Finder] = {}
        finders = {}
        terms = all_terms(lexicon)
        other_names = lexicon.other_medicines | lexicon.lookalikes
        named = {name for treats in lexicon.treats for name in lexicon.named_by(treats)}
        quiet = {part for name in other_names | named for part in (name, normalise(name).text, *name.split("-"))}
        for field, scope in lexicon.fields.items():
            looked_for = tuple(term for term in terms if in_scope(term, scope, field))
            key = frozenset(looked_for)
            if key not in built:
                never_close = lexicon.stop_words | lexicon.ordinary | quiet
                built[key] = Finder(looked_for, misspellings=lexicon.misspellings, never_close=never_close)
            finders[field] = built[key]
        return finders

    def scan(
        self,
        fields: Mapping[str, str],
        *,
        on: date,
        written: Mapping[str, date] | None = None,
        told_by: str = "self",
    ) -> Scan:
        """Scan the texts, question code by question code; codes that hold no scanned text are passed over.

        `on` is the day of the screening. `written` gives the day of a text that is older: its 'two days
        ago' counts from then. `told_by` says who fills the form in, as the form asks it: of a parent "my son" is the
        patient, of a helper "my mother" may be. Source: the clinic's screening specification, part 2.
        """
        texts = {
            code: normalise(text)
            for code, text in fields.items()
            if code in self._lexicon.fields and isinstance(text, str)
        }
        hits: list[Hit] = []
        read_spans: dict[str, list[tuple[int, int]]] = {}
        named: set[str] = set()
        for code, plain in texts.items():
            if self._reader.says_none(plain):
                read_spans[code] = [(0, len(plain.raw))]
                continue
            own = cue_family.THE_PATIENT_OF.get(told_by, frozenset())
            page = _Page(self, code, plain, on=on, written=(written or {}).get(code, on), own=own)
            hits.extend(page.hits())
            read_spans[code] = page.read
            if page.names_a_medicine:
                named.add(code)
        judged = _Judged(self._reader, texts, read_spans, named)
        return Scan(
            hits,
            unread=judged.unread,
            says_none=judged.says_none,
            not_read=judged.not_read,
            treats=self._lexicon.treats,
        )


class _Judged:
    """What the texts say as lists. Several rules and facts ask the same: each is worked out once."""

    __slots__ = ("_named", "_not_read", "_read", "_reader", "_texts", "_unread")

    def __init__(
        self, reader: Reader, texts: Mapping[str, Plain], read: Mapping[str, Sequence[tuple[int, int]]], named: Set[str]
    ) -> None:
        self._reader, self._texts, self._read, self._named = reader, texts, read, named
        self._unread: dict[str, bool] = {}
        self._not_read: dict[str, tuple[NotRead, ...]] = {}

    def says_none(self, code: str) -> bool:
        return self._reader.says_none(self._texts.get(code, NOTHING))

    def unread(self, code: str) -> bool:
        if code not in self._unread:
            plain = self._texts.get(code, NOTHING)
            self._unread[code] = self._reader.is_unread(plain, names_a_drug=code in self._named)
        return self._unread[code]

    def not_read(self, code: str) -> tuple[NotRead, ...]:
        if code not in self._not_read:
            plain = self._texts.get(code, NOTHING)
            self._not_read[code] = self._reader.not_read(code, plain, self._read.get(code, ()))
        return self._not_read[code]


class _Page:
    """One text on its way through the recogniser."""

    def __init__(
        self, recogniser: Recogniser, field: str, plain: Plain, *, on: date, written: date, own: frozenset[str]
    ) -> None:
        self._scope = recogniser._lexicon.fields[field]
        self._lexicon = recogniser._lexicon
        self._field = field
        form = form_of(plain)
        self._plain, self._denied = form.plain, form.denied
        self._words = frozenset(_WORD.findall(form.plain.text))
        self._finder = recogniser._finders[field]
        self._sequels = recogniser._sequels
        self._written = written
        self._own = own
        self._alone = not own and cue_pronouns.THIRD_PERSON.isdisjoint(self._words)
        self._older_by = max((on - written).days, 0)
        self.read: list[tuple[int, int]] = []
        """What was read, other medicines of several words too: places in the raw text."""
        self.names_a_medicine = False

    def hits(self) -> list[Hit]:
        """Every hit of the text, in order."""
        parted = sentences(self._plain, whole=self._finder.whole, denied=self._denied)
        span_lists = [self._found(sentence) for sentence in parted]
        self._go_on(span_lists)
        after_somebody = self._go_on_about_somebody(span_lists)
        hits: list[Hit] = []
        once = Once(span_lists)
        for number, sentence in enumerate(span_lists):
            if any(spans for _, spans in sentence):
                statuses = once.get(
                    number, after_somebody=after_somebody[number], read=partial(self._statuses, span_lists)
                )
                quiet = self._quiet_lists(sentence)
                hits.extend(
                    hit
                    for hit in self._hits_of(sentence, statuses)
                    if not (hit.kind is HitKind.WORDS and not quiet.isdisjoint(hit.groups))
                )
        return [*hits, *self._carrier(hits)]

    def _found(self, sentence: Sentence) -> Found:
        clause_spans: Found = []
        for clause in sentence:
            remove_first(clause)
            if clause.words:
                spans = self._finder.find(clause, self._plain)
                self.names_a_medicine |= any(term.layer == DRUGS for span in spans for term in span.terms)
                self.read.extend(self._plain.raw_span(span.start, span.end) for span in spans)
                clause_spans.append((clause, spans))
        return clause_spans

    def _go_on(self, found: Sequence[Found]) -> None:
        """Add what goes on in the clause behind: 'My gums bleed. It won't stop'. Not of somebody else's, nor denied."""
        clauses = [clause for sentence in found for clause in sentence]
        told_so: dict[str, int] = {}
        for index in range(1, len(clauses)):
            clause, spans = clauses[index]
            before = [told for told, _ in clauses[max(index - SEQUEL_BACK, 0) : index]]
            for span, at, told in self._sequels.spans(clause, before):
                term = span.terms[0]
                code = term.groups[0]
                told_so[code] = told_so.get(code, 0) + 1
                enough = told_so[code] > ENOUGH_SEQUELS
                if enough or code not in self._scope.word_lists or any(term in each.terms for each in spans):
                    continue
                story = Story([self._reading(before[at], [told])])
                if story.status(0, told, term, field_is_list=False) not in _NOT_TOLD:
                    spans.append(span)
                    spans.sort(key=lambda each: (each.start, each.end))

    def _go_on_about_somebody(self, found: Sequence[Found]) -> list[bool]:
        """For each sentence, whether it goes on about a relative whom one before it names: 'She has …. She takes …'."""
        goes_on = [False]
        for before, sentence in pairwise(found):
            tells = any(tells_of_somebody(clause.words) for clause, _ in sentence)
            goes_on.append(tells and (goes_on[-1] or any(here.relatives for here in self._readings(before))))
        return goes_on

    def _sequel(self, following: Sequence[Found]) -> ClauseReading | None:
        """The next sentence, when it is one that may go on about the medicine before: it names none itself."""
        clauses = [clause for sentence in following for clause in sentence]
        spans = [span for _, clause_spans in clauses for span in clause_spans]
        if not clauses or any(term.kind is HitKind.DRUG for span in spans for term in span.terms):
            return None
        return self._reading(*clauses[0])

    def _readings(self, sentence: Found) -> list[ClauseReading]:
        return [self._reading(clause, spans) for clause, spans in sentence]

    def _reading(self, clause: Clause, spans: list[Span]) -> ClauseReading:
        counted = [span for span in spans if _counts(span)]
        return ClauseReading(
            clause, counted, written=self._written, older_by=self._older_by, own=self._own, alone=self._alone
        )

    def _statuses(self, found: Sequence[Found], number: int, *, after_somebody: bool) -> list[HitStatus]:
        """What is said of each hit of one sentence, in order."""
        readings = self._readings(found[number])
        if number and found[number - 1] and opens_with_it(readings[0].words):
            readings[0].before = self._reading(*found[number - 1][-1])
        sequel = self._sequel(found[number + 1 : number + 2])
        story = Story(readings, sequel=sequel, after_somebody=after_somebody)
        return [
            HitStatus.ALLERGY
            if term.kind is HitKind.DRUG and self._scope.all_allergy
            else story.status(index, span, term, field_is_list=self._scope.list_only)
            for index, reading in enumerate(readings)
            for span in reading.spans
            for term in span.terms
        ]

    def _hits_of(self, sentence: Found, statuses: Sequence[HitStatus]) -> Iterator[Hit]:
        told = iter(statuses)
        for _, spans in sentence:
            for span in filter(_counts, spans):
                start, end = self._plain.raw_span(span.start, span.end)
                around = near(self._plain.raw, start, end)
                for term in span.terms:
                    yield Hit(
                        field=self._field,
                        text=self._plain.raw[start:end],
                        name=span.name or term.name,
                        kind=term.kind,
                        groups=term.groups,
                        status=next(told),
                        possible=span.possible,
                        start=start,
                        end=end,
                        sublists=term.sublists,
                        near=around,
                    )

    def _quiet_lists(self, sentence: Found) -> frozenset[str]:
        """The lists of words that do not count in this sentence: 'I can't go on long walks'."""
        said = frozenset(word for clause, _ in sentence for word in clause.words)
        return frozenset(
            words.code for words in self._lexicon.word_lists if not said.isdisjoint(words.not_in_sentence_with)
        )

    def _carrier(self, hits: Sequence[Hit]) -> Iterator[Hit]:
        """'My son has hemophilia and I am a carrier': the disorder is somebody else's, the carrier is not."""
        disorder = next((hit for hit in hits if "bleeding_disorder" in hit.groups), None)
        if disorder is None or not CARRIER.places(_WORD.findall(self._plain.text)):
            return
        yield replace(disorder, name="carrier", groups=("bleeding_carrier",), status=HitStatus.CURRENT)


def _counts(span: Span) -> bool:
    """Another medicine only uses up its words."""
    return any(term.kind is not HitKind.KNOWN for term in span.terms)


RECOGNISER = Recogniser()
