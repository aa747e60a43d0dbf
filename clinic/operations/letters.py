"""The test message, by which a new clinic sees that its messages arrive."""

from datetime import datetime

from clinic.outbox import letters
from clinic.outbox.letters import Message
from clinic.outbox.models import Letter

TEST = "operations.test"


@letters.kind(TEST)
def _(letter: Letter, at: datetime) -> Message:
    return letters.render("operations/test", {})
