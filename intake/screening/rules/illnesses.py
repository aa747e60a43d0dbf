"""Long-term illnesses and allergies that change the technique."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Rule, Stage, Tier

ILLNESSES = (
    Rule(
        code="metal_or_contact_allergy",
        name=_("Latex or skin cleaner allergy"),
        tier=Tier.CAUTION,
        questions=("allergies",),
        when=("allergies has {latex, antiseptic}"),
        why=_("Latex and skin cleaners can cause anything from a rash to collapse."),
        action=_(
            "Ask how bad it was and what happened before the first glove or swab; latex-free gloves; another "
            "antiseptic; tape and metal as the patient says."
        ),
        advice=(Advice(_("Tell us what you react to and what happened.")),),
        source=("Nickel-in-steel reviews (Torres; Zemelka-Wiacek 2022); CNT 7th ed."),
        icd10=(
            "L23.0",
            "Z91.040",
            "Z91.048",
        ),
    ),
    Rule(
        code="diabetes_neuropathy",
        name=_("Diabetes"),
        tier=Tier.CAUTION,
        questions=("conditions", "med_types", "meds_list", "anything_else"),
        when=("conditions has diabetes OR med_types has insulin_sugar OR med(HYPOGLY) OR cond(diabetes)"),
        why=_("Numb or poorly supplied skin heals slowly and hides injury, and low sugar can look like fainting."),
        action=_(
            "Inspect feet, avoid numb or poorly perfused areas and heat lamps or moxa there; ask about food "
            "and glucose on the day; keep sugar at hand. Numb feet or hands ticked: map the area, no heat lamp, moxa "
            "or strong stimulation there."
        ),
        advice=(Advice(_("Eat as usual before your visit, bring your meter and check your feet after.")),),
        source="Lin 2019 (cellulitis: diabetes aOR 1.69); Hsieh 2023",
        icd10=("E11.9", "E10.9", "E11.42", "G62.9", "Z79.4", "Z79.84"),
    ),
    Rule(
        code="numb_skin",
        name=_("Numb feet or hands"),
        tier=Tier.CAUTION,
        stage=Stage.COMBINED,
        questions=(
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=("(conditions has numb_feet_hands OR cond(numb_feet_hands)) AND NOT fired(diabetes_neuropathy)"),
        why=_("Numb skin hides heat injury and infection."),
        action=_(
            "Map the numb area; no heat lamp, moxa or strong stimulation there; look at the feet; note a baseline."
        ),
        advice=(Advice(_("Tell us where you feel less; we will not use heat there.")),),
        source="CNT 7th ed.; clinical teaching (from memory)",
        icd10=("R20.8",),
    ),
    Rule(
        code="lung_disease",
        name=_("Lung disease or chest surgery"),
        tier=Tier.CAUTION,
        questions=(
            "conditions",
            "meds_list",
            "anything_else",
        ),
        when=("conditions has lung_disease OR cond(lung_disease)"),
        why=_("Over-inflated or scarred lungs sit closer to the needle, and a small leak can be serious."),
        action=_(
            "No deep needling over the chest, GB21, inner bladder line or around the shoulder blade; oblique "
            "and shallow over bone only; give written lung-leak advice."
        ),
        advice=(
            Advice(
                _(
                    "If you get sharp chest pain or shortness of breath after a visit, even two days later, go to "
                    "an emergency room."
                ),
            ),
        ),
        source="Lin 2019 (pneumothorax: chest surgery aOR 7.85, emphysema 4.87, TB 3.65)",
        icd10=("J44.9", "J43.9", "J93.12", "Z87.09"),
    ),
    Rule(
        code="osteoporosis",
        name=_("Weak bones"),
        tier=Tier.CAUTION,
        questions=("conditions", "meds_list", "anything_else"),
        when=("conditions has osteoporosis OR med(BONE) OR cond(osteoporosis)"),
        why=_("Weak bones can break with light force, and new sharp back pain may be a fracture."),
        action=_(
            "Soft padding and easy transfers, no forceful cupping or pressure; ask about falls, height loss "
            "and steroids."
        ),
        advice=(Advice(_("Tell us about any fall or sudden new back pain.")),),
        source="IFOMPT 2020",
        icd10=("M81.0",),
    ),
    Rule(
        code="metal_or_tape_allergy",
        name=_("Metal or tape allergy"),
        tier=Tier.NOTE,
        questions=("allergies",),
        when=("allergies has {metal, adhesive}"),
        why=_("Nickel in steel and glue can give a rash."),
        action=_("Coated or gold needles or acupressure for proven nickel allergy; another tape; short first session."),
        advice=(Advice(_("Tell us what you react to and what happened.")),),
        source=("Nickel-in-steel reviews (Torres; Zemelka-Wiacek 2022); CNT 7th ed."),
        icd10=(
            "L23.0",
            "Z91.048",
        ),
    ),
)
