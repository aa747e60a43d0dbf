"""The red flags: each a tap of its own, because check-all lists lose answers; each can be "Not sure".

Four screens of at most four questions for almost everybody: more than four on one page get skimmed. A question
that only follows up an answer of its own screen opens below it and does not count. The fifth screen opens only
for a person with a fever, weight loss or night pain.
"""

from intake.questionnaire.common import follow_up, red_flag
from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

_GERMS_MATTER = (
    "rf_fever in {yes, yes_gone, not_sure} OR rf_night_pain in {yes, not_sure} OR rf_weight_loss in {yes, not_sure}"
)

SAFETY = Step(
    code="safety",
    title=_("Safety questions"),
    intro=_("Please answer each question. If you are not sure, choose “Not sure”."),
    screens=(
        Screen(
            code="safety_chest",
            title=_("Where it hurts, and how you feel now"),
            intro=_("First, we check for problems that need care today. Most people answer No."),
            questions=(
                Question(
                    code="pain_areas",
                    wording=_("Where does it hurt?"),
                    kind=Kind.BODY_MAP,
                    choices=(
                        Choice("neck", _("Neck")),
                        Choice("upper_back", _("Upper back")),
                        Choice("mid_back", _("Mid back")),
                        Choice("low_back", _("Low back")),
                        Choice("buttock_hip", _("Buttock or hip")),
                        Choice("leg_left", _("Left leg")),
                        Choice("leg_right", _("Right leg")),
                        Choice("arm_left", _("Left arm")),
                        Choice("arm_right", _("Right arm")),
                        Choice("chest", _("Chest")),
                        Choice("abdomen", _("Belly")),
                        Choice("other", _("Somewhere else")),
                    ),
                    required=True,
                    why="Target area; chest and belly start a check; neck opens a question",
                    hint=_("Choose every place that hurts, in the picture or in the list."),
                ),
                follow_up(
                    "organ_pain_checked",
                    _("Has a doctor checked this chest or belly pain?"),
                    show_if="pain_areas has {chest, abdomen}",
                    why="Decides caution or hold",
                    since="3.0",
                ),
                red_flag(
                    "rf_chest",
                    _(
                        "Now or in the last 24 hours: new chest pain or pressure, trouble breathing at rest, "
                        "coughing blood, or passing out?"
                    ),
                    why="Red flag: heart, lung",
                ),
                red_flag(
                    "rf_breath_pain",
                    _(
                        "In the last 4 weeks, new for you: a sharp pain in your chest, side or back each time you "
                        "breathe in, or a heart that races while you rest?"
                    ),
                    why="Red flag: lung clot, lung leak, pleurisy",
                    since="3.0",
                ),
                red_flag(
                    "rf_tearing",
                    _(
                        "In the last 7 days: pain in your chest, back or belly that hit in seconds and felt "
                        "tearing, or was the worst of your life?"
                    ),
                    why="Red flag: aorta",
                ),
            ),
        ),
        Screen(
            code="safety_legs",
            title=_("Face, arms, legs and bladder"),
            intro=_("These answers tell us whether a nerve or the brain needs care soon."),
            questions=(
                red_flag(
                    "rf_stroke",
                    _(
                        "In the last 7 days, even if it went away: face drooping, sudden weakness of an arm "
                        "or leg on one side, trouble talking, sudden loss of sight or double vision, or the "
                        "worst headache of your life?"
                    ),
                    why="Red flag: stroke or mini-stroke, bleed in the brain",
                ),
                red_flag(
                    "rf_leg_weak",
                    _(
                        "Do you have weakness in a leg, foot, arm or hand? For example, your foot drags, your knee "
                        "buckles, or you drop things."
                    ),
                    choices=(
                        Choice("no", _("No")),
                        Choice("new_or_worse", _("Yes - new or getting worse in the last 2 weeks")),
                        Choice("weeks_stable", _("Yes - began 2 weeks to 6 months ago, not getting worse")),
                        Choice("old_stable", _("Yes - for more than 6 months, not changing")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    why="Red flag: nerve or cord; baseline",
                ),
                follow_up(
                    "weak_checked",
                    _("Has a doctor examined this weakness?"),
                    show_if="rf_leg_weak = weeks_stable",
                    why="Decides caution or hold",
                    since="3.0",
                ),
                red_flag(
                    "rf_saddle_numb",
                    _("In the last 4 weeks: new numbness between your legs, or around your private parts or bottom?"),
                    why="Red flag: cauda equina",
                ),
                red_flag(
                    "rf_bladder_bowel",
                    _(
                        "In the last 4 weeks, new for you: can't start or feel your pee, can't hold pee or "
                        "bowels, or lost feeling during sex?"
                    ),
                    why="Red flag: cauda equina",
                ),
            ),
        ),
        Screen(
            code="safety_body",
            title=_("New changes in your body"),
            intro=_("Back pain can start outside the back. These questions help us find the cause."),
            questions=(
                red_flag(
                    "rf_both_legs",
                    _("In the last 2 weeks: new pain, tingling or numbness going down both legs?"),
                    why="Red flag: early cauda equina",
                ),
                red_flag(
                    "rf_leg_swelling",
                    _("In the last 2 weeks: one calf or leg newly swollen compared with the other?"),
                    why="Red flag: leg clot",
                ),
                red_flag(
                    "rf_clumsy",
                    _(
                        "New in the last 3 months: clumsy hands, unsteady walking, or electric shocks down "
                        "your back when you bend your neck?"
                    ),
                    why="Red flag: cord pressure in the neck or mid back",
                ),
                Question(
                    code="rf_head_neck",
                    wording=_("New in the last month: choose all that fit"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("new_headache", _("A bad headache unlike your others")),
                        Choice("scalp_jaw", _("Sore scalp, or jaw that aches when you chew")),
                        Choice(
                            "eyelid_sight",
                            _("Droopy eyelid, uneven pupils, double vision or loss of sight"),
                        ),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    show_if="pain_areas has neck OR age >= 50",
                    why="Red flag: artery tear in the neck, inflamed head artery",
                    red_flag=True,
                ),
            ),
        ),
        Screen(
            code="safety_falls",
            title=_("Fever, falls, weight and nights"),
            intro=_("For most people, these are the last safety questions."),
            questions=(
                red_flag(
                    "rf_fever",
                    _("In the last 2 weeks: fever (100.4 °F or feeling very hot), night sweats or shaking chills?"),
                    choices=(
                        Choice("no", _("No")),
                        Choice("yes", _("Yes - now, in the last 3 days, or no one knows why")),
                        Choice(
                            "yes_gone",
                            _("Yes - from a cold, flu, COVID or stomach bug, and fully gone for 3 days"),
                        ),
                        Choice("not_sure", _("Not sure")),
                    ),
                    why="Red flag: infection",
                ),
                follow_up(
                    "needled_recent",
                    _("In the last 4 weeks: acupuncture, dry needling, or cupping that drew blood?"),
                    show_if="rf_fever in {yes, yes_gone, not_sure}",
                    why="A way in for germs",
                    since="3.0",
                ),
                red_flag(
                    "rf_trauma",
                    _("In the last 6 weeks, did you have a fall, crash or hard hit?"),
                    choices=(
                        Choice("no", _("No")),
                        Choice(
                            "major_not_checked",
                            _(
                                "Big one (car or bike crash, fall from higher than standing or down stairs, "
                                "hit by something heavy) - not checked by a doctor"
                            ),
                        ),
                        Choice("major_checked", _("Big one - a doctor checked me")),
                        Choice("minor", _("Trip or fall from standing, or a bump")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    why="Red flag: fracture",
                ),
                red_flag(
                    "rf_weight_loss",
                    _("In the last 6 months, have you lost 10 pounds or more?"),
                    choices=(
                        Choice("no", _("No")),
                        Choice("yes", _("Yes, and I don’t know why")),
                        Choice("explained", _("Yes, from a diet, a weight-loss medicine or having a baby")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    why="Red flag: cancer, infection",
                ),
                red_flag(
                    "rf_night_pain",
                    _("Pain at night that wakes you and no position eases?"),
                    why="Red flag when joined with other answers",
                ),
            ),
        ),
        Screen(
            code="safety_germs",
            title=_("Three more safety questions"),
            intro=_("Because of your last answers, we ask how germs could reach your spine."),
            why=_("Your answers are private: only clinicians see them."),
            questions=(
                red_flag(
                    "rf_iv_drugs",
                    _("In the past year, have you injected drugs? (Private. It changes how fast you need to be seen.)"),
                    choices=(
                        Choice("no", _("No")),
                        Choice("yes", _("Yes")),
                        Choice("prefer_not", _("I would rather not say")),
                    ),
                    show_if=_GERMS_MATTER,
                    why="Raises spine infection risk; asked only when it matters",
                    private=True,
                ),
                red_flag(
                    "rf_infection_recent",
                    _(
                        "In the last 3 months: an infection treated in a hospital or with IV antibiotics, a "
                        "spine injection (also for childbirth), spine surgery, or dialysis?"
                    ),
                    show_if=_GERMS_MATTER,
                    why="Raises spine infection risk",
                ),
                follow_up(
                    "rf_procedure_recent",
                    _(
                        "In the last 3 months: a urine catheter, or a procedure on your bladder, prostate or kidneys "
                        "(like a biopsy, a scope or a stone)?"
                    ),
                    show_if=_GERMS_MATTER,
                    why="A way in for germs",
                    since="3.0",
                ),
            ),
        ),
    ),
)
