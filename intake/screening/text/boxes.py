"""What the boxes and rows of a form say: '[ ] diabetes [x] stroke', 'Cancer N Stroke Y', 'No: epilepsy. Yes: C.O.P.D.'

People copy a form into a free text, or answer as one. An empty box denies its item, a ticked one does not, and no
item is read together with the next. A pair of boxes for yes and no that was left empty says nothing: unknown is not no.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise

from intake.screening.text.lexicon import cue_boxes, cue_family
from intake.screening.text.normalise import Plain

MOST_LEADS = 50  # headings of a text that are read; more only a machine writes
_MAY_HOLD_ONE = re.compile(rf"[\[(_{cue_boxes.EMPTY_SIGNS}{cue_boxes.TICKED_SIGNS}]")
_TICKED = (
    rf"\(\+\)|\[ ?[x{cue_boxes.TICKS}] ?\]|\( ?[x{cue_boxes.TICKS}] ?\)|[{cue_boxes.TICKED_SIGNS}]|(?<!\w)_+x_+(?!\w)"
)
_EMPTY = rf"\(-\)|\[[ _]{{0,4}}\]|\([ _]{{0,4}}\)|[{cue_boxes.EMPTY_SIGNS}]|(?<!\w)_{{2,}}(?!\w)"
_MARK = re.compile(rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")
_TICKED_OR_EMPTY = rf"(?:{_TICKED}|{_EMPTY})"
_YES, _NO = (rf"(?:{'|'.join(sorted(words))})\b" for words in (cue_boxes.YES, cue_boxes.NO))
_BOX_FIRST = (
    rf"(?P<m1>{_TICKED_OR_EMPTY})[ \t]*(?P<a1>{_YES}|{_NO})[ \t/|,]*"
    rf"(?P<m2>{_TICKED_OR_EMPTY})[ \t]*(?P<a2>{_YES}|{_NO})"
)
_WORD_FIRST = (
    rf"\b(?P<a1>{_YES}|{_NO})[ \t]*(?P<m1>{_TICKED_OR_EMPTY})[ \t/|,]*"
    rf"\b(?P<a2>{_YES}|{_NO})[ \t]*(?P<m2>{_TICKED_OR_EMPTY})"
)
_PAIRS = (re.compile(_WORD_FIRST), re.compile(_BOX_FIRST))
_NO_WORD = re.compile(_NO)
_TICKED_MARK = re.compile(_TICKED)
_TICK = re.compile(f"[{cue_boxes.NO_CROSSES}]")
_HEADING = re.compile(r"^[^:\n]{0,60}:")
_HAS_WORD = re.compile(r"[^\W_]")
# No box speaks of the sentence behind the one it stands in: '[ ] stroke [ ] seizures. I have a fever'.
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s)")

# 'H.I.V.', 'C.O.P.D.': letters with dots are one word; two are an hour or a degree. A capital behind begins anew.
_DOTTED = re.compile(r"(?<![^\W_])(?:[a-z]\.){3,}(?:[a-z](?![^\W_]))?|(?<![^\W_])(?:[a-z]\.){2,}[a-z](?![^\W_])")

# A yes behind its label, and the next label: 'Heart disease: Y  Stroke: N', 'diabetes (si) cancer (no)'.
_SAID_YES = re.compile(rf"(?:[:=(\[-]|[^\W_]\?)[ \t]*{_YES}[ \t]*[)\]]?(?=(?:[ \t]*[/|,])?[ \t]+[^\W_])")
_SAID_NO = re.compile(rf"[:=(\[?-][ \t]*{_NO}")

_RELATIVE = "|".join(sorted(cue_family.FAMILY_NOUN - cue_family.FAMILY_NEEDS_OWNER))
_ANY_RELATIVE = "|".join(sorted(cue_family.FAMILY_NOUN))
# 'My husband (70, pacemaker)', 'Mother (breast cancer)': the brackets tell of the relative.
_BRACKETS = re.compile(rf"\b(?:{_RELATIVE})[ \t]*\((?P<inside>[^()\n]{{2,80}})\)")
# 'Transplant? That was my brother'.
_IT_WAS = "that's|that is|that was|it's|it was|no that's|eso fue|ese es|es|era|fue"
_ASKED_OF_ONE = re.compile(rf"\?\s+(?:{_IT_WAS})\s+(?=(?:my|mi)\s+(?:{_ANY_RELATIVE})\b)")

_STRETCH = re.compile(r"[^.,;:!?|()\[\]=\n\t]+")
_WORD = re.compile(r"[^\W_]+(?:['/][^\W_]+)*")
_ANSWERED = cue_boxes.ROW_NO | cue_boxes.ROW_YES
_MAY_BE_A_ROW = re.compile(rf"\b(?:{'|'.join(sorted(_ANSWERED))})\b.*\b(?:{'|'.join(sorted(_ANSWERED))})\b")

_LEADS_NO = "|".join(sorted(cue_boxes.LEADS_NO))
_LEAD = re.compile(
    rf"(?:\A|(?<=[\n.;,|]))[ \t*-]*(?:{_LEADS_NO})(?:[ \t]+(?:to|for|on|a|para))?[ \t]*:(?P<rest>[ \t]*\n)?"
)
_LEAD_ENDS = re.compile(r"[;\n]|\.(?=\s|\Z)|[^\W\d_][\w/]*(?:[ \t]+(?:to|for))?[ \t]*:")
_LEAD_LIST_ENDS = re.compile(r"\n[ \t]*\n|\n[^\n:]*:|\Z")


@dataclass(frozen=True, slots=True)
class Form:
    """The text with its items parted, and the places in it that a box or a heading denies."""

    plain: Plain
    denied: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Change:
    """Plain characters `start` to `end` become `said`."""

    start: int
    end: int
    said: str


def form_of(plain: Plain) -> Form:
    """Read the boxes, rows of answers and headings of a text; most texts have none and stay as they are."""
    text = plain.text
    denied: list[tuple[int, int]] = []
    changes: list[_Change] = []
    if _MAY_HOLD_ONE.search(text):
        _read_boxes(text, changes, denied)
    if not changes:
        changes.extend(_rows(text))
        if _SAID_NO.search(text):
            changes += [_Change(yes.end(), yes.end(), "; ") for yes in _SAID_YES.finditer(text)]
    changes.extend(_dotted(plain))
    if "(" in text:
        changes.extend(_in_brackets(text))
    if "?" in text:
        changes += [_Change(*found.span(), " of ") for found in _ASKED_OF_ONE.finditer(text)]
    for start, end in _leads(text):
        denied.append((start, end))
        changes += [_Change(start, start, "; "), _Change(end, end, "; ")]
    return _changed(plain, changes, denied) if changes else Form(plain)


def _read_boxes(text: str, changes: list[_Change], denied: list[tuple[int, int]]) -> None:
    paired = bytearray(len(text))
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            if not paired[match.start()]:
                paired[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                if change := _answer_of(match, text):
                    changes.append(change)
    marks = [mark for mark in _MARK.finditer(text) if not paired[mark.start()]]
    has_ticked = any(mark["ticked"] for mark in marks)
    for start, row in groupby(marks, key=lambda mark: text.rfind("\n", 0, mark.start()) + 1):
        here = [*row]
        if boxes := [mark for mark in here if _is_a_box(mark.group(), here, has_ticked=has_ticked)]:
            end = text.find("\n", boxes[-1].end())
            _read_line(text, start, end if end >= 0 else len(text), boxes, changes, denied)


def _answer_of(match: re.Match[str], text: str) -> _Change | None:
    """'Diabetes: [ ] yes [x] no': the ticked one of the two; nothing when none or both are, or both say the same."""
    ticked = [_TICKED_MARK.fullmatch(match[mark]) is not None for mark in ("m1", "m2")]
    noes = [_NO_WORD.fullmatch(match[word]) is not None for word in ("a1", "a2")]
    if ticked[0] == ticked[1] or noes[0] == noes[1]:
        return None
    is_no = noes[0] if ticked[0] else noes[1]
    has_mark = text[max(match.start() - 9, 0) : match.start()].rstrip()[-1:] in tuple(":?=")
    return _Change(match.start(), match.end(), f"{'' if has_mark else ': '}{'no' if is_no else 'yes'}; ")


def _is_a_box(mark: str, here: Sequence[re.Match[str]], *, has_ticked: bool) -> bool:
    """A round or square sign alone on its line may be a bullet, a gap of underscores a blank of a sentence."""
    if mark in tuple(cue_boxes.MAY_BE_BULLETS) or not mark.strip("_"):
        return has_ticked or len(here) > 1
    return True


def _read_line(
    text: str,
    line_start: int,
    line_end: int,
    marks: Sequence[re.Match[str]],
    changes: list[_Change],
    denied: list[tuple[int, int]],
) -> None:
    """The boxes of one line stand before their items, or behind them where the line ends with a box."""
    heading = _HEADING.match(text[line_start : marks[0].start()])
    start = line_start + (heading.end() if heading else 0)
    line_end = _sentence_end(text, marks[-1].end(), line_end)
    behind = _HAS_WORD.search(text, start, marks[0].start()) and not _HAS_WORD.search(text, marks[-1].end(), line_end)
    edges = [start, *(mark.end() for mark in marks)] if behind else [*(mark.start() for mark in marks), line_end]
    are_ticks = _TICK.search(text) is not None
    for mark, (first, last) in zip(marks, pairwise(edges), strict=True):
        changes.append(_Change(mark.start(), mark.end(), "; "))
        if mark["empty"] or (are_ticks and mark.group() in tuple(cue_boxes.CROSSES)):
            denied.append(
                (_last_sentence(text, first, mark.start()), mark.start())
                if behind
                else (mark.end(), _sentence_end(text, mark.end(), last))
            )


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where the first sentence from `start` on ends."""
    ends = _SENTENCE_ENDS.search(text, start, end)
    return ends.start() if ends else end


