"""Words of despair in any free text. Patients see 988 first, and never that acupuncture cannot treat this."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

CRISIS = (
    Rule(
        code="crisis_words",
        name=_("Words of suicide"),
        tier=Tier.EMERGENCY,
        questions=(
            "skin_area",
            "meds_list",
            "allergies_other",
            "reaction_detail",
            "anything_else",
            "goal_text",
            "imaging_when",
        ),
        when="words(crisis)",
        why=_(
            "Long pain raises the risk of suicide, and a person who writes such words may act before the "
            "next staffed hour."
        ),
        action=_(
            "Phone now; do not leave a message about the reason. If the patient cannot be reached and may be "
            "in danger, call 911 for a welfare check. Follow the clinic crisis plan and record it."
        ),
        advice=(
            Advice(
                _("You matter more than this form. Call or text 988 now; if you may act on this, call 911."),
            ),
        ),
        contact=Contact.NOW,
        source="988 Suicide and Crisis Lifeline (from memory); clinical teaching",
        icd10=("R45.851",),
    ),
    Rule(
        code="crisis_words_check",
        name=_("Words of despair to ask about"),
        tier=Tier.HOLD,
        stage=Stage.UNLESS,
        questions=(
            "skin_area",
            "meds_list",
            "allergies_other",
            "reaction_detail",
            "anything_else",
            "goal_text",
            "imaging_when",
        ),
        when="(words(crisis, cancelled) OR words(crisis_soft)) AND NOT fired(crisis_words)",
        why=_("Words about suicide that seem to be denied or about someone else may still hide a need."),
        action=_("Phone the same day, ask openly and kindly, offer support."),
        advice=(
            Advice(
                _("Thank you for telling us. If you ever think of hurting yourself, call or text 988."),
            ),
        ),
        contact=Contact.SAME_DAY,
        source="Design rule; 988 Lifeline (from memory)",
    ),
)
