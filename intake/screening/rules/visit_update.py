"""What the day of a visit adds: food, alcohol and calming medicines, illness, missed doses, and what happened since."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice, Contact, Rule, Stage, Tier

_TALK_FIRST = Advice(_("Thank you for telling us. We will talk before any needles."))
_ASK_WHAT = _("Ask what, when and who treats it, before the first needle; send a full form where the history changed.")
_CALL_PRESCRIBER = Advice(
    _("Call the doctor who prescribed it today; you do not need to stop it for acupuncture."),
)

VISIT_UPDATE = (
    Rule(
        code="day_fever_after_needles",
        name=_("Fever and worse pain after needles"),
        tier=Tier.EMERGENCY,
        stage=Stage.COMBINED,
        questions=("rf_fever", "hours_since_visit", "pain_trend", "rf_night_pain", "skin"),
        when=(
            "rf_fever in {yes, not_sure} AND hours_since_visit <= 672 AND (pain_trend = worse OR rf_night_pain in "
            "{yes, not_sure} OR skin has infected)"
        ),
        why=_("Fever and worse pain within four weeks of needles can be an infection of the spine."),
        action=_(
            "Do not needle. Direct to emergency care for blood tests and MRI; tell the receiving team about "
            "the risk factor."
        ),
        advice=(Advice(_("Fever with back pain needs an emergency check today; go to an emergency room.")),),
        contact=Contact.NOW,
        source="Spinal abscesses after acupuncture, PMC4960080, and after wet cupping [V: abstracts]",
        icd10=("R50.9", "R68.83"),
        implies=("fever_illness",),
    ),
    Rule(
        code="day_sedated",
        name=_("Alcohol, cannabis or a new calming medicine today"),
        tier=Tier.HOLD,
        questions=("day_substances",),
        when="day_substances has {alcohol, cannabis, calming_new}",
        why=_("A person who is not clear cannot consent, and pain signals are dulled."),
        action=_(
            "See the patient; if intoxicated or unable to explain the plan back: no needles today, safe way "
            "home, rebook."
        ),
        advice=(Advice(_("We may need to move your visit. Please do not drive.")),),
        contact=Contact.SAME_DAY,
        source="CNT 7th ed. (from memory)",
    ),
    Rule(
        code="day_missed_thinner",
        name=_("Blood thinner missed or stopped"),
        tier=Tier.HOLD,
        questions=("day_missed_dose", "blood_thinner"),
        when="day_missed_dose has blood_thinner",
        why=_("A missed or stopped blood thinner raises the risk of a stroke or clot."),
        action=_(
            "Phone the same day: which drug, how many doses, why? If stopped without advice, the patient calls the "
            "prescriber today. Decide about the visit after that."
        ),
        advice=(_CALL_PRESCRIBER,),
        contact=Contact.SAME_DAY,
        source="FDA boxed warnings on early stopping of apixaban and rivaroxaban (from memory); McCulloch 2015",
        icd10=("Z79.01", "Z91.14-"),
    ),
    Rule(
        code="day_new_event_hold",
        name=_("Something serious since the last form"),
        tier=Tier.HOLD,
        questions=("day_new_event",),
        when=("day_new_event has {spine_shot, surgery, seizure, device, hospital_heart_clot, cancer, not_sure}"),
        why=_("Something new since the last form can change whether needles are safe, and where."),
        action=_ASK_WHAT,
        advice=(_TALK_FIRST,),
        contact=Contact.SAME_DAY,
        source="Design rule: a history that changed is taken anew",
    ),
    Rule(
        code="day_low_sugar_risk",
        name=_("Low sugar risk today"),
        tier=Tier.CAUTION,
        stage=Stage.COMBINED,
        questions=("day_eaten", "conditions", "med_types", "meds_list", "anything_else"),
        when="day_eaten = no AND fired(diabetes_neuropathy)",
        why=_("Glucose-lowering medicine without food can drop sugar on the table."),
        action=_("Check glucose, feed first, keep sugar at hand; no needles until eaten."),
        advice=(Advice(_("Eat before you come and bring your meter.")),),
        source="Clinical teaching (from memory)",
        implies=("day_not_eaten",),
    ),
    Rule(
        code="day_unwell",
        name=_("Feels sick today"),
        tier=Tier.CAUTION,
        questions=("day_feeling",),
        when="day_feeling in {yes, not_sure}",
        why=_("A new illness changes what is safe today."),
        action=_("Ask what is new, temperature and blood pressure first; postpone if in doubt."),
        advice=(Advice(_("Tell us what is wrong before you lie down.")),),
        source="CNT 7th ed.; WHO 1999 s.II 2.2",
        icd10=("R68.89",),
    ),
    Rule(
        code="day_missed_medicine",
        name=_("Important medicine missed"),
        tier=Tier.CAUTION,
        questions=("day_missed_dose", "seizure"),
        when="day_missed_dose has {heart, seizure, diabetes, not_sure}",
        why=_("A missed dose of these can do more harm than the needles."),
        action=_(
            "Ask which, when and why before the first needle; call the prescriber with the patient if it was "
            "stopped for the visit."
        ),
        advice=(Advice(_("Do not skip medicines for acupuncture; call the doctor who gave it.")),),
        source="Clinical teaching (from memory)",
        icd10=("Z91.14-",),
    ),
    Rule(
        code="day_new_event_other",
        name=_("Something new since the last form"),
        tier=Tier.CAUTION,
        questions=("day_new_event",),
        when="day_new_event has other",
        why=_("Something new about the patient's health may change where and how needles are placed."),
        action=_ASK_WHAT,
        advice=(_TALK_FIRST,),
        source="Design rule: a history that changed is taken anew",
    ),
    Rule(
        code="day_not_eaten",
        name=_("Has not eaten"),
        tier=Tier.NOTE,
        questions=("day_eaten",),
        when="day_eaten = no",
        why=_("An empty stomach makes fainting more likely."),
        action=_("Offer a snack; first needles lying down."),
        advice=(Advice(_("Please eat something before your visit.")),),
        source="CNT 7th ed. (fainting)",
    ),
    Rule(
        code="day_sedative_usual",
        name=_("Usual calming medicine today"),
        tier=Tier.NOTE,
        questions=("day_substances",),
        when="day_substances has calming_usual",
        why=_("A usual calming medicine adds to sleepiness after needling."),
        action=_("Ask dose and time; plan the way home."),
        advice=(Advice(_("Please do not drive if you feel sleepy.")),),
        source="Clinical teaching (from memory)",
    ),
)
