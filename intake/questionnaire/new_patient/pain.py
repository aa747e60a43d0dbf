"""The pain itself, and its baseline numbers.

PEG: the three items and their end points are the published wording (Krebs EE et al., J Gen Intern Med
2009;24:733-738, doi 10.1007/s11606-009-0981-1; item 1 is LOINC 75893-8). A validated scale must not be
reworded. The score is the mean of the three; a fall of 30 % or more is the usual mark of an improvement that
matters.
"""

from intake.questionnaire.model import Choice, Kind, Question, Screen, Step
from intake.questionnaire.wording import _

PAIN = Step(
    code="pain",
    title=_("Your back pain"),
    screens=(
        Screen(
            code="pain_story",
            title=_("How your pain began"),
            intro=_("Tell us how this pain started."),
            questions=(
                Question(
                    code="pain_onset",
                    wording=_("How did it start?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("gradual", _("Slowly")),
                        Choice("sudden", _("All at once, with no cause I know")),
                        Choice("lifting", _("While lifting, bending or twisting")),
                        Choice("after_injury", _("After a fall, crash or hit")),
                        Choice("after_surgery", _("After surgery")),
                        Choice("not_sure", _("Not sure")),
                    ),
                    required=True,
                    why="Clinical picture",
                ),
                Question(
                    code="pain_duration",
                    wording=_("How long have you had this pain?"),
                    kind=Kind.ONE,
                    choices=(
                        Choice("under_4w", _("Less than 4 weeks")),
                        Choice("4_12w", _("4 to 12 weeks")),
                        Choice("3_12m", _("3 to 12 months")),
                        Choice("over_1y", _("More than a year")),
                    ),
                    required=True,
                    why="Acute or chronic; Medicare rule needs 12 weeks",
                ),
                Question(
                    code="pain_trend",
                    wording=_("Lately, is your pain..."),
                    kind=Kind.ONE,
                    choices=(
                        Choice("better", _("Getting better")),
                        Choice("same", _("About the same")),
                        Choice("worse", _("Getting worse")),
                        Choice("comes_and_goes", _("Coming and going")),
                    ),
                    required=True,
                    why="Worsening joined with other answers is a hold or more",
                ),
            ),
        ),
        Screen(
            code="pain_numbers",
            title=_("Your pain in numbers"),
            intro=_("Choose a number for each question. We will ask again later to see if you are better."),
            questions=(
                Question(
                    code="pain_now",
                    wording=_("Pain right now (0 = none, 10 = worst you can imagine)"),
                    kind=Kind.SCALE,
                    required=True,
                    why="Baseline NRS",
                    hint=_("0 = none, 10 = worst you can imagine"),
                    minimum=0,
                    maximum=10,
                ),
                Question(
                    code="peg_pain",
                    wording=_("What number best describes your pain on average in the past week?"),
                    kind=Kind.SCALE,
                    required=True,
                    why="PEG baseline",
                    hint=_("0 = no pain, 10 = pain as bad as you can imagine"),
                    minimum=0,
                    maximum=10,
                ),
                Question(
                    code="peg_enjoy",
                    wording=_(
                        "What number best describes how, during the past week, pain has interfered with your "
                        "enjoyment of life?"
                    ),
                    kind=Kind.SCALE,
                    required=True,
                    why="PEG baseline",
                    hint=_("0 = does not interfere, 10 = completely interferes"),
                    minimum=0,
                    maximum=10,
                ),
                Question(
                    code="peg_activity",
                    wording=_(
                        "What number best describes how, during the past week, pain has interfered with your "
                        "general activity?"
                    ),
                    kind=Kind.SCALE,
                    required=True,
                    why="PEG baseline",
                    hint=_("0 = does not interfere, 10 = completely interferes"),
                    minimum=0,
                    maximum=10,
                ),
            ),
        ),
    ),
)
