"""Names that stand beside somebody else: a relative behind the name, and the work that a person does."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from intake.screening.text.clause_reading import ClauseReading, word_before
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.finder import Span
from intake.screening.text.hits import HitKind
from intake.screening.text.lexicon import cue_family, cue_pronouns, cue_work, cues
from intake.screening.text.relatives import is_the_patient
from intake.screening.text.terms import Term

NEAREST = 3  # relatives before a name that are looked at
FIRST_WORDS = 4  # within which the relative of a list stands
_WORK_IN = CuePhrases(*cue_work.WORK_IN)
_WORK_TRADE = CuePhrases(*cue_work.WORK_TRADE)
_WORK_WITH = CuePhrases(*cue_work.WORK_WITH)
_WORK_SEES = CuePhrases(*cue_work.WORK_SEES)
_WORK_JOB = CuePhrases(*cue_work.WORK_JOB)
_ANY_WORK = CuePhrases(
    *(*cue_work.WORK_IN, *cue_work.WORK_TRADE, *cue_work.WORK_WITH, *cue_work.WORK_SEES, *cue_work.WORK_JOB),
    *(*cue_work.WORK_NOUNS, *cue_work.WORK_PERSONS, *cue_work.WORK_OF_CARE),
)
_FAMILY_BREAK = CuePhrases(*cue_family.FAMILY_BREAK)
_GOODS = cue_work.WORK_GOODS | cues.BRIDGE_CONDITION
_OWNER_OR_DEGREE = cue_family.FAMILY_OWNER | cue_family.FAMILY_DEGREE
_ARTICLE_OR_TURNED_OUT = cue_family.FAMILY_ARTICLE | cue_family.FAMILY_TURNED_OUT


def breaks_off(here: ClauseReading) -> list[tuple[int, int]]:
    """Where the sentence turns to the patient: 'me too', 'and I have it', but not 'and I have to lift him'."""
    return [
        (first, last)
        for first, last in here.places(_FAMILY_BREAK)
        if here.words[last - 1] not in cue_family.BREAK_VERBS
        or cue_family.NOT_A_BREAK_BEFORE.isdisjoint(here.words[last : last + 1])
    ]


def is_of_a_relative_beside(here: ClauseReading, span: Span) -> bool:
    """'My epileptic son', 'a pregnant cat', 'my mom after her stroke'."""
    words = here.words
    before = word_before(here, span)
    at = span.last + (words[span.last : span.last + 1] == ["positive"])
    if here.own and (before in cue_pronouns.PRONOUNS_OF_OWNER or is_the_patient(here, min(at, len(words) - 1))):
        return False
    if before in cue_family.FAMILY_OWNER and here.is_relative_at(at) and not words[at].endswith("'s"):
        return True
    if before not in cue_pronouns.PRONOUNS_OF_OWNER:
        return False
    return here.after_somebody or any(end < span.first for end in here.relatives)


def is_said_of_a_relative_next(here: ClauseReading) -> bool:
    """'Febrile seizures as a baby, my son': the next clause names a relative and nothing else."""
    following = here.following
    if following is None or not following.after_comma or not cue_family.FIRST_PERSON.isdisjoint(here.words):
        return False
    return following.relatives == [len(following.words)] and following.words[0] in cue_family.FAMILY_OWNER


def opens_with_it(words: Sequence[str]) -> bool:
    """'It won't stop': of what the clause before told."""
    return not cue_pronouns.IT.isdisjoint(words[:2])


def is_it_of_a_relative(here: ClauseReading, span: Span) -> bool:
    """'My sister cut her hand. It won't stop bleeding': hers. Only where neither clause tells of the patient."""
    before = here.before
    joined = [
        at for at in range(1, span.first + 1) if here.words[at - 1] in cues.AND and here.words[at] in cue_pronouns.IT
    ]
    if joined and here.relatives and here.relatives[0] <= FIRST_WORDS:
        rest = here.words[here.relatives[0] :]
        return not cue_pronouns.PRONOUNS_OF_OWNER.isdisjoint(rest) and cue_family.FIRST_PERSON.isdisjoint(rest)
    if before is None or not opens_with_it(here.words) or not cue_family.FIRST_PERSON.isdisjoint(here.words):
        return False
    if not before.relatives or before.relatives[0] > FIRST_WORDS:
        return False
    rest = before.words[before.relatives[0] :]
    return not cue_pronouns.PRONOUNS_OF_OWNER.isdisjoint(rest) and cue_family.FIRST_PERSON.isdisjoint(rest)


