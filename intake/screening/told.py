"""Warning signs told only in words: each stands against the question that asks for it.

A question that was not asked is not a No: the fact holds then too. Told words that are denied, about somebody
else or older than 42 days are quiet in the word lists already.
"""

from intake.questionnaire.wording import _
from intake.screening.rule import NamedFact

TOLD = (
    NamedFact(
        name="rft_saddle",
        when="words(rft_saddle) AND NOT rf_saddle_numb in {yes, not_sure}",
        meaning=_("The text tells of numbness between the legs"),
    ),
    NamedFact(
        name="rft_bladder",
        when="words(rft_bladder) AND NOT rf_bladder_bowel in {yes, not_sure}",
        meaning=_("The text tells of trouble with bladder or bowels"),
    ),
    NamedFact(
        name="rft_weak",
        when="words(rft_weak) AND NOT rf_leg_weak in {new_or_worse, weeks_stable, old_stable, not_sure}",
        meaning=_("The text tells of weakness of an arm or leg"),
    ),
    NamedFact(
        name="rft_fever",
        when="words(rft_fever) AND NOT rf_fever in {yes, yes_gone, not_sure}",
        meaning=_("The text tells of fever"),
    ),
    NamedFact(
        name="rft_chest",
        when="words(rft_chest) AND NOT rf_chest in {yes, not_sure}",
        meaning=_("The text tells of chest pain or trouble breathing"),
    ),
    NamedFact(
        name="rft_breath",
        when="words(rft_breath) AND NOT rf_breath_pain in {yes, not_sure} AND NOT rf_chest in {yes, not_sure}",
        meaning=_("The text tells of pain with each breath or a racing heart"),
    ),
    NamedFact(
        name="rft_stroke",
        when="words(rft_stroke) AND NOT rf_stroke in {yes, not_sure}",
        meaning=_("The text tells of signs of a stroke"),
    ),
    NamedFact(
        name="rft_leg_swelling",
        when="words(rft_leg_swelling) AND NOT rf_leg_swelling in {yes, not_sure}",
        meaning=_("The text tells of a swollen leg"),
    ),
    NamedFact(
        name="rft_pulse",
        when="words(rft_pulse) AND NOT rf_tearing in {yes, not_sure}",
        meaning=_("The text tells of a pulse in the belly or tearing pain"),
    ),
    NamedFact(
        name="rft_bleeding",
        when="words(rft_bleeding) AND NOT rf_bleeding_now in {yes, not_sure}",
        meaning=_("The text tells of bleeding"),
    ),
    NamedFact(
        name="rft_period",
        when="words(rft_period) AND NOT pregnancy in {yes, maybe, postpartum, not_possible}",
        meaning=_("The text tells of a late period"),
    ),
    NamedFact(
        name="rft_trauma",
        when=(
            "(words(rft_trauma) OR (words(rft_trauma, undated) AND (pain_duration = under_4w OR pain_trend = worse OR "
            "pain_onset in {sudden, after_injury}))) AND NOT rf_trauma in {minor, major_checked, major_not_checked, "
            "not_sure}"
        ),
        meaning=_("The text tells of a fall, a crash or a hard hit"),
    ),
    NamedFact(
        name="rft_both_legs",
        when="words(rft_both_legs) AND NOT rf_both_legs in {yes, not_sure}",
        meaning=_("The text tells of pain or numbness in both legs"),
    ),
    NamedFact(
        name="rft_leak",
        when="words(rft_leak)",
        meaning=_("The text tells of fluid that leaks, or a headache after a needle in the spine"),
    ),
    NamedFact(
        name="rft_aneurysm",
        when="words(rft_aneurysm) AND NOT rf_tearing in {yes, not_sure}",
        meaning=_("The text tells of an aneurysm that hurts or grows"),
    ),
    NamedFact(
        name="rft_pregnancy",
        when="words(rft_pregnancy) AND NOT pregnancy_warning in {yes, not_sure}",
        meaning=_("The text tells of fluid that leaks or a baby that moves less"),
    ),
    NamedFact(
        name="rft_clumsy",
        when="words(rft_clumsy) AND NOT rf_clumsy in {yes, not_sure}",
        meaning=_("The text tells of clumsy hands or unsteady walking"),
    ),
    NamedFact(
        name="rft_weight",
        when="words(rft_weight) AND NOT rf_weight_loss in {yes, explained, not_sure}",
        meaning=_("The text tells of weight that was lost without trying"),
    ),
    NamedFact(
        name="rft_infection",
        when="words(rft_infection) AND NOT rf_infection_recent in {yes, not_sure}",
        meaning=_("The text tells of a serious infection of late"),
    ),
)
