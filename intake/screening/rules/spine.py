"""The spine itself: unstable, stiffened, or with a disc that presses."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

SPINE = (
    Rule(
        code="spine_cord_or_instability",
        name=_("Unstable spine or pressure on the cord"),
        tier=Tier.HOLD,
        stage=Stage.COMBINED,
        questions=(
            "spine_dx",
            "rf_clumsy",
            "rf_leg_weak",
            "rf_trauma",
            "pain_onset",
            "pain_duration",
            "med_types",
            "conditions",
            "blood_thinner",
            "bleeding",
            "meds_list",
            "anything_else",
            "date_of_birth",
            "weak_checked",
        ),
        when=(
            "spine_dx has {instability, fracture, cord_injury} OR cond(cord_injury) OR rf_clumsy = yes OR "
            "rf_leg_weak = not_sure OR (rf_leg_weak = weeks_stable AND (NOT weak_checked = yes OR "
            "fact(cord_signs))) OR (rf_trauma = minor AND (fired(osteoporosis) OR fact(systemic_steroid) OR "
            "age >= 70)) OR (rf_trauma in {minor, major_checked} AND (fired(anticoagulant) OR "
            "fired(bleeding_disorder) OR fired(blood_thinner_stopped))) OR (pain_onset in {sudden, lifting} "
            "AND pain_duration = under_4w AND (fired(osteoporosis) OR fact(systemic_steroid)))"
        ),
        why=_(
            "Relaxing guarding muscles over an unstable segment, or delay when the cord is squeezed, can do "
            "lasting harm."
        ),
        action=_(
            "Hold; ask for imaging and a spine clinician's advice. Clumsy hands with unsteady walking: "
            "urgent medical review for cord compression. No local deep needling, cupping or manipulation. "
            "Cord injury at T8 or above: blood pressure before, during and after; stop for headache, "
            "flushing or a rise of 20 mmHg; no strong stimulation below the level (15 people at risk: none "
            "had symptoms, 3 had such a rise)."
        ),
        advice=(Advice(_("Your spine needs a medical check before we decide about needles near it.")),),
        contact=Contact.TWO_DAYS,
        source="IFOMPT 2020; AACP-derived lists (spinal instability); clinical teaching",
        icd10=("R29.898", "R26.81", "R27.8"),
        implies=("osteoporosis", "nerve_compression", "herniated_disc"),
    ),
    Rule(
        code="stiff_spine_injury",
        name=_("Injury to a stiffened spine"),
        tier=Tier.HOLD,
        stage=Stage.COMBINED,
        questions=(
            "spine_dx",
            "rf_trauma",
            "pain_onset",
            "pain_duration",
            "meds_list",
            "anything_else",
        ),
        when=(
            "fact(ankylosis) AND (rf_trauma in {minor, major_checked, not_sure} OR (pain_onset in {sudden, "
            "lifting, after_injury} AND pain_duration = under_4w))"
        ),
        why=_("A stiffened spine breaks like a long bone, even after a stumble, and the first X-ray can miss it."),
        action=_(
            "No needling and no bed turning or manipulation. Phone the same day; imaging (CT or MRI) before "
            "any treatment. Weakness, numbness or bladder change: emergency pathway."
        ),
        advice=(
            Advice(
                _(
                    "Please have your spine checked by a doctor today. Keep still and do not bend or twist. New "
                    "weakness or numbness: call 911."
                )
            ),
        ),
        contact=Contact.SAME_DAY,
        source=(
            "Spine fracture after minor trauma in ankylosing spondylitis, litmetric.com/detail/22085505 [V: abstract]"
        ),
        icd10=(
            "Z04.3",
            "R52",
        ),
    ),
    Rule(
        code="ankylosed_spine",
        name=_("Stiffened spine"),
        tier=Tier.CAUTION,
        stage=Stage.UNLESS,
        questions=(
            "spine_dx",
            "meds_list",
            "anything_else",
        ),
        when=("fact(ankylosis) AND NOT fired(stiff_spine_injury)"),
        why=_("A stiffened spine breaks easily and bends little; many take immune medicines."),
        action=_(
            "Easy positions with support, no forceful pressure, cupping or stretching over the spine; ask "
            "about falls, eye pain and medicines; any new pain after a jolt is a fracture until imaged."
        ),
        advice=(Advice(_("Tell us about any fall or jolt, even a small one.")),),
        source=(
            "Spine fracture after minor trauma in ankylosing spondylitis, litmetric.com/detail/22085505 [V: abstract]"
        ),
        icd10=(
            "M45.9",
            "M48.10",
        ),
    ),
    Rule(
        code="herniated_disc",
        name=_("Disc with weakness or numbness"),
        tier=Tier.CAUTION,
        stage=Stage.COMBINED,
        questions=(
            "spine_dx",
            "rf_leg_weak",
            "rf_both_legs",
            "rf_clumsy",
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=("spine_dx has herniated_disc AND fact(nerve_signs) AND NOT fired(nerve_compression)"),
        why=_(
            "A disc can press on a nerve; careful acupuncture helped such sciatica in a trial, but rough "
            "deep work may flare it."
        ),
        action=_(
            "Neurological check each visit; no forceful or very deep paraspinal needling, start mild; stop "
            "and refer for new weakness, numbness or bladder change."
        ),
        advice=(Advice(_("Tell us at once about new weakness, numbness or bladder trouble.")),),
        source="Tu 2024 (n = 216, no serious events); clinic brief",
        icd10=("M51.26", "M51.27", "M51.16"),
    ),
    Rule(
        code="disc_limb_pain",
        name=_("Disc with leg or arm pain"),
        tier=Tier.NOTE,
        stage=Stage.COMBINED,
        questions=(
            "spine_dx",
            "pain_areas",
            "rf_leg_weak",
            "rf_both_legs",
            "rf_clumsy",
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=(
            "spine_dx has herniated_disc AND fact(limb_signs) AND NOT fact(nerve_signs) AND NOT "
            "fired(nerve_compression)"
        ),
        why=_("A disc with leg or arm pain but no weakness or numbness: acupuncture was studied in just these people."),
        action=_(
            "Neurological check each visit; start mild, no forceful deep work; weakness, numbness or bladder "
            "change: stop and refer."
        ),
        advice=(Advice(_("Tell us at once about new weakness, numbness or bladder trouble.")),),
        source=("Tu 2024"),
        icd10=(
            "M51.26",
            "M51.16",
        ),
    ),
    Rule(
        code="spine_dx_no_limb_signs",
        name=_("Disc, nerve or canal finding without limb symptoms"),
        tier=Tier.NOTE,
        questions=("spine_dx", "pain_areas", "rf_leg_weak", "rf_both_legs", "rf_clumsy", "conditions"),
        when="spine_dx has {herniated_disc, pinched_nerve, stenosis} AND NOT fact(limb_signs)",
        why=_("A disc, nerve or canal finding without limb symptoms is common and often chance."),
        action=_("Neurological check on the first visit; move to the caution rule when a limb symptom appears."),
        advice=(Advice(_("Tell us at once about new leg or arm pain, weakness or numbness.")),),
        source="Clinical teaching (from memory)",
        icd10=("Z87.39",),
    ),
)
