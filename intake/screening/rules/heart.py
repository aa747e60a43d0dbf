"""Heart, vessels and what only looks like back pain."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

HEART = (
    Rule(
        code="rf_chest_or_aortic",
        tier=Tier.EMERGENCY,
        stage=Stage.COMBINED,
        questions=(
            "rf_chest",
            "rf_tearing",
            "pain_onset",
            "pain_duration",
            "pain_trend",
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=(
            "rf_chest = yes OR rf_tearing = yes OR (fired(aneurysm_known) AND (pain_onset = sudden OR "
            "pain_duration = under_4w OR pain_trend = worse))"
        ),
        why=_("Heart attack, lung clot, collapsed lung and a torn main artery can all show up as back or chest pain."),
        action=_(
            "Do not needle. Tell the patient to call 911; stay on the line if they reach you by phone. A "
            "known aneurysm with new or worse pain is treated as leaking until imaged."
        ),
        advice=(Advice(_("Call 911 now; do not drive yourself.")),),
        contact=Contact.NOW,
        source="WHO 1999 s.II 2.2; IFOMPT 2020 (serious non-spinal mimics)",
        icd10=("R07.9", "R06.02", "R10.9"),
    ),
    Rule(
        code="rf_possible_dvt",
        tier=Tier.EMERGENCY,
        questions=("rf_leg_swelling",),
        when="rf_leg_swelling in {yes, not_sure}",
        why=_("A newly swollen calf or leg can be a clot that travels to the lung."),
        action=_(
            "No needles, cupping or massage on that leg. Direct to same-day medical assessment; chest pain "
            "or short breath: 911."
        ),
        advice=(
            Advice(
                _("A swollen leg can be a blood clot. Be seen today; call 911 for chest pain or short breath."),
            ),
        ),
        contact=Contact.NOW,
        source="Clinical teaching (from memory); WHO 1999 s.II 2.2",
        icd10=("R22.41", "R22.42", "R60.0"),
    ),
    Rule(
        code="aneurysm_known",
        tier=Tier.HOLD,
        questions=("conditions", "meds_list", "anything_else"),
        when="conditions has aneurysm OR cond(aneurysm)",
        why=_("A widened or once torn main artery can leak, and the pain is felt in the back or belly."),
        action=_(
            "Get size, date of last scan and the vascular team's view; blood pressure first; no deep "
            "abdominal or flank needling, no strong stimulation. New pain: emergency pathway."
        ),
        advice=(Advice(_("We will ask about your artery first. Sudden back or belly pain: call 911.")),),
        contact=Contact.TWO_DAYS,
        source="IFOMPT 2020 (serious non-spinal mimics); clinical teaching (from memory)",
        icd10=("Z86.79",),
    ),
    Rule(
        code="recent_vascular_event",
        tier=Tier.HOLD,
        questions=("conditions",),
        when="conditions has recent_event",
        why=_(
            "In the first 3 months after a heart attack, stroke, stent or clot, another event and bleeding "
            "are both more likely."
        ),
        action=_(
            "Date, drug and the prescriber's view. If no anticoagulant or antiplatelet is taken: phone the "
            "same day, the clot may be untreated. Never needle a leg with a fresh clot."
        ),
        advice=(
            Advice(
                _("Keep taking all your medicines. We will call you and may ask your doctor before any needles."),
            ),
        ),
        contact=Contact.SAME_DAY,
        source="WHO 1999 s.II 2.2; clinical teaching (from memory)",
        icd10=("Z86.73", "Z86.718", "Z95.5"),
    ),
    Rule(
        code="chest_or_belly_pain",
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("pain_areas",),
        when="pain_areas has {chest, abdomen} AND NOT fired(rf_chest_or_aortic)",
        why=_("Pain in the chest or belly may come from an organ, not the spine."),
        action=_(
            "Phone within 2 working days: onset, effort, meals, breath, bowel. Ask for a doctor's view "
            "unless a cause is already known. No needles over the chest wall or belly before that."
        ),
        advice=(
            Advice(
                _("We want to know more about your chest or belly pain first. If it is new and strong, call 911."),
            ),
        ),
        contact=Contact.TWO_DAYS,
        source="IFOMPT 2020 (non-spinal mimics)",
        icd10=("R07.9", "R10.9"),
    ),
    Rule(
        code="cardio_renal_liver",
        tier=Tier.CAUTION,
        questions=("conditions",),
        when=("conditions has {heart_disease, high_bp_uncontrolled, stroke_tia, kidney_disease, liver_disease}"),
        why=_("Serious heart, vessel, kidney or liver disease raises fainting, bleeding and infection risk."),
        action=_(
            "Check stability and blood pressure (postpone at >= 180/110 or new symptoms); never needle a leg "
            "with a fresh clot or a dialysis arm; gentle dose, avoid long face-down positions."
        ),
        advice=(Advice(_("Tell us about any recent hospital stay or change in your medicines.")),),
        source=("Lin 2019 (cellulitis: heart failure aOR 1.81, kidney 1.71, stroke 1.44, cirrhosis 1.23); Hsieh 2023"),
        icd10=("I50.9", "I10", "Z86.73", "N18.6", "K74.60"),
    ),
)
