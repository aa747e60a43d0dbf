"""The questions of the check-in. What needs care now comes first."""

from dataclasses import replace

from intake.questionnaire.common import NO_YES_NOT_SURE
from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.new_patient import NEW_PATIENT
from intake.questionnaire.wording import _

# A way in for germs, asked again with a fever: what the full form never asked is not a No.
_WITH_FEVER = tuple(
    replace(NEW_PATIENT.question(code), show_if="fu_fever in {yes, not_sure}")
    for code in ("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent")
)

_NOW = Screen(
    code="after_now",
    title=_("How you feel now"),
    intro=_("No one reads this at night. Call 911 if you cannot breathe, cannot move or feel very sick."),
    questions=(
        Question(
            code="fu_breath",
            wording=_("Since your visit: chest pain, pain when you breathe in, or shortness of breath?"),
            kind=Kind.ONE,
            choices=(
                Choice("no", _("No")),
                Choice("yes", _("Yes")),
                Choice("cough_only", _("No, only a new dry cough")),
            ),
            required=True,
            why="Lung leak",
        ),
        Question(
            code="fu_nerve",
            wording=_("New weakness, numbness or tingling? Choose all that fit"),
            kind=Kind.MANY,
            choices=(
                Choice("none", _("None")),
                Choice("brief", _("Less than a day, gone now")),
                Choice("numb_lasting", _("Numb or tingling, still there")),
                Choice("weak_lasting", _("Weak, still there")),
                Choice("saddle_bladder", _("Between my legs, or trouble peeing or holding bowels")),
                Choice("stroke_signs", _("Face droop, trouble talking, one side weak")),
            ),
            required=True,
            why="Nerve, cord or brain",
        ),
        Question(
            code="fu_head",
            wording=_("Sudden severe headache, stiff neck, or confusion?"),
            kind=Kind.ONE,
            choices=NO_YES_NOT_SURE,
            required=True,
            why="Bleed or infection near the brain",
        ),
        Question(
            code="fu_fever",
            wording=_("Fever or chills?"),
            kind=Kind.ONE,
            choices=NO_YES_NOT_SURE,
            required=True,
            why="Infection",
        ),
    ),
)

_GERMS = Screen(
    code="after_germs",
    title=_("A few more safety questions"),
    intro=_("Because of the fever, we ask how germs could get in."),
    why=_("Your answers are private: only clinicians see them."),
    questions=_WITH_FEVER,
)

_BODY = Screen(
    code="after_body",
    title=_("Skin, belly and fainting"),
    intro=_("Small bruises are common. Tell us about everything else."),
    questions=(
        Question(
            code="fu_skin",
            wording=_("Where the needles went, is there... (choose all that fit)"),
            kind=Kind.MANY,
            choices=(
                Choice("none", _("Nothing")),
                Choice("small_bruise", _("A small bruise")),
                Choice("large_bruise", _("A bruise bigger than my palm, not growing")),
                Choice("bruise_growing", _("A bruise or lump that is growing")),
                Choice("redness", _("Red, warm, swollen, spreading or pus")),
                Choice("still_bleeding", _("Bleeding that pressure for 15 minutes does not stop")),
            ),
            required=True,
            why="Bleeding, infection",
        ),
        Question(
            code="fu_faint",
            wording=_("Did you faint or have a seizure after leaving?"),
            kind=Kind.ONE,
            choices=(
                Choice("no", _("No")),
                Choice("dizzy", _("Dizzy only")),
                Choice("fainted", _("I fainted")),
                Choice("fainted_injury", _("I fainted and hit my head or got hurt")),
                Choice("seizure", _("I had a seizure")),
            ),
            required=True,
            why="Faint, seizure",
        ),
        Question(
            code="fu_preg",
            wording=_("Bleeding, leaking fluid, strong belly pain or cramps, or baby moving less?"),
            kind=Kind.ONE,
            choices=(
                Choice("no", _("No")),
                Choice("cramps_only", _("Only mild cramps")),
                Choice("yes", _("Yes")),
                Choice("not_sure", _("Not sure")),
            ),
            required=True,
            show_if="pregnancy in {yes, maybe, trying, prefer_not, postpartum} OR intake(pregnancy)",
            why="Danger in or after pregnancy",
            private=True,
        ),
        Question(
            code="fu_belly",
            wording=_("New strong belly pain or blood in urine?"),
            kind=Kind.ONE,
            choices=NO_YES_NOT_SURE,
            required=True,
            show_if="visit_areas has {abdomen_flank, low_back} OR NOT answered(visit_areas)",
            why="Organ injury",
        ),
    ),
)

_PAIN = Screen(
    code="after_pain",
    title=_("Your pain"),
    intro=_("Some soreness on the first day is common."),
    questions=(
        Question(
            code="fu_pain_change",
            wording=_("Your pain compared with before the visit"),
            kind=Kind.ONE,
            choices=(
                Choice("much_better", _("Much better")),
                Choice("better", _("Better")),
                Choice("same", _("The same")),
                Choice("worse_settled", _("Worse at first, now settled")),
                Choice("worse_mild", _("A bit worse now")),
                Choice("worse_lot", _("A lot worse now")),
            ),
            required=True,
            why="Reaction or harm",
        ),
        Question(
            code="fu_pain_now",
            wording=_("Pain now, 0-10"),
            kind=Kind.SCALE,
            required=True,
            why="Compare with intake",
            hint=_("0 = none, 10 = worst you can imagine"),
            minimum=0,
            maximum=10,
        ),
        Question(
            code="fu_tired_drive",
            wording=_("Too sleepy to drive or work safely?"),
            kind=Kind.ONE,
            choices=(
                Choice("no", _("No")),
                Choice("first_day", _("On the first day only")),
                Choice("still", _("Still")),
            ),
            required=True,
            why="Sedation",
        ),
    ),
)

_LAST = Screen(
    code="after_last",
    title=_("Needles, medicines and a call"),
    intro=_("Last questions."),
    questions=(
        Question(
            code="fu_needle",
            wording=_("Found a needle or ear bead still in place?"),
            kind=Kind.ONE,
            choices=(
                Choice("no", _("No")),
                Choice("ear_or_surface", _("An ear bead or a needle lying on the skin")),
                Choice("whole_needle", _("A whole needle still in my skin")),
                Choice("broken_inside", _("A needle that broke under my skin")),
            ),
            required=True,
            why="Retained or broken needle",
        ),
        Question(
            code="fu_meds",
            wording=_("Did you stop or skip a medicine because of the visit?"),
            kind=Kind.MANY,
            choices=(
                Choice("no", _("No")),
                Choice("blood_thinner_heart", _("A blood thinner or heart medicine")),
                Choice("seizure", _("Seizure medicine")),
                Choice("diabetes", _("Diabetes medicine")),
                Choice("other", _("Another medicine")),
            ),
            required=True,
            why="Stopping can do more harm than needling",
        ),
        Question(
            code="fu_call",
            wording=_("Would you like us to call you?"),
            kind=Kind.ONE,
            choices=(Choice("no", _("No")), Choice("yes", _("Yes"))),
            required=True,
            why="Contact",
        ),
        Question(
            code="fu_text",
            wording=_("Anything else?"),
            kind=Kind.LONG_TEXT,
            why="Scanned for a few words",
            scanned=True,
        ),
    ),
)

AFTER = Step(
    code="checkin",
    title=_("How are you since your visit?"),
    screens=(_NOW, _GERMS, _BODY, _PAIN, _LAST),
)
