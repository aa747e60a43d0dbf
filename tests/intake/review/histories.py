"""Random histories of people and their forms, done through the services: what may have happened before somebody asks.

A history is about one mailbox and the records around it. Names are its own, so that many of them stand side by side.
What a form has said of who it is is written down here too, apart from what the services keep.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any
from unittest.mock import patch

from clinic.accounts import services as people
from clinic.accounts.errors import AccountError
from clinic.accounts.models import LinkedPatient, Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.demo.forms import HEALTHY, born
from clinic.text import new_reference
from intake.pages import accepting, drafts, readings, sending
from intake.pages.tablet import services as tablets
from intake.pages.tablet.models import HandOver
from intake.questionnaire import NEW_PATIENT
from intake.record.errors import IntakeError, ReviewError
from intake.record.models import Intake
from intake.review import own_consent, withdrawal
from intake.review import services as review
from intake.review.follow_up import check_ins, needled, updates
from intake.review.models import Alert, Case
from intake.review.services import case_version
from tests.intake.returning import DAY, FINE, fill
from tests.support.cast import make_mailbox
from tests.support.times import NOW

SCREENS = {question.code: screen for screen in NEW_PATIENT.main_screens for question in screen.questions}
IDENTITY = ("full_name", "date_of_birth", "phone", "email")
SIGNED = ("consent_truth", "consent_risks", "consent_privacy", "signature", "guardian_signature")
ANSWERS: dict[str, dict[str, str]] = {
    "emergency": {"rf_saddle_numb": "yes"},
    "no emergency": {"rf_saddle_numb": "no"},
    "hold": {"seizure": "active"},
    "no hold": {"seizure": "no"},
    "caution": {"needle_feelings": "very_anxious"},
    "no caution": {"needle_feelings": "fine"},
}
OFTEN = {
    "begin": 5,
    "identify": 5,
    "answer": 7,
    "send": 7,
    "change": 2,
    "accept": 2,
    "read": 1,
    "close": 3,
    "decide": 6,
    "again": 3,
    "mark": 2,
    "register": 1,
    "link": 2,
    "unlink": 1,
    "withdraw": 1,
    "young": 2,
    "alone": 3,
    "consent": 1,
    "fail": 1,
    "needle": 3,
    "update": 2,
    "wait": 6,
}
# What the house says no to (nothing to send, closed already): it happens to people too.
REFUSALS = (IntakeError, ReviewError, AccountError)


@dataclass(frozen=True)
class Saying:
    """What a form once said of who it is about."""

    form: int
    user: str | None
    email: str
    name: str
    born: date | None


@dataclass
class History:
    """One mailbox, its people and their forms, from some day of the last year until now."""

    number: int
    rng: Random
    noor: User
    rui: User
    log: list[str] = field(default_factory=list)
    said: list[Saying] = field(default_factory=list)
    patients: list[Patient] = field(default_factory=list)
    forms: list[int] = field(default_factory=list)
    handed: dict[int, HandOver] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at = NOW - timedelta(days=self.rng.choice((0, 3, 20, 60, 150, 300)), hours=5)
        self.user = make_mailbox(f"h{self.number}@example.com")
        self.name = f"Nadia Number{self.number}"
        self.born = date(1950, 1, 1) + timedelta(days=self.number % 15000)
        if self.rng.random() < 0.7:
            self._take_in(user=self.user)

    def run(self) -> "History":
        """Do some things, one after the other, and note what was done."""
        names, weights = list(OFTEN), list(OFTEN.values())
        for name in self.rng.choices(names, weights, k=self.rng.randint(3, 12)):
            self.at = min(self.at + timedelta(minutes=5), NOW - timedelta(minutes=1))
            deed: Callable[[], str | None] = getattr(self, f"_{name}")
            with suppress(*REFUSALS):
                self.log.append(f"{self.at:%Y-%m-%d %H:%M} {name} {deed() or ''}")
        self.patients = list(Patient.objects.filter(folded_name__contains=f"number{self.number} ").order_by("pk"))
        return self

    # ——— people

    def _names(self) -> list[str]:
        return [f"{self.name} A", f"NÁDIA  number{self.number} a", f"{self.name} B", f"{self.name} C"]

    def _take_in(self, *, user: User | None) -> Patient:
        name = self._names()[0] if self.rng.random() < 0.6 else self.rng.choice(self._names())
        identity = {"full_name": name, "date_of_birth": self._birth_date(), "email": self._address()}
        patient = people.take_in(identity=identity, user=user, by=None, at=self.at)
        self.patients.append(patient)
        return patient

    def _birth_date(self) -> date:
        return self.born if self.rng.random() < 0.7 else self.born.replace(year=self.born.year - 20)

    def _address(self) -> str:
        return self.rng.choice((self.user.email, self.user.email.upper(), f"other{self.number}@example.com", ""))

    def _register(self) -> None:
        if len(self.patients) < 4:
            self._take_in(user=None)

    def _link(self) -> str:
        mine = list(Patient.objects.filter(folded_name__contains=f"number{self.number} ").order_by("pk"))
        one, other = self.rng.sample(mine, 2) if len(mine) > 1 else (mine + mine + [self._take_in(user=None)] * 2)[:2]
        people.link(one, other, by=self.rui, at=self.at)
        return f"{one.pk} {other.pk}"

    def _withdraw(self) -> str:
        patient = self._some_patient()
        by = self.rng.choice([self.noor, patient.user or self.noor])
        withdrawal.withdraw_consent(patient, by=by, at=self.at)
        return f"{patient.pk}"

    def _young(self) -> str:
        """The desk corrects a birth date: the person is a child."""
        patient = self._some_patient()
        Patient.objects.filter(pk=patient.pk).update(date_of_birth=NOW.date() - timedelta(days=17 * 365))
        return f"{patient.pk}"

    def _alone(self) -> str:
        """A practitioner finds that a minor may consent alone, or takes that back."""
        patient = self._some_patient()
        if self.rng.random() < 0.7:
            heard = {"lives_apart": True, "manages_money": True}
            own_consent.allow(patient, **heard, reason="Said so on the phone.", by=self.noor, at=self.at)
        else:
            own_consent.take_back(patient, reason="Lives at home again.", by=self.noor, at=self.at)
        return f"{patient.pk}"

    def _consent(self) -> str:
        patient = self._some_patient()
        withdrawal.give_consent_again(patient, reason="Said so in the room.", by=self.noor, at=self.at)
        return f"{patient.pk}"

    def _some_patient(self) -> Patient:
        mine = list(Patient.objects.filter(folded_name__contains=f"number{self.number} ").order_by("pk"))
        return self.rng.choice(mine or [self._take_in(user=None)])

    def _unlink(self) -> None:
        mine = LinkedPatient.objects.filter(earlier__folded_name__contains=f"number{self.number} ", undone_at=None)
        if links := list(mine.order_by("pk")):
            link = self.rng.choice(links)
            people.unlink(link, by=self.rui, at=self.at)

    # ——— forms

    def _begin(self) -> str:
        way = self.rng.choice(("signed", "signed", "nobody", "nobody", "phone", "tablet"))
        patient = self.rng.choice(self.patients) if self.patients else self._take_in(user=None)
        if way == "signed":
            form = drafts.start(by=self.user, at=self.at)
        elif way == "nobody":
            form = drafts.start(by=None, at=self.at)
        elif way == "phone":
            form = drafts.start(source="phone", entered_by=self.rui, patient=patient, at=self.at)
        else:
            handed, _code = tablets.hand_over(patient, by=self.rui, at=self.at)
            form, self.handed[handed.intake_id] = handed.intake, handed
        self._fill(form)
        self.forms.append(form.pk)
        self._note(form.pk)
        return f"{way} {form.pk}"

    def _fill(self, form: Intake) -> None:
        """The rest of the form, answered by somebody healthy, without a page for each screen."""
        draft = form.current()
        draft.document["raw"] = {k: v for k, v in HEALTHY.items() if k not in IDENTITY} | draft.document["raw"]
        draft.save()

    def _form(self) -> Intake:
        """A form of this history, a newer one more often."""
        if not Intake.objects.full().filter(pk__in=self.forms).exists():
            self._begin()
        full = list(Intake.objects.full().filter(pk__in=self.forms).order_by("pk").values_list("pk", flat=True))
        return Intake.objects.select_related("user").get(pk=self.rng.choice(full[-2:] + full[-1:]))

    def _save(self, form: Intake, raw: dict[str, Any], code: str) -> None:
        screen = SCREENS[code]
        seen = form.current().screen_version(screen.code)
        drafts.save_screen(form, screen_=screen, raw=raw, asked=set(raw), seen=seen, by=form.user, at=self.at)
        self._note(form.pk)

    def _note(self, key: int) -> None:
        form = Intake.objects.get(pk=key)
        if form.accepted_at is None:
            self.said.append(Saying(key, form.user_id, form.email, form.full_name, form.date_of_birth))

    def _identify(self) -> str:
        form = self._form()
        self._name(form)
        return str(form.pk)

    def _name(self, form: Intake) -> None:
        name, day, email = self.rng.choice(self._names()), self._birth_date(), self._address()
        typed = {"full_name": name, "date_of_birth": born(day.year, day.month, day.day), "email": email}
        self._save(form, typed | {"phone": "213-555-0101", "form_filler": "self"}, "full_name")

    def _answer(self) -> str:
        form, what = self._form(), self.rng.choice(list(ANSWERS))
        (code,) = ANSWERS[what]
        self._save(form, ANSWERS[what], code)
        return f"{form.pk} {what}"

    def _fail(self) -> str:
        """The rules fail on what was saved."""
        form = self._form()
        with patch.object(readings, "screen", side_effect=RuntimeError), patch.object(readings.log, "exception"):
            self._save(form, {"rf_saddle_numb": "no"}, "rf_saddle_numb")
        return str(form.pk)

    def _send(self) -> str:
        form = self._form()
        if not form.full_name or not form.date_of_birth:
            self._name(form)
        draft = form.current()
        if draft.frozen_at is None:
            draft.document["raw"] |= {code: HEALTHY[code] for code in SIGNED} | {"signature": form.full_name}
            draft.save()
        if form.email and not form.email_confirmed_at and not form.entered_by_id and form.pk not in self.handed:
            accepting.confirm_email(form, user=self.user, at=self.at)
            form.refresh_from_db()
            self.said.append(Saying(form.pk, self.user.pk, form.email, form.full_name, form.date_of_birth))
        by = self.rui if form.entered_by_id else form.user
        sending.submit(form, by=by, handed=self.handed.get(form.pk), at=self.at)
        return str(form.pk)

    def _change(self) -> str:
        form = self._form()
        if form.submitted_at:
            sending.change(form, by=form.user, at=self.at)
        return str(form.pk)

    def _accept(self) -> str:
        form = self._form()
        accepting.accept(form, by=self.rui, at=self.at)
        return str(form.pk)

    # ——— visits with needles, and what is asked after them

    def _patient(self) -> Patient:
        return self.rng.choice(self.patients) if self.patients else self._take_in(user=None)

    def _needle(self) -> str:
        patient = self._patient()
        with audited_transaction():
            told = needled.visit_over(patient, visit=new_reference(), ended_at=self.at, at=self.at)
            if self.rng.random() < 0.1:
                needled.never_happened(told.visit_ref, at=self.at)
        return str(patient.pk)

    def _update(self) -> str:
        """An update or a check-in, with an answer that may hold somebody, sent or left."""
        patient, last = self._patient(), None
        if self.rng.random() < 0.3 and (last := check_ins.to_answer(patient)):
            form = check_ins.begin(last, by=patient.user, at=self.at)
            raw: dict[str, Any] = {**FINE, "fu_faint": self.rng.choice(("no", "fainted", "dizzy"))}
        else:
            form = updates.begin(patient, by=patient.user, at=self.at)
            raw = {question.code: HEALTHY.get(question.code, "") for question in form.definition.questions}
            raw |= {**DAY, "day_missed_dose": self.rng.choice((["none"], ["none"], ["blood_thinner"]))}
        self.forms.append(form.pk)
        sent = self.rng.random() < 0.8
        fill(form, raw, by=form.user, at=self.at)
        if sent:
            sending.submit(form, by=form.user, at=self.at)
        return f"{form.pk} {form.questionnaire} {'sent' if sent else 'left'}"

    # ——— the review

    def _case(self) -> Case | None:
        cases = list(Case.objects.not_closed().filter(intake__in=self.forms).order_by("pk"))
        return self.rng.choice(cases) if cases else None

    def _read(self) -> None:
        if case := self._case():
            review.open_case(case, by=self.noor, at=self.at)

    def _close(self) -> None:
        alert = Alert.objects.open().filter(intake__in=self.forms).first()
        if alert:
            review.log_call(
                alert, by=self.noor, at=self.at, outcome="advised", note="Spoke.", close=True, seen=alert.version
            )

    def _decide(self) -> str:
        if (case := self._case()) is None:
            return "nothing"
        return self._decided(case)

    def _again(self) -> str:
        """A closed case is decided again."""
        closed = list(Case.objects.filter(state=Case.State.CLOSED, intake__in=self.forms).order_by("pk"))
        return self._decided(self.rng.choice(closed), again=True) if closed else "nothing"

    def _decided(self, case: Case, *, again: bool = False) -> str:
        """Something is decided; what holds is lifted half of the time, or else kept or refused."""
        if self.rng.random() < 0.5:
            self._close()
        outcome = self.rng.choice(("clear", "limits", "limits", "more", "delay", "refer"))
        review.decide(
            case,
            by=self.noor,
            at=self.at,
            seen=case_version(case),
            outcome=outcome,
            reason="Invented.",
            limits=self.rng.sample(("no_electro", "superficial", "no_heat"), self.rng.choice((2, 3))),
            until=self.at.date() + timedelta(days=self.rng.choice((2, 10, 90))),
            question="Since when?",
            patient_words="Please call us.",
            lifts=self.rng.choice((None, "Invented.")),
            again=again,
        )
        return f"{case.pk} {outcome}"

    def _mark(self) -> None:
        if case := self._case():
            seen = case_version(case)
            review.mark_read(case, by=self.noor, at=self.at, seen=seen)

    def _wait(self) -> None:
        self.at = min(self.at + timedelta(days=self.rng.choice((1, 4, 20, 70))), NOW - timedelta(minutes=1))
