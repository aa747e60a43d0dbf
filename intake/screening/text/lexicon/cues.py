"""The small words that decide whether a name counts: denial, family, allergy, past, and where a clause ends.

A cue works forward: it stands before the name in the same clause, and every word between is a bridge
word, a number, a dose or part of another hit. Cues that work from behind say so.
"""

from intake.screening.text.lexicon.shapes import words_of

# --- where a clause ends -----------------------------------------------------------------------------

CLAUSE_WORDS = ("but", "however", "except", "although", "though", "then", "because", "so")
AND_SPLITS_BEFORE = ("i", "i'm", "take", "use", "have", "am", "on", "now", "also")

# --- taken out before anything is read ---------------------------------------------------------------
# A star stands for the rest of a word, a bar for 'or'. '<word>-free' is taken out as well.

REMOVE_FIRST = (
    "insulin resistan*",
    "shingles vaccine",
    "shingles shot",
    "shingrix",
    "flu shot",
    "roof* shingles",
    "seizure free",
    "pain free",
    "symptom free",
    "sugar free",
    "gluten free",
    "dairy free",
    "latex free",
    "nickel free",
    "trying|want|wanting|hope|hoping|plan|planning|like to get|be|become pregnant",
)
REMOVE_AFTER_HYPHEN = "free"

# --- reach -------------------------------------------------------------------------------------------

BRIDGE = words_of(
    "on taking take takes taken took using use uses used any a an the my to or nor and been have has had known"
    " history of prescribed given ever diagnosed with prior previous is are was am i'm im blood currently tomo"
    " toma tomar tengo tiene uso usa un una el la los las de mi o y con"
)
NOT_AN_ALLERGY_BRIDGE = frozenset({"with"})  # 'allergic to latex with Eliquis' says nothing about Eliquis
UNITS = words_of(
    "mg mgs mcg ug μg g gm gr gram grams milligram milligrams microgram micrograms ml cc iu u unit units meq"
)

# --- about somebody else -----------------------------------------------------------------------------

FAMILY_OWNER = frozenset({"my", "our", "mi", "mis"})
FAMILY_NOUN = words_of(
    "mother mom mum mama father dad papa parent parents husband wife spouse partner boyfriend girlfriend fiance"
    " fiancee ex son sons daughter daughters kid kids child children baby brother brothers sister sisters"
    " grandmother grandfather grandma grandpa grandson granddaughter aunt uncle cousin niece nephew friend friends"
    " boss coworker neighbor roommate dog dogs cat cats pet relative esposo esposa marido madre padre hijo hija"
    " hermano hermana abuela abuelo"
)
FAMILY_ANYWHERE = ("family history of", "family history", "runs in my family")

# --- allergy (medicines) -----------------------------------------------------------------------------

ALLERGY = (
    "allergic to",
    "allergy to",
    "allergies to",
    "can't take",
    "cannot take",
    "cant take",
    "intolerant of",
    "intolerant to",
    "reaction to",
    "alergico a",
    "alergica a",
    "alergia a",
)
ALLERGY_AFTER = frozenset({"allergy", "allergic"})  # the next word after the name

# --- denial ------------------------------------------------------------------------------------------

NEGATION = (
    "no",
    "not",
    "never",
    "none",
    "without",
    "deny",
    "denies",
    "don't",
    "doesn't",
    "didn't",
    "haven't",
    "hasn't",
    "nor",
    "dont",
    "nunca",
    "sin",
    "ni",
)
NOT_NEGATION = ("not sure", "not only", "no problem", "no problems", "no longer", "ya no")
LIST_OR = frozenset({"or", "nor"})
LIST_WORDS = frozenset({"or", "nor", "and", "any", "a", "an", "the", "no"})
LIST_OPENER = "no"
LIST_LENGTH = 3  # 'No A, B, C' denies all when it names at least so many medicines
DOSE_VERBS = frozenset({"take", "taken", "taking"})  # denied, with a recent time: a missed dose

# --- not through the mouth (medicines) ---------------------------------------------------------------

TOPICAL_FORMS = words_of("cream ointment gel drops drop inhaler patch patches spray lotion nasal")
TOPICAL_WITHIN = 2  # words after the name
TOPICAL_NAMES = words_of(
    "prednisolone dexamethasone methylprednisolone tacrolimus cyclosporine diclofenac voltaren ketoprofen ibuprofen"
    " advil motrin aspirin fluorouracil adrucil"
)

# --- now and then ------------------------------------------------------------------------------------

CURRENT_AGAIN = ("restarted", "back on", "still", "currently")  # anywhere in the clause

PAST = (
    "stopped taking",
    "stopped using",
    "stopped",
    "used to take",
    "used to",
    "quit",
    "no longer",
    "came off",
    "went off",
    "discontinued",
    "finished",
    "was on",
    "previously on",
    "previously",
    "ya no",
    "deje de tomar",
    "tomaba",
)
PAST_UNLESS_RECENT = ("took", "had")  # not with a time of up to 14 days
PAST_CONDITION = ("had", "was")  # beside PAST, for conditions that pass
PAST_AFTER = frozenset({"stopped", "discontinued", "finished", "until"})  # the next word after the name
PAST_OPENERS = frozenset({"stopped", "finished", "quit", "discontinued"})  # of the clause that follows

# A bare time ('2 years ago') is no past beside one of these, or beside a dose.
PRESENT = words_of("since started began take takes taking now daily every twice still currently restarted on")
PRESENT_PHRASES = ("a day",)
NOT_PRESENT = ("was on",)

# --- taken out (devices, valves, lines, vessels) -----------------------------------------------------
# Works from both sides; from behind also over these words.

REMOVED = ("removed", "taken out", "explanted", "ruled out")
REMOVED_BRIDGE = words_of("which that it were being got getting surgically later recently")

# --- long ago (seizures) -----------------------------------------------------------------------------

CHILDHOOD = ("as a child", "as a kid", "as a baby", "as an infant", "in childhood", "childhood")
CHILD_WORDS = words_of("child kid baby infant toddler little")  # 'when I was a …'
CHILD_UNDER = 18  # 'when I was 12'
REMOTE_DAYS = 3650

# --- how recent --------------------------------------------------------------------------------------

RECENT_DAYS = 14
SIX_WEEKS_DAYS = 42
SIX_WEEKS_GROUP = "CHEMO"
