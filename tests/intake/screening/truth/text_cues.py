"""Every cue of the status rules in turn: the bridges, the family, denials, times, and what breaks them."""

from tests.intake.screening.truth.case import Case, Value, clear, instead, named, only, sayings, words

THINNER: dict[str, Value] = {"blood_thinner": None, "med_types": None}
OPEN: dict[str, Value] = {"pregnancy": None, "devices": None, "seizure": None, "skin": None, "conditions": None}

BRIDGE = words(
    "on taking take takes taken took using use uses used any a an the my to or nor and been have has had",
    "known history of prescribed given ever diagnosed with prior previous is are was am i'm im blood",
    "currently tomo toma tomar tengo tiene uso usa un una el la los las de mi o y con",
)
NEGATION = words(
    "no not never none without deny denies don't doesn't didn't haven't hasn't nor dont nunca sin ni",
)
FAMILY = words(
    "mother mom mum mama father dad papa parent parents husband wife spouse partner boyfriend girlfriend",
    "fiance fiancee ex son sons daughter daughters kid kids child children baby brother brothers sister",
    "sisters grandmother grandfather grandma grandpa grandson granddaughter aunt uncle cousin niece",
    "nephew friend friends boss coworker neighbor roommate dog dogs cat cats pet relative esposo esposa",
    "marido madre padre hijo hija hermano hermana abuela abuelo",
)
OWNERS = words(
    "my our mi mis",
)
FORMS = words(
    "cream ointment gel drops drop inhaler patch patches spray lotion nasal",
)
# What stands in a clause beside a bare time and keeps the medicine current.
PRESENT = "since | started | began | put on | take | takes | taking | now | daily | every | twice | still | currently"
PRESENT_TOO = "a day | restarted | back on | on | 5 mg"
BARE_TIMES = "years ago | 2 years ago | a year ago | 6 months ago | a month ago | 5 weeks ago | last year | in 2015"
RECENT_TIMES = (
    "today | tonight | this morning | last night | yesterday | this week | last week | since Monday | since Tuesday"
    " | since Wednesday | since Thursday | since Friday | since Saturday | since Sunday | for this visit"
    " | for this appointment | 1 day ago | 2 days ago | 14 days ago | 1 week ago | 2 weeks ago | for 1 day"
    " | for 14 days | for 1 week | for 2 weeks | 0 days ago"
)
OLDER_TIMES = "15 days ago | 3 weeks ago | for 15 days | for 3 weeks | 1 month ago | 1 year ago | last year | in May"
CRISIS_BRIDGE = words(
    "thoughts thought feel feeling feels think thinking about want wanting wanted plan plans i would ever",
    "attempted attempt by committed died from lost tried going him her his",
)
MONTHS = words(
    "January February March April May June July August September October November December",
)
NOT_A_BRIDGE = words(
    "smoke missed stop since besides other due fills need blame want plan for",
)
CLAUSE_WORDS = words("but however except although though then because so")
AND_SPLITS = words("i i'm take use have am on now also")
UNITS = words("mg mgs mcg ug μg g gm gr gram grams milligram milligrams microgram micrograms ml cc iu u unit units meq")
YES: dict[str, Value] = {"blood_thinner": "yes", "inr_status": "in_range"}


def _says(code: str, sentence: str, words: list[str]) -> list[Case]:
    return [only(code, **THINNER, meds_list=sentence.format(word)) for word in words]


