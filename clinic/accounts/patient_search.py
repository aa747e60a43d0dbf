"""Finding a person from what somebody says on the phone: name, birth date, number, e-mail, in one box.

Indexes (how each word of a name begins and how it sounds, birth date, any run of digits of a number, address) pick at
most 200 people; spelling distance ranks them. What begins with something is a range of its index, on every database.
Nothing here decides that two people are one: it only shows who is alike.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import Lower
from rapidfuzz.distance import DamerauLevenshtein

from clinic.accounts.models import NameWord, Patient, PhoneRun
from clinic.accounts.phonetics import START, sound
from clinic.accounts.querysets import normal_email
from clinic.accounts.romanization import one_spelling, readings
from clinic.accounts.spelling import called, joined, words_of
from clinic.birth_dates import OLDEST
from clinic.characters import clean_line
from clinic.contact import WORDS_FOR_EXTENSION, as_dialed, digits_of
from clinic.months import MONTH_WORDS, month_of
from clinic.prefixes import begins

CANDIDATES = 200
LONGEST = 200
ALIKE, _VERY_ALIKE, _A_WORD = 75, 85, 95
_LEAST_DIGITS = 4
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})\b")
_NTH = r"(\d{1,2})(?:st|nd|rd|th|º|\.)?"
_DAY_MONTH = re.compile(
    rf"\b{_NTH}\s+(?:of\s+|de\s+)?({MONTH_WORDS})\b\.?,?\s+(?:de\s+|del\s+)?(\d{{4}})\b", re.IGNORECASE
)
_MONTH_DAY = re.compile(rf"\b({MONTH_WORDS})\b\.?\s+{_NTH},?\s+(\d{{4}})\b", re.IGNORECASE)
# Digits alone: 19840427, 04271984, 042784.
_RUN = re.compile(r"(?<!\S)(?:\d{8}|\d{6})(?!\S)")
_VOWELS = re.compile(r"[aeiou]")
_EMAIL = re.compile(r"\S+@\S+")
_PHONE = re.compile(r"\+?[\d(][\d()\s.\-/]{2,}\d")
_EXTENSION = re.compile(rf"(?<=\d)[\s,;(]*(?:{WORDS_FOR_EXTENSION}|#)[\s.:=]*\d{{1,7}}\b\)?", re.IGNORECASE)


@dataclass(frozen=True)
class PatientQuery:
    """What somebody typed into the box, taken apart."""

    words: tuple[str, ...] = ()
    # The same words where their letters are read in another way: Əli is eli and ali.
    readings: tuple[tuple[str, ...], ...] = ()
    born: tuple[date, ...] = ()
    phone: str = ""
    email: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.born or self.phone or self.email)


@dataclass(frozen=True)
class PatientMatch:
    """A person, how alike (0 to 100 and more), and what agrees."""

    patient: Patient
    score: float
    name: float
    born: bool
    phone: bool
    email: bool
    # The birth date is almost the same: day and month the other way round, or one day apart.
    nearly_born: bool = False


def parse_query(text: str, *, on: date) -> PatientQuery:
    """Return what is name, birth date, phone and e-mail in a text.

    A date in figures may be read both ways round; a year in two figures is the last one that is not after `on`. Six
    digits alone may be a date or a part of a number, and count as both.
    """
    text = clean_line(text.replace("\0", " ")[:LONGEST])
    email = _EMAIL.search(text)
    rest = _EMAIL.sub(" ", text)
    born: list[date] = []
    for pattern, order in ((_ISO, "ymd"), (_NUMBERS, "mdy dmy"), (_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy")):
        for match in pattern.finditer(rest):
            born += _dates(match.groups(), order.split(), on=on)
        rest = pattern.sub(" ", rest)
    for match in _RUN.finditer(rest):
        if dates := _dates_in_run(match[0], on=on):
            born += dates
            rest = rest.replace(match[0], " ") if len(match[0]) == 8 else rest
    rest = _EXTENSION.sub(" ", as_dialed(rest))
    phone = _PHONE.search(rest)
    # A sign alone is no name: % and @ mean nobody.
    name = " ".join(part for part in _PHONE.sub(" ", rest).split() if any(sign.isalnum() for sign in part))
    return PatientQuery(
        words=tuple(words_of(name)),
        readings=_readings(name),
        born=tuple(dict.fromkeys(born)),
        phone=_searched(phone[0]) if phone else "",
        email=normal_email(email[0]) if email else "",
    )


def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words_of(way)) for way in readings(name))


def _searched(phone: str) -> str:
    """Return the digits by which a number is looked for: too few of them find nobody."""
    digits = digits_of(phone)
    return digits if len(digits) >= _LEAST_DIGITS else ""


def _dates(parts: Sequence[str], orders: Iterable[str], *, on: date) -> list[date]:
    dates = []
    for order in orders:
        by_letter = dict(zip(order, parts, strict=True))
        year = int(by_letter["y"])
        number = month_of(by_letter["m"]) or int(by_letter["m"])
        if len(by_letter["y"]) == 2:
            year += 2000 if (2000 + year, number, int(by_letter["d"])) <= (on.year, on.month, on.day) else 1900
        try:
            dates.append(date(year, number, int(by_letter["d"])))
        except ValueError:
            continue
    return dates


def _dates_in_run(digits: str, *, on: date) -> list[date]:
    """Return the birth dates that 8 digits, or 6 with a short year, can be: year first or last; of people who live."""
    month_first = (digits[:2], digits[2:4], digits[4:])
    dates = _dates(month_first, ("mdy", "dmy"), on=on)
    if len(digits) == 8:
        dates += _dates((digits[:4], digits[4:6], digits[6:]), ("ymd",), on=on)
    return [day for day in dates if on.year - OLDEST <= day.year and day <= on]


def find(text: str, *, on: date, most: int = 12) -> list[PatientMatch]:
    """Return who is meant today, the likeliest first. Three queries, however many patients there are."""
    query = parse_query(text, on=on)
    if query.is_empty:
        return []
    ranked = [rank(patient, query) for patient in candidates(query)]
    good = [match for match in ranked if match.name >= ALIKE or match.born or match.phone or match.email]
    return sorted(good, key=lambda match: (-match.score, match.patient.folded_name, match.patient.pk))[:most]


def alike(
    *, full_name: str, date_of_birth: date, phone: str = "", email: str = "", without: Patient | None = None
) -> list[PatientMatch]:
    """Return records that may be the same person: a warning for the desk, never a decision.

    On one birth date one word of the name is enough: of a name in another script, or put into plain letters otherwise,
    often no more is left.
    """
    query = PatientQuery(
        words=tuple(words_of(full_name)),
        readings=_readings(full_name),
        born=(date_of_birth,),
        phone=_searched(phone),
        email=normal_email(email),
    )
    ranked = [
        replace(rank(person, query), nearly_born=is_nearly(person.date_of_birth, date_of_birth))
        for person in candidates(query)
        if without is None or person.pk != without.pk
    ]
    matches = [
        match
        for match in ranked
        if (match.name >= ALIKE and (match.born or match.phone))
        or (match.name >= _VERY_ALIKE and (match.email or match.nearly_born))
        or (match.born and (match.phone or _share_a_word(query.words, match.patient)))
    ]
    return sorted(matches, key=lambda match: -match.score)[:6]


def is_swapped(one: date, other: date) -> bool:
    """Say whether two dates are each other with day and month the other way round."""
    return one != other and (one.year, one.month, one.day) == (other.year, other.day, other.month)


def is_nearly(one: date, other: date) -> bool:
    """Say whether one date may be a slip for the other."""
    return is_swapped(one, other) or abs((one - other).days) == 1


def who_else_reads(email: str, *, already: Patient | None = None) -> str:
    """Return the names of the others who are reached at an address that is new to a record; empty where nobody is."""
    if already is not None and normal_email(email) == normal_email(already.email):
        return ""
    known = {already.pk, *(one.pk for one in Patient.objects.linked_with(already))} if already else set()
    others = Patient.objects.here().reached_at(email).exclude(pk__in=known).order_by("folded_name")
    return ", ".join(others.values_list("full_name", flat=True)[:5])


def _share_a_word(words: Sequence[str], patient: Patient) -> bool:
    theirs = {word for way in called(patient.full_name, patient.preferred_name) for word in words_of(way)}
    return any(
        _word_score(word, other) >= _A_WORD for word in words for other in theirs if min(len(word), len(other)) > 1
    )


def candidates(asked: PatientQuery) -> list[Patient]:
    """Return at most 200 people who share something with what was asked, those who share most first."""
    points: dict[int, int] = dict(_by_name([word for words in (asked.words, *asked.readings) for word in words]))
    for key in _by_the_rest(asked):
        points[key] = points.get(key, 0) + 2
    best = sorted(points, key=lambda key: (-points[key], key))[:CANDIDATES]
    return list(Patient.objects.filter(pk__in=best).select_related("user"))


def _by_name(words: Sequence[str]) -> list[tuple[int, int]]:
    if not words:
        return []
    query_words = {*words, *joined(words)}
    wanted = Q(sound__in={sound(word) for word in query_words})
    for start in {word[:START] for word in query_words}:
        wanted |= begins("word", start)
    rows = NameWord.objects.filter(wanted).values("patient_id").annotate(shared=Count("pk"))
    return list(rows.order_by("-shared", "patient_id").values_list("patient_id", "shared")[:CANDIDATES])


def _by_the_rest(asked: PatientQuery) -> list[int]:
    wanted = Q(pk__in=[])
    if asked.born:
        wanted |= Q(date_of_birth__in=asked.born)
    if asked.phone:
        wanted |= Q(pk__in=PhoneRun.objects.filter(begins("digits", asked.phone)).values("patient"))
    if asked.email:
        wanted |= Q(low=asked.email) | Q(user__email=asked.email)
    if not (asked.born or asked.phone or asked.email):
        return []
    people = Patient.objects.annotate(low=Lower("email")).filter(wanted).order_by("pk")
    return list(people.values_list("pk", flat=True)[:CANDIDATES])


def rank(patient: Patient, asked: PatientQuery) -> PatientMatch:
    """Say how alike a person is to what was asked."""
    theirs = [words_of(called_name) for called_name in called(patient.full_name, patient.preferred_name)]
    name = max(_either_way(words, called_name) for words in (asked.words, *asked.readings) for called_name in theirs)
    born = patient.date_of_birth in asked.born
    numbers = (digits_of(number) for number in (patient.phone, patient.guardian_phone))
    phone = bool(asked.phone) and any(asked.phone in number for number in numbers)
    emails = {normal_email(patient.email), patient.user.email if patient.user else ""}
    email = bool(asked.email) and asked.email in emails
    score = name + 40 * (born + phone + email) - 15 * (bool(asked.born) and not born)
    return PatientMatch(patient, score, name, born, phone, email)


def is_name_of(typed: str, name: str) -> bool:
    """Say whether a typed name can mean who is called so: in any order, and with more words than the name has."""
    return _either_way(words_of(typed), words_of(name)) >= ALIKE


def _either_way(asked: Sequence[str], theirs: Sequence[str]) -> float:
    """Of a name that was typed in full, a record may hold less: all of it stands in what was typed then."""
    score, more = name_score(asked, theirs), len(asked) - len(theirs)
    return max(score, name_score(theirs, asked) - 2 * more) if more > 0 and len(theirs) > 1 else score


def name_score(asked: Sequence[str], theirs: Sequence[str]) -> float:
    """Return from 0 to 100 how well the words asked for are found in a name; a word may be begun only."""
    if not asked or not theirs:
        return 0.0
    name_words = {*theirs, *joined(theirs, however_long=True)}
    best = [max(_word_score(word, name_word) for name_word in name_words) for word in asked]
    # Written apart here and together there: the words count as the one they make.
    for start in range(len(asked)):
        for end in range(start + 2, len(asked) + 1):
            together = max(_word_score("".join(asked[start:end]), name_word) for name_word in theirs)
            best[start:end] = [max(score, together) for score in best[start:end]]
    # Of two who fit alike, the one with fewer other names comes first.
    return max(sum(best) / len(best) - 0.5 * max(0, len(theirs) - len(asked)), 0.0)


def _bones(word: str) -> str:
    """Return the consonants of a word, doubled ones once: all that Arabic and Hebrew script says of most names."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", word))


def _word_score(word: str, other: str) -> float:
    if word == other or one_spelling(word) == one_spelling(other):
        return 100.0
    if other.startswith(word):
        return 95.0
    if _bones(word) == _bones(other) and not (_VOWELS.search(word) and _VOWELS.search(other)):
        return 85.0
    spelled = 100 * DamerauLevenshtein.normalized_similarity(word, other)
    # What sounds alike is what a hurried ear writes down.
    return max(spelled, 82.0) if sound(word) == sound(other) and word[:1] == other[:1] else spelled
