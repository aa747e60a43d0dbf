"""The check-in: what a doctor sees today. The practitioner phones within two working hours."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier
from intake.screening.rules.check_in.levels import CALL_PRESCRIBER, DOCTOR_TODAY, SERIOUS

URGENT = (
    Rule(
        code="fu_numb",
        name=_("Numbness that stays"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("fu_nerve",),
        when="fu_nerve has numb_lasting AND NOT fired(fu_spinal_bleed)",
        why=_("Numbness that stays may be a nerve injury."),
        action=_("Phone within 2 working hours; examine."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source=SERIOUS,
    ),
    Rule(
        code="fu_fever_today",
        name=_("Fever after needles"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("fu_fever",),
        when="fu_fever in {yes, not_sure} AND NOT fired(fu_sepsis)",
        why=_("Fever after needling."),
        action=_("Phone within 2 working hours; doctor today."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source=SERIOUS,
    ),
    Rule(
        code="fu_skin_problem",
        name=_("Red skin or a large bruise"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("fu_skin",),
        when=(
            "fu_skin has {redness, large_bruise, bruise_growing} AND NOT fired(fu_spinal_bleed) AND NOT "
            "fired(fu_sepsis)"
        ),
        why=_("Possible infection or bleed under the skin."),
        action=_("Phone within 2 working hours; look at the skin today."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source=SERIOUS,
    ),
    Rule(
        code="fu_pain_much_worse",
        name=_("Pain much worse after a visit"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("fu_pain_change",),
        when="fu_pain_change = worse_lot AND NOT fired(fu_spinal_bleed) AND NOT fired(fu_sepsis)",
        why=_("Much worse pain is not a normal reaction."),
        action=_("Phone within 2 working hours; doctor today."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source=SERIOUS,
    ),
    Rule(
        code="fu_fainted",
        name=_("Fainted after a visit"),
        tier=Tier.HOLD,
        questions=("fu_faint",),
        when="fu_faint = fainted",
        why=_("A faint later the same day needs a check."),
        action=_("Phone within 2 working hours."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source=SERIOUS,
    ),
    Rule(
        code="fu_cramps",
        name=_("Cramps in or after pregnancy"),
        tier=Tier.HOLD,
        questions=("fu_preg",),
        when="fu_preg = cramps_only",
        why=_("Cramps in or after pregnancy."),
        action=_("Pregnancy care team today."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source=SERIOUS,
    ),
    Rule(
        code="fu_cough",
        name=_("New dry cough after needles near the lung"),
        tier=Tier.HOLD,
        questions=("fu_breath", "visit_areas"),
        when=(
            "fu_breath = cough_only AND (visit_areas has {chest_upper_back, neck_shoulder} OR NOT "
            "answered(visit_areas))"
        ),
        why=_("A new dry cough can be the first sign of a lung leak after needles near the lung."),
        action=_("Phone within 2 working hours; chest X-ray if in doubt."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source=SERIOUS,
    ),
    Rule(
        code="fu_thinner_stopped",
        name=_("Blood thinner or heart medicine stopped for the visit"),
        tier=Tier.HOLD,
        questions=("fu_meds",),
        when="fu_meds has blood_thinner_heart",
        why=_("A missed or stopped blood thinner raises the risk of a stroke or clot."),
        action=_(
            "Phone the same day: which drug, how many doses, why? If stopped without advice, the patient calls the "
            "prescriber today."
        ),
        advice=(CALL_PRESCRIBER,),
        contact=Contact.SAME_DAY,
        source="FDA boxed warnings on early stopping of apixaban and rivaroxaban (from memory); McCulloch 2015",
    ),
    Rule(
        code="fu_text_red_flag",
        name=_("Warning sign told in words"),
        tier=Tier.HOLD,
        questions=("fu_text", "fu_nerve", "fu_breath"),
        when=(
            "(words(rft_saddle) AND NOT fu_nerve has saddle_bladder) OR (words(rft_bladder) AND NOT fu_nerve has "
            "saddle_bladder) OR (words(rft_weak) AND NOT fu_nerve has {weak_lasting, saddle_bladder}) OR "
            "(words(rft_stroke) AND NOT fu_nerve has stroke_signs) OR (words(rft_breath) AND NOT fu_breath = yes)"
        ),
        why=_("A warning sign in words after needles."),
        action=_("Phone within 2 working hours and ask the question itself; act as on Yes."),
        advice=(DOCTOR_TODAY,),
        contact=Contact.SAME_DAY,
        source="Design rule: of two answers that disagree the stricter one counts",
    ),
    Rule(
        code="fu_crisis_check",
        name=_("Words of despair after a visit"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("fu_text",),
        when="(words(crisis, cancelled) OR words(crisis_soft)) AND NOT fired(fu_crisis)",
        why=_("Words about suicide that seem to be denied or about someone else may still hide a need."),
        action=_("Phone the same day, ask openly and kindly, offer support."),
        advice=(Advice(_("Thank you for telling us. If you ever think of hurting yourself, call or text 988.")),),
        contact=Contact.SAME_DAY,
        source="Design rule; 988 Lifeline (from memory)",
    ),
)