CASES: list[Case] = [
    *named("cue:bridge", _says("text_hit_review", "no {} Eliquis", BRIDGE)),
    *named("cue:no bridge", _says("anticoagulant", "no {} Eliquis", NOT_A_BRIDGE)),
    *named("cue:bridge 'blood'", [clear("anticoagulant", meds_list="no blood anticoagulant")]),
    *named("cue:negation", _says("text_hit_review", "{} Eliquis", NEGATION)),
    *named("cue:family", _says("text_hit_review", "my {} takes Eliquis", FAMILY)),
    *named("cue:family with a word between", _says("text_hit_review", "my dear {} takes Eliquis", FAMILY)),
    *named("cue:family with two words between", _says("text_hit_review", "my dear old {} takes Eliquis", FAMILY[:6])),
    *named("cue:family without an owner", _says("text_hit_review", "the {} takes Eliquis", FAMILY[:6])),
    *named("cue:owner", _says("text_hit_review", "{} madre toma Eliquis", OWNERS)),
    *named("cue:present", _says("anticoagulant", "Eliquis {} 2 years ago", sayings(PRESENT, PRESENT_TOO))),
    *named("cue:bare time", _says("anticoagulant", "Eliquis {}", sayings(BARE_TIMES))),
    *named("cue:recent time", _says("blood_thinner_stopped", "stopped Eliquis {}", sayings(RECENT_TIMES))),
    *named("cue:older time", _says("text_hit_review", "stopped Eliquis {}", sayings(OLDER_TIMES))),
    *named(
        "cue:missed dose",
        [
            *_says("blood_thinner_stopped", "did not take Eliquis {}", sayings(RECENT_TIMES)),
            *_says("text_hit_review", "did not take Eliquis {}", sayings(OLDER_TIMES)),
            *_says("blood_thinner_stopped", "not {} Eliquis this week", ["take", "taken", "taking", "using"]),
            *_says("text_hit_review", "not {} Eliquis this week", ["on"]),
        ],
    ),
    *named("cue:topical form", [clear("immunosuppressed", meds_list=f"dexamethasone {form}") for form in FORMS]),
    *named(
        "cue:topical form, one word on", [clear("immunosuppressed", meds_list=f"tacrolimus 1% {f}") for f in FORMS[:1]]
    ),
    *named(
        "cue:topical form, too far",
        [only("immunosuppressed", med_types=None, meds_list=f"tacrolimus 1 mg and {form}") for form in FORMS],
    ),
    *named(
        "cue:crisis bridge", [only("crisis_words_check", anything_else=f"never {w} suicide") for w in CRISIS_BRIDGE]
    ),
    *named(
        "cue:crisis bridge for crisis only",
        [
            only("anticoagulant", **THINNER, meds_list=f"never {w} Eliquis")
            for w in ("thought", "feel", "about", "tried")
        ],
    ),
    *named(
        "cue:crisis family", [only("crisis_words_check", anything_else=f"my {who} committed suicide") for who in FAMILY]
    ),
    *named("cue:expecting", [only("pregnancy", **OPEN, anything_else=f"expecting in {month}") for month in MONTHS]),
    *named(
        "cue:port",
        [
            only("vascular_access", **OPEN, anything_else=f"a port by the {near}")
            for near in ("chest", "cath", "catheter", "infusion")
        ],
    ),
    *named("cue:port elsewhere", [clear("vascular_access", **OPEN, anything_else="a port, and my chest is fine")]),
    *named(
        "cue:removed",
        [
            clear("implanted_electronic_device", **OPEN, anything_else=f"pacemaker {how}")
            for how in ("removed", "taken out", "explanted", "ruled out")
        ],
    ),
    *named(
        "cue:repaired",
        [
            clear("aneurysm_known", **OPEN, anything_else="aneurysm repaired"),
            only("implanted_electronic_device", **OPEN, anything_else="pacemaker repaired"),
            instead("seizure_disorder", "seizure_remote", **OPEN, anything_else="seizures when I was 17"),
        ],
    ),
    *named(
        "cue:roof",
        [clear("skin_infection", **OPEN, anything_else=f"shingles {w}") for w in ("roof", "roofing", "roofer")],
    ),
    # a clause that ends keeps 'still' away from what stands before it
    *named("cue:clause word", _says("text_hit_review", "stopped Eliquis {} still tired", CLAUSE_WORDS)),
    *named("cue:and splits", _says("text_hit_review", "stopped Eliquis and {} still tired", AND_SPLITS)),
    *named("cue:and does not split", _says("anticoagulant", "stopped Eliquis and {} still on it", ["we"])),
    *named("cue:unit", _says("text_hit_review", "no 5 {} Eliquis", UNITS)),
    *named(
        "cue:rare turns",
        [
            *_says("text_hit_review", "{}", ["used to use Eliquis", "used to have Eliquis"]),
            *_says(
                "text_hit_review", "{}", ["I was on and off Eliquis 2 years ago", "never aspirin, Eliquis nor Xarelto"]
            ),
            *_says("text_hit_review", "no aspirin, {} Eliquis or Xarelto", ["the", "a", "an", "and", "any"]),
            *_says("anticoagulant", "{}", ["stopped Eliquis in May and currently taking it"]),
            *_says("anticoagulant", "no aspirin, {} Eliquis or Xarelto", ["now", "my", "then"]),
            only("anticoagulant", "answers_conflict", **YES, meds_list="never took blood thinners"),
            only("anticoagulant", "text_hit_review", **YES, meds_list="used to take blood thinners"),
            only("immunosuppressed", med_types=None, meds_list="tacrolimus 1 mg cream"),
            clear("skin_infection", **OPEN, anything_else="rooftop shingles"),
            only("skin_patches", skin=["scars_fragile"], skin_area="cellulitis, seizure"),
            clear("seizure_disorder", imaging=["mri"], imaging_when="2019 for a seizure"),
        ],
    ),
]
