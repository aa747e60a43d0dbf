"""What happened in the demo clinic: one story a patient, together every state a form can be in.

A story is a generator. It yields how long ago its next scene plays, is handed that moment, and does what a person
would do, through the same services. `tell` plays the scenes of all stories in the order of time, so that the
visitors' book reads like one.
"""

import heapq
from collections.abc import Callable, Generator, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.demo.forms import born, typed
from intake.pages import accepting, drafts, expiry, sending
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake, Source
from intake.review import services as review
from intake.review.models import Alert, Case, Decision
from intake.review.services import version_of

Story = Generator[timedelta, datetime, None]
Raw = dict[str, Any]


def tell(stories: Iterable[Story], *, now: datetime) -> None:
    """Play every scene of every story, the longest ago first."""
    waiting = [(-next(story), number, story) for number, story in enumerate(stories)]
    heapq.heapify(waiting)
    while waiting:
        when, number, story = heapq.heappop(waiting)
        try:
            following = -story.send(now + when)
        except StopIteration:
            continue
        heapq.heappush(waiting, (max(when, following), number, story))


def ago(*, days: float = 0, hours: float = 0, minutes: float = 0) -> timedelta:
    return timedelta(days=days, hours=hours, minutes=minutes)


# What patients do


def fill(intake: Intake, raw: Raw, *, at: datetime, until: str = "", by: User | None = None) -> Intake:
    """Answer the screens in their order, each at the pace of this person, up to and including `until`."""
    pace = 35 + len(raw["full_name"]) % 4 * 5  # seconds
    for number, screen in enumerate(NEW_PATIENT.main_screens):
        codes = [question.code for question in screen.questions if question.code in raw]
        drafts.save_screen(
            intake,
            screen_=screen,
            raw=raw,
            asked=codes,
            seen=intake.current().screen_version(screen.code),
            by=by,
            at=at + timedelta(seconds=pace * number),
        )
        if screen.code == until:
            break
    return intake


def confirm(intake: Intake, raw: Raw, *, at: datetime) -> User:
    """Type the code from the letter."""
    user = accounts.ensure_login(raw["email"])
    assert user is not None  # noqa: S101  (an invented patient is never staff)
    accepting.confirm_email(intake, user=user, at=at)
    return user


def send(raw: Raw, *, at: datetime) -> Intake:
    """Fill in everything, confirm the mailbox if there is one, sign and send."""
    intake = fill(drafts.start(at=at), raw, at=at)
    user = confirm(intake, raw, at=at + timedelta(minutes=21)) if raw["email"] else None
    return sending.submit(intake, by=user, at=at + timedelta(minutes=22))


def change(intake: Intake, raw: Raw, *screen_codes: str, at: datetime) -> Intake:
    """Change the answers of some screens of a sent form, sign and send it again."""
    user = intake.user
    sending.change(intake, by=user, at=at)
    for code in (*screen_codes, "consent_sign"):
        screen = next(screen for screen in NEW_PATIENT.screens if screen.code == code)
        seen = intake.current().screen_version(code)
        asked = [question.code for question in screen.questions if question.code in raw]
        drafts.save_screen(intake, screen_=screen, raw=raw, asked=asked, seen=seen, by=user, at=at)
    return sending.submit(intake, by=user, at=at)


# What practitioners do


def decide(intake: Intake, by: User, *, at: datetime, outcome: str, reason: str, **more: Any) -> Decision:
    case = Case.objects.not_closed().get(intake=intake)
    review.claim(case, by=by, at=at)
    answers = review.open_case(case, by=by, at=at)
    seen = version_of(answers)
    return review.decide(case, by=by, at=at, seen=seen, outcome=outcome, reason=reason, **more)


def call(intake: Intake, by: User, *, at: datetime, note: str) -> None:
    alert = Alert.objects.get(intake=intake, closed_at=None)
    review.log_call(alert, by=by, at=at, outcome="advised", note=note, close=True)


# The stories


def ana(_staff: dict[str, User]) -> Story:
    """Half way: she will finish later."""
    raw = typed()
    at = yield ago(hours=2)
    intake = fill(drafts.start(at=at), raw, at=at, until="pain_numbers")
    confirm(intake, raw, at=at + timedelta(minutes=4))


