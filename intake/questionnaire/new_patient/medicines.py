"""Medicines and allergies. Quick ticks first: people know what a pill is for when its name is gone."""

from intake.questionnaire.common import red_flag
from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

MEDICINES = Step(
    code="medicines",
    title=_("Medicines and allergies"),
    intro=_(
        "Spelling does not matter. Never stop a medicine for acupuncture without asking the doctor who prescribed it."
    ),
    screens=(
        Screen(
            code="medicines_kinds",
            title=_("Kinds of medicine"),
            intro=_("Some medicines change how we use needles. Please keep taking yours."),
            questions=(
                Question(
                    code="blood_thinner",
                    wording=_(
                        "Do you take a blood thinner, such as Coumadin (warfarin), Eliquis, Xarelto, "
                        "Pradaxa, Savaysa, Lovenox or heparin shots? We ask about aspirin, Plavix and Brilinta next."
                    ),
                    kind=Kind.ONE,
                    choices=(
                        Choice("no", _("No")),
                        Choice("yes", _("Yes")),
                        Choice("only_aspirin_plavix", _("Only aspirin, Plavix or Brilinta")),
                        Choice("stopped_recent", _("Stopped or skipped in the last 2 weeks")),
                        Choice("stopped_past", _("Stopped longer ago")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    why="Most common bleeding risk",
                ),
                Question(
                    code="med_types",
                    wording=_("Do you take any of these?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("aspirin_daily", _("Aspirin every day")),
                        Choice("nsaid_most_days", _("Ibuprofen, naproxen or similar on most days")),
                        Choice("antiplatelet", _("Plavix, Brilinta or Effient")),
                        Choice("seizure_med", _("Medicine to stop seizures")),
                        Choice(
                            "insulin_sugar",
                            _("Insulin, or a pill that can drop sugar too low (not metformin alone)"),
                        ),
                        Choice("steroid_pills", _("Steroid pills for 3 weeks or more")),
                        Choice("immune_med", _("Medicine that calms the immune system, or a biologic shot")),
                        Choice("chemo", _("Chemo (IV, shot or pills)")),
                        Choice("supplements_herbs", _("Vitamins, herbs or other supplements")),
                    ),
                    required=True,
                    why="Quick catch; works when names are unknown",
                ),
            ),
        ),
        Screen(
            code="medicines_list",
            title=_("Your medicines"),
            intro=_("Write the names as you know them. If you can, have your bottles or your list ready."),
            questions=(
                Question(
                    code="meds_list",
                    wording=_("List all medicines, vitamins and herbs (or type 'none')."),
                    kind=Kind.LONG_TEXT,
                    required=True,
                    why="Scanned for drug names; the practitioner reads it",
                    hint=_("Spelling does not matter. Put each one on its own line."),
                    scanned=True,
                ),
            ),
        ),
        Screen(
            code="medicines_bleeding",
            title=_("About your blood thinner"),
            intro=_("These questions are important because of your medicines."),
            questions=(
                Question(
                    code="inr_status",
                    wording=_("If it is warfarin (Coumadin): was your last INR blood test in range?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("not_warfarin", _("I do not take warfarin")),
                        Choice("in_range", _("In range")),
                        Choice("above_range", _("Too high")),
                        Choice("below_range", _("Too low")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    show_if="blood_thinner in {yes, not_sure} OR med(WARFARIN)",
                    why="Decides caution or hold",
                ),
                red_flag(
                    "rf_bleeding_now",
                    _("Now: black or bloody stools, blood in urine, vomiting blood, or bleeding that will not stop?"),
                    show_if=(
                        "blood_thinner in {yes, not_sure, stopped_recent} OR med_types has {antiplatelet, "
                        "nsaid_most_days} OR med(ANTICOAG) OR med(ANTICOAG, past_recent) OR "
                        "med(ANTIPLATELET)"
                    ),
                    why="Red flag: bleeding on a medicine that lets blood flow",
                ),
            ),
        ),
        Screen(
            code="medicines_allergies",
            title=_("Allergies"),
            intro=_("This helps us avoid things you are allergic to."),
            questions=(
                Question(
                    code="allergies",
                    wording=_("Do you have any allergies or reactions?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None")),
                        Choice("metal", _("Metal, such as nickel")),
                        Choice("latex", _("Latex")),
                        Choice("adhesive", _("Tape or glue")),
                        Choice("antiseptic", _("Skin cleaner, such as alcohol or iodine")),
                        Choice("medicine", _("A medicine")),
                        Choice("other", _("Something else")),
                    ),
                    required=True,
                    why="Needle, tape and skin-prep choice",
                ),
                Question(
                    code="allergies_other",
                    wording=_("Tell us what happened"),
                    kind=Kind.TEXT,
                    show_if="picked(allergies)",
                    why="Severity",
                    scanned=True,
                ),
            ),
        ),
    ),
)
