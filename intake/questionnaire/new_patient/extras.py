"""Optional, after the form is sent: it never holds anything up, and saving it runs the rules again."""

from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

EXTRAS = Step(
    code="extras",
    title=_("Helpful extras (optional)"),
    intro=_("Your form is already sent. These answers help us plan your visit. Skip any you like."),
    optional=True,
    screens=(
        Screen(
            code="extras_goals",
            title=_("You and your goals"),
            intro=_("This helps us greet you and work toward what matters to you."),
            questions=(
                Question(
                    code="preferred_name",
                    wording=_("What should we call you? (name and pronouns, if you like)"),
                    kind=Kind.TEXT,
                    why="Respectful care",
                ),
                Question(
                    code="expectation",
                    wording=_("How much do you expect acupuncture to help? (0 = not at all, 10 = completely)"),
                    kind=Kind.SCALE,
                    why="Expectations",
                    hint=_("0 = not at all, 10 = completely"),
                    minimum=0,
                    maximum=10,
                ),
                Question(
                    code="goal_text",
                    wording=_("What is one thing you want to do again?"),
                    kind=Kind.TEXT,
                    why="Shared goal; the text is scanned",
                    scanned=True,
                ),
            ),
        ),
        Screen(
            code="extras_care",
            title=_("Others who treat you"),
            intro=_("With your permission we can ask them. This often saves time."),
            questions=(
                Question(
                    code="imaging_when",
                    wording=_("When and where were your scans?"),
                    kind=Kind.TEXT,
                    show_if="picked(imaging)",
                    why="Find the report",
                    scanned=True,
                ),
                Question(
                    code="providers",
                    wording=_("Who else treats your back?"),
                    kind=Kind.MANY,
                    choices=(
                        Choice("none", _("No one else")),
                        Choice("primary_care", _("Main doctor")),
                        Choice("spine_surgeon", _("Spine surgeon")),
                        Choice("pain_clinic", _("Pain clinic")),
                        Choice("physical_therapist", _("Physical therapist")),
                        Choice("chiropractor", _("Chiropractor")),
                        Choice("other", _("Someone else")),
                    ),
                    why="Integrated care",
                ),
                Question(
                    code="share_permission",
                    wording=_("May we talk with them about your care?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("no", _("No")),
                        Choice("yes", _("Yes")),
                    ),
                    why="Permission to contact (separate HIPAA form if needed)",
                ),
                Question(
                    code="provider_contact",
                    wording=_("Name and phone number of the main one"),
                    kind=Kind.TEXT,
                    show_if="share_permission = yes",
                    why="Fast clearance of holds",
                ),
            ),
        ),
    ),
)
