"""Pregnancy, and the weeks after it."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Tier

PREGNANCY = (
    Rule(
        code="rf_pregnancy_warning",
        name=_("Warning sign in pregnancy or after birth"),
        tier=Tier.EMERGENCY,
        questions=(
            "pregnancy_warning",
            "postpartum_warning",
            "early_preg_warning",
            "rf_fever",
            "pregnancy",
            "meds_list",
            "anything_else",
        ),
        when=(
            "pregnancy_warning in {yes, not_sure} OR postpartum_warning in {yes, not_sure} OR "
            "early_preg_warning = yes OR (rf_fever = yes AND (pregnancy in {yes, postpartum} OR "
            "cond(pregnancy)))"
        ),
        why=_(
            "Bleeding, leaking fluid, strong belly pain, a bad headache, sight changes, fever or less "
            "movement can signal danger during pregnancy and in the weeks after; one-sided pain very early "
            "may be a pregnancy outside the womb."
        ),
        action=_(
            "Do not needle. Direct to labor and delivery, the OB on call or 911, and ask the patient to call "
            "back once seen."
        ),
        advice=(
            Advice(
                _(
                    "Call your pregnancy doctor or midwife right now, or go to the hospital. Say that you "
                    "are pregnant, or were pregnant this year."
                ),
            ),
            Advice(
                _("If you have thoughts of hurting yourself or the baby, call or text 988, or call 911."),
                when="postpartum_warning in {yes, not_sure}",
            ),
        ),
        contact=Contact.NOW,
        source=("CDC Hear Her urgent maternal warning signs, pregnancy and the year after [V]; WHO 1999 s.II 2.2"),
        icd10=("R10.9", "R51.9", "Z33.1", "Z39.2"),
        implies=("pregnancy", "postpartum"),
    ),
    Rule(
        code="pregnancy",
        name=_("Pregnant or maybe pregnant"),
        tier=Tier.HOLD,
        questions=("pregnancy", "meds_list", "anything_else"),
        when="pregnancy in {yes, maybe} OR cond(pregnancy)",
        why=_(
            "Trials and cohorts have not shown harm, but WHO 1999 advises great caution, points and "
            "positions must change, and this clinic reviews first."
        ),
        action=_(
            "Confirm weeks, risk level and OB/midwife contact; for 'maybe' ask for a test first. If cleared: "
            "side-lying, gentle manual technique, no electroacupuncture on trunk, and avoid LI4, SP6, BL60, "
            "BL67, sacral foramina and abdominal points unless obstetric-trained."
        ),
        advice=(
            Advice(
                _(
                    "Acupuncture may still be fine for you, but we will talk first and may ask your "
                    "pregnancy care team."
                ),
            ),
        ),
        source="WHO 1999 s.II 2.1; AACP 2012; Park 2014; Carr 2015; Moon 2020",
        icd10=("Z33.1", "Z34.90", "Z32.00"),
        implies=("pregnancy_precaution",),
    ),
    Rule(
        code="pregnancy_precaution",
        name=_("Trying for a baby, or rather not say"),
        tier=Tier.CAUTION,
        questions=("pregnancy",),
        when="pregnancy in {trying, prefer_not}",
        why=_("A very early pregnancy may not be known yet, and some people prefer to talk about this in private."),
        action=_(
            "Ask in private, offer to treat as if pregnant (same points avoided), agree timing with a "
            "fertility clinic when there is one."
        ),
        advice=(Advice(_("Tell us if anything changes. If we treat you, we choose the safer points.")),),
        source="WHO 1999 s.II 2.1; Carr 2015",
        icd10=("Z31.69", "N97.9"),
    ),
    Rule(
        code="postpartum",
        name=_("Gave birth recently"),
        tier=Tier.CAUTION,
        questions=("pregnancy",),
        when="pregnancy = postpartum",
        why=_("Healing wounds, heavier bleeding, clots and mood changes are more common in these weeks."),
        action=_(
            "Ask about bleeding, C-section or tears, calf swelling, fever, mood and feeding; avoid the wound "
            "and deep pelvic points, choose an easy position."
        ),
        advice=(Advice(_("Tell us about your birth, any heavy bleeding, leg swelling or low mood.")),),
        source="Clinical teaching (from memory); WHO 1999 s.II 2.1",
        icd10=("Z39.2",),
    ),
)
