"""What was tried before, how it went, and which scans exist."""

from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

PREVIOUS = Step(
    code="previous",
    title=_("What you have tried"),
    screens=(
        Screen(
            code="previous_tried",
            title=_("What you have tried"),
            intro=_("This helps us avoid treatments that did not help you."),
            questions=(
                Question(
                    code="treatments_tried",
                    wording=_("What have you tried for this pain?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("Nothing yet")),
                        Choice("acupuncture", _("Acupuncture or dry needling")),
                        Choice("physical_therapy", _("Physical therapy")),
                        Choice("chiropractic", _("Chiropractor")),
                        Choice("massage", _("Massage")),
                        Choice("injection", _("Spine injection")),
                        Choice("surgery", _("Surgery")),
                        Choice("medicines", _("Medicines")),
                        Choice("other", _("Something else")),
                    ),
                    required=True,
                    why="Previous treatments",
                ),
            ),
        ),
        Screen(
            code="previous_results",
            title=_("How that went"),
            intro=_("Your answers help us keep you safe this time."),
            questions=(
                Question(
                    code="injection_when",
                    wording=_("When was your last spine injection?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("last_2w", _("In the last 2 weeks")),
                        Choice("2_12w", _("2 to 12 weeks ago")),
                        Choice("older", _("Longer ago")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    show_if="treatments_tried has injection",
                    why="Infection window",
                ),
                Question(
                    code="acupuncture_reaction",
                    wording=_("How did you feel after acupuncture?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("none", _("Fine")),
                        Choice("mild", _("Sore or bruised for up to 2 days")),
                        Choice("moderate", _("Worse pain for over 2 days, or fainted")),
                        Choice("severe", _("Hospital, collapsed lung, infection, seizure or nerve injury")),
                    ),
                    required=True,
                    show_if="treatments_tried has acupuncture",
                    why="Past harm predicts future harm",
                ),
                Question(
                    code="reaction_detail",
                    wording=_("What happened?"),
                    kind=Kind.LONG_TEXT,
                    required=True,
                    show_if="acupuncture_reaction in {moderate, severe}",
                    why="Tailor the plan; the text is scanned",
                    scanned=True,
                ),
            ),
        ),
        Screen(
            code="previous_scans",
            title=_("Scans of your back"),
            intro=_("We can ask for the report so that you don’t need the same scan twice."),
            questions=(
                Question(
                    code="imaging",
                    wording=_("Have you had any scans of your back?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("None")),
                        Choice("xray", _("X-ray")),
                        Choice("mri", _("MRI")),
                        Choice("ct", _("CT scan")),
                        Choice("other", _("Another scan")),
                    ),
                    required=True,
                    why="Do not repeat; ask for the report",
                ),
            ),
        ),
    ),
)