def bo(_staff: dict[str, User]) -> Story:
    """Stopped by an emergency answer, and has gone."""
    raw = typed(
        full_name="Bo Sample", phone="213-555-0102", email="bo@example.com", date_of_birth=born(1959, 2, 11),
        rf_saddle_numb="yes", rf_bladder_bowel="yes",
    )  # fmt: skip
    at = yield ago(minutes=25)
    fill(drafts.start(at=at), raw, at=at, until="safety_legs")


def clara(_staff: dict[str, User]) -> Story:
    """Sent without an e-mail: the desk calls before it is accepted."""
    raw = typed(
        full_name="Clara Muster", phone="213-555-0103", email="", date_of_birth=born(1948, 9, 3),
        conditions=["osteoporosis"], med_types=["nsaid_most_days"], meds_list="ibuprofen 400 mg",
    )  # fmt: skip
    at = yield ago(hours=5)
    send(raw, at=at)


def dorian(_staff: dict[str, User]) -> Story:
    """Sent; nothing fired."""
    at = yield ago(hours=3)
    send(typed(full_name="Dorian Exempel", phone="213-555-0104", email="dorian@example.com"), at=at)


def dora(_staff: dict[str, User]) -> Story:
    """Dorian's daughter, on the same mailbox, not finished."""
    raw = typed(
        full_name="Dora Exempel", phone="213-555-0104", email="dorian@example.com", form_filler="parent_guardian",
        date_of_birth=born(timezone.localdate().year - 12, 1, 9), guardian_name="Dorian Exempel",
        guardian_phone="213-555-0104", guardian_present="yes",
    )  # fmt: skip
    at = yield ago(hours=2.5)
    intake = fill(drafts.start(at=at), raw, at=at, until="about_help")
    confirm(intake, raw, at=at + timedelta(minutes=3))


def esperanza(_staff: dict[str, User]) -> Story:
    """Sent, with cautions."""
    raw = typed(
        full_name="Esperanza Inventada", phone="213-555-0105", email="esperanza@example.com", interpreter="es",
        allergies=["latex"], allergies_other="Red hands from gloves", needle_feelings="very_anxious",
    )  # fmt: skip
    at = yield ago(days=1)
    send(raw, at=at)


def fritz(_staff: dict[str, User]) -> Story:
    """Sent, on hold: he stopped a blood thinner by himself."""
    raw = typed(
        full_name="Fritz Beispiel", phone="213-555-0106", email="fritz@example.com", date_of_birth=born(1951, 12, 24),
        blood_thinner="stopped_recent", conditions=["heart_disease"], meds_list="lisinopril; Eliquis until last week",
    )  # fmt: skip
    at = yield ago(hours=6)
    send(raw, at=at)


def gwen(_staff: dict[str, User]) -> Story:
    """An emergency answer, and the form sent all the same."""
    raw = typed(
        full_name="Gwen Example", phone="213-555-0107", email="gwen@example.com", date_of_birth=born(1966, 5, 30),
        rf_chest="yes",
    )  # fmt: skip
    at = yield ago(minutes=50)
    send(raw, at=at)


def hugo(staff: dict[str, User]) -> Story:
    """Decided: clear."""
    raw = typed(
        full_name="Hugo Fictif", phone="213-555-0108", email="hugo@example.com", blood_thinner="yes",
        inr_status="above_range", meds_list="warfarin",
    )  # fmt: skip
    at = yield ago(days=6)
    intake = send(raw, at=at)
    at = yield ago(days=5)
    decide(
        intake, staff["noor"], at=at, outcome="clear",
        reason="Spoke with his doctor. This week's test is back in range. Use thin needles and press after each.",
    )  # fmt: skip


def ines(staff: dict[str, User]) -> Story:
    """Decided: clear with limits."""
    raw = typed(
        full_name="Ines Inventada", phone="213-555-0109", email="ines@example.com", date_of_birth=born(1990, 7, 7),
        pregnancy="yes", pregnancy_weeks="16",
    )  # fmt: skip
    at = yield ago(days=4)
    intake = send(raw, at=at)
    at = yield ago(days=3)
    decide(
        intake, staff["mei"], at=at, outcome="limits", limits=["no_abdomen", "no_electro", "no_prone"],
        until=timezone.localdate(at) + timedelta(days=60), reason="16 weeks pregnant, no warning signs, saw midwife.",
    )  # fmt: skip


