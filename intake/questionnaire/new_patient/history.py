"""Health history: what changes where, how, or whether needles are safe."""

from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

HISTORY = Step(
    code="history",
    title=_("Your health"),
    intro=_("Choose all that fit, or 'None of these'."),
    screens=(
        Screen(
            code="history_bleeding",
            title=_("Bleeding, seizures and skin"),
            intro=_("Your answers tell us where needles are safe for you."),
            questions=(
                Question(
                    code="bleeding",
                    wording=_("Bleeding: do any of these fit you?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice(
                            "diagnosed",
                            _(
                                "A bleeding disorder, like hemophilia or von Willebrand (not a clotting one "
                                "like factor V Leiden)"
                            ),
                        ),
                        Choice("low_platelets", _("Low platelets now")),
                        Choice(
                            "easy_bleeding",
                            _(
                                "Bleeding that needed care: a nosebleed over 10 minutes more than once, "
                                "bleeding after a dentist or surgery that needed a second visit, or many "
                                "bruises bigger than your palm with no bump"
                            ),
                        ),
                        Choice(
                            "carrier_family",
                            _("I am a carrier, or a parent, brother, sister or child has a bleeding disorder"),
                        ),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    why="Clinic policy: bleeding is reviewed first",
                ),
                Question(
                    code="seizure",
                    wording=_("Have you ever had a seizure or epilepsy?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("no", _("No")),
                        Choice(
                            "active",
                            _("Yes - in the last 12 months, or I take medicine to stop seizures"),
                        ),
                        Choice("past_10y", _("Yes - 1 to 10 years ago")),
                        Choice(
                            "remote",
                            _("Yes - over 10 years ago or only as a child, no medicine for 5 years"),
                        ),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    why="Clinic policy: seizures are reviewed first",
                ),
                Question(
                    code="skin",
                    wording=_("Skin: do you have any of these now?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("infected", _("Red, hot, swollen or oozing skin")),
                        Choice("open_wound", _("Open sore, ulcer or wound (not a small cut or pimple)")),
                        Choice("shingles", _("Shingles blisters")),
                        Choice("eczema_psoriasis", _("Eczema or psoriasis, not infected")),
                        Choice("scars_fragile", _("Raised scars or very thin skin")),
                    ),
                    required=True,
                    why="Clinic policy: skin infection is reviewed first",
                ),
                Question(
                    code="skin_area",
                    wording=_("Where on your body?"),
                    kind=Kind.TEXT,
                    required=True,
                    show_if="picked(skin)",
                    why="Decides area or whole-visit hold",
                    scanned=True,
                ),
            ),
        ),
        Screen(
            code="history_devices",
            title=_("Devices and implants"),
            intro=_("We keep needles and electrical stimulation away from devices and implants."),
            questions=(
                Question(
                    code="devices",
                    wording=_("Do you have any of these in your body?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("pacemaker", _("Pacemaker")),
                        Choice("icd", _("Heart-shock device (ICD)")),
                        Choice(
                            "nerve_stimulator",
                            _("Wires or a device that stimulates nerves, spine or brain"),
                        ),
                        Choice("pump", _("Insulin or pain pump")),
                        Choice("heart_valve", _("Replaced heart valve, or a past heart infection")),
                        Choice("line", _("Port, PICC line, or dialysis graft or fistula")),
                        Choice(
                            "valve_disease",
                            _("A damaged or leaking heart valve that a doctor checks"),
                            since="3.0",
                        ),
                    ),
                    required=True,
                    why="No electrical stimulation; valve and line care",
                ),
                Question(
                    code="implants",
                    wording=_("Do you have any metal or other implants? (not teeth, not birth control)"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("joint", _("Artificial joint")),
                        Choice("spine_hardware", _("Screws, rods or a disc in my spine")),
                        Choice("breast_cosmetic", _("Breast or cosmetic implant")),
                        Choice("other", _("Another implant")),
                    ),
                    required=True,
                    why="Places to avoid",
                ),
            ),
        ),
        Screen(
            code="history_conditions",
            title=_("Your health"),
            intro=_("Some conditions mean we need to work more gently."),
            questions=(
                Question(
                    code="conditions",
                    wording=_("Do you have any of these?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("diabetes", _("Diabetes")),
                        Choice("numb_feet_hands", _("Numb feet or hands")),
                        Choice(
                            "lung_disease",
                            _("COPD, emphysema, scarred lungs, lung cancer, TB, collapsed lung ever, or chest surgery"),
                        ),
                        Choice("osteoporosis", _("Weak bones (osteoporosis)")),
                        Choice("cancer_now", _("Cancer now")),
                        Choice("cancer_past", _("Cancer in the past (not simple skin cancer)")),
                        Choice(
                            "lymphedema",
                            _("Lymphedema, or lymph nodes removed (we will ask which side)"),
                        ),
                        Choice(
                            "immune_weak",
                            _("Weak immune system, HIV, transplant, no spleen, sickle cell"),
                        ),
                        Choice("low_white_cells", _("Low white blood cells now")),
                        Choice("kidney_disease", _("Kidney disease (not stones)")),
                        Choice(
                            "liver_disease",
                            _("Cirrhosis or serious liver disease (not just fatty liver)"),
                        ),
                        Choice("heart_disease", _("Heart disease (not just high cholesterol)")),
                        Choice("high_bp_uncontrolled", _("High blood pressure that is not under control")),
                        Choice("stroke_tia", _("Stroke or mini-stroke, ever")),
                        Choice(
                            "recent_event",
                            _(
                                "Heart attack, stroke, mini-stroke, stent, clot-busting drug or blood clot "
                                "in the last 3 months"
                            ),
                        ),
                        Choice("aneurysm", _("Aortic aneurysm or torn aorta, ever")),
                        Choice("fainting", _("I faint easily")),
                    ),
                    required=True,
                    why="One list instead of 17 questions",
                ),
                Question(
                    code="cancer_treatment",
                    wording=_("Have you had cancer treatment in the last 6 weeks?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None")),
                        Choice("chemo_6w", _("Chemo (IV, shot or pills)")),
                        Choice("radiation_6w", _("Radiation")),
                        Choice("immunotherapy", _("Immune treatment (immunotherapy)")),
                        Choice("other", _("Another treatment, such as hormone pills")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    show_if="conditions has {cancer_now, cancer_past}",
                    why="Blood counts; skin of the field",
                ),
                Question(
                    code="lymph_side",
                    wording=_("Which side?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("left_arm", _("Left arm")),
                        Choice("right_arm", _("Right arm")),
                        Choice("left_leg", _("Left leg")),
                        Choice("right_leg", _("Right leg")),
                        Choice("left_breast_trunk", _("Left breast or left side of the body")),
                        Choice("right_breast_trunk", _("Right breast or right side of the body")),
                        Choice("other", _("Somewhere else")),
                    ),
                    required=True,
                    show_if="conditions has lymphedema",
                    why="Limb to avoid",
                ),
            ),
        ),
        Screen(
            code="history_spine",
            title=_("Your spine and surgery"),
            intro=_("Tell us what doctors have found and any surgery you had."),
            questions=(
                Question(
                    code="spine_dx",
                    wording=_("Has a doctor told you that you have..."),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None of these")),
                        Choice("herniated_disc", _("A herniated, slipped or bulging disc")),
                        Choice("pinched_nerve", _("A pinched nerve")),
                        Choice("stenosis", _("A narrow spine canal (stenosis)")),
                        Choice("instability", _("An unstable spine")),
                        Choice("fracture", _("A broken vertebra in the last 12 months, or not healed")),
                        Choice("fracture_old", _("A broken vertebra, healed")),
                        Choice("cord_injury", _("Spinal cord injury, or pressure on the cord")),
                        Choice("arthritis", _("Arthritis of the spine")),
                        Choice(
                            "ankylosis",
                            _("A spine gone stiff from ankylosing spondylitis or DISH (not from an operation)"),
                            since="3.0",
                        ),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    why="Disc, nerve, bone and cord problems",
                ),
                Question(
                    code="surgery",
                    wording=_("Have you had any surgery?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None")),
                        Choice("spine_last_12w", _("Spine surgery in the last 12 weeks")),
                        Choice("other_last_6w", _("Other surgery in the last 6 weeks")),
                        Choice("spine_older", _("Spine surgery, longer ago")),
                        Choice("other_older", _("Other surgery, longer ago")),
                    ),
                    required=True,
                    why="Healing, altered anatomy",
                ),
            ),
        ),
    ),
)
