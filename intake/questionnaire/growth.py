"""What a questionnaire has gained since a page of it was answered: questions nobody was asked, choices nobody saw.

A "None" given to a shorter list says nothing about what the list has gained: it is shown once more.
"""

from collections.abc import Callable
from functools import lru_cache

from intake.questionnaire.model import Questionnaire


def grown(questionnaire: Questionnaire, asked_under: Callable[[str], str]) -> frozenset[str]:
    """Return the codes of the lists that have gained a choice since their screen was answered.

    `asked_under` tells the version of the questionnaire a screen was last answered under, by its code.
    """
    return frozenset(
        code for screen, code, since in _lists_that_grew(questionnaire) if _number(since) > _number(asked_under(screen))
    )


@lru_cache(maxsize=8)
def _lists_that_grew(questionnaire: Questionnaire) -> tuple[tuple[str, str, str], ...]:
    """Screen, question and version of every choice that was not there from the start."""
    return tuple(
        (screen.code, question.code, choice.since)
        for screen in questionnaire.screens
        for question in screen.questions
        for choice in question.choices
        if choice.since and not question.since
    )


def _number(version: str) -> tuple[int, ...]:
    """2.10 is newer than 2.9."""
    return tuple(int(part) for part in version.split("."))
