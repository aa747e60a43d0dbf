"""One patient with something in every room; every text that is theirs carries a mark of its own."""

from datetime import timedelta

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services as booking
from clinic.demo.forms import typed
from clinic.demo.stories import call, confirm, decide, fill
from intake.pages import drafts, sending
from intake.review import doctor_letter, opinion, withdrawal
from intake.review.case_version import case_version
from intake.review.models import Case
from intake.treatment import services as treatment
from tests.booking.builders import TEN, make_hours, make_room, make_rules, make_type
from tests.intake.treatment import notes
from tests.support.times import NOW

MARK = "Cnryseven"
NAME, EMAIL, PHONE = f"Una {MARK}", f"una.{MARK.lower()}@example.com", "213-555-7319"
SAID, REASON, DONE = f"{MARK} said it hurts at night", f"{MARK} weighed it", f"{MARK} slept on the table"
# What must be nowhere once a record is erased; a number is found by its last seven digits.
CANARIES = (MARK.lower(), "5557319", "555-7319")


def lived(noor: User, rui: User) -> Patient:
    """Return somebody who was an emergency, was called, decided about, booked, treated and written about."""
    raw = typed(full_name=NAME, email=EMAIL, phone=PHONE, rf_saddle_numb="yes", anything_else=SAID)
    form = fill(drafts.start(at=NOW), raw, at=NOW)
    form = sending.submit(form, by=confirm(form, raw, at=NOW), at=NOW + timedelta(minutes=20))
    call(form, noor, at=NOW + timedelta(minutes=30), note=f"{MARK} went to the hospital")
    case = Case.objects.get(intake=form)
    seen, asked_at = case_version(case), NOW + timedelta(minutes=31)
    opinion.write(case, text=f"{MARK} what do you think?", seen=seen, by=noor, at=asked_at)
    decide(form, noor, at=NOW + timedelta(minutes=32), outcome="clear", reason=REASON)
    patient = Patient.objects.get()
    person = Practitioner.objects.get(user=noor)
    make_rules()
    make_room()
    make_hours(person, (8, 18))
    kind = make_type("consultation", person)
    at = NOW + timedelta(minutes=40)
    visit = booking.book(patient=patient, visit_type=kind, start=TEN, by=rui, at=at)
    draft = notes.begun(patient, noor, at=at, visit_ref=visit.ref)
    content = notes.content(remarks=DONE)
    note = treatment.sign_note(
        draft, content=content, has_agreed=True, past_reason=f"{MARK} agreed", seen=draft.version, by=noor, at=at
    )
    treatment.add_addendum(note, text=f"{MARK} called later", by=noor, at=at)
    doctor_letter.keep_letter(
        case, to=f"Dr. {MARK}", text=f"{MARK} comes to us", facts=[], seen=case_version(case), by=noor, at=at
    )
    withdrawal.withdraw_consent(patient, reason=f"{MARK} does not want it", by=noor, at=at)
    return patient
