"""One run of the rules over one set of answers: what the expressions ask, and the order in which it becomes known."""

from collections.abc import Callable, Iterable, Mapping, Set
from datetime import date
from functools import cached_property, lru_cache, partial

from intake.questionnaire import Answer
from intake.questionnaire.carried import BEFORE
from intake.questionnaire.dates import age_on
from intake.questionnaire.expression import EvaluationState, Get
from intake.questionnaire.model import EXCLUDING
from intake.screening.finding import Record, Written
from intake.screening.form import ScreenedForm
from intake.screening.merge import overlaid, parts
from intake.screening.parts import Part, Scanner, scan_of_parts
from intake.screening.readers import AGE, BIRTH_DATE, as_value
from intake.screening.text import Scan, Treated

Facts = Mapping[str, Callable[[Get, EvaluationState], bool]]

CONDITIONS = "conditions"
FORM_FILLER, SELF = "form_filler", "self"
PREGNANCY = "pregnancy"
NOT_PREGNANT = frozenset({"no", "not_possible"})


class Run:
    """The answers that count, the text that was read, and the rules that have fired so far."""

    def __init__(
        self,
        form: ScreenedForm,
        answers: Mapping[str, object],
        *,
        on: date,
        record: Record,
        facts: Facts,
        scan: Scanner,
        text: Scan | None = None,
    ) -> None:
        self.fired: set[str] = set()
        self.intake_fired = record.fired
        self.intake_facts = record.facts
        self.named: frozenset[str] = frozenset()
        self.none_mixed = False
        self.text = nothing(scan)
        self.given = form.valid(answers, on)
        self.grown = record.grown - self.given.keys() if form.readers_before else record.grown
        self._facts = facts
        self.may_hold: Set[Callable[[Get, EvaluationState], bool]] = frozenset(facts.values())
        """Those of the expressions that are asked; every other is known not to hold."""
        self._before = form.valid_before(record.answers, on) if form.readers_before else {}
        self._known = overlaid(self._before, self.given, appended=form.appended)
        self.values = {
            code: frozenset(answer) if isinstance(answer, list) else answer for code, answer in self._known.items()
        }
        self.get: Get = self.values.get
        self._set_age(on)
        hidden = self._hide(form.before_scan)
        self._scan(form, record, (lambda _texts, **_days: text) if text else scan, on)
        hidden |= self._hide(form.after_scan)
        self.shown = form.codes - hidden - self._unasked(form)
        self.mixed = [code for code, answer in self._known.items() if isinstance(answer, list) and is_mixed(answer)]
        self.none_mixed = bool(self.mixed)

    @cached_property
    def treated(self) -> tuple[Treated, ...]:
        """Conditions that were asked and not ticked, though a medicine is named that is mostly given for them."""
        named = self.text.treated() if self.named else ()
        return tuple(treated for treated in named if self._is_denied(treated.treats.ticks))

    def _is_denied(self, ticks: tuple[str, ...]) -> bool:
        """The question was answered without any of these; without ticks it is the question about pregnancy."""
        if not ticks:
            return self.get(PREGNANCY) in NOT_PREGNANT
        ticked = self.get(CONDITIONS)
        return isinstance(ticked, frozenset) and ticked.isdisjoint(ticks)

    def fact(self, name: str) -> bool:
        """Whether a named expression holds now."""
        test = self._facts[name]
        return test in self.may_hold and test(self.get, self)

    def unanswered(self, form: ScreenedForm) -> tuple[str, ...]:
        """What is shown, required and empty, in the order of the form. An old answer that may stand is an answer."""
        standing = self.standing(form)
        return tuple(code for code in self.empty(form) if code not in standing)

    def empty(self, form: ScreenedForm) -> tuple[str, ...]:
        """What is shown, required and not answered in this very sitting, in the order of the form."""
        stands_for = {BIRTH_DATE} if AGE in self.given else set()
        answered = self.given.keys() | stands_for
        return tuple(code for code in form.required if code not in answered and code in self.shown)

    def standing(self, form: ScreenedForm) -> frozenset[str]:
        """The questions that are asked again and whose old answer may stand: "No change" is offered."""
        if not self._before:
            return frozenset()
        before = self._with_old_answers(form)
        codes = (code for code in self._before if code in form.codes)
        return frozenset(code for code in codes if not (code in form.anew and form.anew[code](before, self)))

    def answers_of(self, codes: Iterable[str]) -> dict[str, Answer]:
        """The answers behind those codes, in the same order."""
        return {code: self._known[code] for code in codes if code in self._known}

    def answered(self, codes: Iterable[str]) -> list[str]:
        """Those of the codes that hold an answer; an age goes by the birth date, unless it stands for it."""
        named = (BIRTH_DATE if code == AGE and AGE not in self._known else code for code in codes)
        return [code for code in named if code in self._known]

    def _unasked(self, form: ScreenedForm) -> set[str]:
        """What is carried over and not asked again: the old answer stands."""
        if not form.asked:
            return set()
        before = self._with_old_answers(form)
        return {code for code, asks in form.asked if not asks(before, self)}

    def _with_old_answers(self, form: ScreenedForm) -> Get:
        """The answers, and under their own names the old ones that an update asks about."""
        old = {BEFORE + code: as_value(self._before[code]) for code in form.before if code in self._before}
        return {**self.values, **old}.get

    def _set_age(self, on: date) -> None:
        born = self._known.get(BIRTH_DATE)
        if isinstance(born, str):
            self.values[AGE] = age_on(date.fromisoformat(born), on)

    def _hide(self, conditional: tuple[tuple[str, Callable[[Get, EvaluationState], bool]], ...]) -> set[str]:
        hidden = set()
        for code, shows in conditional:
            if not shows(self.get, self):
                hidden.add(code)
                if code in self._known:
                    for answers in (self.given, self._known, self.values):
                        answers.pop(code, None)
        return hidden

    def _scan(self, form: ScreenedForm, record: Record, scan: Scanner, on: date) -> None:
        texts = {code: answer for code in form.scanned if isinstance(answer := self._known.get(code), str)}
        if not texts:
            return
        told_by = self._known.get(FORM_FILLER, SELF)
        if told_by != SELF:  # their 'my son' is the patient
            scan = partial(scan, told_by=told_by)
        if self._before:
            self.text = scan_of_parts(self._parts(form, record, texts, on), scan=scan, on=on)
        else:
            self.text = scan(texts, on=on)
        self.named = frozenset(code for hit in self.text.hits for code in (*hit.groups, *hit.sublists))

    def _parts(self, form: ScreenedForm, record: Record, texts: Iterable[str], on: date) -> dict[str, tuple[Part, ...]]:
        """Each text in its parts: what was written before, and what is new in this sitting."""
        parts_of: dict[str, tuple[Part, ...]] = {}
        for code in texts:
            old, new = self._before.get(code), self.given.get(code)
            before = record.texts.get(code, (Written(str(old), on),)) if old is not None else ()
            after = parts(before, str(new), on=on, appended=code in form.appended) if new is not None else before
            old_parts = len(before) if after[: len(before)] == before else 0
            parts_of[code] = tuple(
                Part(part.text, part.on, is_new=place >= old_parts) for place, part in enumerate(after)
            )
        return parts_of


def is_mixed(answer: list[str]) -> bool:
    """Whether "None" is picked together with something else."""
    return len(answer) > 1 and not EXCLUDING.isdisjoint(answer)


@lru_cache(maxsize=8)
def nothing(scan: Scanner) -> Scan:
    """What is read where nothing is written: the same on every day."""
    return scan({}, on=date.min)
