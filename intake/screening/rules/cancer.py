"""Cancer, past and present, and what its treatment leaves behind."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

CANCER = (
    Rule(
        code="possible_malignancy",
        tier=Tier.HOLD,
        stage=Stage.COMBINED,
        questions=(
            "rf_weight_loss",
            "conditions",
            "pain_duration",
            "pain_onset",
            "rf_night_pain",
            "pain_trend",
        ),
        when=(
            "rf_weight_loss in {yes, not_sure} OR (conditions has cancer_now AND (pain_duration in "
            "{under_4w, 4_12w} OR fact(recent_spread_pain))) OR (conditions has cancer_past AND "
            "(fact(recent_spread_pain) OR (pain_duration in {under_4w, 4_12w} AND pain_onset in {gradual, "
            "not_sure})))"
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
                    "Please see your doctor about this pain within 2 working days, sooner if your legs "
                    "change, before we treat your back."
                ),
            ),
        ),
        contact=Contact.TWO_DAYS,
        source="IFOMPT 2020; WHO 1999 s.II 2.3; de Valois 2024 (red and amber flags)",
        icd10=("R63.4", "Z85.9"),
    ),
    Rule(
        code="cancer_history",
        tier=Tier.CAUTION,
        questions=("conditions",),
        when="conditions has {cancer_now, cancer_past}",
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
        code="lymphedema",
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
        advice=(Advice(_("We will keep needles out of that arm or leg.")),),
        source="de Valois 2024; Bao 2018; Cassileth 2013; AACP/ASAP lists",
        icd10=("I89.0", "I97.2"),
    ),
    Rule(
        code="weight_loss_explained",
        tier=Tier.NOTE,
        questions=("rf_weight_loss",),
        when="rf_weight_loss = explained",
        why=_("A known reason for weight loss can hide another one."),
        action=_("Confirm the reason and whether the loss began before it; weigh again at visit 4."),
        source="Design rule",
    ),
)
