"""Rows made from the word lists: every name, phrase, misspelling, look-alike and stop word in turn.

`lexicon.jsonl` was copied once from the specification and is a list of its own: a name that goes missing
from the program is still asked for here.
"""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from tests.intake.screening.truth.case import Case, Value, clear, fires, named, only, quiet, read_as

# What a name of each group fires when no tick contradicts it (the ticks are left unanswered), once a day.
FIRES: dict[str, set[str]] = {
    "ANTICOAG": {"anticoagulant"},
    "ANTIPLATELET": {"antiplatelet", "answers_conflict"},  # named but not ticked
    "ASPIRIN_NSAID": {"minor_bleeding_risk_med"},
    "SUPP_BLEED": {"minor_bleeding_risk_med"},
    "IMMUNO": {"immunosuppressed"},
    "CHEMO": {"neutropenia_risk", "answers_conflict"},  # chemotherapy without a cancer
    "BLEED_TX": {"bleeding_disorder"},
    "NEUTRO_TX": {"neutropenia_risk"},
    "AED_SEIZURE": {"seizure_disorder"},
    "AED_MULTI": {"anticonvulsant_other_use"},
    "HYPOGLY": {"diabetes_neuropathy", "answers_conflict"},  # lowers sugar, without diabetes
    "BONE": {"osteoporosis"},
    "MARROW": set(),
}
OPEN: dict[str, Value] = {
    "blood_thinner": None,
    "med_types": None,
    "bleeding": None,
    "seizure": None,
    "skin": None,
    "devices": None,
    "conditions": None,
    "spine_dx": None,
    "pregnancy": None,
}
TICKS = {"ANTIPLATELET": "antiplatelet", "IMMUNO": "immune_med"}
THINNER: dict[str, Value] = {"blood_thinner": "yes", "inr_status": "not_warfarin", "rf_bleeding_now": "no"}
FEVER: dict[str, Value] = {"rf_fever": "yes", "rf_iv_drugs": "no", "rf_infection_recent": "no"}
HURT: dict[str, Value] = {"treatments_tried": ["acupuncture"], "acupuncture_reaction": "moderate"}
IN_REACTIONS_ONLY = "past_harm"
NEEDS_COMPANY = {"port": "a port for infusion", "expecting": "expecting in May"}
HOLDS_ITS_OWN_NO = "no spleen"
ALSO_AN_ILLNESS = {"stent", "bones"}
ALSO_KNOWN: set[str] = set()


