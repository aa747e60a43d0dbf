"""What may have changed since the last form: the red flags, then what ages, then skin, medicines and pregnancy.

What has a time window ("in the last 12 weeks") is asked only where the old answer names one or something new has
happened; elsewhere the old answer stands. The lists of devices and spine diagnoses grew with version 3.0: a patient
whose last form is older is shown both once.
"""

from intake.questionnaire.carried import carried
from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

_SOMETHING_NEW = "picked(day_new_event)"
# The question came with version 3.0 and is asked of everybody: whoever has no answer to it filled in an older form.
_OLD_FORM = "NOT answered(before_rf_breath_pain)"
_GREW = _("We added a choice. Is this still right?")
_CHANGED = _("We show your last answer. Has this changed?")

_DANGERS = (
    Screen(
        code="update_chest",
        title=_("How you feel now"),
        intro=_("First, we check for problems that need care today. Most people answer No."),
        questions=(carried("rf_chest"), carried("rf_breath_pain")),
    ),
    Screen(
        code="update_head",
        title=_("Head, neck and sudden pain"),
        intro=_("These problems need care right away when they are new."),
        questions=(carried("rf_tearing"), carried("rf_stroke"), carried("rf_head_neck")),
    ),
    Screen(
        code="update_legs",
        title=_("Arms, legs and bladder"),
        intro=_("These answers tell us whether a nerve in your back needs care soon."),
        questions=(
            carried("rf_leg_weak"),
            carried("weak_checked"),
            carried("rf_saddle_numb"),
            carried("rf_bladder_bowel"),
        ),
    ),
    Screen(
        code="update_body",
        title=_("New changes in your body"),
        intro=_("Back pain can start outside the back. These questions help us find the cause."),
        questions=(
            carried("rf_both_legs"),
            carried("rf_leg_swelling"),
            carried("rf_clumsy"),
            carried("rf_fever"),
        ),
    ),
    Screen(
        code="update_falls",
        title=_("Falls, weight and nights"),
        intro=_("For most people, these are the last safety questions."),
        questions=(carried("rf_trauma"), carried("rf_weight_loss"), carried("rf_night_pain")),
    ),
    Screen(
        code="update_germs",
        title=_("A few more safety questions"),
        intro=_("Because of your last answers, we ask how germs could reach your spine."),
        why=_("Your answers are private: only clinicians see them."),
        questions=(
            carried("rf_iv_drugs"),
            carried("rf_infection_recent"),
            carried("rf_procedure_recent"),
        ),
    ),
)

# One question a screen: "No change" leads on at once. What is no red flag stands with none, so that one tap says
# "Still no" to all of those.
_PAIN = (
    Screen(
        code="update_areas",
        title=_("Where it hurts"),
        intro=_CHANGED,
        questions=(carried("pain_areas"), carried("organ_pain_checked")),
    ),
    Screen(code="update_trend", title=_("Your pain"), intro=_CHANGED, questions=(carried("pain_trend"),)),
)

_NEW_EVENT = Screen(
    code="update_event",
    title=_("What is new"),
    intro=_("Something new may change where and how we treat you."),
    questions=(
        Question(
            code="day_new_event",
            wording=_("Since your last form, has any of this happened?"),
            kind=Kind.MANY,
            choices=(
                Choice("none", _("None of these")),
                Choice("spine_shot", _("A spine injection")),
                Choice("surgery", _("Any surgery")),
                Choice("seizure", _("A seizure or blackout")),
                Choice("device", _("A new implant, device or line")),
                Choice("hospital_heart_clot", _("Hospital, heart attack, stroke, stent or blood clot")),
                Choice("cancer", _("A new cancer or cancer treatment")),
                Choice("other", _("Something else about my health")),
                Choice("not_sure", _("Not sure")),
            ),
            required=True,
            why="What happened since the last form decides whether we talk before any needles",
        ),
    ),
)

_AGING = (
    Screen(
        code="update_conditions",
        title=_("Your health"),
        intro=_CHANGED,
        questions=(carried("conditions", asked_if=f"before_conditions has recent_event OR {_SOMETHING_NEW}"),),
    ),
    Screen(
        code="update_onset",
        title=_("How your pain began"),
        intro=_CHANGED,
        questions=(carried("pain_onset", asked_if=_SOMETHING_NEW),),
    ),
    Screen(
        code="update_duration",
        title=_("How long you have had it"),
        intro=_CHANGED,
        questions=(
            carried(
                "pain_duration",
                asked_if=f"before_pain_duration in {{under_4w, 4_12w, 3_12m}} OR {_SOMETHING_NEW}",
            ),
        ),
    ),
    Screen(
        code="update_surgery",
        title=_("Surgery"),
        intro=_CHANGED,
        questions=(
            carried("surgery", asked_if=f"before_surgery has {{spine_last_12w, other_last_6w}} OR {_SOMETHING_NEW}"),
        ),
    ),
    Screen(
        code="update_tried",
        title=_("What you have tried"),
        intro=_CHANGED,
        questions=(carried("treatments_tried", asked_if=_SOMETHING_NEW),),
    ),
    Screen(
        code="update_injection",
        title=_("Your last spine injection"),
        intro=_CHANGED,
        questions=(
            carried(
                "injection_when",
                asked_if=f"NOT before_injection_when = older OR {_SOMETHING_NEW}",
            ),
        ),
    ),
    Screen(
        code="update_devices",
        title=_("Devices in your body"),
        intro=_GREW,
        questions=(carried("devices", asked_if=f"{_OLD_FORM} OR {_SOMETHING_NEW}", anew_if=_OLD_FORM),),
    ),
    Screen(
        code="update_spine",
        title=_("Your spine"),
        intro=_GREW,
        questions=(carried("spine_dx", asked_if=f"{_OLD_FORM} OR {_SOMETHING_NEW}", anew_if=_OLD_FORM),),
    ),
)

_THE_REST = (
    Screen(
        code="update_skin",
        title=_("Your skin and your medicines"),
        intro=_("Some medicines change how we use needles. Please keep taking yours."),
        questions=(carried("skin"), carried("skin_area"), carried("blood_thinner"), carried("med_types")),
    ),
    Screen(
        code="update_list",
        title=_("Your medicines"),
        intro=_("This is your last list. Add new medicines and remove those you no longer take."),
        questions=(carried("meds_list"),),
    ),
    Screen(
        code="update_bleeding",
        title=_("About your blood thinner"),
        intro=_("These questions are important because of your medicines."),
        questions=(carried("inr_status"), carried("rf_bleeding_now")),
    ),
    Screen(
        code="update_pregnancy",
        title=_("Pregnancy"),
        intro=_("Only clinicians see this answer."),
        questions=(carried("pregnancy"), carried("pregnancy_weeks")),
    ),
    Screen(
        code="update_pregnancy_warning",
        title=_("One safety question"),
        intro=_("Because of your last answer, we ask about signs that need care now."),
        why=_("Only clinicians see this answer."),
        questions=(
            carried("pregnancy_warning"),
            carried("postpartum_warning"),
            carried("early_preg_warning"),
        ),
    ),
)

CHANGES = Step(
    code="changes",
    title=_("Since your last form"),
    intro=_("We show your last answer. Has anything changed?"),
    screens=(*_DANGERS, *_PAIN, _NEW_EVENT, *_AGING, *_THE_REST),
)
