"""Facts: named expressions that more than one rule reads.

`infection_risk_a` and `infection_risk_b` together are the one shared list of fever risks, also for the
check-in.
"""

from intake.questionnaire.wording import _
from intake.screening.rule import NamedFact

FACTS = (
    NamedFact(
        name="infection_risk_a",
        when=(
            "rf_iv_drugs in {yes, prefer_not} OR rf_infection_recent in {yes, not_sure} OR rf_procedure_recent in "
            "{yes, not_sure} OR surgery has spine_last_12w OR injection_when in {last_2w, 2_12w, not_sure}"
        ),
        meaning=_("A route for germs straight to the spine"),
    ),
    NamedFact(
        name="infection_risk_b",
        when=(
            "fired(immunosuppressed) OR fired(neutropenia_risk) OR fired(heart_valve) OR "
            "fired(skin_infection) OR fired(vascular_access) OR fired(implanted_electronic_device) OR "
            "implants has spine_hardware OR conditions has {diabetes, kidney_disease, liver_disease, "
            "cancer_now} OR med_types has insulin_sugar OR med(HYPOGLY) OR med(MARROW) OR cond(diabetes) OR "
            "cond(kidney_disease) OR cond(liver_disease) OR cond(cancer_spread)"
        ),
        meaning=_("A body that fights infection less well, or holds hardware"),
    ),
    NamedFact(
        name="limb_signs",
        when=(
            "pain_areas has {leg_left, leg_right, arm_left, arm_right, buttock_hip} OR rf_leg_weak in "
            "{new_or_worse, weeks_stable, old_stable, not_sure} OR rf_both_legs in {yes, not_sure} OR "
            "rf_clumsy in {yes, not_sure} OR conditions has numb_feet_hands"
        ),
        meaning=_("Something is felt in an arm, buttock or leg"),
    ),
    NamedFact(
        name="systemic_steroid",
        when="med_types has steroid_pills OR med(STEROID)",
        meaning=_("Steroid tablets by tick or by name"),
    ),
    NamedFact(
        name="new_sudden_pain",
        when="pain_onset = sudden AND pain_duration = under_4w",
        meaning=_("Sudden pain of less than 4 weeks"),
    ),
    NamedFact(
        name="recent_spread_pain",
        when="rf_night_pain in {yes, not_sure} OR pain_trend = worse",
        meaning=_("Night pain or worsening pain"),
    ),
    NamedFact(
        name="takes_aspirin_or_nsaid",
        when="med_types has {aspirin_daily, nsaid_most_days} OR med(NSAID_SECOND_RISK)",
        meaning=_("Aspirin or an NSAID that counts as a second bleeding risk"),
    ),
    NamedFact(
        name="nerve_signs",
        when=(
            "rf_leg_weak in {new_or_worse, weeks_stable, old_stable, not_sure} OR rf_both_legs in {yes, "
            "not_sure} OR rf_clumsy in {yes, not_sure} OR conditions has numb_feet_hands OR "
            "cond(numb_feet_hands)"
        ),
        meaning=_("Weakness, numbness or unsteadiness, or doubt about it"),
    ),
    NamedFact(
        name="cord_signs",
        when=(
            "rf_clumsy in {yes, not_sure} OR rf_both_legs in {yes, not_sure} OR rf_saddle_numb in {yes, "
            "not_sure} OR rf_bladder_bowel in {yes, not_sure} OR pain_trend = worse OR conditions has "
            "{cancer_now, cancer_past} OR cond(cancer) OR fired(anticoagulant) OR "
            "fired(bleeding_disorder) OR age < 18"
        ),
        meaning=_("Something that points to the spinal cord, or makes a weakness more than a weakness"),
    ),
    NamedFact(
        name="clot_risk",
        when=(
            "pregnancy in {yes, maybe, postpartum} OR cond(pregnancy) OR rf_leg_swelling in {yes, "
            "not_sure} OR surgery has {other_last_6w, spine_last_12w} OR conditions has {recent_event, "
            "cancer_now} OR cond(cancer_spread) OR fired(neutropenia_risk) OR rf_trauma in "
            "{major_checked, major_not_checked} OR cond(clot) OR pain_onset = sudden"
        ),
        meaning=_("A reason for a clot in the lung, or a pain that came at once"),
    ),
    NamedFact(
        name="ankylosis",
        when=("spine_dx has ankylosis OR cond(ankylosis)"),
        meaning=_("A spine gone stiff, by tick or by name"),
    ),
    NamedFact(
        name="fever_new_pain",
        when=("pain_duration = under_4w OR pain_trend = worse OR rf_night_pain in {yes, not_sure}"),
        meaning=_("New, worsening or night pain"),
    ),
    NamedFact(
        name="lasting_pain",
        when=(
            "organ_pain_checked = yes AND pain_duration in {3_12m, over_1y} AND pain_trend in {better, "
            "same, comes_and_goes} AND NOT (pain_areas has chest AND (conditions has heart_disease OR "
            "cond(heart_disease)))"
        ),
        meaning=_("Chest or belly pain of over 3 months that a doctor has checked and that does not grow"),
    ),
)
