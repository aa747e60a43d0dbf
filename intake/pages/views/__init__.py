"""The patient's pages. Looking changes nothing; every change is a POST."""

from intake.pages.views.beginning import again, begin, confirm, home, resume
from intake.pages.views.checking import check, tasks
from intake.pages.views.finishing import answer, extras, send, sent
from intake.pages.views.screens import change, screen
from intake.pages.views.stop import stop

__all__ = [
    "again",
    "answer",
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