@cache
def lexicon() -> list[dict[str, Any]]:
    """The word lists, one entry a line."""
    lines = (Path(__file__).parent / "lexicon.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def groups_of() -> dict[str, set[str]]:
    """Every listed name and phrase with its groups."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in lexicon():
        if entry["kind"] in ("name", "phrase"):
            found[entry["text"]].add(entry["group"])
    return dict(found)


@cache
def sublist(name: str) -> frozenset[str]:
    """The members of a sub-list."""
    (found,) = [entry for entry in lexicon() if entry["kind"] == "sublist" and entry["name"] == name]
    return frozenset(found["members"])


def listed(kind: str) -> list[str]:
    """One of the plain lists: lookalikes, stop_words, known_drugs."""
    (found,) = [entry for entry in lexicon() if entry["kind"] == kind]
    words: list[str] = found["words"]
    return words


def of(kind: str) -> list[dict[str, Any]]:
    """Every entry of a kind."""
    return [entry for entry in lexicon() if entry["kind"] == kind]


def asian(text: str) -> bool:
    """Written in Chinese, Japanese or Korean, for which no cue is read."""
    return any("⺀" <= sign <= "鿿" or "가" <= sign <= "힣" for sign in text)


def expected(name: str) -> set[str]:
    """What `<name> daily` fires when every tick is left open."""
    codes = set().union(*(FIRES[group] for group in groups_of()[name]))
    return codes | ({"anticoagulant_high_risk"} if name in sublist("WARFARIN") else set())


def _members(group: str) -> list[str]:
    return [name for name, groups in groups_of().items() if group in groups]


def _daily() -> list[Case]:
    return [
        read_as(name, only(*sorted(expected(name)), **OPEN, meds_list=f"{name} daily"))
        for name in groups_of()
        if expected(name)
    ]


def _marrow() -> list[Case]:
    quietly: dict[str, Value] = {"conditions": None}  # Combivir points at HIV
    names = [name for name in _members("MARROW") if not expected(name)]
    alone = [clear("fever_illness", **quietly, meds_list=f"{name} daily") for name in names]
    return alone + [fires("rf_spinal_infection", **FEVER, meds_list=f"{name} daily") for name in _members("MARROW")]


def _sublists() -> dict[str, list[Case]]:
    high, cord = "anticoagulant_high_risk", "spine_cord_or_instability"
    rows: dict[str, list[Case]] = {"NSAID_SECOND_RISK": [], "BLOOD_MOVING": [], "BTK": [], "STEROID": []}
    for group, name in (("ASPIRIN_NSAID", "NSAID_SECOND_RISK"), ("SUPP_BLEED", "BLOOD_MOVING"), ("CHEMO", "BTK")):
        for word in _members(group):
            judge = fires if word in sublist(name) else quiet
            rows[name].append(judge(high, **THINNER, meds_list=f"{word} daily"))
    for word in _members("IMMUNO"):
        if "BLEED_TX" in groups_of()[word]:
            continue  # counts against the cord by itself
        judge = fires if word in sublist("STEROID") else quiet
        rows["STEROID"].append(judge(cord, rf_trauma="minor", meds_list=f"{word} daily"))
    return rows


def _denied() -> list[Case]:
    """`no <name>`: named anticoagulants leave the note for the practitioner, the bare words do not."""
    rows = []
    for name in _members("ANTICOAG"):
        if asian(name):  # no cue is read for it, but among the allergies it is one
            rows.append(only("text_hit_review", allergies=["medicine"], allergies_other=name))
        elif name in sublist("THINNER_WORDS"):
            rows += [
                clear("anticoagulant", meds_list=f"no {name}"),
                only("answers_conflict", "anticoagulant", **THINNER, meds_list=f"no {name}"),
            ]
        else:
            rows.append(only("text_hit_review", meds_list=f"no {name}"))
    return rows


def _misspellings() -> list[Case]:
    rows = []
    aliases = {
        word: entry["rule"]
        for entry in of("condition")
        for word in entry["words"]
        if entry["name"] != IN_REACTIONS_ONLY
    }
    for entry in of("misspellings"):
        name = entry["name"]
        for typed in entry["accept"]:
            if name in groups_of():
                rows.append(read_as(name, only(*sorted(expected(name)), **OPEN, meds_list=f"{typed} daily")))
            else:
                rows.append(only(aliases[name], **OPEN, anything_else=f"I have {typed}"))
    return rows


def _silent() -> dict[str, list[Case]]:
    quietly: dict[str, Value] = {"conditions": None, "pregnancy": None}  # some are given for one condition
    sure = [word for word in listed("stop_words") if word not in ALSO_AN_ILLNESS]
    return {
        "lookalike": [clear("medicines_unread", **quietly, meds_list=f"{word} daily") for word in listed("lookalikes")],
        # 'shingrix' is taken out before anything is looked for
        "known": [
            clear("medicines_unread", **quietly, meds_list=f"{word} daily")
            for word in listed("known_drugs")
            if word != "shingrix"
        ],
        "stop word": [clear("medicines_unread", anything_else=word) for word in sure],
        "stop word in the list": [only("medicines_unread", meds_list=word) for word in sure if word not in ALSO_KNOWN],
    }


def _conditions() -> dict[str, list[Case]]:
    rows: dict[str, list[Case]] = defaultdict(list)
    for entry in of("condition"):
        name, rule = entry["name"], entry["rule"]
        for word in entry["words"]:
            if name == IN_REACTIONS_ONLY:
                rows[name].append(fires(rule, **HURT, reaction_detail=f"It was a {word}"))
                if word != "seizure":
                    rows[name].append(quiet(rule, **OPEN, anything_else=f"It was a {word}"))
                continue
            says = NEEDS_COMPANY.get(word, f"I have {word}")
            rows[name].append(fires(rule, **OPEN, anything_else=says))
            if asian(word):
                continue
            rows[name].append(quiet(rule, **OPEN, anything_else=f"my sister has {says.removeprefix('I have ')}"))
            if word != HOLDS_ITS_OWN_NO:
                rows[name].append(quiet(rule, **OPEN, anything_else=f"no {says.removeprefix('I have ')}"))
    return rows


def _families() -> dict[str, list[Case]]:
    """Every shape of every family, sign and cry, each of its words once."""
    rows: dict[str, list[Case]] = defaultdict(list)
    for entry in (*of("family"), *of("sign"), *of("cry")):
        for says in entry["says"]:
            rows[entry["name"]].append(_told(entry["name"], entry["rule"], says))
    return rows


def _slips() -> list[Case]:
    """A word of each family with a letter too few."""
    typed = {entry["typed"]: entry for entry in of("slip")}
    return [_told(entry["name"], entry["rule"], entry["typed"]) for entry in typed.values()]


def _told(name: str, rule: str, says: str) -> Case:
    if name == IN_REACTIONS_ONLY:
        return fires(rule, **HURT, reaction_detail=says)
    if name == "event":
        return fires(rule, **OPEN, anything_else=f"{says} last month")
    return fires(rule, **OPEN, anything_else=says)


def _given_for() -> list[Case]:
    """Every medicine that is mostly given for one condition, while that condition is denied and its own tick set."""
    return [
        fires("answers_conflict", **_own_tick(name), meds_list=f"{name} daily")
        for entry in of("given_for")
        for name in entry["medicines"]
    ]


def _own_tick(name: str) -> dict[str, Value]:
    """The tick of a medicine that has one: without it another line would fire."""
    groups = groups_of().get(name, set())
    ticks: list[str] = [tick for group, tick in TICKS.items() if group in groups]
    return {"med_types": ticks} if ticks else {}


CASES: list[Case] = [
    *named("name", _daily()),
    *named("name:MARROW", _marrow()),
    *[case for name, rows in _sublists().items() for case in named(f"sublist:{name}", rows)],
    *named("name:denied", _denied()),
    *named("misspelling", _misspellings()),
    *[case for name, rows in _silent().items() for case in named(name, rows)],
    *[case for name, rows in _conditions().items() for case in named(f"word:{name}", rows)],
    *[case for name, rows in _families().items() for case in named(f"family:{name}", rows)],
    *named("family:slips", _slips()),
    *named("given for", _given_for()),
]
