"""Seizures, and the medicines against them."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Rule, Stage, Tier

SEIZURES = (
    Rule(
        code="seizure_disorder",
        name=_("Seizures or epilepsy"),
        tier=Tier.HOLD,
        questions=("seizure", "med_types", "meds_list", "anything_else"),
        when=(
            "seizure in {active, past_10y, not_sure} OR med(AED_SEIZURE) OR cond(seizure) OR (med_types has "
            "seizure_med AND NOT med(AED_MULTI)) OR (seizure = remote AND (med_types has seizure_med OR "
            "med(AED_MULTI)))"
        ),
        why=_(
            "A seizure with needles in place can cause injury, and electrical stimulation is advised against "
            "in epilepsy."
        ),
        action=_(
            "Ask type, last seizure, triggers, medicine use and rescue plan. If controlled and cleared: "
            "manual needles only, no electroacupuncture, short retention, never left alone, seizure "
            "first-aid ready. If uncontrolled: neurologist letter first."
        ),
        advice=(Advice(_("If you take seizure medicine, keep taking it. We will talk with you before any needles.")),),
        source=(
            "Clinic brief; BAcC expert answers on epilepsy (no EA, care if poorly controlled); Haake 2007 "
            "and Cherkin 2009 excluded such patients"
        ),
        icd10=("R56.9", "Z86.69"),
    ),
    Rule(
        code="seizure_remote",
        name=_("Seizures long ago"),
        tier=Tier.CAUTION,
        stage=Stage.UNLESS,
        questions=("seizure", "meds_list", "anything_else"),
        when="(seizure = remote OR cond(seizure, remote)) AND NOT fired(seizure_disorder)",
        why=_(
            "Seizures that ended long ago carry a low but not zero risk; 10 years seizure-free with 5 off "
            "medicine is usually called resolved."
        ),
        action=_(
            "Confirm dates and no current medicine; prefer manual needling, avoid electroacupuncture at "
            "first, keep the patient in sight."
        ),
        advice=(Advice(_("Let us know if you ever had a seizure with stress, lack of sleep or fainting.")),),
        source="ILAE 2014 definition of resolved epilepsy (from memory); BAcC",
        icd10=("Z86.69",),
    ),
    Rule(
        code="anticonvulsant_other_use",
        name=_("Seizure medicine, perhaps for something else"),
        tier=Tier.NOTE,
        stage=Stage.UNLESS,
        questions=("med_types", "meds_list", "anything_else"),
        when="(med_types has seizure_med OR med(AED_MULTI)) AND NOT fired(seizure_disorder)",
        why=_("Drugs such as gabapentin or lamotrigine treat seizures but more often nerve pain, mood or migraine."),
        action=_("Ask why it is taken; if for seizures, treat as “Seizures or epilepsy”."),
        advice=(Advice(_("Please tell us what this medicine is for.")),),
        source="Drug labels (from memory)",
        icd10=("Z79.899",),
    ),
)
