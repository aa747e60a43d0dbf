"""What to do until a practitioner has read the form: one card, a short heading a topic, the strongest line only.

The lines are those of the rules. A rule that says all of what another says already (`implies`, or one of STRONGER)
silences it here, whatever answers the two came from: two sentences about one thing read as if they disagreed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from intake.questionnaire import Questionnaire
from intake.review.rule_trial import in_force
from intake.screening import Finding
from intake.screening.rules.check_in.levels import CALLED_NEXT_DAY, CALLED_TODAY, DOCTOR_TODAY


@dataclass(frozen=True)
class AdviceTopic:
    """A heading with its lines, the most serious first."""

    title: str
    lines: tuple[str, ...]


# Heading → the rules whose advice stands below it, in the order of the card.
_CODES = (
    (
        gettext_lazy("We will call you"),
        "head_neck_warning breath_pain chest_or_belly_pain spinal_infection_possible red_flag_unsure red_flag_in_text "
        "answers_conflict crisis_words_check",
    ),
    (
        gettext_lazy("See your doctor"),
        "stiff_spine_injury skin_infection fever_illness possible_malignancy child_red_flag night_pain_worse "
        "chest_or_belly_lasting",
    ),
    (
        gettext_lazy("Blood thinners and bleeding"),
        "blood_thinner_stopped day_missed_thinner anticoagulant_high_risk anticoagulant antiplatelet_high_risk "
        "antiplatelet bleeding_disorder easy_bleeding bleeding_carrier minor_bleeding_risk_med",
    ),
    (
        gettext_lazy("Your medicines"),
        "medicines_unread medicine_not_read anticonvulsant_other_use day_missed_medicine day_sedated "
        "day_sedative_usual",
    ),
    (
        gettext_lazy("Heart and blood vessels"),
        "aneurysm_known recent_vascular_event cardio_renal_liver heart_valve vascular_access lung_disease",
    ),
    (
        gettext_lazy("Implants and operations"),
        "implanted_electronic_device implant_or_spine_surgery implant_other recent_surgery recent_spine_procedure",
    ),
    (
        gettext_lazy("Back, bones and nerves"),
        "spine_cord_or_instability nerve_compression limb_weakness_stable ankylosed_spine herniated_disc "
        "disc_limb_pain spine_dx_no_limb_signs osteoporosis numb_skin",
    ),
    (gettext_lazy("Pregnancy and birth"), "pregnancy pregnancy_precaution postpartum"),
    (
        gettext_lazy("Eating, fainting and seizures"),
        "seizure_disorder seizure_remote fainting diabetes_neuropathy day_low_sugar_risk day_not_eaten",
    ),
    (
        gettext_lazy("Infections and your defenses"),
        "neutropenia_risk immunosuppressed lymphedema cancer_history weight_loss_unsure",
    ),
    (gettext_lazy("Skin and allergies"), "skin_patches metal_or_contact_allergy metal_or_tape_allergy"),
    (
        gettext_lazy("You and needles"),
        "prior_reaction_severe prior_reaction_moderate advised_against needle_worry minor day_new_event_hold "
        "day_new_event_other day_unwell",
    ),
)
TOPICS: tuple[tuple[Any, frozenset[str]], ...] = tuple((title, frozenset(codes.split())) for title, codes in _CODES)
OTHER = gettext_lazy("Good to know")

# Stronger → weaker, beyond what the rules imply: both speak of the same thing to the patient.
STRONGER: Mapping[str, frozenset[str]] = {
    "red_flag_unsure": frozenset({"answers_conflict"}),
    "head_neck_warning": frozenset({"red_flag_unsure", "answers_conflict"}),
    "breath_pain": frozenset({"red_flag_unsure", "answers_conflict", "chest_or_belly_lasting"}),
    "chest_or_belly_pain": frozenset({"chest_or_belly_lasting"}),
    "medicines_unread": frozenset({"medicine_not_read"}),
    "metal_or_contact_allergy": frozenset({"metal_or_tape_allergy"}),
    "blood_thinner_stopped": frozenset({"anticoagulant", "antiplatelet", "minor_bleeding_risk_med"}),
    "day_missed_thinner": frozenset({"day_missed_medicine", "blood_thinner_stopped", "anticoagulant", "antiplatelet"}),
    "bleeding_disorder": frozenset({"easy_bleeding"}),
    "anticoagulant": frozenset({"antiplatelet"}),
    "possible_malignancy": frozenset({"night_pain_worse"}),
    "seizure_disorder": frozenset({"seizure_remote"}),
    "day_sedated": frozenset({"day_sedative_usual"}),
    "day_new_event_hold": frozenset({"day_new_event_other"}),
    "prior_reaction_severe": frozenset({"needle_worry"}),
}


def topics(questionnaire: Questionnaire, findings: Iterable[Finding]) -> list[AdviceTopic]:
    """Return the lines of these findings by topic, in the reader's language, each line once on the whole card.

    The findings come the most serious first, as the screening returns them.
    """
    standing = list(findings)
    silenced = _silenced(questionnaire, {finding.code for finding in standing})
    lines: dict[str, list[str]] = {}
    told_lines: set[str] = set()
    for finding in standing:
        if finding.code in silenced or finding.under:
            continue
        fresh = [line for line in map(gettext, finding.advice) if line not in told_lines]
        told_lines.update(fresh)
        lines.setdefault(topic_of(finding.code), []).extend(fresh)
    in_order = [str(title) for title, _codes in TOPICS] + [str(OTHER)]
    return [AdviceTopic(title, tuple(lines[title])) for title in in_order if lines.get(title)]


def topic_of(code: str) -> str:
    """Return the heading below which a rule's advice stands."""
    return str(next((title for title, codes in TOPICS if code in codes), OTHER))


def _silenced(questionnaire: Questionnaire, fired: set[str]) -> set[str]:
    """The rules that a stronger one among these speaks for."""
    implied = {rule.code: frozenset(rule.implies) for rule in in_force.rule_sets()[questionnaire.code].rules}
    weaker = (implied.get(code, frozenset()) | STRONGER.get(code, frozenset()) for code in fired)
    return fired & frozenset().union(*weaker)


def after_check_in(findings: Iterable[Finding], *, is_urgent: bool, is_called_now: bool) -> list[str]:
    """Return the lines of a check-in, each once, in the reader's language. The earliest call that is promised silences
    the later ones; what the page says above already, be seen today or a call at once, is not said again.
    """
    lines = list(dict.fromkeys(line for finding in findings for line in finding.advice))
    said = {DOCTOR_TODAY.text} if is_urgent else set()
    if is_called_now or is_urgent:
        said |= {CALLED_TODAY.text, CALLED_NEXT_DAY.text}
    elif CALLED_TODAY.text in lines:
        said |= {CALLED_NEXT_DAY.text}
    return [gettext(line) for line in lines if line not in said]
