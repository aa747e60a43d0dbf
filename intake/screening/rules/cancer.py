"""Cancer, past and present, and what its treatment leaves behind."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

CANCER = (
    Rule(
        code="possible_malignancy",
        name=_("Cancer in the spine not ruled out"),
        tier=Tier.HOLD,
        stage=Stage.COMBINED,
        questions=(
            "rf_weight_loss",
            "conditions",
            "pain_duration",
            "pain_onset",
            "rf_night_pain",
            "pain_trend",
            "meds_list",
            "anything_else",
        ),
        when=(
            "rf_weight_loss = yes OR (rf_weight_loss = not_sure AND (conditions has {cancer_now, cancer_past} "
            "OR cond(cancer) OR rf_night_pain = yes)) OR ((conditions has cancer_now OR cond(cancer_spread)) "
            "AND (pain_duration in {under_4w, 4_12w} OR fact(recent_spread_pain))) OR ((conditions has "
            "cancer_past OR cond(cancer)) AND (fact(recent_spread_pain) OR (pain_duration in {under_4w, "
            "4_12w} AND pain_onset in {gradual, not_sure})))"
        ),
        why=_(
            "New, night or worsening pain in a person with cancer, or weight loss nobody can explain, may "
            "mean spread to the spine."
        ),
        action=_(
            "Hold and contact the primary doctor or oncologist within 1-2 working days for assessment; no "
            "needling over the painful segment until cancer in the spine is ruled out. Any new leg symptoms: "
            "emergency pathway."
        ),
        advice=(
            Advice(
                _(
                    "Please see your doctor about this pain within 2 working days, sooner if your legs change. "
                    "We decide about needles after that."
                ),
            ),
        ),
        contact=Contact.TWO_DAYS,
        source="IFOMPT 2020; WHO 1999 s.II 2.3; de Valois 2024 (red and amber flags)",
        icd10=("R63.4", "Z85.9"),
        implies=("cancer_history",),
    ),
    Rule(
        code="cancer_history",
        name=_("Cancer now or in the past"),
        tier=Tier.CAUTION,
        questions=(
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=("conditions has {cancer_now, cancer_past} OR cond(cancer) OR cond(cancer_spread)"),
        why=_("Cancer and its treatment change which areas are safe and which symptoms matter."),
        action=_(
            "Ask type, dates, treatment, lymph nodes, ports, bone spread; never needle a tumor, ulcer or "
            "irradiated fragile skin; agree with oncology if on treatment. Radiation or immunotherapy in the "
            "last 6 weeks: protect the skin of the field; with checkpoint drugs ask about fatigue and low "
            "blood pressure."
        ),
        advice=(Advice(_("Tell us about treatment, lymph nodes and ports, now or in the past.")),),
        source="de Valois 2024; WHO 1999 s.II 2.3",
        icd10=("C80.1", "Z85.9"),
    ),
    Rule(
        code="night_pain_worse",
        name=_("Night pain that gets worse, age 50 or over"),
        tier=Tier.CAUTION,
        stage=Stage.LATE,
        questions=(
            "rf_night_pain",
            "pain_trend",
            "date_of_birth",
        ),
        when=(
            "rf_night_pain in {yes, not_sure} AND pain_trend = worse AND age >= 50 AND NOT "
            "fired(possible_malignancy) AND NOT fired(rf_spinal_infection) AND NOT "
            "fired(spinal_infection_possible)"
        ),
        why=_("Pain that wakes a person of 50 or over and grows can be a tumor, a break or an infection."),
        action=_(
            "Ask about weight, appetite, tiredness, old cancer, falls, fever; look for tender bone. If not "
            "better after 4 to 6 weeks of care, or at once when something fits: the doctor, with blood tests "
            "and imaging."
        ),
        advice=(Advice(_("Please tell your doctor about pain that wakes you and gets worse; call us if it grows.")),),
        source=(
            "IFOMPT 2020; myeloma as back pain, chiro.org [V]; red flags are common and weak alone: Henschke "
            "2009, Premkumar 2018 [V]"
        ),
        icd10=(
            "M54.9",
            "G89.29",
        ),
    ),
    Rule(
        code="lymphedema",
        name=_("Lymphedema or removed lymph nodes"),
        tier=Tier.CAUTION,
        questions=("conditions", "meds_list", "anything_else"),
        when="conditions has lymphedema OR cond(lymphedema)",
        why=_(
            "A limb with poor lymph drainage has been kept needle-free by custom because infection there is "
            "hard to treat."
        ),
        action=_(
            "Avoid the affected limb and side of trunk by default; oncology-trained staff may decide "
            "otherwise with consent, since trials found no serious harm."
        ),
        advice=(Advice(_("If we treat you, we keep needles out of that arm or leg.")),),
        source="de Valois 2024; Bao 2018; Cassileth 2013; AACP/ASAP lists",
        icd10=("I89.0", "I97.2"),
    ),
    Rule(
        code="weight_loss_explained",
        name=_("Weight loss with a reason"),
        tier=Tier.NOTE,
        questions=("rf_weight_loss",),
        when="rf_weight_loss = explained",
        why=_("A known reason for weight loss can hide another one."),
        action=_("Confirm the reason and whether the loss began before it; weigh again at visit 4."),
        source="Design rule",
    ),
    Rule(
        code="night_pain_ask",
        name=_("Night pain"),
        tier=Tier.NOTE,
        stage=Stage.LATE,
        questions=(
            "rf_night_pain",
            "pain_trend",
            "date_of_birth",
        ),
        when=(
            "rf_night_pain in {yes, not_sure} AND NOT fired(possible_malignancy) AND NOT "
            "fired(rf_spinal_infection) AND NOT fired(spinal_infection_possible) AND NOT "
            "fired(child_red_flag) AND NOT (pain_trend = worse AND age >= 50)"
        ),
        why=_("Night pain alone is common in back pain; it matters with other signs."),
        action=_("Ask again what wakes the patient and what eases it; weigh it with the rest."),
        source=(
            "IFOMPT 2020; myeloma as back pain, chiro.org [V]; red flags are common and weak alone: Henschke "
            "2009, Premkumar 2018 [V]"
        ),
    ),
    Rule(
        code="weight_loss_unsure",
        name=_("Not sure about weight loss"),
        tier=Tier.NOTE,
        stage=Stage.UNLESS,
        questions=("rf_weight_loss",),
        when=("rf_weight_loss = not_sure AND NOT fired(possible_malignancy)"),
        why=_("Not sure needs a scale, not an alarm."),
        action=_(
            "Weigh; ask about clothes, appetite, last known weight; weigh again at visit 4. A real loss is "
            "“Cancer in the spine not ruled out”."
        ),
        advice=(Advice(_("We will check your weight together.")),),
        source=("Design rule (fail-safe 1)"),
    ),
)
