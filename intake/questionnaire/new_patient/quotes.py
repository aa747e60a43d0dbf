"""Answers that need care today, said shortly: what the stop page quotes for the nurse who reads over a shoulder.

By question and value. Injected drugs are left out on purpose: the person decides what to say about that.
"""

from collections.abc import Mapping

from intake.questionnaire.wording import _

QUOTES: Mapping[str, Mapping[str, str]] = {
    "rf_chest": {"yes": _("New chest pain or pressure, trouble breathing, coughing blood, or passing out")},
    "rf_breath_pain": {"yes": _("New sharp pain on breathing in, or a heart that races at rest")},
    "rf_tearing": {"yes": _("Sudden, tearing or worst-ever pain in the chest, back or belly")},
    "rf_stroke": {
        "yes": _("Face drooping, sudden weakness on one side, trouble talking, loss of sight, or the worst headache")
    },
    "rf_leg_weak": {"new_or_worse": _("New or worsening weakness in a leg, foot, arm or hand")},
    "rf_saddle_numb": {"yes": _("New numbness between the legs")},
    "rf_bladder_bowel": {"yes": _("New trouble with bladder or bowels, or lost feeling during sex")},
    "rf_both_legs": {"yes": _("New pain, tingling or numbness down both legs")},
    "rf_leg_swelling": {
        "yes": _("One calf or leg newly swollen"),
        "not_sure": _("Perhaps one calf or leg newly swollen"),
    },
    "rf_head_neck": {
        "eyelid_sight": _("New drooping eyelid or change in sight"),
        "scalp_jaw": _("New tender scalp, or jaw pain when chewing"),
    },
    "rf_fever": {
        "yes": _("Fever, night sweats or shaking chills in the last 2 weeks"),
        "yes_gone": _("Fever, night sweats or shaking chills in the last 2 weeks, gone now"),
        "not_sure": _("Perhaps fever, night sweats or shaking chills in the last 2 weeks"),
    },
    "rf_weight_loss": {"yes": _("Weight loss without a known reason")},
    "rf_procedure_recent": {
        "yes": _("A urine catheter or a bladder, prostate or kidney procedure in the last 3 months"),
        "not_sure": _("Perhaps a urine catheter or a bladder, prostate or kidney procedure in the last 3 months"),
    },
    "needled_recent": {
        "yes": _("Acupuncture, dry needling or wet cupping in the last 4 weeks"),
        "not_sure": _("Perhaps acupuncture, dry needling or wet cupping in the last 4 weeks"),
    },
    "rf_trauma": {"major_not_checked": _("A bad fall, crash or hit, not checked by a doctor")},
    "rf_night_pain": {"yes": _("Pain at night that no position eases")},
    "rf_infection_recent": {
        "yes": _("A serious infection, spine injection, spine surgery or dialysis in the last 3 months")
    },
    "rf_bleeding_now": {
        "yes": _("Black or bloody stools, blood in urine, vomiting blood, or bleeding that will not stop")
    },
    "pregnancy": {"yes": _("Pregnant"), "postpartum": _("Gave birth recently")},
    "pregnancy_warning": {
        "yes": _("A warning sign in pregnancy"),
        "not_sure": _("Perhaps a warning sign in pregnancy"),
    },
    "postpartum_warning": {
        "yes": _("A warning sign after giving birth"),
        "not_sure": _("Perhaps a warning sign after giving birth"),
    },
    "early_preg_warning": {"yes": _("Strong pain low on one side, or bleeding, possibly in early pregnancy")},
    "pain_onset": {"sudden": _("Pain that began suddenly")},
    "pain_duration": {"under_4w": _("Pain for less than 4 weeks")},
    "pain_trend": {"worse": _("Pain that is getting worse")},
    "conditions": {"aneurysm": _("An aortic aneurysm or torn aorta")},
}


def quote_of(code: str, answer: object) -> str:
    """Return the answer in a few words, untranslated; nothing for an answer that is not quoted."""
    values = QUOTES.get(code, {})
    picked = answer if isinstance(answer, list) else [answer]
    return next((words for value, words in values.items() if value in picked), "")
