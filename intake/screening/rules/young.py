"""Children and teenagers."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Tier

YOUNG = (
    Rule(
        code="child_red_flag",
        name=_("Back pain in a child or teenager"),
        tier=Tier.HOLD,
        questions=("rf_night_pain", "rf_weight_loss", "pain_duration", "rf_trauma", "date_of_birth"),
        when=(
            "age < 12 OR (age < 18 AND (rf_night_pain in {yes, not_sure} OR rf_weight_loss in {yes, "
            "not_sure} OR (pain_duration = under_4w AND NOT rf_trauma = no)))"
        ),
        why=_(
            "Back pain in a child, or in a teen with night pain, weight loss or a recent fall, has a cause "
            "more often than in adults."
        ),
        action=_(
            "No needles until a doctor has examined the child; ask for the result. Ask about school, sport and mood."
        ),
        advice=(Advice(_("A child's back pain needs a doctor's check first.")),),
        contact=Contact.TWO_DAYS,
        source="Clinical teaching (from memory)",
        icd10=("R52",),
    ),
    Rule(
        code="minor",
        name=_("Under 18"),
        tier=Tier.CAUTION,
        questions=("date_of_birth",),
        when="age < 18",
        why=_("Young people need a parent's or guardian's consent, gentler dosing and someone with them."),
        action=_(
            "Guardian signature before booking; guardian present; few needles, short time. Ages 15-17 who "
            "live apart and manage their own money may be able to consent (Family Code 6922): staff call "
            "them, and the clinic's counsel has confirmed the rule first."
        ),
        advice=(Advice(_("A parent or guardian needs to sign and come with you.")),),
        source="California Family Code 6910, 6922; Adams 2011 (mild events 11.8%)",
    ),
)
