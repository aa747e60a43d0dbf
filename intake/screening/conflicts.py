"""Conflicts: two answers that cannot both be right. The stricter one counts until somebody asks.

What contradicts a No is a medicine or condition named as current (for seizures also long ago). An
antiplatelet contradicts the ticks, not the answer about blood thinners. A heart valve and a line count as
devices. Occasional painkillers, supplements and medicines with other uses than seizures contradict nothing.
An unanswered or hidden question is not a No. A "None" given to a list that has grown since says nothing about
what it gained.
"""

from intake.questionnaire.wording import _
from intake.screening.rule import NamedFact

CONFLICTS = (
    NamedFact(
        name="conflict_thinner_no",
        when="blood_thinner = no AND (med(ANTICOAG) OR med(ANTICOAG, past_recent))",
        meaning=_("Blood thinner: No, but the text names one taken now or in the last 14 days"),
    ),
    NamedFact(
        name="conflict_thinner_denied",
        when="blood_thinner = yes AND med(THINNER_WORDS, negated)",
        meaning=_("Blood thinner: Yes, but the text says no blood thinners"),
    ),
    NamedFact(
        name="conflict_thinner_kind",
        when=(
            "blood_thinner = only_aspirin_plavix AND (med(ANTICOAG) OR NOT med_types has {aspirin_daily, antiplatelet})"
        ),
        meaning=_(
            "Only aspirin, Plavix or Brilinta, but the text names an anticoagulant or none of these pills is ticked"
        ),
    ),
    NamedFact(
        name="conflict_inr",
        when="inr_status = not_warfarin AND med(WARFARIN)",
        meaning=_("Not warfarin, but the text names a drug of that kind"),
    ),
    NamedFact(
        name="conflict_antiplatelet",
        when="med(ANTIPLATELET) AND NOT med_types has antiplatelet",
        meaning=_("The text names an antiplatelet that is not ticked"),
    ),
    NamedFact(
        name="conflict_med_types_none",
        when="med_types has none AND (med(AED_SEIZURE) OR med(HYPOGLY) OR med(IMMUNO) OR med(CHEMO))",
        meaning=_("Medicine ticks: none, but the text names a drug that has a tick of its own"),
    ),
    NamedFact(
        name="conflict_meds_list_none",
        when="says_none(meds_list) AND (picked(med_types) OR blood_thinner = yes)",
        meaning=_("Medicine list: none, but a medicine is ticked"),
    ),
    NamedFact(
        name="conflict_seizure",
        when=(
            "seizure = no AND (med(AED_SEIZURE) OR cond(seizure) OR cond(seizure, remote) OR (med_types has "
            "seizure_med AND NOT med(AED_MULTI)))"
        ),
        meaning=_("Seizures: No, but a seizure or a seizure medicine is named or ticked"),
    ),
    NamedFact(
        name="conflict_seizure_remote",
        when=(
            "seizure = remote AND (med(AED_SEIZURE) OR med(AED_MULTI) OR med_types has seizure_med OR cond(seizure))"
        ),
        meaning=_("Seizures long ago without medicine, but a recent seizure or such a medicine is named or ticked"),
    ),
    NamedFact(
        name="conflict_bleeding",
        when="bleeding has none AND (cond(bleeding_disorder) OR cond(bleeding_carrier) OR med(BLEED_TX))",
        meaning=_("Bleeding: none, but the text names a bleeding disorder or its treatment"),
    ),
    NamedFact(
        name="conflict_devices",
        when=(
            "devices has none AND (cond(implanted_electronic_device) OR (cond(heart_valve) AND NOT grown(devices)) OR "
            "cond(vascular_access))"
        ),
        meaning=_("Devices: none, but the text names a device, valve or line"),
    ),
    NamedFact(
        name="conflict_skin",
        when="skin has none AND cond(skin_infection)",
        meaning=_("Skin: none, but the text names a skin infection"),
    ),
    NamedFact(
        name="conflict_pregnancy",
        when="pregnancy in {no, not_possible} AND cond(pregnancy)",
        meaning=_("Not pregnant, but the text says pregnant"),
    ),
    NamedFact(
        name="conflict_conditions",
        when=(
            "conditions has none AND (cond(diabetes) OR cond(numb_feet_hands) OR cond(lung_disease) OR "
            "cond(osteoporosis) OR cond(cancer) OR cond(cancer_spread) OR cond(lymphedema) OR "
            "cond(immune_weak) OR cond(neutropenia) OR cond(kidney_disease) OR cond(liver_disease) OR "
            "cond(heart_disease) OR cond(high_bp_uncontrolled) OR cond(stroke) OR cond(aneurysm) OR "
            "cond(fainting) OR cond(event, past_90d))"
        ),
        meaning=_("Conditions: none, but the text names one of the list"),
    ),
    NamedFact(
        name="conflict_cord",
        when="spine_dx has none AND cond(cord_injury)",
        meaning=_("Spine diagnosis: none, but the text names a cord injury"),
    ),
    NamedFact(
        name="conflict_diabetes",
        when="(med_types has insulin_sugar OR med(HYPOGLY)) AND NOT conditions has diabetes",
        meaning=_("A glucose-lowering drug, but diabetes is not ticked"),
    ),
    NamedFact(
        name="conflict_cancer",
        when="(med_types has chemo OR med(CHEMO)) AND NOT conditions has {cancer_now, cancer_past}",
        meaning=_("Chemotherapy, but cancer is not ticked"),
    ),
    NamedFact(
        name="conflict_recent_event",
        when=(
            "conditions has recent_event AND blood_thinner in {no, stopped_recent, stopped_past} AND NOT "
            "fired(antiplatelet) AND NOT fired(anticoagulant)"
        ),
        meaning=_("A recent heart, brain or clot event, but no medicine against clots"),
    ),
    NamedFact(
        name="conflict_surgery",
        when="treatments_tried has surgery AND surgery has none",
        meaning=_("Surgery tried, but surgery: none"),
    ),
    NamedFact(
        name="conflict_after_surgery",
        when="pain_onset = after_surgery AND surgery has none",
        meaning=_("Pain began after surgery, but surgery: none"),
    ),
    NamedFact(
        name="conflict_hardware",
        when="implants has spine_hardware AND NOT surgery has {spine_last_12w, spine_older}",
        meaning=_("Hardware in the spine, but no spine surgery"),
    ),
    NamedFact(
        name="conflict_injury",
        when="pain_onset = after_injury AND pain_duration = under_4w AND rf_trauma = no",
        meaning=_("Pain began after a fall, crash or hit in the last 4 weeks, but no fall, crash or hit"),
    ),
    NamedFact(
        name="conflict_filler",
        when=(
            "(form_filler = self AND age < 18 AND NOT minor_independent = yes) OR (form_filler = "
            "parent_guardian AND age >= 18)"
        ),
        meaning=_("The person filling the form does not fit the age"),
    ),
    NamedFact(
        name="conflict_none_mixed",
        when="none_mixed()",
        meaning=_("'None' ticked together with another choice"),
    ),
    NamedFact(
        name="conflict_ankylosis",
        when="spine_dx has none AND NOT grown(spine_dx) AND cond(ankylosis)",
        meaning=_("Spine diagnosis: none, but the text names a stiffened spine"),
    ),
    NamedFact(
        name="conflict_red_flag_text",
        when="fired(red_flag_in_text)",
        meaning=_("A warning sign is told in words, but its question is not answered Yes"),
    ),
    NamedFact(
        name="conflict_med_condition",
        when="med_condition()",
        meaning=_("A medicine is named that is often given for a condition which is not ticked: ask"),
    ),
)
