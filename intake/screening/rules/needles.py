"""How needles went before, and how the patient feels about them."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Rule, Tier

NEEDLES = (
    Rule(
        code="prior_reaction_severe",
        name=_("Severe harm from needles before"),
        tier=Tier.HOLD,
        questions=("acupuncture_reaction", "reaction_detail"),
        when="acupuncture_reaction = severe OR cond(past_harm)",
        why=_(
            "A past collapsed lung, serious infection, seizure or nerve injury may happen again and needs a "
            "tailored plan."
        ),
        action=_(
            "Read the details, obtain records if possible, decide with the patient whether to treat at all; "
            "avoid the earlier region and method."
        ),
        advice=(
            Advice(
                _("Thank you for telling us; we will go over what happened before deciding together."),
            ),
        ),
        source="Lin 2019 (pneumothorax); Xu 2013; Baumler 2021",
        icd10=("Z92.89",),
        implies=("prior_reaction_moderate",),
    ),
    Rule(
        code="advised_against",
        name=_("A doctor advised against acupuncture"),
        tier=Tier.HOLD,
        questions=("doctor_advised_against",),
        when="doctor_advised_against = yes",
        why=_("The patient's own doctor may know a risk that the form does not show."),
        action=_("Ask why, with permission contact that doctor, and write down the decision."),
        advice=(Advice(_("We will speak with your doctor first if you allow it.")),),
        source="Good practice; WHO 2020 (records and referral)",
        icd10=("Z53.09",),
    ),
    Rule(
        code="fainting",
        name=_("Faints easily"),
        tier=Tier.CAUTION,
        questions=(
            "conditions",
            "needle_feelings",
            "meds_list",
            "anything_else",
        ),
        when=("conditions has fainting OR needle_feelings = panic_faint OR cond(fainting)"),
        why=_("People who faint easily may pass out during needling and get hurt."),
        action=_(
            "First session lying down, few needles, short time, after food; watch closely, raise legs and "
            "remove needles if faint; help the patient up slowly."
        ),
        advice=(
            Advice(
                _("Eat and drink before you come, and tell us at once if you feel hot, sick or dizzy."),
            ),
        ),
        source="CNT 7th ed. (fainting); Witt 2009 (vegetative symptoms 0.7%)",
        icd10=("R55",),
        implies=("needle_worry",),
    ),
    Rule(
        code="prior_reaction_moderate",
        name=_("Strong reaction to needles before"),
        tier=Tier.CAUTION,
        questions=("acupuncture_reaction",),
        when="acupuncture_reaction = moderate",
        why=_("A past strong reaction predicts another unless the dose is changed."),
        action=_(
            "Ask what was done and how long it lasted; halve the dose (fewer needles, less time), follow up "
            "within 48 hours."
        ),
        advice=(Advice(_("If we treat you, we will start gently and check on you after two days.")),),
        source="MacPherson & Thomas 2005; Baumler 2021",
    ),
    Rule(
        code="needle_worry",
        name=_("Afraid of needles"),
        tier=Tier.NOTE,
        questions=("needle_feelings",),
        when=("needle_feelings in {very_anxious, panic_faint}"),
        why=_(
            "Fear raises pain and may stop a person from coming back; it is no danger in itself (fainting has "
            "its own line)."
        ),
        action=_(
            "Show a needle, agree a stop signal, start with one or two or use acupressure or laser; never pressure."
        ),
        advice=(Advice(_("You are in charge. You can say no to needles, and you can stop at any time.")),),
        source=("Sierpina 2005"),
        icd10=("F40.231",),
    ),
)