def jun(staff: dict[str, User]) -> Story:
    """Decided: more information, which is still awaited."""
    raw = typed(
        full_name="Jun Tatoe", phone="213-555-0110", email="jun@example.com", devices=["nerve_stimulator"],
    )  # fmt: skip
    at = yield ago(days=2)
    intake = send(raw, at=at)
    at = yield ago(days=1.5)
    decide(
        intake, staff["tomas"], at=at, outcome="more", reason="The model decides if electrical stimulation is out.",
        question="Which model is your stimulator? It is on the card you carry.",
    )  # fmt: skip


def kofi(staff: dict[str, User]) -> Story:
    """Decided: delayed until an infection has healed."""
    raw = typed(
        full_name="Kofi Placeholder", phone="213-555-0111", email="kofi@example.com", skin=["infected"],
        skin_area="Lower back, left",
    )  # fmt: skip
    at = yield ago(days=3)
    intake = send(raw, at=at)
    at = yield ago(days=2)
    decide(
        intake, staff["noor"], at=at, outcome="delay", until=timezone.localdate(at) + timedelta(days=12),
        reason="Wait until the skin has healed. He sees his doctor tomorrow.",
    )  # fmt: skip


def lena(staff: dict[str, User]) -> Story:
    """An emergency that was called about, closed, and referred."""
    raw = typed(
        full_name="Lena Erfunden", phone="213-555-0112", email="lena@example.com", date_of_birth=born(1973, 3, 19),
        rf_leg_weak="new_or_worse", rf_bladder_bowel="yes",
    )  # fmt: skip
    at = yield ago(days=8)
    intake = send(raw, at=at)
    at = yield ago(days=8) - ago(minutes=30)
    call(intake, staff["tomas"], at=at, note="Reached her right away. Her sister is driving her to the hospital.")
    at = yield ago(days=8) - ago(minutes=45)
    decide(
        intake, staff["tomas"], at=at, outcome="refer",
        reason="Sent to the emergency department. No needles until a surgeon has seen her.",
        patient_words="Please see the surgeon first. We do not use needles until then. Book a call when you know more.",
    )  # fmt: skip


def milo(staff: dict[str, User]) -> Story:
    """Cleared, then changed an answer: back in the queue."""
    raw = typed(
        full_name="Milo Imaginario", phone="213-555-0113", email="milo@example.com", med_types=["seizure_med"],
        seizure="past_10y", meds_list="lamotrigine",
    )  # fmt: skip
    at = yield ago(days=12)
    intake = send(raw, at=at)
    at = yield ago(days=11)
    decide(intake, staff["mei"], at=at, outcome="clear", reason="No seizure for six years. Stay in the room.")
    at = yield ago(days=1)
    change(intake, {**raw, "blood_thinner": "yes"}, "medicines_kinds", "medicines_bleeding", at=at)


def nadia(_staff: dict[str, User]) -> Story:
    """Never finished; her form was emptied after thirty days."""
    raw = typed(full_name="Nadia Vymyslena", phone="213-555-0114", email="nadia@example.com")
    at = yield ago(days=33)
    fill(drafts.start(at=at), raw, at=at, until="safety_falls")
    at = yield ago(days=2.9)
    expiry.expire_drafts(at=at)


def pavel(staff: dict[str, User]) -> Story:
    """Filled in by the front desk on the phone."""
    raw = typed(
        full_name="Pavel Primer", phone="213-555-0115", email="", date_of_birth=born(1939, 10, 2), form_filler="helper",
    )  # fmt: skip
    at = yield ago(days=1.2)
    desk = staff["rui"]
    intake = fill(drafts.start(at=at, source=Source.PHONE, entered_by=desk), raw, at=at, by=desk)
    sending.submit(intake, by=desk, at=at + timedelta(minutes=9))
    accepting.accept(intake, by=desk, at=at + timedelta(minutes=10))


STORIES: tuple[Callable[[dict[str, User]], Story], ...] = (
    ana, bo, clara, dorian, dora, esperanza, fritz, gwen, hugo, ines, jun, kofi, lena, milo, nadia, pavel,
)  # fmt: skip
