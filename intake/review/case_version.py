"""What a page about a case showed, in one word: a deed names it, and is refused once anything of it has changed.

The word names the sitting, the revision and the saves of the answers, the decisions about the person, and a digest of
whatever else was on the page: flags, emergencies, other sittings of the case, consent.
"""

import hashlib
from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from intake.record.errors import ReviewError, StaleAnswersError
from intake.record.models import Answers, ConsentChange
from intake.review import one_person
from intake.review.case_reading import answers_at, version_of
from intake.review.models import Case, Decision

_DIGITS = 16


class CaseVersion(NamedTuple):
    """The parts of the word."""

    revision: int
    saves: int
    form: int
    # The newest decision about the person, on whichever case and record.
    decision: int
    around: str

    def __str__(self) -> str:
        return f"{self.revision}.{self.saves}.{self.form}.{self.decision}.{self.around}"

    @property
    def answers(self) -> tuple[int, int, int]:
        return self.form, self.revision, self.saves


def case_version(case: Case, answers: Answers | None = None, *, records: Collection[int] | None = None) -> str:
    """Return the version of a case as it stands. `answers`: those that a page shows, and `records`: those of the
    person, where they were read before.
    """
    return str(_now(case, answers or case.intake.current(), records))


def is_told_since(case: Case, seen: str) -> bool:
    """Whether the patient has told something after a page showed `seen`, in this form or another."""
    return _parsed(seen).answers != _now(case, case.intake.current()).answers


def is_decided_since(case: Case, seen: str) -> bool:
    """Whether something was decided about the person after a page showed `seen`."""
    return _parsed(seen).decision != _now(case, case.intake.current()).decision


def refuse_if_stale(case: Case, answers: Answers, seen: str) -> None:
    """Raise when a page that showed `seen` no longer says what stands: StaleAnswersError where the patient changed
    something (with both versions, as far as it is the same form), ReviewError for a colleague's newer decision or for
    a word that no page has shown.
    """
    then, now = _parsed(seen), _now(case, answers)
    if then == now:
        return
    if then.decision != now.decision:
        raise ReviewError(_("A colleague decided something while you were reading. See the history, then save again."))
    if then.form != now.form:
        raise StaleAnswersError(
            seen=seen,
            now=str(now),
            sentence=_("Another form of this person came after you opened this case. Read it, then decide again."),
        )
    if then.answers != now.answers:
        raise StaleAnswersError(seen=seen, now=str(now), changed=_changed(answers, then))
    raise StaleAnswersError(
        seen=seen,
        now=str(now),
        sentence=_(
            "A flag, an emergency or a consent on this case changed after you opened it. Read it, then decide again."
        ),
    )


def _parsed(seen: str) -> CaseVersion:
    parts = seen.split(".")
    if len(parts) != len(CaseVersion._fields) or not all(part.isdecimal() and part.isascii() for part in parts[:-1]):
        raise ReviewError(_("This page is out of date. Open the case again."))
    revision, saves, form, decision = (int(part[:_DIGITS]) for part in parts[:-1])
    return CaseVersion(revision, saves, form, decision, parts[-1])


def _now(case: Case, answers: Answers, records: Collection[int] | None = None) -> CaseVersion:
    if records is None:
        records = one_person.records_by_key(case.patient_id) if case.patient_id else []
    decided = Decision.objects.about(OuterRef("pk"), records).order_by("-at", "-id")
    consents = ConsentChange.objects.filter(patient__in=records).order_by("-id")
    asked = Case.objects.filter(pk=case.pk).annotate(
        decision=Subquery(decided.values("pk")[:1]), consent=Subquery(consents.values("pk")[:1])
    )
    decision, consent, patient = asked.values_list("decision", "consent", "patient")[0]
    columns = ("pk", "tier", "provisional", "withdrawn_at", "settled_by", "answers", "answers__intake")
    flags = [
        # Another sitting of the case stands with the moment it was saved, this one with its saves.
        [*row[:-1], row[-1] if row[-2] != answers.intake_id else None]
        for row in case.flags.order_by("pk").values_list(*columns, "answers__saved_at")
    ]
    alerts = case.alerts.order_by("pk").values_list("pk", "times", "last_at", "changed_at", "closed_at")
    around = [flags, [list(row) for row in alerts], consent, patient]
    digest = hashlib.sha256(repr(around).encode()).hexdigest()[:_DIGITS]
    saves = int(answers.document.get("saves", 0))
    return CaseVersion(answers.revision, saves, answers.intake_id, decision or 0, digest)


def _changed(answers: Answers, then: CaseVersion) -> dict[str, tuple[Any, Any]]:
    before = answers_at(answers, f"{then.revision}.{then.saves}")
    now = answers_at(answers, version_of(answers))
    return {
        code: (before.get(code), now.get(code))
        for code in sorted(before.keys() | now.keys())
        if before.get(code) != now.get(code)
    }
