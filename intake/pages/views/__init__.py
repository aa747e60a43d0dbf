"""The patient's pages. Looking changes nothing; every change is a POST."""

from intake.pages.views.beginning import again, begin, confirm, forget, home, resume
from intake.pages.views.checking import check, tasks
from intake.pages.views.extras import extras
from intake.pages.views.finishing import drop_change, send
from intake.pages.views.language import language
from intake.pages.views.returning import check_ins_stop, how_are_you, update
from intake.pages.views.screens import change, screen
from intake.pages.views.sent import answer, sent
from intake.pages.views.stop import stop

__all__ = [
    "again",
    "answer",
    "begin",
    "change",
    "check",
    "check_ins_stop",
    "confirm",
    "drop_change",
    "extras",
    "forget",
    "home",
    "how_are_you",
    "language",
    "resume",
    "screen",
    "send",
    "sent",
    "stop",
    "tasks",
    "update",
]