def _last_sentence(text: str, start: int, end: int) -> int:
    """Where the sentence that reaches to `end` begins."""
    return max((ends.end() for ends in _SENTENCE_ENDS.finditer(text, start, end)), default=start)


def _in_brackets(text: str) -> Iterator[_Change]:
    for relative in _BRACKETS.finditer(text):
        start, end = relative.span("inside")
        if not cue_family.FIRST_PERSON.isdisjoint(word.group() for word in _WORD.finditer(text, start, end)):
            continue
        yield _Change(start - 1, start, " with ")
        yield from (_Change(at, at + 1, " and ") for at in range(start, end) if text[at] in ",;")
        yield _Change(end, end + 1, " , ")


def _dotted(plain: Plain) -> Iterator[_Change]:
    for letters in _DOTTED.finditer(plain.text):
        rest = plain.raw[plain.origin[letters.end() - 1] + 1 :].lstrip()
        ends = letters.group().endswith(".") and (not rest or rest[0].isupper())
        yield _Change(letters.start(), letters.end(), letters.group().replace(".", "") + ("; " if ends else ""))


def _rows(text: str) -> Iterator[_Change]:
    """'Cancer N Diabetes N Stroke Y': every item with its answer behind it, nothing else beside."""
    if _MAY_BE_A_ROW.search(text) is None:
        return
    for stretch in _STRETCH.finditer(text):
        words = list(_WORD.finditer(text, stretch.start(), stretch.end()))
        said = frozenset(word.group() for word in words)
        answers = [number for number, word in enumerate(words) if word.group() in _ANSWERED]
        if len(answers) < 2 or answers[0] == 0 or answers[-1] != len(words) - 1:
            continue
        if not said.isdisjoint(cue_boxes.ROW_LETTERS_YES) and said.isdisjoint(cue_boxes.ROW_LETTERS_NO):  # 'y' is 'and'
            continue
        lengths = [last - first - 1 for first, last in pairwise((-1, *answers))]
        if min(lengths) < 1 or max(lengths) > cue_boxes.ROW_ITEM or not said.isdisjoint(cue_boxes.ROW_NOT_WITH):
            continue
        for number in answers:
            word = words[number]
            answer = "no" if word.group() in cue_boxes.ROW_NO else "yes"
            yield _Change(word.start(), word.end(), f": {answer}; ")