def is_of_an_animal(here: ClauseReading, span: Span) -> bool:
    """'I have a pregnant cat'; 'a diabetic dog walker' is a person."""
    at = span.last
    if here.words[at : at + 1] == [] or here.words[at] not in cue_family.ANIMALS or not here.is_relative_at(at):
        return False
    return cue_family.PEOPLE_OF_ANIMALS.isdisjoint(here.words[at + 1 : at + 2])


def is_someone_with(here: ClauseReading, span: Span, term: Term) -> bool:
    """'My neighbor with cancer told me about you': joined to the neighbor before anything is said."""
    words = here.words
    with_it = [
        end
        for end in here.relatives
        if end < len(words)
        and (words[end] in cue_family.FAMILY_JOINS or words[end - 1] in cue_pronouns.PRONOUNS_OF_SUBJECT)
    ]
    return here.reached(span, with_it, bridge=_over_verbs(term.bridge))


def is_of_a_relative_behind(here: ClauseReading, span: Span) -> bool:
    """'Lung cancer in my dad', 'Stroke: mother', 'diabetes (mom and grandma)'."""
    words, at = here.words, here.behind_names(span.last)
    joined = at < len(words) and words[at] in cue_family.FAMILY_JOIN
    if words[at : at + 2] in (["de", "mama"], ["de", "mamas"]):  # the breast
        return False
    if joined and words[at] == "de" and words[at + 1 : at + 2] and words[at + 1] in cue_family.FAMILY_CHILDHOOD:
        return False
    at += joined
    while at < len(words) and words[at] in _OWNER_OR_DEGREE:
        at += 1
    if not here.is_relative_at(at) or words[at].endswith("'s"):
        return False
    is_the_form = words[at] in cue_family.FAMILY_ONE_OF_THE_FORM and words[at - 1] not in cue_family.FAMILY_OWNER
    if is_the_form and cue_family.CARES_FOR.isdisjoint(words):  # 'dialysis patient'
        return False
    if not joined:
        return all(
            here.is_relative_at(index) or words[index] in cue_family.FAMILY_ROW for index in range(at, len(words))
        )
    return at + 1 == len(words) or words[at + 1] in cue_family.FAMILY_GOES_ON or here.is_relative_at(at + 1)


def is_in_a_relatives_list(here: ClauseReading, span: Span) -> bool:
    """'My mother, who has dementia and a pacemaker': joined by 'and' to what the relative has."""
    words, at = here.words, span.first - 1
    while at > 0 and words[at] in _ARTICLE_OR_TURNED_OUT:
        at -= 1
    if at <= 0 or words[at] not in cues.AND:
        return False
    start = max((end for end in here.relatives if end < at), default=0)
    between = words[start:at]
    has = not cue_family.FAMILY_HAS.isdisjoint(between[:3])
    return (
        bool(start)
        and has
        and len(between) <= cue_family.FAMILY_LIST
        and cue_family.FAMILY_LIST_BREAK.isdisjoint(between)
    )


def tells_of_one_after(here: ClauseReading, span: Span, term: Term, start: int) -> bool:
    """'I'm raising my grandson, who has hemophilia'; not 'I take my mother's Eliquis'."""
    words = here.words
    is_one = words[start - 1] in cue_family.FAMILY_SELF  # 'I am one of two twins with diabetes'
    named = [
        end
        for end in here.relatives
        if end > start
        and not words[end - 1].endswith("'s")
        and not (is_one and not any(word.endswith(cue_family.DOING) for word in words[start : end - 1]))
    ]
    return here.reached(span, named, bridge=_over_verbs(term.bridge))


def goes_on_about_a_relative(here: ClauseReading, span: Span, term: Term) -> bool:
    """'My husband snores and has an ICD', 'my mother, who cannot walk because of a stroke'.

    Never over an 'I' or 'me'.
    """
    words = here.words
    before = here.relatives[: bisect_left(here.relatives, span.first)]
    if not before:
        return False
    bridge = _over_verbs_but_and(term.bridge)
    for end in before[-NEAREST:]:
        if not cue_family.FIRST_PERSON.isdisjoint(words[end : span.first]):
            continue
        if words[end] in cue_family.FAMILY_WHO:
            return True
        verbs = [at + 1 for at in range(end + 1, span.first) if _is_joined_verb(words, at)]
        if words[end] in cue_family.FAMILY_SUBJECT_OF:
            verbs += [at + 1 for at in range(end + 1, span.first) if words[at] in cue_family.FAMILY_BECAUSE]
        if here.reached(span, sorted(verbs), bridge=bridge):
            return True
    return False


