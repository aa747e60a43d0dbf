"""What the answers of a form come to: which are valid, what is still open, and what the rules find in them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import structlog
from django.utils import timezone

from intake.questionnaire.growth import grown
from intake.record import later
from intake.record.models import Answers, Intake
from intake.review.rule_trial import in_force
from intake.screening import Finding, Reading, Record, Screening, Tier, read, screen

if TYPE_CHECKING:
    pass


log = structlog.get_logger(__name__)


def reading_of(intake: Intake, answers: Answers, *, on: date, scan: bool = True) -> Reading:
    """Return the valid answers, problems, shown and missing questions of a revision; `scan` is said at `read`."""
    return reading_of_raw(intake, answers, answers.raw, on=on, scan=scan)


def reading_of_raw(intake: Intake, answers: Answers, raw: Mapping[str, Any], *, on: date, scan: bool = True) -> Reading:
    """Read other answers than those that stand, as if they stood in this revision."""
    record, visit = known_of(intake, answers, on=on), later.visit_answers(answers)
    return read(intake.definition, raw, on=on, record=record, visit=visit, scan=scan)


def known_of(intake: Intake, answers: Answers, *, on: date) -> Record:
    """Return what the record says beside the answers: which lists have gained a choice since they were answered, and
    of an update or a check-in what the last full form and the updates since have told.
    """
    if not intake.is_full:
        return later.known_before(intake, on=on, rule_sets=in_force.rule_sets())
    under = answers.document.get("under", {})
    return Record(grown=grown(intake.definition, lambda code: under.get(code, intake.version)))


def screening_of(intake: Intake, answers: Answers, reading: Reading, *, on: date) -> Screening:
    """Run the rules of the form's questionnaire over a reading of its answers."""
    record = known_of(intake, answers, on=on)
    return screen(
        reading.answers,
        on=on,
        questionnaire=intake.definition,
        record=record,
        text=reading.text,
        rule_sets=in_force.rule_sets(),
    )


def emergencies_in(intake: Intake, answers: Answers, reading: Reading, *, on: date) -> list[Finding]:
    """Return the emergencies in the answers as they stand."""
    findings = screening_of(intake, answers, reading, on=on).findings
    return [finding for finding in findings if finding.tier is Tier.EMERGENCY]


def day_of(at: datetime) -> date:
    """Return the clinic's day of a moment: the day on which answers are read."""
    return timezone.localtime(at).date()


def screened(intake: Intake, answers: Answers, reading: Reading, *, at: datetime) -> Screening | None:
    """Run the rules; if they fail, hold the case rather than let it through, and say so in the log."""
    try:
        screening = screening_of(intake, answers, reading, on=day_of(at))
    except Exception:
        log.exception("The screening failed; the case is held.", intake=intake.ref)
        intake.engine_failed = True
        return None
    intake.engine_failed = False
    return screening
