"""Holds a row of the truth table against what the screening finds, and says where they part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol
from unicodedata import combining, normalize

from intake.questionnaire import NEW_PATIENT, Questionnaire
from intake.screening import Screening, screen
from tests.intake.screening.truth.case import ON, Case
from tests.intake.screening.truth.tiers import RANK, TIERS

Found = Mapping[str, str]  # code of a finding → its tier


def birth_date(age: int, *, on: date) -> date:
    """The birth date of someone who turns `age` on that day (no row stands on a 29 February)."""
    return on.replace(year=on.year - age)


def prepared(case: Case) -> dict[str, Any]:
    """The answers of a row as the screening takes them: a birth date in place of the age."""
    answers: dict[str, Any] = case.answers()
    age = answers.pop("age", None)
    if age is not None:
        answers["date_of_birth"] = birth_date(age, on=ON).isoformat()
    return answers


class Screen(Protocol):
    """The program under judgement, or a mutant of it."""

    def __call__(self, answers: Mapping[str, Any], *, on: date, questionnaire: Questionnaire) -> Screening: ...


def disagreement(case: Case, by: Screen = screen, asked: Questionnaire = NEW_PATIENT) -> str | None:
    """Screen one row; None when it comes out as the table says, else one line that tells the difference."""
    result = by(prepared(case), on=ON, questionnaire=asked)
    told = compared(case, {found.code: str(found.tier) for found in result.findings}, str(result.tier))
    return told or misread(case, result) or misasked(case, result)


def misasked(case: Case, result: Screening) -> str | None:
    """Whether the questions of the row are asked, not asked and left over as it tells."""
    if case.unanswered is not None and case.unanswered != tuple(result.unanswered):
        return f"{case.id}: unanswered are {', '.join(result.unanswered)}"
    wrong = sorted(case.shows - result.shown) + sorted(case.hides & result.shown)
    return f"{case.id}: shown or hidden wrongly: {', '.join(wrong)}" if wrong else None


def misread(case: Case, result: Screening) -> str | None:
    """Whether the text was read as the listed name the row tells."""
    wanted = case.hit or case.guess
    found = ((_plain(hit.name), hit.possible) for hit in result.hits)
    if not wanted or (_plain(wanted), bool(case.guess)) in found:
        return None
    return f"{case.id}: not read as {wanted} but as {[(hit.name, hit.possible) for hit in result.hits]}"


def _plain(name: str) -> str:
    """Latin letters without their accents: 'apixabán' is listed both ways."""
    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign))


def compared(case: Case, found: Found, tier: str, tiers: Mapping[str, str] = TIERS) -> str | None:
    """Compare what a row says with the codes and tiers that were found, however they were found."""
    wrong = [
        *(f"missing {code}" for code in sorted(case.fires - set(found))),
        *(f"unwanted {code}" for code in sorted(case.quiet & set(found))),
        *(f"{code} is {level}, not {tiers.get(code)}" for code, level in found.items() if tiers.get(code) != level),
    ]
    if case.exactly is not None:
        wrong += [f"missing {code}" for code in sorted(case.exactly - set(found))]
        wrong += [f"unexpected {code}" for code in sorted(set(found) - case.exactly - case.quiet)]
    highest = max((tiers[code] for code in found if code in tiers), key=RANK.__getitem__, default="clear")
    if tier != highest:
        wrong.append(f"tier is {tier}, not {highest}")
    return f"{case.id}: {'; '.join(wrong)} (found {', '.join(sorted(found)) or 'nothing'})" if wrong else None


def disagreements(cases: Iterable[Case]) -> list[str]:
    """Every row that comes out differently, one line each."""
    return [line for case in cases if (line := disagreement(case)) is not None]
