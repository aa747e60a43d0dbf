"""The last words, and consent. The risk sheet and its version are in intake.questionnaire.consent."""

from intake.questionnaire.model import Kind, Question, Screen, Step
from intake.questionnaire.wording import _

ELSE = Step(
    code="else",
    title=_("Anything else"),
    screens=(
        Screen(
            code="consent_else",
            title=_("Anything else"),
            intro=_("In your own words. You can leave this empty."),
            questions=(
                Question(
                    code="anything_else",
                    wording=_("Anything else about your health that we should know?"),
                    kind=Kind.LONG_TEXT,
                    why="Last catch; the text is scanned",
                    scanned=True,
                ),
            ),
        ),
    ),
)

CONSENT = Step(
    code="consent",
    title=_("Consent"),
    intro=_("Read “Risks of acupuncture” first."),
    screens=(
        Screen(
            code="consent_sign",
            title=_("Consent"),
            intro=_("Read “Risks of acupuncture” first. You can say no or stop at any time."),
            questions=(
                Question(
                    code="consent_truth",
                    wording=_("My answers are true as far as I know."),
                    kind=Kind.CHECKBOX,
                    required=True,
                    why="Reliance on answers",
                ),
                Question(
                    code="consent_risks",
                    wording=_(
                        "I read the risks: bruise or bleeding, soreness, tiredness or fainting; rarely "
                        "infection, nerve injury or collapsed lung."
                    ),
                    kind=Kind.CHECKBOX,
                    required=True,
                    why="Informed consent (confirmed in person)",
                ),
                Question(
                    code="consent_privacy",
                    wording=_("I received the privacy notice."),
                    kind=Kind.CHECKBOX,
                    required=True,
                    why="HIPAA notice",
                ),
                Question(
                    code="signature",
                    wording=_("Type your name to sign"),
                    kind=Kind.TEXT,
                    required=True,
                    why="Consent",
                ),
                Question(
                    code="guardian_signature",
                    wording=_("Parent or guardian: type your name to sign"),
                    kind=Kind.TEXT,
                    required=True,
                    show_if="age < 18 AND NOT minor_independent = yes",
                    why="Consent for a minor",
                ),
            ),
        ),
    ),
)
