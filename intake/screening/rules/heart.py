"""Heart, vessels and what only looks like back pain."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

HEART = (
    Rule(
        code="rf_chest_or_aortic",
        name=_("Heart, lung or main artery"),
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
            "rf_breath_pain",
            "pregnancy",
            "rf_leg_swelling",
            "surgery",
            "rf_trauma",
        ),
        when=(
            "rf_chest = yes OR rf_tearing = yes OR (fired(aneurysm_known) AND (pain_onset = sudden OR "
            "pain_duration = under_4w OR pain_trend = worse)) OR (rf_breath_pain = yes AND fact(clot_risk))"
        ),
        why=_("Heart attack, lung clot, collapsed lung and a torn main artery can all show up as back or chest pain."),
        action=_(
            "Do not needle. Tell the patient to call 911; stay on the line if they reach you by phone. A "
            "known aneurysm with new or worse pain is treated as leaking until imaged."
        ),
        advice=(Advice(_("Call 911 now.")),),
        contact=Contact.NOW,
        source=(
            "WHO 1999 s.II 2.2; IFOMPT 2020 (serious non-spinal mimics); lung clot felt as flank or back pain, "
            "patientcareonline.com [V], JAKO200610103423707 [V]"
        ),
        icd10=("R07.9", "R06.02", "R10.9"),
        implies=("aneurysm_known",),
    ),
    Rule(
        code="rf_possible_dvt",
        name=_("Clot in a leg"),
        tier=Tier.EMERGENCY,
        questions=("rf_leg_swelling",),
        when="rf_leg_swelling in {yes, not_sure}",
        why=_("A newly swollen calf or leg can be a clot that travels to the lung."),
        action=_(
            "No needles, cupping or massage on that leg. Direct to same-day medical assessment; chest pain "
            "or shortness of breath: 911."
        ),
        advice=(
            Advice(
                _("A swollen leg can be a blood clot. Be seen today; call 911 for chest pain or shortness of breath."),
            ),
        ),
        contact=Contact.NOW,
        source="Clinical teaching (from memory); WHO 1999 s.II 2.2",
        icd10=("R22.41", "R22.42", "R60.0"),
    ),
    Rule(
        code="aneurysm_known",
        name=_("Widened or torn main artery"),
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
        name=_("Heart attack, stroke, stent or clot in the last 3 months"),
        tier=Tier.HOLD,
        questions=(
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=("conditions has recent_event OR cond(event, past_90d)"),
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
        code="breath_pain",
        name=_("Pain with each breath"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=("rf_breath_pain",),
        when=("rf_breath_pain in {yes, not_sure} AND NOT fired(rf_chest_or_aortic)"),
        why=_("A clot or a leak in the lung can feel like flank or back pain that is worse with each breath."),
        action=_(
            "Phone the same day: breath, pulse, leg swelling, hormones, long travel, operation, cough, "
            "injury. Low threshold for emergency care. No needles over chest, shoulder or upper back until a "
            "doctor has given a cause."
        ),
        advice=(
            Advice(
                _(
                    "We will call you today about the pain when you breathe. If you are short of breath, cough blood "
                    "or feel faint, call 911."
                )
            ),
        ),
        contact=Contact.SAME_DAY,
        source=(
            "Lung clot felt as flank or back pain, patientcareonline.com [V], JAKO200610103423707 [V]; IFOMPT 2020"
        ),
        icd10=(
            "R07.1",
            "R00.2",
            "R07.81",
        ),
    ),
    Rule(
        code="chest_or_belly_pain",
        name=_("Chest or belly pain"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=(
            "pain_areas",
            "organ_pain_checked",
            "pain_duration",
            "pain_trend",
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=("pain_areas has {chest, abdomen} AND NOT fact(lasting_pain) AND NOT fired(rf_chest_or_aortic)"),
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
        name=_("Heart, vessel, kidney or liver disease"),
        tier=Tier.CAUTION,
        questions=(
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=(
            "conditions has {heart_disease, high_bp_uncontrolled, stroke_tia, kidney_disease, liver_disease} "
            "OR cond(heart_disease) OR cond(high_bp_uncontrolled) OR cond(stroke) OR cond(kidney_disease) OR "
            "cond(liver_disease)"
        ),
        why=_("Serious heart, vessel, kidney or liver disease raises fainting, bleeding and infection risk."),
        action=_(
            "Check stability and blood pressure (postpone at >= 180/110 or new symptoms); never needle a leg "
            "with a fresh clot or a dialysis arm; gentle dose, avoid long face-down positions."
        ),
        advice=(Advice(_("Tell us about any recent hospital stay or change in your medicines.")),),
        source=("Lin 2019 (cellulitis: heart failure aOR 1.81, kidney 1.71, stroke 1.44, cirrhosis 1.23); Hsieh 2023"),
        icd10=("I50.9", "I10", "Z86.73", "N18.6", "K74.60"),
    ),
    Rule(
        code="chest_or_belly_lasting",
        name=_("Chest or belly pain that a doctor has checked"),
        tier=Tier.CAUTION,
        stage=Stage.UNLESS,
        questions=(
            "pain_areas",
            "organ_pain_checked",
            "pain_duration",
            "pain_trend",
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=("pain_areas has {chest, abdomen} AND fact(lasting_pain) AND NOT fired(rf_chest_or_aortic)"),
        why=_(
            "Pain that a doctor has checked and that stays the same is rarely new danger, but its cause "
            "decides where needles may go."
        ),
        action=_(
            "Ask what the doctor found; effort, meals, breath, bowel. No needles over chest wall or belly "
            "without a known cause; new or stronger pain goes back to the doctor."
        ),
        advice=(Advice(_("Tell us what your doctor said about it. If it changes or gets strong, call 911.")),),
        source=("IFOMPT 2020"),
        icd10=(
            "R07.89",
            "R10.9",
        ),
    ),
)
