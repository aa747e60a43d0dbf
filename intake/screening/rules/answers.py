"""The answers themselves: unsure, unread, given by somebody else, or at odds with each other."""

from intake.questionnaire.wording import _
from intake.screening.conflicts import CONFLICTS
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

ANSWERS = (
    Rule(
        code="red_flag_unsure",
        name=_("Not sure about a warning sign"),
        tier=Tier.HOLD,
        questions=(
            "rf_chest",
            "rf_tearing",
            "rf_stroke",
            "rf_saddle_numb",
            "rf_bladder_bowel",
            "rf_both_legs",
            "rf_clumsy",
            "rf_head_neck",
            "rf_trauma",
            "rf_bleeding_now",
            "early_preg_warning",
        ),
        when=(
            "rf_chest = not_sure OR rf_tearing = not_sure OR rf_stroke = not_sure OR rf_saddle_numb = "
            "not_sure OR rf_bladder_bowel = not_sure OR rf_both_legs = not_sure OR rf_clumsy = not_sure OR "
            "rf_head_neck has not_sure OR rf_trauma = not_sure OR "
            "rf_bleeding_now = not_sure OR early_preg_warning = not_sure"
        ),
        why=_("Not sure is not No: a person who cannot rule out a warning sign needs a talk."),
        action=_(
            "Phone the same day and ask the question in the patient's own language; change the answer only "
            "on what the patient says; if still unsure, treat as yes."
        ),
        advice=(
            Advice(
                _("We will call you today about one answer. If it gets worse, go to an emergency room or call 911."),
            ),
        ),
        contact=Contact.SAME_DAY,
        source="Design rule (fail-safe 1)",
    ),
    Rule(
        code="red_flag_in_text",
        name=_("Warning sign in the patient's own words"),
        tier=Tier.HOLD,
        stage=Stage.COMBINED,
        questions=(
            "meds_list",
            "anything_else",
            "reaction_detail",
            "goal_text",
        ),
        when=(
            "fact(rft_saddle) OR fact(rft_bladder) OR fact(rft_weak) OR fact(rft_fever) OR fact(rft_chest) OR "
            "fact(rft_breath) OR fact(rft_stroke) OR fact(rft_leg_swelling) OR fact(rft_pulse) OR "
            "fact(rft_bleeding) OR fact(rft_period) OR fact(rft_trauma) OR fact(rft_both_legs) OR fact(rft_leak) OR "
            "fact(rft_aneurysm) OR fact(rft_pregnancy) OR fact(rft_clumsy) OR fact(rft_weight) OR "
            "fact(rft_infection)"
        ),
        why=_(
            "The patient wrote a warning sign and did not answer Yes to its question; the stricter answer "
            "counts until someone asks."
        ),
        action=_(
            "Read the sentence now. Phone the same day and ask the question itself; if the answer is Yes or "
            "unsure, act as on Yes (emergency pathway). Correct the answer with name and time."
        ),
        advice=(
            Advice(
                _(
                    "We will call you today about what you wrote. If you feel numb between your legs, cannot pee, get "
                    "weaker, have chest pain or cannot breathe well: emergency room or 911."
                )
            ),
        ),
        contact=Contact.SAME_DAY,
        source=("Design rule (fail-safe 2)"),
        implies=("answers_conflict",),
    ),
    Rule(
        code="medicines_unread",
        name=_("Medicine list that cannot be read"),
        tier=Tier.CAUTION,
        questions=("meds_list",),
        when="unread(meds_list)",
        why=_("A list nobody can read is not a list."),
        action=_("Read the bottles or call the pharmacy before the first needle; then update the list."),
        advice=(Advice(_("Please bring your bottles; we will read them with you.")),),
        source="Design rule (fail-safe 1)",
    ),
    Rule(
        code="medicine_not_read",
        name=_("Medicine name not read"),
        tier=Tier.NOTE,
        questions=("meds_list",),
        when=("unread_part(meds_list) AND NOT unread(meds_list)"),
        why=_("A name that no list holds may be a blood thinner from another country. Silence is not an answer."),
        action=_(
            "The unread words stand in the finding. Find out what they are (ask, bottle, pharmacy), then "
            "update the list."
        ),
        advice=(Advice(_("Please bring your medicine bottles; we could not read every name.")),),
        source=("Design rule (fail-safe 1)"),
    ),
    Rule(
        code="history_unsure",
        name=_("Not sure about an answer"),
        tier=Tier.NOTE,
        questions=("bleeding", "doctor_advised_against", "spine_dx"),
        when="bleeding has not_sure OR doctor_advised_against = not_sure OR spine_dx has not_sure",
        why=_("Not sure needs a question in the room."),
        action=_("Ask again face to face and record the answer."),
        source="Design rule (fail-safe 1)",
    ),
    Rule(
        code="consent_check",
        name=_("Someone else filled in the form"),
        tier=Tier.NOTE,
        questions=("form_filler",),
        when="form_filler = helper",
        why=_("Someone else answered; the patient must understand and agree in person."),
        action=_(
            "Take consent in person or from a legal representative; use a professional interpreter, not the helper."
        ),
        source="Good practice; WHO 2020",
    ),
    Rule(
        code="text_hit_review",
        name=_("Medicine or condition read as not current"),
        tier=Tier.NOTE,
        questions=("meds_list", "anything_else", "reaction_detail", "goal_text", "allergies_other", "rf_trauma"),
        when=(
            "med(ANTICOAG_NAMED, cancelled) OR med(ANTIPLATELET, cancelled) OR med(BLEED_TX, cancelled) OR "
            "med(CHEMO, cancelled) OR med(AED_SEIZURE, cancelled) OR med(THINNER_WORDS, past) OR cond(tia) OR "
            "cond(brain_artery) OR cond(clotting_unclear) OR (words(rft_trauma, undated) AND NOT rf_trauma in {minor, "
            "major_checked, major_not_checked, not_sure})"
        ),
        why=_(
            "A drug that matters was named but read as past, denied, an allergy or someone else's, or a fall or a "
            "crash was told without a time; the reading may be wrong."
        ),
        action=_("Read the sentence and confirm."),
        source="Design rule: a wrong cancellation never ends in clear",
    ),
    Rule(
        code="answers_conflict",
        name=_("Answers that do not agree"),
        tier=Tier.NOTE,
        stage=Stage.CONFLICT,
        questions=(),
        when=" OR ".join(f"fact({conflict.name})" for conflict in CONFLICTS),
        why=_("People misread forms, so the safer answer counts until someone asks."),
        action=_(
            "Show both answers side by side, ask the patient, correct the record with name and time; never "
            "auto-clear the stricter flag."
        ),
        advice=(Advice(_("We may call you to double-check one answer.")),),
        source="Design rule (no clinical source)",
    ),
)
