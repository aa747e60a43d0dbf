"""Nerves: cauda equina, stroke, fracture, artery of the neck, pinched nerve, weakness."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

NERVES = (
    Rule(
        code="rf_cauda_equina",
        name=_("Pressure on the nerves to the bladder and legs"),
        tier=Tier.EMERGENCY,
        questions=("rf_saddle_numb", "rf_bladder_bowel", "rf_both_legs"),
        when="rf_saddle_numb = yes OR rf_bladder_bowel = yes OR rf_both_legs = yes",
        why=_(
            "Pressure on the nerve bundle at the base of the spine can cause lasting loss of bladder, bowel "
            "and leg function within hours to days."
        ),
        action=_(
            "Do not needle. Phone the patient at once, direct to an emergency department that has MRI, and "
            "record the time of the call."
        ),
        advice=(Advice(_("Go to an emergency room now or call 911; do not wait for your visit.")),),
        contact=Contact.NOW,
        source="CSP/GIRFT national pathway; IFOMPT 2020",
        icd10=("R20.0", "R33.9", "R32", "R15.9"),
        implies=("nerve_compression", "herniated_disc"),
    ),
    Rule(
        code="rf_sudden_neuro",
        name=_("Stroke signs or new weakness"),
        tier=Tier.EMERGENCY,
        questions=("rf_stroke", "rf_leg_weak", "rf_head_neck", "date_of_birth"),
        when=(
            "rf_stroke = yes OR rf_leg_weak = new_or_worse OR rf_head_neck has eyelid_sight OR (rf_head_neck"
            " has scalp_jaw AND age >= 50)"
        ),
        why=_(
            "New or growing weakness, a stroke or mini-stroke, a torn neck artery or an inflamed head artery "
            "can do lasting harm within hours to days."
        ),
        action=_(
            "Do not needle. Stroke or mini-stroke signs, or eyelid, pupil or sight change: 911. New limb "
            "weakness: same-day emergency assessment; send spine history and any imaging. Age 50 or over "
            "with jaw or scalp pain: same-day blood tests and treatment for giant cell arteritis."
        ),
        advice=(
            Advice(
                _("Call 911 now, even if it went away."),
                when="rf_stroke = yes",
            ),
            Advice(
                _("Go to an emergency room today."),
                when="rf_leg_weak = new_or_worse",
            ),
            Advice(
                _("Call 911 now: a droopy eyelid, uneven pupils or a change in sight needs a scan at once."),
                when="rf_head_neck has eyelid_sight",
            ),
            Advice(
                _("Go to an emergency room today; your sight may be at risk."),
                when="rf_head_neck has scalp_jaw AND age >= 50",
            ),
        ),
        contact=Contact.NOW,
        source=(
            "IFOMPT 2020; WHO 1999 s.II 2.2 (medical emergencies); giant cell arteritis and artery tear: "
            "clinical teaching (from memory)"
        ),
        icd10=("R29.898", "R29.810", "R51.9"),
        implies=("nerve_compression", "herniated_disc"),
    ),
    Rule(
        code="rf_spine_fracture",
        name=_("Hard fall or crash, not checked"),
        tier=Tier.EMERGENCY,
        questions=("rf_trauma",),
        when="rf_trauma = major_not_checked",
        why=_("After a hard crash or fall the spine may be broken and unstable even if the person can walk."),
        action=_(
            "Do not needle. Send for same-day emergency assessment and imaging; advise against bending, "
            "twisting or manipulation until seen."
        ),
        advice=(
            Advice(
                _("Please get your back checked in an emergency room today before anyone treats it."),
            ),
        ),
        contact=Contact.NOW,
        source="IFOMPT 2020; ACR Appropriateness Criteria low back pain (from memory)",
        icd10=("Z04.1", "Z04.3", "R52"),
    ),
    Rule(
        code="head_neck_warning",
        name=_("New headache, scalp or jaw pain"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("rf_head_neck",),
        when="rf_head_neck has {new_headache, scalp_jaw} AND NOT fired(rf_sudden_neuro)",
        why=_("New headache, scalp or jaw pain with neck pain can come from an artery."),
        action=_(
            "Phone the same day; blood pressure, sight, pulse at the temples, recent neck strain. No neck "
            "needling or manipulation until seen by a doctor."
        ),
        advice=(
            Advice(
                _("We will call you today. Droopy eyelid, sight change or trouble talking: call 911."),
            ),
        ),
        contact=Contact.SAME_DAY,
        source="IFOMPT 2020; clinical teaching (from memory)",
        icd10=("R51.9",),
    ),
    Rule(
        code="nerve_compression",
        name=_("Pinched nerve or narrow canal, or old weakness"),
        tier=Tier.CAUTION,
        questions=("spine_dx", "rf_leg_weak", "pain_areas", "rf_both_legs", "rf_clumsy", "conditions"),
        when="(spine_dx has {pinched_nerve, stenosis} AND fact(limb_signs)) OR rf_leg_weak = old_stable",
        why=_("An irritated nerve is easy to provoke and needs a baseline to spot change."),
        action=_(
            "Record strength, feeling and reflexes; avoid needling the nerve directly and strong electric "
            "stimulation at first."
        ),
        advice=(Advice(_("Tell us right away if a needle feels like a shock.")),),
        source="Clinic brief; Witt 2009 (nerve lesion, longest effect 180 days)",
        icd10=("M54.16", "M48.061", "M48.062", "G56.00"),
    ),
    Rule(
        code="limb_weakness_stable",
        name=_("Weakness that a doctor has examined"),
        tier=Tier.CAUTION,
        stage=Stage.UNLESS,
        questions=(
            "rf_leg_weak",
            "weak_checked",
        ),
        when=("rf_leg_weak = weeks_stable AND NOT fired(spine_cord_or_instability)"),
        why=_(
            "A weakness of some weeks that a doctor has examined and that holds still needs a baseline, not a barrier."
        ),
        action=_(
            "Before the first needle test strength of both sides (0 to 5) and write it down; grade 3 or less, "
            "or worse than the doctor found: no needles, doctor within 2 days. Repeat each visit."
        ),
        advice=(Advice(_("Tell us at once if you get weaker, numb, or your bladder changes.")),),
        source=("IFOMPT 2020; clinical teaching (from memory)"),
        icd10=("R29.898",),
    ),
)
