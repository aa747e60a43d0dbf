"""The demo clinic: invented people and what they did, through the same services as real ones.

Everything or nothing, in one transaction: an interrupted seed leaves no half of a clinic. A seeded clinic is left as
it is. Refused outside demo mode: the password is known to everybody.
"""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from clinic.accounts import portraits
from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.booking import photographs
from clinic.booking import services as booking
from clinic.demo.articles import open_the_library
from clinic.demo.diary import closed_days, open_the_diary, stories
from clinic.demo.faces import FACES, draw
from clinic.demo.in_spanish import IN_SPANISH
from clinic.demo.opening import HOURS
from clinic.demo.people import PASSWORD, STAFF, DemoPerson
from clinic.demo.plan import weeks
from clinic.demo.rooms import ROOMS
from clinic.demo.stories import tell
from clinic.outbox.models import Letter
from clinic.site_settings import own_texts
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import AlertRecipient, ClinicProfile, ClosedDay, Price, StaffedHours

OPENED = timedelta(days=60)  # so long ago the demo clinic began

PRICES = (
    ("New consultation", 60, "120", "A talk and an exam. We use needles only after a practitioner reads your form."),
    ("Treatment", 45, "95", ""),
    ("Follow-up", 30, "70", "For visits after the first three, if 30 minutes is enough."),
    ("Phone review", 15, "0", "To ask if we are the right place for you, or about your plan."),
)


def seed(*, say: Callable[[str], object] = lambda _sentence: None, now: datetime | None = None) -> bool:
    """Fill an empty demo database; return whether there was anything to do. Raises outside demo mode."""
    if not settings.DEMO:
        raise ImproperlyConfigured("The demo's people may only move in where CLINIC_MODE is demo.")
    if User.objects.filter(email=STAFF[0].email).exists():
        return False
    # In UTC: going back over a change of the clocks, hours of a zone are not hours.
    now = (now or timezone.now()).astimezone(UTC)
    with transaction.atomic(), _without_collecting():
        say("Inventing the clinic's people (once; all of this takes some seconds) …")
        staff = hire(at=now - OPENED)
        open_the_doors(staff, at=now - OPENED, now=now)
        say("Reading and publishing its articles …")
        open_the_library(staff, at=now - OPENED, now=now)
        say("Playing its last weeks, every form and every visit:")
        the_day = open_the_diary(staff, now=now)
        tell(stories(staff, the_day, now=now), now=now, say=say)
    return True


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Nothing made here is garbage until it is done; looking for it takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def hire(*, at: datetime) -> dict[str, User]:
    """Ask the staff in, the administrator first, and let each choose the password by the link of their letter."""
    *colleagues, ada = STAFF
    administrator, link = accounts.first_administrator(email=ada.email, name=ada.name, at=at)
    accounts.accept_invitation(link.rstrip("/").rpartition("/")[2], password=PASSWORD, at=at)
    hired = {first_name(ada): administrator}
    for person in colleagues:
        user = accounts.invite(email=person.email, name=person.name, role=person.role, by=administrator, at=at)
        accounts.accept_invitation(token_for(person), password=PASSWORD, at=at)
        if person.licence:
            accounts.update_practitioner(
                user.practitioner,
                licence=person.licence,
                title=person.title,
                languages=person.languages,
                on_duty=True,
                by=administrator,
                at=at,
            )
            accounts.introduce(
                user.practitioner, bio=person.bio, languages=user.practitioner.languages, by=administrator, at=at
            )
            face = FACES[first_name(person)]
            picture = portraits.read(draw(face))
            accounts.show_portrait(user.practitioner, picture=picture, alt=face.alt, by=administrator, at=at)
        hired[first_name(person)] = user
    return hired


def first_name(person: DemoPerson) -> str:
    """The name by which the stories call somebody: what stands before the @."""
    return person.email.partition("@")[0]


def token_for(person: DemoPerson) -> str:
    """Return the token in the newest invitation to somebody, as its reader would."""
    letter = Letter.objects.filter(kind="account.invitation", to=person.email).latest("pk")
    match = re.search(r"/invitation/([\w-]+)", str(letter.sealed["body"]))
    assert match, "Every invitation holds its link."  # noqa: S101  (an invariant)
    return match.group(1)


def open_the_doors(staff: dict[str, User], *, at: datetime, now: datetime) -> None:
    """Say who the clinic is, when somebody reads, and who is told of an emergency."""
    about = ClinicProfile.objects.get(pk=site_settings.current().pk)
    about.name = "Lantern Street Acupuncture"
    about.tagline = "Careful acupuncture for backs that have hurt too long"
    about.initials = "LS"
    about.address = "12 Lantern Street\nInventedtown, CA 90000"
    about.directions = "The green door beside the bakery, a two-minute walk from the Lantern Street Metro stop."
    about.directions_url = "https://www.openstreetmap.org/search?query=12%20Lantern%20Street%2C%20Inventedtown"
    about.getting_in = (
        "There is no step, and the door is 36 inches wide. The parking lot has one accessible space. "
        "We can lower the treatment tables. The restroom has room for a wheelchair."
    )
    about.phone, about.phone_tel = "213-555-0100", "+12135550100"
    about.email = "hello@clinic.example"
    about.languages = "English, Spanish"
    about.licence_check_url = "https://search.dca.ca.gov/"
    about.prices_include = "The talk and the exam\nNeedles, heat, and rest afterward\nA written plan to take home"
    about.prices_exclude = "Letters to insurance companies and employers\nHerbs and other products (we don't sell any)"
    about.privacy_contact = "Ada Sample, the clinic's manager"
    about.records_years = 7
    about.service_companies = "Invented Hosting: runs the server\nInvented Mail: delivers our emails"
    about.complaints_to = (
        "U.S. Department of Health and Human Services, Office for Civil Rights\n"
        "200 Independence Avenue SW, Washington, DC 20201"
    )
    about.save()
    for position, (service, minutes, amount, note) in enumerate(PRICES, start=1):
        Price.objects.create(
            profile=about, position=position, name=service, minutes=minutes, amount=Decimal(amount), note=note
        )
    for weekday, (opens, closes) in HOURS.items():
        StaffedHours.objects.create(profile=about, weekday=weekday, opens=opens, closes=closes)
    today = timezone.localdate(now)
    for day, why in closed_days(weeks(today)[0], today + timedelta(days=90)).items():
        ClosedDay.objects.create(profile=about, day=day, why=why)
    for position, name in enumerate(("noor", "tomas"), start=1):
        AlertRecipient.objects.create(profile=about, user=staff[name], position=position)
    site_settings.tell_of_change(about, fields=["name", "hours", "prices", "alerts"], by=staff["ada"], at=at)
    for position, room in enumerate(ROOMS, start=1):
        booking.show_photograph(
            picture=photographs.read(room.draw()),
            kind=room.kind,
            location=None,
            alt=room.alt,
            caption=room.caption,
            position=position,
            by=staff["ada"],
            at=at,
        )
    own_texts.save("es", IN_SPANISH, by=staff["ada"], at=at)