def _leads(text: str) -> Iterator[tuple[int, int]]:
    """What a heading denies: 'No: diabetes, cancer. Yes: stroke'."""
    if ":" not in text:
        return
    for lead in islice(_LEAD.finditer(text), MOST_LEADS):
        ends = (_LEAD_LIST_ENDS if lead["rest"] else _LEAD_ENDS).search(text, lead.end())
        end = ends.start() if ends else len(text)
        items = frozenset(word.group() for word in _WORD.finditer(text, lead.end(), end))
        if items and cue_boxes.LEAD_NOT_WITH.isdisjoint(items):
            yield lead.end(), end


def _changed(plain: Plain, changes: list[_Change], denied: list[tuple[int, int]]) -> Form:
    """The changed text, which still knows where in the raw one each of its characters stood."""
    pieces: list[str] = []
    origin: list[int] = []
    moved: list[tuple[int, int]] = []  # from this place on, by so many characters
    at = shift = 0
    for change in sorted(changes, key=lambda one: (one.start, one.end)):
        if change.start < at:
            continue
        here = plain.origin[change.start] if change.start < len(plain.text) else len(plain.raw)
        pieces += [plain.text[at : change.start], change.said]
        origin += [*plain.origin[at : change.start], *([here] * len(change.said))]
        shift += len(change.said) - (change.end - change.start)
        moved.append((change.end, shift))
        at = change.end
    pieces.append(plain.text[at:])
    origin += plain.origin[at:]
    places = tuple((start + _shift(moved, start), end + _shift(moved, end - 1)) for start, end in denied if end > start)
    return Form(Plain(plain.raw, "".join(pieces), origin), places)


def _shift(moved: Sequence[tuple[int, int]], at: int) -> int:
    number = bisect_right(moved, at, key=lambda change: change[0])
    return moved[number - 1][1] if number else 0
