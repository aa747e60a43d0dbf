"""One story a patient, together every state a form can be in: begun, stopped, sent, held, asked about, decided."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.demo import opening
from clinic.demo.courses import read
from clinic.demo.forms import born, typed
from clinic.demo.stories import Story, ago, call, change, confirm, decide, fill, send, work
from intake.pages import accepting, answering, drafts, expiry, sending
from intake.pages.tablet import services as tablet
from intake.record.models import Source

Staff = Mapping[str, User]


def ana(_staff: Staff) -> Story:
    """Half way: she will finish later."""
    raw = typed()
    at = yield ago(hours=2)
    intake = fill(drafts.start(at=at), raw, at=at, until="pain_numbers")
    confirm(intake, raw, at=at + timedelta(minutes=4))


def bo(_staff: Staff) -> Story:
    """Stopped by an emergency answer, and has gone."""
    raw = typed(
        full_name="Bo Sample", phone="213-555-0102", email="bo@example.com", date_of_birth=born(1959, 2, 11),
        rf_saddle_numb="yes", rf_bladder_bowel="yes",
    )  # fmt: skip
    at = yield ago(minutes=25)
    fill(drafts.start(at=at), raw, at=at, until="safety_legs")


def clara(_staff: Staff) -> Story:
    """Sent without an e-mail: the desk calls before it is accepted."""
    raw = typed(
        full_name="Clara Muster", phone="213-555-0103", email="", date_of_birth=born(1948, 9, 3),
        conditions=["osteoporosis"], med_types=["nsaid_most_days"], meds_list="ibuprofen 400 mg",
    )  # fmt: skip
    at = yield ago(hours=5)
    send(raw, at=at)


def dorian(_staff: Staff) -> Story:
    """Sent; nothing fired."""
    at = yield ago(hours=3)
    send(typed(full_name="Dorian Exempel", phone="213-555-0104", email="dorian@example.com"), at=at)


def dora(_staff: Staff) -> Story:
    """Dorian's daughter, on the same mailbox, not finished."""
    at = yield ago(hours=2.5)
    raw = typed(**_child("Dora Exempel", 12, at=at))
    intake = fill(drafts.start(at=at), raw, at=at, until="about_help")
    confirm(intake, raw, at=at + timedelta(minutes=3))


def dimas(staff: Staff) -> Story:
    """Her brother, on the same mailbox: sent and read."""
    at = yield ago(days=3)
    intake = send(typed(**_child("Dimas Exempel", 16, at=at)), at=at)
    at = yield work(days=2.5)
    read(intake, staff["mei"], at=at)


def _child(name: str, age: int, *, at: datetime) -> dict[str, Any]:
    return {
        "full_name": name, "phone": "213-555-0104", "email": "dorian@example.com", "form_filler": "parent_guardian",
        "date_of_birth": born(timezone.localdate(at).year - age, 1, 9), "guardian_name": "Dorian Exempel",
        "guardian_phone": "213-555-0104", "guardian_present": "yes", "guardian_signature": "Dorian Exempel",
    }  # fmt: skip


def esperanza(_staff: Staff) -> Story:
    """Sent, with cautions."""
    raw = typed(
        full_name="Esperanza Inventada", phone="213-555-0105", email="esperanza@example.com", interpreter="es",
        allergies=["latex"], allergies_other="Red hands from gloves", needle_feelings="very_anxious",
    )  # fmt: skip
    at = yield ago(days=1)
    send(raw, at=at)


def fritz(_staff: Staff) -> Story:
    """Sent, on hold: he stopped a blood thinner by himself."""
    raw = typed(
        full_name="Fritz Beispiel", phone="213-555-0106", email="fritz@example.com", date_of_birth=born(1951, 12, 24),
        blood_thinner="stopped_recent", conditions=["heart_disease"], meds_list="lisinopril; Eliquis until last week",
    )  # fmt: skip
    at = yield ago(hours=6)
    send(raw, at=at)


def gwen(_staff: Staff) -> Story:
    """An emergency answer, and the form sent all the same."""
    raw = typed(
        full_name="Gwen Example", phone="213-555-0107", email="gwen@example.com", date_of_birth=born(1966, 5, 30),
        rf_chest="yes",
    )  # fmt: skip
    at = yield ago(minutes=50)
    send(raw, at=at)


def hugo(staff: Staff) -> Story:
    """Decided: clear."""
    raw = typed(
        full_name="Hugo Fictif", phone="213-555-0108", email="hugo@example.com", blood_thinner="yes",
        inr_status="above_range", meds_list="warfarin",
    )  # fmt: skip
    at = yield ago(days=6)
    intake = send(raw, at=at)
    at = yield work(days=5)
    decide(
        intake, staff["noor"], at=at, outcome="clear",
        reason="Spoke with his doctor. This week's test is back in range. Use thin needles and press after each.",
    )  # fmt: skip


def ines(staff: Staff) -> Story:
    """Decided: clear with limits."""
    raw = typed(
        full_name="Ines Inventada", phone="213-555-0109", email="ines@example.com", date_of_birth=born(1990, 7, 7),
        pregnancy="yes", pregnancy_weeks="16",
    )  # fmt: skip
    at = yield ago(days=4)
    intake = send(raw, at=at)
    at = yield work(days=3)
    decide(
        intake, staff["mei"], at=at, outcome="limits", limits=["no_abdomen", "no_electro", "no_prone"],
        until=timezone.localdate(at) + timedelta(days=60), reason="16 weeks pregnant, no warning signs, saw midwife.",
    )  # fmt: skip


