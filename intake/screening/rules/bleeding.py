"""Bleeding: disorders, and medicines that let blood flow."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

BLEEDING = (
    Rule(
        code="rf_active_bleeding",
        name=_("Bleeding now"),
        tier=Tier.EMERGENCY,
        questions=("rf_bleeding_now",),
        when="rf_bleeding_now = yes",
        why=_("Bleeding that shows while on a drug that lets blood flow can become serious within hours."),
        action=_(
            "Do not needle. Emergency assessment today; tell the team the drug, the dose and the last dose taken."
        ),
        advice=(
            Advice(
                _("Go to an emergency room now and bring your medicines; do not change a dose on your own."),
            ),
        ),
        contact=Contact.NOW,
        source="Clinical teaching (from memory)",
        icd10=("R58", "R31.9", "Z79.01"),
    ),
    Rule(
        code="bleeding_disorder",
        name=_("Bleeding disorder"),
        tier=Tier.HOLD,
        questions=("bleeding", "meds_list", "anything_else"),
        when="bleeding has {diagnosed, low_platelets} OR cond(bleeding_disorder) OR med(BLEED_TX)",
        why=_("Needles can cause deep bruises or a bleed near a joint or the spine when blood does not clot well."),
        action=_(
            "Get diagnosis, severity, latest platelet count or factor level, and the hematologist's view; "
            "time any visit after factor dosing. If cleared: fine, superficial, few needles, no joint, deep "
            "paraspinal or thoracic needling, no cupping, long pressure afterwards."
        ),
        advice=(
            Advice(
                _("Please do not change your treatment; we will check with your blood doctor before any needles."),
            ),
        ),
        source="WHO 1999 s.II 2.4; CNT 7th ed.; Lambing 2012 (pilot in hemophilia, no bleeds); Cybularz 2015",
        icd10=("R23.3", "Z86.2"),
        implies=("bleeding_carrier",),
    ),
    Rule(
        code="easy_bleeding",
        name=_("Bleeding that needed care"),
        tier=Tier.HOLD,
        questions=("bleeding",),
        when="bleeding has easy_bleeding",
        why=_("Bleeding that needed care can be an undiagnosed bleeding disorder. Plain bruises do not fire this."),
        action=_(
            "Take a short bleeding history and drug list; suggest a primary-care visit with CBC and clotting "
            "screen when the story is convincing. Clear for superficial technique only after that talk."
        ),
        advice=(Advice(_("Let us talk before needles, and ask your doctor about a simple blood test.")),),
        source=(
            "Clinic brief (conditions that cause easy bleeding); WHO 1999 s.II 2.4; ISTH bleeding "
            "questionnaire idea (from memory)"
        ),
        icd10=("R23.3", "R04.0"),
    ),
    Rule(
        code="anticoagulant_high_risk",
        name=_("Blood thinner with a second risk"),
        tier=Tier.HOLD,
        stage=Stage.COMBINED,
        questions=(
            "conditions",
            "inr_status",
            "med_types",
            "pain_onset",
            "pain_duration",
            "blood_thinner",
            "bleeding",
            "meds_list",
            "anything_else",
        ),
        when=(
            "(fired(anticoagulant) OR fired(blood_thinner_stopped)) AND (fired(antiplatelet) OR "
            "fact(takes_aspirin_or_nsaid) OR fired(bleeding_disorder) OR fired(easy_bleeding) OR conditions "
            "has {liver_disease, kidney_disease} OR cond(liver_disease) OR cond(kidney_disease) OR inr_status "
            "in {above_range, not_sure} OR (med(WARFARIN) AND NOT inr_status in {in_range, below_range}) OR "
            "med(BLOOD_MOVING) OR med(BTK) OR fact(new_sudden_pain))"
        ),
        why=_("Bleeding risk climbs when a blood thinner is joined by a second risk."),
        action=_(
            "Before needling: drug, dose, reason, last INR or kidney function, and whether the prescriber "
            "agrees. If cleared, superficial limb and lumbar points only; no deep neck, thoracic, "
            "periarticular or paraspinal work. Sudden new back pain on a blood thinner: ask about leg "
            "strength, numbness and bladder, and send for imaging if in doubt (spinal bleed). With danshen, "
            "dong quai, ginkgo or nattokinase: no blood-moving formulas."
        ),
        advice=(Advice(_("Keep taking your blood thinner. We will check a few facts before any needles.")),),
        source="Hsieh 2023; McCulloch 2015; CNT 7th ed.",
        icd10=("Z79.01", "Z79.02", "R79.1"),
        implies=("anticoagulant", "antiplatelet", "minor_bleeding_risk_med"),
    ),
    Rule(
        code="antiplatelet_high_risk",
        name=_("Two platelet drugs with a pain killer"),
        tier=Tier.HOLD,
        stage=Stage.COMBINED,
        questions=(
            "med_types",
            "meds_list",
            "anything_else",
        ),
        when=(
            "fired(antiplatelet) AND NOT fired(anticoagulant) AND (med_types has aspirin_daily OR "
            "med(ASPIRIN)) AND (med_types has nsaid_most_days OR med(NSAID_OTHER))"
        ),
        why=_("Two platelet drugs and a pain killer of the ibuprofen kind add up, in the stomach and under the skin."),
        action=_(
            "Before needling: why two platelet drugs (a stent?), who allows the pain killer, black stools, "
            "stomach protection. Offer to call the prescriber about another pain killer; never advise "
            "stopping the platelet drugs. Superficial points, long pressure, no wet cupping."
        ),
        advice=(
            Advice(
                _("Keep your heart pills. Ask the doctor who gave them before you take more ibuprofen or naproxen.")
            ),
        ),
        source=("Clinical teaching and labels (from memory)"),
        icd10=(
            "Z79.02",
            "Z79.1",
        ),
        implies=("antiplatelet", "minor_bleeding_risk_med"),
    ),
    Rule(
        code="blood_thinner_stopped",
        name=_("Blood thinner stopped or skipped"),
        tier=Tier.HOLD,
        questions=("blood_thinner", "meds_list", "anything_else"),
        when="blood_thinner = stopped_recent OR med(ANTICOAG, past_recent) OR med(ANTIPLATELET, past_recent)",
        why=_(
            "A patient may have stopped a vital drug just for this visit, which raises stroke and clot risk; "
            "warfarin still acts for about 5 days."
        ),
        action=_(
            "Phone the same working day: who advised the stop? If self-stopped, patient calls the prescriber "
            "today. Use anticoagulant technique until the drug has worn off."
        ),
        advice=(
            Advice(
                _("Call the doctor who prescribed it today; you do not need to stop it for acupuncture."),
            ),
        ),
        contact=Contact.SAME_DAY,
        source=("FDA boxed warnings on early stopping of apixaban and rivaroxaban (from memory); McCulloch 2015"),
        icd10=("Z79.01", "Z91.14-"),
    ),
    Rule(
        code="anticoagulant",
        name=_("Blood thinner"),
        tier=Tier.CAUTION,
        questions=("blood_thinner", "meds_list", "anything_else"),
        when="blood_thinner in {yes, not_sure} OR med(ANTICOAG)",
        why=_(
            "Blood thinners make bruises and minor bleeding more likely, while stopping them can cause a "
            "stroke or clot."
        ),
        action=_(
            "Record drug, dose, reason; for warfarin a recent INR in range. Thinner and fewer needles, "
            "superficial depth, avoid deep neck, thoracic, joint and paraspinal points, no strong "
            "manipulation or wet cupping, press 2+ minutes, warn about bruises."
        ),
        advice=(Advice(_("Keep taking your blood thinner. If we treat you, you may bruise more than others.")),),
        source="McCulloch 2015; Hsieh 2023; WHO 1999 s.II 2.4; CNT 7th ed.",
        icd10=("Z79.01",),
        implies=("minor_bleeding_risk_med",),
    ),
    Rule(
        code="antiplatelet",
        name=_("Platelet drug"),
        tier=Tier.CAUTION,
        questions=("med_types", "meds_list", "anything_else"),
        when="med_types has antiplatelet OR med(ANTIPLATELET)",
        why=_(
            "These drugs slow clotting a little; a Taiwan record study saw no clear rise in bleeding after acupuncture."
        ),
        action=_(
            "Same gentle technique and longer pressure; ask about stents and never advise stopping. Dual "
            "therapy (with aspirin) deserves extra care."
        ),
        advice=(Advice(_("Keep taking this pill unless your doctor tells you to stop.")),),
        source=(
            "Hsieh 2023; limaprost self-controlled case series, Neurospine 2023;20:1490 [V: abstract]; CNT 7th ed."
        ),
        icd10=("Z79.02",),
        implies=("minor_bleeding_risk_med",),
    ),
    Rule(
        code="bleeding_carrier",
        name=_("Carrier or family of a bleeding disorder"),
        tier=Tier.CAUTION,
        questions=("bleeding", "meds_list", "anything_else"),
        when="bleeding has carrier_family OR cond(bleeding_carrier)",
        why=_("Carriers and relatives may have mildly low clotting factors without knowing."),
        action=_(
            "Ask about bleeding with surgery, birth or teeth and any factor level; treat as low risk if "
            "none, otherwise move to hold."
        ),
        advice=(Advice(_("Tell us about any heavy bleeding you have had.")),),
        source="World Federation of Hemophilia guidance (from memory)",
        icd10=("Z14.01", "Z14.02", "Z83.2"),
    ),
    Rule(
        code="minor_bleeding_risk_med",
        name=_("Aspirin, pain killer or supplement"),
        tier=Tier.NOTE,
        questions=("med_types", "blood_thinner", "meds_list", "anything_else"),
        when=(
            "med_types has {aspirin_daily, nsaid_most_days} OR blood_thinner = only_aspirin_plavix OR "
            "med(ASPIRIN_NSAID) OR med(SUPP_BLEED)"
        ),
        why=_("Aspirin, NSAIDs and some supplements may add to bruising, mostly when combined."),
        action=_("Press a little longer; matters more with a blood thinner (see “Blood thinner with a second risk”)."),
        advice=(Advice(_("Keep taking your aspirin, ibuprofen and supplements unless your doctor says otherwise.")),),
        source="Hsieh 2023 (antiplatelet drugs: no significant association)",
        icd10=("Z79.82", "Z79.1"),
    ),
)
