"""P10: how many complete intakes are screened a second on one core."""

import json
import time
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from tests.benchmarks.ours import MEDICINES

ON = date(2026, 3, 3)
WORDS = ("lisinoprl", "warfrin", "omeprazole", "levothyroxine", "amlodipine", "sertraline", "tylenol", "zinc", "garlic")

# What 2.1 did of the floor, a form turned to JSON and back: measured once, beside each other on one machine.
SHARE_OF_2_1 = {False: 0.158, True: 0.0229}


def of_2_1(*, seconds: float, with_list: bool) -> float:
    """About how many intakes a second version 2.1 would screen on this machine, in this run."""
    from intake.questionnaire import NEW_PATIENT

    forms = [_answers(NEW_PATIENT, Random(number), with_list=False) for number in range(50)]
    floor = _a_second(lambda number: json.loads(json.dumps(forms[number % len(forms)])), seconds=seconds)
    return floor * SHARE_OF_2_1[with_list]


def intakes_a_second(*, seconds: float, with_list: bool) -> float:
    """Screen different complete intakes, most of them with something to find, as fast as it goes.

    Without a list the patient takes nothing or names one medicine; with it, about 300 characters of them. Nothing is
    remembered from one form to the next.
    """
    from intake.questionnaire import NEW_PATIENT
    from intake.screening import screen

    forms = [_answers(NEW_PATIENT, Random(number), with_list) for number in range(600)]
    return _a_second(lambda number: screen(forms[number % len(forms)], on=ON), seconds=seconds)


def _answers(questionnaire: Any, random: Random, with_list: bool) -> dict[str, Any]:
    """Return a whole form: the healthy one, with a few questions answered at random."""
    from clinic.demo.forms import typed
    from intake.screening import read

    raw = typed(meds_list=_medicines(random) if with_list else random.choice(("none", *WORDS)))
    for question in random.sample(questionnaire.main_questions, 6):
        if question.choices:
            value = random.choice(tuple(question.labels))
            raw[question.code] = [value] if question.is_many else value
    return dict(read(questionnaire, raw, on=ON).answers)


def _medicines(random: Random) -> str:
    parts = MEDICINES.split(", ")
    random.shuffle(parts)
    parts[random.randrange(len(parts))] = f"{random.choice(WORDS)} {random.randrange(5, 500)} mg"
    return ", ".join(parts)[:300]


def _a_second(do: Callable[[int], object], *, seconds: float) -> float:
    for number in range(50):
        do(number)
    began, count = time.process_time(), 0
    while (took := time.process_time() - began) < seconds:
        do(count)
        count += 1
    return count / took