def jun(staff: Staff) -> Story:
    """Decided: more information, which is still awaited."""
    raw = typed(
        full_name="Jun Tatoe", phone="213-555-0110", email="jun@example.com", devices=["nerve_stimulator"],
    )  # fmt: skip
    at = yield ago(days=2)
    intake = send(raw, at=at)
    at = yield work(days=1.5)
    decide(
        intake, staff["tomas"], at=at, outcome="more", reason="The model decides if electrical stimulation is out.",
        question="Which model is your stimulator? It is on the card you carry.",
    )  # fmt: skip


def kofi(staff: Staff) -> Story:
    """Decided: delayed until an infection has healed."""
    raw = typed(
        full_name="Kofi Placeholder", phone="213-555-0111", email="kofi@example.com", skin=["infected"],
        skin_area="Lower back, left",
    )  # fmt: skip
    at = yield ago(days=3)
    intake = send(raw, at=at)
    at = yield work(days=2)
    decide(
        intake, staff["noor"], at=at, outcome="delay", until=timezone.localdate(at) + timedelta(days=12),
        reason="Wait until the skin has healed. He sees his doctor tomorrow.",
    )  # fmt: skip


def lena(staff: Staff) -> Story:
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


def milo(staff: Staff) -> Story:
    """Cleared, then changed an answer: back in the queue."""
    raw = typed(
        full_name="Milo Imaginario", phone="213-555-0113", email="milo@example.com", med_types=["seizure_med"],
        seizure="past_10y", meds_list="lamotrigine",
    )  # fmt: skip
    at = yield ago(days=12)
    intake = send(raw, at=at)
    at = yield work(days=11)
    decide(intake, staff["mei"], at=at, outcome="clear", reason="No seizure for six years. Stay in the room.")
    at = yield ago(days=1)
    change(intake, {**raw, "blood_thinner": "yes"}, "medicines_kinds", "medicines_bleeding", at=at)


def nadia(_staff: Staff) -> Story:
    """Never finished; her form was emptied after thirty days."""
    raw = typed(full_name="Nadia Vymyslena", phone="213-555-0114", email="nadia@example.com")
    at = yield ago(days=33)
    fill(drafts.start(at=at), raw, at=at, until="safety_falls")
    at = yield ago(days=2.9)
    expiry.expire_drafts(at=at)


def pavel(staff: Staff) -> Story:
    """Filled in by the front desk on the phone."""
    raw = typed(
        full_name="Pavel Primer", phone="213-555-0115", email="", date_of_birth=born(1939, 10, 2), form_filler="helper",
    )  # fmt: skip
    at = yield work(days=1.2)
    desk = staff["rui"]
    intake = fill(drafts.start(at=at, source=Source.PHONE, entered_by=desk), raw, at=at, by=desk)
    sending.submit(intake, by=desk, at=at + timedelta(minutes=9))
    accepting.accept(intake, by=desk, at=at + timedelta(minutes=10))


def rafael(staff: Staff) -> Story:
    """On hold, settled by a question and its answer: the thread stands on the case."""
    raw = typed(
        full_name="Rafael Supuesto", phone="213-555-0116", email="rafael@example.com",
        date_of_birth=born(1957, 10, 19), blood_thinner="stopped_recent", meds_list="Eliquis, stopped last month",
    )  # fmt: skip
    at = yield ago(days=9)
    intake = send(raw, at=at)
    at = yield work(days=8.8)
    decide(
        intake, staff["noor"], at=at, outcome="more", reason="Who stopped it, and does he take it again?",
        question="Who told you to stop Eliquis, and what did they say about starting again?",
    )  # fmt: skip
    at = yield ago(days=8)
    assert intake.user is not None  # noqa: S101  (he confirmed his mailbox)
    words = "My heart doctor stopped it for two days because of a tooth. I have taken it again since the Monday after."
    answering.answer(intake, text=words, by=intake.user, at=at)
    at = yield work(days=7.8)
    decide(
        intake, staff["noor"], at=at, outcome="limits", limits=["no_electro", "short"],
        until=timezone.localdate(at) + timedelta(days=90),
        reason="Paused on his doctor's word, and back on the usual dose. Thin needles, press after each.",
    )  # fmt: skip


def tilda(staff: Staff) -> Story:
    """Came early and fills in her form on the clinic's tablet; the front desk handed it over."""
    at = yield ago(minutes=14)
    zone = timezone.get_default_timezone()
    assert isinstance(zone, ZoneInfo)  # noqa: S101  (Django makes no other)
    at = min(at, opening.last_open_moment(at, zone))
    birth = date(1991, 6, 3)
    identity = {"full_name": "Tilda Fingiert", "date_of_birth": birth, "phone": "213-555-0117", "email": ""}
    patient = accounts.register(identity=identity | {"interpreter": "no"}, by=staff["rui"], at=at)
    _handed, code = tablet.hand_over(patient, by=staff["rui"], at=at)
    handed = tablet.use_code(code, at=at + timedelta(minutes=1))
    assert handed is not None  # noqa: S101  (the code is a minute old)
    tablet.open_for(handed, born=birth, at=at + timedelta(minutes=1))
    raw = typed(full_name="Tilda Fingiert", date_of_birth=born(1991, 6, 3), phone="213-555-0117", email="")
    fill(handed.intake, raw, at=at + timedelta(minutes=2), until="safety_falls")
    tablet.seen(handed, at=at + timedelta(minutes=12))


STORIES: tuple[Callable[[Staff], Story], ...] = (
    ana, bo, clara, dorian, dora, dimas, esperanza, fritz, gwen, hugo, ines, jun, kofi, lena, milo, nadia, pavel,
    rafael, tilda,
)  # fmt: skip