def _is_joined_verb(words: Sequence[str], at: int) -> bool:
    return words[at] in cue_family.FAMILY_DOES and words[at - 1] in cues.AND


def opens_a_relatives_list(readings: Sequence[ClauseReading]) -> bool:
    """'My father had gout, diabetes and a stroke': short items behind commas, the last one joined by 'and'."""
    first, *items = readings
    if not items or not first.relatives or first.relatives[0] > FIRST_WORDS:
        return False
    has = not cue_family.FAMILY_HAS.isdisjoint(first.words[first.relatives[0] : first.relatives[0] + 3])
    short = all(
        item.after_comma
        and len(item.words) <= cue_family.FAMILY_LIST
        and cue_family.FAMILY_LIST_BREAK.isdisjoint(item.words)
        for item in items
    )
    return has and short and not cues.AND.isdisjoint(items[-1].words) and items[-1].days is None


def is_of_an_occupation(here: ClauseReading, span: Span, term: Term) -> bool:
    """'Dialysis tech', 'I am an oncology nurse', 'I work in dialysis': what somebody works with.

    'My dialysis nurse' and 'the stroke unit' stay, because they look after the patient; so does 'pregnant nurse'.
    """
    if not here.may_hold(_ANY_WORK):
        return False
    words = here.words
    treats = not cue_work.WORK_TREATERS.isdisjoint(words) and here.reached(span, here.ends(_WORK_SEES))
    if treats and words[span.last - 1].endswith("s"):
        return True
    if term.kind is HitKind.WORDS or words[span.last - 1].endswith(cue_work.WORK_NOT_OF):
        return False
    if here.reached(span, here.ends(_WORK_TRADE), bridge=_GOODS):
        return cue_work.WORK_CARED_FOR.isdisjoint(words)
    if words[0] in cue_work.WORK_PERSONS and here.reached(span, here.ends(_WORK_JOB), bridge=cue_work.WORK_BRIDGE):
        return True  # 'nurse in the stroke unit'
    names_things = not cue_work.WORK_THINGS.isdisjoint(words[span.last - 1 : span.last + 1])
    if names_things and here.reached(span, here.ends(_WORK_WITH)):
        return True
    before = words[max(span.first - cue_work.WORK_WITHIN, 0) : span.first]
    if not cue_work.WORK_CARED_FOR.isdisjoint(words) or not cue_work.WORK_NOT_MINE.isdisjoint(before):
        return False
    at = here.behind_names(span.last)
    after = words[at] if at < len(words) else ""
    works = not cue_work.WORK_VERBS.isdisjoint(words[: span.first])
    is_one = not cue_work.WORK_IS.isdisjoint(before) and cue_work.WORK_IS_NOT.isdisjoint(before)
    if after in cue_work.WORK_NOUNS:
        return works or is_one or cue_work.WORK_MINE.isdisjoint(words)
    if is_one and after in cue_work.WORK_PERSONS:
        return True
    if is_one and after in cue_work.WORK_OF_CARE and not cue_work.WORK_STAFF.isdisjoint(words[at + 1 : at + 3]):
        return True  # 'I'm a seizure clinic receptionist'
    for_years = after in cue_work.WORK_PERSONS and not cue_work.WORK_FOR_YEARS.isdisjoint(words[at:])
    if for_years or (works and after in cue_work.WORK_OF_CARE):
        return True
    if not cue_work.WORK_IS.isdisjoint(words[: span.first]) and here.reached(
        span, here.ends(_WORK_JOB), bridge=cue_work.WORK_BRIDGE
    ):
        return True
    return term.kind is HitKind.CONDITION and here.reached(span, here.ends(_WORK_IN), bridge=cue_work.WORK_BRIDGE)


@cache
def _over_verbs(bridge: frozenset[str]) -> frozenset[str]:
    """What may stand between a relative and a name: made once for each list, not for each hit."""
    return bridge | cue_family.FAMILY_VERB | cues.BRIDGE_CONDITION


@cache
def _over_verbs_but_and(bridge: frozenset[str]) -> frozenset[str]:
    return _over_verbs(bridge) - cues.AND
