"""The patient's pages. Looking changes nothing; every change is a POST."""

from intake.views.beginning import again, begin, confirm, home, resume
from intake.views.checking import check, tasks
from intake.views.screens import change, screen
from intake.views.sending import extras, send, sent
from intake.views.stop import stop

__all__ = [
    "again",
    "begin",
    "change",
    "check",
    "confirm",
    "extras",
    "home",
    "resume",
    "screen",
    "send",
    "sent",
    "stop",
    "tasks",
]
