"""Infection, and bodies that fight it less well."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

_WITH_A_WAY_IN = (
    "(rf_fever in {yes, not_sure} AND (fact(infection_risk_a) OR fact(infection_risk_b))) OR "
    "(rf_fever = yes_gone AND fact(infection_risk_a)) OR "
    "(rf_iv_drugs = yes AND (rf_night_pain = yes OR pain_trend = worse))"
)
"""A way in for germs, or a body that fights them less well."""

_FEVER_ITSELF = (
    "(rf_fever = yes AND age >= 65 AND fact(fever_new_pain)) OR (rf_fever = yes AND rf_weight_loss = yes) OR "
    "(rf_fever = yes AND needled_recent in {yes, not_sure}) OR (rf_fever = not_sure AND needled_recent = yes)"
)

INFECTION = (
    Rule(
        code="rf_spinal_infection",
        name=_("Infection of the spine"),
        tier=Tier.EMERGENCY,
        stage=Stage.COMBINED,
        questions=(
            "rf_fever",
            "rf_iv_drugs",
            "rf_night_pain",
            "pain_trend",
            "rf_infection_recent",
            "surgery",
            "injection_when",
            "implants",
            "conditions",
            "med_types",
            "cancer_treatment",
            "devices",
            "skin",
            "meds_list",
            "anything_else",
            "rf_weight_loss",
            "pain_duration",
            "date_of_birth",
            "needled_recent",
            "rf_procedure_recent",
        ),
        when=f"{_WITH_A_WAY_IN} OR {_FEVER_ITSELF}",
        why=_(
            "Infection of the spine is often missed early, and only a minority have a fever when first seen "
            "(12 of 61 in one emergency series). Fever with new spine pain in an older person, with weight loss, or "
            "after needles is infection until shown otherwise."
        ),
        action=_(
            "Do not needle. Direct to emergency care for blood tests and MRI; tell the receiving team about "
            "the risk factor."
        ),
        advice=(
            Advice(
                _(
                    "Back pain with fever, or with injected drugs and bad nights, needs an emergency check "
                    "today; go to an emergency room."
                ),
                when=_WITH_A_WAY_IN,
            ),
            Advice(
                _("Fever with back pain needs an emergency check today; go to an emergency room."),
                when=f"NOT ({_WITH_A_WAY_IN})",
            ),
        ),
        contact=Contact.NOW,
        source=(
            "IFOMPT 2020; emergency-department cohort of pyogenic spinal infection, Am J Emerg Med 2019-2020 "
            "[V: abstract]; IDSA 2015 vertebral osteomyelitis guideline (from memory); osteomyelitis at 83 with "
            "fever, doi 10.12659/AJCR.936058 [V: abstract]; spinal abscess after needles, PMC4960080 [V: abstract]; "
            "after a urological procedure, doi 10.29328/journal.aceo.1001019 [V: abstract]; spinal tuberculosis with "
            "fever and weight loss, PMC4917072 [V]"
        ),
        icd10=("R50.9", "R68.83"),
    ),
    Rule(
        code="skin_infection",
        name=_("Infected or open skin"),
        tier=Tier.HOLD,
        questions=("skin", "meds_list", "anything_else"),
        when="skin has {infected, open_wound, shingles} OR cond(skin_infection)",
        why=_("Needling infected or broken skin can drive germs deeper or spread them to others."),
        action=_(
            "Do not needle the area; with cellulitis, spreading redness or fever postpone the whole visit "
            "and refer the same day. Consider distant points only when the patient is well and the area is "
            "covered; use contact precautions for MRSA or shingles."
        ),
        advice=(
            Advice(
                _("Please see a doctor for the skin problem and let us move your visit until it heals."),
            ),
        ),
        source="Clinic brief; WHO 1999 and 2020; CNT 7th ed.; Lin 2019 (cellulitis)",
        icd10=("R21", "R23.8", "Z22.322"),
    ),
    Rule(
        code="fever_illness",
        name=_("Fever"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=(
            "rf_fever",
            "implants",
            "conditions",
            "med_types",
            "cancer_treatment",
            "devices",
            "skin",
            "meds_list",
            "anything_else",
        ),
        when=(
            "(rf_fever in {yes, not_sure} OR (rf_fever = yes_gone AND fact(infection_risk_b))) AND NOT "
            "fired(rf_spinal_infection)"
        ),
        why=_("Needling during a fever can hide a serious illness and exposes staff and other patients."),
        action=_(
            "Postpone until 24-48 hours without fever; advise a same-day call to a doctor because back pain "
            "is present; recheck red flags when rebooking."
        ),
        advice=(
            Advice(
                _("Please call your doctor today about the fever. Wait with your visit until you are well."),
            ),
        ),
        source="WHO 1999 s.II 2.2; IFOMPT 2020",
        icd10=("R50.9",),
    ),
    Rule(
        code="neutropenia_risk",
        name=_("Chemotherapy or low white cells"),
        tier=Tier.HOLD,
        questions=("conditions", "cancer_treatment", "med_types", "meds_list", "anything_else"),
        when=(
            "conditions has low_white_cells OR cancer_treatment has {chemo_6w, not_sure} OR med_types has "
            "chemo OR med(CHEMO) OR med(CHEMO, past_6w) OR med(NEUTRO_TX) OR cond(neutropenia)"
        ),
        why=_("Chemotherapy can drop white cells and platelets, which raises infection and bleeding risk."),
        action=_(
            "Ask oncology for counts from the last 7 days. Common cut-offs: no needling if neutrophils < 0.5 "
            "x10^9/L or platelets < 20-25 x10^9/L; superficial only between that and 1.0 / 50 (panel and "
            "hospital values differ - record the team's own)."
        ),
        advice=(Advice(_("We will ask the doctor who checks your blood for your latest counts.")),),
        source=("de Valois 2024; SIO-ASCO 2022 (listed in de Valois); Cybularz 2015; cut-offs partly from memory"),
        icd10=("Z51.11", "Z92.21"),
    ),
    Rule(
        code="spinal_infection_possible",
        name=_("Spine infection without fever"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=(
            "rf_fever",
            "rf_iv_drugs",
            "rf_infection_recent",
            "rf_procedure_recent",
        ),
        when=(
            "rf_fever = no AND (rf_iv_drugs in {yes, prefer_not} OR rf_infection_recent in {yes, not_sure} OR "
            "rf_procedure_recent in {yes, not_sure}) AND NOT fired(rf_spinal_infection)"
        ),
        why=_("Spine infection can run for weeks without fever in a person with a route for germs."),
        action=_(
            "Phone the same day: pain pattern, sweats, new weakness, procedure dates. Low threshold for "
            "blood tests and MRI through the doctor or emergency department. No needles until answered."
        ),
        advice=(
            Advice(
                _("We will phone you before any visit. New fever, weakness or numbness: emergency room."),
            ),
        ),
        contact=Contact.SAME_DAY,
        source="Am J Emerg Med 2019-2020 cohort [V: abstract]; IFOMPT 2020",
        icd10=("R52", "Z91.89"),
    ),
    Rule(
        code="immunosuppressed",
        name=_("Weak immune system"),
        tier=Tier.CAUTION,
        questions=("conditions", "med_types", "meds_list", "anything_else"),
        when=(
            "conditions has immune_weak OR med_types has {steroid_pills, immune_med} OR med(IMMUNO) OR "
            "cond(immune_weak)"
        ),
        why=_("A weak immune system makes needle-site infection more likely and less obvious."),
        action=_(
            "Strict skin preparation, no indwelling needles, fewer needles, avoid swollen joints; give "
            "infection advice; long-term steroids also mean thin skin and weak bones. Artri or Ortiga "
            "products: possible hidden steroid and NSAID; do not tell the patient to stop suddenly, refer to "
            "a doctor this week."
        ),
        advice=(
            Advice(
                _("After any visit with needles, watch for redness, heat or fever for two weeks and call us early.")
            ),
        ),
        source="Lin 2019 (cellulitis: rheumatoid arthritis aOR 1.86); CNT 7th ed.; Xu 2013",
        icd10=("D84.821", "D84.9", "Z79.52", "Z79.62-", "B20", "Z94.0"),
    ),
    Rule(
        code="skin_patches",
        name=_("Eczema, psoriasis or scars"),
        tier=Tier.NOTE,
        questions=("skin",),
        when=("skin has {eczema_psoriasis, scars_fragile}"),
        why=_("Needles through plaques, eczema or scars can flare the skin or let germs in."),
        action=_(
            "Needle only healthy skin; check that no patch weeps, is hot or crusted (then “Infected or open skin”)."
        ),
        advice=(Advice(_("If we treat you, we stay off those patches. Show us any spot that oozes or feels hot.")),),
        source=("CNT 7th ed.; WHO 1999; Koebner reaction reports (from memory)"),
        icd10=(
            "L20.9",
            "L40.9",
            "L91.0",
        ),
    ),
)
