"""Who the patient is and who fills the form in. Name and phone first: an emergency must be called back."""

from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

ABOUT = Step(
    code="about",
    title=_("Who you are"),
    intro=_(
        "This form takes about 6 minutes. You can stop and come back. If you think this is an emergency, call 911."
    ),
    screens=(
        Screen(
            code="about_you",
            title=_("Who you are"),
            intro=_("These are the details of the patient, even if you are filling this in for them."),
            why=_("We ask these first, so that we can call if one of your next answers worries us."),
            questions=(
                Question(
                    code="full_name",
                    wording=_("What is your full name?"),
                    kind=Kind.TEXT,
                    required=True,
                    why="Match the record",
                    identity=True,
                ),
                Question(
                    code="date_of_birth",
                    wording=_("What is your date of birth?"),
                    kind=Kind.DATE,
                    required=True,
                    why="Age rules. Must be a real date, not in the future, age 0 to 110",
                    hint=_("For example 4 27 1962"),
                    identity=True,
                ),
                Question(
                    code="phone",
                    wording=_("Best phone number for a safety call"),
                    kind=Kind.PHONE,
                    required=True,
                    why="Needed for call-backs on flags",
                    hint=_("For example 213-555-0100"),
                    identity=True,
                ),
                Question(
                    code="email",
                    wording=_("Email"),
                    kind=Kind.EMAIL,
                    why="Visit details and the 48-hour check-in",
                    hint=_("For example name@example.com"),
                    identity=True,
                ),
                Question(
                    code="form_filler",
                    wording=_("Who is filling this in?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("self", _("I am the patient")),
                        Choice("parent_guardian", _("I am the parent or guardian")),
                        Choice("helper", _("I am helping the patient")),
                    ),
                    required=True,
                    why="Consent and how far to rely on the answers",
                ),
            ),
        ),
        Screen(
            code="about_help",
            title=_("Help and contacts"),
            intro=_("Tell us who should be with you, and how we can talk well together."),
            questions=(
                Question(
                    code="minor_independent",
                    wording=_("Are you 15 to 17, living apart from your parents and paying your own way?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("no", _("No")),
                        Choice("yes", _("Yes")),
                    ),
                    show_if="age >= 15 AND age < 18",
                    why="Some teens may consent alone; staff will call",
                ),
                Question(
                    code="guardian_name",
                    wording=_("Name of the parent or guardian"),
                    kind=Kind.TEXT,
                    required=True,
                    show_if="age < 18 AND NOT minor_independent = yes",
                    why="Legal consent",
                    hint=_("For example Invented Parent"),
                    identity=True,
                ),
                Question(
                    code="guardian_phone",
                    wording=_("Phone number of the parent or guardian"),
                    kind=Kind.PHONE,
                    show_if="age < 18 AND NOT minor_independent = yes",
                    why="Whoever consents must be reached before and during a visit",
                    hint=_("For example 213-555-0100"),
                    identity=True,
                ),
                Question(
                    code="guardian_present",
                    wording=_("Will a parent or guardian come along to the visits?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("yes", _("Yes")),
                        Choice("no", _("No")),
                        Choice("not_sure", _("Not sure yet")),
                    ),
                    show_if="age < 18 AND NOT minor_independent = yes",
                    why="A guardian is present while somebody under 18 is treated; the desk asks if not",
                    identity=True,
                ),
                Question(
                    code="interpreter",
                    wording=_("Would you like an interpreter? (free)"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("no", _("No, English is fine")),
                        Choice("es", _("Spanish")),
                        Choice("ko", _("Korean")),
                        Choice("zh", _("Chinese")),
                        Choice("vi", _("Vietnamese")),
                        Choice("hy", _("Armenian")),
                        Choice("other", _("Another language")),
                    ),
                    required=True,
                    why="Los Angeles languages; the safety talk must be understood",
                    identity=True,
                ),
                Question(
                    code="emergency_contact",
                    wording=_("Someone we can call in an emergency"),
                    kind=Kind.TEXT,
                    why="Faint or emergency on site",
                    hint=_("Name and phone number"),
                    identity=True,
                ),
            ),
        ),
    ),
)
