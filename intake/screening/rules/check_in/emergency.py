"""The check-in: what needs an emergency room now."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Tier
from intake.screening.rules.check_in.levels import BROKEN_NEEDLE, EMERGENCY_ROOM, SERIOUS

EMERGENCY = (
    Rule(
        code="fu_crisis",
        name=_("Words of suicide after a visit"),
        tier=Tier.EMERGENCY,
        questions=("fu_text",),
        when="words(crisis)",
        why=_(
            "Long pain raises the risk of suicide, and a person who writes such words may act before the "
            "next staffed hour."
        ),
        action=_(
            "Phone now; do not leave a message about the reason. If the patient cannot be reached and may be "
            "in danger, call 911 for a welfare check. Follow the clinic crisis plan and record it."
        ),
        advice=(
            Advice(
                _("You matter more than this form. Call or text 988 now; if you may act on this, call 911."),
            ),
        ),
        contact=Contact.NOW,
        source="988 Suicide and Crisis Lifeline (from memory); clinical teaching",
    ),
    Rule(
        code="fu_lung",
        name=_("Chest pain or shortness of breath after needles"),
        tier=Tier.EMERGENCY,
        questions=("fu_breath",),
        when="fu_breath = yes",
        why=_("A small lung leak can show hours or days later."),
        action=_(
            "Treat as a collapsed lung until an X-ray says otherwise when chest, shoulder, neck or upper back "
            "was needled."
        ),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_stroke",
        name=_("Signs of a stroke after needles"),
        tier=Tier.EMERGENCY,
        questions=("fu_nerve",),
        when="fu_nerve has stroke_signs",
        why=_("Possible stroke."),
        action=_("911; give time of onset."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_spine_nerve",
        name=_("Weakness, or numbness between the legs, after needles"),
        tier=Tier.EMERGENCY,
        questions=("fu_nerve",),
        when="fu_nerve has {weak_lasting, saddle_bladder}",
        why=_("Possible cord, cauda equina or nerve injury."),
        action=_("Emergency department with MRI."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_spinal_bleed",
        name=_("Possible bleed near the spine"),
        tier=Tier.EMERGENCY,
        questions=("fu_nerve", "fu_pain_change", "fu_skin"),
        when=(
            "(fu_nerve has numb_lasting OR fu_pain_change = worse_lot OR fu_skin has bruise_growing) AND "
            "(intake(anticoagulant) OR intake(blood_thinner_stopped) OR intake(bleeding_disorder))"
        ),
        why=_("A bleed near the spine starts as pain or numbness in a person who bleeds easily."),
        action=_("Emergency department with MRI; name the drug."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_head_sudden",
        name=_("Sudden headache, stiff neck or confusion"),
        tier=Tier.EMERGENCY,
        questions=("fu_head",),
        when="fu_head in {yes, not_sure}",
        why=_("Bleed or infection near the brain, or after neck needling."),
        action=_("911 or emergency department."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_sepsis",
        name=_("Fever or infection with a risk after needles"),
        tier=Tier.EMERGENCY,
        questions=(
            "fu_fever",
            "rf_iv_drugs",
            "rf_infection_recent",
            "rf_procedure_recent",
            "fu_pain_change",
            "pregnancy",
            "fu_skin",
            "date_of_birth",
        ),
        when=(
            "(fu_fever in {yes, not_sure} AND (intake_fact(infection_risk_a) OR intake_fact(infection_risk_b) OR "
            "rf_iv_drugs in {yes, prefer_not} OR rf_infection_recent in {yes, not_sure} OR rf_procedure_recent in "
            "{yes, not_sure})) OR (fu_fever = yes AND fu_pain_change = worse_lot) OR (fu_fever in {yes, not_sure} AND "
            "(pregnancy = postpartum OR intake(pregnancy))) OR (fu_skin has redness AND intake(neutropenia_risk)) OR "
            "(fu_fever = yes AND age >= 65 AND fu_pain_change in {worse_mild, worse_lot})"
        ),
        why=_("Fever with a risk, or with much worse pain, may be infection of the blood or spine."),
        action=_("Emergency department; blood cultures before antibiotics where possible."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_collapse",
        name=_("Seizure or injury from a faint"),
        tier=Tier.EMERGENCY,
        questions=("fu_faint",),
        when="fu_faint in {seizure, fainted_injury}",
        why=_("Seizure or injury from a fall."),
        action=_("911 or emergency department."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_bleeding",
        name=_("Bleeding that does not stop"),
        tier=Tier.EMERGENCY,
        questions=("fu_skin",),
        when="fu_skin has still_bleeding",
        why=_("Bleeding that pressure does not stop."),
        action=_("Pressure, emergency department."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_pregnancy",
        name=_("Danger sign in or after pregnancy"),
        tier=Tier.EMERGENCY,
        questions=("fu_preg",),
        when="fu_preg in {yes, not_sure}",
        why=_("Danger signs in or after pregnancy."),
        action=_("Labor and delivery, OB on call or 911."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_belly_injury",
        name=_("Strong belly pain or blood in urine"),
        tier=Tier.EMERGENCY,
        questions=("fu_belly",),
        when="fu_belly in {yes, not_sure}",
        why=_("Possible organ injury after needles in belly, flank or low back."),
        action=_("Emergency department."),
        advice=(EMERGENCY_ROOM,),
        contact=Contact.NOW,
        source=SERIOUS,
    ),
    Rule(
        code="fu_needle_inside",
        name=_("Needle broken under the skin"),
        tier=Tier.EMERGENCY,
        questions=("fu_needle",),
        when="fu_needle = broken_inside",
        why=_("A needle broken under the skin must be seen by a physician at once."),
        action=_("Consult a physician immediately; do not pull or cut; incident report."),
        advice=(Advice(_("Do not pull or cut. Call us and be seen now.")),),
        contact=Contact.NOW,
        source=BROKEN_NEEDLE,
    ),
)
